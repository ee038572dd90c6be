"""A small word that stands twice in a row.

"On the the quay" is what remains when a sentence is changed or a line breaks within it; a reader skips it, a desk that
prints it does not. Only words are looked at that no sentence of the language has twice.

Source: general editorial practice.

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on the the north quay.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on the north quay.

Excuse it: where the words are those of a song or a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.rule import Hit, Rule

_JOINS = ("-", "'", "’")


def run(case: Case) -> Iterator[Hit]:
    """Yield each such pair; a capital may be that of a name, thrice is sung, and `faites-le le lundi` is two words."""
    for spot in case.lexicon.phrases("doubled").within(case.news):
        text, word = spot.passage.text, spot.text.rpartition(" ")[2]
        sung = text.startswith(f" {word}", spot.end)
        if word.islower() and not sung and text[spot.start - 1 : spot.start] not in _JOINS:
            yield spot.hit(f"“{spot.text}”: a word stands twice", fix="take one out")


RULE = Rule(id="doubled-word", group="editorial", severity="warning", run=run, languages=LANGUAGES)
