"""What each item of a feed says, decided once for RSS, Atom and JSON Feed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressrelease.characters import one_line
from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.formats.feed._body import Body, body
from pressrelease.formats.feed._categories import Category, categories
from pressrelease.formats.feed._channel import options_of
from pressrelease.formats.feed._media import File, Medium, enclosure, joined, media
from pressrelease.formats.feed._options import absolute
from pressrelease.formats.registry import Job, Unwritable
from pressrelease.model import Release
from pressrelease.outline import copyright_line
from pressrelease.story import Paragraph, Story, words

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_RELATIONS = frozenset(("related", "previous", "next", "via", "up", "collection", "describedby", "about"))


@dataclass(frozen=True, slots=True)
class LinkTo:
    """A link beside the item: another language, a related document, the licence."""

    rel: str
    href: str
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `updated` is never in the future and None where the release knows no moment at all."""

    release: Release
    base: str
    """What relative addresses in the release are relative to."""
    id: str
    url: str
    language: str
    summary: str
    body: Body
    full: bool
    published: dt.datetime | None
    updated: dt.datetime | None
    author: str
    author_uri: str
    publisher: str
    categories: tuple[Category, ...]
    media: tuple[Medium, ...]
    links: tuple[LinkTo, ...]
    rights: str

    @property
    def title(self) -> str:
        """The headline: plain text."""
        return self.release.headline

    @property
    def enclosure(self) -> File | None:
        """The one file that is enclosed."""
        return enclosure(self.media)


def current(releases: Iterable[Release], withdrawn: Sequence[Release]) -> list[tuple[int, Release]]:
    """Return what the feed shows, each with its place among `releases`: the newest version of each id, newest first.

    Readers show one of two items with one id, which one is luck. What was withdrawn in a later version is left out.
    Raises Unwritable where a release has no id, or two different ones share id and version.
    """
    newest: dict[str, tuple[int, Release]] = {}
    gone = {_identity(r): r.version for r in withdrawn}
    for i, release in enumerate(releases):
        key = _identity(release)
        if not key:
            raise Unwritable(
                Problem(
                    "a release without an id",
                    Where(field=f"{i}.id"),
                    shown(release.headline),
                    "`id` or `url`",
                    "readers show an item without a permanent id again and again; a newsroom gives one by the slug",
                )
            )
        if gone.get(key, -1) >= release.version:
            continue
        before = newest.get(key)
        if before is not None and before[1].version == release.version and before[1] != release:
            raise Unwritable(
                Problem(
                    "two releases with one id",
                    Where(field=f"{i}.id"),
                    shown(key),
                    f"an id of its own, or another version than {shown(before[1].headline)}",
                )
            )
        if before is None or before[1].version < release.version:
            newest[key] = (i, release)
    return sorted(
        newest.values(), key=lambda entry: (entry[1].published or EPOCH, _identity(entry[1])), reverse=True
    )


def items(shown_: Iterable[tuple[int, Release]], job: Job) -> list[Item]:
    """Return the items of the releases that `current` chose, as many as the feed holds, made now or before."""
    options = options_of(job)
    full = options.content == "full"
    made = options.items
    found = []
    for _, release in list(shown_)[: options.size]:
        # By identity: to compare all that releases say takes as long. An item holds its release, so the id stays its.
        key = (id(release), full, job.now)
        if key not in made:
            made[key] = _item(release, job, full)
        found.append(made[key])
    return found


def _item(r: Release, job: Job, full: bool) -> Item:
    base = base_of(r, job)
    publisher = r.publisher.title if r.publisher else ""
    return Item(
        release=r,
        base=base,
        id=_identity(r),
        url=r.url,
        language="" if r.language == "und" else r.language,
        summary=r.summary or opening(r.story),
        body=body(r, base, job, full),
        full=full,
        published=on_the_minute(r.published) if r.published else None,
        updated=updated(r, job.now),
        author=r.byline or publisher,
        author_uri=web(r) if not r.byline else "",
        publisher=publisher,
        categories=categories(r),
        media=media(r, base),
        links=tuple(_links(r, base)),
        rights=copyright_line(r),
    )


def base_of(r: Release, job: Job) -> str:
    """Return the address that relative ones in `r` are relative to; empty where nothing is known."""
    return r.url or (job.newsroom.base_url if job.newsroom else "")


def opening(story: Story) -> str:
    """Return the words of the first paragraph of `story`: the summary of a release that brings none."""
    first = next((b for b in story.blocks if isinstance(b, Paragraph)), None)
    return one_line(words(first.spans)) if first else ""


def updated(r: Release, now: dt.datetime) -> dt.datetime | None:
    """Return when `r` last changed, never after `now`; None where it knows no moment.

    The day of the dateline stands in, as midnight UTC, for a release that knows no other.
    """
    day = r.dateline.moment("UTC") if r.dateline else None
    moments = (r.updated, r.change.at, r.published, day)
    found = next((m for m in moments if m is not None and m <= now), None)
    return on_the_minute(found) if found else None


def on_the_minute(moment: dt.datetime) -> dt.datetime:
    """Return `moment` with an offset of whole minutes, as RFC 3339 and RFC 822 want it."""
    offset = moment.utcoffset()
    return moment.astimezone(dt.UTC) if offset is None or offset % dt.timedelta(minutes=1) else moment


def web(r: Release) -> str:
    """Return the web address of the publisher where it is a whole URL."""
    return r.publisher.web if r.publisher and absolute(r.publisher.web) and " " not in r.publisher.web else ""


def relation(rel: str) -> str:
    """Return `rel` where feeds know it (IANA link relations), else `related`."""
    return rel if rel in _RELATIONS else "related"


def _identity(r: Release) -> str:
    return r.id or r.url


def _links(r: Release, base: str) -> list[LinkTo]:
    # `alternate` would be the word (RFC 4287, 4.2.7.2), but some readers open the first such link and some the last:
    # an item must lead to itself in all of them.
    found = [LinkTo("related", joined(base, t.href), t.title, t.language) for t in r.translations if t.href]
    found += [LinkTo(relation(e.rel), joined(base, e.href), e.title) for e in r.related]
    if r.rights and r.rights.licence:
        found.append(LinkTo("license", r.rights.licence))
    return found
