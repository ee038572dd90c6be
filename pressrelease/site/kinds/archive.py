"""The archive: every release in dense lists by year and by month, one set for each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from pressrelease.model import in_zone
from pressrelease.site.addresses import base_of, editions, root_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, framed, line, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor
from pressrelease.wording import wording

Months: TypeAlias = Mapping[int, Sequence[Summary]]
"""Releases by month, newest first; 0: they say no date."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the archive as a page shows it; nameless where the page is its own, or its releases say no date."""

    name: str
    href: str
    """Address of its page, from the one that shows it; empty: there is none, or it is this one."""
    count: int
    items: tuple[Any, ...] = ()
    """What it lists: the releases (`Summary`) where an output is planned, an `Item` of each where it is made."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the archive as its first page shows it."""

    name: str
    href: str
    count: int
    months: tuple[Month, ...]


def of_site(site: Site) -> Iterator[Output]:
    """Yield the archive, its years and their months."""
    for language in ("", *site.languages):
        w = wording(language or site.newsroom.language)
        folder = f"{base_of(site, language)}archive/"
        years = []
        for year, months in site.shared(calendar, language).items():
            href = year_href(year)
            yield from _year(site, language, folder + href, year, months)
            count = sum(map(len, months.values()))
            named = (
                Month(w.months[m - 1], href + month_href(m), len(found)) for m, found in months.items() if m
            )
            years.append(Year(str(year) if year else w("undated"), href, count, tuple(named)))
        told = {"title": titled(site, w("archive")), "alternates": editions(site, "archive")}
        yield framed(site, "archive", f"{folder}index.html", language, told, {"years": tuple(years)})


def calendar(site: Site, language: str) -> dict[int, Months]:
    """Return what a list of `language` shows by year and month, newest first."""
    found: dict[int, dict[int, list[Summary]]] = {}
    for s in site.listed(language):
        day = s.published and in_zone(s.published, site.newsroom.time_zone)
        year, month = (day.year, day.month) if day else (0, 0)
        found.setdefault(year, {}).setdefault(month, []).append(s)
    return {year: dict(sorted(found[year].items(), reverse=True)) for year in sorted(found, reverse=True)}


def year_href(year: int) -> str:
    """Return the address of the page of `year`, from the archive."""
    return f"{year or 'undated'}/"


def month_href(month: int) -> str:
    """Return the address of the page of `month`, from that of its year."""
    return f"{month:02}/"


def _year(site: Site, language: str, folder: str, year: int, months: Months) -> Iterator[Output]:
    """Yield the page of a year in `folder`, and of each of its months."""
    w = wording(language or site.newsroom.language)
    shown = []
    for month, entries in months.items():
        name, href = (w.months[month - 1], month_href(month)) if month else ("", "")
        shown.append(Month(name, href, len(entries), tuple(entries)))
        if month:
            heading = w("releases_of", time=w("month_of", month=name, year=year))
            above = Anchor("../", str(year))
            alone = (replace(shown[-1], name="", href=""),)
            yield _dense(site, "month", language, folder + href, heading, above, alone)
    heading = w("releases_of", time=str(year)) if year else w("undated")
    yield _dense(site, "year", language, folder, heading, Anchor("../", w("archive")), tuple(shown))


def _dense(
    site: Site,
    kind: str,
    language: str,
    folder: str,
    heading: str,
    above: Anchor,
    months: tuple[Month, ...],
) -> Output:
    told, filled = {"title": titled(site, heading)}, {"heading": heading, "up": above, "months": months}
    return framed(site, kind, f"{folder}index.html", language, told, filled)


def make_dense(output: Output, desk: Desk) -> bytes:
    """Fill the template of a year or month with what it shows of each release."""
    _, filled = output.inputs
    root = root_of(output.path)
    months = tuple(replace(m, items=tuple(line(s, root) for s in m.items)) for m in filled["months"])
    return _fill(output, desk, months=months)


_fill = filler("site/year.html")


KINDS = (
    Kind(
        "archive",
        "archive",
        ("archive", "archives"),
        filler("site/archive.html"),
        of_site=of_site,
        templates=("site/archive.html",),
    ),
    *(
        Kind(
            name,
            "archive",
            (f"{name} of the archive", f"{name}s of the archive"),
            make_dense,
            templates=("site/year.html",),
        )
        for name in ("year", "month")
    ),
)
