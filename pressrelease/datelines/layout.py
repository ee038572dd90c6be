"""Patterns of datelines: fields with the form they are printed in, `{places.0.name:upper}, {month:en.short} {day}`.

They hold labels and separators, never the words of a field. A layout is two patterns with a line end between them:
the line above the body, and the lead of the first paragraph; one without a line end is a lead.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator
from itertools import chain, starmap, zip_longest

from pressrelease.datelines.countries import country_words
from pressrelease.datelines.months import MONTHS, WEEKDAYS, named
from pressrelease.datelines.places import STATES, capitals, state_words
from pressrelease.model import Dateline

_TOKEN = re.compile(r"\{\{|\}\}|\{([a-z_]+(?:\.[0-9]{1,4}\.[a-z]+)?)(?::([a-zA-Z0-9.]*))?\}")


def tokens(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the (name, form) pairs a pattern asks for, in its order."""
    return ((name, form) for name, form in _TOKEN.findall(pattern) if name)


def set_by(pattern: str, dateline: Dateline) -> str:
    """Return `pattern` with its fields filled from `dateline`; a field without a value leaves nothing."""
    return _filled(pattern, lambda name, form: value(dateline, name, form))


def set_date(pattern: str, day: dt.date) -> str:
    """Return `pattern`, which asks for nothing but a date's fields, filled from `day`."""
    return _filled(pattern, lambda name, form: _date_value(day, name, form))


def _filled(pattern: str, word: Callable[[str, str], str]) -> str:
    literals, asked = _taken_apart(pattern)
    return "".join(chain.from_iterable(zip_longest(literals, starmap(word, asked), fillvalue="")))


@functools.lru_cache(maxsize=256)
def _taken_apart(pattern: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return what stands in a pattern to the letter, and the (name, form) pairs between."""
    literals, asked, text, at = [], [], "", 0
    for match in _TOKEN.finditer(pattern):
        text += pattern[at : match.start()]
        at = match.end()
        if match[1] is None:
            text += match.group()[0]
            continue
        literals.append(text)
        asked.append((match[1], match[2] or ""))
        text = ""
    return (*literals, text + pattern[at:]), tuple(asked)


def value(dateline: Dateline, name: str, form: str) -> str:
    """Return the field `name` of `dateline` printed in `form`; an unknown or empty field is an empty string."""
    if name.startswith("places."):
        return _place_value(dateline, name, form)
    if name in ("zone_printed", "date_printed", "credit"):
        return str(getattr(dateline, name))
    if name in ("day", "month", "year", "weekday"):
        return "" if dateline.date is None else _date_value(dateline.date, name, form)
    return "" if dateline.time is None else _time_value(dateline.time, name, form)


def _place_value(dateline: Dateline, name: str, form: str) -> str:
    _, number, part = name.split(".")
    if int(number) >= len(dateline.places):
        return ""
    place = dateline.places[int(number)]
    match part:
        case "name":
            return capitals(place.name) if form == "upper" else place.name
        case "region":
            return state_words(place.region, form)
        case "country":
            return country_words(place.country, form) if form else place.country
        case _:
            return ""


def _date_value(day: dt.date, name: str, form: str) -> str:
    match name:
        case "weekday":
            return named(WEEKDAYS, form, day.weekday())
        case "year":
            return f"{day.year % 100:02d}" if form == "02" else f"{day.year:04d}"
        case "month" if form not in ("", "02"):
            return named(MONTHS, form, day.month - 1)
    number = day.day if name == "day" else day.month
    match form:
        case "02":
            return f"{number:02d}"
        case "en":
            tail = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{tail}"
        case "fr":
            return "1er" if number == 1 else str(number)
        case "es":
            return "1º" if number == 1 else str(number)
        case _:
            return str(number)


def _time_value(time: dt.time, name: str, form: str) -> str:
    match name:
        case "hour":
            hour = (time.hour + 11) % 12 + 1 if form.startswith("12") else time.hour
            return f"{hour:02d}" if form.endswith("02") else str(hour)
        case "minute":
            return (
                ""
                if form == "some" and not time.minute
                else f"{':' if form == 'some' else ''}{time.minute:02d}"
            )
        case "second":
            return f"{time.second:02d}"
        case "half":
            letter = "a" if time.hour < 12 else "p"
            words = f"{letter}.m." if form.startswith("dots") else f"{letter}m"
            return words.upper() if form.endswith("upper") else words
        case _:
            return ""


def fits(pattern: str, dateline: Dateline) -> bool:
    """Return whether `pattern` prints all that `dateline` says, and asks for nothing that it does not say."""
    forms: dict[str, str] = {}
    for name, form in tokens(pattern):
        forms.setdefault(name, form)
    said = set(_said(dateline))
    asked = {n for n in forms if n not in _ALONGSIDE}
    implied = {f"places.{i}.country" for i, p in enumerate(dateline.places) if p.country}
    return said <= asked <= said | implied and _whole_time(dateline.time, forms)


# They come with another field: a weekday with a date, minutes with hours.
_ALONGSIDE = frozenset({"weekday", "minute", "second", "half"})


def _said(dateline: Dateline) -> Iterator[str]:
    for i, place in enumerate(dateline.places):
        yield f"places.{i}.name"
        if place.region:
            yield f"places.{i}.region"
        # A state that is known names its country.
        known = STATES.get(place.region)
        if place.country and (known is None or known.country != place.country):
            yield f"places.{i}.country"
    if dateline.date is not None:
        yield from ("day", "month", "year")
    elif dateline.date_printed:
        yield "date_printed"
    if dateline.time is not None:
        yield "hour"
    if dateline.zone_printed:
        yield "zone_printed"
    if dateline.credit:
        yield "credit"


def _whole_time(time: dt.time | None, forms: dict[str, str]) -> bool:
    if time is None:
        return not forms.keys() & {"minute", "second", "half"}
    return (
        ("minute" in forms or not time.minute)
        and ("second" in forms or not time.second)
        and not time.microsecond
        and ("half" in forms) == forms.get("hour", "").startswith("12")
    )


def parts(layout: str) -> tuple[str, str]:
    """Return the patterns of line and lead."""
    line, end, lead = layout.partition("\n")
    return (line, lead) if end else ("", line)
