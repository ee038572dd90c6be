"""What comes in: data or an open file, read no further than somebody asks, and the format it is in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, TypeAlias

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.formats.registry import AnyFormat, Head, Registry, UnknownFormat, Unreadable

Data: TypeAlias = str | bytes
Incoming: TypeAlias = Data | IO[str] | IO[bytes]

HEAD = 65_536
"""How much of the data decides on its format."""
_UNSURE = 0.1
_LIKELY = 0.5
_SURE = 0.9


class Chunks:
    """The parts of a source as they come; the first can be looked at before they are read."""

    def __init__(self, source: Incoming, file: str = "") -> None:
        if not isinstance(source, (str, bytes)) and not hasattr(source, "read"):
            raise not_data(source, file)
        self._source = source
        self._parts = sliced(source) if isinstance(source, (str, bytes)) else _read(source, file)
        self._begun: list[Data] = []
        self.file = file

    def head(self, size: int) -> tuple[bytes, bool]:
        """Return at least `size` bytes, as far as there are as many, and whether more follows."""
        ended = False
        while sum(map(len, self._begun)) <= size and not ended:
            part = next(self._parts, "")
            ended = not part
            self._begun += [part] if part else []
        return b"".join(map(_encoded, self._begun))[:size], not ended

    def __iter__(self) -> Iterator[bytes]:
        """Yield all of it, from the beginning, as bytes: once."""
        begun, self._begun = self._begun, []
        return (_encoded(part) for part in chain(begun, self._parts))

    def whole(self, most: int | None = None) -> Data:
        """Return all of it as it came; raise Unreadable where it is longer than `most`."""
        if isinstance(self._source, (str, bytes)):
            _bounded(len(self._source), most, self.file)
            return self._source
        parts, size = [], 0
        for part in chain(self._begun, self._parts):
            size += len(part)
            _bounded(size, most, self.file)
            parts.append(part)
        if all(isinstance(part, str) for part in parts):
            return "".join(map(str, parts))
        return b"".join(map(_encoded, parts))


def _bounded(size: int, most: int | None, file: str) -> None:
    if most is not None and size > most:
        raise Unreadable(Problem("too large", Where(file), f"{size:,} bytes", f"at most {most:,}"))


def sliced(data: Data) -> Iterator[Data]:
    """Yield `data` in parts."""
    return (data[i : i + HEAD] for i in range(0, len(data), HEAD))


def _read(file: IO[str] | IO[bytes], name: str) -> Iterator[Data]:
    # A pipe gives what is there (`read1`) before the whole part is.
    take = getattr(file, "read1", file.read)
    while True:
        part = take(HEAD)
        if not isinstance(part, (str, bytes)):
            raise not_data(part, name)
        if not part:
            return
        yield part


def _encoded(part: Data) -> bytes:
    return part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part


def not_data(value: object, file: str) -> Unreadable:
    """Return the error that tells what is no data."""
    return Unreadable(
        Problem(
            "not data", Where(file), shown(value), "str or bytes", "`load(path)` reads a file by its path"
        )
    )


# --- in which format -----------------------------------------------------------------------------------------------


_EMPTY = "write a headline and a text, or see whether the file was saved whole"


def chosen(chunks: Chunks, format: str | None, file: str, registry: Registry) -> tuple[float, AnyFormat]:
    """Return the format to read `chunks` in, and how sure that is; raise where they are empty or of no format."""
    # With the format named, a pipe need not give more than its first part before the first release comes out.
    head, cut = chunks.head(HEAD if format is None else 1)
    if not head.strip() and cut:
        head, cut = chunks.head(HEAD)
    if not head.strip() and not cut:
        raise Unreadable(Problem("empty", Where(file), expected="a release", advice=_EMPTY))
    if format is not None:
        return 1.0, registry.get(format)
    refuse_office(head, file)
    ranked = candidates(head, cut, file, registry)
    if not ranked:
        start = head[:40].decode("utf-8", "replace")
        raise UnknownFormat(
            Problem("no reader recognises this", Where(file), shown(start), advice="name the format")
        )
    return ranked[0]


def refuse_office(head: bytes, file: str) -> None:
    """Raise UnknownFormat where data with this head is a file of a word processor, which no reader takes."""
    kind = office_kind(head)
    if kind:
        raise UnknownFormat(Problem(kind, Where(file), advice=SAVE_AS))


SAVE_AS = "save it as text, Markdown or HTML"


def office_kind(head: bytes) -> str:
    """Return what a word processor's file is called that begins with `head`; empty where it is none."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        return (
            "an OpenDocument file"
            if b"vnd.oasis.opendocument" in head[:200]
            else "a Word file, or another in ZIP"
        )
    return next((kind for mark, kind in _MARKS.items() if start.startswith(mark)), "")


_MARKS = {b"{\\rtf": "an RTF file", b"%PDF-": "a PDF file", b"\xd0\xcf\x11\xe0": "a Word file"}


def candidates(head: bytes, cut: bool, file: str, registry: Registry) -> list[tuple[float, AnyFormat]]:
    """Return the formats that data with this head may be, surest first: by suffix, then by content.

    A suffix that the content surely belies is passed over: agencies' items are in files named `.json` and `.txt` too.
    """
    named = registry.by_suffix(file) if file else ()
    seen = Head(head, Path(file).suffix.lower(), cut=cut)
    if len(named) == 1 and named[0].recognise(seen) >= _LIKELY:
        return [(1.0, named[0])]  # the content bears the suffix out: nobody else need be asked
    ranked = registry.ranked(seen)
    fitting = [r for r in ranked if r[1] in named]
    if named and ranked and ranked[0][0] >= _SURE and (not fitting or fitting[0][0] < _LIKELY):
        return ranked
    if len(named) == 1:
        return [(1.0, named[0])]
    # What none of them knows by its head goes to the one the suffix belongs to: its reader says what is wrong.
    own = [(_UNSURE, f) for f in named if f.suffixes[0] == Path(file).suffix.lower()]
    return fitting or own or ranked
