"""References to laws: found in text as notices print them, and judged by a day."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

Verdict: TypeAlias = Literal["in-force", "superseded", "not-yet", "never"]
Regime: TypeAlias = Literal["online", "print"]
_SECTION = r"(?:§§?|\b(?:Sect?|Sec|Section|Paragraph|Para|Art|Article|Artikel|s)\b\.?)"
# `Abs. 3`, `(3)`, `III`, `Nr. 1`, `ff.`, `f.` behind the number; bounded, since it reads the text of others.
_NUMBERS = r"(?:\s?(?:\((?:Abs\.\s?)?\d\)|(?:Abs\.?|Absatz|Nr\.?|Satz|S\.)\s?\d{1,2}|I{1,3}\b|ff?\.)){0,4}"


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which a reference was in force with one subject; both days are the first and the last."""

    subject: str
    valid_from: dt.date | None = None
    """None: before every day that matters here."""
    valid_until: dt.date | None = None
    """None: no end is known."""
    successor: str = ""
    """What came after it; empty: nothing, it is to be left out."""
    regime: Regime = "online"

    def holds_on(self, day: dt.date) -> bool:
        """Return whether `day` lies within."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Reference:
    """A law, or a section of one, that notices cite."""

    id: str
    jurisdiction: str
    spans: tuple[Span, ...]

    def on(self, day: dt.date) -> Span | None:
        """Return the span in force on `day`; None where there is none."""
        return next((span for span in self.spans if span.holds_on(day)), None)

    def verdict(self, day: dt.date) -> Verdict:
        """Return whether it was in force on `day`, no more, not yet, or never was a norm.

        >>> reference("tmg").verdict(dt.date(2024, 5, 13)), reference("tmg").verdict(dt.date(2024, 5, 14))
        ('in-force', 'superseded')
        """
        if not self.spans:
            return "never"
        if self.on(day):
            return "in-force"
        first = self.spans[0].valid_from
        return "not-yet" if first is not None and day < first else "superseded"

    @property
    def ended(self) -> dt.date | None:
        """The last day of its last span; None where it has none."""
        return self.spans[-1].valid_until if self.spans else None

    @property
    def successor(self) -> str:
        """What came after it."""
        return self.spans[-1].successor if self.spans else ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference found in a text: `text[start:end] == words`."""

    reference: Reference
    start: int
    end: int
    words: str


def cited(text: str) -> tuple[Cited, ...]:
    """Return the references to laws in `text`, in its order; of two that overlap the longer one.

    >>> [(c.words, c.reference.id) for c in cited("V.i.S.d.P. & Sect. 6 MDStV: Ada Byron")]
    [('V.i.S.d.P.', 'visdp'), ('Sect. 6 MDStV', 'mdstv-6')]
    """
    if not _any().search(text):
        return ()
    hits = [
        Cited(reference, match.start(), match.end(), match.group())
        for reference, pattern in _known().values()
        for match in pattern.finditer(text)
    ]
    found: list[Cited] = []
    for hit in sorted(hits, key=lambda c: (c.start - c.end, c.start, c.reference.id)):
        if all(hit.end <= other.start or other.end <= hit.start for other in found):
            found.append(hit)
    return tuple(sorted(found, key=lambda c: c.start))


def references() -> tuple[Reference, ...]:
    """Return every reference that is known."""
    return tuple(reference for reference, _ in _known().values())


def reference(id: str) -> Reference:
    """Return the reference of that id; an unknown one is a KeyError."""
    return _known()[id][0]


@functools.cache
def _known() -> Mapping[str, tuple[Reference, re.Pattern[str]]]:
    return {id: (_made(id, entry), _bounded(_alias(entry))) for id, entry in _entries().items()}


@functools.cache
def _any() -> re.Pattern[str]:
    """Return what finds whether a text cites anything: most cite nothing, and are searched once."""
    return _bounded("|".join(map(_alias, _entries().values())))


@functools.cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((Path(__file__).resolve().parent / "references.toml").read_text("utf-8"))


def _made(id: str, entry: Mapping[str, Any]) -> Reference:
    named = {"from": "valid_from", "until": "valid_until"}
    spans = tuple(Span(**{named.get(k, k): v for k, v in span.items()}) for span in entry["span"])
    return Reference(id, entry["jurisdiction"], spans)


def _alias(entry: Mapping[str, Any]) -> str:
    alias = "|".join(entry["alias"])
    for name, part in {"s": _SECTION, "n": _NUMBERS, **entry.get("parts", {})}.items():
        alias = alias.replace(f"{{{name}}}", part)
    return alias


def _bounded(alias: str) -> re.Pattern[str]:
    """Return what finds `alias` with no letter on either side: `TMG` is not found in `ATMGX`."""
    return re.compile(rf"(?<!\w)(?:{alias})(?!\w)")
