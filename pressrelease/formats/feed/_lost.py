"""What a particular release loses in a feed, beyond what every release does (`_gaps`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrelease.characters import one_line
from pressrelease.findings import Loss
from pressrelease.formats.feed._body import unmarkable
from pressrelease.formats.feed._categories import Category, from_categories, from_rss, rss_pair
from pressrelease.formats.feed._items import EPOCH, Item, opening, relation
from pressrelease.formats.feed._media import File, joined
from pressrelease.formats.feed._rights import rights_of
from pressrelease.formats.registry import Job
from pressrelease.model import Release, Rendition, Rights
from pressrelease.outline import copyright_line
from pressrelease.story import Story, plain

_UNSHOWN = ("story", "subheadline", "dateline", "boilerplates", "contacts")


def lost(
    chosen: Iterable[tuple[int, Release]], made: Iterable[Item], job: Job, syntax: str
) -> Iterator[Loss]:
    """Yield what each item lost, by its release's place in what was given: `0.assets.1.role`."""
    for (place, _), item in zip(chosen, made, strict=False):
        for path, said in _of(item, job, syntax):
            reason, _, instead = said.partition("; ")
            yield Loss(f"{place}.{path}", reason, instead)


def _of(item: Item, job: Job, syntax: str) -> Iterator[tuple[str, str]]:
    yield from _facts(item, job, syntax)
    yield from _moments(item, syntax)
    yield from _labels(item, syntax)
    if item.rights or item.release.rights:
        yield from _rights(item)
    yield from _assets(item, syntax)
    yield from _addresses(item)
    r = item.release
    if not item.full:
        for name in _UNSHOWN:
            if getattr(r, name) not in ("", (), None, Story()):
                yield name, "the feed holds summaries"
    for i, notice in enumerate(r.notices):
        if unmarkable(notice):
            yield f"notices.{i}", "its words hold private-use characters, so its fields are not marked"


def _opens(summary: str, story: Story) -> bool:
    """Return whether `summary` is the first paragraph of `story`, or all of it."""
    first = one_line(plain(story.blocks[0])) if story else ""
    # All of a long text is settled only where its beginning fits.
    return summary == opening(story) or (summary.startswith(first) and summary == one_line(story.text))


def _facts(item: Item, job: Job, syntax: str) -> Iterator[tuple[str, str]]:
    r = item.release
    if not r.id:
        yield "id", "none was stated; its address identifies it"
    if item.full and r.summary and _opens(one_line(r.summary), r.story):
        yield "summary", "the same as the text's opening; there"
    if not item.full and not r.summary and item.summary:
        yield "summary", "none was stated; the first paragraph stands for it"
    if r.byline and r.byline == item.publisher:
        yield "byline", "the same as the publisher; there"
    if r.publisher and not r.publisher.name:
        yield "publisher.name", "none was stated; the registered name stands for it"
    said = r.change.note or (r.change.wrong and r.change.right)
    shown = r.change.kind == "correction" or (r.change.kind == "update" and said)
    if r.change.note and not shown:
        yield "change.note", "nothing is said of a release that is new"
    if r.change.kind != "new" and not shown:
        yield "change.kind", "an update that says nothing stays unsaid"
    for i, contact in enumerate(r.contacts):
        if contact.for_editors:
            yield f"contacts.{i}", "for editors only, never published"
    for name in ("tickers", "isin", "lei", "uri", "logo"):
        if r.publisher and getattr(r.publisher, name):
            yield f"publisher.{name}", "only the name is carried"
    for i, document in enumerate(r.related):
        if relation(document.rel) != document.rel:
            yield f"related.{i}.rel", "only relations that IANA knows"
    if not all(t.href for t in r.translations):
        yield "translations", "one has no address to link to"


def _moments(item: Item, syntax: str) -> Iterator[tuple[str, str]]:
    r = item.release
    read = None if item.updated in (item.published, EPOCH) else item.updated
    if read != r.updated:
        none = "none was stated; the latest moment known stands for it"
        yield "updated", none if r.updated is None else "the moment of publication, or one yet to come"
    if syntax == "rss" and r.published and r.published.microsecond:
        yield "published", "RSS dates end at the second; the second"


def _labels(item: Item, syntax: str) -> Iterator[tuple[str, str]]:
    r = item.release
    if not r.subjects:
        if len(item.categories) != len(r.keywords):
            yield "keywords", "one that stands twice"
        return
    found: Iterable[Category] = item.categories
    if syntax == "rss":
        by_name = [c for c in found if c.label == c.term]
        found = [from_rss(*rss_pair(c), True) for c in found if c.label != c.term] + by_name
    subjects, keywords = from_categories(found)
    said = r.subjects
    if [s.code for s in subjects] != [s.code for s in said]:
        yield "subjects", "their order, or codes that no scheme's address can say"
    else:
        for i, (read, stated) in enumerate(zip(subjects, said, strict=True)):
            if read != stated:
                yield f"subjects.{i}.name", "none was stated; the scheme's own stands for it"
    if keywords != r.keywords:
        yield "keywords", "one that says the same as another category"


def _rights(item: Item) -> Iterator[tuple[str, str]]:
    said = item.release.rights
    if said is None:
        return
    read = rights_of(copyright_line(item.release), said.usage_terms, said.licence) or Rights()
    for name in ("holder", "year", "notice"):
        if getattr(read, name) != getattr(said, name):
            yield f"rights.{name}", "no field of its own; the copyright line as printed"


def _assets(item: Item, syntax: str) -> Iterator[tuple[str, str]]:
    for i, medium in enumerate(item.media):
        asset = medium.asset
        in_body = item.full and asset.renditions[0].href not in item.body.figures
        if not in_body:
            for name, usual in (("role", "main"), ("id", "")):
                if getattr(asset, name) != usual:
                    yield f"assets.{i}.{name}", "said only where the body shows it"
            if syntax != "jsonfeed" and asset.alt:
                yield f"assets.{i}.alt", "one description is carried"
                if not asset.caption:
                    yield f"assets.{i}.caption", "none was stated; the alternative text stands for it"
        for j, (stated, file) in enumerate(zip(asset.renditions, medium.files, strict=True)):
            yield from ((f"assets.{i}.renditions.{j}.{n}", why) for n, why in _file(stated, file, syntax))


def _file(stated: Rendition, file: File, syntax: str) -> Iterator[tuple[str, str]]:
    if file.type != stated.media_type:
        yield "media_type", "none was stated; its suffix says it"
    elif syntax == "jsonfeed" and file.type == "application/octet-stream":
        yield "media_type", "the type of what has none"
    if file.href != stated.href:
        yield "href", "a relative address; an absolute one"


def _addresses(item: Item) -> Iterator[tuple[str, str]]:
    for path in item.body.relative:
        yield path, "addresses that are relative; absolute ones"
    r = item.release
    for name in ("related", "translations"):
        for i, link in enumerate(getattr(r, name)):
            if link.href and link.href != joined(item.base, link.href):
                yield f"{name}.{i}.href", "a relative address; an absolute one"
