"""Moments in `norm` attributes: ISO 8601's basic form by the standard, many another in life."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeAlias

Stated: TypeAlias = dt.datetime | dt.date
"""A moment, naive where no zone is stated, or a day alone."""

_BASIC = re.compile(r"\d{8}(?:T\d{4}(?:\d\d(?:\.\d+)?)?(?:Z|[+-]\d{4})?)?", re.A)
_ISO = re.compile(
    r"(?P<day>\d{4}[-./]?\d\d[-./]?\d\d)"
    r"(?:[T ]+(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,](?P<part>\d{1,9}))?)?"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?",
    re.A | re.I,
)


def is_basic(text: str) -> bool:
    """Return whether `text` is in the form that the standard asks for: `20260302T090000+0100`, or a day alone."""
    return _BASIC.fullmatch(text) is not None


def stated(text: str) -> Stated | None:
    """Return the moment, or the day, that `text` states, or None where it states none."""
    match = _ISO.fullmatch(text.strip()[:60])
    if match is None:
        return None
    digits = re.sub(r"\D", "", match["day"])
    try:
        day = dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if match["hour"] is None:
            return day
        hour, minute = int(match["hour"]), int(match["minute"])
        second = min(int(match["second"] or 0), 59)  # a leap second has no place of its own
        if hour == 24 and not minute:
            hour, day = 0, day + dt.timedelta(days=1)
        micro = int((match["part"] or "")[:6].ljust(6, "0"))
        return dt.datetime(day.year, day.month, day.day, hour, minute, second, micro, _zone(match["zone"]))
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text[0] not in "+-":
        return dt.UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-offset if text[0] == "-" else offset)
