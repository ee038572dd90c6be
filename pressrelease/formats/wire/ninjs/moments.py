"""Moments as ninjs has them (RFC 3339): in UTC and whole seconds, the one form that every receiver reads."""

from __future__ import annotations

import datetime as dt


def instant(value: dt.datetime, *, up: bool = False) -> str:
    """Return an aware `value` in UTC without a fraction of a second (`up`: the next whole second), or nothing.

    There is none for the first and the last hours of the calendar, which are in other years in UTC.
    """
    try:
        utc = value.astimezone(dt.UTC)
        if up and utc.microsecond:
            utc += dt.timedelta(seconds=1)
    except OverflowError:
        return ""
    return f"{utc.replace(microsecond=0, tzinfo=None).isoformat()}Z"


def is_whole(value: dt.datetime) -> bool:
    """Return whether `instant` says all of `value`."""
    return not value.microsecond and instant(value) != ""
