"""`404.html`: the page for an address that leads nowhere, with the newest releases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressrelease.site.addresses import root_path
from pressrelease.site.frame import filler, frame, item
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site


def of_site(site: Site) -> Iterator[Output]:
    """Yield the page. It is served at any depth: its links begin at the host's root."""
    root = root_path(site.newsroom)
    page = replace(frame(site, site.newsroom.language, root), robots="noindex")
    newest = tuple(item(s, root) for s in site.listed()[:5])
    more = {"newest": None, "items": newest, "description": "", "heading": "", "later": "", "earlier": ""}
    yield Output("404.html", "missing", ({}, more), frame=page)


KINDS = (
    Kind(
        "missing",
        "pages",
        ("page for what is missing", "pages for what is missing"),
        filler("site/404.html"),
        of_site=of_site,
        templates=("site/404.html",),
    ),
)
