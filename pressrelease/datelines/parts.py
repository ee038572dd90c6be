"""Read the parts of a dateline: each reader takes text and a place in it, and gives what it found, or None."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pressrelease.datelines.layout import set_by, set_date
from pressrelease.datelines.months import MONTH, MONTHS, WEEKDAY, WEEKDAYS, alike, ways
from pressrelease.datelines.zones import NO_ZONES, ZONES
from pressrelease.model import Dateline
from pressrelease.patterns import literal

SPACE = "[ \u00a0\u2009\u202f]"


@dataclass(frozen=True, slots=True)
class Found:
    """What one part says: fields of a Dateline, the pattern it was set in, and where it ends."""

    end: int
    pattern: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Manners:
    """How to read what several languages share: which language first, which form of months first."""

    language: str
    """BCP 47 tag, or empty."""
    languages: tuple[str, ...]
    form: str = "long"
    two_digit_day: bool = False
    """A day of two digits is one of a house that prints `05`."""


def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression.replace("~", SPACE), re.I)


_WEEKDAY = f"(?:(?P<weekday>{WEEKDAY})(?P<w>,?~|,~(?:den|the|le|dem)~))?"
_MONTH_FIRST = _compiled(
    rf"{_WEEKDAY}(?P<month>{MONTH})(?P<a>~)(?P<day>\d{{1,2}})(?P<tail>st|nd|rd|th)?"
    rf"(?P<b>,?~|,)(?P<year>(?:19|20)\d\d)(?!\w)"
)
_DAY_FIRST = _compiled(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?P<tail>st|nd|rd|th|er|º|°)?(?P<a>\.?~|\.|-|~(?:de|of)~)(?P<month>{MONTH})"
    rf"(?P<b>,?~|-|~(?:de|del)~)(?P<year>(?:19|20)\d\d)(?!\w)"
)
_NUMBERS = _compiled(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?P<a>\.~?|/|-)(?P<number>\d{{1,2}})(?P<b>\.~?|/|-)"
    rf"(?P<year>(?:19|20)\d\d|\d\d)(?![\w.]\d|\w)"
)
_ISO = _compiled(r"(?P<year>(?:19|20)\d\d)(?P<a>[-/.])(?P<number>\d\d)(?P<b>[-/.])(?P<day>\d\d)(?!\w)")
_PARTIAL = _compiled(
    rf"(?:{WEEKDAY},?~)?(?:{MONTH}~\d{{1,2}}(?:st|nd|rd|th)?(?!\w|[.:]\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|°)?(?:\.?~|~(?:de|of)~){MONTH}|{MONTH}~(?:de~)?(?:19|20)\d\d(?!\w))"
)
_BY_NUMBER = (_DAY_FIRST, _ISO, _NUMBERS, _PARTIAL)
_BY_NAME = (_MONTH_FIRST, _DAY_FIRST, _NUMBERS, _PARTIAL)
_DIGIT = re.compile(r"\d")
_OPENING = re.compile(rf"\d|{alike(MONTHS, WEEKDAYS)}", re.I)


def date_at(text: str, at: int, manners: Manners) -> Found | None:
    """Read a date that starts at `at`; one that is no whole date, or no possible one, is kept as printed."""
    match = _date(text, at)
    if match is None:
        return None
    return (_whole(match, manners) if match.re is not _PARTIAL else None) or _kept(match)


def opens_date(text: str, at: int) -> bool:
    """Return whether a date starts at `at`, whole or not."""
    return _date(text, at) is not None


@functools.lru_cache(
    maxsize=16
)  # one place is asked several times: by what ends before it, and by what begins there
def _date(text: str, at: int) -> re.Match[str] | None:
    # Every date begins with a digit or as a name does, and has a digit near its start: most places in a text can be
    # passed over cheaply.
    if not _OPENING.match(text, at) or not _DIGIT.search(text, at, at + 40):
        return None
    for expression in _BY_NUMBER if text[at].isdigit() else _BY_NAME:
        if match := expression.match(text, at):
            return match
    return None


def _kept(match: re.Match[str]) -> Found:
    return Found(match.end(), "{date_printed}", {"date_printed": match.group()})


def _whole(match: re.Match[str], manners: Manners) -> Found | None:
    got = match.groupdict()
    months: Iterable[tuple[str, int]]
    if got.get("month"):
        months = ways(MONTHS, got["month"], manners.languages, manners.form)
    else:
        months = _numbers(match, manners)
    for month_form, month in months:
        year = int(got["year"]) + (2000 if len(got["year"]) == 2 else 0)
        swapped = got.get("number") is not None and month_form.startswith("swap")
        day = int(got["number"]) if swapped else int(got["day"])
        try:
            date = dt.date(year, month + 1, day)
        except ValueError:
            continue
        for pattern in _patterns(match, month_form, swapped, manners):
            if set_date(pattern, date) == match.group():
                return Found(match.end(), pattern, {"date": date})
    return None


def _numbers(match: re.Match[str], manners: Manners) -> list[tuple[str, int]]:
    """Return what a month in digits may be; `swap` marks that it stands where the day was looked for."""
    got = match.groupdict()
    first, second = int(got["day"]), int(got["number"])
    plain, swap = ("", second - 1), ("swap", first - 1)
    if got["a"][0] == "." or match.re is _ISO:
        return [plain] if 1 <= second <= 12 else []
    language = manners.language.lower()
    american = language in ("en-us", "en-ph")
    day_first = bool(language) and language != "en" and not american
    if second > 12 >= first >= 1:
        return [swap]
    if 1 <= second <= 12 and (first > 12 or first == second or day_first):
        return [plain]
    return [swap] if american and 1 <= first <= 12 else []


def _patterns(match: re.Match[str], month_form: str, swapped: bool, manners: Manners) -> list[str]:
    """Return the patterns that might print the match: the order of its groups is that of the text."""
    got = match.groupdict()
    weekdays = [""]
    if got.get("weekday"):
        weekdays = [f"{{weekday:{spec}}}" for spec, _ in ways(WEEKDAYS, got["weekday"], manners.languages)]
    tail = (got.get("tail") or "").lower()
    day_form = "en" if tail in ("st", "nd", "rd", "th") else {"er": "fr", "º": "es"}.get(tail, "")
    if not day_form and not tail and (got["number" if swapped else "day"][0] == "0" or manners.two_digit_day):
        day_form = "02"
    digits = got.get("number") is not None
    if digits:
        month_form = "02" if got["day" if swapped else "number"].startswith("0") else ""
    # A day or month of two digits tells nothing about zeros; its neighbour does.
    names = {
        "weekday": "",
        "day": _field("month", month_form) if swapped else _field("day", day_form),
        "month": _field("month", month_form),
        "number": _field("day", day_form) if swapped else _field("month", month_form),
        "year": _field("year", "02" if len(got["year"]) == 2 else ""),
        "tail": "" if day_form in ("en", "fr", "es") else literal(got.get("tail") or ""),
    }
    order = sorted((match.start(n), n) for n, words in got.items() if words is not None)
    found = []
    for weekday in weekdays:
        found.append(
            "".join((weekday if n == "weekday" else names.get(n, literal(got[n]))) for _, n in order)
        )
    if digits and "02" in (day_form, month_form):
        found += [p.replace("{day}", "{day:02}").replace("{month}", "{month:02}") for p in found]
        found.reverse()
    return found


def _field(name: str, form: str) -> str:
    return f"{{{name}:{form}}}" if form else f"{{{name}}}"


_ZONE_NAMES = "|".join(re.escape(z) for z in sorted((*ZONES, *NO_ZONES), key=len, reverse=True))
_ZONE_FORMS = rf"(?:{_ZONE_NAMES})(?![\w.])|(?:UTC|GMT)[+-]\d{{1,2}}(?::\d\d)?(?![\w.])|[A-Z]{{2,5}}(?![\w.])"
_ZONE = re.compile(rf"(?P<a>{SPACE}\()(?P<zone>{_ZONE_FORMS})\)|{SPACE}(?P<bare>{_ZONE_FORMS})")
_TIME = re.compile(
    rf"(?P<hour>\d{{1,2}})(?:(?P<a>[:.h]|{SPACE}h{SPACE}?)(?P<minute>\d\d))?(?P<rest>:(?P<second>\d\d))?"
    rf"(?:(?P<b>{SPACE}?)(?P<half>[ap]\.m\.|[ap]m)(?!\w))?"
    rf"(?P<label>{SPACE}Uhr|{SPACE}uur|{SPACE}hrs|{SPACE}?h(?!\w))?(?!\w)",
    re.I,
)
_MILITARY = re.compile(rf"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?={SPACE}(?:GMT|UTC|CET|CEST|ET)\b)")


def time_at(text: str, at: int) -> Found | None:
    """Read a time of day that starts at `at`, with the zone printed after it; what that means is not settled here."""
    match = _MILITARY.match(text, at) or _TIME.match(text, at)
    if match is None:
        return None
    got = match.groupdict()
    hour, minute, second = (int(got.get(n) or 0) for n in ("hour", "minute", "second"))
    half = got.get("half") or ""
    zone = _ZONE.match(text, match.end())
    told = half or got.get("label") or zone
    if not told and (not got.get("minute") or got["a"] == "."):
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    time = dt.time(hour, minute, second)
    pattern = _time_pattern(got, half)
    if set_by(pattern, Dateline(time=time)) != match.group():
        return None
    if zone is None:
        return Found(match.end(), pattern, {"time": time})
    name = zone["zone"] or zone["bare"]
    pattern += literal(zone.group()).replace(name, "{zone_printed}", 1)
    return Found(zone.end(), pattern, {"time": time, "zone_printed": name})


def _time_pattern(got: Mapping[str, str | None], half: str) -> str:
    printed = got["hour"] or ""
    zero = printed.startswith("0") if half else len(printed) == 2
    hour_form = ".".join(filter(None, ("12" if half else "", "02" if zero else "")))
    text = _field("hour", hour_form)
    if got.get("minute"):
        text += (got.get("a") or "") + "{minute}"
    elif half:
        text += "{minute:some}"
    if got.get("second"):
        text += ":{second}"
    if half:
        form = ("dots" if "." in half else "") + (".upper" if half.isupper() else "")
        text += (got.get("b") or "") + _field("half", form.lstrip("."))
    return text + literal(got.get("label") or "")
