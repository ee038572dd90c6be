"""Lists of releases: the newsroom's home with its further pages, one set for each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pressrelease.model import zone_info
from pressrelease.site.addresses import base_of, editions, root_of, twin_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, framed, item, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.paging import sheets
from pressrelease.site.pictures import lead
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.wording import date_words, wording


def of_site(site: Site) -> Iterator[Output]:
    """Yield the pages of each list; the first one shows its newest release large."""
    twin = twin_of(site)
    for language in ("", *site.languages):
        every = wording(language or site.newsroom.language)("all_releases")
        for path, filled in pages(site, site.listed(language), base_of(site, language), language):
            if filled["later"]:
                told = {"title": titled(site, every, filled["description"]), "twin": twin}
                yield framed(site, "list", path, language, told, {**filled, "heading": every})
            else:
                yield _first(site, path, language, filled)


def _first(site: Site, path: str, language: str, filled: dict[str, Any]) -> Output:
    newest, *rest = filled["items"] or (None,)
    own = site.newsroom.site.description if not language else ""
    picture = lead(site, site.listed(language)[0], root_of(path)) if newest else None
    first = {"newest": newest, "lead": picture, "items": tuple(rest), "heading": "", "description": own}
    told = {"alternates": editions(site, ""), "twin": twin_of(site)}
    made = framed(site, "list", path, language, told, {**filled, **first})
    return replace(made, after=picture.paths if picture else ())


def make(output: Output, desk: Desk) -> bytes:
    """Fill the template; of the newest release's picture it names the copies that there are."""
    told, filled = output.inputs
    if picture := filled.get("lead"):
        newest = filled["newest"]
        image = replace(picture.picture(desk), alt=newest.image.alt)
        output = replace(output, inputs=(told, {**filled, "newest": replace(newest, image=image)}))
    return fill(output, desk)


fill = filler("site/index.html")


def pages(
    site: Site,
    entries: Sequence[Summary],
    folder: str,
    language: str,
    shown: Callable[[Summary, str], Any] = item,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield path and values of each page of the list of `entries` (newest first) that lies in `folder`.

    A page that has a number says from when its releases are. `shown` gives what a list shows of one, as `item` does.
    """
    for sheet in sheets(entries, site.newsroom.site.per_page, folder):
        yield (
            sheet.path,
            {
                "newest": None,
                "items": tuple(shown(s, sheet.root) for s in sheet.entries),
                "description": _span(site, sheet.entries, language) if sheet.number else "",
                "up": None,
                "later": sheet.later,
                "earlier": sheet.earlier,
            },
        )


def _span(site: Site, entries: Sequence[Summary], language: str) -> str:
    """Return the days of the first and last of `entries` in words."""
    spoken = language or site.newsroom.language
    zone = zone_info(site.newsroom.time_zone)
    moments = [s.published for s in entries if s.published]
    days = [date_words(m.astimezone(zone or m.tzinfo).date(), spoken) for m in moments]
    if not days or days[0] == days[-1]:
        return days[0] if days else ""
    return wording(spoken)("span", first=days[-1], last=days[0])


KINDS = (
    Kind(
        "list",
        "pages",
        ("list page", "list pages"),
        make,
        of_site=of_site,
        templates=("site/index.html",),
    ),
)
