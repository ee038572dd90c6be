"""RSS 2.0 with content, Dublin Core, Media RSS and atom:link; reads RSS 0.9x, 1.0 and 2.0.

A release that was withdrawn is absent: RSS has no word for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrelease.errors import Problem
from pressrelease.findings import Where
from pressrelease.formats.feed._body import TEMPLATE
from pressrelease.formats.feed._channel import channel
from pressrelease.formats.feed._feedgen import rss
from pressrelease.formats.feed._gaps import XML_GAPS
from pressrelease.formats.feed._items import current, items
from pressrelease.formats.feed._lost import lost
from pressrelease.formats.feed._options import FeedOptions
from pressrelease.formats.feed._reading import readings
from pressrelease.formats.feed._wild import looks_like, xml_items
from pressrelease.formats.registry import Collection, Head, Job, Reading, Source, Unwritable, Written
from pressrelease.model import Release

FILE = "feed.xml"


def recognise(head: Head) -> float:
    """Return how sure it is that `head` opens an RSS feed of any version."""
    return looks_like(head, "rss")


def read_all(source: Source) -> Iterator[Reading]:
    """Yield the items of an RSS feed."""
    return readings(xml_items(source, "rss"), source)


def write_all(releases: Iterable[Release], job: Job) -> Written:
    """Return an RSS feed of public `releases`; raise Unwritable where it has no title, page, or an item no id."""
    given = list(releases)
    chosen = current(given, job.withdrawn)
    about = channel([r for _, r in chosen], job, FILE)
    if not about.home:
        raise Unwritable(
            Problem(
                "an RSS channel without its page",
                Where(field="options.home"),
                expected="the address of the page the feed belongs to",
                advice="pass newsroom=… or options={'home': 'https://…'}; RSS 2.0 requires it",
            )
        )
    made = items(chosen, job)
    return Written(rss(about, made), tuple(lost(chosen, made, job, "rss")))


RSS = Collection(
    name="rss",
    title="RSS 2.0",
    group="feed",
    media_type="application/rss+xml",
    suffixes=(".rss", ".rdf", ".xml"),
    binary=True,
    template=TEMPLATE,
    recognise=recognise,
    read_all=read_all,
    write_all=write_all,
    cannot_carry=XML_GAPS,
    options=FeedOptions,
)
FORMATS = (RSS,)
