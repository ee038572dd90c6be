"""Feeds of the newest releases: all of them, and one set for each language."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.formats.verbs import render_all
from pressrelease.site.desk import Desk
from pressrelease.site.frame import FEEDS, home_of
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.settings import WITHOUT_LOOK


def of_site(site: Site) -> Iterator[Output]:
    """Yield every feed: the newest releases, and what was withdrawn of them."""
    for language in ("", *site.languages):
        newest = site.listed(language)[: site.newsroom.feeds.size]
        gone = (s for s in site.withdrawn if not language or s.language == language)
        taken = tuple(site.take(s) for s in (*newest, *gone))
        base = f"{language.lower()}/" if language else ""
        for name, file in FEEDS.items():
            options = {
                "self_url": f"{site.newsroom.base_url}{base}{file}",
                "home": home_of(site.newsroom, language),
                "language": language or site.newsroom.language,
            }
            yield Output(f"{base}{file}", "feed", (name, options), releases=taken)


def make(output: Output, desk: Desk) -> bytes:
    """Write a feed, dated by its newest release."""
    name, options = output.inputs
    body = render_all(
        [desk.shown(taken) for taken in output.releases],
        name,
        newsroom=desk.newsroom,
        now=max((taken.as_of for taken in output.releases), default=None),
        options=options,
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
        settings=(*WITHOUT_LOOK, "feeds"),
        engines=("feedgen",),
    ),
)
