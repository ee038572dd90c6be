"""A day that is told from the day of writing: yesterday, next week.

A release is read and printed on other days than it was written. "Yesterday" is then another day, and the desk has to
work out which; a date beside it settles that. "Today" hangs on the dateline's date or on the moment of publication, and
is found where there is neither. Weeks and years ("earlier this year") are an information.

Source: AP Stylebook, "today, tonight, tomorrow, yesterday" (use the day of the week or the date); Reuters Handbook of
Journalism, "dates".

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

_DATE = re.compile(
    rf"\d{{1,2}}\.? (?:de )?{MONTH}|{MONTH} \d{{1,2}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]", re.I
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each day told from the day of writing in a sentence without a date, then weeks and years."""
    told, release = case.lexicon, case.release
    undated = release.published is None and (release.dateline is None or release.dateline.date is None)
    for spot in told.phrases("loose_days").within(case.news):
        if not _is_dated(spot):
            yield spot.hit(
                f"“{spot.text}” is another day for each reader", fix="add the date, or say it instead"
            )
    for spot in told.phrases("today").within(case.news) if undated else ():
        if not _is_dated(spot):
            message = f"“{spot.text}” hangs on no date: neither dateline nor publication has one"
            yield spot.hit(message, fix="set the date of the dateline, or `published`")
    for spot in told.phrases("loose_spans").within(case.news):
        yield spot.hit(f"“{spot.text}” hangs on the day of the dateline", fix="say which", severity="info")


def _is_dated(spot: Spot) -> bool:
    """Return whether a date stands in the sentence of `spot`."""
    passage = spot.passage
    start, end = next((s for s in passage.sentences if s[0] <= spot.start < s[1]), (0, len(passage.text)))
    return _DATE.search(passage.text, start, end) is not None


RULE = Rule(id="relative-date", group="editorial", severity="warning", run=run, languages=LANGUAGES)
