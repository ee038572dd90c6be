"""The archive: every release in dense lists by year and month, one set for each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pressrelease.model import zone_info
from pressrelease.site.addresses import base_of, editions, root_of
from pressrelease.site.frame import filler, framed, line, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor, Item
from pressrelease.wording import Wording, wording

Months: TypeAlias = Mapping[int, Sequence[Summary]]
"""Releases by month, newest first; 0: they say no date."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the archive as a page shows it; nameless where its releases say no date."""

    name: str
    id: str
    """Where it stands on the page of its year."""
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
    """Yield the archive and its years."""
    for language in ("", *site.languages):
        w = wording(language or site.newsroom.language)
        folder = f"{base_of(site, language)}archive/"
        years = []
        for year, months in site.shared(calendar, language).items():
            name = str(year) if year else w("undated")
            href = f"{year or 'undated'}/"
            yield _year(site, language, folder + href, w("releases_of", time=name) if year else name, months)
            count = sum(map(len, months.values()))
            years.append(Year(name, href, count, tuple(_months(months, w)) if year else ()))
        told = {"title": titled(site, w("archive")), "alternates": editions(site, "archive")}
        yield framed(site, "archive", f"{folder}index.html", language, told, {"years": tuple(years)})


def calendar(site: Site, language: str) -> dict[int, Months]:
    """Return what a list of `language` shows by year and month, newest first."""
    zone = zone_info(site.newsroom.time_zone)
    found: dict[int, dict[int, list[Summary]]] = {}
    for s in site.listed(language):
        day = s.published and s.published.astimezone(zone or s.published.tzinfo)
        year, month = (day.year, day.month) if day else (0, 0)
        found.setdefault(year, {}).setdefault(month, []).append(s)
    return {year: dict(sorted(found[year].items(), reverse=True)) for year in sorted(found, reverse=True)}


def _months(months: Months, w: Wording, root: str | None = None) -> Iterator[Month]:
    """Yield `months` as a page shows them: with their releases where `root` leads back from it."""
    for month, entries in months.items():
        items = () if root is None else tuple(line(s, root) for s in entries)
        yield Month(w.months[month - 1] if month else "", f"month-{month:02}", len(entries), items)


def _year(site: Site, language: str, folder: str, heading: str, months: Months) -> Output:
    path = f"{folder}index.html"
    w = wording(language or site.newsroom.language)
    shown = tuple(_months(months, w, root_of(path)))
    filled = {"heading": heading, "up": Anchor("../", w("archive")), "months": shown}
    return framed(site, "year", path, language, {"title": titled(site, heading)}, filled)


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
        ("year of the archive", "years of the archive"),
        filler("site/year.html"),
        templates=("site/year.html",),
    ),
)
