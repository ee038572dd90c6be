"""White space as it stood, apart from the words: the tab before a line, two spaces behind a sentence, a hand-made wrap.

A slot's own setting gives most of it; `Slot.spaces` names the rest, run by run: `45 0t 12s2n` says that of 45 words the
first stands behind a tab, and the thirteenth behind two spaces and a line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_WHITE = {" ": "s", "\t": "t", "\n": "n", "\r": "r", "\x85": "e", "\u2028": "l", "\u2029": "p"}
# The rules beneath the heads of a table part lines as white space does.
_LETTERS = {**_WHITE, "-": "d", "=": "q", "_": "u"}
_SIGNS = {letter: sign for sign, letter in _LETTERS.items()}
_RUN = re.compile(f"[{''.join(_WHITE)}]+")
_RULE = re.compile(r"[-=_]{2,}")
_TOKEN = re.compile(r"(\d{1,7})((?:[stnrelpdqu]\d{0,4}){0,200})")
_PART = re.compile(r"([stnrelpdqu])(\d{0,4})")
_MOST = 50_000
"""Runs of white space of one text that are kept as they stood."""
_WIDEST = 9_999
_LONGEST = 500_000
"""Characters of white space that one slot may ask for."""


def parted(text: str) -> tuple[list[str], list[str]]:
    """Return the runs of white space of `text`, one before each word and one behind the last, and its words."""
    words = [word for word in _RUN.split(text) if word]
    found = iter(_RUN.finditer(text))
    gaps = [match.group() for match in found]
    if not text or not _RUN.match(text):
        gaps.insert(0, "")
    if len(gaps) == len(words):
        gaps.append("")
    return gaps, words


def spaced(text: str, spaces: str) -> str:
    """Return `text` with the white space that `spaces` names; unchanged where it has another number of words."""
    tokens = _tokens(spaces)
    if not tokens:
        return text
    gaps, words = parted(text)
    (count, _), *rest = tokens
    if count != len(words):
        return text
    for at, gap in rest:
        if at < len(gaps) and (gap or not 0 < at < count):
            gaps[at] = gap
    return "".join(gap + word for gap, word in zip(gaps, [*words, ""], strict=True))


def _tokens(spaces: str) -> list[tuple[int, str]]:
    found = []
    size = 0
    for token in spaces.split(" ") if spaces else ():
        match = _TOKEN.fullmatch(token)
        size += sum(int(count or 1) for _, count in _PART.findall(match[2])) if match else 0
        if match is None or size > _LONGEST:
            return []
        runs = (_SIGNS[letter] * int(count or 1) for letter, count in _PART.findall(match[2]))
        found.append((int(match[1]), "".join(runs)))
    return found


def _code(gap: str) -> str:
    runs = ((_LETTERS[sign], sum(1 for _ in run)) for sign, run in groupby(gap))
    return "".join(f"{letter}{count if count > 1 else ''}" for letter, count in runs)


def spaces_of(texts: Sequence[str], whole: str) -> list[str] | None:
    """Return, for each of `texts`, the `spaces` with which all of them together are `whole`.

    None where their words differ, or where more runs differ than a person's text has.
    """
    mine = [parted(text) for text in texts]
    runs = _between([word for _, own in mine for word in own], *parted(whole))
    if runs is None:
        return None
    found: list[str] = []
    at = count = size = 0
    for last, (gaps, own) in _with_last(mine):
        # The run behind the last word of a text stands before the first of the next.
        stop = len(own) + last
        odd = [(i, runs[at + i]) for i in range(stop) if gaps[i] != runs[at + i]]
        count += len(odd)
        size += sum(len(gap) for _, gap in odd)
        found.append(" ".join([str(len(own)), *(f"{i}{_code(gap)}" for i, gap in odd)]) if odd else "")
        at += len(own)
    return found if count <= _MOST and size <= _LONGEST and max(map(len, runs)) <= _WIDEST else None


def _between(own: list[str], gaps: list[str], words: list[str]) -> list[str] | None:
    """Return what stands before each of `own` and behind the last, rules included; None where the words are others."""
    found: list[str] = []
    at, gap = 0, gaps[0]
    for word in [*own, None]:
        while at < len(words) and words[at] != word and _RULE.fullmatch(words[at]):
            gap += words[at] + gaps[at + 1]
            at += 1
        found.append(gap)
        if word is None:
            return found if at == len(words) else None
        if at == len(words) or words[at] != word:
            return None
        gap, at = gaps[at + 1], at + 1
    return None


def _with_last(
    parts: Sequence[tuple[list[str], list[str]]],
) -> Iterator[tuple[bool, tuple[list[str], list[str]]]]:
    for number, part in enumerate(parts, 1):
        yield number == len(parts), part
