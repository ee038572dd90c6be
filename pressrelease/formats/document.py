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
    shown = list(releases)
    body = written.body if isinstance(written.body, bytes) else written.body.encode(written.charset)
    media_type = fmt.media_type
    if fmt.media_type.startswith("text/") or not fmt.binary:
        media_type += f"; charset={written.charset}"
    changes = [m for r in (*shown, *hidden) if (m := r.next_change(now)) is not None]
    seconds = min([DAY, *(int((m - now).total_seconds()) for m in changes)])
    secret = any(not r.is_public(now) and r.status == "usable" for r in shown)
    return Document(
        body=body,
        media_type=media_type,
        suffix=fmt.suffixes[0],
        etag=f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"',
        last_modified=max((m for r in shown if (m := last_modified(r, now)) is not None), default=None),
        cache=Cache(0, public=False) if secret else Cache(max(0, seconds)),
        losses=losses,
        charset=written.charset,
    )


def last_modified(release: Release, now: dt.datetime) -> dt.datetime | None:
    """Return the latest moment up to `now` at which what the public sees of `release` changed, or None."""
    lift = release.embargo.until if release.embargo else None
    moments = (release.published, release.updated, release.change.at, lift, release.expires)
    return max((m for m in moments if m is not None and m <= now), default=None)
