"""Words of advertising in the release's own voice.

"Revolutionary", "world-class", "einzigartig": a desk strikes such words, and a reader takes them for what they are.
What somebody says of it belongs into a quotation; what is true belongs into a number.

Source: editorial guidelines of PRWeb and EIN Presswire ("no hype"); dpa and AP ask for claims with their source.

Example:

    ---
    headline: Harbour opens
    ---
    The revolutionary harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday. It is the first without diesel.

    > It is revolutionary.
    >
    > — Ada Byron, mayor

Excuse it: where the word is a term, such as the name of a product or of a historical time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WORDS = {
    "en": (
        r"revolutionary|ground-?breaking|game-?chang(?:er|ing)|cutting-edge|state-of-the-art|world-class|"
        r"best-in-class|next-generation|unparalleled|unrivall?ed|one-stop shop|must-have|mind-blowing|"
        r"thrilled|unbelievable|jaw-dropping"
    ),
    "de": (
        r"revolutionäre?[mnrs]?|bahnbrechende?[mnrs]?|einzigartige?[mnrs]?|weltklasse|unschlagbare?[mnrs]?|"
        r"sensationelle?[mnrs]?|phänomenale?[mnrs]?|hochmoderne?[mnrs]?|konkurrenzlose?[mnrs]?"
    ),
    "fr": (
        r"révolutionnaires?|incontournables?|exceptionnel(?:le)?s?|inégalée?s?|de pointe|sensationnel(?:le)?s?|"
        r"unique en son genre|époustouflante?s?"
    ),
    "es": (
        r"revolucionari[oa]s?|innovador(?:a|es|as)? y (?:únic|revolucionari)[oa]s?|inigualables?|"
        r"de vanguardia|sin precedentes|excepcional(?:es)?|increíbles?"
    ),
    "it": (
        r"rivoluzionari[oae]?|all'avanguardia|d'avanguardia|imperdibil[ei]|straordinari[oae]?|senza eguali|"
        r"eccezional[ei]|unic[oa] nel suo genere"
    ),
}
_HYPE = {language: re.compile(rf"\b(?:{words})\b", re.I) for language, words in _WORDS.items()}


def run(case: Case) -> Iterator[Hit]:
    """Yield each word of advertising outside quotations."""
    for spot in case.outside.find(_HYPE[case.language]):
        yield spot.hit(
            f"“{spot.text}” praises",
            fix="give the number or fact, or leave the word to a quotation",
        )


RULE = Rule(id="hype-words", group="editorial", severity="info", run=run, languages=tuple(_WORDS))
