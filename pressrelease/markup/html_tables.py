"""How the parts of a table are read; a table that only places things is opened up."""

from __future__ import annotations

from pressrelease.markup import html_parts as parts
from pressrelease.markup.html_build import Box, Builder, Done, Handler, nothing
from pressrelease.markup.html_parts import Element, attribute
from pressrelease.story import Cell, Paragraph, Spans, Table


def table(b: Builder, tag: Element) -> Done:
    """Read a table, or open up one that only places things."""
    if b.flat or b.boxes[-1].kind == "table" or parts.is_layout(tag):
        return b.division(tag)
    return grid(b, tag)


def grid(b: Builder, tag: Element) -> Done:
    """Read a table that holds data."""

    def finish(box: Box) -> None:
        for block in box.blocks:
            b.append(block)  # what stood between the cells; a browser shows it before the table
        head, body = box.head, box.body
        if not head and not box.scoped:
            first = next((i for i, row in enumerate(body) if not row or not all(c.header for c in row)), 0)
            head, body = body[:first], body[first:]
        block = Table(tuple(map(tuple, body)), tuple(map(tuple, head)), box.caption)
        if block.body or block.head:
            b.append(block)
        elif box.caption:
            b.append(Paragraph(box.caption))

    return b.push("table", tag, finish)


def rows(b: Builder, tag: Element) -> Done:
    """Read a group of rows."""
    box = b.boxes[-1]
    if box.kind != "table" or b.flat:
        return b.division(tag)
    box.section = "head" if tag.name.lower() == "thead" else "body"

    def done() -> None:
        box.section = "body"

    return done


def row(b: Builder, tag: Element) -> Done:
    """Read a row."""
    box = b.boxes[-1]
    if box.kind != "table" or b.flat:
        return b.division(tag)
    (box.head if box.section == "head" else box.body).append([])
    return nothing


def cell(b: Builder, tag: Element) -> Done:
    """Read a cell as one line."""
    box = b.boxes[-1]
    if box.kind != "table" or b.flat:
        return b.division(tag)
    b.end()
    group = box.head if box.section == "head" else box.body
    if not group:
        group.append([])
    cells = group[-1]
    header = tag.name.lower() == "th"
    box.scoped |= header and attribute(tag, "scope") in ("row", "rowgroup")
    spans = parts.number(tag, "colspan", 1, 1000, 1), parts.number(tag, "rowspan", 1, 1000, 1)
    return b.capture(lambda found: cells.append(Cell(found, header, *spans, parts.align(tag))))


def caption(b: Builder, tag: Element) -> Done:
    """Read the caption of a table."""
    box = b.boxes[-1]
    if box.kind != "table" or b.flat:
        return b.division(tag)
    b.end()

    def keep(spans: Spans) -> None:
        box.caption = spans

    return b.capture(keep)


TABLES: dict[str, Handler] = {
    "table": table,
    "thead": rows,
    "tbody": rows,
    "tfoot": rows,
    "tr": row,
    "td": cell,
    "th": cell,
    "caption": caption,
}
"""Elements of a table by name."""
