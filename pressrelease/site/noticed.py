"""What is worth telling whoever builds: releases that lead nowhere, lack something, or look like a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressrelease.findings import Finding, Where
from pressrelease.newsroom import FILE_NAME
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary

NAMING_PAGES = ("feeds", "topic-feeds", "sitemap", "twins")
"""Outputs for programs, which are told of pages that may also be another program's."""


def noticed(site: Site, every: Sequence[Summary]) -> Iterator[Finding]:
    """Yield warnings of `site`, and of `every` release of its newsroom: of hidden ones only whoever builds is told."""
    yield from _without_pages(site)
    for s in (*site.shown, *site.withdrawn):
        for href in site.unknown(s):
            yield _warning(
                "unknown-reference",
                s,
                f"{href} leads to no public release; it is not linked",
                "mend the address, or name what another program serves there in `[site] elsewhere`",
            )
    for s in site.shown:
        for href in s.undescribed:
            message = f"the picture {href} says nothing to whom cannot see it"
            yield _warning("picture-without-alt", s, message, "say in `alt` what it shows")
        if s.life.comes_out is None:
            message = "no date: its page names none, and lists and feeds show it as the oldest of all"
            yield _warning("undated", s, message, "write when it comes out: `published: …`", "published")
    yield from _late(every)
    yield from _orphans(every)


def _without_pages(site: Site) -> Iterator[Finding]:
    """Yield a warning where what programs are told of are pages that the site does not hold."""
    outputs, root = site.newsroom.site.outputs, site.newsroom.root
    if "pages" not in outputs and (blind := [name for name in outputs if name in NAMING_PAGES]):
        yield Finding(
            "no-pages",
            "warning",
            f"{' and '.join(blind)} name the addresses of pages that this site does not hold",
            Where(str(root / FILE_NAME if root else FILE_NAME), field="site.outputs"),
            'add "pages", unless another program serves them there',
        )


def _late(every: Sequence[Summary]) -> Iterator[Finding]:
    """Yield a warning for each embargo that ends before its release comes out: it holds nothing back."""
    for s in every:
        lift, comes_out = s.life.lift, s.life.comes_out
        if not s.earlier and lift is not None and comes_out is not None and lift < comes_out:
            message = f"the embargo ends on {lift.isoformat()}, before publication ({comes_out.isoformat()})"
            yield _warning("embargo-past", s, message, "take it out, or set it anew", "embargo")


def _orphans(every: Sequence[Summary]) -> Iterator[Finding]:
    """Yield a warning for each earlier version of what is not there: no page shows it."""
    present = {(s.family, s.language) for s in every if not s.earlier}
    for s in every:
        if s.earlier and (s.family, s.language) not in present:
            yield _warning(
                "version-without-release",
                s,
                f"an earlier version of no release in {s.language}; nothing is made from it",
                "put the release itself beside it: the file without `@` and its number",
            )


def _warning(code: str, s: Summary, message: str, fix: str, field: str = "") -> Finding:
    return Finding(code, "warning", message, Where(s.source, field=field), fix)
