"""Courtesy titles before names: Mr., Mrs., Herr, Frau.

AP and dpa print names without them.

Source: AP Stylebook, entry "courtesy titles"; dpa-Stil. A point of style: on for the profiles `ap` and `dpa`.

Example:

    ---
    headline: Harbour opens
    language: en
    ---
    Mrs. Byron opened the harbour.

Use instead:

    ---
    headline: Harbour opens
    language: en
    ---
    Byron opened the harbour.

Excuse it: where two people of one name must be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_TITLE = re.compile(r"\b(?:Mrs?\.?|Ms\.?|Miss|Herrn?|Frau) (?=[A-ZÄÖÜ][\w'’-]+)")


def run(case: Case) -> Iterator[Hit]:
    """Yield each courtesy title in the story outside quotations."""
    for spot in case.outside.find(_TITLE):
        if spot.passage.in_story:
            title = spot.text.rstrip()
            yield spot.passage.hit(
                f"a courtesy title: {title}", spot.start, spot.start + len(title), fix="leave it out"
            )


RULE = Rule(
    id="style-courtesy-titles", group="editorial", severity="info", run=run, on=False, languages=("en", "de")
)
