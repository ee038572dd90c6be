"""JSON Feed 1.1 (and 1.0 read). What it has no member for stands in `_pressrelease` objects, as it provides.

A release that was withdrawn is absent: JSON Feed has no word for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pressrelease.formats.feed._body import TEMPLATE
from pressrelease.formats.feed._channel import GENERATOR, Channel, channel
from pressrelease.formats.feed._gaps import JSON_GAPS
from pressrelease.formats.feed._items import Item, current, items
from pressrelease.formats.feed._json_items import EXTENSION, json_items, looks_like
from pressrelease.formats.feed._lost import lost
from pressrelease.formats.feed._media import Medium
from pressrelease.formats.feed._options import FeedOptions
from pressrelease.formats.feed._reading import readings
from pressrelease.formats.registry import Collection, Head, Job, Reading, Source, Written
from pressrelease.model import Release

FILE = "feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def recognise(head: Head) -> float:
    """Return how sure it is that `head` opens a JSON Feed."""
    return looks_like(head)


def read_all(source: Source) -> Iterator[Reading]:
    """Yield the items of a JSON Feed 1.0 or 1.1."""
    return readings(json_items(source), source)


def write_all(releases: Iterable[Release], job: Job) -> Written:
    """Return a JSON Feed of public `releases`; raise Unwritable where it has no title, or an item no id."""
    given = list(releases)
    chosen = current(given, job.withdrawn)
    about = channel([r for _, r in chosen], job, FILE)
    made = items(chosen, job)
    text = json.dumps(_feed(about, made), ensure_ascii=False, indent=1, allow_nan=False)
    return Written(text + "\n", tuple(lost(chosen, made, job, "jsonfeed")))


def _feed(about: Channel, made: list[Item]) -> dict[str, Any]:
    return _filled(
        version=VERSION,
        title=about.title,
        home_page_url=about.home,
        feed_url=about.self_url,
        description=about.description if about.description != about.title else "",
        icon=about.logo,
        language=about.language,
        authors=[_filled(name=about.author, url=about.author_uri)],
        hubs=[{"type": "WebSub", "url": about.hub}] if about.hub else [],
        **{EXTENSION: _filled(generator=GENERATOR, rights=about.rights)},
    ) | {"items": [_item(item) for item in made]}


def _item(item: Item) -> dict[str, Any]:
    picture = next((m.files[0].href for m in item.media if m.is_image), "")
    return _filled(
        id=item.id,
        url=item.url,
        title=item.title,
        content_html=item.body.html,
        content_text=item.body.text,
        summary=item.summary,
        image=picture,
        date_published=item.published.isoformat() if item.published else "",
        date_modified=item.updated.isoformat() if item.updated and item.updated != item.published else "",
        authors=[_filled(name=item.author, url=item.author_uri)] if item.author else [],
        tags=list(dict.fromkeys(c.label or c.term for c in item.categories)),
        language=item.language,
        attachments=[_attachment(m, i) for m in item.media for i in range(len(m.files))],
        **{EXTENSION: _extension(item)},
    ) | ({} if item.body.html else {"content_text": item.body.text})


def _attachment(medium: Medium, place: int) -> dict[str, Any]:
    asset, file = medium.asset, medium.files[place]
    words = {"alt": asset.alt, "caption": asset.caption, "credit": asset.credit, "rights": asset.rights}
    return _filled(
        url=file.href,
        mime_type=file.type or "application/octet-stream",
        title=asset.title,
        size_in_bytes=file.size,
        duration_in_seconds=file.duration,
        **{
            EXTENSION: _filled(
                rendition=place,
                width=file.width,
                height=file.height,
                **(words if place == 0 else {}),
            )
        },
    )


def _extension(item: Item) -> dict[str, Any]:
    return _filled(
        publisher=item.publisher,
        rights=item.rights,
        categories=[_filled(term=c.term, label=c.label, scheme=c.scheme) for c in item.categories],
        links=[_filled(rel=n.rel, href=n.href, hreflang=n.language, title=n.title) for n in item.links],
    )


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}


JSONFEED = Collection(
    name="jsonfeed",
    title="JSON Feed 1.1",
    group="feed",
    media_type="application/feed+json",
    suffixes=(".feed.json", ".json"),
    template=TEMPLATE,
    recognise=recognise,
    read_all=read_all,
    write_all=write_all,
    cannot_carry=JSON_GAPS,
    options=FeedOptions,
)
FORMATS = (JSONFEED,)
