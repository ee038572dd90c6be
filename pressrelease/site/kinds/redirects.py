"""Addresses that releases had before: a page at each that leads to the new one, and a list for hosts that read it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from pressrelease.site.addresses import root_of, root_path
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, framed, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.theme import Anchor
from pressrelease.wording import wording


def of_site(site: Site) -> Iterator[Output]:
    """Yield a page at each former address."""
    for folder, s in site.moved.items():
        path = f"{folder}/index.html"
        there = Anchor(f"{root_of(path)}{quote(s.folder)}/", s.headline, s.language)
        told = {"title": titled(site, wording(s.language)("moved")), "canonical": s.url}
        yield framed(site, "moved", path, s.language, told, {"there": there})


def rules_of(site: Site) -> Iterator[Output]:
    """Yield the list of former addresses, where there are any."""
    if site.moved:
        pairs = tuple((quote(folder), quote(s.folder)) for folder, s in site.moved.items())
        yield Output("_redirects", "redirects", (root_path(site.newsroom), pairs))


def make_rules(output: Output, desk: Desk) -> bytes:
    """Write a line a former folder: its files moved with it (as Netlify, Cloudflare, GitLab Pages read it)."""
    root, pairs = output.inputs
    return "".join(f"{root}{old}/* {root}{new}/:splat 301\n" for old, new in pairs).encode()


KINDS = (
    Kind(
        "moved",
        "redirects",
        ("redirect", "redirects"),
        filler("site/moved.html"),
        of_site=of_site,
        templates=("site/moved.html",),
    ),
    Kind("redirects", "redirects", ("list of redirects", "lists of redirects"), make_rules, of_site=rules_of),
)
