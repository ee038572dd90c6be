"""Search without a server: its page, and the index that the page's script asks (Pagefind's).

An index is made in parts of a few releases each, so that one that changes costs no more than its part; the browser asks
all parts as one. It is made from the releases themselves, never from their pages: another template changes no index.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import TypeAlias

from pressrelease.markup.plain import block_lines
from pressrelease.model import Release, in_zone
from pressrelease.site.addresses import address_of, base_of, editions, has, root_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, framed, titled
from pressrelease.site.kinds.archive import calendar
from pressrelease.site.output import Files, Kind, Output, Taken
from pressrelease.site.pagefind import Document, indexed
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.wording import date_words, wording

Parts: TypeAlias = dict[str, list[Summary]]
MOST = 200
"""Releases in a part, as long as a month has no more: that many are read and indexed in less than a second."""
_SPANS = (12, 3, 1)
"""Months of a part: the first of these by which no part of a year is too large, else the last."""
_WHENEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


# --- the page -------------------------------------------------------------------------------------------------------


def page_of(site: Site) -> Iterator[Output]:
    """Yield the page of each edition, and the script."""
    for language in ("", *site.languages):
        spoken = language or site.newsroom.language
        path = f"{base_of(site, language)}search/index.html"
        root = root_of(path)
        filled = {
            "parts": tuple(reversed(site.shared(parts, language))),
            "root": root,
            "engine": f"{root}search.js",
            "archive": address_of(site, "archive", spoken, root) if has(site, "archive") else root,
        }
        told = {
            "title": titled(site, wording(spoken)("search")),
            "alternates": editions(site, "search"),
            "robots": "noindex",
            "search": "",
        }
        yield framed(site, "search", path, language, told, filled)


def script_of(site: Site) -> Iterator[Output]:
    """Yield the script of the page."""
    yield Output("search.js", "search-script")


def make_script(output: Output, desk: Desk) -> bytes:
    """Give the script."""
    return desk.templates.render("site/search.js", "text").encode()


# --- the index ------------------------------------------------------------------------------------------------------


def parts(site: Site, language: str) -> Parts:
    """Return the releases that a list of `language` shows, by the names of the parts of its index, newest first."""
    found: Parts = {}
    for year, months in site.shared(calendar, language).items():
        span = next((n for n in _SPANS if max(map(len, _spans(months, n).values())) <= MOST), _SPANS[-1])
        for first, entries in _spans(months, span).items():
            name = f"{year}" if span == _SPANS[0] else f"{year}-{first:02}"
            found[name if year else "undated"] = entries
    return found


def _spans(months: Mapping[int, Sequence[Summary]], span: int) -> dict[int, list[Summary]]:
    """Return the releases of `months` by the first month of each `span` of them."""
    found: dict[int, list[Summary]] = {}
    for month, entries in months.items():
        found.setdefault(max(month - 1, 0) // span * span + 1, []).extend(entries)
    return found


def index_of(site: Site) -> Iterator[Output]:
    """Yield the parts of the index of each edition; the oldest, which changes least, brings the engine."""
    extended = find_spec("pagefind_bin_extended") is not None
    for language in ("", *site.languages):
        spoken = language or site.newsroom.language
        every = site.shared(parts, language)
        for name, entries in every.items():
            leads = name == next(reversed(every))
            yield Output(
                f"{base_of(site, language)}search/{name}/",
                "search-index",
                (spoken, leads, extended),
                releases=tuple(map(_as_written, entries)),
            )


def _as_written(s: Summary) -> Taken:
    """Return release `s` as its own words make it, whatever surrounds it and whenever it is."""
    return Taken(s.folder, s.source, s.digest, s.place, _WHENEVER)


def make_index(output: Output, desk: Desk) -> Files:
    """Index the releases of a part."""
    language, leads, _ = output.inputs
    documents = (_document(taken.folder, desk.shown(taken), language, desk) for taken in output.releases)
    return indexed(documents, language, engine=leads)


def _document(folder: str, release: Release, language: str, desk: Desk) -> Document:
    moment = release.published
    day = moment and in_zone(moment, desk.newsroom.time_zone).date()
    places = release.dateline.places if release.dateline else ()
    return Document(
        folder,
        release.headline,
        (release.subheadline, release.summary),
        tuple(block_lines(release.story.blocks)),
        ", ".join((*(p.name for p in (*places, *release.places)), *release.keywords)),
        {
            "language": release.language,
            "date": day.isoformat() if day else "",
            "day": date_words(day, language) if day else "",
        },
    )


KINDS = (
    Kind(
        "search",
        "search",
        ("search page", "search pages"),
        filler("site/search.html"),
        of_site=page_of,
        templates=("site/search.html",),
    ),
    Kind(
        "search-script",
        "search",
        ("script of the search", "scripts of the search"),
        make_script,
        of_site=script_of,
        templates=("site/search.js",),
    ),
    Kind(
        "search-index",
        "search",
        ("file of the search index", "files of the search index"),
        make_index,
        of_site=index_of,
        settings=("time_zone",),
        engines=("pagefind",),
    ),
)
