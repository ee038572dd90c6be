"""Embargoes in words: what holds a release, and until when."""

from __future__ import annotations

import re

from pressrelease.anatomy.moments import moment
from pressrelease.findings import Finding, Where
from pressrelease.model import Embargo

_I = re.I
_EMBARGO = re.compile(
    r"\W{0,4}(?:(?:strictly )?embargo(?:ed|sperrfrist)?\b|sperrfrist\b|sperrvermerk\b|under embargo\b|"
    r"sous embargo\b|bajo embargo\b|sotto embargo\b|onder embargo\b|"
    r"not for (?:release|publication|broadcast)[\w, ]{0,40} (?:before|until)\b|hold for release\b|for "
    r"release (?:at|on|after|\d|[A-Z][a-z]+day|[A-Z][a-z]+ \d)|"
    r"frei ab\b|veröffentlichung (?:frei |erst )?ab\b)",
    _I,
)
_ADVICE = re.compile(r"\b(?:please|bitte|we ask|wir bitten|requested)\b", _I)

_LONGEST = 200
_NOWHERE = Where()
_WHY = {
    "unreadable": ("embargo-unreadable", "names no moment"),
    "without-time": ("embargo-without-time", "names no time of day"),
    "without-zone": ("embargo-without-zone", "names no time zone"),
}


def is_embargo(line: str) -> bool:
    """Return whether `line`, settled, says that the release is to be held."""
    return len(line) <= _LONGEST and _EMBARGO.match(line) is not None


def embargo(line: str, zone: str = "", where: Where = _NOWHERE) -> tuple[Embargo, tuple[Finding, ...]]:
    """Return the embargo that `line` sets; where no moment can be read it holds without end, and a finding says why.

    `zone` (IANA name or offset) stands in where the line names none.
    """
    until, why = moment(line, zone)
    findings: tuple[Finding, ...] = ()
    if why:
        code, said = _WHY[why]
        message = f"the embargo {said}; the release is held"
        findings = (Finding(code, "warning", message, where, "set `embargo.until`"),)
    return Embargo(until=until, printed=line, binding=not _ADVICE.search(line)), findings
