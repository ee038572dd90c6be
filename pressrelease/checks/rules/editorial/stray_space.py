"""A space before a comma or a full stop, or behind an opening bracket.

It is what remains when a word is taken out. A line may break there, so that the comma opens the next one. French sets a
space before some marks; only commas and full stops are looked at there.

Source: DIN 5008 (no space before a mark); Imprimerie nationale, "ponctuation" (where French has one).

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday , for ferries only .

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday, for ferries only.

Excuse it: where the space is part of a name.

Fix: takes the space out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_BEFORE = re.compile(r" (?<=[\w)\]”»\"'’%] )[,.](?=\s|\Z)")
_MARKS = re.compile(r" (?<=[\w)\]”\"'’%] )[;:!?](?=\s|\Z)")
_BRACKETS = re.compile(r"\( (?=\w)| \)(?<=\w \))")


def run(case: Case) -> Iterator[Hit]:
    """Yield each space that stands before a mark or within brackets."""
    texts = case.news
    patterns: list[tuple[re.Pattern[str], tuple[str, ...]]] = [
        (_BEFORE, (" ,", " .")),
        (_BRACKETS, ("( ", " )")),
    ]
    if case.language != "fr":
        patterns.append((_MARKS, (" ;", " :", " !", " ?")))
    for pattern, signs in patterns:
        if any(sign in texts.text for sign in signs):
            for spot in texts.find(pattern):
                yield spot.hit(
                    f"a space stands in “{spot.text}”", fix="take it out", instead=spot.text.strip()
                )


RULE = Rule(id="stray-space", group="editorial", severity="info", run=run)
