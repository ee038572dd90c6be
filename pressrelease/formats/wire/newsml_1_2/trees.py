"""The tree of a NewsML document, its elements by their bare names, and what had to be repaired."""

from __future__ import annotations

import html.entities
import re

from lxml import etree

from pressrelease.findings import Finding
from pressrelease.formats.registry import Source
from pressrelease.markup.xml import InvalidXml, xml_tree

_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]{0,200}?\?>")
_BARE = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_ILLEGAL = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));")


def tree(source: Source) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Return the root of a document, NewsML's elements in no namespace; raise InvalidXml where it cannot be read.

    It is without comments and instructions.

    Repaired are bytes that are not of the declared charset, characters that no XML may hold, and an ampersand that
    stands for itself. HTML's named entities are read; one that a document declares itself stays as its name.
    """
    root, findings = _mended(source)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    space = re.compile(r"\{[^}]*newsml[^}]*\}", re.I)
    for element in root.iter(etree.Element):
        if space.match(element.tag):
            element.tag = element.tag.rpartition("}")[2]
    return root, findings


def _mended(source: Source) -> tuple[etree._Element, tuple[Finding, ...]]:
    try:
        return xml_tree(source.data, named=True), ()
    except InvalidXml as error:
        first = error
    text, findings = source.text()
    text = _DECLARATION.sub("", text).lstrip()
    mended = _NAMED.sub(_told, _BARE.sub("&amp;", _ILLEGAL.sub("", text))) if "&" in text else text
    try:
        root = xml_tree(mended.encode("utf-8"), named=True)
    except InvalidXml:
        raise first from None
    if not findings:
        findings = (
            Finding(
                "xml-repaired", "warning", f"not well-formed, and repaired: {first.problem}", first.where
            ),
        )
    return root, findings


def _told(reference: re.Match[str]) -> str:
    known = f"{reference.group(1)};" in html.entities.html5 or reference.group(1) == "apos"
    return reference.group() if known else f"&amp;{reference.group(1)};"
