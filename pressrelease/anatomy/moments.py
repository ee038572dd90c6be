"""The moment in an embargo line: `23. Januar 2026, 19.00 Uhr`, `26 August 2026, 09:00 BST`."""

from __future__ import annotations

import datetime as dt
import re

from pressrelease.datelines.months import MONTHS
from pressrelease.datelines.zones import ZONES
from pressrelease.model import zone_info

# Abbreviations that the table of datelines leaves out, being written in several ways.
_MORE_MONTHS = {
    "janv": 1,
    "genn": 1,
    "jänner": 1,
    "jaen": 1,
    "febr": 2,
    "fev": 2,
    "fevrier": 2,
    "maerz": 3,
    "mrz": 3,
    "avr": 4,
    "juil": 7,
    "lugl": 7,
    "aout": 8,
    "sept": 9,
    "sett": 9,
    "dez": 12,
    "decembre": 12,
}
_MONTHS = {
    name.lower().rstrip("."): number
    for forms in reversed(tuple(MONTHS.values()))
    for names in forms.values()
    for number, name in enumerate(names, 1)
} | _MORE_MONTHS
# These mean one thing here and another elsewhere: the later moment is taken, for an embargo must not lift too early.
_OFFSETS = {"Z": "+00:00", "BST": "+01:00", "HNEC": "+01:00", "CST": "-06:00", "MST": "-07:00", **ZONES}
_WORDS = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º)?(?: de)? ([^\W\d_]{3,12})\.?(?: de| del)?,? (\d{4})(?!\d)"
)
_AMERICAN = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_TIME = re.compile(
    r"(?<![\d.])(\d{1,2})(?:[:.h](\d\d)(?::\d\d)?)?\s?(?:(a\.?m\.?|p\.?m\.?)(?!\w)|(Uhr|uur|hrs|h)(?!\w))?",
    re.I,
)
_NOON = re.compile(r"(?<!\w)(?:noon|12 Uhr mittags|midi|mediodía|mezzogiorno)(?!\w)", re.I)
_MIDNIGHT = re.compile(
    r"(?<!\w)(?:midnight|mitternacht|minuit|medianoche|mezzanotte|middernacht)(?!\w)", re.I
)
_UNREADABLE = (None, "unreadable")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+−-])(\d{1,2})(?::?(\d\d))?(?!\d)")
_ZONE = re.compile(r"(?<!\w)(" + "|".join(sorted(_OFFSETS, key=len, reverse=True)) + r")(?!\w)")


def moment(line: str, zone: str = "") -> tuple[dt.datetime | None, str]:
    """Return the aware moment `line` names, or None and why: `unreadable`, `without-time` or `without-zone`.

    `zone` (IANA name or offset) stands in where none is printed. A date such as 3/4/2026, whose order is unknown,
    is unreadable: an embargo must not lift a month early.
    """
    text = line[:400]
    found = _date(text)
    if found is None:
        return _UNREADABLE
    day, start, end = found
    clock = _clock(text[:start] + "\n" + text[end:])
    if clock is None:
        return None, "without-time"
    time, rest = clock
    printed = _printed_zone(rest) or zone
    info = zone_info(printed) if printed else None
    if info is None:
        return None, "without-zone"
    if time is None:
        return (
            (dt.datetime.combine(day + dt.timedelta(1), dt.time(), info), "")
            if day.year < 9999
            else _UNREADABLE
        )
    return dt.datetime.combine(day, time, info), ""


def _date(text: str) -> tuple[dt.date, int, int] | None:
    for regex, order in ((_ISO, "ymd"), (_WORDS, "dmy"), (_AMERICAN, "mdy"), (_NUMBERS, "d.m.y")):
        for match in regex.finditer(text):
            g = match.groups()
            month: int
            if order == "d.m.y":
                if g[1] == "/" and int(g[0]) <= 12 and int(g[2]) <= 12 and g[0] != g[2]:
                    return None
                swapped = g[1] == "/" and int(g[2]) > 12
                year, month, day = int(g[3]), int(g[0] if swapped else g[2]), int(g[2] if swapped else g[0])
            else:
                by = dict(zip(order, g, strict=True))
                month = _month(by["m"].lower())
                year, day = int(by["y"]), int(by["d"])
            try:
                return dt.date(year, month, day), *match.span()
            except ValueError:
                continue
    return None


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.get(name) or _MONTHS.get(name[:3], 0)


def _clock(text: str) -> tuple[dt.time | None, str] | None:
    """Return the time of day and what stands behind it; no time is the end of the day."""
    # Midnight of a day may be its beginning or its end: an embargo must not lift a day early.
    for regex, time in ((_NOON, dt.time(12)), (_MIDNIGHT, None)):
        if regex.search(text):
            return time, text
    for match in _TIME.finditer(text):
        hour, minute, half, word = match.groups()
        sign = text[match.start() - 1 : match.start()]
        if (minute is None and half is None and word is None) or sign in ("+", "-", "−"):
            continue
        h, m = int(hour), int(minute or 0)
        if half:
            if not 1 <= h <= 12:
                continue
            h = h % 12 + (12 if half[0] in "pP" else 0)
        if h == 24 and m == 0:
            return None, text[match.end() :]
        if h <= 23 and m <= 59:
            return dt.time(h, m), text[match.end() :]
    return None


def _printed_zone(text: str) -> str:
    offset = _OFFSET.search(text)
    if offset and (
        text[: offset.end()].rstrip().upper().find("UTC") >= 0
        or "GMT" in text[: offset.end()].upper()
        or offset.group(3)
    ):
        hours, minutes = int(offset.group(2)), int(offset.group(3) or 0)
        if hours <= 14 and minutes < 60:
            return f"{'-' if offset.group(1) in '-−' else '+'}{hours:02d}:{minutes:02d}"
    named = _ZONE.search(text)
    return _OFFSETS[named.group(1)] if named else ""
