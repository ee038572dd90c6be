"""Out, many releases: a feed, an envelope, a stream."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import IO, Any, overload

from pressrelease.errors import PressReleaseError
from pressrelease.findings import Loss, Where
from pressrelease.formats.document import (
    Document,
    Validity,
    WriteReport,
    digest,
    document,
    entity_tag,
    media_type,
    report,
)
from pressrelease.formats.losses import EachOnce, losses
from pressrelease.formats.registry import DEFAULT, Collection, Format, Job, Registry
from pressrelease.formats.verbs.jobs import TemplateSource, completed, job_for, writable_many
from pressrelease.formats.verbs.reading_many import Errors
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom


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
    """Return `releases` as one document of `format`: a feed, or a stream as desks send each other.

    In a feed only what is public at `now` appears; in a stream all do, an embargoed one marked as the standard says.
    """
    fmt = writable_many(format, registry)
    job = job_for(fmt, newsroom, now, options, templates)
    if isinstance(fmt, Format):
        made = _Outgoing(fmt, job).document(releases)
        return made.body if fmt.binary else made.text
    public, _, job = _parted(fmt, releases, job)
    assert fmt.write_all is not None
    return fmt.write_all(public, job).body


@overload
def write_all(
    releases: Iterable[Release],
    format: str,
    *,
    to: None = None,
    newsroom: Newsroom | None = None,
    now: dt.datetime | None = None,
    options: Any = None,
    templates: TemplateSource = None,
    registry: Registry = DEFAULT,
    errors: Errors = None,
) -> Document: ...


@overload
def write_all(
    releases: Iterable[Release],
    format: str,
    *,
    to: IO[bytes],
    newsroom: Newsroom | None = None,
    now: dt.datetime | None = None,
    options: Any = None,
    templates: TemplateSource = None,
    registry: Registry = DEFAULT,
    errors: Errors = None,
) -> WriteReport: ...


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
    errors: Errors = None,
) -> Document | WriteReport:
    """Return `releases` as one Document of `format`; with `to`, write them to that open file and return a WriteReport.

    A stream is written to a file one release at a time. One that cannot be written stops it, unless `errors` is given:
    then the error goes there, and the rest are written.
    """
    fmt = writable_many(format, registry)
    job = job_for(fmt, newsroom, now, options, templates)
    if isinstance(fmt, Format):
        outgoing = _Outgoing(fmt, job, errors)
        return outgoing.document(releases) if to is None else outgoing.report(releases, to)
    public, hidden, job = _parted(fmt, releases, job)
    assert fmt.write_all is not None
    written = fmt.write_all(public, job)
    lost = (_numbered(loss, i) for i, r in enumerate(public) for loss in losses(r, fmt))
    made = document(fmt, written, public, (*lost, *written.losses), job.now, hidden=hidden)
    if to is None:
        return made
    _put(to, made.body)
    return report(made, len(public), len(made.body))


def _parted(
    fmt: Collection, releases: Iterable[Release], job: Job
) -> tuple[list[Release], list[Release], Job]:
    every = [completed(r, job.newsroom, job.now) for r in releases]
    if not fmt.public:
        return every, [], job
    public = [r for r in every if r.is_public(job.now)]
    hidden = [r for r in every if not r.is_public(job.now)]
    return public, hidden, replace(job, withdrawn=tuple(r for r in hidden if r.was_withdrawn(job.now)))


class _Outgoing:
    """A stream on its way out: each release is written when it is its turn, and what is to be said of all adds up."""

    def __init__(self, fmt: Format, job: Job, errors: Errors = None) -> None:
        self._fmt = fmt
        self._job = job
        self._errors = errors
        self._validity = Validity(job.now)
        self._charset = "utf-8"
        self._count = 0

    def document(self, releases: Iterable[Release]) -> Document:
        """Return the whole stream, with every loss of every release."""
        lost: list[Loss] = []
        body = b"".join(self._chunks(releases, lambda i, loss: lost.append(_numbered(loss, i))))
        return self._described(body, tuple(lost))

    def report(self, releases: Iterable[Release], to: IO[bytes]) -> WriteReport:
        """Write the stream to a file as it comes, and return what is to be said of it."""
        lost = EachOnce()
        size, hashed = 0, digest()
        for chunk in self._chunks(releases, lambda _, loss: lost.add(loss)):
            hashed.update(chunk)
            size += len(chunk)
            _put(to, chunk)
        made = replace(self._described(b"", lost.told()), etag=entity_tag(hashed))
        return report(made, self._count, size)

    def _chunks(self, releases: Iterable[Release], lose: Callable[[int, Loss], object]) -> Iterator[bytes]:
        assert self._fmt.join is not None
        return self._fmt.join(self._documents(releases, lose), self._job)

    def _documents(self, releases: Iterable[Release], lose: Callable[[int, Loss], object]) -> Iterator[bytes]:
        assert self._fmt.write is not None
        for i, release in enumerate(releases):
            try:
                whole = completed(release, self._job.newsroom, self._job.now)
                written = self._fmt.write(whole, self._job)
            except PressReleaseError as error:
                told = error.placed(partial(_in_item, i + 1))
                if self._errors is None:
                    raise told from error.__cause__
                self._errors(told)
                continue
            self._count += 1
            self._charset = written.charset
            self._validity.add(whole)
            for loss in (*losses(whole, self._fmt), *written.losses):
                lose(i, loss)
            yield written.body if isinstance(written.body, bytes) else written.body.encode(written.charset)

    def _described(self, body: bytes, lost: tuple[Loss, ...]) -> Document:
        return Document(
            body=body,
            media_type=media_type(self._fmt, self._charset, self._fmt.joined_type),
            suffix=self._fmt.suffixes[0],
            etag=entity_tag(digest(body)),
            last_modified=self._validity.last_modified,
            cache=self._validity.cache,
            losses=lost,
            charset=self._charset,
        )


def _in_item(item: int, where: Where) -> Where:
    return replace(where, item=item)


def _numbered(loss: Loss, i: int) -> Loss:
    return replace(loss, path=f"{i}.{loss.path}")


def _put(to: IO[bytes], chunk: bytes) -> None:
    """Write all of `chunk`: an unbuffered file may take only a part at a time."""
    while chunk:
        chunk = chunk[to.write(chunk) or len(chunk) :]
