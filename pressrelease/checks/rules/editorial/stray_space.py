"""A space before a comma or a full stop or behind an opening bracket, or none between two sentences.

It is what remains when a word is taken out or a sentence is put in. A line may break there, so that the comma opens the
next one. French sets a space before some marks; only commas and full stops are looked at there.

Source: DIN 5008 (no space before a mark); Imprimerie nationale, "ponctuation" (where French has one).

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday , for ferries only .The town is there.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday, for ferries only. The town is there.

Excuse it: where the space is part of a name.

Fix: takes the space out; a missing one may be that of a web address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_BEFORE = re.compile(r" (?<=[\w)\]”»\"'’%] )[,.](?=\s|\Z)")
_MARKS = re.compile(r" (?<=[\w)\]”\"'’%] )[;:!?](?=\s|\Z)")
_NONE = re.compile(
    r"\.(?<=[^\W\d_A-ZÀ-Þ]{3}\.)(?!(?:Ai|Com|De|Es|Eu|Fr|Io|It|Js|Net|Org)\b)(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]* [^\W\d_A-ZÀ-Þ])"
)
"""A full stop between two words in small letters, the second with a capital, and one more small word behind."""
_BRACKETS = re.compile(r"\( (?=\w)| \)(?<=\w \))")


def run(case: Case) -> Iterator[Hit]:
    """Yield each space that stands before a mark or within brackets, and each place where one is missing."""
    texts = case.news
    patterns: list[tuple[re.Pattern[str], tuple[str, ...]]] = [
        (_BEFORE, (" ,", " .")),
        (_BRACKETS, ("( ", " )")),
    ]
    if case.language != "fr":
        patterns.append((_MARKS, (" ;", " :", " !", " ?")))
    for pattern, signs in patterns:
        if any(sign in texts.text for sign in signs):
            for spot in texts.find(pattern):
                yield spot.hit(
                    f"a space stands in “{spot.text}”", fix="take it out", instead=spot.text.strip()
                )
    for spot in texts.find(_NONE):
        word = spot.passage.text[: spot.start].rpartition(" ")[2]
        if not any(sign in word for sign in ("/", "@", "www.")):
            yield spot.hit("no space stands between two sentences", fix="set one")


RULE = Rule(id="stray-space", group="editorial", severity="info", run=run)
