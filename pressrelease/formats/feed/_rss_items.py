"""One item of RSS 0.9x, 1.0 or 2.0."""

from __future__ import annotations

from lxml import etree

from pressrelease.findings import Where
from pressrelease.formats.feed._categories import Category, from_rss
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
    resolved,
    words,
)
from pressrelease.formats.feed._namespaces import (
    ATOM,
    CONTENT,
    DC,
    DCTERMS,
    RDF,
    RSS_090,
    RSS_10,
    XHTML,
)
from pressrelease.formats.feed._raw import Raw

_PLAIN = ("", RSS_10, RSS_090, "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss")


def rss_item(element: etree._Element, channel: etree._Element) -> Raw:
    """Return what an `item` says; the channel gives language and page where it is silent."""
    raw = Raw(Where(line=line_of(element)))
    about = {name: child for namespace, name, child in children(channel) if namespace in (*_PLAIN, DC)}
    raw.ours = "generator" in about and line(about["generator"]) == GENERATOR
    page = line(about["link"]) if "link" in about else ""
    raw.base = base_of(element) or page
    raw.title_html = not raw.ours
    for namespace, name, child in children(element):
        if namespace in _PLAIN:
            _own(raw, name, child)
        elif namespace == DC:
            if name == "subject":
                raw.categories.append(Category(line(child), line(child) if raw.ours else ""))
            else:
                dublin_core(raw, name, child)
        elif namespace == DCTERMS and name == "modified":
            raw.updated = line(child)
        elif namespace == ATOM:
            _atom(raw, name, child)
        elif namespace == CONTENT and name == "encoded":
            raw.content = words(child)
        elif namespace == XHTML and name in ("body", "div"):
            raw.content = str(etree.tostring(child, encoding="unicode", with_tail=False))
    raw.assets = [*media_of(element, raw.base), *raw.assets]
    _enclosures(raw, element)
    raw.id = raw.id or attribute(element, f"{{{RDF}}}about")
    if not raw.language and not raw.ours:
        raw.language = language_of(element) or (line(about["language"]) if "language" in about else "")
    return raw


def _own(raw: Raw, name: str, child: etree._Element) -> None:
    match name:
        case "title":
            raw.title = words(child)
        case "link":
            raw.url = raw.url or resolved(raw.base, line(child))
        case "description":
            raw.summary = words(child)
        case "guid":
            raw.id = line(child)
            if attribute(child, "isPermaLink").lower() != "false" and not raw.url:
                raw.url = raw.id if raw.id.startswith(("http://", "https://")) else ""
        case "pubDate":
            raw.published = line(child)
        case "author":
            raw.author = _name(line(child))
        case "category":
            if line(child):
                raw.categories.append(from_rss(line(child), attribute(child, "domain"), raw.ours))
        case _:
            return


def _name(author: str) -> str:
    """Return the name in `press@example.org (Ada Byron)`, else what stands there."""
    before, mark, name = author.partition("(")
    return name.rstrip(") ") if mark and "@" in before else author


def _atom(raw: Raw, name: str, child: etree._Element) -> None:
    if name == "link":
        link = link_to(child, raw.base)
        if link.rel == "alternate" and not link.language:
            raw.url = raw.url or link.href
        elif link.rel not in ("self", "hub", "enclosure"):
            raw.links.append(link)
    elif name == "updated":
        raw.updated = line(child)
    elif name == "author":
        names = [line(c) for _, n, c in children(child) if n == "name"]
        raw.author = raw.author or "".join(names[:1])


def _enclosures(raw: Raw, element: etree._Element) -> None:
    for namespace, name, child in children(element):
        if namespace in _PLAIN and name == "enclosure":
            size = attribute(child, "length")
            add_file(raw, resolved(raw.base, attribute(child, "url")), attribute(child, "type"), size)
