"""Quotation marks of one passage: what each opens and closes, and what is odd about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressrelease.markup.speech_marks import CLOSERS, closes, closes_apart, opens

Fault: TypeAlias = Literal["", "mixed", "open", "stray"]
DOUBLE = re.compile('["“”„‟«»]')
_MARK = re.compile("[\"“”„‟«»'’]")
_APOSTROPHES = "'’"
_ACCENT = re.compile(
    r"\b(?:e|piu|puo|gia|cosi|pero|cioe|perche|poiche|sara|avra|\w{2,}ita|citta|liberta)\Z", re.I
)
"""Italian words behind which an apostrophe stands for an accent: `e’`, `piu’`, `universita’`."""
_LONGEST = 24
_SINGLE = re.compile(r"['‘‚](?<![^\s(\[–—:„“\"].)(?=\w)(?!\d0s)")
_SINGLE_END = re.compile(r"[.,!?…]['’‘](?!\w)")


@dataclass(frozen=True, slots=True)
class Marked:
    """Hold a stretch between marks, these among it: `start` is that of the opening, `end` behind the closing."""

    start: int
    end: int
    opening: str
    closing: str = ""
    fault: Fault = ""
    """`mixed`: closed by another kind; `open`: never closed; `stray`: a closing mark that closes nothing."""


def marked(text: str) -> tuple[Marked, ...]:
    """Return what stands between double quotation marks in `text`, in order; what is quoted within it is a part."""
    if not DOUBLE.search(text):
        return ()
    found: list[Marked] = []
    start, slip = -1, -1
    depth: list[str] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark in _APOSTROPHES:
            if start >= 0 and slip < 0 and _is_slip(text, at):
                slip = at
        elif depth and mark in CLOSERS[depth[-1]] and _closes(text, at, mark):
            depth.pop()
            if not depth:
                found.append(Marked(start, at + 1, text[start], mark))
                start, slip = -1, -1
        elif (opens(text, at) and _opens(text, at, mark)) or (not depth and _is_glued(text, at, mark)):
            if depth and mark == depth[0]:
                found.append(_unclosed(text, start, slip, at))
                depth = []
            if not depth:
                start, slip = at, -1
            depth.append(mark)
        elif depth and closes(text, at):
            found.append(Marked(start, at + 1, text[start], mark, "mixed"))
            start, depth, slip = -1, [], -1
        elif not depth and closes(text, at) and not _is_measure(text, at):
            found.append(Marked(at, at + 1, "", mark, "stray"))
    if start >= 0:
        found.append(_unclosed(text, start, slip, len(text)))
    return tuple(_nested(found))


def _nested(found: list[Marked]) -> list[Marked]:
    """Return `found` with what opens, holds marks of its own kind, and closes behind them as one: `"A "b" c"`."""
    last = next((n for n, piece in enumerate(found) if piece.fault == "stray"), 0)
    first = next((n for n in range(last - 1, -1, -1) if found[n].fault == "open"), last)
    whole, end = found[first : first + 1], found[last : last + 1]
    if first == last or end[0].closing not in CLOSERS[whole[0].opening]:
        return found
    one = Marked(whole[0].start, end[0].end, whole[0].opening, end[0].closing)
    return [*found[:first], one, *_nested(found[last + 1 :])]


def singles(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans between single marks: `‘It is open,’ said Ada`; an apostrophe has no stop before it."""
    found: list[tuple[int, int]] = []
    at = 0
    while (opening := _SINGLE.search(text, at)) and (end := _SINGLE_END.search(text, opening.end())):
        at = end.end()
        found.append((opening.start(), at))
    return tuple(found)


def _opens(text: str, at: int, mark: str) -> bool:
    """Return whether a mark that may open and close opens: a guillemet with a space behind it in French closes."""
    return mark != "»" or not (
        at and text[at - 1] in " \u00a0\u202f" and text[at + 1 : at + 2] in ("", " ", ".", ",")
    )


def _is_glued(text: str, at: int, mark: str) -> bool:
    """Return whether a straight mark opens behind a comma or colon without its space: `he said,"The harbour …`."""
    return mark == '"' and at > 0 and text[at - 1] in ",:" and text[at + 1 : at + 2].isupper()


def _closes(text: str, at: int, mark: str) -> bool:
    return closes(text, at) or closes_apart(text, at) or (mark in "»«" and text[at - 1 : at].isspace())


def _is_slip(text: str, at: int) -> bool:
    """Return whether an apostrophe may be a closing mark that slipped: no possessive, nor in or at a word."""
    if not closes(text, at) or text[at - 1] in "sS" or text[at - 1].isdigit():
        return False
    return _ACCENT.search(text, max(0, at - _LONGEST), at) is None


def _is_measure(text: str, at: int) -> bool:
    """Return whether the mark says inches or seconds: `15"`."""
    return at > 0 and text[at - 1].isdigit()


def _unclosed(text: str, start: int, slip: int, end: int) -> Marked:
    if slip >= 0:
        return Marked(start, slip + 1, text[start], text[slip], "mixed")
    return Marked(start, end, text[start], "", "open")
