"""The kinds of outputs a site has, a room a concern: each says when there is one and how it is made.

To add a kind: write a module here that ends in `KINDS`, and name it in `ROOMS`. What a maker needs it is given in the
output's values; what it may read of the newsroom it declares in `settings` (see `pressrelease.site.output.Kind`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from importlib import import_module

from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site

ROOMS = ("formats", "pages", "files", "lists", "feeds", "sitemap", "robots", "missing", "look")
"""In the order of planning: what comes after another output is planned after it."""


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by its name, in the order of planning."""
    found = {}
    for room in ROOMS:
        for kind in import_module(f"pressrelease.site.kinds.{room}").KINDS:
            found[kind.name] = kind
    return found


def planned(site: Site) -> Iterator[Output]:
    """Yield the outputs of `site`: those of each release together, then those about many."""
    chosen = [kind for kind in kinds().values() if kind.choice in site.newsroom.site.outputs]
    about_one = [kind.of_release for kind in chosen if kind.of_release]
    for entry in (*site.shown, *site.withdrawn):
        for of_release in about_one:
            yield from of_release(site, entry)
    for kind in chosen:
        if kind.of_site:
            yield from kind.of_site(site)
