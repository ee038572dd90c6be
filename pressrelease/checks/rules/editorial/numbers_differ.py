"""The same things counted twice, with numbers that lie close together.

18 countries here and 19 there may both be right (with and without the own), or one of them is a slip. Nobody but the
writer can tell: the numbers differ, check. Numbers far apart count different things and are left alone.

Source: Reuters Handbook of Journalism, "Corrections" (figures are among what to check first); general editorial
practice.

Example:

    ---
    headline: Harbour opens
    ---
    The new ferries call at 18 countries.

    All 19 countries have signed.

Use instead:

    ---
    headline: Harbour opens
    ---
    The new ferries call at 18 countries.

    All 18 countries have signed.

Excuse it: where both are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.passages import Spot
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.speech_words import SPEECH

_DIGITS = re.compile(
    r"[1-9](?<![\w.,:/$€£-][1-9])\d{0,3}(?<!\b19\d\d)(?<!\b20\d\d)(?<!\d[ \u00a0\u202f]\d\d\d)"
    r"(?![\d.,:/%]?\d) (?P<noun>[^\W\d_]{4,})"
)
"""A number and what it counts; `2026 results` are those of a year, `1 204 results` are not 204."""
_NEAR = 0.05
"""By how much of the greater two numbers differ that may be one."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each number that differs a little from the first of the same noun; numbers of one sentence are compared."""
    counted: dict[str, dict[int, Spot]] = {}
    for number, noun, spot in _counts(case):
        before = counted.setdefault(noun, {})
        for other, first in before.items() if number not in before else ():
            if abs(other - number) <= max(1, _NEAR * max(other, number)) and _apart(first, spot):
                message = f"“{spot.text}” here, “{first.text}” before: the numbers differ, check"
                yield spot.hit(message, fix="see whether both are right, and say why they differ")
                break
        before.setdefault(number, spot)


def _counts(case: Case) -> Iterator[tuple[int, str, Spot]]:
    told, small_nouns = case.lexicon, SPEECH[case.language].small_nouns
    ends = tuple(told.table["plural_ends"])
    spots = (*case.news.find(_DIGITS, lower=True), *told.counting.within(case.news))
    for spot in sorted(spots, key=lambda spot: spot.match.start()):
        noun = spot.match["noun"]
        if not (small_nouns or spot.text.rpartition(" ")[2][:1].isupper()):
            continue
        if noun.endswith(ends) and not told.units.fullmatch(noun):
            figure = spot.match.group().partition(" ")[0]
            yield (
                told.numbers.get(figure) or int(figure),
                noun.removesuffix(told.table.get("dative", "")),
                spot,
            )


def _apart(one: Spot, other: Spot) -> bool:
    """Return whether two places lie in different sentences: within one, numbers are compared on purpose."""
    return one.passage is not other.passage or one.passage.sentence(one.start)[1] <= other.start


RULE = Rule(id="numbers-differ", group="editorial", severity="info", run=run, languages=LANGUAGES)
