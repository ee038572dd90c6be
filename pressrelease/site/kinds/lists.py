"""Lists of releases: the newsroom's home with its further pages, one set for each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pressrelease.formats.web import reach
from pressrelease.model import Contact, in_zone
from pressrelease.site.addresses import base_of, editions, has, root_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, framed, item, titled
from pressrelease.site.kinds.contacts import cards
from pressrelease.site.output import Kind, Output
from pressrelease.site.paging import sheets
from pressrelease.site.pictures import lead
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.wording import date_words, wording


def of_site(site: Site) -> Iterator[Output]:
    """Yield the pages of each list; the first one shows its newest release large."""
    for language in ("", *site.languages):
        every = wording(language or site.newsroom.language)("all_releases")
        for path, filled in pages(site, site.listed(language), base_of(site, language), language):
            if filled["later"]:
                told = {"title": titled(site, every, filled["description"])}
                yield framed(site, "list", path, language, told, {**filled, "heading": every})
            else:
                yield _first(site, path, language, filled)


def _first(site: Site, path: str, language: str, filled: dict[str, Any]) -> Output:
    newest, *rest = filled["items"] or (None,)
    own = site.newsroom.site.description if not language else ""
    picture = lead(site, newest, root_of(path)) if newest else None
    first = {"newest": newest, "lead": picture, "items": tuple(rest), "heading": "", "description": own}
    if not rest and has(site, "contacts"):
        # Where there is little to read yet, it says at least whom to ask.
        people = tuple(card for card in cards(site, language, path) if isinstance(card.who, Contact))
        first |= {"cards": people, "spoken": site.newsroom.language}
    told = {"alternates": editions(site, "")}
    made = framed(site, "list", path, language, told, {**filled, **first})
    return replace(made, after=picture.paths if picture else ())


def lister(template: str, **always: Any) -> Callable[[Output, Desk], bytes]:
    """Return the maker of lists: it fills `template` with what each shows of its releases, and with `always`.

    Of the picture of the newest one, if it is shown large, it names the copies that there are.
    """
    fill = filler(template, **always)

    def make(output: Output, desk: Desk) -> bytes:
        _, filled = output.inputs
        root = root_of(output.path)
        newest = item(filled["newest"], root) if filled["newest"] else None
        if newest and newest.image and (picture := filled.get("lead")):
            newest = replace(newest, image=replace(picture.picture(desk), alt=newest.image.alt))
        return fill(output, desk, newest=newest, items=tuple(item(s, root) for s in filled["items"]))

    return make


def pages(
    site: Site, entries: Sequence[Summary], folder: str, language: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield path and values of each page of the list of `entries` (newest first) that lies in `folder`.

    A page that has a number says from when its releases are.
    """
    for sheet in sheets(entries, site.newsroom.site.per_page, folder):
        yield (
            sheet.path,
            {
                "newest": None,
                "items": tuple(sheet.entries),
                "description": _span(site, sheet.entries, language) if sheet.number else "",
                "up": None,
                "later": sheet.later,
                "earlier": sheet.earlier,
            },
        )


def _span(site: Site, entries: Sequence[Summary], language: str) -> str:
    """Return the days of the first and last of `entries` in words."""
    spoken = language or site.newsroom.language
    zone = site.newsroom.time_zone
    moments = [s.published for s in entries if s.published]
    if not moments:
        return ""
    last, first = (date_words(in_zone(m, zone).date(), spoken) for m in (moments[0], moments[-1]))
    return last if first == last else wording(spoken)("span", first=first, last=last)


KINDS = (
    Kind(
        "list",
        "pages",
        ("list page", "list pages"),
        lister("site/index.html", view=reach),
        of_site=of_site,
        templates=("site/index.html",),
    ),
)
