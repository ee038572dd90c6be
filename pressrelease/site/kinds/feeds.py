"""Feeds of the newest releases: all of them, one set for each language and for each topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from pressrelease.formats.verbs import render_all
from pressrelease.site.addresses import FEEDS, folder_of_term, has, home_of
from pressrelease.site.desk import Desk
from pressrelease.site.output import Files, Kind, Output, Taken
from pressrelease.site.plan import Site
from pressrelease.site.settings import WITHOUT_LOOK
from pressrelease.site.summary import Summary


def of_site(site: Site) -> Iterator[Output]:
    """Yield every feed of the newest releases, and of what was withdrawn."""
    for language in ("", *site.languages):
        gone = (s for s in site.withdrawn if not language or s.language == language)
        taken = _taken(site, (*site.listed(language)[: site.newsroom.feeds.size], *gone))
        base = f"{language.lower()}/" if language else ""
        for name, file in FEEDS.items():
            options = {
                "self_url": f"{site.newsroom.base_url}{base}{file}",
                "home": home_of(site.newsroom, language),
                "language": language or site.newsroom.language,
            }
            yield Output(f"{base}{file}", "feed", (name, options), releases=taken)


def of_topics(site: Site) -> Iterator[Output]:
    """Yield the feeds of each topic, in all formats together: its releases are taken up once for them."""
    house = site.newsroom
    for language in ("", *site.languages):
        for topic, entries in site.grouped("topics", language).items():
            gone = (
                s
                for s in site.withdrawn
                if (not language or s.language == language) and any(t.key == topic.key for t in s.topics)
            )
            folder = folder_of_term(site, "topics", topic, language)
            address = house.base_url + quote(folder)
            options = {
                "title": f"{house.title}: {topic.name}",
                "home": address if has(site, "topics", language) else home_of(house, language),
                "language": language or house.language,
            }
            taken = _taken(site, (*entries[: house.feeds.topic_size], *gone))
            yield Output(folder, "topic-feed", (address, options), releases=taken)


def _taken(site: Site, entries: Iterable[Summary]) -> tuple[Taken, ...]:
    return tuple(map(site.take, entries))


def make(output: Output, desk: Desk) -> bytes:
    """Write a feed, dated by its newest release."""
    name, options = output.inputs
    return _written(output, desk, name, options)


def make_all(output: Output, desk: Desk) -> Files:
    """Write the feeds of a topic."""
    address, options = output.inputs
    for name, file in FEEDS.items():
        yield file, _written(output, desk, name, {**options, "self_url": address + file})


def _written(output: Output, desk: Desk, name: str, options: Mapping[str, str]) -> bytes:
    body = render_all(
        desk.all_shown(output.releases),
        name,
        newsroom=desk.newsroom,
        now=max((taken.as_of for taken in output.releases), default=None),
        options={**options, "items": desk.items},
        templates=desk.templates,
        registry=desk.registry,
    )
    return body if isinstance(body, bytes) else body.encode()


KINDS = (
    Kind(
        "feed",
        "feeds",
        ("feed", "feeds"),
        make,
        of_site=of_site,
        templates=("feed/item.html",),
        settings=(*WITHOUT_LOOK, "feeds", "terms"),
        engines=("feedgen",),
    ),
    Kind(
        "topic-feed",
        "topic-feeds",
        ("feed of a topic", "feeds of topics"),
        make_all,
        of_site=of_topics,
        templates=("feed/item.html",),
        settings=(*WITHOUT_LOOK, "feeds", "terms"),
        engines=("feedgen",),
    ),
)
