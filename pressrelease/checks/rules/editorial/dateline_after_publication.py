"""A dateline that is younger than the release, or much older.

The day in the dateline is when the words were true at that place. One behind the day of publication cannot be; one that
lies more than a week before it is often left over from a draft, and "today" in the text then means another day.

Source: AP Stylebook, "datelines"; schema.org NewsArticle (`dateline`, `datePublished`).

Example:

    ---
    headline: Harbour opens
    dateline: {places: [Lisbon], date: 2026-03-12}
    published: 2026-03-02T09:00+00:00
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    dateline: {places: [Lisbon], date: 2026-03-02}
    published: 2026-03-02T09:00+00:00
    ---
    The harbour opens on Monday.

Excuse it: where an old text is published again on purpose.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WEEK = dt.timedelta(days=7)
_ZONES = dt.timedelta(days=1)
"""By how much the day of one moment differs around the world."""


def run(case: Case) -> Iterator[Hit]:
    """Yield the dateline where its day lies after publication, or more than a week before it, or is yet to come."""
    release, line = case.release, case.passage("dateline")
    day = release.dateline.date if release.dateline else None
    if day is None or line is None:
        return
    if release.published is None:
        if release.embargo is None and day > case.now.date() + _ZONES:
            message = f"the dateline says {day}, which is yet to come"
            yield line.hit(
                message, fix="set `published` or `embargo`, or see whether the day is right", severity="info"
            )
        return
    published = release.published.date()
    if day > published + (dt.timedelta() if release.dateline and release.dateline.zone else _ZONES):
        yield line.hit(
            f"the dateline says {day}, the release is published on {published}", fix="see which is right"
        )
    elif day < published - _WEEK:
        message = f"the dateline says {day}, {(published - day).days} days before publication"
        yield line.hit(message, fix="see which is right", severity="info")


RULE = Rule(id="dateline-after-publication", group="editorial", severity="error", run=run)
