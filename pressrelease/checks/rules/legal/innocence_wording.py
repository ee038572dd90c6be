"""People called guilty before a court has spoken.

Until a judgment, suspects are suspects. "The fraudsters were arrested" says more than anybody knows, and is what
defamation suits are made of; one "alleged" in the first sentence does not cover the headline. Of a text about a
conviction, or in a sentence that says "alleged", nothing is told.

Source: Directive (EU) 2016/343, Art. 4 (public references to guilt); Press codes of Germany (no. 13), Spain, Italy.

Example:

    ---
    headline: Fraudsters arrested in the harbour
    ---
    Police arrested two suspects on Monday. The prosecutor opened an investigation.

Use instead:

    ---
    headline: Two suspects of fraud arrested in the harbour
    ---
    Police arrested two suspects on Monday. The prosecutor opened an investigation.

Excuse it: where a court has spoken, or the group is known by that name.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import Phrases
from pressrelease.checks.passages import Texts
from pressrelease.checks.rule import Hit, Rule

_REPORT = re.compile(r"[A-ZÀ-Þ][\w ./()-]{1,40}: \S")
_TABLE = tomllib.loads((files("pressrelease.checks") / "innocence.toml").read_text("utf-8"))


@dataclass(frozen=True)
class _Words:
    """Hold what is known of a language: what tells of a case, of a judgment, of guilt, and of doubt."""

    case: Phrases
    spoken: Phrases
    guilty: Phrases
    hedged: re.Pattern[str]
    unknown: re.Pattern[str]


@functools.cache
def _words(language: str) -> _Words:
    """Return what is known of `language`; of every language where it is that of no text (`und`)."""
    tables = [_TABLE[language]] if language in _TABLE else [*_TABLE.values()]

    def every(name: str) -> list[str]:
        return [phrase for table in tables for phrase in table[name]]

    def any_of(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(every(name))})(?!\w)", re.I)

    case, spoken, guilty = (Phrases(every(name)) for name in ("case", "spoken", "guilty"))
    return _Words(case, spoken, guilty, any_of("hedged"), any_of("unknown"))


def run(case: Case) -> Iterator[Hit]:
    """Yield, for each passage of a text about suspects, the first words that call them guilty without a doubt.

    Where nobody knows who did it, nobody is called guilty.
    """
    words = _words(case.language)
    for outside in _reports(case.outside):
        if any(words.case.within(outside)) and not any(words.spoken.within(outside)):
            yield from _guilty(words, outside)


def _guilty(words: _Words, outside: Texts) -> Iterator[Hit]:
    told: set[str] = set()
    for spot in sorted(words.guilty.within(outside), key=lambda spot: spot.match.start()):
        passage = spot.passage
        sentence = passage.sentence(spot.start)
        if passage.path in told or words.hedged.search(passage.outside, *sentence):
            continue
        told.add(passage.path)
        own = Texts((passage,), outside=True)
        if any(words.case.within(own)) or not words.unknown.search(passage.outside):
            message = f"“{spot.text}”, before a court has spoken"
            yield spot.hit(message, fix="write “alleged” or “suspected”")


def _reports(outside: Texts) -> Iterator[Texts]:
    """Yield the reports of which a release is made, each beneath a heading `Lisbon: …`; else all of it."""
    passages = outside.passages
    starts = [n for n, p in enumerate(passages) if p.kind == "heading" and _REPORT.match(p.text)]
    bounds = [0, *starts, len(passages)] if len(starts) > 1 else [0, len(passages)]
    for first, last in pairwise(bounds):
        yield Texts(passages[first:last], outside=True)


RULE = Rule(id="innocence-wording", group="legal", severity="info", run=run, languages=(*_TABLE, "und"))
