"""The frame of the site's pages, and what their lists show of a release."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from pressrelease.files import site_path
from pressrelease.formats.registry import DEFAULT
from pressrelease.model import Asset
from pressrelease.newsroom import Newsroom
from pressrelease.outline import kicker
from pressrelease.site.plan import FEEDS, Entry, Output, Plan, languages
from pressrelease.theme import Anchor, Item, Page, Picture, language_name


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
        "imprint": _imprint(site, root),
        "logo": f"{root}{house.theme.logo}"
        if house.theme.logo and ":" not in house.theme.logo
        else house.theme.logo,
        "navigation": navigation(site, root),
        "feeds": feed_anchors(site, language),
        "time_zone": house.time_zone,
    }
    return Page(**{**told, **more})


def navigation(site: Plan, root: str) -> tuple[Anchor, ...]:
    """Return links to the home page of each language the site speaks, none where it speaks one."""
    others = languages(site)
    if not others:
        return ()
    own = site.newsroom.language
    return tuple(
        Anchor(f"{root}{'' if tag == own else tag.lower() + '/'}" or "./", language_name(tag), tag)
        for tag in (own, *others)
    )


def _imprint(site: Plan, root: str) -> str:
    """Return the address of the newest release's imprint, until the site has a page of its own for it."""
    newest = site.listed()[:1]
    return f"{root}{newest[0].folder}/#imprint" if newest and newest[0].release.provider else ""


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
    """Return frame and values of a list page; the first one shows its newest release large."""
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
    items = [item(site, entry, root) for entry in shown]
    large = output.number == 1 and bool(items)
    first = f"{root}{output.about.lower() + '/' if output.about else ''}"
    return page, {
        "newest": items[0] if large else None,
        "items": tuple(items[1:] if large else items),
        "description": house.site.description if not output.about else "",
        "heading": "",
        "later": _page_address(first, output.number - 1, pages),
        "earlier": _page_address(first, output.number + 1, pages),
    }


def _page_address(first: str, number: int, pages: int) -> str:
    if not 1 <= number <= pages:
        return ""
    return first or "./" if number == 1 else f"{first}page/{number}/"


def _language_homes(site: Plan) -> tuple[Anchor, ...]:
    others = languages(site)
    if not others:
        return ()
    own = Anchor(home_of(site.newsroom, ""), "", site.newsroom.language)
    return (own, *(Anchor(home_of(site.newsroom, tag), "", tag) for tag in others))


def root_path(house: Newsroom) -> str:
    """Return the path of the site's root on its host, as a page served at any depth must name it."""
    return urlsplit(house.base_url).path or "/"


def item(site: Plan, entry: Entry, root: str) -> Item:
    """Return what a list shows of a release; `root` leads from the list to the site's root."""
    release = entry.release
    lead = next((a for a in release.assets if a.role == "main"), None)
    return Item(
        headline=release.headline,
        href=f"{root}{entry.folder}/",
        subheadline=release.subheadline,
        kicker=kicker(release),
        published=release.published,
        place=", ".join(p.name for p in release.dateline.places) if release.dateline else "",
        language=release.language,
        image=_picture(entry, lead, root) if lead else None,
    )


def _picture(entry: Entry, asset: Asset, root: str) -> Picture:
    file = asset.renditions[0]
    href = file.href if urlsplit(file.href).scheme else f"{root}{site_path(entry.folder, file.href)}"
    return Picture(href, asset.alt, file.width, file.height)
