"""Small means over lxml elements of feeds, and what RSS and Atom items share: media, Dublin Core, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from pressrelease.characters import cleaned, one_line
from pressrelease.formats.feed._items import LinkTo
from pressrelease.formats.feed._namespaces import MEDIA, XML
from pressrelease.formats.feed._raw import Raw, RawAsset, RawFile

_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MEDIA = (
    MEDIA,
    MEDIA.removesuffix("/"),
    "http://tools.search.yahoo.com/mrss/",
    "https://search.yahoo.com/mrss/",
)


def children(element: etree._Element) -> Iterator[tuple[str, str, etree._Element]]:
    """Yield (namespace, name, child) of every child element."""
    for child in element:
        if isinstance(child.tag, str):
            namespace, _, name = child.tag.rpartition("}")
            yield namespace[1:], name, child


def line_of(element: etree._Element) -> int | None:
    """Return the line of `element` in its file, or None where the parser kept none."""
    line: object = element.sourceline
    return line if isinstance(line, int) and line else None


def words(element: etree._Element) -> str:
    """Return the text of `element` and all within, as it stands."""
    return cleaned("".join(map(str, element.itertext())))


def line(element: etree._Element) -> str:
    """Return the text of `element` as one line."""
    return one_line(words(element))


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute as one line; empty without it."""
    return one_line(cleaned(str(element.get(name, ""))))


def base_of(element: etree._Element) -> str:
    """Return what relative addresses in `element` are relative to: its `xml:base` and those above it."""
    found = ""
    for node in (element, *element.iterancestors()):
        here = str(node.get(f"{{{XML}}}base", ""))
        if here:
            found = resolved(here, found)
    return found


def resolved(base: str, address: str) -> str:
    """Return `address` made absolute against `base`; as it is where that cannot be."""
    address = address.strip()
    if _WHOLE.match(address):
        return address
    try:
        return urljoin(base, address) if address else base
    except ValueError:
        return address


def language_of(element: etree._Element) -> str:
    """Return the nearest `xml:lang`."""
    for node in (element, *element.iterancestors()):
        here = str(node.get(f"{{{XML}}}lang", ""))
        if here:
            return here
    return ""


def link_to(element: etree._Element, base: str) -> LinkTo:
    """Return an Atom link."""
    return LinkTo(
        attribute(element, "rel") or "alternate",
        resolved(base, attribute(element, "href")),
        attribute(element, "title"),
        attribute(element, "hreflang"),
    )


def add_file(raw: Raw, href: str, type: str = "", size: str = "") -> None:
    """Add an enclosed file, unless a Media RSS element already says more about it."""
    if not href:
        return
    for asset in raw.assets:
        for file in asset.files:
            if file.href == href:
                if not raw.ours:  # ours has said all it knows of each file
                    file.type, file.size = file.type or type, file.size or size
                return
    raw.assets.append(RawAsset([RawFile(href, type, size=size)]))


def media_of(element: etree._Element, base: str) -> Iterator[RawAsset]:
    """Yield the assets that Media RSS elements of an item describe."""
    loose = None
    for namespace, name, child in children(element):
        if namespace not in _MEDIA:
            continue
        if name in ("group", "content"):
            yield _asset(child, base)
        elif name == "thumbnail" and loose is None and attribute(child, "url"):
            loose = RawAsset([_file(child, base)])
    if loose is not None and not any(
        n in ("group", "content") for s, n, _ in children(element) if s in _MEDIA
    ):
        yield loose


_FIELDS = {
    "title": "title",
    "description": "described",
    "text": "described",
    "credit": "credit",
    "copyright": "rights",
}


def _asset(element: etree._Element, base: str) -> RawAsset:
    asset = RawAsset()
    if attribute(element, "url"):
        asset.files.append(_file(element, base))
    for namespace, name, child in children(element):
        if namespace not in _MEDIA:
            continue
        if name == "content" and attribute(child, "url"):
            asset.files.append(_file(child, base))
            inner = _asset(child, base)
            for field in ("title", "described", "credit", "rights"):
                setattr(asset, field, getattr(asset, field) or getattr(inner, field))
        field = _FIELDS.get(name, "")
        if field and not getattr(asset, field):
            setattr(asset, field, words(child) if field == "described" else line(child))
    return asset


def _file(element: etree._Element, base: str) -> RawFile:
    return RawFile(
        resolved(base, attribute(element, "url")),
        attribute(element, "type"),
        attribute(element, "width"),
        attribute(element, "height"),
        attribute(element, "duration"),
        attribute(element, "fileSize"),
    )


def dublin_core(raw: Raw, name: str, child: etree._Element) -> None:
    """Put a Dublin Core element of an item where it belongs; what RSS itself says is not overwritten."""
    text = line(child)
    if name == "creator":
        raw.author = raw.author or text
    elif name == "publisher":
        raw.publisher = text
    elif name == "language":
        raw.language = text
    elif name == "rights":
        raw.rights = words(child)
    elif name == "date":
        raw.published = raw.published or text
    elif name == "identifier":
        raw.id = raw.id or text
