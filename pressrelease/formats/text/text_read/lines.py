"""A text as chunks of lines parted by empty ones, and how each was set: gaps, wrapping, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pressrelease.characters import one_line
from pressrelease.markup.plain import columns

LONGEST_LINE = 2_000_000
"""Characters of the longest line that is read: a longer one is no text a person wrote."""
_ENDS = re.compile(r"\r\n|\n|\r")
WIDEST = 132
"""Columns of the widest line that may have been wrapped."""
NARROWEST = 38
_WIDE = 10**6
BULLET = re.compile(r"\s*(?:[-–*•·‣▪◦■●→]|--|[oO](?=\s{2,}))\s+(?=\S)")
NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines without an empty one between them; `gap` line ends stand before, `number` is the first line's (from 1)."""

    lines: tuple[str, ...]
    gap: int
    number: int

    @property
    def text(self) -> str:
        """All lines as one."""
        return one_line(" ".join(self.lines))

    @property
    def first(self) -> str:
        """The first line, settled."""
        return one_line(self.lines[0])

    def parted(self, at: int) -> tuple[Chunk, Chunk]:
        """Return the lines before `at`, and from there on."""
        return replace(self, lines=self.lines[:at]), Chunk(self.lines[at:], 1, self.number + at)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole text: its chunks, its line end, the line ends behind the last chunk."""

    chunks: tuple[Chunk, ...]
    newline: str
    end: int
    mixed: bool = False
    longest: int = 0


def page(text: str) -> Page:
    """Return `text` as chunks. A line may end in LF, CRLF or CR; the commonest is the page's."""
    ends = {"\r\n": text.count("\r\n")}
    ends["\n"] = text.count("\n") - ends["\r\n"]
    ends["\r"] = text.count("\r") - ends["\r\n"]
    newline = max(ends, key=lambda e: ends[e]) if any(ends.values()) else "\n"
    lines = _ENDS.split(text)
    chunks: list[Chunk] = []
    gap, start = 0, None
    held: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.strip(" \t\x85\u2028\u2029"):
            if start is None:
                start = number
            held.append(line)
            continue
        if start is not None:
            chunks.append(Chunk(tuple(held), gap, start))
            held, start, gap = [], None, 1
        gap += 1
    if start is not None:
        chunks.append(Chunk(tuple(held), gap, start))
        gap = 1
    end = gap - 1 if chunks else 0
    return Page(tuple(chunks), newline, end, sum(map(bool, ends.values())) > 1, max(map(len, lines)))


def split_where(chunks: tuple[Chunk, ...], alone: Callable[[tuple[str, ...], int], bool]) -> list[Chunk]:
    """Return `chunks` with each line that is `alone` (told its chunk's lines and its place) as a chunk of its own."""
    out: list[Chunk] = []
    for whole in chunks:
        if len(whole.lines) == 1:
            out.append(whole)
            continue
        start = 0
        for at in range(len(whole.lines)):
            if alone(whole.lines, at):
                if at > start:
                    out.append(_part(whole, start, at))
                out.append(_part(whole, at, at + 1))
                start = at + 1
        if start < len(whole.lines):
            out.append(_part(whole, start, len(whole.lines)))
    return out


def _part(whole: Chunk, start: int, end: int) -> Chunk:
    return Chunk(whole.lines[start:end], 1 if start else whole.gap, whole.number + start)


def wrap_range(lines: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the widths (least, most) at which greedy wrapping gives exactly `lines`, or None where none does."""
    settled = [one_line(line) for line in lines]
    least = max(map(columns, settled))
    most = _WIDE
    for line, following in pairwise(settled):
        most = min(most, columns(line) + columns(following.split(" ", 1)[0]))
    return (least, most) if least <= most else None


def is_wrapped(lines: tuple[str, ...]) -> bool:
    """Return whether `lines` are one paragraph that was wrapped."""
    if len(lines) < 2 or max(map(len, lines)) > WIDEST:
        return False
    longest = max(map(len, lines))
    if longest < NARROWEST:
        return False
    if wrap_range(lines) is not None:
        return all(len(line) >= longest * 0.5 for line in lines[:-1])
    # Wrapped by hand or by another rule: full lines but the last.
    return longest >= 50 and all(len(line) >= longest * 0.72 for line in lines[:-1])


@dataclass(slots=True)
class Piece:
    """One paragraph, item list or the like, as it was set: what a slot has to know to set it again."""

    gap: int
    width: tuple[int, int] | None = None
    """Widths that wrap it as it was; None: it is not wrapped (any width from its own on is as good)."""
    size: int = 0
    """Length of its longest line."""
    alone: bool = False
    """Has a slot of its own: a list with its marker."""
    inner: int = 0
    marker: str = ""
    label: str = ""
    flowing: bool = field(default=True)
    """Wrapped with the others; a table or an address is not."""


def runs(pieces: list[Piece]) -> list[tuple[int, Piece]]:
    """Return where a new slot has to begin, with gap, inner gap and width of the run from there on."""
    found: list[tuple[int, Piece]] = []
    least, most, inner, wrapped = 0, _WIDE, 0, False
    for at, piece in enumerate(pieces):
        low, high = piece.width or ((piece.size if piece.flowing else 0), _WIDE)
        now = wrapped or piece.width is not None
        fits = not now or (max(least, low) <= min(most, high))
        last = found[-1][1] if found else None
        if last is not None and not last.alone and not piece.alone and fits and inner in (0, piece.gap):
            inner = piece.gap
            least, most, wrapped = max(least, low), min(most, high), now
        else:
            last = Piece(
                piece.gap, alone=piece.alone, inner=piece.inner, marker=piece.marker, label=piece.label
            )
            found.append((at, last))
            least, most, inner, wrapped = low, high, 0, piece.width is not None
        if not last.alone:
            last.inner = inner if inner != 2 else 0
        last.size = least if wrapped else 0
    return found
