"""What the page of a release is told by whoever publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, cast

from pressrelease.theme import Anchor, Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlOptions:
    """What the page is told by whoever publishes it; a page that stands alone needs none of it."""

    css: Literal["inline", "link", "none"] = "inline"
    """The style sheet within the page, linked at `stylesheet`, or left out."""
    stylesheet: str = "style.css"
    """Address of the style sheet, where it is linked."""
    script: str = ""
    """Address of `site.js` (copies quotations, tells the reader's own time); empty: a page without script."""
    logo_size: str = ""
    """Width and height of the newsroom's logo in pixels, `240x60`; empty: unknown, and the page moves when it comes."""
    icon: str = ""
    """Address of the picture beside the title of the window (SVG); empty: none."""
    assets_base: str = ""
    """What relative addresses of pictures and links are against; empty: they stay as they are."""
    canonical: str = ""
    """Address of the page that search engines show instead; empty: its own."""
    replaced_by: tuple[Anchor, ...] = ()
    """The version that took the place of this one (`published`: when): the page says so above all else."""
    versions: tuple[Anchor, ...] = ()
    """Earlier versions whose wording can be read."""
    robots: str = ""
    """Empty: `noindex` unless the release is public."""
    home: str = ""
    """Address of the newsroom's first page."""
    imprint: str = ""
    """Address of the imprint; empty: the page's own, where it has one."""
    sections: tuple[Anchor, ...] = ()
    """Links of the masthead to the newsroom's own pages."""
    navigation: tuple[Anchor, ...] = ()
    """Links of the masthead to the newsroom in its languages."""
    more: tuple[Anchor, ...] = ()
    """What the footer leads to beside the imprint."""
    search: str = ""
    """Address of the search page, which takes the words as `q`."""
    topic: str = ""
    """Address of the page of the topic that stands above the headline."""
    alternates: tuple[Anchor, ...] = ()
    """The release in other languages (hreflang, shown as links); empty: the release's own translations."""
    feeds: tuple[Anchor, ...] = ()
    """Feeds to be found by readers."""
    downloads: tuple[Anchor, ...] = ()
    """The release in other formats, the press kit."""
    earlier: tuple[Anchor, ...] = ()
    """Earlier releases."""
    later: tuple[Anchor, ...] = ()
    """Later releases."""
    beside: str = ""
    """Heading of earlier and later ones that are not on the same topic; empty: they are."""
    card: str = ""
    """Absolute address of a card of 1200 × 630 pixels that other sites show; empty: they show the lead picture."""
    twin: str = ""
    """Address of the page as Markdown; empty: none."""
    hub: str = ""
    """WebSub hub of the feeds; empty: none."""
    rsl: str = ""
    """Address of the RSL file; empty: none."""
    tdm_reservation: str = ""
    """`1` where text and data mining is reserved, `0` where it is allowed (TDMRep); empty: nothing is said."""
    tdm_policy: str = ""
    """Address of its policy."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """What is known of pictures by the addresses the release has of them: sizes, and copies to choose from."""

    def __post_init__(self) -> None:
        if self.css not in ("inline", "link", "none"):
            raise ValueError(f"css: found {self.css!r}, expected inline, link or none")
        for name in _ANCHORS:
            if (value := getattr(self, name)) != ():
                object.__setattr__(self, name, tuple(map(_anchor, value)))
        known = {href: _picture(picture) for href, picture in self.pictures.items()}
        object.__setattr__(self, "pictures", known)
        for name in _TEXTS:
            if not isinstance(value := getattr(self, name), str):
                raise TypeError(f"{name}: found {value!r}, expected a text")


# Told once: each page of a site has options of its own.
_ANCHORS = tuple(f.name for f in fields(HtmlOptions) if f.type.startswith("tuple[Anchor"))
_TEXTS = tuple(f.name for f in fields(HtmlOptions) if f.name not in (*_ANCHORS, "pictures"))


def _anchor(value: Any) -> Anchor:
    return Anchor(**value) if isinstance(value, Mapping) else cast(Anchor, value)


def _picture(value: Any) -> Picture:
    return Picture(**value) if isinstance(value, Mapping) else cast(Picture, value)
