"""Readers addressed as "you", or the house as "we", outside a quotation.

A desk prints a release as its own report: there is no "you" in it and no "we". What the house wants to say itself
belongs into a quotation with a speaker. A caution on statements that look ahead may speak as its lawyers wrote it,
and the paragraph "About …" as the house does.

Source: editorial guidelines of PRWeb and of EIN Presswire, 2025 (no direct address but within a quotation).

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
from collections.abc import Iterable, Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.passages import Spot
from pressrelease.checks.rule import Hit, Rule

_POLITE = re.compile(r"(?<=[\w,;–-] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|Euch|Euer)(?!\w)")
"""German words that speak to the reader by their capital, within a sentence; at its beginning `Sie` is she or they."""
_TO_A_DESK = re.compile(
    r"(?<!\w)(?:stehen|steht) Ihnen(?: \w+){0,3} zur Verfügung(?!\w)"
    r"|(?:wenden|melden|akkreditieren) Sie sich|(?:kontaktieren|erreichen|entnehmen|teilen|senden|schicken) Sie"
    r"|finden Sie (?:\w+ ){0,3}(?:unter|auf|hier|im|in)"
    r"|\bRückfragen\b|\bBildmaterial\b|\bBelegexemplar|\bakkredit|\bAbdruck\b"
)
"""What a German sentence has that speaks to the desk, not to readers: whom to ask, where more is to be found."""


def run(case: Case) -> Iterator[Hit]:
    """Yield the first such word of each passage of the story, cautions left out, and what readers say to each other."""
    told = set()
    spots = [*case.lexicon.phrases("address").within(case.outside)]
    if case.language == "de":
        spots += _to_readers(case.outside.find(_POLITE))
    for spot in sorted(spots, key=lambda spot: spot.start):
        # "US" is a country, "us" the house.
        if spot.text == "US" or not spot.passage.in_story or spot.passage.path in told:
            continue
        if spot.passage.path in case.formulas or _is_of_name(spot) or _is_of_address(spot):
            continue
        told.add(spot.passage.path)
        yield spot.hit(
            f"“{spot.text}” outside a quotation", fix="write in the third person, or quote who says so"
        )


def _is_of_name(spot: Spot) -> bool:
    """Return whether a word with a capital stands between such words: `the Together We Will Win Fund`."""
    text = spot.passage.text
    before, after = text[: spot.start].rstrip().rpartition(" ")[2], text[spot.end :].lstrip()
    return all(word[:1].isupper() for word in (spot.text, before, after)) and before[-1].isalnum()


def _is_of_address(spot: Spot) -> bool:
    """Return whether a word is part of a web address: `https://example.org/new-us-office`."""
    text = spot.passage.text
    before, after = text[: spot.start].rpartition(" ")[2], text[spot.end :].partition(" ")[0]
    return "://" in before or before.startswith("www.") or "@" in before + after


def _to_readers(spots: Iterable[Spot]) -> Iterator[Spot]:
    """Yield the first of `spots` of each sentence that does not speak to a desk; each sentence is read once."""
    seen: set[tuple[str, int]] = set()
    for spot in spots:
        start, end = spot.passage.sentence(spot.start)
        if (spot.passage.path, start) not in seen:
            seen.add((spot.passage.path, start))
            if not _TO_A_DESK.search(spot.passage.text, start, end):
                yield spot


RULE = Rule(id="direct-address", group="editorial", severity="warning", run=run, languages=LANGUAGES)
