"""A headline that says "one of the biggest …" of a single thing.

What stands behind "one of the" is many: one of the biggest groups. The slip stands in the largest type of the page, and
in an address made from it for good. The address is never changed for it.

Source: Chicago Manual of Style, chapter 5 (number of nouns); any grammar.

Example:

    ---
    headline: Crackdown on one of the biggest online piracy group
    ---
    The group was taken down.

Use instead:

    ---
    headline: Crackdown on one of the biggest online piracy groups
    ---
    The group was taken down.

Excuse it: where the word is its own plural.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.passages import Texts
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each "one of the" of headline and subheadline behind which no word stands in the plural."""
    told = case.lexicon
    heads = Texts(p for p in case.passages[:2] if p.kind in ("headline", "subheadline"))
    for spot in told.phrases("one_of").within(heads):
        noun = next(v for v in spot.match.groupdict().values() if v)
        if not any(told.plural.fullmatch(word) for word in noun.replace("-", " ").split()):
            yield spot.hit(
                f"“{spot.text}” speaks of many, “{noun}” is one", fix="write the noun in the plural"
            )


RULE = Rule(id="headline-agreement", group="editorial", severity="error", run=run, languages=LANGUAGES)
