"""Where a picture was taken, taken out of its file: nothing else of it changes, and no pixel is decoded.

EXIF (CIPA DC-008) says it in a table of its own, in JPEG, WebP, AVIF, HEIC and TIFF as in PNG; XMP in properties named
`GPS…`. Both are blanked where they stand, so that every length and address in the file still holds. EXIF is found by
the head that TIFF 6.0 gives it, wherever it lies: pictures inside a picture have their own. What a camera's maker
writes in a shape of its own (MakerNote) stays.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_GPS = 0x8825
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of a value of each type of TIFF."""
_POINTERS = (4, 13)
_MOST_ENTRIES = 512
_HEADS = re.compile(rb"II\*\0|MM\0\*")
# Names begin where none is under way: a long word is read once, not from each of its letters.
_XMP = re.compile(
    rb"""(?<![\w-])[\w-]+:GPS\w*\s*=\s*(?:"[^"<>]*"|'[^'<>]*')|<([\w-]+:GPS\w*)\b[^<>]*>[^<>]*</\1\s*>"""
)
_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURES = re.compile(
    rb"\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\0|MM\0\*|....ftyp(?:avif|avis|heic|heix|mif1|msf1)", re.S
)
_MOST_TEXT = 16 * 1024 * 1024
"""Bytes of a compressed text in a PNG that are looked at."""


def without_location(data: bytes) -> bytes:
    """Return the picture in `data` without the place it was taken at; what is no picture, or says none, as it is.

    Pixels, colour profile, credits and all other metadata stay byte for byte.
    """
    if data.startswith(_PNG):
        return _png(data)
    return _blanked(data) if _PICTURES.match(data) else data


def _blanked(data: bytes) -> bytes:
    """Return `data`, as long as before, with each location in it blanked."""
    made = bytearray(data)
    for head in _HEADS.finditer(data):
        _blank_exif(made, head.start())
    if b":GPS" in data:
        for found in _XMP.finditer(data):
            made[found.start() : found.end()] = b" " * (found.end() - found.start())
    return bytes(made)


# --- EXIF -----------------------------------------------------------------------------------------------------------


def _blank_exif(data: bytearray, start: int) -> None:
    """Take the tables of places out of the TIFF that begins at `start`, if it is one."""
    order = "<" if data[start : start + 2] == b"II" else ">"
    if start + 8 > len(data):
        return
    (at,) = struct.unpack_from(f"{order}I", data, start + 4)
    seen: set[int] = set()
    while at and at not in seen and (entries := _table(data, start + at, order)) is not None:
        seen.add(at)
        (following,) = struct.unpack_from(f"{order}I", data, start + at + 2 + 12 * len(entries))
        if any(map(_is_place, entries)):
            _write_without_places(data, start, start + at, entries, order)
        at = following


def _table(data: bytearray, at: int, order: str) -> list[tuple[int, int, int, int]] | None:
    """Return the entries (tag, type, count, value) of the table at `at`; None where there is none."""
    if at + 2 > len(data):
        return None
    (count,) = struct.unpack_from(f"{order}H", data, at)
    if not 0 < count <= _MOST_ENTRIES or at + 2 + 12 * count + 4 > len(data):
        return None
    entries = [struct.unpack_from(f"{order}HHII", data, at + 2 + 12 * n) for n in range(count)]
    return entries if all(kind in _SIZES for _, kind, _, _ in entries) else None


def _blank_table(data: bytearray, start: int, at: int, order: str) -> None:
    """Blank the table at `at` and the values that it points to, as it does from `start`."""
    for _, kind, count, value in (entries := _table(data, at, order) or []):
        size = _SIZES[kind] * count
        if size > 4 and start + value + size <= len(data):
            data[start + value : start + value + size] = bytes(size)
    if entries:
        data[at : at + 2 + 12 * len(entries)] = bytes(2 + 12 * len(entries))


def _is_place(entry: tuple[int, int, int, int]) -> bool:
    tag, kind, count, _ = entry
    return tag == _GPS and kind in _POINTERS and count == 1


def _write_without_places(
    data: bytearray, start: int, at: int, entries: list[tuple[int, int, int, int]], order: str
) -> None:
    """Blank the tables of places that the table at `at` names, and write it anew without them: the rest moves up."""
    ends = range(at + 14, at + 3 + 12 * len(entries), 12)
    stays = [data[end - 12 : end] for end, entry in zip(ends, entries, strict=True) if not _is_place(entry)]
    following = data[ends[-1] : ends[-1] + 4]
    # Written last: a broken file may name this very table as one of places.
    for entry in filter(_is_place, entries):
        _blank_table(data, start, start + entry[3], order)
    gone = bytes(12 * (len(entries) - len(stays)))
    data[at : ends[-1] + 4] = struct.pack(f"{order}H", len(stays)) + b"".join(stays) + following + gone


# --- PNG ------------------------------------------------------------------------------------------------------------


def _png(data: bytes) -> bytes:
    """Return a PNG with its chunks blanked, each with the checksum that is right for it."""
    made = [_PNG]
    for kind, body, whole in _chunks(data):
        new = _chunk(kind, body)
        if new != body:
            checksum = zlib.crc32(kind + new)
            whole = struct.pack(">I", len(new)) + kind + new + struct.pack(">I", checksum)
        made.append(whole)
    return b"".join(made)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, body and all bytes of each chunk; what is broken, and what follows the last one, as it is."""
    at, view = len(_PNG), memoryview(data)
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        if at + 12 + size > len(data):
            break
        kind = data[at + 4 : at + 8]
        body = b"" if kind == b"IDAT" else bytes(view[at + 8 : at + 8 + size])
        yield kind, body, bytes(view[at : at + 12 + size])
        at += 12 + size
    yield b"", b"", data[at:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    keyword, mark, rest = body.partition(b"\0")
    if kind == b"zTXt":
        return keyword + mark + rest[:1] + _packed(rest[1:], keyword)
    if kind == b"iTXt" and rest[:1] == b"\1" and rest[2:].count(b"\0") >= 2:
        language, translated, text = rest[2:].split(b"\0", 2)
        return b"\0".join((keyword, rest[:2] + language, translated, _packed(text, keyword)))
    if kind == b"tEXt":
        return keyword + mark + _text(rest, keyword)
    return _blanked(body) if kind in (b"eXIf", b"iTXt") else body


def _packed(packed: bytes, keyword: bytes) -> bytes:
    """Return a compressed text with its location blanked; unchanged to the byte where it has none."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, _MOST_TEXT)
    except zlib.error:
        return packed
    new = _text(text, keyword)
    return packed if new == text or not unpacking.eof else zlib.compress(new)


def _text(text: bytes, keyword: bytes) -> bytes:
    """Return a text with its location blanked; EXIF stands in it in hexadecimal, in lines."""
    if not keyword.startswith(b"Raw profile type "):
        return _blanked(text)
    head = re.match(rb"\s*\S+\s+\d+\s", text)
    digits = re.sub(rb"\s", b"", text[head.end() :]) if head else b""
    try:
        old = bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return text
    new = _blanked(old)
    if head is None or new == old:
        return text
    fresh = iter(new.hex().encode())
    return text[: head.end()] + bytes(c if c in b" \t\r\n" else next(fresh) for c in text[head.end() :])
