"""What identifies a release on the wire: every standard wants a name that stays the same in each version."""

from __future__ import annotations

from pressrelease.errors import Problem
from pressrelease.findings import Where
from pressrelease.formats.registry import Unwritable
from pressrelease.model import Release


def identified(release: Release, why: str) -> str:
    """Return the release's id, else its address; raise Unwritable without either, `why` the standard wants one."""
    name = release.id or release.url
    if not name:
        raise Unwritable(
            Problem(
                "nothing identifies this release",
                Where(field="id"),
                expected=f"an `id` or a `url`: {why}",
                advice="write an id into the release, or render it in a newsroom, which makes one of its slug",
            )
        )
    return name
