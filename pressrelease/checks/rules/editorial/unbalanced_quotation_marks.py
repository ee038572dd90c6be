"""Quotation marks that do not come in pairs.

Where a mark is missing nobody can tell whose words are whose; a desk that prints them may put words into somebody's
mouth. A quotation that goes on in the next paragraph opens there again and closes at its end; that is no fault. Within
a block quote, and in French, Spanish and Italian, it need not open again.

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
from pressrelease.checks.marks import Marked
from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.speech_marks import CLOSERS

_OPENS_ONCE = ("fr", "es", "it")
"""Languages in which a quotation of several paragraphs may open at the first alone."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each mark that has no partner."""
    partners = frozenset(_partners(case))
    for passage, following in zip_longest(case.passages, case.passages[1:]):
        for piece in passage.marked:
            if (passage.path, piece.start) in partners:
                continue
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


def _partners(case: Case) -> Iterator[tuple[str, int]]:
    """Yield the places of marks that open in one passage and close in a later one of the same quotation."""
    opened: tuple[Passage, Marked] | None = None
    for passage in case.passages:
        if opened is not None and not _goes_on(case, opened[0], passage):
            opened = None
        for piece in passage.marked:
            if piece.fault == "open":
                opened = passage, piece
            elif (
                opened is not None and piece.fault == "stray" and piece.closing in CLOSERS[opened[1].opening]
            ):
                yield opened[0].path, opened[1].start
                yield passage.path, piece.start
                opened = None


def _goes_on(case: Case, first: Passage, passage: Passage) -> bool:
    """Return whether what opens in one passage may close in another: in one block quote, or the next paragraphs."""
    if first.kind != passage.kind or not passage.in_story:
        return False
    if first.kind == "quote":
        return first.path.rpartition(".blocks.")[0] == passage.path.rpartition(".blocks.")[0]
    return first.kind == "paragraph" and case.language in _OPENS_ONCE


RULE = Rule(id="unbalanced-quotation-marks", group="editorial", severity="error", run=run)
