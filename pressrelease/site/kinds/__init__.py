"""The kinds of outputs a site has, a room a concern: each says when there is one and how it is made.

To add a kind: write a module here that ends in `KINDS`, and name it in `ROOMS`. What a maker needs it is given in the
output's values; what it may read of the newsroom it declares in `settings` (see `pressrelease.site.output.Kind`).
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from importlib import import_module

from pressrelease.errors import PressReleaseError
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site

ROOMS = (
    "formats",
    "pages",
    "files",
    "lists",
    "archive",
    "terms",
    "people",
    "feeds",
    "sitemap",
    "robots",
    "missing",
    "look",
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
    """Yield the outputs of `site`: those of each release together, then each of those about many.

    What keeps one from being planned goes to `problems`.
    """
    chosen = _chosen(site)
    about_one = [kind.of_release for kind in chosen if kind.of_release]
    for entry in (*site.shown, *site.withdrawn):
        group: list[Output] = []
        for of_release in about_one:
            try:
                group += of_release(site, entry)
            except PressReleaseError as error:
                problems.append(error)
        yield tuple(group)
    for kind in chosen:
        try:
            for output in kind.of_site(site) if kind.of_site else ():
                yield (output,)
        except PressReleaseError as error:
            problems.append(error)


def next_change(site: Site) -> dt.datetime | None:
    """Return the next moment at which `site` changes by itself, or None."""
    told = (kind.next_change(site) for kind in _chosen(site) if kind.next_change)
    return min((m for m in (site.next_change, *told) if m is not None), default=None)


def _chosen(site: Site) -> list[Kind]:
    return [kind for kind in kinds().values() if kind.choice in site.newsroom.site.outputs]
