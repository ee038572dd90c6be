"""A weekday that is not that of its date.

"Friday, 18 September" when the 18th is a Thursday sends half of the guests on the wrong day. A desk that notices calls
back; one that does not prints it. Where no year is named, the days about publication are meant; where
neither is known, nothing is said.

Source: the Gregorian calendar (ISO 8601-1:2019); Reuters Handbook of Journalism, "Corrections" (the day of the week is
the first thing to check).

Example:

    ---
    headline: Harbour opens
    published: 2026-09-14T09:00+00:00
    ---
    The harbour opens on Thursday, 18 September 2026.

Use instead:

    ---
    headline: Harbour opens
    published: 2026-09-14T09:00+00:00
    ---
    The harbour opens on Friday, 18 September 2026.

Excuse it: where the date is of another calendar.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping
from itertools import chain

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.datelines.months import MONTHS, WEEKDAYS
from pressrelease.findings import Severity

_LONG = ("en", "de", "fr", "es", "it", "nl")


def _numbered(*tables: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    return {
        name.lower().rstrip("."): number
        for forms in tables
        for form in forms.values()
        for number, name in enumerate(form)
        if len(name) > 2
    }


_WEEKDAYS = {
    language: _numbered(
        {form: WEEKDAYS[language][form] for form in WEEKDAYS[language].keys() & {"long", "north"}}
    )
    for language in _LONG
}
_DAYS = {name: number for names in _WEEKDAYS.values() for name, number in names.items()}
_MONTHS = _numbered(*(MONTHS[language] for language in _LONG))
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_BEHIND = rf""",?[ ](?:(?:the|den|dem|le|el|il|de|dem)[ ])?
    (?: (?P<day>\d\d?)(?:\.|st|nd|rd|th|er|º)?[ ](?:of[ ]|de[ ])?(?P<month>{_MONTH})(?!\w)\.?
      | (?P<month2>{_MONTH})\.?[ ](?P<day2>\d\d?)(?:st|nd|rd|th)?(?![\w:]) )
    (?:,?[ ](?:del?[ ])?(?P<year>\d{{4}})(?!\d))?"""
_BEFORE, _AFTER = -150, 300
"""Days before and after publication of which a release speaks without their year."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each weekday whose date has another."""
    told = case.everything
    named = (day for day in _WEEKDAYS.get(case.language, _DAYS) if day in told.lower)
    for spot in chain.from_iterable(told.find(_dated(day), lower=True) for day in named):
        said = spot.match
        month = _MONTHS[said["month"] or said["month2"]] + 1
        if not said["year"] and case.release.comes_out is None:
            continue
        days = _days_meant(int(said["day"] or said["day2"]), month, said["year"], case.published.date())
        if not days and said["year"]:
            yield spot.hit(f"“{spot.text}”: there is no such day", fix="see which day is meant")
        elif days and all(day.weekday() != _DAYS[said["weekday"]] for day in days):
            names = WEEKDAYS.get(case.language, WEEKDAYS["en"])["long"]
            message = f"“{spot.text}”: {days[0]} is a {names[days[0].weekday()]}"
            weight: Severity | None = None if said["year"] else "warning"
            yield spot.hit(message, fix="see whether day or date is right", severity=weight)


@functools.cache
def _dated(weekday: str) -> re.Pattern[str]:
    """Return what finds `weekday` with a date; each has a pattern of its own, since few stand in a text."""
    return re.compile(f"(?P<weekday>{weekday}){_BEHIND}", re.X)


def _days_meant(day: int, month: int, year: str | None, published: dt.date) -> list[dt.date]:
    """Return the dates that may be meant, the nearest first: without a year those about publication."""
    years = [int(year)] if year else [published.year - 1, published.year, published.year + 1]
    found = []
    for one in years:
        try:
            found.append(dt.date(one, month, day))
        except ValueError:  # 29 February, or a day that no month has
            continue
    if not year:
        found = [date for date in found if _BEFORE <= (date - published).days <= _AFTER]
    return sorted(found, key=lambda date: abs(date - published))


RULE = Rule(id="weekday-and-date-disagree", group="editorial", severity="error", run=run)
