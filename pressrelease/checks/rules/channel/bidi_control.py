"""A sign that turns the direction of the text, unseen.

With it `exe.gpj` is shown as `jpg.exe`, and an amount or an address reads otherwise than it is. In a text of one
direction it has no use; it came with a copy from elsewhere, or on purpose. In Arabic or Hebrew it is taken where each
is closed again within its paragraph; one that overrides the order of letters never is.

Source: Unicode Standard Annex 9, 2 (directional formatting characters); Unicode Technical Report 36, 2.4.

Example:

    ---
    headline: Harbour opens
    ---
    The invoice is in \u202einvoice.gpj\u202c on our page.

Use instead:

    ---
    headline: Harbour opens
    ---
    The invoice is in invoice.jpg on our page.

Excuse it: in a text about such signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit, Rule

_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = {
    "\u202a": "\u202c",
    "\u202b": "\u202c",
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
_RIGHT_TO_LEFT = ("ar", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi")


def run(case: Case) -> Iterator[Hit]:
    """Yield each sign that turns the text and should not be there."""
    if case.everything.text.isascii():
        return
    for spot in case.everything.find(_CONTROL):
        code = f"U+{ord(spot.text):04X}"
        if spot.text in _OVERRIDES:
            yield spot.hit(
                f"{code} turns the order of the letters behind it", fix="take it out, read the words again"
            )
        elif case.language not in _RIGHT_TO_LEFT or not _is_closed(spot.passage):
            yield spot.hit(
                f"{code} turns the direction of the text, unseen", fix="take it out", severity="warning"
            )


def _is_closed(passage: Passage) -> bool:
    """Return whether each sign of a passage is closed by its own within it."""
    awaited: list[str] = []
    for sign in _CONTROL.findall(passage.text):
        if sign in _CLOSED_BY:
            awaited.append(_CLOSED_BY[sign])
        elif not awaited or awaited.pop() != sign:
            return False
    return not awaited


RULE = Rule(id="bidi-control", group="channel", severity="error", run=run)
