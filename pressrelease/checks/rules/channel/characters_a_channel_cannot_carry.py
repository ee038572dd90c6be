"""Characters that a receiver's set does not have.

Wires of bytes take few letters. What is not among them is written otherwise on the way (`ä` as `ae`, `“` as `"`), and a
sign that nobody writes otherwise becomes its name in brackets. Names of people should not meet that by surprise: a look
before sending costs less than a correction.

Source: docs/charsets.md, the table by which this library writes; ANPA 1312 (ASCII alone).

Profile: ap

Example:

    ---
    headline: Harbour opens
    language: de
    ---
    Zoë Łaska öffnet den Hafen.

Use instead:

    ---
    headline: Harbour opens
    language: de
    ---
    Zoe Laska eroeffnet den Hafen.

Excuse it: where the names are known to the desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.errors import shown
from pressrelease.markup.charsets import charset as known
from pressrelease.markup.degrade import degraded, unspelled

_BEYOND = re.compile(r"[^\x00-\x7f]")
_SIGNS = re.compile(r"[^\w\s]|\s")


def run(case: Case, *, charset: str = "") -> Iterator[Hit]:
    """Yield each character that `charset` lacks where it first stands, and what is written instead; empty: none."""
    if not charset:
        return
    wanted, everything = known(charset), case.everything
    language = case.language
    _, written = degraded(everything.text.replace("\0", " "), wanted, language)
    lost = unspelled(everything.text.replace("\0", " "), wanted, language)
    seen: set[str] = set()
    for spot in everything.find(_BEYOND):
        letter = spot.text
        if letter in seen or letter not in written:
            continue
        seen.add(letter)
        if letter in lost:
            yield spot.hit(
                f"{charset} has no {shown(letter)}, and nobody spells it otherwise", severity="error"
            )
        elif not _SIGNS.fullmatch(letter):
            yield spot.hit(f"{charset} has no {shown(letter)}: {shown(written[letter])} is written instead")


RULE = Rule(id="characters-a-channel-cannot-carry", group="channel", severity="warning", run=run)
