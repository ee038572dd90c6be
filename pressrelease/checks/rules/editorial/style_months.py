"""A month with a day that AP abbreviates, written out, or one that it never abbreviates, cut.

AP cuts `Jan., Feb., Aug., Sept., Oct., Nov., Dec.` before a day, and never March to July. dpa writes months out.

Source: AP Stylebook, entry "months". A point of style: on for the profile `ap`.

Profile: ap

Example:

    ---
    headline: Harbour opens
    language: en
    ---
    The harbour opens on September 14 and closes on Apr. 2.

Use instead:

    ---
    headline: Harbour opens
    language: en
    ---
    The harbour opens on Sept. 14 and closes on April 2. It was begun in September.

Excuse it: in the name of a day, such as that of an attack or a revolution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_CUT = {
    "January": "Jan.",
    "February": "Feb.",
    "August": "Aug.",
    "September": "Sept.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
}
_WHOLE = {"Mar.": "March", "Apr.": "April", "Jun.": "June", "Jul.": "July", "Sep.": "Sept."}
_LONG = re.compile(rf"\b(?:{'|'.join(_CUT)})(?= \d{{1,2}}\b(?!\d))")
_SHORT = re.compile(r"\b(?:Mar|Apr|Jun|Jul|Sep)\.(?= \d{1,2}\b)")


def run(case: Case) -> Iterator[Hit]:
    """Yield each month before a day that AP writes otherwise; it is safe to mend."""
    for pattern, words in ((_LONG, _CUT), (_SHORT, _WHOLE)):
        for spot in case.outside.find(pattern):
            if spot.passage.in_story:
                right = words[spot.text]
                yield spot.hit(f"AP writes {right} before a day", fix=f"write {right}", instead=right)


RULE = Rule(id="style-months", group="editorial", severity="info", run=run, on=False, languages=("en",))
