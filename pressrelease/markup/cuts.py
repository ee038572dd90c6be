"""Fields cut out of a text, and the pattern that sets them back in their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pressrelease.patterns import literal


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """Name the field whose words stand at `start:end` of a text."""

    start: int
    end: int
    name: str


def pattern(text: str, cuts: Iterable[Cut]) -> str:
    """Return `text` with each cut replaced by its field's name: what is left are labels and separators."""
    out = []
    at = 0
    for cut in sorted(cuts):
        out.append(literal(text[at : cut.start]) + "{" + cut.name + "}")
        at = cut.end
    return "".join(out) + literal(text[at:])


def rest(text: str, cuts: Iterable[Cut]) -> str:
    """Return what no cut took, the gaps as tabs."""
    out = []
    at = 0
    for cut in sorted(cuts):
        out.append(text[at : cut.start])
        at = cut.end
    return "\t".join((*out, text[at:]))


def trimmed(text: str, start: int, end: int, strip: str = " \t\n,;|·•–-") -> tuple[int, int]:
    """Return the bounds of `text[start:end]` without the characters of `strip` at its ends."""
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return start, end
