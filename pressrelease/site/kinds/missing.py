"""`404.html`: the page for an address that leads nowhere, with the newest releases."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.site.desk import Desk
from pressrelease.site.frame import frame, item, root_path
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.theme import values


def of_site(site: Site) -> Iterator[Output]:
    """Yield the page. It is served at any depth: its links begin at the host's root."""
    root = root_path(site.newsroom)
    page = frame(site, site.newsroom.language, root, robots="noindex")
    newest = tuple(item(s, root) for s in site.listed()[:5])
    yield Output("404.html", "missing", (page, newest))


def make(output: Output, desk: Desk) -> bytes:
    """Fill its template."""
    page, newest = output.inputs
    more = {"newest": None, "items": newest, "description": "", "heading": "", "later": "", "earlier": ""}
    return desk.templates.render("site/404.html", "html", **values(page, **more)).encode()


KINDS = (
    Kind(
        "missing",
        "pages",
        ("page for what is missing", "pages for what is missing"),
        make,
        of_site=of_site,
        templates=("site/404.html",),
    ),
)
