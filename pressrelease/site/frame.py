"""The frame of the site's pages, and what their lists show of a release."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol
from urllib.parse import quote, urlsplit

from pressrelease.files import site_path
from pressrelease.formats.web.html import HtmlOptions
from pressrelease.site.addresses import (
    SECTIONS,
    address_of,
    base_of,
    feed_anchors,
    has,
    imprint,
    more,
    navigation,
    root_of,
    sections,
    twin_of,
)
from pressrelease.site.desk import Desk
from pressrelease.site.output import Output
from pressrelease.site.plan import Site
from pressrelease.site.policy import policy
from pressrelease.site.summary import Summary
from pressrelease.theme import Item, Page, Picture, values

WITHOUT_TWIN = ("search", "moved")
"""Pages that say nothing: they have no Markdown twin."""


def frame(site: Site, language: str, root: str) -> Page:
    """Return the frame of a page in `language`; `root` leads from the page to the site's root (`../`)."""
    house = site.newsroom
    logo = house.theme.logo
    return Page(
        title=house.title,
        language=language,
        name=house.title,
        description=house.site.description,
        accent=house.theme.accent,
        home=root or "./",
        logo=f"{root}{logo}" if logo and ":" not in logo else logo,
        time_zone=house.time_zone,
        **_around(site, language, root),
    )


def page_options(site: Site, language: str, root: str) -> HtmlOptions:
    """Return what the pages of all releases in `language`, equally deep, are told alike."""
    return HtmlOptions(css="link", home=root, **_around(site, language, root))


def _around(site: Site, language: str, root: str) -> dict[str, Any]:
    """Return what stands around the content of every page, a release's too."""
    return {
        "stylesheet": f"{root}style.css",
        "script": f"{root}site.js",
        "icon": f"{root}icon.svg",
        "logo_size": site.shared(_logo_size),
        "imprint": imprint(site, language, root),
        "sections": sections(site, language, root),
        "more": more(site, language, root),
        "search": address_of(site, "search", language, root) if has(site, "search") else "",
        "navigation": navigation(site, root),
        "feeds": feed_anchors(site, language),
        **_for_machines(site),
    }


def _logo_size(site: Site) -> str:
    """Return what the logo measures, where it is a file of the house and pictures are measured at all."""
    house = site.newsroom
    if house.root is None or not house.theme.logo or "renditions" not in house.site.outputs:
        return ""
    path = house.root / house.theme.logo
    measure = site.measure(path) if path.is_file() else ""
    if isinstance(measure, str) or not measure.width or not measure.height:
        return ""
    return f"{measure.width}x{measure.height}"


def _for_machines(site: Site) -> dict[str, Any]:
    """Return what the head of each page tells programs: the hub of its feeds, and terms of use."""
    house = site.newsroom
    told = policy(house)
    terms = (
        {"rsl": told.rsl, "tdm_reservation": told.reservation, "tdm_policy": told.tdm_policy} if told else {}
    )
    return {"hub": house.feeds.hub if "feeds" in house.site.outputs else "", **terms}


def framed(
    site: Site, kind: str, path: str, language: str, told: dict[str, Any], filled: dict[str, Any]
) -> Output:
    """Return the output of a page of the site itself, of its edition in `language` (empty: the house's own).

    `told` are the fields in which its frame differs from others', `filled` the values of its template.
    """
    spoken = language or site.newsroom.language
    section = path.removeprefix(base_of(site, language)).partition("/")[0]
    canonical = "" if told.get("robots") else site.newsroom.base_url + quote(path.removesuffix("index.html"))
    return Output(
        path,
        kind,
        (
            {
                "canonical": canonical,
                "twin": "" if kind in WITHOUT_TWIN else twin_of(site),
                "section": address_of(site, section, spoken, root_of(path)) if section in SECTIONS else "",
                **told,
            },
            filled,
        ),
        frame=site.shared(frame, spoken, root_of(path)),
    )


class Filler(Protocol):
    """The maker of a page; what is `shown` otherwise than it was planned takes the place of that."""

    def __call__(self, output: Output, desk: Desk, **shown: Any) -> bytes:
        """Return the page."""


def filler(template: str, **always: Any) -> Filler:
    """Return the maker of outputs of `framed`: it fills `template`, which is `always` told the same besides."""

    def make(output: Output, desk: Desk, **shown: Any) -> bytes:
        told, filled = output.inputs
        page = replace(output.frame, **told)
        told_all = values(page, **always, **{**filled, **shown})
        return desk.templates.render(template, "html", **told_all).encode()

    return make


def titled(site: Site, *parts: str) -> str:
    """Return the title of a window: the page's own name, then what it belongs to, then the newsroom's."""
    return " – ".join((*parts, site.newsroom.title))


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
