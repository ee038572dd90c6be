"""`sitemap.xml` (sitemaps.org 0.9): every page with its last change and its languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pressrelease.site.addresses import alternates
from pressrelease.site.desk import Desk
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site


def of_site(site: Site) -> Iterator[Output]:
    """Yield the site map."""
    entries = tuple((s.url, _changed(s.moments, site.now), alternates(site, s)) for s in site.shown)
    yield Output("sitemap.xml", "sitemap", (site.newsroom.base_url, entries))


def _changed(moments: tuple[dt.datetime, ...], now: dt.datetime) -> str:
    past = [m for m in moments if m <= now]
    return max(past).isoformat(timespec="seconds") if past else ""


def make(output: Output, desk: Desk) -> bytes:
    """Fill the template of the site map."""
    home, entries = output.inputs
    return desk.templates.render("site/sitemap.xml", "xml", entries=entries, home=home).encode()


KINDS = (
    Kind(
        "sitemap",
        "sitemap",
        ("site map", "site maps"),
        make,
        of_site=of_site,
        templates=("site/sitemap.xml",),
    ),
)
