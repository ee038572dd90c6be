"""The frame of the site's pages, and what their lists show of a release."""

from __future__ import annotations

import re
from typing import Any

from pressrelease.formats.registry import DEFAULT
from pressrelease.newsroom import Newsroom
from pressrelease.site.plan import FEEDS, Entry, Output, Plan, languages
from pressrelease.theme import Anchor, Page, language_name


def frame(site: Plan, language: str, root: str, **more: Any) -> Page:
    """Return the frame of a page in `language`; `root` leads from the page to the site's root (`../`)."""
    house = site.newsroom
    told: dict[str, Any] = {
        "title": house.title,
        "language": language,
        "name": house.title,
        "description": house.site.description,
        "stylesheet": f"{root}style.css",
        "script": f"{root}site.js",
        "accent": house.theme.accent,
        "home": root or "./",
        "logo": f"{root}{house.theme.logo}" if house.theme.logo and ":" not in house.theme.logo else house.theme.logo,
        "navigation": _navigation(site, root),
        "feeds": feed_anchors(site, language),
        "time_zone": house.time_zone,
    }
    return Page(**{**told, **more})


def _navigation(site: Plan, root: str) -> tuple[Anchor, ...]:
    """Return links to the home page of each language the site speaks, none where it speaks one."""
    others = languages(site)
    if not others:
        return ()
    own = site.newsroom.language
    return tuple(
        Anchor(f"{root}{'' if tag == own else tag.lower() + '/'}" or "./", language_name(tag), tag) for tag in (own, *others)
    )


def feed_anchors(site: Plan, language: str) -> tuple[Anchor, ...]:
    """Return the feeds that a page in `language` names: those of its language where there are some."""
    base = site.newsroom.base_url
    part = f"{language.lower()}/" if language in languages(site) else ""
    return tuple(
        Anchor(f"{base}{part}{path}", DEFAULT.get(name).title, language, DEFAULT.get(name).media_type)
        for name, path in FEEDS.items()
    )


def home_of(house: Newsroom, language: str) -> str:
    """Return the address of the first page in `language` (empty: the house's own)."""
    return house.base_url + (f"{language.lower()}/" if language else "")


def list_values(site: Plan, output: Output) -> tuple[Page, dict[str, Any]]:
    """Return frame and values of a list page."""
    house = site.newsroom
    language = output.about or house.language
    every = site.listed(output.about)
    per_page = house.site.per_page
    shown = every[(output.number - 1) * per_page : output.number * per_page]
    root = "../" * output.path.count("/")
    base = home_of(house, output.about)
    page = frame(
        site,
        language,
        root,
        canonical=base if output.number == 1 else f"{base}page/{output.number}/",
        alternates=_language_homes(site) if output.number == 1 else (),
    )
    pages = max(1, -(-len(every) // per_page))
    return page, {
        "items": texts(site, shown),
        "number": output.number,
        "pages": pages,
        "newer": _page_address(base, output.number - 1, pages),
        "older": _page_address(base, output.number + 1, pages),
        "description": house.site.description,
    }


def _page_address(base: str, number: int, pages: int) -> str:
    if not 1 <= number <= pages:
        return ""
    return base if number == 1 else f"{base}page/{number}/"


def _language_homes(site: Plan) -> tuple[Anchor, ...]:
    others = languages(site)
    if not others:
        return ()
    own = Anchor(home_of(site.newsroom, ""), "", site.newsroom.language)
    return (own, *(Anchor(home_of(site.newsroom, tag), "", tag) for tag in others))


def texts(site: Plan, entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    """Return what a list shows of each release, as plain values."""
    return [_item(site, entry) for entry in entries]


def _item(site: Plan, entry: Entry) -> dict[str, Any]:
    release = entry.release
    lead = next((a for a in release.assets if a.role == "main"), None)
    picture = lead.renditions[0] if lead else None
    return {
        "headline": release.headline,
        "subheadline": release.subheadline,
        "summary": release.summary or _first_words(release.story.text),
        "href": release.url,
        "published": release.published,
        "place": ", ".join(p.name for p in release.dateline.places) if release.dateline else "",
        "language": release.language,
        "kicker": release.subjects[0].name if release.subjects else next(iter(release.keywords), ""),
        "corrected": release.change.kind == "correction",
        "image": "" if picture is None else _absolute(release.url, picture.href),
        "image_alt": lead.alt if lead else "",
        "image_width": picture.width if picture else None,
        "image_height": picture.height if picture else None,
    }


def _absolute(base: str, href: str) -> str:
    return href if re.match(r"[a-z]+:", href) else f"{base}{href}"


def _first_words(text: str, most: int = 240) -> str:
    first = text.partition("\n")[0]
    return first if len(first) <= most else first[: most - 1].rpartition(" ")[0] + " …"
