"""Lines no longer than a wire takes: words folded, rows narrowed, items hung."""

from __future__ import annotations

from pressrelease.formats.wire.wiretext.measure import columns
from pressrelease.formats.wire.wiretext.pieces import MARKER, Piece, narrowed

_LONGEST = 3
"""Columns that a word leaves free at least; a longer one is split at the end of its line."""


def set_piece(piece: Piece, width: int) -> list[str]:
    """Return a piece as lines of at most `width` columns."""
    match piece.kind:
        case "table":
            return [part for line in piece.lines for part in _row(line, piece, width)]
        case "items":
            return [part for line in piece.lines for part in _item(line, width)]
        case _:
            return [part for line in piece.lines for part in folded(line, width)]


def _row(line: str, piece: Piece, width: int) -> list[str]:
    if max(map(columns, piece.lines)) <= width:
        return [line]
    first, *rest = folded(narrowed(line), width - 2)
    return [first, *(f"  {part}" for part in rest)]


def _item(line: str, width: int) -> list[str]:
    match = MARKER.match(line)
    hang = match.end() if match else len(line) - len(line.lstrip(" "))
    if hang > width // 2:
        return folded(line.strip(), width)
    first, *rest = folded(line[hang:], width - hang)
    return [line[:hang] + first, *(" " * hang + part for part in rest)]


def folded(text: str, width: int) -> list[str]:
    """Return `text` as lines filled up to `width` columns; a word too long for one is split."""
    lines: list[str] = []
    held = ""
    used = 0
    for word in text.split(" "):
        size = columns(word)
        if held and (used + 1 + size > width or size > width - _LONGEST):
            lines.append(held)
            held = ""
        if size > width - _LONGEST:
            *full, held = _split(word, width)
            lines += full
            used = columns(held)
        else:
            held = f"{held} {word}" if held else word
            used = columns(held)
    return [*lines, held] if held or not lines else lines


def _split(word: str, width: int) -> list[str]:
    parts: list[list[str]] = [[]]
    used = 0
    for c in word:
        size = columns(c)
        if used + size > width:
            parts.append([])
            used = 0
        parts[-1].append(c)
        used += size
    return ["".join(part) for part in parts]
