"""The body of a release as pieces of wire text: paragraphs, lines that head them, items, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pressrelease.formats.wire.wiretext.measure import columns
from pressrelease.markup.nitf import absolute
from pressrelease.markup.speech_marks import CLOSERS, SINGLE
from pressrelease.patterns import filled
from pressrelease.story import (
    Attribution,
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
    Spans,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)
from pressrelease.wording import Wording

RULE = "* * *"
MARKER = re.compile(r" *(?:- |\d{1,9}\. )")
"""What opens an item of a list, its indentation included."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of text. `lines` are real ones (a break, an item, a row); a writer folds what is too long."""

    kind: Literal["text", "head", "items", "table", "rule"]
    lines: tuple[str, ...]


def pieces(blocks: Blocks, words: Wording, base: str) -> Iterator[Piece]:
    """Yield `blocks` as pieces; `base` is the address that relative links start from."""
    for block in blocks:
        yield from _pieces(block, words, base)


def _pieces(block: Block, words: Wording, base: str) -> Iterator[Piece]:
    match block:
        case Paragraph():
            yield Piece("text", tuple(_lines(block.spans)))
        case Heading():
            yield Piece("head", (_line(block.spans),))
        case Quote():
            yield from _quote(block, words, base)
        case BulletList() | NumberedList():
            yield Piece("items", tuple(_items(block, "")))
        case Table():
            yield from _table(block)
        case Figure():
            yield Piece("text", (picture(block, words, base),))
        case Rule():
            yield Piece("rule", (RULE,))


def picture(figure: Figure, words: Wording, base: str) -> str:
    """Return a figure in words: `Picture: caption (credit) address`."""
    told = _line(figure.caption) or figure.alt
    credit = f"({figure.credit})" if figure.credit else ""
    return f"{words('picture')}: " + " ".join(filter(None, (told, credit, absolute(figure.src, base))))


def _quote(quote: Quote, words: Wording, base: str) -> Iterator[Piece]:
    """Yield a quote as its paragraphs between marks, who said it behind the last: `“Yes.” — Ada Byron`."""
    opening, closing = words.words["quoted"].split("{words}")
    by = f" — {quote.attribution.words}" if quote.attribution and quote.attribution.words else ""
    if quote.blocks and all(isinstance(b, Paragraph) for b in quote.blocks):
        said = [_lines(b.spans) for b in quote.blocks if isinstance(b, Paragraph)]
        marked = _is_marked("\n".join(line for lines in said for line in lines))
        for i, lines in enumerate(said):
            lines[0] = lines[0] if marked and i == 0 else opening + lines[0]
            lines[-1] += ("" if marked else closing) + by if i == len(said) - 1 else ""
            yield Piece("text", tuple(lines))
        return
    yield from pieces(quote.blocks, words, base)
    if by:
        yield Piece("text", (by.strip(),))


def _is_marked(said: str) -> bool:
    """Return whether what is said stands between marks of its own: one pair, from its first letter to its last."""
    closers = CLOSERS.get(said[:1], "")
    inside = said[1:-1]
    return (
        len(said) > 2
        and said[0] not in SINGLE
        and said[-1] in closers
        and not any(mark in inside for mark in (said[0], *closers))
    )


def _lines(spans: Spans) -> list[str]:
    return _words(spans).split("\n")


def _line(spans: Spans) -> str:
    return " ".join(_lines(spans))


def _words(spans: Spans) -> str:
    """Return spans in words, the address of a link behind its words; a break is a line end."""
    parts = []
    for span in spans:
        match span:
            case Text():
                parts.append(span.text)
            case Attribution():
                parts.append(span.words)
            case Break():
                parts.append("\n")
            case Quotation():
                parts.append(span.opening + _words(span.spans) + span.closing)
            case Link():
                parts.append(_linked(_words(span.spans), span.href))
            case Strong() | Emphasis() | Superscript() | Subscript():
                parts.append(_words(span.spans))
    return "".join(parts)


def _linked(shown: str, href: str) -> str:
    scheme, _, rest = href.partition(":")
    if scheme in ("mailto", "tel") or shown in (href, rest.removeprefix("//").rstrip("/")):
        return shown
    return f"{shown} ({href})"


def _items(block: BulletList | NumberedList, indent: str) -> Iterator[str]:
    start = block.start if isinstance(block, NumberedList) else 0
    for number, item in enumerate(block.items, start):
        marker = f"{number}. " if isinstance(block, NumberedList) else "- "
        yield from _item(item, f"{indent}{marker}", indent + " " * len(marker))


def _item(item: Blocks, marker: str, hang: str) -> Iterator[str]:
    opened = False
    for block in item:
        if isinstance(block, (BulletList, NumberedList)):
            if not opened:
                yield marker.rstrip()
            yield from _items(block, hang)
        else:
            text = " ".join(_plain(block))
            yield (hang if opened else marker) + text
        opened = True
    if not opened:
        yield marker.rstrip()


def _plain(block: Block) -> Iterator[str]:
    from_inside = (
        block.blocks
        if isinstance(block, Quote)
        else tuple(b for i in block.items for b in i)
        if isinstance(block, (BulletList, NumberedList))
        else ()
    )
    if from_inside:
        for inner in from_inside:
            yield from _plain(inner)
        if isinstance(block, Quote) and block.attribution:
            yield f"— {block.attribution.words}"
        return
    match block:
        case Paragraph() | Heading():
            yield _line(block.spans)
        case Table():
            yield "; ".join(", ".join(_line(c.spans) for c in row) for row in (*block.head, *block.body))
        case Figure():
            yield " ".join(filter(None, (_line(block.caption) or block.alt, block.src)))


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(table: Table) -> Iterator[Piece]:
    if table.caption:
        yield Piece("head", (_line(table.caption),))
    rows = [[_cell(c) for c in row] for row in (*table.head, *table.body)]
    count = max(map(len, rows), default=0)
    widths = [max((columns(row[i]) for row in rows if i < len(row)), default=0) for i in range(count)]
    right = [_is_right(table, i) for i in range(count)]
    lines = [_row(row, widths, right) for row in rows]
    if table.head:
        lines.insert(len(table.head), _rule(table, widths))
    yield Piece("table", tuple(lines))


def _cell(cell: Cell) -> str:
    # A bar would end the cell.
    return _line(cell.spans).replace("|", "/")


def _row(row: list[str], widths: list[int], right: list[bool]) -> str:
    padded = []
    for i, cell in enumerate(row):
        space = " " * (widths[i] - columns(cell))
        padded.append(space + cell if right[i] else cell + space)
    return f"| {' | '.join(padded)} |"


def _rule(table: Table, widths: list[int]) -> str:
    cells = []
    for i, width in enumerate(widths):
        aligns = {row[i].align for row in (*table.head, *table.body) if i < len(row)}
        align = aligns.pop() if len(aligns) == 1 else ""
        marks = {"left": (":", ""), "right": ("", ":"), "center": (":", ":")}.get(align, ("", ""))
        cells.append(marks[0] + "-" * max(width - len(marks[0] + marks[1]), 1) + marks[1])
    return f"| {' | '.join(cells)} |"


_NUMBER = re.compile(r"[-+−(]?[$€£]?\s?\d[\d.,'’ \u00a0]*\)?\s?(?:%|[€$£]|[A-Za-z]{1,4})?|[-–—]")


def _is_right(table: Table, column: int) -> bool:
    cells = [row[column] for row in table.body if column < len(row)]
    if any(c.align for c in cells):
        return any(c.align == "right" for c in cells)
    shown = [_line(c.spans) for c in cells if c.spans]
    return bool(shown) and all(_NUMBER.fullmatch(s) for s in shown)


def narrowed(line: str) -> str:
    """Return a row without the spaces that set it beneath the others, for where it is too wide."""
    return re.sub(r" *\| *", " | ", line).strip()


def labelled(label: str, value: str, words: Wording) -> str:
    """Return a fact as a line: `Online: https://example.org/`, with the space before the colon where it has one."""
    colon = "\u00a0: " if words.language == "fr" else ": "
    return filled("{label}" + colon + "{value}", {"label": label, "value": value})
