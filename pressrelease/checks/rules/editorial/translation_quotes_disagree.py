"""A translation with fewer or more quotations than the original, or with other speakers.

A quotation that stands in one language alone was lost on the way, or added.

Source: general editorial practice.

Translation:

    ---
    headline: Hafen öffnet
    language: de
    ---
    Der Hafen öffnet.

    > Er ist groß.
    >
    > — Ada Byron, Bürgermeisterin

Example:

    ---
    headline: Harbour opens
    language: en
    ---
    The harbour opens.

Use instead:

    ---
    headline: Harbour opens
    language: en
    ---
    The harbour opens.

    > It is big.
    >
    > — Ada Byron, mayor

Excuse it: where an edition for another country quotes somebody known there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrelease.checks.case import Case, quotes_of
from pressrelease.checks.rule import Hit, Rule
from pressrelease.story import Quoted


def run(case: Case) -> Iterator[Hit]:
    """Yield one finding for each translation that does not quote the same people as often."""
    for other in case.others:
        if other.language == case.release.language or other.version != case.release.version:
            continue
        own, theirs = _speakers(case.quotes), _speakers(quotes_of(other, other.language.partition("-")[0]))
        if own != theirs:
            yield Hit(
                f"{_told(own)} here, {_told(theirs)} in {other.language}", "story", fix="check both texts"
            )


def _speakers(quotes: Iterable[Quoted]) -> list[str]:
    """Return who is quoted, as often as quoted; a name in another script is told by its count alone."""
    return sorted(q.speaker if q.speaker.isascii() else "" for q in quotes if q.speaker)


def _told(speakers: list[str]) -> str:
    names = ", ".join(dict.fromkeys(filter(None, speakers)))
    quotes = "1 quotation" if len(speakers) == 1 else f"{len(speakers)} quotations"
    return f"{quotes} ({names})" if names else quotes


RULE = Rule(id="translation-quotes-disagree", group="editorial", severity="warning", run=run)
