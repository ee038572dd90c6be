"""In, one release: `parse` gives it, `read` also says what was noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Where
from pressrelease.formats.registry import (
    DEFAULT,
    MAX_BYTES,
    AnyFormat,
    Collection,
    Format,
    Reading,
    Registry,
    Source,
    UnknownFormat,
    Unreadable,
)
from pressrelease.formats.verbs.habits import read_one, settled
from pressrelease.formats.verbs.incoming import HEAD, Chunks, Data, candidates, chosen, not_data
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom


def parse(
    data: Data,
    format: str | None = None,
    *,
    file: str = "",
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> Release:
    """Return the release that `data` holds.

    `format` is a format's name; without one, `file`'s suffix and the content decide. `file` is for that and for
    messages; nothing is opened. Raises PressReleaseError: UnknownFormat, Unreadable, InvalidRelease.
    """
    return read(data, format, file=file, newsroom=newsroom, registry=registry).release


def read(
    data: Data,
    format: str | None = None,
    *,
    file: str = "",
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> Reading:
    """Return the release that `data` holds, with format, confidence, findings, and what could not be placed."""
    if not isinstance(data, (str, bytes)):
        raise not_data(data, file)
    sure, fmt = chosen(Chunks(data, file), format, file, registry)
    source = Source(data, file, newsroom)
    several = _holds_several(fmt, source)
    readings = [] if several else list(islice(every(fmt, source, sure), 2))
    if several or len(readings) > 1:
        raise Unreadable(
            Problem("several releases", Where(file), expected="one", advice="read them with `parse_all`")
        )
    if not readings:
        raise Unreadable(Problem("no release", Where(file), expected="one"))
    return readings[0]


def recognised(data: Data, *, file: str = "", registry: Registry = DEFAULT) -> list[tuple[float, str]]:
    """Return (confidence, name) of the formats that `data` may be, surest first: by suffix, then by content."""
    head, cut = Chunks(data, file).head(HEAD)
    return [(sure, f.name) for sure, f in candidates(head, cut, file, registry)]


def every(fmt: AnyFormat, source: Source, sure: float) -> Iterator[Reading]:
    """Yield a Reading for each release that `source` as a whole holds, read by `fmt`."""
    if isinstance(fmt, Format) and len(source.raw) > MAX_BYTES:
        raise Unreadable(
            Problem("too large", Where(source.file), f"{len(source.raw):,} bytes", f"at most {MAX_BYTES:,}")
        )
    try:
        for reading in _read(fmt, source):
            yield finished(reading, fmt, sure)
    except PressReleaseError as error:
        raise (error.in_file(source.file) if source.file else error) from error.__cause__


def _read(fmt: AnyFormat, source: Source) -> Iterator[Reading]:
    if isinstance(fmt, Collection):
        if fmt.read_all is not None:
            return (settled(reading, fmt.name, source) for reading in fmt.read_all(source))
    elif fmt.read is not None:
        return iter((read_one(fmt, source),))
    raise UnknownFormat(Problem("this format is written only", found=shown(fmt.name)))


def finished(reading: Reading, fmt: AnyFormat, sure: float) -> Reading:
    """Return what `fmt` read with its name, and no surer than the format itself is."""
    return replace(reading, format=fmt.name, confidence=min(sure, reading.confidence))


def _holds_several(fmt: AnyFormat, source: Source) -> bool:
    """Return whether `source` is a stream of several: what only looks like that is for the reader to refuse."""
    if isinstance(fmt, Collection) or fmt.split is None or fmt.read is None:
        return False
    try:
        pieces = list(islice(fmt.split(Chunks(source.raw)), 2))
        return len(pieces) == 2 and all(fmt.read(Source(piece)) for piece in pieces)
    except PressReleaseError:
        return False
