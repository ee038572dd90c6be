"""Atom (RFC 4287) with Media RSS, Dublin Core, and deleted entries (RFC 6721) for what was withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from pressrelease.errors import Problem
from pressrelease.findings import Where
from pressrelease.formats.feed._body import TEMPLATE
from pressrelease.formats.feed._channel import channel, options_of
from pressrelease.formats.feed._feedgen import atom
from pressrelease.formats.feed._gaps import XML_GAPS
from pressrelease.formats.feed._items import EPOCH, current, items, updated
from pressrelease.formats.feed._lost import lost
from pressrelease.formats.feed._options import FeedOptions
from pressrelease.formats.feed._reading import readings
from pressrelease.formats.feed._wild import looks_like, xml_items
from pressrelease.formats.registry import Collection, Head, Job, Reading, Source, Unwritable, Written
from pressrelease.model import Release

FILE = "feed.atom"


def recognise(head: Head) -> float:
    """Return how sure it is that `head` opens an Atom feed."""
    return looks_like(head, "atom")


def read_all(source: Source) -> Iterator[Reading]:
    """Yield the entries of an Atom feed, or a single entry document."""
    return readings(xml_items(source, "atom"), source)


def write_all(releases: Iterable[Release], job: Job) -> Written:
    """Return an Atom feed of public `releases`; raise Unwritable where it has no title or id, or an item no id."""
    given = list(releases)
    chosen = current(given, job.withdrawn)
    about = channel([r for _, r in chosen], job, FILE)
    if not about.id:
        raise Unwritable(
            Problem(
                "an Atom feed without an id",
                Where(field="options.self_url"),
                expected="the feed's own address, or that of the page it belongs to",
                advice="pass newsroom=… or options={'self_url': 'https://…'}; RFC 4287 requires it",
            )
        )
    made = items(chosen, job)
    return Written(atom(about, made, _withdrawn(job)), tuple(lost(chosen, made, job, "atom")))


def _withdrawn(job: Job) -> list[tuple[dt.datetime, Release]]:
    """Return what was withdrawn and when, newest first, the last version of each, as many as a feed holds."""
    newest: dict[str, Release] = {}
    for release in job.withdrawn:
        key = release.id or release.url
        if key and (key not in newest or newest[key].version < release.version):
            newest[key] = release
    gone = [(updated(r, job.now) or EPOCH, r) for r in newest.values()]
    return sorted(gone, key=lambda entry: (entry[0], entry[1].id or entry[1].url), reverse=True)[
        : options_of(job).size
    ]


ATOM = Collection(
    name="atom",
    title="Atom (RFC 4287)",
    group="feed",
    media_type="application/atom+xml",
    suffixes=(".atom", ".xml"),
    binary=True,
    template=TEMPLATE,
    recognise=recognise,
    read_all=read_all,
    write_all=write_all,
    cannot_carry=XML_GAPS,
    options=FeedOptions,
)
FORMATS = (ATOM,)
