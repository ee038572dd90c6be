"""What is found in a release file as it stands in its place: beside its family, in its newsroom."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from pressrelease.checks import Judgment, judged
from pressrelease.files import in_place, relatives, with_missing
from pressrelease.formats.registry import DEFAULT, Reading, Source
from pressrelease.newsroom import Newsroom

_EDITED = frozenset(("source", "text", "web"))
"""Groups of formats that people write by hand; an edit could break the count or checksum of another."""


def judged_in_place(
    reading: Reading,
    source: Source,
    path: Path | None,
    *,
    newsroom: Newsroom | None,
    now: dt.datetime,
    profile: str | None = None,
) -> Judgment:
    """Judge the one release that `reading` gave of `source`, the file at `path`, with what its reader noticed.

    `path` is None for a release that lies nowhere. Raises PressReleaseError.
    """
    beside: tuple[Reading, ...] = ()
    if path is not None:
        reading = with_missing(in_place(reading, path, newsroom), path, newsroom)
        beside = relatives(path, newsroom)
    judgment = judged(
        reading.release,
        newsroom=newsroom,
        source=source,
        others=[other.release for other in beside],
        profile=profile,
        now=now,
        noticed=reading.findings,
    )
    editable = DEFAULT.get(reading.format).group in _EDITED
    found = (f if editable else replace(f, edit=None) for f in judgment.findings)
    return replace(judgment, findings=tuple(found))
