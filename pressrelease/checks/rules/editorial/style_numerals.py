"""A number below ten in figures, or one that opens a sentence.

AP and dpa spell out whole numbers below ten (dpa: up to twelve), but for ages, money, measures, dates and percent.

Source: AP Stylebook, entry "numerals"; dpa-Stil. A point of style: on for the profiles `ap` and `dpa`.

Example:

    ---
    headline: Harbour opens
    ---
    The port bought 3 cranes. 12 people work there.

Use instead:

    ---
    headline: Harbour opens
    ---
    The port bought three cranes for 3 million euros. Twelve people work there.

Excuse it: where the figures are those of a name or a score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_BELOW_TEN = re.compile(
    r"(?<![\w.,:/+€$£%–-])(?<![€$£] )[1-9] (?=[a-zäöüßéèàçñ]{3,})"
    r"(?!(?:percent|million|billion|trillion|metres?|meters?|miles?|euros?|dollars?|pounds?|hours?|years?|points?|to|"
    r"prozent|millionen|milliarden|kilometer|meter|euro|uhr|grad|jahre|kilogramm|p\.m|a\.m)\b)"
)
_OPENS = re.compile(r"(?:(?<=^)|(?<=\0)|(?<=[.!?] ))(?!(?:19|20)\d\d\b)\d+ (?=[a-zäöü])")


def run(case: Case) -> Iterator[Hit]:
    """Yield each such number of the story outside quotations."""
    for pattern, why in (
        (_BELOW_TEN, "a number below ten in figures"),
        (_OPENS, "a figure opens a sentence"),
    ):
        for spot in case.body.find(pattern):
            if spot.passage.kind == "paragraph":
                yield spot.passage.hit(why, spot.start, spot.end - 1, fix="spell it out")


RULE = Rule(
    id="style-numerals", group="editorial", severity="info", run=run, on=False, languages=("en", "de")
)
