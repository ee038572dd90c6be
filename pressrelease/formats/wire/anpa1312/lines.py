"""Lines of an ANPA 1312 text: set flush left, or paragraphs; rows and items that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressrelease.anatomy.headings import heading_kind
from pressrelease.characters import one_line
from pressrelease.formats.wire.wiretext.blocks import Para, paragraph, unfolded
from pressrelease.formats.wire.wiretext.pieces import MARKER

_MOST_QUAD = 8
"""Lines that one flush-left line may go on for."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that belong together: set flush left (`quad`), or a paragraph."""

    quad: bool
    lines: tuple[str, ...]
    number: int
    agency: bool = False
    """Ended by an equals sign: a byline, or the agency beneath it."""

    @property
    def text(self) -> str:
        """The words on one line."""
        return one_line(" ".join(self.lines))


def units(lines: Sequence[str]) -> Iterator[Unit]:
    """Yield flush-left lines, from `^` to `<`, and paragraphs, from one tab or indent to the next."""
    held: list[str] = []
    start = at = 0
    while at < len(lines):
        line = lines[at]
        if held and (not line.strip() or line.startswith(("^", "\t", "   "))):
            yield Unit(False, tuple(held), start + 1)
            held = []
        if line.startswith("^"):
            end = next((i for i in range(at, min(at + _MOST_QUAD, len(lines))) if _closes(lines, i)), at)
            words = [part.rstrip() for part in lines[at : end + 1]]
            words = [words[0][1:], *words[1:]]
            agency = words[-1].endswith("=")
            words[-1] = words[-1].rstrip("<=") if agency else words[-1].removesuffix("<")
            yield Unit(True, tuple(words), at + 1, agency)
            at = end
        elif line.strip():
            start = start if held else at
            held.append((line.lstrip("\t").removeprefix("   ") if not held else line).rstrip())
        at += 1
    if held:
        yield Unit(False, tuple(held), start + 1)


def _closes(lines: Sequence[str], at: int) -> bool:
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return (
        lines[at].rstrip().endswith(("<", "=")) or following.startswith(("^", "\t")) or not following.strip()
    )


def paras(units: Sequence[Unit], width: int, greedy: bool) -> Iterator[Para]:
    """Yield paragraphs: one flush-left line is a heading, several are the lines of a paragraph or rows of a table."""
    quads: list[str] = []
    rows: list[str] = []
    start = 0
    for unit in units:
        if quads and not (unit.quad and unit.text):
            yield from _quads(quads, start)
            quads = []
        kind = _kind(unit)
        if rows and (kind != _kind(Unit(False, tuple(rows[:1]), 0))):
            yield paragraph(rows, start, width, greedy=True)
            rows = []
        start = start if quads or rows else unit.number
        if kind:
            rows += unfolded(unit.lines, width, greedy)
        elif unit.quad:
            quads += unit.lines if unit.text else ()
        else:
            yield paragraph(unit.lines, unit.number, width, greedy)
    yield from _quads(quads, start)
    if rows:
        yield paragraph(rows, start, width, greedy=True)


def _kind(unit: Unit) -> str:
    """Return what a paragraph is one line of: a table, a list, or nothing."""
    first = unit.lines[0] if unit.lines and not unit.quad else ""
    return "table" if first.startswith("|") else "list" if MARKER.match(first) else ""


def _quads(lines: list[str], number: int) -> Iterator[Para]:
    if len(lines) == 1:
        yield Para((lines[0],), headed=not lines[0].startswith("|"), number=number)
    elif lines and heading_kind(lines[0], colon=True) == "contact":
        yield Para((lines[0],), headed=True, number=number)
        yield Para(tuple(lines[1:]), number=number + 1)
    elif lines:
        yield Para(tuple(lines), number=number)
