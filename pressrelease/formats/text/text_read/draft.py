"""What has been read so far: fields, and the slots that say where each stood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, cast

from pressrelease.characters import one_line
from pressrelease.findings import Finding, Severity, Where
from pressrelease.formats.text.text_read.lines import (
    BULLET,
    NUMBER,
    Chunk,
    Piece,
    is_wrapped,
    runs,
    wrap_range,
)
from pressrelease.markup.plain import columns
from pressrelease.model import Asset, Boilerplate, Contact, Notice, Organisation, Related, Slot
from pressrelease.story import Block, Break, BulletList, Cell, NumberedList, Paragraph, Row, Spans, Table, Text


@dataclass(slots=True)
class Draft:
    """A release in the making. Slots are kept in the order of the text."""

    language: str = "und"
    zone: str = ""
    """Zone of times that name none."""
    values: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    """How each of `blocks` was set."""
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    flushed: int = 0
    lead: str = ""
    """What opens the first paragraph: a dateline, a credit."""

    def slot(self, what: str, gap: int, **how: Any) -> None:
        """Say that `what` stands here."""
        self.slots.append(Slot(what=what, gap=min(gap, 99), **how))

    def mark(self, chunk: Chunk) -> None:
        """Keep words that are none of the release's."""
        for at, line in enumerate(chunk.lines):
            self.slot("mark", chunk.gap if at == 0 else 1, label=one_line(line))

    def tell(self, code: str, severity: Severity, message: str, line: int | None = None, fix: str = "") -> None:
        """Report what a person should look at."""
        self.findings.append(Finding(code, severity, message, Where(line=line), fix))

    def flush(self, label: str = "", label_gap: int = 2) -> None:
        """Give the blocks read since the last time their slots."""
        start = self.flushed
        for at, run in runs(self.pieces[start:]):
            number = start + at
            self.slot(
                f"story.{number}" if number else "story",
                run.gap,
                inner=min(run.inner, 99),
                wrap=min(run.size, 999),
                marker=run.marker,
            )
        self.flushed = len(self.pieces)

    def run_slots(self, path: str, pieces: list[Piece], label_gap: int, gap: int) -> None:
        """Give a part with its own heading its slots: the first stands `gap` below what came before."""
        found = runs(pieces)
        if not found:
            self.slot(path, gap, label_gap=min(label_gap, 99))
        for at, run in found:
            first = at == 0
            self.slot(
                path if first else f"{path}.{at}",
                gap if first else run.gap,
                label_gap=min(label_gap, 99) if first else 2,
                inner=min(run.inner, 99),
                wrap=min(run.size, 999),
                marker=run.marker,
            )


def text_pieces(chunks: Iterable[Chunk], prefix: str = "") -> list[tuple[str, Piece]]:
    """Return the paragraphs of `chunks` as plain text: wrapped lines joined, others each their own.

    `prefix` stands before the first on its line (a heading with the text beside it): it counts for the width.
    """
    found: list[tuple[str, Piece]] = []
    for chunk in chunks:
        opening = prefix if not found else ""
        lines = (opening + chunk.lines[0], *chunk.lines[1:])
        if is_wrapped(lines):
            piece = Piece(chunk.gap, wrap_range(lines), max(map(columns, lines)))
            found.append((chunk.text, piece))
            continue
        for at, line in enumerate(chunk.lines):
            words = one_line(line)
            found.append((words, Piece(chunk.gap if at == 0 else 1, None, columns(words) + (len(opening) if at == 0 else 0))))
    return found


def story_pieces(chunk: Chunk) -> list[tuple[Block, Piece]]:
    """Return a chunk as blocks: a list, a table, a paragraph, or lines that each are one."""
    listed = _list(chunk) or _table(chunk)
    if listed:
        return listed
    first = _list_start(chunk)
    if first is not None:
        before, after = chunk.parted(first)
        return [*story_pieces(before), *story_pieces(after)]
    if len(chunk.lines) == 1 or is_wrapped(chunk.lines):
        width = wrap_range(chunk.lines) if len(chunk.lines) > 1 else None
        size = max(columns(one_line(line)) for line in chunk.lines)
        return [(Paragraph((Text(chunk.text),)), Piece(chunk.gap, width, size))]
    if max(map(len, chunk.lines)) > 100:
        return [
            (Paragraph((Text(one_line(line)),)), Piece(chunk.gap if at == 0 else 1, None, columns(one_line(line))))
            for at, line in enumerate(chunk.lines)
        ]
    spans: list[Any] = []
    for line in chunk.lines:
        spans += [Text(one_line(line)), Break()]
    size = max(columns(one_line(line)) for line in chunk.lines)
    return [(Paragraph(cast(Spans, tuple(spans))), Piece(chunk.gap, None, size))]


def _list_start(chunk: Chunk) -> int | None:
    """Return the line with which a list begins beneath its introduction."""
    for at, line in enumerate(chunk.lines):
        if at and (BULLET.match(line) or (NUMBER.match(line) and NUMBER.match(line).group(1) in ("1", "0"))):  # type: ignore[union-attr]
            rest = chunk.lines[at:]
            if BULLET.match(line) or len(rest) > 1:
                return at
            return None
    return None


def _list(chunk: Chunk) -> list[tuple[Block, Piece]]:
    for regex, numbered in ((BULLET, False), (NUMBER, True)):
        opening = regex.match(chunk.lines[0])
        if opening is None:
            continue
        items: list[list[str]] = []
        numbers: list[int] = []
        for line in chunk.lines:
            match = regex.match(line)
            if match:
                items.append([line])
                numbers.append(int(match.group(1)) if numbered else 0)
            elif items and (line[:1] in " \t" or len(items[-1][-1]) > 40):
                items[-1].append(line)
            else:
                return []
        if numbered and (numbers != list(range(numbers[0], numbers[0] + len(numbers))) or (len(items) == 1 and numbers[0] > 200)):
            return []
        head = opening.group()
        marker = head if not numbered else head.replace(opening.group(1), "{n}", 1)
        blocks = tuple((Paragraph((Text(one_line(" ".join(i)[len(regex.match(i[0]).group()) :])),)),) for i in items)  # type: ignore[union-attr]
        block: Block = NumberedList(blocks, numbers[0]) if numbered else BulletList(blocks)
        usual = marker == ("{n}. " if numbered else "- ")
        piece = Piece(chunk.gap, None, 0, True, 0, "" if usual else marker, flowing=False)
        wrapped = [i for i in items if len(i) > 1]
        if wrapped:
            widths = [r for i in items if (r := _hanging(i, len(head)))]
            least = max((r[0] for r in widths), default=1)
            piece.width = (least, min((r[1] for r in widths), default=0))
            piece.flowing = True
        return [(block, piece)]
    return []


def _hanging(lines: list[str], indent: int) -> tuple[int, int] | None:
    """Return the widths that wrap an item as it was, its further lines indented."""
    bare = [lines[0], *(" " * indent + one_line(line) for line in lines[1:])]
    least, most = max(map(columns, bare)), 10**6
    for line, following in zip(bare, bare[1:], strict=False):
        most = min(most, columns(line) + columns(one_line(following).split(" ", 1)[0]))
    return least, most


_CELLS = re.compile(r"[ ]*\t[ ]*|[ ]{2,}")
_FIGURE = re.compile(r"\d")


def _table(chunk: Chunk) -> list[tuple[Block, Piece]]:
    if len(chunk.lines) < 2:
        return []
    tabs = all("\t" in line for line in chunk.lines)
    rows = [[one_line(c) for c in (line.split("\t") if tabs else _CELLS.split(line.strip()))] for line in chunk.lines]
    count = len(rows[-1])
    if count < 2 or count > 60 or any(len(row) not in (count, count - 1) for row in rows[:1]) or any(len(r) != count for r in rows[1:]):
        return []
    if not tabs and is_wrapped(chunk.lines) and len(chunk.lines) < 3:
        return []
    if len(rows[0]) == count - 1:
        rows[0].insert(0, "")
    head = len(rows) > 1 and (not rows[0][0] or not any(map(_FIGURE.search, rows[0][1:]))) and any(
        _FIGURE.search(c) for row in rows[1:] for c in row[1:]
    )
    made: list[Row] = [tuple(Cell((Text(c),) if c else ()) for c in row) for row in rows]
    table = Table(tuple(made[1:]), (made[0],)) if head else Table(tuple(made))
    return [(table, Piece(chunk.gap, None, 0, True, 0, "\t" if tabs else "", flowing=False))]


def merged(found: list[tuple[Block, Piece]]) -> list[tuple[Block, Piece]]:
    """Join list items that empty lines parted into one list."""
    out: list[tuple[Block, Piece]] = []
    for block, piece in found:
        last = out[-1] if out else None
        if last is not None and last[1].alone and piece.alone and last[1].marker == piece.marker:
            before, how = last
            fits = how.inner in (0, piece.gap) or len(getattr(before, "items", ())) == 1
            if fits and isinstance(before, BulletList) and isinstance(block, BulletList) and len(block.items) == 1:
                if how.inner == piece.gap or len(before.items) == 1:
                    out[-1] = (BulletList((*before.items, *block.items)), _with(how, piece))
                    continue
            if fits and isinstance(before, NumberedList) and isinstance(block, NumberedList) and len(block.items) == 1:
                if (how.inner == piece.gap or len(before.items) == 1) and block.start == before.start + len(before.items):
                    out[-1] = (NumberedList((*before.items, *block.items), before.start), _with(how, piece))
                    continue
        out.append((block, piece))
    return out


def _with(how: Piece, piece: Piece) -> Piece:
    width = how.width
    if piece.width is not None:
        width = piece.width if width is None else (max(width[0], piece.width[0]), min(width[1], piece.width[1]))
    return replace(how, inner=piece.gap, width=width)
