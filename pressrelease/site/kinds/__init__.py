"""The kinds of outputs a site has, a room a concern: each says when there is one and how it is made.

To add a kind: write a module here that ends in `KINDS`, and name it in `ROOMS`. What a maker needs it is given in the
output's values; what it may read of the newsroom it declares in `settings` (see `pressrelease.site.output.Kind`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import groupby

from pressrelease.errors import PressReleaseError
from pressrelease.newsroom import Newsroom
from pressrelease.site.output import Kind, Output, Turn
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary

ROOMS = (
    *("gate", "renditions", "cards", "formats", "files", "kit", "pages", "versions"),
    *("lists", "archive", "terms", "people"),
    *("contacts", "imprint", "corrections", "redirects"),
    *("search", "feeds", "sitemap", "twins", "page_twins", "usage", "security", "robots", "missing", "look"),
)
"""In the order of planning: what comes after another output is planned after it."""


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by its name, in the order of planning."""
    found = {}
    for room in ROOMS:
        for kind in import_module(f"pressrelease.site.kinds.{room}").KINDS:
            found[kind.name] = kind
    return found


def planned(site: Site, problems: list[PressReleaseError]) -> Iterator[tuple[Output, ...]]:
    """Yield the outputs of `site`: what pages tell of, those of each release together, then those about many.

    Of these, too, neighbours made from the same releases stay together. What keeps one from being planned goes to
    `problems`.
    """
    for output in planned_of_many(site, problems, first=True):
        yield (output,)
    for entry in (*site.shown, *site.withdrawn):
        yield planned_of(site, entry, problems)
    for _, outputs in groupby(planned_of_many(site, problems), key=lambda o: o.releases or o.path):
        yield tuple(outputs)


def planned_of(site: Site, entry: Summary, problems: list[PressReleaseError]) -> tuple[Output, ...]:
    """Return the outputs of `site` about one release."""
    found: list[Output] = []
    for kind in chosen(site.newsroom):
        try:
            found += kind.of_release(site, entry) if kind.of_release else ()
        except PressReleaseError as error:
            # Two kinds may miss the same file.
            if str(error) not in map(str, problems):
                problems.append(error)
    return tuple(found)


def planned_of_many(
    site: Site, problems: list[PressReleaseError], *, first: bool = False
) -> Iterator[Output]:
    """Yield the outputs of `site` about many releases, or none; `first`: those that pages tell of, else the rest."""
    beside = [kind.of_page for kind in chosen(site.newsroom) if kind.of_page]
    for kind in chosen(site.newsroom):
        try:
            for output in kind.of_site(site) if kind.of_site and kind.first is first else ():
                yield output
                for of_page in beside:
                    yield from of_page(site, output)
        except PressReleaseError as error:
            if str(error) not in map(str, problems):
                problems.append(error)


def next_change(site: Site) -> Turn | None:
    """Return the next moment at which `site` changes by itself, and why, or None."""
    told = (kind.next_change(site) for kind in chosen(site.newsroom) if kind.next_change)
    return min((turn for turn in (site.next_change, *told) if turn is not None), default=None)


def chosen(newsroom: Newsroom) -> tuple[Kind, ...]:
    """Return the kinds that `newsroom` asks for."""
    return _named(newsroom.site.outputs)


@functools.lru_cache(maxsize=8)
def _named(outputs: tuple[str, ...]) -> tuple[Kind, ...]:
    return tuple(kind for kind in kinds().values() if not kind.choice or kind.choice in outputs)
