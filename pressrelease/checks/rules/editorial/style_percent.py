"""`percent` spelled where the house sets the sign, or the sign where it spells.

AP has set the sign with figures since 2019 (`8%`); dpa writes `8 Prozent` in text.

Source: AP Stylebook, entry "percent, percentage, percentage points" (change of 2019); dpa-Stil. A point of style: on
for the profiles `ap` and `dpa`.

Profile: ap

Example:

    ---
    headline: Revenue grows
    language: en
    ---
    Revenue grew by 8 percent.

Use instead:

    ---
    headline: Revenue grows
    language: en
    ---
    Revenue grew by 8%.

Excuse it: in tables of a partner that sets them otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WORD = re.compile(r"(?<=\d)[  ]per ?cent\b")
_SIGN = re.compile(r"(?<=\d)[  ]?%")


def run(case: Case) -> Iterator[Hit]:
    """Yield each percentage of the story that is not set as the language's agency sets it; both are safe to mend."""
    if case.language == "de":
        for spot in case.outside.find(_SIGN):
            if spot.passage.kind == "paragraph":
                yield spot.hit("dpa writes Prozent", fix="write Prozent", instead=" Prozent")
        return
    for spot in case.outside.find(_WORD):
        if spot.passage.kind == "paragraph":
            yield spot.hit("AP sets the sign with figures", fix="write %", instead="%")


RULE = Rule(id="style-percent", group="editorial", severity="info", run=run, on=False, languages=("en", "de"))
