"""What a font file says of itself, read from its tables (OpenType 1.9): names, weight, and the characters it has.

Pillow draws with a font but does not tell which characters it lacks: it prints a box.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Where

MAX_FACES = 64
"""Faces in one collection that are looked at."""
MAX_TABLE = 16_000_000
"""The largest table that is read."""
_COLOURED = frozenset((b"CBDT", b"sbix", b"COLR", b"SVG "))


class InvalidFont(PressReleaseError):
    """A file that is no OpenType or TrueType font, or a broken one."""


@dataclass(frozen=True, slots=True)
class Font:
    """One face of a font file."""

    path: str
    """Empty: the one that Pillow brings."""
    index: int
    """In a collection."""
    family: str
    style: str
    weight: int = 400
    """100 to 900."""
    slanted: bool = False
    narrow: bool = False
    fixed: bool = False
    """All characters are equally wide."""
    coloured: bool = False
    """Its characters are pictures (emoji), which are not drawn."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters that a face has, as ranges in order."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def __contains__(self, character: str) -> bool:
        code = ord(character)
        place = bisect_right(self.firsts, code) - 1
        return place >= 0 and code <= self.lasts[place]


def fonts_in(file: BinaryIO, path: str = "") -> tuple[Font, ...]:
    """Return the faces in an open font file, which lies at `path`; raise InvalidFont where it is none."""
    try:
        return tuple(_faces(file, path))
    except (OSError, struct.error, ValueError) as error:
        raise unusable(path, error) from None


def coverage(file: BinaryIO, font: Font) -> Coverage:
    """Return the characters of `font`, whose file is open; raise InvalidFont where its table of them is broken."""
    try:
        tables = _tables(file, _offsets(file)[font.index])
        return _coverage(_table(file, tables, b"cmap"))
    except (OSError, struct.error, ValueError) as error:
        raise unusable(font.path, error) from None


def unusable(path: str, error: Exception) -> InvalidFont:
    """Return the error about a font file, with what was wrong."""
    return InvalidFont(
        Problem(
            "not a font that can be used", Where(path), str(error), "TrueType or OpenType (.ttf, .otf, .ttc)"
        )
    )


# --- the tables ------------------------------------------------------------------------------------------------------


def _offsets(file: BinaryIO) -> tuple[int, ...]:
    """Return where the faces of a file begin: one of a font, several of a collection."""
    file.seek(0)
    head = file.read(12)
    if head[:4] == b"ttcf":
        count = min(struct.unpack(">I", head[8:12])[0], MAX_FACES)
        return struct.unpack(f">{count}I", file.read(4 * count))
    if head[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise ValueError(shown(head.hex(" ")))
    return (0,)


def _tables(file: BinaryIO, offset: int) -> dict[bytes, tuple[int, int]]:
    """Return where each table begins and how long it is; all of them must lie in the file."""
    size = file.seek(0, 2)
    file.seek(offset)
    count = struct.unpack(">4xH6x", file.read(12))[0]
    rows = struct.iter_unpack(">4sIII", file.read(16 * count))
    tables = {tag: (start, length) for tag, _, start, length in rows}
    if len(tables) < count or any(start + length > size for start, length in tables.values()):
        raise ValueError("a file that is cut off")
    return tables


def _table(file: BinaryIO, tables: dict[bytes, tuple[int, int]], tag: bytes) -> bytes:
    start, length = tables.get(tag, (0, 0))
    file.seek(start)
    return file.read(min(length, MAX_TABLE))


def _faces(file: BinaryIO, path: str) -> Iterator[Font]:
    for index, offset in enumerate(_offsets(file)):
        tables = _tables(file, offset)
        names = _names(_table(file, tables, b"name"))
        os2 = _table(file, tables, b"OS/2")
        weight, width = struct.unpack_from(">HH", os2, 4) if len(os2) >= 8 else (400, 5)
        chosen = struct.unpack_from(">H", os2, 62)[0] if len(os2) >= 64 else 0
        post = _table(file, tables, b"post")
        yield Font(
            path,
            index,
            names.get(16) or names.get(1, ""),
            names.get(17) or names.get(2, ""),
            weight=weight,
            slanted=bool(chosen & 0x201),
            narrow=width < 5,
            fixed=len(post) >= 16 and struct.unpack_from(">I", post, 12)[0] != 0,
            coloured=not _COLOURED.isdisjoint(tables),
        )


def _names(table: bytes) -> dict[int, str]:
    """Return family and style (1, 2; 16, 17 where a family has more than four styles) in English."""
    if len(table) < 6:
        return {}
    count, strings = struct.unpack_from(">HH", table, 2)
    found: dict[int, str] = {}
    for place in range(count):
        platform, _, language, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * place)
        if name not in (1, 2, 16, 17) or (platform, language) not in ((3, 0x409), (1, 0), (0, 0)):
            continue
        data = table[strings + offset : strings + offset + length]
        text = data.decode("mac_roman" if platform == 1 else "utf-16-be", "replace").strip("\0 ")
        if text and (platform == 3 or name not in found):
            found[name] = text
    return found


# --- the characters --------------------------------------------------------------------------------------------------

_WANTED = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of a Unicode table, all of Unicode before its first plane."""


def _coverage(cmap: bytes) -> Coverage:
    count = struct.unpack_from(">2xH", cmap)[0]
    rows = (struct.unpack_from(">HHI", cmap, 4 + 8 * n) for n in range(count))
    places = {(platform, encoding): offset for platform, encoding, offset in rows}
    for kind in _WANTED:
        table = cmap[places[kind] :] if kind in places else b"\0\0"
        read = {4: _segments, 12: _groups}.get(struct.unpack_from(">H", table)[0])
        if read is not None:
            ranges = sorted(read(table))
            return Coverage(tuple(first for first, _ in ranges), tuple(last for _, last in ranges))
    return Coverage((), ())


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    """Read format 12: ranges of characters whose glyphs follow one another. The first glyph of a font is its box."""
    count = struct.unpack_from(">I", table, 12)[0]
    for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
        yield (first if glyph else first + 1), last


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Read format 4: ranges of characters, each with what is added to give the glyph or with glyphs of its own."""
    count = struct.unpack_from(">6xH", table)[0] // 2
    row = f">{count}H"
    lasts = struct.unpack_from(row, table, 14)
    firsts, deltas, offsets = (struct.unpack_from(row, table, 16 + 2 * count * n) for n in (1, 2, 3))
    for place, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if offsets[place] == 0:
            box = -deltas[place] % 0x10000
            parts = ((first, box - 1), (box + 1, last)) if first <= box <= last else ((first, last),)
            yield from (part for part in parts if part[0] <= part[1])
            continue
        # An offset counts from where it stands itself.
        start = 16 + 2 * count * 3 + 2 * place + offsets[place]
        for code in range(first, last + 1):
            at = start + 2 * (code - first)
            if any(table[at : at + 2]):
                yield code, code
