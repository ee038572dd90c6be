"""The chunks of a story as blocks: paragraphs, lists, tables, and how each was set."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any, cast

from pressrelease.characters import one_line
from pressrelease.formats.text.text_read.lines import BULLET, NUMBER, Chunk, Piece, is_wrapped, wrap_range
from pressrelease.formats.text.text_read.tables import columns_of, goes_on, table
from pressrelease.markup.plain import columns
from pressrelease.story import (
    Block,
    Break,
    BulletList,
    NumberedList,
    Paragraph,
    Spans,
    Text,
)

_LONGEST_TABLE = 400
"""Lines of a table to which those beneath an empty line are joined."""


def story_pieces(chunk: Chunk) -> list[tuple[Block, Piece]]:
    """Return a chunk as blocks: a list, a table, a paragraph, or lines that each are one."""
    listed = _list(chunk) or table(chunk)
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
            (
                Paragraph((Text(one_line(line)),)),
                Piece(chunk.gap if at == 0 else 1, None, columns(one_line(line))),
            )
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
        if not at:
            continue
        if BULLET.match(line):
            return at
        number = NUMBER.match(line)
        if number is not None and number.group(1) in ("1", "0"):
            return at if len(chunk.lines) > at + 1 else None
    return None


def _list(chunk: Chunk) -> list[tuple[Block, Piece]]:
    for regex, numbered in ((BULLET, False), (NUMBER, True)):
        opening = regex.match(chunk.lines[0])
        if opening is None:
            continue
        items: list[list[str]] = []
        sizes: list[int] = []
        numbers: list[int] = []
        for line in chunk.lines:
            match = regex.match(line)
            if match:
                items.append([line])
                sizes.append(match.end())
                numbers.append(int(match.group(1)) if numbered else 0)
            elif items and (line[:1] in " \t" or len(items[-1][-1]) > 40):
                items[-1].append(line)
            else:
                return []
        if numbered and (
            numbers != list(range(numbers[0], numbers[0] + len(numbers)))
            or (len(items) == 1 and numbers[0] > 200)
        ):
            return []
        head = opening.group()
        marker = head if not numbered else head.replace(opening.group(1), "{n}", 1)
        bare = [one_line(" ".join(item)[size:]) for item, size in zip(items, sizes, strict=True)]
        blocks = tuple((Paragraph((Text(words),)),) for words in bare)
        block: Block = NumberedList(blocks, numbers[0]) if numbered else BulletList(blocks)
        usual = marker == ("{n}. " if numbered else "- ")
        piece = Piece(chunk.gap, None, 0, True, 0, "" if usual else marker, flowing=False)
        if any(len(item) > 1 for item in items):
            widths = [_hanging(item, len(head)) for item in items]
            piece.width = (max(least for least, _ in widths), min(most for _, most in widths))
            piece.flowing = True
        return [(block, piece)]
    return []


def _hanging(lines: list[str], indent: int) -> tuple[int, int]:
    """Return the widths that wrap an item as it was, its further lines indented."""
    bare = [lines[0], *(" " * indent + one_line(line) for line in lines[1:])]
    least, most = max(map(columns, bare)), 10**6
    for line, following in pairwise(bare):
        most = min(most, columns(line) + columns(one_line(following).split(" ", 1)[0]))
    return least, most


def merged(found: list[tuple[Block, Piece]]) -> list[tuple[Block, Piece]]:
    """Join list items that empty lines parted into one list."""
    out: list[tuple[Block, Piece]] = []
    for block, piece in found:
        last = out[-1] if out else None
        both = _one_list(last[0], last[1], block, piece) if last is not None else None
        if last is not None and both is not None:
            out[-1] = (both, _with(last[1], piece))
        else:
            out.append((block, piece))
    return out


def _one_list(before: Block, how: Piece, block: Block, piece: Piece) -> Block | None:
    """Return one list of two that an empty line parted, where they are set alike; else None."""
    if not (how.alone and piece.alone and how.marker == piece.marker):
        return None
    if isinstance(before, BulletList) and isinstance(block, BulletList):
        if len(block.items) == 1 and (how.inner == piece.gap or len(before.items) == 1):
            return BulletList((*before.items, *block.items))
    elif isinstance(before, NumberedList) and isinstance(block, NumberedList):
        follows = block.start == before.start + len(before.items)
        if len(block.items) == 1 and follows and (how.inner == piece.gap or len(before.items) == 1):
            return NumberedList((*before.items, *block.items), before.start)
    return None


def _with(how: Piece, piece: Piece) -> Piece:
    width = how.width
    if piece.width is not None:
        width = (
            piece.width if width is None else (max(width[0], piece.width[0]), min(width[1], piece.width[1]))
        )
    return replace(how, inner=piece.gap, width=width)


def with_tables(chunks: list[Chunk]) -> list[Chunk]:
    """Return `chunks` with a table that empty lines part as one."""
    out: list[Chunk] = []
    count: int | None = None
    """Columns of the table that the last chunk is; None where nobody has looked."""
    for chunk in chunks:
        if out and _has_columns(chunk) and _has_columns(out[-1]):
            count = columns_of(out[-1]) if count is None else count
            if count and goes_on(count, chunk):
                out[-1] = replace(out[-1], lines=(*out[-1].lines, *chunk.lines))
                continue
        out.append(chunk)
        count = None
    return out


def _has_columns(chunk: Chunk) -> bool:
    return len(chunk.lines) <= _LONGEST_TABLE and "  " in chunk.lines[-1].strip()
