"""How each element becomes part of a story: breaks, quotations, links, headings, quotes, lists, figures."""

from __future__ import annotations

import itertools

from pressrelease.characters import cleaned, one_line
from pressrelease.markup import html_parts as parts
from pressrelease.markup.html_build import Box, Builder, Done, Handler, nothing
from pressrelease.markup.html_lines import attribution_of
from pressrelease.markup.html_parts import Element, attribute, classes
from pressrelease.story import (
    SCHEMES,
    Block,
    BulletList,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Spans,
    Table,
    Text,
    plain,
)

# --- in a line --------------------------------------------------------------------------------------------------------


def br(b: Builder, tag: Element) -> Done | None:
    """Break the line; our own second break in a row says that it is one."""
    b.line_break(plain="line" not in classes(tag))
    return nothing


def preformatted(b: Builder, tag: Element) -> Done:
    """Read lines as they stand."""
    b.end()
    b.pre += 1

    def done() -> None:
        b.pre -= 1
        b.end()

    return done


def q(b: Builder, tag: Element) -> Done:
    """Read a quotation whose marks the browser would add."""
    language = parts.language_of(tag) or b.language
    inside = sum(f.kind == "quotation" for f in b.formats)
    opening, closing = parts.marks(language, inside)
    return b.open("quotation", opening=opening, closing=closing, printed=False)


def a(b: Builder, tag: Element) -> Done | None:
    """Read a link, or the file of a figure."""
    if "file" in classes(tag) and b.boxes[-1].kind == "figure" and not b.flat:
        src = parts.href(tag.get("href"), b.base, ("http", "https"))
        if src:
            alt = (
                attribute(tag, "data-alt") if tag.has_attr("data-alt") else one_line(cleaned(tag.get_text()))
            )
            b.picture(src, alt)
            return None
    if not tag.has_attr("href"):
        return nothing
    href = parts.href(tag.get("href"), b.base, SCHEMES)
    if not href:
        if attribute(tag, "href"):
            b.seen["link-dropped", "warning", attribute(tag, "href")[:40]] += 1
        return nothing
    return b.open("link", href=href)


def cite(b: Builder, tag: Element) -> Done | None:
    """Read who said it, where that stands by itself in a block quote; else the title of a work."""
    box = b.boxes[-1]
    if box.kind == "quote" and not b.flat and not b.line and not is_own(box.tag):
        return byline(b, tag)
    return b.inline(tag)


def heading(b: Builder, tag: Element) -> Done:
    """Read a heading; one of level 1 is the page's own and becomes a 2."""
    return headed(b, tag, max(2, int(tag.name[1])))


def headed(b: Builder, tag: Element, level: int) -> Done:
    """Read a heading of that level."""
    if b.flat:
        return b.division(tag)
    b.end()

    def keep(spans: Spans) -> None:
        block = Heading(spans, level)
        if block.spans:
            b.append(block)
        else:
            b.flush()

    return b.capture(keep)


def term(b: Builder, tag: Element) -> Done:
    """Read the term of a definition list, in bold."""
    b.end()
    bold = b.open("strong")

    def done() -> None:
        bold()
        b.end()

    return done


def byline(b: Builder, tag: Element) -> Done:
    """Read who said it, in a block quote of other people's making."""
    box = b.boxes[-1]
    if box.kind != "quote" or b.flat or is_own(box.tag):
        return b.division(tag)
    b.end()

    def keep(spans: Spans) -> None:
        box.caption = spans

    return b.capture(keep)


def figcaption(b: Builder, tag: Element) -> Done:
    """Read what is printed beneath a figure."""
    box = b.boxes[-1]
    if box.kind != "figure" or b.flat:
        return b.division(tag)
    b.end()

    def keep(spans: Spans) -> None:
        box.caption = spans

    return b.capture(keep)


def small(b: Builder, tag: Element) -> Done | None:
    """Read the credit of a figure."""
    box = b.boxes[-1]
    if box.kind == "figure" and len(b.flat) == 1 and "credit" in classes(tag) and not box.credit:
        box.credit = one_line(cleaned(tag.get_text()))
        return None
    return b.inline(tag)


# --- blocks that hold blocks ------------------------------------------------------------------------------------------


def is_own(tag: Element | None) -> bool:
    """Return whether a block quote is of our own making: then its words hold nothing but what was said."""
    return tag is not None and "quote" in classes(tag)


def _has_dash(line: Paragraph) -> bool:
    return plain(line).startswith(("—", "–", "―", "-- "))


def quote(b: Builder, tag: Element) -> Done:
    """Read a block quote, its speaker from our own form, a footer, or a last line that begins with a dash."""

    def finish(box: Box) -> None:
        blocks, by = box.blocks, attribution_of(box.caption) if box.caption else None
        if is_own(tag):
            by = parts.attribution(tag, printed=False) if tag.has_attr("data-speaker") else None
        elif by is None and len(blocks) > 1 and isinstance(last := blocks[-1], Paragraph) and _has_dash(last):
            by = attribution_of(last.spans)
            blocks = blocks[:-1] if by else blocks
        if blocks:
            b.append(Quote(tuple(blocks), by))
        elif box.caption:
            b.append(Paragraph(box.caption))

    return b.push("quote", tag, finish)


def bullets(b: Builder, tag: Element) -> Done:
    """Read a list, numbered or not."""

    def finish(box: Box) -> None:
        items = tuple(tuple(item) for item in box.items)
        start = parts.number(tag, "start" if tag.has_attr("start") else "seqnum", 0, 10**9 - 1, 1)
        block = NumberedList(items, start) if tag.name.lower() == "ol" else BulletList(items)
        if block.items:
            b.append(block)

    return b.push("list", tag, finish)


def item(b: Builder, tag: Element) -> Done:
    """Read an item of a list."""
    if b.boxes[-1].kind != "list":
        return b.division(tag)
    items = b.boxes[-1].items
    return b.push("item", tag, lambda box: items.append(box.blocks) if box.blocks else None)


def figure(b: Builder, tag: Element) -> Done:
    """Read a figure: its pictures, quote or table get its caption."""

    def finish(box: Box) -> None:
        for block in captioned(box):
            b.append(block)

    return b.push("figure", tag, finish)


def img(b: Builder, tag: Element) -> Done | None:
    """Read a picture from where its address is."""
    if parts.is_tiny(tag):
        return None
    for candidate in parts.picture(tag):
        src = parts.href(candidate, b.base, ("http", "https"))
        if src:
            b.picture(src, attribute(tag, "alt"))
            return None
    b.seen["image-dropped", "warning", attribute(tag, "src")[:40]] += 1
    return None


def media(b: Builder, tag: Element) -> Done | None:
    """Read a film or a sound."""
    sources = [tag, *itertools.islice((t for t in parts.within(tag) if t.name == "source"), 5)]
    src = next(filter(None, (parts.href(t.get("src"), b.base, ("http", "https")) for t in sources)), "")
    if src:
        b.picture(src, attribute(tag, "aria-label") or attribute(tag, "title"))
    else:
        b.seen["image-dropped", "warning", tag.name] += 1
    return None


def rule(b: Builder, tag: Element) -> Done | None:
    """Read a rule."""
    b.end()
    if not b.flat:
        b.append(Rule())
    return nothing


def captioned(box: Box) -> list[Block]:
    """Give the caption of a figure to what it stands beneath: a picture, a quote, a table."""
    blocks, caption = list(box.blocks), box.caption
    if not caption and not box.credit:
        return blocks
    for i in range(len(blocks) - 1, -1, -1):
        match blocks[i]:
            case Figure(src, alt, (), ""):
                blocks[i] = Figure(src, alt, caption, box.credit)
                return blocks
            case Quote(said, None):
                blocks[i] = Quote(said, attribution_of(caption))
                return blocks
            case Table(body, head, ()):
                blocks[i] = Table(body, head, caption)
                return blocks
            case _:
                continue
    rest = Paragraph((*caption, Text(f" {box.credit}")))
    return [*blocks, rest] if rest.spans else blocks


ELEMENTS: dict[str, Handler] = {
    "br": br,
    "pre": preformatted,
    "listing": preformatted,
    "xmp": preformatted,
    "plaintext": preformatted,
    "q": q,
    "a": a,
    "cite": cite,
    "footer": byline,
    "figcaption": figcaption,
    "small": small,
    "dt": term,
    "blockquote": quote,
    "ul": bullets,
    "ol": bullets,
    "menu": bullets,
    "dir": bullets,
    "li": item,
    "figure": figure,
    "img": img,
    "image": img,
    "video": media,
    "audio": media,
    "hr": rule,
    **{f"h{level}": heading for level in range(1, 7)},
}
"""Elements by name; any other ends a line or does not, as `html_parts.BLOCKS` says."""
