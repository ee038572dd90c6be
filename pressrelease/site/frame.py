"""The frame of the site's pages, and what their lists show of a release."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from pressrelease.files import site_path
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.web.html import HtmlOptions
from pressrelease.newsroom import Newsroom
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor, Item, Page, Picture, language_name

FEEDS = {"rss": "feed.xml", "atom": "feed.atom", "jsonfeed": "feed.json"}
"""Feed formats of a site and their file names."""


def frame(site: Site, language: str, root: str, **more: Any) -> Page:
    """Return the frame of a page in `language`; `root` leads from the page to the site's root (`../`)."""
    house = site.newsroom
    logo = house.theme.logo
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
        "logo": f"{root}{logo}" if logo and ":" not in logo else logo,
        "navigation": navigation(site, root),
        "feeds": feed_anchors(site, language),
        "time_zone": house.time_zone,
    }
    return Page(**{**told, **more})


def page_options(site: Site, language: str, root: str) -> HtmlOptions:
    """Return what the pages of all releases in `language`, equally deep, are told alike."""
    return HtmlOptions(
        css="link",
        stylesheet=f"{root}style.css",
        script=f"{root}site.js",
        home=root,
        navigation=navigation(site, root),
        feeds=feed_anchors(site, language),
    )


def navigation(site: Site, root: str) -> tuple[Anchor, ...]:
    """Return links to the home page of each language the site speaks, none where it speaks one."""
    if not site.languages:
        return ()
    own = site.newsroom.language
    return tuple(
        Anchor(f"{root}{'' if tag == own else tag.lower() + '/'}" or "./", language_name(tag), tag)
        for tag in (own, *site.languages)
    )


def _imprint(site: Site, root: str) -> str:
    """Return the address of the newest release's imprint, until the site has a page of its own for it."""
    newest = site.listed()[:1]
    return f"{root}{newest[0].folder}/#imprint" if newest and newest[0].has_imprint else ""


def feed_anchors(site: Site, language: str) -> tuple[Anchor, ...]:
    """Return the feeds that a page in `language` names: those of its language where there are some."""
    if "feeds" not in site.newsroom.site.outputs:
        return ()
    base = site.newsroom.base_url
    part = f"{language.lower()}/" if language in site.languages else ""
    return tuple(
        Anchor(f"{base}{part}{path}", DEFAULT.get(name).title, language, DEFAULT.get(name).media_type)
        for name, path in FEEDS.items()
    )


def home_of(house: Newsroom, language: str) -> str:
    """Return the address of the first page in `language` (empty: the house's own)."""
    return house.base_url + (f"{language.lower()}/" if language else "")


def root_of(path: str) -> str:
    """Return what leads from the page at `path` to the site's root: `../../`, empty for a page that lies there."""
    return "../" * path.count("/")


def root_path(house: Newsroom) -> str:
    """Return the path of the site's root on its host, as a page served at any depth must name it."""
    return urlsplit(house.base_url).path or "/"


def alternates(site: Site, s: Summary) -> tuple[Anchor, ...]:
    """Return every language version with the page itself, as hreflang wants it; none where there is only one."""
    others = [Anchor(t.href, t.title, t.language) for t in site.tongues(s) if t.href]
    return (Anchor(s.url, s.headline, s.language), *others) if others else ()


def item(s: Summary, root: str) -> Item:
    """Return what a list shows of a release; `root` leads from the list to the site's root."""
    return Item(
        headline=s.headline,
        href=f"{root}{s.folder}/",
        subheadline=s.subheadline,
        kicker=s.kicker,
        published=s.published,
        place=", ".join(p.name for p in s.datelined),
        language=s.language,
        image=_picture(s, root),
    )


def _picture(s: Summary, root: str) -> Picture | None:
    if s.lead is None:
        return None
    href, alt, width, height = s.lead
    return Picture(
        href if urlsplit(href).scheme else f"{root}{site_path(s.folder, href)}", alt, width, height
    )
