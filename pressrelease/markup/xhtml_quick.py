"""The common blocks of XHTML in their plain form (as `pressrelease.markup.xhtml` writes them), read in one go.

What is the least unusual (an attribute, an element, words where none belong) is not read here: the lenient walk of
`xml_build` reads that block, with the same result for all that is read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import Any, Literal, TypeAlias, cast

from lxml import etree

from pressrelease.characters import cleaned, one_line
from pressrelease.markup.html_lines import attribution_of, mark_taken
from pressrelease.markup.html_parts import attribution, href
from pressrelease.markup.xml_tags import XmlTag
from pressrelease.story import (
    SCHEMES,
    Block,
    Blocks,
    Break,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Rule,
    Span,
    Spans,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)

XHTML = "{http://www.w3.org/1999/xhtml}"
_DEEPEST = 6
_WHITE = " \t\n\r\f"
_PLAIN: dict[str, type[Strong | Emphasis | Superscript | Subscript]] = {
    f"{XHTML}strong": Strong,
    f"{XHTML}em": Emphasis,
    f"{XHTML}sup": Superscript,
    f"{XHTML}sub": Subscript,
}
_A, _BR = f"{XHTML}a", f"{XHTML}br"
_SPAN = f"{XHTML}span"
_QUOTATION = frozenset(["class", "data-quote", "data-opening", "data-closing"])
_SMALL = f"{XHTML}small"
_ITEM = f"{XHTML}li"
_ALIGN = {"align-left": "left", "align-right": "right", "align-center": "center"}


class Unusual(Exception):
    """Something that the lenient walk has to read."""


def quick(element: etree._Element, base: str = "") -> Block | None:
    """Return the block that `element` is, None for one that says nothing; raise Unusual where it is not plain."""
    reader = _BLOCKS.get(element.tag)
    if reader is None:
        raise Unusual
    return reader(element, base)


def quick_blocks(element: etree._Element, base: str, but: Container[etree._Element] = ()) -> Blocks | None:
    """Return the blocks that `element` holds, those in `but` passed over; None where not all are plain."""
    found: list[Block] = []
    text = element.text
    try:
        for child in element:
            if text and text.strip(_WHITE):
                return None
            if child not in but:
                block = quick(child, base)
                if block is not None:
                    found.append(block)
            text = child.tail
    except Unusual:
        return None
    return None if text and text.strip(_WHITE) else tuple(found)


_Reader: TypeAlias = Callable[[etree._Element, str], "Block | None"]


def _spans(
    element: etree._Element,
    base: str,
    depth: int = 0,
    within: frozenset[str] = frozenset(),
    but: etree._Element | None = None,
) -> Spans:
    found: list[Span] = []
    text = element.text
    if text:
        found.append(_words(text))
    for child in element:
        tag = child.tag
        if tag in _PLAIN:
            # Many in a row would be joined one by one; the walk joins them at once.
            again = bool(found) and type(found[-1]) is _PLAIN[tag]
            if again or tag in within or depth > _DEEPEST or child.keys():
                raise Unusual
            inner = _spans(child, base, depth + 1, within | {tag})
            if inner:
                found.append(_PLAIN[tag](inner))
        elif tag == _A:
            found.append(_link(child, base, depth, within))
        elif child is but:
            continue
        elif tag == _SPAN:
            found.append(_spoken(child, base, depth, within))
        elif tag == _BR and not child.keys() and not len(child) and not child.text:
            if not found or isinstance(found[-1], Break):
                raise Unusual
            found.append(Break())
        else:
            raise Unusual
        text = child.tail
        if text:
            if found and isinstance(found[-1], Break) and not text.strip(_WHITE):
                continue
            found.append(_words(text))
    return tuple(found)


def _words(text: str) -> Text:
    return Text(text if text.isprintable() else cleaned(text))


def _link(element: etree._Element, base: str, depth: int, within: frozenset[str]) -> Span:
    address = href(element.get("href"), base, SCHEMES) if element.keys() == ["href"] else ""
    inner = _spans(element, base, depth + 1, within | {_A}) if address and _A not in within else ()
    if not inner or depth > _DEEPEST:
        raise Unusual
    return Link(inner, address)


def _spoken(element: etree._Element, base: str, depth: int, within: frozenset[str]) -> Span:
    """Read our own mark of a quotation, or of who said it."""
    kind = element.get("class")
    if kind == "attribution":
        by = attribution(XmlTag(element, "span"))
        if by is not None:
            return by
    if kind != "quotation" or depth > _DEEPEST or not _QUOTATION.issuperset(element.keys()):
        raise Unusual
    spans = list(_spans(element, base, depth + 1, within))
    opening, closing = element.get("data-opening"), element.get("data-closing")
    first = mark_taken(spans, None if opening is None else cleaned(opening), 0)
    last = mark_taken(spans, None if closing is None else cleaned(closing), -1)
    return Quotation(tuple(spans), one_line(cleaned(element.get("data-quote") or "")), first, last)


def _bare(element: etree._Element) -> etree._Element:
    """Return an element that holds nothing but elements; raise Unusual where words stand among them."""
    text = element.text
    if text and text.strip(_WHITE):
        raise Unusual
    for child in element:
        text = child.tail
        if child.tag.__class__ is not str or (text and text.strip(_WHITE)):
            raise Unusual
    return element


def _paragraph(element: etree._Element, base: str) -> Block | None:
    if element.keys():
        raise Unusual
    block = Paragraph(_spans(element, base))
    return block if block.spans else None


def _heading(element: etree._Element, base: str) -> Block | None:
    if element.keys():
        raise Unusual
    block = Heading(_spans(element, base), int(element.tag[-1]))
    return block if block.spans else None


def _rule(element: etree._Element, base: str) -> Block | None:
    if element.keys() or len(element) or element.text:
        raise Unusual
    return Rule()


def _list(element: etree._Element, base: str) -> Block | None:
    start = element.get("start") or "1"
    numbered = element.tag.endswith("ol")
    keys = element.keys()
    if (keys and (not numbered or keys != ["start"])) or not re.fullmatch(r"\d{1,8}", start, re.A):
        raise Unusual
    items = []
    for child in _bare(element):
        if child.tag != _ITEM or child.keys():
            raise Unusual
        item = _item(child, base)
        if item:
            items.append(item)
    if not items:
        return None
    return NumberedList(tuple(items), int(start)) if numbered else BulletList(tuple(items))


def _item(element: etree._Element, base: str) -> Blocks:
    if len(element) and element[0].tag in _BLOCKS:
        if sum(1 for _ in element.iterancestors()) > 60:
            raise Unusual
        return tuple(filter(None, (quick(child, base) for child in _bare(element))))
    block = Paragraph(_spans(element, base))
    return (block,) if block.spans else ()


def _quote(element: etree._Element, base: str) -> Quote:
    """Read a block quote of ours, who said it in its attributes or nowhere."""
    if element.get("class") != "quote":
        raise Unusual
    blocks: Blocks = tuple(filter(None, (quick(child, base) for child in _bare(element))))
    by = (
        attribution(XmlTag(element, "blockquote"), printed=False)
        if element.get("data-speaker") is not None
        else None
    )
    if not blocks:
        raise Unusual
    return Quote(blocks, by)


def _said(element: etree._Element, base: str) -> Block:
    """Read a quote of ours with who said it beneath."""
    children = list(_bare(element))
    if [child.tag for child in children] != [f"{XHTML}blockquote", f"{XHTML}figcaption"] or children[
        1
    ].keys():
        raise Unusual
    block = _quote(children[0], base)
    by = attribution_of(_spans(children[1], base))
    if block.attribution is not None or by is None:
        raise Unusual
    return Quote(block.blocks, by)


def _figure(element: etree._Element, base: str) -> Block | None:
    if element.keys() == ["class"] and element.get("class") == "quote":
        return _said(element, base)
    if element.keys() or not 1 <= len(element) <= 2:
        raise Unusual
    picture = _bare(element)[0]
    src = href(picture.get("src"), base, ("http", "https"))
    if picture.tag != f"{XHTML}img" or picture.keys() != ["src", "alt"] or not src:
        raise Unusual
    caption, credit = _beneath(element[1], base) if len(element) == 2 else ((), "")
    return Figure(src, cleaned(picture.get("alt") or ""), caption, credit)


def _beneath(told: etree._Element, base: str) -> tuple[Spans, str]:
    """Return caption and credit of a picture; raise Unusual where there is neither."""
    small = told[-1] if len(told) and told[-1].tag == _SMALL else None
    if told.tag != f"{XHTML}figcaption" or told.keys():
        raise Unusual
    credit = ""
    if small is not None:
        if (
            small.keys() != ["class"]
            or small.get("class") != "credit"
            or len(small)
            or (small.tail or "").strip(_WHITE)
        ):
            raise Unusual
        credit = one_line(cleaned(small.text or ""))
    caption = _spans(told, base, but=small)
    if not caption and not credit:
        raise Unusual
    return caption, credit


# --- tables --------------------------------------------------------------------------------------------------------


def _table(element: etree._Element, base: str) -> Block | None:
    if element.keys():
        raise Unusual
    caption: Spans = ()
    parts: dict[str, list[tuple[Cell, ...]]] = {"thead": [], "tbody": []}
    for place, child in enumerate(_bare(element)):
        name = child.tag.removeprefix(XHTML)
        if child.keys():
            raise Unusual
        if name == "caption" and not place:
            caption = _spans(child, base)
        elif name in parts:
            parts[name] += [_row(row, base) for row in _bare(child)]
        else:
            raise Unusual
    head, body = parts["thead"], parts["tbody"]
    if not head:
        raise Unusual  # the lenient walk knows which rows are heads
    made = Table(tuple(body), tuple(head), caption)
    if not made.body and not made.head:
        raise Unusual
    return made


def _row(element: etree._Element, base: str) -> tuple[Cell, ...]:
    if element.tag != f"{XHTML}tr" or element.keys():
        raise Unusual
    return tuple(_cell(cell, base) for cell in _bare(element))


def _cell(element: etree._Element, base: str) -> Cell:
    name = element.tag.removeprefix(XHTML)
    told: dict[str, Any] = {}
    for key in map(str, element.keys()):
        value = str(element.get(key))
        if key == "class" and value in _ALIGN:
            told["align"] = cast(Literal["left", "right", "center"], _ALIGN[value])
        elif key in ("colspan", "rowspan") and re.fullmatch(r"[1-9]\d{0,2}", value, re.A):
            told[key] = int(value)
        elif key != "scope":
            raise Unusual
    if name not in ("td", "th"):
        raise Unusual
    return Cell(_spans(element, base), header=name == "th", **told)


_BLOCKS: dict[str, _Reader] = {
    f"{XHTML}p": _paragraph,
    **{f"{XHTML}h{n}": _heading for n in range(2, 7)},
    f"{XHTML}hr": _rule,
    f"{XHTML}ul": _list,
    f"{XHTML}ol": _list,
    f"{XHTML}table": _table,
    f"{XHTML}figure": _figure,
    f"{XHTML}blockquote": _quote,
}
QUICK = frozenset(_BLOCKS)
"""Tags of the blocks that are read here where they are plain."""
