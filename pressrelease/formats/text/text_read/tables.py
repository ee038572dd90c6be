"""Tables as plain text has them: columns parted by tabs or two spaces, rules of hyphens, heads that span columns."""

from __future__ import annotations

import re
from collections import Counter

from pressrelease.characters import one_line
from pressrelease.formats.text.text_read.lines import Chunk, Piece, is_wrapped
from pressrelease.story import Block, Cell, Row, Spans, Table, Text

_CELLS = re.compile(r"[ ]*\t[ ]*|[ ]{2,}")
_FIGURE = re.compile(r"\d")
_RULE = re.compile(r"[-=_]{2,}(?: +[-=_]{2,})*")
_SIGN_BEFORE = re.compile(r"[$€£¥]|(?:US|C|A|HK)\$|EUR|USD|CHF|GBP")
_SIGN_BEHIND = re.compile(r"[)%]+|[†*]{1,3}|\(\d\)")
_MOST_COLUMNS = 60
_MOST_HEADS = 8
_LONGEST_LABEL = 80
"""Letters of a line within a table that has one cell only: a title, a head over several columns, a label of rows."""


def table(chunk: Chunk) -> list[tuple[Block, Piece]]:
    """Return a chunk as the table it is, or nothing where it is none.

    Rules are left out: they are typography, and the layout keeps them with its white space.
    """
    lines = [line for line in chunk.lines if not _RULE.fullmatch(line.strip())]
    if len(lines) < 2:
        return []
    tabs = all("\t" in line for line in lines)
    rows = [_cells(line, tabs) for line in lines]
    if not (_is_even(rows) or _is_figures(rows)):
        return []
    if not tabs and is_wrapped(chunk.lines) and len(lines) < 3:
        return []
    made = _table(lines, rows, max(map(len, rows)))
    return [(made, Piece(chunk.gap, None, 0, True, 0, "\t" if tabs else "", flowing=False))] if made else []


def columns_of(chunk: Chunk) -> int:
    """Return how many columns the table that `chunk` is has; 0 where it is none."""
    return max(len(_cells(line, False)) for line in chunk.lines) if table(chunk) else 0


def goes_on(count: int, following: Chunk) -> bool:
    """Return whether `following`, parted by an empty line, has rows of a table of `count` columns."""
    rows = [_cells(line, False) for line in following.lines if not _RULE.fullmatch(line.strip())]
    figures = [row for row in rows if len(row) == count and any(map(_FIGURE.search, row[1:]))]
    labels = [row for row in rows if len(row) == 1 and len(row[0]) <= _LONGEST_LABEL]
    return bool(figures) and len(figures) + len(labels) == len(rows)


def _cells(line: str, tabs: bool) -> list[str]:
    """Return the cells of a line; a sign set apart from its figure belongs to it."""
    cells = [one_line(cell) for cell in (line.split("\t") if tabs else _CELLS.split(line.strip()))]
    out: list[str] = []
    for cell in cells:
        last = out[-1] if out else ""
        sign = _SIGN_BEFORE.fullmatch(last) and _FIGURE.search(cell)
        unit = len(out) > 1 and _SIGN_BEHIND.fullmatch(cell) and _FIGURE.search(last)
        if sign or unit:
            out[-1] = f"{last} {cell}"
        else:
            out.append(cell)
    return out


def _is_even(rows: list[list[str]]) -> bool:
    """Return whether each line has as many cells as the others; the first may lack one, over the labels."""
    count = len(rows[-1])
    return (
        2 <= count <= _MOST_COLUMNS
        and len(rows[0]) in (count, count - 1)
        and all(len(r) == count for r in rows[1:])
    )


def _is_figures(rows: list[list[str]]) -> bool:
    """Return whether there are lines of figures, as many in each, and the others are their heads and labels."""
    counts = Counter(len(row) for row in rows if len(row) > 1 and any(map(_FIGURE.search, row[1:])))
    if not counts:
        return False
    count = max(counts)
    first = next(i for i, row in enumerate(rows) if len(row) == count)
    heads, beneath = rows[:first], rows[first:]
    full = sum(1 for row in beneath if len(row) == count)
    return (
        2 <= count <= _MOST_COLUMNS
        and len(heads) <= _MOST_HEADS
        and full >= 2
        and full * 2 >= len(beneath)
        and all(len(row) in (1, count) for row in beneath)
        and all(len(row[0]) <= _LONGEST_LABEL for row in rows if len(row) == 1)
    )


def _table(lines: list[str], rows: list[list[str]], count: int) -> Table | None:
    head: list[Row] = []
    body: list[Row] = []
    caption = ""
    figures = any(map(_FIGURE.search, (cell for row in rows[1:] for cell in row[1:])))
    for number, (line, cells) in enumerate(zip(lines, rows, strict=True)):
        heading = not body
        if heading and len(cells) == 1 and not line[:1].isspace() and not head and not caption:
            caption = cells[0]
            continue
        row = _row(cells, count, heading)
        if row is None:
            return None
        # A head has no figures but years, which stand over the labels' empty corner.
        plain = not any(map(_FIGURE.search, cells[1:]))
        over = not cells[0] or len(cells) < count
        if heading and figures and number < len(rows) - 1 and (over or plain):
            head.append(row)
        else:
            body.append(row)
    return Table(tuple(body), tuple(head), (Text(caption),) if caption else ()) if body else None


def _row(cells: list[str], count: int, heading: bool) -> Row | None:
    """Return a row of `count` columns; a head with fewer cells spans them, a label behind the head spans them all."""
    if len(cells) == count:
        return tuple(Cell(_spans(cell)) for cell in cells)
    if len(cells) == 1 and not heading:
        return (Cell(_spans(cells[0]), colspan=count),)
    if (count - 1) % len(cells):
        return None
    wide = (count - 1) // len(cells)
    return (Cell(), *(Cell(_spans(cell), colspan=wide) for cell in cells))


def _spans(text: str) -> Spans:
    return (Text(text),) if text else ()
