"""Dates and moments in words: always with the zone's offset, since a zone's name alone misleads."""

from __future__ import annotations

import datetime as dt
import functools

from pressrelease.model import in_zone
from pressrelease.patterns import filled
from pressrelease.wording.languages import wording


def months(language: str) -> tuple[str, ...]:
    """Return the twelve names of the months, as they stand in a date."""
    return wording(language).months


@functools.lru_cache(maxsize=4096)
def date_words(day: dt.date, language: str) -> str:
    """Return `day` in words: `2 March 2026`, `2. März 2026`."""
    w = wording(language)
    return filled(w.date, {"day": str(day.day), "month": w.months[day.month - 1], "year": str(day.year)})


def time_words(time: dt.time | dt.datetime) -> str:
    """Return hours and minutes: `09:30`."""
    return f"{time.hour:02d}:{time.minute:02d}"


def moment_words(moment: dt.datetime, language: str, zone: str = "") -> str:
    """Return an aware `moment` in words, in `zone` where one is given: `2 March 2026, 09:00 (UTC+01:00)`."""
    local = in_zone(moment, zone)
    offset = local.strftime("%z")
    shown = "UTC" if offset in ("+0000", "") else f"UTC{offset[:3]}:{offset[3:5]}"
    comma = wording(language).comma
    return f"{date_words(local.date(), language)}{comma} {time_words(local)} ({shown})"
