"""House styles of the wires: reading and printing a Dateline."""

from __future__ import annotations

from dataclasses import dataclass

from pressrelease.model import Dateline


@dataclass(frozen=True, slots=True)
class Printed:
    """A dateline in words: `line` stands by itself above the body, `lead` opens the first paragraph."""

    line: str
    lead: str


def printed(dateline: Dateline, language: str = "en", style: str = "") -> Printed:
    """Return `dateline` in words, in its own style or in `style`."""
    places = "/".join(p.name for p in dateline.places)
    day = dateline.date.isoformat() if dateline.date else dateline.date_printed
    opening = ", ".join(filter(None, (places, day)))
    return Printed("", f"{opening} – " if opening else "")
