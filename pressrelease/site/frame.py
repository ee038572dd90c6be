"""The frame of the site's pages, and what their lists show of a release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from pressrelease.files import site_path
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.web.html import HtmlOptions
from pressrelease.newsroom import Newsroom
from pressrelease.site.desk import Desk
from pressrelease.site.output import Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor, Item, Page, Picture, language_name, values
from pressrelease.wording import wording

FEEDS = {"rss": "feed.xml", "atom": "feed.atom", "jsonfeed": "feed.json"}
"""Feed formats of a site and their file names."""
SECTIONS = ("archive", "topics", "places", "people", "contacts")
"""The site's own pages that the masthead leads to, by the names of their outputs and addresses."""


def frame(site: Site, language: str, root: str) -> Page:
    """Return the frame of a page in `language`; `root` leads from the page to the site's root (`../`)."""
    house = site.newsroom
    logo = house.theme.logo
    return Page(
        title=house.title,
        language=language,
        name=house.title,
        description=house.site.description,
        stylesheet=f"{root}style.css",
        script=f"{root}site.js",
        accent=house.theme.accent,
        home=root or "./",
        imprint=imprint(site, language, root),
        logo=f"{root}{logo}" if logo and ":" not in logo else logo,
        sections=sections(site, language, root),
        more=more(site, language, root),
        navigation=navigation(site, root),
        feeds=feed_anchors(site, language),
        time_zone=house.time_zone,
    )


def page_options(site: Site, language: str, root: str) -> HtmlOptions:
    """Return what the pages of all releases in `language`, equally deep, are told alike."""
    return HtmlOptions(
        css="link",
        stylesheet=f"{root}style.css",
        script=f"{root}site.js",
        home=root,
        imprint=imprint(site, language, root),
        sections=sections(site, language, root),
        more=more(site, language, root),
        navigation=navigation(site, root),
        feeds=feed_anchors(site, language),
    )


def framed(
    site: Site, kind: str, path: str, language: str, told: dict[str, Any], filled: dict[str, Any]
) -> Output:
    """Return the output of a page of the site itself, of its edition in `language` (empty: the house's own).

    `told` are the fields in which its frame differs from others', `filled` the values of its template.
    """
    spoken = language or site.newsroom.language
    section = path.removeprefix(base_of(site, language)).partition("/")[0]
    canonical = "" if told.get("robots") else site.newsroom.base_url + path.removesuffix("index.html")
    return Output(
        path,
        kind,
        (
            {
                "canonical": canonical,
                "section": address_of(site, section, spoken, root_of(path)) if section in SECTIONS else "",
                **told,
            },
            filled,
        ),
        frame=site.shared(frame, spoken, root_of(path)),
    )


def filler(template: str) -> Callable[[Output, Desk], bytes]:
    """Return the maker of outputs of `framed`: it fills `template`."""

    def make(output: Output, desk: Desk) -> bytes:
        told, filled = output.inputs
        page = replace(output.frame, **told)
        return desk.templates.render(template, "html", **values(page, **filled)).encode()

    return make


def titled(site: Site, *parts: str) -> str:
    """Return the title of a window: the page's own name, then what it belongs to, then the newsroom's."""
    return " – ".join((*parts, site.newsroom.title))


# --- where things are -------------------------------------------------------------------------------------------------


def base_of(site: Site, language: str) -> str:
    """Return where the edition in `language` lies below the site's root: nothing for the house's own."""
    return f"{language.lower()}/" if language in site.languages else ""


def has(site: Site, name: str, language: str = "") -> bool:
    """Return whether the edition in `language` has a page `name`: asked for, and with something on it."""
    if name not in site.newsroom.site.outputs:
        return False
    if name in ("topics", "places", "people"):
        return bool(site.grouped(name, language if language in site.languages else ""))
    return True


def address_of(site: Site, name: str, language: str, root: str) -> str:
    """Return the relative address of the page `name` in `language`, from a page that `root` leads back from."""
    return f"{root}{base_of(site, language)}{name}/"


def sections(site: Site, language: str, root: str) -> tuple[Anchor, ...]:
    """Return links to the site's own pages in `language`."""
    return _anchors(site, SECTIONS, language, root)


def more(site: Site, language: str, root: str) -> tuple[Anchor, ...]:
    """Return what the foot of a page in `language` leads to beside the imprint."""
    return _anchors(site, ("contacts", "corrections"), language, root)


def imprint(site: Site, language: str, root: str) -> str:
    """Return the address of the imprint: the site's page, else the newest release's."""
    if has(site, "imprint"):
        return address_of(site, "imprint", language, root)
    newest = site.listed()[:1]
    return f"{root}{newest[0].folder}/#imprint" if newest and newest[0].has_imprint else ""


def _anchors(site: Site, names: tuple[str, ...], language: str, root: str) -> tuple[Anchor, ...]:
    w = wording(language)
    return tuple(
        Anchor(address_of(site, name, language, root), w(name)) for name in names if has(site, name, language)
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


def editions(site: Site, name: str) -> tuple[Anchor, ...]:
    """Return the page `name` (empty: the home page) in each language that has it, as hreflang wants it."""
    if not site.languages:
        return ()
    base = site.newsroom.base_url
    return tuple(
        Anchor(f"{base}{base_of(site, language)}{name + '/' if name else ''}", "", language)
        for language in (site.newsroom.language, *site.languages)
        if not name or has(site, name, language)
    )


def feed_anchors(site: Site, language: str, folder: str = "") -> tuple[Anchor, ...]:
    """Return the feeds that a page in `language` names: its language's, or those of `folder` in its edition."""
    if "feeds" not in site.newsroom.site.outputs:
        return ()
    base = f"{site.newsroom.base_url}{base_of(site, language)}{folder}"
    return tuple(
        Anchor(f"{base}{path}", DEFAULT.get(name).title, language, DEFAULT.get(name).media_type)
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


# --- what is shown of a release ---------------------------------------------------------------------------------------


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


def line(s: Summary, root: str) -> Item:
    """Return what a dense list shows of a release: when, where, what."""
    return Item(
        headline=s.headline,
        href=f"{root}{s.folder}/",
        published=s.published,
        place=", ".join(p.name for p in s.datelined),
        language=s.language,
    )


def _picture(s: Summary, root: str) -> Picture | None:
    if s.lead is None:
        return None
    href, alt, width, height = s.lead
    return Picture(
        href if urlsplit(href).scheme else f"{root}{site_path(s.folder, href)}", alt, width, height
    )
