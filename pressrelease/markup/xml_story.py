"""A story straight out of a tree of lxml: XHTML or NITF, ours or others'.

It is the inverse of `pressrelease.markup.xhtml` and of `pressrelease.markup.nitf`, and what others write is read as
leniently as HTML is: what is not known is opened up, so that no words are lost.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Container

from lxml import etree

from pressrelease.findings import Finding
from pressrelease.markup import html_parts as parts
from pressrelease.markup import nitf_elements as nitf
from pressrelease.markup.html_build import Done, nothing
from pressrelease.markup.html_elements import ELEMENTS
from pressrelease.markup.html_elements import q as html_q
from pressrelease.markup.html_tables import TABLES
from pressrelease.markup.left_out import told
from pressrelease.markup.nitf import OWN
from pressrelease.markup.xhtml_quick import quick_blocks
from pressrelease.markup.xml_build import XHTML, XmlBuilder, XmlHandler
from pressrelease.markup.xml_tags import XmlTag, local
from pressrelease.story import Story

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ATTRIBUTION = f"{{{OWN}}}attribution"
_IN_LINES = frozenset(
    [
        "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "label", "mark", "nobr", "picture", "rb", "rt", "rtc", "ruby", "s", "samp", "slot", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    ]
)  # fmt: skip
_OF_ONE_LINE = frozenset(
    [
        "caption", "credit", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "legend",
        "li", "media-caption", "p", "pre", "summary", "td", "th",
    ]
)  # fmt: skip


def story_from_xml(
    element: etree._Element,
    *,
    base: str = "",
    leave_out: Callable[[etree._Element], bool] | None = None,
    but: Container[etree._Element] = (),
) -> tuple[Story, tuple[Finding, ...]]:
    """Return the story that `element` holds, XHTML or NITF in any namespace or none, and what was left out.

    Addresses are made absolute against `base` where one is given. Never raises for what stands in the text: elements
    without a place in a story are opened up, scripts, frames and form controls left out, links with an unknown scheme
    become their words; nesting deeper than a story may be is flattened. Takes linear time.
    Elements that `leave_out` says yes to are passed over without a word, and so are those in `but`, which is faster.
    """
    if leave_out is None and (blocks := quick_blocks(element, base, but)) is not None:
        return Story(blocks), ()
    builder = XmlBuilder(_choose, base, _language(element), leave_out, but)
    blocks = builder.read(element)
    return Story(blocks), told(builder.seen)


def _language(element: etree._Element) -> str:
    at: etree._Element | None = element
    while at is not None:
        told = at.keys()
        found = at.get(_LANG) or at.get("lang") or at.get("baselang") if told else None
        if found:
            return found
        at = at.getparent()
    return ""


@functools.lru_cache(512)
def _choose(tag: str) -> tuple[str, XmlHandler | None]:
    """Return the name of a tag, and what reads its elements: None where they are left out with all they hold."""
    name = local(tag)
    return name, nitf.spoken if tag == _ATTRIBUTION else _handler(tag, name)


def _handler(tag: str, name: str) -> XmlHandler | None:
    if name in parts.SILENT and name != "title":
        return nitf.silent
    if name in parts.DROPPED:
        return None
    if tag.startswith(XHTML, 1):
        handler: XmlHandler | None = _HTML.get(name)
    else:
        handler = _BOTH.get(name)
    if handler is not None:
        return handler
    if name in parts.BLOCKS:
        return nitf.division
    return XmlBuilder.inline if name in _IN_LINES else _unknown


def _unknown(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Open up an element that nobody knows: as a block where it stands among blocks, else within its line."""
    parent = tag.element.getparent()
    among_blocks = parent is not None and local(parent.tag) not in _OF_ONE_LINE and not b.line and not b.flat
    return b.division(tag) if among_blocks and not (tag.element.tail or "").strip() else nothing


def _q(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Read a quotation as HTML has it within HTML without a namespace, else as NITF has it."""
    within = (local(e.tag) for e in tag.element.iterancestors())
    return html_q(b, tag) if any(name in ("html", "div", "section") for name in within) else nitf.q(b, tag)


_HTML: dict[str, XmlHandler] = {**ELEMENTS, **TABLES, "table": nitf.table}
_BOTH: dict[str, XmlHandler] = {**_HTML, **nitf.NITF, "q": _q}
