"""A Story as plain text: its blocks as lines, wrapped or not."""

from __future__ import annotations

import re
import unicodedata

from pressrelease.story import (
    Block,
    Blocks,
    BulletList,
    Cell,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Story,
    Table,
    words,
)

RULE = "* * *"


def plain_text(story: Story, *, width: int | None = None, lead: str = "") -> str:
    """Return the words of `story`, blocks parted by an empty line, wrapped at `width` columns where one is given.

    `lead` opens the first paragraph (a dateline).
    """
    return "\n\n".join(filter(None, block_lines(story.blocks, width=width or 0, lead=lead)))


def block_lines(blocks: Blocks, *, width: int = 0, lead: str = "") -> list[str]:
    """Return each of `blocks` as its lines; `lead` opens the first paragraph, or is one of its own."""
    if lead and not (blocks and isinstance(blocks[0], Paragraph)):
        return [wrapped(lead.rstrip(), width), *block_lines(blocks, width=width)]
    return [block_text(b, width=width, lead=lead if i == 0 else "") for i, b in enumerate(blocks)]


def block_text(
    block: Block, *, width: int = 0, lead: str = "", marker: str = "", inner: int = 0, indent: str = ""
) -> str:
    """Return one block as lines. `marker` opens the items of a list (`{n}` is the number), `inner` parts them."""
    match block:
        case Paragraph():
            return wrapped(lead + words(block.spans, "\n"), width, indent)
        case Heading():
            return wrapped(words(block.spans), width, indent)
        case Quote():
            said = [block_text(b, width=width, indent=indent) for b in block.blocks]
            by = [wrapped(f"— {block.attribution.words}", width, indent)] if block.attribution else []
            return "\n\n".join(said) + "".join(f"\n{b}" for b in by)
        case BulletList():
            items = [_item(item, marker or "- ", width, indent) for item in block.items]
            return ("\n" * (inner or 1)).join(items)
        case NumberedList():
            numbers = enumerate(block.items, block.start)
            items = [
                _item(item, (marker or "{n}. ").replace("{n}", str(n)), width, indent) for n, item in numbers
            ]
            return ("\n" * (inner or 1)).join(items)
        case Table():
            return _table(block, marker)
        case Figure():
            caption = " ".join(
                filter(None, (words(block.caption), f"({block.credit})" if block.credit else ""))
            )
            shown = " – ".join(filter(None, (f"[{block.alt}]" if block.alt else "", caption, block.src)))
            return wrapped(shown, width, indent)
        case Rule():
            return marker or RULE


def _item(item: Blocks, marker: str, width: int, indent: str) -> str:
    inside = indent + " " * len(marker)
    parts = [block_text(b, width=width, indent=inside) for b in item]
    return f"{indent}{marker}" + "\n".join(parts)[len(inside) :] if parts else ""


def wrapped(text: str, width: int, indent: str = "") -> str:
    """Return `text` wrapped greedily at `width` columns (0: not at all), each line behind `indent`."""
    return "\n".join(_wrapped_line(line, width, indent) for line in text.split("\n"))


def _wrapped_line(text: str, width: int, indent: str) -> str:
    if not width or (len(indent) + len(text) <= width and text.isascii()):
        return indent + text
    lines: list[str] = []
    held: list[str] = []
    used = len(indent)
    for word in text.split(" "):
        size = columns(word)
        if held and used + size > width:
            lines.append(indent + " ".join(held))
            held, used = [], len(indent)
        held.append(word)
        used += size + 1
    lines.append(indent + " ".join(held))
    return "\n".join(lines)


def columns(text: str) -> int:
    """Return the columns `text` takes on a terminal or in a mail: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf"
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


_NUMBER = re.compile(r"[-+−(]?[$€£]?\s?\d[\d.,'’ \u00a0]*\)?\s?(?:%|[€$£]|[A-Za-z]{1,4})?|[-–—]")


def _table(table: Table, marker: str) -> str:
    rows = [*table.head, *table.body]
    caption = [words(table.caption)] if table.caption else []
    cells = [[words(c.spans) for c in row] for row in rows]
    if marker:
        return "\n".join(caption + [marker.join(row) for row in cells])
    count = max(map(len, cells), default=0)
    widths = [max((columns(row[i]) for row in cells if i < len(row)), default=0) for i in range(count)]
    right = [_right(table.body, i) for i in range(count)]
    lines = []
    for row in cells:
        padded = [
            " " * (widths[i] - columns(cell)) + cell if right[i] else cell + " " * (widths[i] - columns(cell))
            for i, cell in enumerate(row)
        ]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(caption + lines)


def _right(rows: tuple[tuple[Cell, ...], ...], column: int) -> bool:
    """Return whether a column is set to the right: it says so, or is all numbers."""
    found = [row[column] for row in rows if column < len(row)]
    if any(c.align for c in found):
        return any(c.align == "right" for c in found)
    shown = [words(c.spans) for c in found if c.spans]
    return bool(shown) and all(_NUMBER.fullmatch(s) for s in shown)
