"""Cost of an RSS feed of 1,000 items against feedgen by hand, both from the same rendered bodies.

python benchmarks/feeds.py [ITEMS] [RUNS]

Both write the same facts of each item: title, link, guid, summary, full content, date, creator, categories,
enclosure and a Media RSS picture. Runs are paired (ours, by hand, ours, by hand …), so that a busy machine
slows both; what counts is processor time.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable

from feedgen.feed import FeedGenerator

import pressrelease as pr
from pressrelease.formats.feed._body import Body, body
from pressrelease.formats.feed._options import FeedOptions
from pressrelease.formats.feed.rss import write_all
from pressrelease.formats.registry import Job

NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
START = dt.datetime(2026, 1, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))
ROOM = pr.Newsroom(
    title="Example Newsroom",
    base_url="https://news.example.org/",
    publisher=pr.Organisation(name="Example Corp"),
)


def release(number: int) -> pr.Release:
    """Return an ordinary release: eight paragraphs, a picture, two categories."""
    words = "The harbour opened on Monday with a speech, a band and 4,000 guests & friends. " * 4
    return ROOM.completed(
        pr.Release(
            headline=f"Example Corp opens harbour number {number}",
            slug=f"harbour-{number}",
            language="en",
            byline="Ada Byron",
            summary=f"Harbour {number} is open.",
            published=START + dt.timedelta(hours=number % 5000),
            story="\n\n".join(f"{words}({number}.{i})" for i in range(8)),
            keywords=("harbour", "trade"),
            assets=(
                pr.Asset(
                    renditions=(pr.Rendition(href="harbour.jpg", width=1600, height=900, size=204_800),),
                    caption="The harbour.",
                    credit="B. Diaz",
                ),
            ),
        )
    )


def by_hand(releases: list[pr.Release], bodies: dict[str, Body]) -> bytes:
    """Return the same feed as a user of feedgen writes it."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.load_extension("media")
    feed.title("Example Newsroom")
    feed.link(href="https://news.example.org/feed.xml", rel="self")
    feed.link(href="https://news.example.org/", rel="alternate")
    feed.description("Example Newsroom")
    feed.language("en")
    for r in releases:
        entry = feed.add_entry(order="append")
        entry.title(r.headline)
        entry.guid(r.id, permalink=False)
        entry.link(href=r.url)
        entry.content(bodies[r.id].html, type="CDATA")
        entry.summary(r.summary)
        entry.published(r.published)
        entry.dc.dc_creator(r.byline)
        entry.dc.dc_publisher("Example Corp")
        entry.dc.dc_language(r.language)
        for word in r.keywords:
            entry.category(term=word)
        picture = r.assets[0]
        href = f"{r.url}{picture.renditions[0].href}"
        entry.enclosure(href, "204800", "image/jpeg")
        entry.media.content(
            url=href, medium="image", type="image/jpeg", width="1600", height="900", fileSize="204800"
        )
        entry.media.thumbnail(url=href, width="1600", height="900")
    return bytes(feed.rss_str())


def seconds(work: Callable[[], object]) -> float:
    """Return what `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main(count: int = 1000, runs: int = 15) -> None:
    """Print medians and their ratio."""
    releases = [release(number) for number in range(count)]
    job = Job(now=NOW, newsroom=ROOM, options=FeedOptions(size=min(count, 1000)), format="rss")
    rendering = time.process_time()
    bodies = {r.id: body(r, r.url, job, True) for r in releases}
    rendering = time.process_time() - rendering
    newest_first = sorted(releases, key=lambda r: r.published or NOW, reverse=True)

    def ours() -> bytes:
        made = write_all(releases, job, make_body=lambda r, base, job, full: bodies[r.id]).body
        assert isinstance(made, bytes)
        return made

    def hand() -> bytes:
        return by_hand(newest_first, bodies)

    ours(), hand()
    pairs = [(seconds(ours), seconds(hand)) for _ in range(runs)]
    print(f"{count} items, {runs} paired runs; {len(ours()):,} bytes against {len(hand()):,} by hand")
    print(f"bodies rendered once: {rendering / count * 1000:.2f} ms each")
    print(f"pressrelease: {statistics.median(a for a, _ in pairs) * 1000:.1f} ms")
    print(f"feedgen by hand: {statistics.median(b for _, b in pairs) * 1000:.1f} ms")
    print(f"ratio, median of pairs: {statistics.median(a / b for a, b in pairs):.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
