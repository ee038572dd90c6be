"""Moments as feeds write them: RFC 822 and RFC 3339, and what stands in their place in the wild."""

from __future__ import annotations

import datetime as dt
import email.utils
import re

from pressrelease.model import zone_info

_ZONES = {
    **{"BST": 1, "CET": 1, "MEZ": 1, "MET": 1, "CEST": 2, "MESZ": 2, "MEST": 2, "EET": 2, "EEST": 3},
    **{"JST": 9, "AEST": 10},
}
"""Hours east of UTC of names that RFC 822 does not know but feeds use."""


def moment(text: str, zone: str = "") -> tuple[dt.datetime | None, str]:
    """Return the moment `text` names, and what was wrong with it (empty: nothing).

    One without a zone is read in `zone`, else in UTC; one that cannot be read is None.
    """
    text = text.strip()[:80]
    if not text:
        return None, ""
    found, known = _iso(text), True
    if found is None:
        found, known = _rfc822(text)
    if found is None:
        return None, "not a date"
    try:
        if found.tzinfo is None:
            return found.replace(
                tzinfo=zone_info(zone) or dt.UTC
            ), f"a date without a zone, read in {zone or 'UTC'}"
        found.utcoffset()
    except (ValueError, OverflowError):
        return None, "not a date"
    return found, "" if known else "a date in a zone that is none, read in UTC"


def _iso(text: str) -> dt.datetime | None:
    if not re.match(r"\d{4}-\d\d-\d\d(?:[Tt ]|$)|\d{8}T", text):
        return None
    try:
        plain = text.upper().replace(" UTC", "Z").replace(" GMT", "Z")
        return dt.datetime.fromisoformat(re.sub(r" (?=[+-]\d)", "", plain))
    except ValueError:
        return None


def _rfc822(text: str) -> tuple[dt.datetime | None, bool]:
    name = re.search(r" ([A-Z]{2,5})$", text)
    known = True
    if name and name.group(1) in _ZONES:
        text = f"{text[: name.start()]} +{_ZONES[name.group(1)]:02d}00"
    elif name:
        known = name.group(1) in ("GMT", "UTC", "UT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT")
    try:
        found = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None, True
    if found.tzinfo is None and text.endswith("-0000"):
        return found.replace(tzinfo=dt.UTC), True
    return (found, True) if known else (found.replace(tzinfo=dt.UTC), False)
