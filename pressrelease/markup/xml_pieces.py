"""XML in a stream, taken apart without being read: its bytes as UTF-8, and the tags that matter as they come."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pressrelease.markup.pieces import MAX_PIECE, Piece

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"<\0?\0": "utf-16-le",
    b"\0<\0?": "utf-16-be",
}
REST = rb"(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>"
"""What follows the name in a tag."""
_TAG_END = re.compile(REST)
DECLARED = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
"""A declaration that names the encoding."""
_LONGEST = 64
"""Bytes that the longest token may have: what may be cut in two at the end of a chunk."""
_LONGEST_TAG = 65_536

Tags: TypeAlias = Iterator[tuple[bytes, bytes, "re.Match[bytes] | None"]]


def tags_of(*names: str) -> re.Pattern[bytes]:
    """Return what finds the tags of elements `names`, with any prefix, and what opens comments and character data.

    Group 1 is the slash of an end tag, 2 the name with its prefix, 3 the name without.
    """
    every = "|".join(names).encode()
    return re.compile(rb"<!--|<!\[CDATA\[|<(/?)((?:[\w.-]{1,40}:)?(%s))(?=[\s/>])" % every)


def whole(chunks: Iterable[bytes]) -> Piece:
    """Return all of a stream as one document; of a larger one than may be read only what shows that it is."""
    held, size = [], 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size > MAX_PIECE:
            break
    return Piece(b"".join(held)[: MAX_PIECE + 1], 1)


def as_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield chunks as they are, or as UTF-8 where they are UTF-16 or UTF-32."""
    flow = iter(chunks)
    first = b""
    for chunk in flow:
        first += chunk
        if len(first) >= 4:
            break
    name = next((name for mark, name in _MARKS.items() if first.startswith(mark)), "utf-8")
    if name == "utf-8":
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from flow
        return
    decoder = codecs.getincrementaldecoder(name)("replace")
    text = decoder.decode(first).lstrip("\ufeff")
    while "?>" not in text and len(text) < 400 and (chunk := next(flow, b"")):
        text += decoder.decode(chunk)
    yield re.sub(r"\s+encoding\s*=\s*[\"'][^\"']{0,40}[\"']", "", text, count=1).encode("utf-8", "replace")
    for chunk in flow:
        yield decoder.decode(chunk).encode("utf-8", "replace")


def tags(chunks: Iterable[bytes], wanted: re.Pattern[bytes]) -> Tags:
    """Yield the tags that `wanted` (see `tags_of`) finds as (bytes before, tag, match); the rest with an empty tag."""
    buffer = b""
    inside = b""  # what ends the comment, or the character data, that the buffer begins in
    for chunk in chunks:
        buffer += chunk
        start = at = 0
        while True:
            if inside:
                end = buffer.find(inside, at)
                if end < 0:
                    at = max(at, len(buffer) - 2)
                    break
                at, inside = end + len(inside), b""
            found = wanted.search(buffer, at)
            if found is None:
                at = max(at, len(buffer) - _LONGEST)
                break
            if found.group(3) is None:
                at, inside = found.end(), b"-->" if found.group() == b"<!--" else b"]]>"
                continue
            rest = _TAG_END.match(buffer, found.end())
            if rest is None:
                at = found.start()
                if len(buffer) - at < _LONGEST_TAG:
                    break
                at = found.end()
                continue
            yield buffer[start : found.start()], buffer[found.start() : rest.end()], found
            start = at = rest.end()
        yield buffer[start:at], b"", None
        buffer = buffer[at:]
    yield buffer, b"", None
