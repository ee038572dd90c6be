"""Media RSS 1.5.1 elements of an item, in RSS and Atom alike."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pressrelease.formats.feed._media import File, Medium
from pressrelease.formats.feed._namespaces import MEDIA

_M = f"{{{MEDIA}}}"


def add_media(entry: etree._Element, found: Iterable[Medium]) -> None:
    """Add one `media:content` for each asset to `entry`, or a `media:group` where it has several files."""
    for medium in found:
        if len(medium.files) == 1:
            place = _content(entry, medium.files[0])
        else:
            place = etree.SubElement(entry, f"{_M}group")
            for i, file in enumerate(medium.files):
                content = _content(place, file)
                if i == 0:
                    content.set("isDefault", "true")
        _words(place, medium)


def number(value: float) -> str:
    """Return a number without a needless fraction."""
    return str(int(value)) if value < 10**15 and value == int(value) else repr(value)


def _content(parent: etree._Element, file: File) -> etree._Element:
    element = etree.SubElement(parent, f"{_M}content", url=file.href, medium=file.medium)
    for name, value in (
        ("type", file.type),
        ("width", file.width),
        ("height", file.height),
        ("fileSize", file.size),
        ("duration", number(file.duration) if file.duration else ""),
    ):
        if value:
            element.set(name, str(value))
    return element


def _words(place: etree._Element, medium: Medium) -> None:
    asset = medium.asset
    # Not `media:description`: feedparser, and what is built on it, takes that for the item's own text.
    for name, text in (("title", asset.title), ("text", asset.caption or asset.alt)):
        if text:
            etree.SubElement(place, f"{_M}{name}", type="plain").text = text
    thumbnail = medium.thumbnail
    if thumbnail is not None:
        element = etree.SubElement(place, f"{_M}thumbnail", url=thumbnail.href)
        for name, value in (("width", thumbnail.width), ("height", thumbnail.height)):
            if value:
                element.set(name, str(value))
    for name, text in (("credit", asset.credit), ("copyright", asset.rights)):
        if text:
            etree.SubElement(place, f"{_M}{name}").text = text
