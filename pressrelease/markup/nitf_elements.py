"""How the elements that NITF has and HTML has not become part of a story; `pressrelease.markup.nitf` writes them."""

from __future__ import annotations

from lxml import etree

from pressrelease.characters import cleaned, one_line, settled
from pressrelease.markup import html_parts as parts
from pressrelease.markup.html_build import Box, Done, nothing
from pressrelease.markup.html_elements import captioned, headed
from pressrelease.markup.html_lines import WHITE, attribution_of
from pressrelease.markup.html_parts import attribute, classes
from pressrelease.markup.html_tables import grid, rows
from pressrelease.markup.xhtml import MARKS
from pressrelease.markup.xml_build import XmlBuilder, XmlHandler, named
from pressrelease.markup.xml_tags import XmlTag, local
from pressrelease.story import Attribution, Break, Figure, Paragraph, Quotation, Quote, Spans

_SPOKEN = {"person": "speaker", "function": "role", "org": "organisation"}
_LAYOUT = parts.LAYOUT | {"bq", "hl2", "media"}
_FIELDS = ("speaker", "role", "organisation")


# --- in a line --------------------------------------------------------------------------------------------------------


def br(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Break the line; our own second break in a row says that it is one."""
    b.line_break(plain=not tag.has_attr("pr:line") and "line" not in classes(tag))
    return nothing


def em(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Read emphasis; which kind, a class says."""
    known = classes(tag)
    for name, kind in (
        ("strong", "strong"),
        ("bold", "strong"),
        ("superscript", "sup"),
        ("subscript", "sub"),
    ):
        if name in known:
            return b.open(kind)
    return b.inline(tag)


def q(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Read a quotation: its marks stand as text beside it, who said it in an attribute."""
    opening = b.taken(_mark(tag, "opening", "“"))
    closing = _following(tag, _mark(tag, "closing", "”"), bool(opening))
    quote, by = attribute(tag, "pr:quote"), None
    source = attribute(tag, "quote-source")
    if source and not quote:
        quote, by = b.speaker(source)
    if not len(tag.element) and not (tag.element.text or "").strip(WHITE):
        b.atom(Quotation((), quote, opening, closing))
    done = b.open("quotation", quote=quote, opening=opening, closing=closing, printed=False)

    def closed() -> None:
        done()
        b.skip(closing)
        if by is not None:
            b.atom(by)

    return closed


def _mark(tag: XmlTag, name: str, usual: str) -> str:
    value = tag.get(f"pr:{name}")
    return usual if value is None else one_line(cleaned(value))


def _following(tag: XmlTag, mark: str, opened: bool) -> str:
    """Return the mark that follows an element: the one expected, or any that is a mark where one opened it."""
    text = tag.element.tail or ""
    if text.startswith(mark):
        return mark
    return text[:1] if opened and text[:1] in MARKS else ""


def spoken(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Read our own mark before the printed words of an attribution, and its words with it."""
    values = {name: attribute(tag, name) for name in _FIELDS}
    layout = tag.get("layout")
    told = None if layout is None else settled(cleaned(layout))
    by = Attribution(**values, layout=told, quote=attribute(tag, "quote"))
    if tag.follows(by.words):
        b.skip(by.words)
    else:  # somebody changed the words after the mark: they are right, and stay as they are
        by = Attribution(**values, layout="", quote=by.quote)
    b.atom(by)
    return None


def new_line(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Begin a line within the one that is open: the parts of an address, a title beneath a name."""
    b.line_break()
    return nothing


def fraction(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Part the lower number of a fraction from the upper one, where nothing stands between."""
    b.words("/")
    return nothing


# --- blocks -----------------------------------------------------------------------------------------------------------


def hl(b: XmlBuilder, tag: XmlTag) -> Done:
    """Read a heading within the text."""
    return headed(b, tag, parts.number(tag, "pr:level", 2, 6, 2))


def bq(b: XmlBuilder, tag: XmlTag) -> Done:
    """Read a block quote, its speaker from its credit, else from its `quote-source`."""
    source = attribute(tag, "quote-source")

    def finish(box: Box) -> None:
        by = box.by or named(source)
        if box.blocks:
            b.append(Quote(tuple(box.blocks), by))
        if box.caption and (box.by is None or not box.blocks):
            b.append(Paragraph(box.caption))

    return b.push("quote", tag, finish)


def credit(b: XmlBuilder, tag: XmlTag) -> Done:
    """Read who said it, within a block quote."""
    box = b.boxes[-1]
    if box.kind != "quote" or b.flat or box.by is not None:
        return b.division(tag)
    b.end()
    marked = _marked(tag)

    def keep(spans: Spans) -> None:
        box.caption = spans
        box.by = marked or attribution_of(spans)

    return b.capture(keep)


def _marked(tag: XmlTag) -> Attribution | None:
    """Return who is named by elements alone, as we write it, or None: `<person>…</person>, <function>…</function>`."""
    values: dict[str, str] = {}
    if tag.element.text or not len(tag.element):
        return None
    for child in tag.element:
        name = "" if len(child) else _SPOKEN.get(local(child.tag), "")
        last = child.getnext() is None
        if not name or name in values or (child.tail or "") != ("" if last else ", "):
            return None
        values[name] = one_line(cleaned(child.text or ""))
    return Attribution(values.pop("speaker", ""), **values)


def media(b: XmlBuilder, tag: XmlTag) -> Done:
    """Read a picture, film or sound: its first file that has an address, caption and producer beneath it."""

    def finish(box: Box) -> None:
        for block in captioned(box):
            b.append(block)

    return b.push("media", tag, finish)


def media_reference(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Read the file of a medium."""
    box = b.boxes[-1]
    if box.kind == "media" and any(isinstance(block, Figure) for block in box.blocks):
        return nothing  # the same at another size
    address = tag.get("source") or tag.get("source-credit")
    src = parts.href(address, b.base, ("http", "https"))
    if not src:
        b.seen["image-dropped", "warning", attribute(tag, "source")[:40]] += 1
        return nothing
    words = one_line(cleaned(tag.get_text()))
    alt = attribute(tag, "alternate-text")
    b.picture(src, alt or words)
    return None if words and not alt else nothing


def media_caption(b: XmlBuilder, tag: XmlTag) -> Done:
    """Read what is printed beneath a medium."""
    box = b.boxes[-1]
    if box.kind != "media" or b.flat:
        return b.division(tag)
    b.end()

    def keep(spans: Spans) -> None:
        box.caption = (*box.caption, Break(), *spans) if box.caption else spans

    return b.capture(keep)


def media_producer(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Read whom a medium is from."""
    box = b.boxes[-1]
    if box.kind != "media" or b.flat:
        return b.division(tag)
    box.credit = ", ".join(filter(None, (box.credit, one_line(cleaned(tag.get_text())))))
    return None


def table(b: XmlBuilder, tag: XmlTag) -> Done:
    """Read a table, or open up one that only places things."""
    if b.flat or b.boxes[-1].kind == "table" or attribute(tag, "role") in ("presentation", "none"):
        return b.division(tag)
    inside = (local(e.tag) for e in tag.element.iterdescendants(etree.Element))
    return b.division(tag) if any(name in _LAYOUT for name in inside) else grid(b, tag)


def tbody(b: XmlBuilder, tag: XmlTag) -> Done:
    """Read the rows of a table's body: NITF's own heads none of them."""
    b.boxes[-1].scoped |= b.boxes[-1].kind == "table"
    return rows(b, tag)


def silent(b: XmlBuilder, tag: XmlTag) -> Done | None:
    """Pass over what has no words of the text."""
    return None


def division(b: XmlBuilder, tag: XmlTag) -> Done:
    """Open up an element that ends the line before and after it."""
    return b.division(tag)


def within_a_line(b: XmlBuilder, tag: XmlTag) -> Done:
    """Open up an element that stands within a line."""
    return nothing


NITF: dict[str, XmlHandler] = {
    **dict.fromkeys(["hl1", "hl2"], hl),
    **dict.fromkeys(
        [
            "abstract", "bibliography", "block", "body.content", "body.end", "body.head", "body", "byline",
            "copyrite", "custom-table", "dateline", "distributor", "fn", "hedline", "nitf", "nitf-table",
            "note", "rights", "series", "tagline",
        ],
        division,
    ),
    **dict.fromkeys(
        [
            "alt-code", "chron", "city", "classifier", "copyrite.holder", "copyrite.year", "country", "event",
            "frac", "frac-num", "frac-sep", "function", "lang", "location", "money", "name.family", "name.given",
            "num", "object.title", "org", "person", "pronounce", "region", "rights.agent", "rights.enddate",
            "rights.geography", "rights.limitations", "rights.owner", "rights.startdate", "rights.type", "state",
            "story.date", "sublocation", "virtloc", "postaddr", "postcode", "country",
        ],
        within_a_line,
    ),
    **dict.fromkeys(["addressee", "byttl", "care.of", "delivery.office", "delivery.point"], new_line),
    **dict.fromkeys(["ds", "media-metadata", "nitf-col", "nitf-colgroup", "nitf-table-metadata"], silent),
    "br": br,
    "em": em,
    "q": q,
    "frac-den": fraction,
    "bq": bq,
    "credit": credit,
    "media": media,
    "media-reference": media_reference,
    "media-caption": media_caption,
    "media-producer": media_producer,
    "tbody": tbody,
}  # fmt: skip
"""Elements of NITF by name."""
