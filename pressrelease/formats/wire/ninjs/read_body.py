"""The best body of an item as what a body says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from pressrelease.findings import Finding
from pressrelease.formats.bodies import Body, read_body
from pressrelease.formats.wire.ninjs.read_texts import Text, bodies
from pressrelease.markup.html import story_from_html
from pressrelease.markup.nitf import OWN
from pressrelease.markup.xml import InvalidXml, xml_tree
from pressrelease.story import Paragraph, Story
from pressrelease.story import Text as Span

_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_XHTML = "http://www.w3.org/1999/xhtml"


def body_of(
    found: Iterable[Text],
    *,
    headline: str,
    language: str,
    zone: str,
    known: Mapping[str, Any],
    ours: bool,
    links: Mapping[str, str],
) -> Body:
    """Return what the best of the bodies says. `links` are addresses made absolute, each with what it had been."""
    for text in bodies(found):
        marked = text.kind in ("xhtml", "html", "nitf") or (
            not text.kind and _TAG.search(text.value) is not None
        )
        holder = _tree(text, ours) if marked else None
        if holder is not None:
            _relative(holder, links)
        findings: tuple[Finding, ...] = ()
        source: etree._Element | Story
        if holder is not None:
            source = holder
        elif marked:
            source, findings = story_from_html(text.value)
        else:
            source = story_from_text(text.value)
        made = read_body(source, headline=headline, language=language, zone=zone, known=known)
        made.findings += findings
        return made
    return Body()


def _tree(text: Text, ours: bool) -> etree._Element | None:
    """Return the body as a tree of XML, or None where it is not well-formed."""
    value = text.value.strip()
    if not value.startswith(("<?xml", "<!DOCTYPE", "<html", "<nitf")):
        own = f' xmlns:pr="{OWN}"' if ours else ""
        space = "" if text.kind == "nitf" else f' xmlns="{_XHTML}"'
        value = f"<div{space}{own}>{value}</div>"
    try:
        return xml_tree(value.encode("utf-8"), named=True)
    except InvalidXml:
        return None


def _relative(holder: etree._Element, links: Mapping[str, str]) -> None:
    if not links:
        return
    for element in holder.iter(etree.Element):
        for name in ("href", "src"):
            if (was := links.get(element.get(name) or "")) is not None:
                element.set(name, was)


def story_from_text(text: str) -> Story:
    """Return plain text as paragraphs: parted by empty lines, or, where there is none, line by line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = re.split(r"\n[ \t]*\n", lines) if re.search(r"\n[ \t]*\n", lines) else lines.split("\n")
    return Story(tuple(Paragraph((Span(part),)) for part in parts if part.strip()))
