"""Readers addressed as "you", or the house as "we", outside a quotation.

A desk prints a release as its own report: there is no "you" in it and no "we". What the house wants to say itself
belongs into a quotation with a speaker.

Source: editorial guidelines of PRWeb and EIN Presswire (no direct address outside quotes).

Example:

    ---
    headline: Harbour opens
    ---
    You can visit our harbour from Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    Visitors can see the harbour from Monday.

    > You will like what we built.
    >
    > — Ada Byron, mayor

Excuse it: where "us" and "we" are part of a title or slogan that is itself the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.passages import Spot
from pressrelease.checks.rule import Hit, Rule

_POLITE = re.compile(r"(?<=[\w,;:–-] )(?:Ihnen|Ihr(?:e[mnrs]?)?|Euch|Euer)(?!\w)")
"""German words that speak to the reader by their capital, within a sentence."""

_AT_HAND = re.compile(r"(?<!\w)(?:stehen|steht) Ihnen(?: \w+){0,3} zur Verfügung(?!\w)")
"""How German offers whom a desk may ask: that speaks to the desk, not to readers."""


def run(case: Case) -> Iterator[Hit]:
    """Yield the first such word of each passage of the story; what readers say to each other is left out."""
    told = set()
    spots = [*case.lexicon.phrases("address").within(case.outside)]
    if case.language == "de":
        spots += [s for s in case.outside.find(_POLITE) if not _is_offer(s)]
    for spot in sorted(spots, key=lambda spot: spot.start):
        # "US" is a country, "us" the house.
        if spot.text == "US" or not spot.passage.in_story or spot.passage.path in told:
            continue
        told.add(spot.passage.path)
        yield spot.hit(
            f"“{spot.text}” outside a quotation", fix="write in the third person, or quote who says so"
        )


def _is_offer(spot: Spot) -> bool:
    return _AT_HAND.search(spot.passage.text, max(0, spot.start - 7), spot.end + 60) is not None


RULE = Rule(id="direct-address", group="editorial", severity="warning", run=run, languages=LANGUAGES)
