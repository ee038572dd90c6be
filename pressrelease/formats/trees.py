"""The tree of an XML document as others send it: what a person would repair in it is repaired, and told."""

from __future__ import annotations

import html.entities
import re
from dataclasses import replace

from lxml import etree

from pressrelease.findings import Finding
from pressrelease.formats.registry import Source
from pressrelease.markup.xml import InvalidXml, xml_text, xml_tree

_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]{0,200}?\?>")
_BARE = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_ILLEGAL = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));")


def tree(source: Source) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Return the root of an XML document, and what had to be repaired; raise InvalidXml where that did not help.

    Repaired are bytes that are not of the declared charset, characters that no XML may hold, HTML's named entities, and
    an ampersand that stands for itself. An entity that a document declares itself is never expanded: its name stays.
    """
    try:
        return xml_tree(_data(source)), ()
    except InvalidXml as error:
        first = error
    text, findings = _text(source)
    text = _DECLARATION.sub("", text).lstrip()
    mended = _NAMED.sub(_known, _BARE.sub("&amp;", _ILLEGAL.sub("", text))) if "&" in text else text
    try:
        root = xml_tree(mended.encode("utf-8"), named=True)
    except InvalidXml:
        raise first from None
    if not findings:
        message = f"not well-formed, and repaired: {first.problem}"
        findings = (Finding("xml-repaired", "warning", message, first.where),)
    return root, findings


def _data(source: Source) -> bytes:
    """Return its bytes; those of a text with a mark: it is decoded already, whatever encoding it declares."""
    if isinstance(source.raw, bytes):
        return source.raw
    return b"\xef\xbb\xbf" + source.raw.removeprefix("\ufeff").encode("utf-8", "surrogatepass")


def _text(source: Source) -> tuple[str, tuple[Finding, ...]]:
    """Return its text in the charset that it declares; where the bytes belie that, in its sender's or by guess."""
    try:
        declared = xml_text(_data(source))
    except InvalidXml:
        return source.text()
    return replace(source, raw=declared).text()


def _known(reference: re.Match[str]) -> str:
    known = f"{reference.group(1)};" in html.entities.html5 or reference.group(1) == "apos"
    return reference.group() if known else f"&amp;{reference.group(1)};"
