"""A body read: by our own marks where they stand, else by what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from pressrelease.anatomy import taken_apart
from pressrelease.characters import cleaned
from pressrelease.findings import Finding
from pressrelease.formats.bodies.body import Body, stated
from pressrelease.formats.bodies.datelines import agreed, known_part, read_dateline, without_lead
from pressrelease.formats.bodies.marked import MARKS, MarkedReader
from pressrelease.markup.nitf import OWN
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.model import Dateline
from pressrelease.story import Story


def read_body(
    body: etree._Element | Story,
    *,
    headline: str = "",
    subheadline: str = "",
    language: str = "und",
    base: str = "",
    zone: str = "",
    known: Mapping[str, Any] | None = None,
) -> Body:
    """Return what `body` says: an element that holds it (XHTML or NITF, or the document around it), or a story.

    `known` are values by path that stand elsewhere in the document: a dateline of theirs is cut off as it is printed,
    contacts and a provider of theirs are not read from words once more. Addresses are made absolute against `base`,
    `zone` (IANA name or offset) is that of moments in words which name none.
    """
    known = known or {}
    if isinstance(body, Story):
        return _foreign(body, (), headline, subheadline, language, zone, known)
    holder = content_of(body)
    bare = _bare(holder)
    if bare is not None:
        text, told = bare
        return _foreign(text, told, headline, subheadline, language, zone, known)
    marked = {child: marks for child in holder.iterchildren("*") if (marks := _marks_of(child))}
    is_whole = OWN in holder.nsmap.values()
    is_ours = bool(marked) or is_whole
    story, findings = story_from_xml(holder, base=base, but=marked)
    if not is_ours:
        return _foreign(story, findings, headline, subheadline, language, zone, known)
    made = Body(is_ours=True, findings=list(findings))
    has_imprint = any("imprint" in marks for marks in marked.values())
    reader = MarkedReader(made, language, base, zone, known, has_imprint, is_whole)
    for element, marks in marked.items():
        reader.part(element, marks)
    reader.dateline(story)
    return made


def content_of(element: etree._Element) -> etree._Element:
    """Return the element that holds the body: of a whole XHTML or NITF document its `body` or `body.content`."""
    for name in ("body", "body.content"):
        inner = next(element.iterchildren(f"{{*}}{name}"), None)
        element = element if inner is None else inner
    return element


def restore(body: etree._Element, addresses: Mapping[str, str]) -> None:
    """Put addresses back as they had been before they were made absolute: `addresses` has both."""
    for element in body.iter("{*}a", "{*}img", "{*}video", "{*}audio", "{*}media-reference"):
        for name in ("href", "src", "source"):
            known = addresses.get(element.get(name) or "")
            if known is not None:
                element.set(name, known)


_ESCAPED = re.compile(r"</(?:p|div|b|i|em|strong|ul|ol|h[1-6]|table)>|<(?:p|br|hr) ?/?>", re.I)


def _bare(holder: etree._Element) -> tuple[Story, tuple[Finding, ...]] | None:
    """Return the story of a text without any element: markup that was escaped as text, or plain text; else None."""
    text = holder.text or ""
    if len(holder) or not text.strip():
        return None
    if _ESCAPED.search(text):
        root = etree.fromstring(f"<html><body>{text}</body></html>", etree.HTMLParser(no_network=True))
        story, findings = story_from_xml(content_of(root))
        told = "the markup of the text was escaped, as if it were words; it was read as markup"
        return story, (*findings, Finding("markup-escaped", "warning", told))
    return Story(cleaned(text)), ()  # type: ignore[arg-type]


def _marks_of(element: etree._Element) -> tuple[str, ...]:
    """Return the classes of an element that our own mark opens."""
    marks = tuple((element.get("class", "")).split())
    return marks if marks and marks[0] in MARKS else ()


def _foreign(
    story: Story,
    findings: Iterable[Finding],
    headline: str,
    subheadline: str,
    language: str,
    zone: str,
    known: Mapping[str, Any],
) -> Body:
    made = Body(findings=list(findings))
    dateline = known_part(known, Dateline, "dateline")
    cut = without_lead(story, dateline, language) if dateline else None
    parts = taken_apart(cut or story, headline, subheadline, language, zone=zone)
    if dateline and not cut and parts.dateline is None:
        said, story = read_dateline(Story(tuple(parts.blocks)), "", language, dateline)
        parts.dateline, parts.blocks = said, list(story.blocks)
    made.story = Story(tuple(parts.blocks))
    made.subheadline = parts.subheadline if parts.subheadline != subheadline else ""
    made.dateline = (
        agreed(parts.dateline, dateline) if parts.dateline and not cut else dateline if cut else None
    )
    made.embargo = parts.embargo
    made.change = stated(parts.change)
    made.boilerplates, made.contacts = parts.boilerplates, parts.contacts
    made.notices = [stated(notice) for notice in parts.notices]
    made.provider, made.organisations = parts.provider, parts.organisations
    made.findings += parts.findings
    return made
