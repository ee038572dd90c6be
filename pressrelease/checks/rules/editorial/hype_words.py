"""Words of advertising in the release's own voice.

"Revolutionary", "world-class", "einzigartig": a desk strikes such words, and a reader takes them for what they are.
What somebody says of it belongs into a quotation; what is true belongs into a number.

Source: editorial guidelines of PRWeb ("hype flags": hyperbolic claims) and of EIN Presswire, 2025 ("free of advertising
hype").

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

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each word of advertising outside quotations."""
    for spot in case.lexicon.phrases("hype").within(case.outside):
        yield spot.hit(
            f"“{spot.text}” praises",
            fix="give the number or fact, or leave the word to a quotation",
        )


RULE = Rule(id="hype-words", group="editorial", severity="info", run=run, languages=LANGUAGES)
