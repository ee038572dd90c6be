"""One entry of Atom 1.0, or of its draft 0.3."""

from __future__ import annotations

import urllib.parse

from lxml import etree
from markupsafe import escape

from pressrelease.findings import Where
from pressrelease.formats.feed._categories import Category
from pressrelease.formats.feed._channel import GENERATOR
from pressrelease.formats.feed._elements import (
    add_file,
    attribute,
    base_of,
    children,
    dublin_core,
    language_of,
    line,
    line_of,
    link_to,
    media_of,
    words,
)
from pressrelease.formats.feed._feedgen import URN
from pressrelease.formats.feed._namespaces import DC
from pressrelease.formats.feed._raw import Raw


def atom_item(element: etree._Element, feed: etree._Element) -> Raw:
    """Return what an `entry` says; `feed` gives author and page where it is silent."""
    namespace = etree.QName(element).namespace or ""
    raw = Raw(Where(line=line_of(element)), title_html=False)
    raw.base, raw.language = base_of(element), language_of(element)
    above = [(n, child) for ns, n, child in children(feed) if ns == namespace] if feed is not element else []
    raw.ours = any(n == "generator" and line(child) == GENERATOR for n, child in above)
    if raw.ours:
        raw.language = attribute(element, "{http://www.w3.org/XML/1998/namespace}lang")
    pages = [c for n, c in above if n == "link" and attribute(c, "rel") in ("", "alternate")]
    if pages and not raw.base:
        raw.base = link_to(pages[0], "").href
    for found, name, child in children(element):
        if found == namespace:
            _own(raw, name, child)
        elif found == DC:
            dublin_core(raw, name, child)
    raw.assets = list(media_of(element, raw.base))
    for found, name, child in children(element):
        if found == namespace and name == "link" and attribute(child, "rel") == "enclosure":
            add_file(raw, link_to(child, raw.base).href, attribute(child, "type"), attribute(child, "length"))
    if not raw.author and not raw.ours:
        raw.author = next((_person(c) for n, c in above if n == "author"), "")
    return raw


def _own(raw: Raw, name: str, child: etree._Element) -> None:
    match name:
        case "id":
            raw.id = _unquoted(line(child)) if line(child).startswith(URN) else line(child)
        case "title":
            raw.title, raw.title_html = _text(child)
        case "summary":
            raw.summary, raw.summary_html = _text(child)
        case "content":
            raw.content, raw.content_html = _text(child)
            raw.base = base_of(child) or raw.base
        case "published" | "issued" | "created":
            raw.published = raw.published or line(child)
        case "updated" | "modified":
            raw.updated = line(child)
        case "author":
            raw.author = raw.author or _person(child)
        case "rights" | "copyright":
            raw.rights = words(child)
        case "category":
            if attribute(child, "term"):
                raw.categories.append(
                    Category(attribute(child, "term"), attribute(child, "label"), attribute(child, "scheme"))
                )
        case "link":
            _link(raw, child)
        case _:
            return


def _link(raw: Raw, child: etree._Element) -> None:
    link = link_to(child, raw.base)
    if link.rel == "alternate" and not link.language and not raw.url:
        raw.url = link.href
    elif link.rel not in ("self", "hub", "enclosure", "edit", "replies") and link.href:
        raw.links.append(link)


def _person(element: etree._Element) -> str:
    return next((line(c) for _, n, c in children(element) if n == "name"), "")


def _unquoted(identifier: str) -> str:
    return urllib.parse.unquote(identifier.removeprefix(URN))


def _text(element: etree._Element) -> tuple[str, bool]:
    """Return a text construct (RFC 4287, 3.1) and whether it is markup; `type="CDATA"` is what feedgen writes."""
    kind = attribute(element, "type").lower()
    if kind in ("xhtml", "application/xhtml+xml") or attribute(element, "mode") == "xml":
        inner = [str(escape(element.text or ""))]
        inner += [str(etree.tostring(child, encoding="unicode", with_tail=True)) for child in element]
        return "".join(inner), True
    if kind in ("html", "text/html", "cdata") or attribute(element, "mode") == "escaped":
        return words(element), True
    return words(element), False
