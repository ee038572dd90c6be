"""Out, one release: `render` gives the text or bytes, `write` a whole Document."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pressrelease.formats.document import Document, document
from pressrelease.formats.losses import losses
from pressrelease.formats.registry import DEFAULT, Registry
from pressrelease.formats.verbs.jobs import TemplateSource, completed, job_for, writable
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom


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
    fmt = writable(format, registry)
    job = job_for(fmt, newsroom, now, options, templates)
    assert fmt.write is not None
    return fmt.write(completed(release, newsroom, job.now), job).body


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
    fmt = writable(format, registry)
    job = job_for(fmt, newsroom, now, options, templates)
    assert fmt.write is not None
    whole = completed(release, newsroom, job.now)
    written = fmt.write(whole, job)
    return document(fmt, written, (whole,), (*losses(whole, fmt), *written.losses), job.now)
