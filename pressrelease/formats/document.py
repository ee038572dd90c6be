"""What a writer's result is to a web framework: bytes, type, validators, cache advice, losses."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from pressrelease.findings import Loss
from pressrelease.formats.registry import AnyFormat, Written
from pressrelease.model import Release

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Cache:
    """Advise how long a copy may be used, in seconds; 0 and `public=False`: not at all."""

    max_age: int = DAY
    public: bool = True

    def __str__(self) -> str:
        return f"public, max-age={self.max_age}" if self.public else "no-store"


@dataclass(frozen=True, slots=True)
class Document:
    """A written release.

    `etag` is a strong entity tag over the bytes (RFC 9110, 8.8.3), `last_modified` an aware moment never in the future,
    `cache` ends at the next known change of what the document shows.
    """

    body: bytes
    media_type: str
    suffix: str
    etag: str
    last_modified: dt.datetime | None
    cache: Cache
    losses: tuple[Loss, ...] = ()
    charset: str = "utf-8"

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode(self.charset)


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What was written to a file: `count` releases in `size` bytes, and what a Document says of its body.

    What is lost of many releases is told once, `*` for the number of each: `*.assets.*.rights`.
    """

    count: int
    size: int
    media_type: str
    suffix: str
    etag: str
    last_modified: dt.datetime | None
    cache: Cache
    losses: tuple[Loss, ...] = ()
    charset: str = "utf-8"


def report(made: Document, count: int, size: int) -> WriteReport:
    """Return what is to be said of `count` releases that went into a file as `made`."""
    return WriteReport(
        count=count,
        size=size,
        media_type=made.media_type,
        suffix=made.suffix,
        etag=made.etag,
        last_modified=made.last_modified,
        cache=made.cache,
        losses=made.losses,
        charset=made.charset,
    )


class Validity:
    """How long what shows some releases is true, and since when: found one release at a time."""

    def __init__(self, now: dt.datetime) -> None:
        self._now = now
        self._seconds = DAY
        self._secret = False
        self.last_modified: dt.datetime | None = None

    def add(self, release: Release, *, shown: bool = True) -> None:
        """Take `release` into account; one that is not shown yet ends the truth when it is."""
        change = release.next_change(self._now)
        if change is not None:
            self._seconds = min(self._seconds, int((change - self._now).total_seconds()))
        if shown:
            self._secret |= release.status == "usable" and not release.is_public(self._now)
            moments = (self.last_modified, last_modified(release, self._now))
            self.last_modified = max((m for m in moments if m is not None), default=None)

    @property
    def cache(self) -> Cache:
        """How long a copy may be used."""
        return Cache(0, public=False) if self._secret else Cache(max(0, self._seconds))


def document(
    fmt: AnyFormat,
    written: Written,
    releases: Iterable[Release],
    losses: tuple[Loss, ...],
    now: dt.datetime,
    *,
    hidden: Iterable[Release] = (),
) -> Document:
    """Return `written` as a Document. `hidden` are releases that it does not show yet and whose lift ends its truth."""
    validity = Validity(now)
    for release in releases:
        validity.add(release)
    for release in hidden:
        validity.add(release, shown=False)
    body = written.body if isinstance(written.body, bytes) else written.body.encode(written.charset)
    return Document(
        body=body,
        media_type=media_type(fmt, written.charset, written.media_type),
        suffix=fmt.suffixes[0],
        etag=entity_tag(digest(body)),
        last_modified=validity.last_modified,
        cache=validity.cache,
        losses=losses,
        charset=written.charset,
    )


def media_type(fmt: AnyFormat, charset: str, given: str = "") -> str:
    """Return the media type of `fmt`, with the charset where it is text."""
    told = given or fmt.media_type
    is_text = told.startswith("text/") or not fmt.binary
    return f"{told}; charset={charset}" if is_text else told


def digest(data: bytes = b"") -> hashlib.blake2b:
    """Return the digest that entity tags are made of, begun with `data`."""
    return hashlib.blake2b(data, digest_size=16)


def entity_tag(over: hashlib.blake2b) -> str:
    """Return the strong entity tag of the bytes that `over` is the digest of."""
    return f'"{over.hexdigest()}"'


def last_modified(release: Release, now: dt.datetime) -> dt.datetime | None:
    """Return the latest moment up to `now` at which what the public sees of `release` changed, or None."""
    lift = release.embargo.until if release.embargo else None
    moments = (release.published, release.updated, release.change.at, lift, release.expires)
    return max((m for m in moments if m is not None and m <= now), default=None)
