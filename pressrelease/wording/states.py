"""The state of a release in words: embargoed, corrected, withdrawn. Every channel says it the same way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pressrelease.model import Release
from pressrelease.wording.languages import wording
from pressrelease.wording.moments import moment_words


@dataclass(frozen=True, slots=True)
class State:
    """One state in words. `text` may be empty (a correction that does not say what changed)."""

    kind: Literal["embargo", "withheld", "correction", "update", "withdrawn"]
    label: str
    """`Embargoed until 2 March 2026, 09:00 (UTC+01:00)`, `Correction`."""
    text: str = ""
    """What changed."""


def states(release: Release, now: dt.datetime, zone: str = "", language: str = "") -> tuple[State, ...]:
    """Return what a reader must know before the text, in order; `zone` is for the words only."""
    w = wording(language or release.language)
    found = []
    embargo = release.embargo
    if embargo is not None and embargo.holds(now):
        label = (
            w("embargoed_until", moment=moment_words(embargo.until, w.language, zone))
            if embargo.until
            else w("embargoed")
        )
        found.append(State("embargo", label))
    if release.status == "canceled" or release.change.kind == "kill":
        found.append(State("withdrawn", w("withdrawn"), release.change.note))
    elif release.status == "withheld":
        found.append(State("withheld", w("withheld"), release.change.note))
    elif release.change.kind in ("correction", "update"):
        kind: Literal["correction", "update"] = (
            "correction" if release.change.kind == "correction" else "update"
        )
        parts = [release.change.note]
        if release.change.wrong and release.change.right:
            parts.append(w("wrong_right", wrong=release.change.wrong, right=release.change.right))
        text = " ".join(filter(None, parts))
        if text or kind == "correction":
            found.append(State(kind, w(kind), text))
    return tuple(found)
