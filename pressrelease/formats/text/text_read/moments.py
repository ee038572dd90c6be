"""The moment in an embargo line: `23. Januar 2026, 19.00 Uhr`, `26 August 2026, 09:00 BST`."""

from __future__ import annotations

import datetime as dt
import re

from pressrelease.model import zone_info

_STEMS = {
    1: "jan janv ene enero gen genn gennaio jänner jaen januari",
    2: "feb febr fév févr février fevrier febrero febbraio februari",
    3: "mar mars mär märz maerz mrz mrt marzo maart march",
    4: "apr avr avril abr abril aprile",
    5: "may mai mayo mag maggio mei",
    6: "jun juin junio giu giugno juni june",
    7: "jul juil juillet julio lug luglio juli july",
    8: "aug août aout ago agosto augustus",
    9: "sep sept septiembre set sett settembre",
    10: "oct okt octobre octubre ott ottobre oktober",
    11: "nov novembre noviembre november",
    12: "dec dez déc décembre decembre dic diciembre dicembre december dezember",
}
_MONTHS = {stem: number for number, stems in _STEMS.items() for stem in stems.split()}
_OFFSETS = {
    "UTC": "+00:00",
    "GMT": "+00:00",
    "Z": "+00:00",
    "BST": "+01:00",
    "WET": "+00:00",
    "WEST": "+01:00",
    "CET": "+01:00",
    "MEZ": "+01:00",
    "HNEC": "+01:00",
    "CEST": "+02:00",
    "MESZ": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "JST": "+09:00",
    "HKT": "+08:00",
    "SGT": "+08:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
}
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
        return None, "unreadable"
    day, start, end = found
    clock = _clock(text[:start] + "\n" + text[end:])
    if clock is None:
        return None, "without-time"
    time, rest = clock
    printed = _printed_zone(rest) or zone
    info = zone_info(printed) if printed else None
    return (dt.datetime.combine(day, time, info), "") if info else (None, "without-zone")


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


def _clock(text: str) -> tuple[dt.time, str] | None:
    lower = text.lower()
    for name, twelve in (("noon", 12), ("midnight", 0)):
        if re.search(rf"(?<!\w)(?:12(?::00)? )?{name}(?!\w)", lower):
            return dt.time(twelve), text
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
            continue
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
