"""A day that is told from the day of writing: yesterday, next week.

A release is read and printed on other days than it was written. "Yesterday" is then another day, and the desk has to
work out which; a date beside it settles that. "Today" hangs on the dateline's date or on the moment of publication, and
is found where there is neither. Weeks and years ("earlier this year") are an information.

Source: AP Stylebook, "today, tonight, tomorrow, yesterday" (use the day of the week or the date).

Example:

    ---
    headline: Harbour opens
    dateline: {places: [Lisbon], date: 2026-03-02}
    ---
    The harbour was opened yesterday.

Use instead:

    ---
    headline: Harbour opens
    dateline: {places: [Lisbon], date: 2026-03-02}
    ---
    The harbour was opened yesterday (1 March).

Excuse it: where the words are an old saying, or the day does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.passages import Spot
from pressrelease.checks.rule import Hit, Rule
from pressrelease.datelines.months import MONTH

_NUMBER = re.compile(r"\d{1,4}")
_BEHIND = re.compile(rf"\.? (?:de )?{MONTH}|-\d\d-\d|[./]\d{{1,2}}[./]", re.I)
"""What makes a date of the number before it."""
_BEFORE = re.compile(rf"(?<!\w){MONTH}\.? \Z", re.I)
"""What makes a date of the number behind it."""
_LONGEST_MONTH = 12


def run(case: Case) -> Iterator[Hit]:
    """Yield each day told from the day of writing in a sentence without a date, then weeks and years."""
    told, release = case.lexicon, case.release
    undated = release.published is None and (release.dateline is None or release.dateline.date is None)
    for spot in _days("loose_days", case):
        message = f"“{spot.text}” is another day for each reader"
        yield spot.hit(message, fix="add the date, or say it instead")
    for spot in _days("today", case) if undated else ():
        message = f"“{spot.text}” hangs on no date: neither dateline nor publication has one"
        yield spot.hit(message, fix="set the date of the dateline, or `published`")
    for spot in told.phrases("loose_spans").within(case.news):
        yield spot.hit(f"“{spot.text}” hangs on the day of the dateline", fix="say which", severity="info")


def _days(name: str, case: Case) -> Iterator[Spot]:
    """Yield the days of the list `name` in whose sentence there is neither a date nor a figure of speech.

    Two different ones in a sentence are a figure of speech too: the problems of yesterday and tomorrow.
    """
    figures = {_sentence(spot) for spot in case.lexicon.phrases("figures_of_speech").within(case.news)}
    told: dict[tuple[str, int, int], list[Spot]] = {}
    for spot in case.lexicon.phrases(name).within(case.news):
        told.setdefault(_sentence(spot), []).append(spot)
    for sentence, spots in told.items():
        alike = len({spot.text.casefold() for spot in spots}) == 1
        if alike and sentence not in figures and not _is_dated(spots[0].passage.text, *sentence[1:]):
            yield from spots


def _is_dated(text: str, start: int, end: int) -> bool:
    """Return whether a date stands between `start` and `end`: asked of each number, since these are few."""
    return any(
        _BEHIND.match(text, number.end(), end)
        or _BEFORE.search(text[max(start, number.start() - _LONGEST_MONTH) : number.start()])
        for number in _NUMBER.finditer(text, start, end)
    )


def _sentence(spot: Spot) -> tuple[str, int, int]:
    """Return the path of the passage in which a place lies, and where its sentence begins and ends."""
    return spot.passage.path, *spot.passage.sentence(spot.start)


RULE = Rule(id="relative-date", group="editorial", severity="warning", run=run, languages=LANGUAGES)
