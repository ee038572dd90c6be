"""A translation whose numbers are not those of the original.

Four million in one language and five in the other is a mistake in one of them, and somebody will print it.

Source: general editorial practice. Numbers are compared as values: `1,200.5` in English is `1.200,5` in German.

Translation:

    ---
    headline: Hafen öffnet
    language: de
    ---
    Der Hafen kostet 45 Millionen Euro und ist 300 Meter lang.

Example:

    ---
    headline: Harbour opens
    language: en
    ---
    The harbour costs 54 million euros and is 300 metres long.

Use instead:

    ---
    headline: Harbour opens
    language: en
    ---
    The harbour costs 45 million euros and is 300 metres long.

Excuse it: where one language converts units or money for its readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.model import Release

_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+|\d+)(?:[.,]\d+)?(?!\w)")
_GROUP = re.compile(r"['’\u00a0\u202f ]")


def run(case: Case) -> Iterator[Hit]:
    """Yield one finding for each translation in which more than small numbers differ."""
    others = [
        o for o in case.others if o.language != case.release.language and o.version == case.release.version
    ]
    if not others:
        return
    own = _numbers(case.release)
    for other in others:
        theirs = _numbers(other)
        mine, his = sorted(own - theirs), sorted(theirs - own)
        if mine and his:
            yield Hit(
                f"numbers differ from those in {other.language}: here {_list(mine)}, there {_list(his)}",
                "story",
                fix="check both texts",
            )


def _numbers(release: Release) -> frozenset[float]:
    """Return the numbers of the story as values; those below ten are often words in one language."""
    decimal = "." if release.language.partition("-")[0] in ("en", "zh", "ja", "ko", "ar", "he") else ","
    found = (_value(m[0], decimal) for m in _NUMBER.finditer(release.story.text))
    return frozenset(v for v in found if v >= 10)


def _value(text: str, decimal: str) -> float:
    text = _GROUP.sub("", text)
    grouping = "," if decimal == "." else "."
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(grouping)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", text):
        text = text.replace(grouping, "")
    return float(text.replace(",", "."))


def _list(values: list[float]) -> str:
    return ", ".join(f"{value:,g}" if value < 1e6 else f"{value:,.0f}" for value in values[:3])


RULE = Rule(id="translation-numbers-disagree", group="editorial", severity="warning", run=run)
