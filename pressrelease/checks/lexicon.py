"""What the editorial rules know of a language: one table a language in `lexicons/*.toml`, made into patterns once."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from pressrelease.checks.passages import Spot, Texts

_FOLDER = files("pressrelease.checks") / "lexicons"
_LEAD = re.compile(r"[^\W_]+(?![?*+])")
_CHOICE = re.compile(r"\(\?:([^()]+)\)(?!\?)")
LANGUAGES = tuple(sorted(f.name.removesuffix(".toml") for f in _FOLDER.iterdir() if f.name.endswith(".toml")))
"""Primary tags of the languages that have a table: the rest is judged by the rules that need none."""


class Phrases:
    """Find phrases in texts; a pattern is run only where the letters with which it begins stand at all."""

    def __init__(self, phrases: Iterable[str]) -> None:
        found: dict[str, list[str]] = {}
        for phrase in phrases:
            for lead, rest in _parted(phrase):
                found.setdefault(lead, []).append(rest)
        self._by_lead = {
            lead: re.compile(rf"{lead}(?<!\w{lead})(?:{'|'.join(rests)})(?!\w)")
            for lead, rests in found.items()
        }

    def within(self, texts: Texts) -> Iterator[Spot]:
        """Yield where one of the phrases stands in `texts`, whatever their case."""
        for lead, pattern in self._by_lead.items():
            if lead in texts.lower:
                yield from texts.find(pattern, lower=True)


def _parted(phrase: str) -> Iterator[tuple[str, str]]:
    """Yield the letters with which `phrase` may begin, each with the rest: `(?:last|next) week` has two."""
    choice = _CHOICE.match(phrase)
    if choice:
        for one in choice.group(1).split("|"):
            yield from _parted(one + phrase[choice.end() :])
    else:
        lead = _LEAD.match(phrase)
        if lead is None:
            raise ValueError(f"a phrase that begins with no letter: {phrase}")
        yield lead.group(), phrase[lead.end() :]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Hold the table of one language."""

    language: str
    table: Mapping[str, Any]

    @functools.cache  # noqa: B019 - there is one lexicon a language, and it stays
    def phrases(self, name: str) -> Phrases:
        """Return the phrases of the list `name`."""
        return Phrases(self.table.get(name, ()))

    @cached_property
    def plural(self) -> re.Pattern[str]:
        """What a word in the plural looks like."""
        return re.compile(self.table["plurals"])

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Numbers in words: two to twelve."""
        return dict(self.table["numbers"])

    @cached_property
    def counting(self) -> Phrases:
        """A number in words and the word behind it (`noun`)."""
        return Phrases(rf"{number} (?P<noun>[^\W\d_]{{4,}})" for number in self.numbers)

    @cached_property
    def units(self) -> re.Pattern[str]:
        """What stands behind a number and is not counted by it: units, months, small words."""
        return re.compile("|".join(self.table["units"].split()))


@functools.cache
def lexicon(language: str) -> Lexicon:
    """Return the table of `language` (a primary tag), or of English where there is none."""
    name = language if language in LANGUAGES else "en"
    return Lexicon(name, tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8")))
