"""Days and moments as people write them: 2026-03-02, 02.03.2026, 2 March 2026, 2026-03-02 09:00 Europe/Berlin."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from zoneinfo import ZoneInfo

from pressrelease.wording import LANGUAGES, wording

EXPECTED_DAY = "a date such as 2020-12-26 or 26.12.2020"
EXPECTED_MOMENT = "a moment such as 2026-03-02T09:00+01:00"

_NUMBERS = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(\d{4})")
_NAMED_US = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_CLOCK = re.compile(
    r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,6})\d*)?)?"
    r"\s*(?:(am|pm|a\.m\.|p\.m\.)|(?:uhr|h|hrs|hours))?",
    re.I | re.A,
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d\d):?(\d\d)?", re.I | re.A)
_WEEKDAY = re.compile(r"[^\W\d_]{2,12}\.?,\s+")

# Only names that mean one thing the world over; "BST" or "CST" do not.
_ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "wet": 0,
    "west": 1,
    "cet": 1,
    "mez": 1,
    "cest": 2,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
}


class NotRead(Exception):
    """No date; `advice` says what would make it one."""

    def __init__(self, advice: str = "") -> None:
        super().__init__(advice)
        self.advice = advice


def day(text: str) -> dt.date:
    """Return the date that `text` is; raise NotRead."""
    found, rest = _leading_day(text.strip())
    if rest.strip():
        raise NotRead(f"{found.isoformat()} and something else")
    return found


def clock(text: str) -> dt.time:
    """Return the time of day that `text` is; raise NotRead."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        raise NotRead
    return _time(match)


def moment(text: str) -> dt.date | dt.datetime:
    """Return the moment that `text` is, aware where it names its zone; a bare date stays a date. Raise NotRead."""
    date, rest = _leading_day(text.strip())
    if not rest.strip():
        return date
    rest = re.sub(r"^(?:T|,?\s+(?:at\s+|um\s+)?)", "", rest, flags=re.I)
    match = _CLOCK.match(rest)
    if not match:
        raise NotRead("a time such as 09:00 should follow the date")
    naive = dt.datetime.combine(date, _time(match))
    return zoned(naive, rest[match.end() :]) if rest[match.end() :].strip() else naive


def zoned(naive: dt.datetime, zone: str) -> dt.datetime:
    """Return `naive` in the zone named `zone` (offset, IANA name, UTC, CET …), with a fixed offset; raise NotRead."""
    name = zone.strip().strip("()[]")
    offset = _OFFSET.fullmatch(name)
    try:
        if offset:
            minutes = int(offset[2]) * 60 + int(offset[3] or 0)
            delta = dt.timedelta(minutes=-minutes if offset[1] == "-" else minutes)
        elif name.lower() in _ZONES:
            delta = dt.timedelta(hours=_ZONES[name.lower()])
        else:
            # A fixed offset: moments in zones of two kinds are not always equal when they are the same.
            delta = naive.replace(tzinfo=ZoneInfo(name)).utcoffset() or dt.timedelta()
        return naive.replace(tzinfo=dt.timezone(delta))
    except (ValueError, OSError, LookupError):
        raise NotRead(f"no such time zone: {name}; Europe/Berlin or +01:00 would be one") from None


def _time(match: re.Match[str]) -> dt.time:
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if match[5]:
        if not 1 <= hour <= 12:
            raise NotRead(f"there is no {hour} o'clock {match[5]}")
        hour = hour % 12 + (12 if match[5][0] in "pP" else 0)
    try:
        return dt.time(hour, minute, second, int((match[4] or "").ljust(6, "0")))
    except ValueError:
        raise NotRead(f"there is no time {match[0].strip()}") from None


def _leading_day(text: str) -> tuple[dt.date, str]:
    weekday = _WEEKDAY.match(text)
    if weekday:
        text = text[weekday.end() :]
    match = _NUMBERS.match(text)
    if match:
        iso = match[1] is not None
        year, month, number = (match[1], match[2], match[3]) if iso else (match[6], match[5], match[4])
        return _checked(int(year), int(month), int(number), iso), text[match.end() :]
    for pattern, places in ((_NAMED, (3, 2, 1)), (_NAMED_US, (3, 1, 2))):
        match = pattern.match(text)
        if match:
            name = match[places[1]]
            month = _months().get(name.lower(), 0)
            if not month:
                raise NotRead(f"{name} is no month")
            return _checked(int(match[places[0]]), month, int(match[places[2]]), True), text[match.end() :]
    match = _SLASHES.match(text)
    if match:
        raise NotRead(_of_slashes(match))
    raise NotRead


def _of_slashes(match: re.Match[str]) -> str:
    """Return what is to be said of 5/11/2026: two days, one, or none."""
    first, second, year = map(int, match.groups())
    found = {d for month, day in ((second, first), (first, second)) if (d := _real(year, month, day))}
    if len(found) > 1:
        return f"{match[0]} is one day in Europe and another in America; write it as 2020-12-26"
    if found:
        return f"write it as {found.pop().isoformat()}"
    month, day = (second, first) if second <= 12 else (first, second)
    return _no_such_day(year, month, day, True)


def _real(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _checked(year: int, month: int, number: int, iso: bool) -> dt.date:
    found = _real(year, month, number)
    if found is None:
        raise NotRead(_no_such_day(year, month, number, iso))
    return found


def _no_such_day(year: int, month: int, number: int, iso: bool) -> str:
    """Return why no calendar has the day, and the nearest that one has."""
    if year < 1:
        return f"year {year} does not exist"
    if month > 12 >= number >= 1:
        reason, near = f"month {month} does not exist", (number, month)
        if month > calendar.monthrange(year, number)[1]:
            near = (12, number)
    elif not 1 <= month <= 12:
        reason, near = f"month {month} does not exist", (min(max(month, 1), 12), min(max(number, 1), 31))
    else:
        last = calendar.monthrange(year, month)[1]
        reason = f"day {number} does not exist"
        if number > 28:
            name = wording("en").months[month - 1]
            reason = f"{name}{f' {year}' if month == 2 else ''} has {last} days"
        near = (month, min(max(number, 1), last))
    guess = f"{year:04d}-{near[0]:02d}-{near[1]:02d}" if iso else f"{near[1]:02d}.{near[0]:02d}.{year:04d}"
    return f"{reason}; did you mean {guess}?"


@functools.cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in LANGUAGES:
        words = wording(language)
        for several in (words.months, words.months_short):
            for number, name in enumerate(several, 1):
                names.setdefault(name.lower().rstrip("."), number)
    for number, name in enumerate(wording("en").months, 1):
        names.setdefault(name[:3].lower(), number)
    return names
