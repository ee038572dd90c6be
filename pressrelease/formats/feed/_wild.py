"""Items of XML feeds as they are in the wild: RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pressrelease.errors import Problem
from pressrelease.findings import Finding, Where
from pressrelease.formats.feed._atom_items import atom_item
from pressrelease.formats.feed._elements import children, line_of
from pressrelease.formats.feed._namespaces import ATOM, ATOM_03, RDF, RSS_090, RSS_10
from pressrelease.formats.feed._raw import Raw
from pressrelease.formats.feed._rss_items import rss_item
from pressrelease.formats.registry import Head, Source, Unreadable
from pressrelease.markup.xml import InvalidXml, xml_tree

MAX_BYTES = 50_000_000
"""The largest feed that is read."""
MAX_ITEMS = 20_000
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*", re.S)
_BARE = re.compile(r"&(?!#?\w{1,32};)")


def looks_like(head: Head, kind: str) -> float:
    """Return how sure it is that `head` opens a feed of `kind` (`rss`, `atom`)."""
    text = head.text[:20_000]
    opened = _PROLOGUE.match(text)
    tag = re.match(r"<(?:([\w.-]+):)?([\w.-]+)", text[opened.end() if opened else 0 :])
    if tag is None:
        return 0.0
    name, rest = tag.group(2), text[opened.end() if opened else 0 :][:4000]
    if kind == "rss":
        if name.lower() == "rss":
            return 1.0
        return 0.9 if name == "RDF" and ("purl.org/rss/" in rest or "netscape.com/rdf" in rest) else 0.0
    if name not in ("feed", "entry"):
        return 0.0
    return 1.0 if ATOM in rest or ATOM_03 in rest else 0.3


def xml_items(source: Source, kind: str) -> Iterator[Raw]:
    """Yield the items of an XML feed; raise Unreadable or InvalidXml where there is no such feed."""
    if len(source.raw) > MAX_BYTES:
        raise Unreadable(
            Problem("too large", Where(source.file), f"{len(source.raw):,} bytes", f"at most {MAX_BYTES:,}")
        )
    root, repairs = _tree(source)
    name = etree.QName(root)
    namespace: object = name.namespace
    is_atom = name.localname in ("feed", "entry") and namespace in (ATOM, ATOM_03, None)
    is_rss = name.localname.lower() == "rss" or name.namespace == RDF
    if not (is_atom if kind == "atom" else is_rss):
        other = "rss" if is_rss else "atom" if is_atom else ""
        raise Unreadable(
            Problem(
                f"not {'an Atom' if kind == 'atom' else 'an RSS'} feed",
                Where(source.file, line_of(root)),
                f"<{name.localname}>",
                advice=f"this is {other}: name it as the format" if other else "",
            )
        )
    made = _atom(root) if is_atom else _rss(root)
    for number, raw in enumerate(made):
        if number >= MAX_ITEMS:
            raise Unreadable(Problem("too many items", Where(source.file), expected=f"at most {MAX_ITEMS:,}"))
        raw.findings += repairs
        repairs = []
        yield raw


def _rss(root: etree._Element) -> Iterator[Raw]:
    channel = next((c for _, name, c in children(root) if name == "channel"), root)
    for element in root.iter(f"{{{RSS_10}}}item", f"{{{RSS_090}}}item", "item"):
        yield rss_item(element, channel)


def _atom(root: etree._Element) -> Iterator[Raw]:
    namespace = etree.QName(root).namespace
    if etree.QName(root).localname == "entry":
        yield atom_item(root, root)
        return
    for element in root.iterchildren(f"{{{namespace}}}entry" if namespace else "entry"):
        yield atom_item(element, root)


def _tree(source: Source) -> tuple[etree._Element, list[Finding]]:
    """Return the feed's tree; one that is not XML for reasons common in feeds is repaired, with a finding."""
    data = source.data.lstrip()
    try:
        return xml_tree(data, named=True), []
    except InvalidXml as error:
        text, repairs = Source(data, source.file).text()
        mended = _BARE.sub("&amp;", re.sub(r"^\s*<\?xml[^>]*\?>", "", text)).lstrip()
        try:
            tree = xml_tree(mended.encode(), named=True)
        except InvalidXml:
            raise error from None
        message = (
            "the feed is not well-formed XML; what it may not hold was removed, bare ampersands written out"
        )
        finding = Finding(
            "not-well-formed", "warning", message, error.where, "mend the software that wrote it"
        )
        return tree, [finding, *repairs]
