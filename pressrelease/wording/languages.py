"""The words of the interface, one TOML file a language."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressrelease.patterns import filled

_HERE = Path(__file__).resolve().parent
LANGUAGES: tuple[str, ...] = tuple(sorted(p.stem for p in _HERE.glob("*.toml")))
"""The languages the interface speaks, as BCP 47 primary tags."""


@dataclass(frozen=True)
class Wording:
    """The words of one language: `wording("de")("embargoed_until", moment="…")`."""

    language: str
    words: Mapping[str, str]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    date: str
    """Pattern of a date: `{day} {month} {year}`."""
    direction: str = "ltr"
    comma: str = ","
    """What parts a date from a time."""

    def __getitem__(self, key: str, /) -> str:
        """Return the words named `key` as they stand, places unfilled; an unknown key is a KeyError."""
        return self.words[key]

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the words named `key`, their places filled; an unknown key is a KeyError."""
        return filled(self.words[key], {k: str(v) for k, v in values.items()})


@functools.cache
def _load(language: str) -> Wording:
    data = tomllib.loads((_HERE / f"{language}.toml").read_text("utf-8"))
    words = data["words"] if language == "en" else {**_load("en").words, **data["words"]}
    return Wording(
        language=language,
        words=words,
        months=tuple(data["months"]),
        months_short=tuple(data["months_short"]),
        weekdays=tuple(data["weekdays"]),
        date=data["date"],
        direction=data.get("direction", "ltr"),
        comma=data.get("comma", ","),
    )


def wording(language: str) -> Wording:
    """Return the words of `language` (a BCP 47 tag), of its primary language, or English."""
    primary = language.split("-")[0].lower()
    return _load(primary if primary in LANGUAGES else "en")
