"""The state of a release in words: embargoed, corrected, withdrawn. Every channel says it the same way."""

from __future__ import annotations

import datetime as dt
import re
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


_SAYS_IT = re.compile(
    r"(?:strictly |under |sous |bajo |sotto |onder |unter )?(?:embargo(?:ed)?|sperrfrist|sperrvermerk)"
    r"(?: ?:| ?\d| (?:until|till?|bis|jusqu|hasta|fino|tot)\b)[^\n]{0,170}",
    re.I,
)


def says_it(printed: str) -> bool:
    """Return whether printed words say by themselves, to any reader, that a release is held: `Sperrfrist: 10 Uhr`."""
    return _SAYS_IT.fullmatch(printed) is not None


def states(release: Release, now: dt.datetime, zone: str = "", language: str = "") -> tuple[State, ...]:
    """Return what a reader must know before the text, in order; `zone` is for the words only."""
    w = wording(language or release.language)
    found = []
    embargo = release.embargo
    if embargo is not None and embargo.holds(now):
        if embargo.until:
            label = w("embargoed_until", moment=moment_words(embargo.until, w.language, zone))
        else:
            # A moment that cannot be told (no zone) can still be read by a person.
            label = embargo.printed if says_it(embargo.printed) else w("embargoed")
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
