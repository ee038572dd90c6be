"""Streams of JSON texts: JSON Lines, objects one after the other, or one list of them.

A stream is taken apart without reading what its objects say, so that one that is broken costs nothing but itself: it
comes out as it is, for a reader to refuse, and the next begins at the next line that opens an object as deep.
"""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Callable, Iterable, Iterator

from pressrelease.errors import Problem
from pressrelease.findings import Where
from pressrelease.markup.loaded import Malformed
from pressrelease.markup.pieces import MAX_PIECE, Piece

_BLANK = b" \t\r\n\x1e"  # the record separator (RFC 7464) parts texts too
_BETWEEN = re.compile(rb"[ \t\r\n\x1e,]*")
_TOKEN = re.compile(rb'[\[\]{}:,"]')
_IN_STRING = re.compile(rb'["\\\n]')
_REST_OF_STRING = re.compile(rb'[^"\\\n]*(?:\\.[^"\\\n]*)*"')
_INDENT = re.compile(rb"\{\s*\n([ \t]*)\S")
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def split_json(chunks: Iterable[bytes], most: int = MAX_PIECE) -> Iterator[Piece]:
    """Yield each JSON text of a stream as a Piece, in constant memory: `most` bytes of a text, and a chunk.

    The stream is JSON Lines, objects one after the other however they are laid out, or one list of objects; UTF-8, or
    what its byte order mark says. What is no object comes out line by line, what is broken as it is, and of what is
    longer than `most` its beginning, one byte too long. Raises Malformed at the end where the list has none.
    """
    stream = _Stream(_whole(_as_utf8(chunks)))
    listed: int | None = None
    while byte := stream.next():
        if byte == b"[" and listed is None:
            listed = stream.line
            stream.at += 1
        elif byte == b"]" and listed is not None:
            listed = None
            stream.at += 1
        elif byte == b"{":
            indent = stream.indent() if listed is not None else b""
            scan = _Object(indent, flat=stream.is_flat(indent))
            yield stream.piece(scan.end, most)
            if scan.broken and not stream.next():
                return  # its reader tells; that the list has no end is the same fault
        else:
            yield stream.piece(_Junk(listed is not None).end, most)
    if listed is not None:
        raise Malformed(
            Problem("a list that does not end", Where(line=listed), "the end", "]", "was it cut off?")
        )


def join_json(documents: Iterable[bytes]) -> Iterator[bytes]:
    """Yield JSON texts as JSON Lines: each on one line, laid out as it may have been."""
    for document in documents:
        # A line break within a string is written as an escape: every one that stands there is layout.
        yield re.sub(rb"[\r\n]+[ \t]*", b"", document.strip()) + b"\n"


class _Stream:
    """Chunks as they come, and a place in them."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self.chunk = b""
        self.at = 0
        self.line = 1
        self._before = b""

    def more(self) -> bool:
        """Go on to the next chunk; return whether there is one."""
        self.chunk, self.at = next(self._chunks, b""), 0
        return bool(self.chunk)

    def next(self) -> bytes:
        """Go to the next byte that is no white space and no comma, and return it; nothing at the end."""
        self._before = b"\n" if self.line == 1 and not self.chunk else b""
        while True:
            match = _BETWEEN.match(self.chunk, self.at)
            assert match is not None
            blank = match.group()
            self._before = blank[blank.rfind(b"\n") :] if b"\n" in blank else self._before + blank
            self.line += blank.count(b"\n")
            self.at = match.end()
            if self.at < len(self.chunk):
                return self.chunk[self.at : self.at + 1]
            if not self.more():
                return b""

    def indent(self) -> bytes:
        """Return the white space between the beginning of the line and the place, if there is nothing else."""
        return self._before[1:] if re.fullmatch(rb"\n[ \t]*", self._before) else b""

    def is_flat(self, indent: bytes) -> bool:
        """Return whether the object that begins here is laid out in lines that are not indented further."""
        match = _INDENT.match(self.chunk, self.at)
        return match is not None and len(match.group(1)) <= len(indent)

    def piece(self, end: Callable[[bytes, int], int | None], most: int) -> Piece:
        """Take what goes on until `end` finds its end; what is over `most` bytes is dropped but for one."""
        line, kept = self.line, bytearray()
        column = len(self._before) if self._before.startswith(b"\n") else None
        while True:
            stop = end(self.chunk, self.at)
            taken = self.chunk[self.at : stop]
            self.line += taken.count(b"\n")
            kept += taken[: most + 1 - len(kept)]
            if stop is not None:
                self.at = stop
            if stop is not None or not self.more():
                return Piece(bytes(kept.rstrip(_BLANK)), line, column)


class _Object:
    """Finds the end of an object that comes in chunks."""

    def __init__(self, indent: bytes, *, flat: bool) -> None:
        self.broken = True
        self._next = b"\n" + indent + b"{"
        self._flat = flat
        self._open = bytearray()
        self._last = b""
        self._in_string = False
        self._escaped = False
        self._lost = False

    def end(self, chunk: bytes, at: int) -> int | None:
        """Return where in `chunk` the object ends, or the next begins that it should have ended before."""
        start = at
        at += self._escaped
        self._escaped = False
        while not self._lost:
            match = (_IN_STRING if self._in_string else _TOKEN).search(chunk, at)
            if match is None:
                return None
            token, at = match.group(), match.end()
            if self._in_string:
                at = self._string(token, chunk, at)
            elif token == b'"':
                rest = _REST_OF_STRING.match(chunk, at)
                self._in_string = rest is None
                if rest is not None:
                    at, self._last = rest.end(), token
            elif token == b"{" and match.start() > start and self._is_next(chunk, at):
                return at - len(self._next)
            else:
                self._structure(token)
                if not self._open:
                    self.broken = False
                    return at
        # A broken object ends where the next begins.
        found = chunk.find(self._next, max(start, at - 1))
        return None if found < 0 else found

    def _string(self, token: bytes, chunk: bytes, at: int) -> int:
        if token == b"\\":
            self._escaped = at == len(chunk)
            return at + 1
        self._in_string = False
        self._lost = token == b"\n"  # no string has a line end as it is
        self._last = token
        return at

    def _structure(self, token: bytes) -> None:
        if token in b"{[":
            self._open += token
        elif token in b"}]":
            self._lost = not self._open.endswith(b"{" if token == b"}" else b"[")
            if not self._lost:
                self._open.pop()
        self._last = token

    def _is_next(self, chunk: bytes, at: int) -> bool:
        """Return whether the `{` that ends at `at` begins the next object, since it cannot be within this one."""
        if not chunk.endswith(self._next, 0, at):
            return False
        fits = self._last in (b"[", b":") or (self._last == b"," and self._open.endswith(b"["))
        return not (self._flat and fits)


class _Junk:
    """Finds the end of what is no object: the end of its line, within a list also of the item."""

    def __init__(self, listed: bool) -> None:
        self._end = re.compile(rb"[\n,\]]" if listed else rb"\n")

    def end(self, chunk: bytes, at: int) -> int | None:
        match = self._end.search(chunk, at)
        return match.start() if match else None


def _as_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Return the stream in UTF-8 without byte order mark; without one it passes as it is."""
    stream = iter(chunks)
    head = b""
    while len(head) < 4 and (more := next(stream, b"")):
        head += more
    charset = next((name for mark, name in _MARKS.items() if head.startswith(mark)), None)
    every = itertools.chain((head,), stream)
    return every if charset is None else _decoded(every, charset)


def _decoded(chunks: Iterable[bytes], charset: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(charset)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", True).encode("utf-8", "replace")


def _whole(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes, no chunk empty and none parting white space or `{` from what follows it."""
    held = b""
    for chunk in chunks:
        chunk = held + chunk
        end = len(chunk.rstrip(_BLANK + b"{"))
        # Endless white space is let through: who sends that has no layout to respect.
        if len(chunk) - end > 65_536:
            end = len(chunk)
        held = chunk[end:]
        if end:
            yield chunk[:end]
    if held:
        yield held
