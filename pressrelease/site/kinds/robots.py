"""`robots.txt` (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.site.desk import Desk
from pressrelease.site.kinds.sitemap import NEWS_PATH
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.policy import policy


def of_site(site: Site) -> Iterator[Output]:
    """Yield the one file."""
    base = site.newsroom.base_url
    yield Output(
        "robots.txt", "robots", ((f"{base}sitemap.xml", f"{base}{NEWS_PATH}"), policy(site.newsroom))
    )


def make(output: Output, desk: Desk) -> bytes:
    """Fill its template."""
    sitemaps, told = output.inputs
    return desk.templates.render("site/robots.txt", "text", sitemaps=sitemaps, policy=told).encode()


KINDS = (
    Kind(
        "robots",
        "sitemap",
        ("robots.txt", "robots.txt"),
        make,
        of_site=of_site,
        templates=("site/robots.txt",),
    ),
)
