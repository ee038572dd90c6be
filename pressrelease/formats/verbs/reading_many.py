"""In, many releases: one at a time, and a bad one does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import TypeAlias

from pressrelease.errors import PressReleaseError, Problem
from pressrelease.findings import Where
from pressrelease.formats.registry import (
    DEFAULT,
    MAX_BYTES,
    Format,
    Reading,
    Registry,
    Source,
    Unreadable,
)
from pressrelease.formats.verbs.habits import read_one
from pressrelease.formats.verbs.incoming import Chunks, Incoming, chosen
from pressrelease.formats.verbs.reading import every, finished
from pressrelease.markup.pieces import Piece
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom

Errors: TypeAlias = Callable[[PressReleaseError], object] | None

MAX_PROBLEMS = 100
"""Problems that the error at the end of a stream tells one by one."""


def parse_all(
    source: Incoming,
    format: str | None = None,
    *,
    file: str = "",
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
    errors: Errors = None,
) -> Iterator[Release]:
    """Yield the releases that `source` (data or an open file) holds; see `read_all`."""
    for reading in read_all(source, format, file=file, newsroom=newsroom, registry=registry, errors=errors):
        yield reading.release


def read_all(
    source: Incoming,
    format: str | None = None,
    *,
    file: str = "",
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
    errors: Errors = None,
) -> Iterator[Reading]:
    """Yield a Reading for each release that `source` (data or an open file, a pipe too) holds.

    A stream of many documents is read as it comes, one at a time; feeds are read whole. An item of a stream that cannot
    be read does not stop the rest: its error, with its number and line, is handed to `errors` as it comes; without
    `errors`, all that went wrong is raised as one Unreadable after the last release.
    """
    chunks = Chunks(source, file)
    sure, fmt = chosen(chunks, format, file, registry)
    if isinstance(fmt, Format) and fmt.read and fmt.split:
        yield from _streamed(fmt, chunks, sure, newsroom, errors)
    else:
        most = MAX_BYTES if isinstance(fmt, Format) else None
        yield from every(fmt, Source(chunks.whole(most), file, newsroom), sure)


def _streamed(
    fmt: Format, chunks: Chunks, sure: float, newsroom: Newsroom | None, errors: Errors
) -> Iterator[Reading]:
    pieces = _pieces(fmt, chunks)
    first = list(islice(pieces, 2))
    alone = len(first) == 1
    kept = _Kept()
    for number, piece in enumerate(chain(first, pieces), 1):
        item = None if alone else number
        try:
            reading = _item(fmt, piece, item, chunks.file, newsroom)
        except PressReleaseError as error:
            if errors is None and alone:
                raise
            (errors or kept.add)(error)
        else:
            yield finished(reading, fmt, sure)
    kept.tell()


def _pieces(fmt: Format, chunks: Iterable[bytes]) -> Iterator[bytes | PressReleaseError]:
    """Yield the documents of a stream; what is wrong with the stream itself is its last item."""
    assert fmt.split is not None
    try:
        yield from fmt.split(chunks)
    except PressReleaseError as error:
        yield error


def _item(
    fmt: Format, piece: bytes | PressReleaseError, item: int | None, file: str, newsroom: Newsroom | None
) -> Reading:
    """Read one document of a stream; its places are those in the stream."""
    if isinstance(piece, PressReleaseError):
        raise piece.in_file(file)

    def within(where: Where) -> Where:
        if isinstance(piece, Piece):
            return where.within(file, item, piece.line, piece.column)
        return replace(where, file=where.file or file) if item is None else where.within(file, item, None)

    try:
        if len(piece) > MAX_BYTES:
            raise Unreadable(
                Problem("too large", found="a longer document", expected=f"at most {MAX_BYTES:,} bytes")
            )
        reading = read_one(fmt, Source(piece, file, newsroom))
    except PressReleaseError as error:
        raise error.placed(within) from error.__cause__
    findings = tuple(replace(f, where=within(f.where)) for f in reading.findings)
    return replace(reading, findings=findings)


class _Kept:
    """Problems of a stream until its end, no more than can be told."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._more = 0

    def add(self, error: PressReleaseError) -> None:
        room = MAX_PROBLEMS - len(self._problems)
        self._problems += error.problems[:room]
        self._more += len(error.problems[room:])

    def tell(self) -> None:
        """Raise all of them as one error, if there are any."""
        if self._more:
            self._problems.append(Problem(f"and {self._more:,} more problems"))
        if self._problems:
            raise Unreadable(*self._problems)
