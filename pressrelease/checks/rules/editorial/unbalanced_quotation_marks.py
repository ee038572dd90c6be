"""Quotation marks that do not come in pairs.

Where a mark is missing nobody can tell whose words are whose; a desk that prints them may put words into somebody's
mouth. A quotation that goes on in the next paragraph opens there again and closes at its end; that is no fault.

Source: Chicago Manual of Style, chapter 13 (quotations of more than one paragraph); Amtliches Regelwerk der deutschen
Rechtschreibung, § 89; AP Stylebook, "quotation marks".

Example:

    ---
    headline: Harbour opens
    ---
    "The work is done, said Ada Byron, harbour master of Lisbon.

Use instead:

    ---
    headline: Harbour opens
    ---
    "The work is done," said Ada Byron, harbour master of Lisbon.

Excuse it: where the mark is part of a name or a measure.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each mark that has no partner."""
    for passage, following in zip_longest(case.passages, case.passages[1:]):
        for piece in passage.marked:
            goes_on = (
                piece.end == len(passage.text) and following and following.text.startswith(piece.opening)
            )
            if piece.fault == "open" and not goes_on:
                message = f"a quotation opens with {piece.opening} and never closes"
                yield passage.hit(
                    message, piece.start, piece.start + 1, fix="close it behind the last word said"
                )
            elif piece.fault == "stray":
                message = f"{piece.closing} closes a quotation that was not opened"
                yield passage.hit(message, piece.start, piece.end, fix="open it before the first word said")


RULE = Rule(id="unbalanced-quotation-marks", group="editorial", severity="error", run=run)
