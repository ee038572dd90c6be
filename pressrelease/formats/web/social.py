"""What other sites show of a page they link to: Open Graph (ogp.me) and Twitter card values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pressrelease.formats.web.marks import iso
from pressrelease.formats.web.media import medium
from pressrelease.formats.web.structured import absolute, description, modified
from pressrelease.model import Asset, Release
from pressrelease.outline import leading_topic


def social(
    release: Release, *, site_name: str = "", base: str = "", withdrawn: bool = False, card: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield Open Graph (ogp.me) and Twitter card names and values, in order.

    `card` is the address of a picture of 1200 × 630 pixels made for this; without one the lead picture is shown.
    """
    image = [] if withdrawn else [*_card(card, release)] if card else [*_lead(release, base)]
    told = [
        ("og:type", "article"),
        ("og:title", release.headline),
        ("og:description", "" if withdrawn else description(release)),
        ("og:url", release.url),
        ("og:site_name", site_name),
        ("og:locale", _locale(release.language)),
        ("article:published_time", _time(release.published)),
        ("article:modified_time", modified(release)),
        ("article:expiration_time", _time(release.expires)),
        ("article:section", "" if withdrawn else leading_topic(release)),
        *(("article:tag", k) for k in (() if withdrawn else release.keywords)),
    ]
    told += image
    told.append(("twitter:card", "summary_large_image" if image else "summary"))
    yield from ((name, value) for name, value in told if value)


def _card(address: str, release: Release) -> Iterator[tuple[str, str]]:
    yield "og:image", address
    yield "og:image:width", "1200"
    yield "og:image:height", "630"
    yield "og:image:alt", release.headline


def _lead(release: Release, base: str) -> Iterator[tuple[str, str]]:
    picture = lead_picture(release)
    address = absolute(picture.renditions[0].href, base) if picture else ""
    if picture and address:
        file = picture.renditions[0]
        yield "og:image", address
        yield "og:image:width", str(file.width or "")
        yield "og:image:height", str(file.height or "")
        yield "og:image:alt", picture.alt


def lead_picture(release: Release) -> Asset | None:
    """Return the first picture whose role is `main`, or None."""
    return next((a for a in release.assets if a.role == "main" and medium(a.renditions[0]) == "image"), None)


def _time(moment: dt.datetime | None) -> str:
    return iso(moment) if moment else ""


def _locale(language: str) -> str:
    parts = language.split("-")
    region = next((p for p in parts[1:] if len(p) == 2), "")
    return f"{parts[0]}_{region}" if region else ""
