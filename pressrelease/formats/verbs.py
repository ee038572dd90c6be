"""The square of verbs: in and out, plain and careful, for one release and for many.

All are pure: the same arguments give the same bytes. `now` (aware) is the present where none is given; nothing else is
read from the surroundings. All may be called from many threads.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import IO, Any, TypeAlias

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Where
from pressrelease.formats.document import Document, document
from pressrelease.formats.losses import losses
from pressrelease.formats.registry import (
    DEFAULT,
    MAX_BYTES,
    AnyFormat,
    Collection,
    Format,
    Head,
    Job,
    Reading,
    Registry,
    Source,
    UnknownFormat,
    Unreadable,
    Unwritable,
)
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom, near, utc_now
from pressrelease.templating import Templates

Data: TypeAlias = str | bytes
TemplateSource: TypeAlias = str | Path | Iterable[str | Path] | Templates | None

# --- in ------------------------------------------------------------------------------------------------------------


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
    readings = list(_readings(data, format, file, newsroom, registry, most=2))
    if len(readings) != 1:
        raise Unreadable(
            Problem(
                "several releases" if readings else "no release",
                Where(file),
                expected="one",
                advice="read them with `parse_all`" if readings else "",
            )
        )
    return readings[0]


def parse_all(
    source: Data | IO[str] | IO[bytes],
    format: str | None = None,
    *,
    file: str = "",
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> Iterator[Release]:
    """Yield the releases that `source` (data or an open file) holds, lazily."""
    for reading in read_all(source, format, file=file, newsroom=newsroom, registry=registry):
        yield reading.release


def read_all(
    source: Data | IO[str] | IO[bytes],
    format: str | None = None,
    *,
    file: str = "",
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> Iterator[Reading]:
    """Yield a Reading for each release that `source` (data or an open file) holds, lazily."""
    data = source if isinstance(source, (str, bytes)) else source.read()
    return _readings(data, format, file, newsroom, registry)


def recognised(data: Data, *, file: str = "", registry: Registry = DEFAULT) -> list[tuple[float, str]]:
    """Return (confidence, name) of the formats that `data` may be, surest first: by suffix, then by content."""
    return [(sure, f.name) for sure, f in _candidates(data, file, registry)]


def _candidates(data: Data, file: str, registry: Registry) -> list[tuple[float, AnyFormat]]:
    raw = data[:65536]
    head = Head(
        raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw,
        Path(file).suffix.lower(),
        cut=len(data) > len(raw),
    )
    named = registry.by_suffix(file) if file else ()
    if len(named) == 1:
        return [(1.0, named[0])]
    ranked = registry.ranked(head)
    return [r for r in ranked if r[1] in named] or ranked


def _readings(
    data: Data,
    format: str | None,
    file: str,
    newsroom: Newsroom | None,
    registry: Registry,
    most: int | None = None,
) -> Iterator[Reading]:
    if not isinstance(data, (str, bytes)):
        raise Unreadable(
            Problem(
                "not data", Where(file), shown(data), "str or bytes", "`load(path)` reads a file by its path"
            )
        )
    if not data.strip():
        raise Unreadable(Problem("empty", Where(file), expected="a release"))
    sure, fmt = 1.0, None
    if format is not None:
        fmt = registry.get(format)
    else:
        ranked = _candidates(data, file, registry)
        if not ranked:
            raise UnknownFormat(
                Problem("no reader recognises this", Where(file), shown(data[:40]), advice="name the format")
            )
        sure, fmt = ranked[0]
    if isinstance(fmt, Format) and len(data) > MAX_BYTES:
        raise Unreadable(Problem("too large", Where(file), f"{len(data):,} bytes", f"at most {MAX_BYTES:,}"))
    source = Source(data, file, newsroom)
    for count, reading in enumerate(_rooms_own(fmt, source), 1):
        yield replace(reading, format=fmt.name, confidence=min(sure, reading.confidence))
        if most is not None and count >= most:
            return


def _rooms_own(fmt: AnyFormat, source: Source) -> Iterator[Reading]:
    try:
        if isinstance(fmt, Collection):
            if fmt.read_all is None:
                raise UnknownFormat(Problem("this format is written only", found=shown(fmt.name)))
            yield from fmt.read_all(source)
        else:
            if fmt.read is None:
                raise UnknownFormat(Problem("this format is written only", found=shown(fmt.name)))
            yield fmt.read(source)
    except PressReleaseError as error:
        raise (error.in_file(source.file) if source.file else error) from error.__cause__


# --- out -----------------------------------------------------------------------------------------------------------


def render(
    release: Release,
    format: str,
    *,
    newsroom: Newsroom | None = None,
    now: dt.datetime | None = None,
    options: Any = None,
    templates: TemplateSource = None,
    registry: Registry = DEFAULT,
) -> str | bytes:
    """Return `release` in `format`: str for text formats, bytes for XML and byte formats.

    `options` are the format's own (its dataclass, or a mapping of its fields), `templates` folders that come before
    the built-in ones. Raises PressReleaseError: UnknownFormat, Unwritable, TemplateError.
    """
    fmt = _writable(format, registry)
    job = _job(fmt, newsroom, now, options, templates)
    assert fmt.write is not None
    return fmt.write(_completed(release, newsroom), job).body


def write(
    release: Release,
    format: str,
    *,
    newsroom: Newsroom | None = None,
    now: dt.datetime | None = None,
    options: Any = None,
    templates: TemplateSource = None,
    registry: Registry = DEFAULT,
) -> Document:
    """Return `release` in `format` as a Document: bytes, media type, validators, cache advice and losses."""
    fmt = _writable(format, registry)
    job = _job(fmt, newsroom, now, options, templates)
    assert fmt.write is not None
    whole = _completed(release, newsroom)
    written = fmt.write(whole, job)
    return document(fmt, written, (whole,), (*losses(whole, fmt), *written.losses), job.now)


def render_all(
    releases: Iterable[Release],
    format: str,
    *,
    newsroom: Newsroom | None = None,
    now: dt.datetime | None = None,
    options: Any = None,
    templates: TemplateSource = None,
    registry: Registry = DEFAULT,
) -> str | bytes:
    """Return `releases` as one document of `format`. In a feed only what is public at `now` appears."""
    fmt = _collection(format, registry)
    job = _job(fmt, newsroom, now, options, templates)
    public, _, job = _parted(fmt, releases, newsroom, job)
    assert fmt.write_all is not None
    return fmt.write_all(public, job).body


def write_all(
    releases: Iterable[Release],
    format: str,
    *,
    to: IO[bytes] | None = None,
    newsroom: Newsroom | None = None,
    now: dt.datetime | None = None,
    options: Any = None,
    templates: TemplateSource = None,
    registry: Registry = DEFAULT,
) -> Document:
    """Return `releases` as one Document of `format`, and write its bytes to the open file `to` where one is given."""
    fmt = _collection(format, registry)
    job = _job(fmt, newsroom, now, options, templates)
    public, hidden, job = _parted(fmt, releases, newsroom, job)
    assert fmt.write_all is not None
    written = fmt.write_all(public, job)
    lost = tuple(
        replace(loss, path=f"{i}.{loss.path}") for i, r in enumerate(public) for loss in losses(r, fmt)
    )
    made = document(fmt, written, public, (*lost, *written.losses), job.now, hidden=hidden)
    if to is not None:
        to.write(made.body)
    return made


def _writable(name: str, registry: Registry) -> Format:
    fmt = registry.get(name)
    if isinstance(fmt, Collection):
        raise UnknownFormat(
            Problem("a format for many releases", found=shown(name), advice="use `render_all` or `write_all`")
        )
    if fmt.write is None:
        raise UnknownFormat(
            Problem(
                "this format is read only",
                found=shown(name),
                advice=near(name, [f.name for f in registry if isinstance(f, Format) and f.write]),
            )
        )
    return fmt


def _collection(name: str, registry: Registry) -> Collection:
    fmt = registry.get(name)
    if not isinstance(fmt, Collection) or fmt.write_all is None:
        raise UnknownFormat(
            Problem(
                "a format for one release",
                found=shown(name),
                advice="use `render` or `write` for each release",
            )
        )
    return fmt


def _completed(release: Release, newsroom: Newsroom | None) -> Release:
    if not isinstance(release, Release):
        raise Unwritable(Problem("not a release", found=shown(release), expected="a pressrelease.Release"))
    return newsroom.completed(release) if newsroom else release


def _parted(
    fmt: Collection, releases: Iterable[Release], newsroom: Newsroom | None, job: Job
) -> tuple[list[Release], list[Release], Job]:
    every = [_completed(r, newsroom) for r in releases]
    if not fmt.public:
        return every, [], job
    public = [r for r in every if r.is_public(job.now)]
    hidden = [r for r in every if not r.is_public(job.now)]
    return public, hidden, replace(job, withdrawn=tuple(r for r in hidden if r.was_withdrawn(job.now)))


def _job(
    fmt: AnyFormat,
    newsroom: Newsroom | None,
    now: dt.datetime | None,
    options: Any,
    templates: TemplateSource,
) -> Job:
    if now is not None and now.tzinfo is None:
        raise Unwritable(Problem("`now` has no zone", found=shown(now), expected="an aware datetime"))
    return Job(
        now=now or utc_now(),
        newsroom=newsroom,
        options=_options(fmt, options),
        templates=_templates(templates, newsroom),
        format=fmt.name,
    )


def _templates(templates: TemplateSource, newsroom: Newsroom | None) -> Templates:
    if isinstance(templates, Templates):
        return templates
    folders = (templates,) if isinstance(templates, (str, Path)) else tuple(templates or ())
    return Templates(*folders, newsroom=newsroom)


def _options(fmt: AnyFormat, options: Any) -> Any:
    kind = fmt.options
    if kind is None:
        if options:
            raise Unwritable(Problem(f"{fmt.name} has no options", found=shown(options)))
        return None
    if options is None:
        return kind()
    if isinstance(options, kind):
        return options
    known = [f.name for f in fields(kind)]
    if not isinstance(options, Mapping):
        raise Unwritable(
            Problem("not options of this format", found=shown(options), expected=f"a {kind.__name__}")
        )
    for name in options:
        if name not in known:
            raise Unwritable(
                Problem(f"{fmt.name} has no such option", found=shown(name), advice=near(name, known))
            )
    try:
        return kind(**options)
    except (TypeError, ValueError) as error:
        raise Unwritable(
            Problem(f"not options of {fmt.name}", found=shown(dict(options)), advice=str(error))
        ) from None
