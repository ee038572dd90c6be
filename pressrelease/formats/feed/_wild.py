"""Items of XML feeds as they are in the wild: RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator

from lxml import etree

from pressrelease.characters import cleaned
from pressrelease.errors import Problem
from pressrelease.findings import Finding, Where
from pressrelease.formats.feed._atom_items import atom_item
from pressrelease.formats.feed._elements import line_of
from pressrelease.formats.feed._namespaces import ATOM, ATOM_03, RDF, RSS_090, RSS_10
from pressrelease.formats.feed._raw import Raw
from pressrelease.formats.feed._rss_items import rss_item
from pressrelease.formats.registry import Head, Source, Unreadable
from pressrelease.markup.xml import InvalidXml, xml_tree

MAX_BYTES = 50_000_000
"""The largest feed that is read."""
MAX_ITEMS = 20_000
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*", re.S)
_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^>\[]*>", re.I)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_ENCODING = re.compile(rb"<\?xml[^>]{0,80}encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")


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
    is_atom = name.localname in ("feed", "entry") and name.namespace in (ATOM, ATOM_03, None)
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
    channel = next(
        (c for c in root if isinstance(c.tag, str) and etree.QName(c).localname == "channel"), root
    )
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
    data = source.data
    bare = _DOCTYPE.sub(b"", data, count=1) if b"<!DOCTYPE" in data[:2000] else data
    try:
        return xml_tree(bare.lstrip()), []
    except InvalidXml as error:
        text = _text(data, source)
        legal = _ENTITY.sub(_character, cleaned(re.sub(r"^\s*<\?xml[^>]*\?>", "", text)))
        legal = re.sub(r"<!DOCTYPE\s[^>\[]*>", "", legal, count=1)
        legal = re.sub(r"&(?!#?\w{1,32};)", "&amp;", legal)
        try:
            tree = xml_tree(legal.lstrip().encode())
        except InvalidXml:
            raise error from None
        message = "the feed is not well-formed XML; characters and entities it may not hold were replaced"
        return tree, [
            Finding("not-well-formed", "warning", message, error.where, "mend the software that wrote it")
        ]


def _text(data: bytes, source: Source) -> str:
    named = _ENCODING.match(data[:200].lstrip())
    if isinstance(source.raw, bytes) and named and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named.group(1).decode("ascii"), "replace")
        except (LookupError, ValueError):
            pass  # an encoding nobody knows: judged by its bytes below
    return source.text()[0]


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in ("amp", "lt", "gt", "quot", "apos"):
        return match.group()
    found = html.entities.html5.get(f"{name};", f"&{name};")
    return found.replace("&", "&amp;").replace("<", "&lt;")
