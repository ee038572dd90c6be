"""The archive: every release in dense lists by year and month, one set for each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pressrelease.model import zone_info
from pressrelease.site.frame import base_of, editions, filler, framed, line, root_of, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor, Item
from pressrelease.wording import Wording, wording

Months: TypeAlias = Mapping[int, Sequence[Summary]]
"""Releases by month, newest first; 0: they say no date."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the archive as a page shows it."""

    name: str
    href: str
    count: int
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the archive as its first page shows it."""

    name: str
    href: str
    count: int
    months: tuple[Month, ...]


def of_site(site: Site) -> Iterator[Output]:
    """Yield the archive with its years and months."""
    for language in ("", *site.languages):
        w = wording(language or site.newsroom.language)
        folder = f"{base_of(site, language)}archive/"
        calendar = _calendar(site, language)
        for year, months in calendar.items():
            yield from _of_year(site, language, folder, year, months)
        filled = {"years": tuple(_year(year, months, w) for year, months in calendar.items())}
        told = {"title": titled(site, w("archive")), "alternates": editions(site, "archive")}
        yield framed(site, "archive", f"{folder}index.html", language, told, filled)


def _calendar(site: Site, language: str) -> dict[int, Months]:
    """Return what a list of `language` shows by year and month, newest first."""
    zone = zone_info(site.newsroom.time_zone)
    found: dict[int, dict[int, list[Summary]]] = {}
    for s in site.listed(language):
        day = s.published and s.published.astimezone(zone or s.published.tzinfo)
        year, month = (day.year, day.month) if day else (0, 0)
        found.setdefault(year, {}).setdefault(month, []).append(s)
    return {year: dict(sorted(found[year].items(), reverse=True)) for year in sorted(found, reverse=True)}


def _year(year: int, months: Months, w: Wording) -> Year:
    return Year(
        str(year) if year else w("undated"),
        _folder_of(year),
        sum(map(len, months.values())),
        tuple(_month(year, month, w, len(entries)) for month, entries in months.items() if month),
    )


def _month(year: int, month: int, w: Wording, count: int, items: tuple[Item, ...] = ()) -> Month:
    return Month(w.months[month - 1], f"{_folder_of(year)}{month:02}/", count, items)


def _folder_of(year: int) -> str:
    return f"{year or 'undated'}/"


def _of_year(site: Site, language: str, archive: str, year: int, months: Months) -> Iterator[Output]:
    """Yield the pages of a year and of each of its months."""
    w = wording(language or site.newsroom.language)
    folder = archive + _folder_of(year)
    name = w("releases_of", time=str(year)) if year else w("undated")
    yield _dense(site, language, folder, (name, Anchor("../", w("archive"))), months)
    for month, entries in months.items():
        if month:
            name = w("releases_of", time=f"{w.months[month - 1]} {year}")
            yield _dense(
                site, language, f"{folder}{month:02}/", (name, Anchor("../", str(year))), {0: entries}
            )


def _dense(site: Site, language: str, folder: str, head: tuple[str, Anchor], months: Months) -> Output:
    """Return a page that lists the releases of `months`, each beneath its name (0: none); `head`: name and parent."""
    path = f"{folder}index.html"
    root = root_of(path)
    names = ("", *wording(language or site.newsroom.language).months)
    shown = tuple(
        Month(names[month], f"{month:02}/", len(entries), tuple(line(s, root) for s in entries))
        for month, entries in months.items()
    )
    heading, up = head
    told = {"title": titled(site, heading)}
    return framed(site, "year", path, language, told, {"heading": heading, "up": up, "months": shown})


KINDS = (
    Kind(
        "archive",
        "archive",
        ("archive", "archives"),
        filler("site/archive.html"),
        of_site=of_site,
        templates=("site/archive.html",),
    ),
    Kind(
        "year",
        "archive",
        ("archive page", "archive pages"),
        filler("site/year.html"),
        templates=("site/year.html",),
    ),
)
