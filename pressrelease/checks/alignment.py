"""The words of a passage beside those of its source: in the same order, with marks, tags and other fields between."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from pressrelease.checks.passages import Passage

_WORD = re.compile(r"[^\W_]+")
_OF_SOURCE = re.compile(r"\]\([^()\n]*\)|<[^<>]{1,400}>|&#?\w{1,10};|([^\W_]+)")
"""A word of a source, but what is an address of a link, a tag or an escape."""
_OPENING = 6
"""Words by which a passage is known in its source."""
_GAP = 12
"""Other words that may stand between two words of a passage: a title of a link, a mark in words, a note."""
_LOOSE = 20
"""Words of a passage that are tried where its opening is not found."""
_MOST = 500
"""Places at which the first word of a passage is tried."""


class Word(NamedTuple):
    """Name a word in lower case, and where it stands in its text."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    return [Word(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]


class Alignment:
    """Find passages of a release in its source, word by word."""

    def __init__(self, source: str, passages: Sequence[Passage]) -> None:
        self._source = source
        self._passages = passages

    def beside(self, path: str, words: Sequence[Word]) -> list[tuple[Word, int]]:
        """Return each of `words`, of the passage at `path`, with where it begins in the source, if it is there."""
        told = [word.text for word in words]
        at = self._opening(path, told)
        if at is None:
            return []
        aligned = zip(words, self._aligned(told, at), strict=True)
        return [(word, self._of_source[number].start()) for word, number in aligned if number is not None]

    @cached_property
    def _of_source(self) -> list[re.Match[str]]:
        return [m for m in _OF_SOURCE.finditer(self._source) if m[1]]

    @cached_property
    def _index(self) -> Mapping[str, list[int]]:
        """Each word in lower case, and which of the words of the source it is."""
        found: dict[str, list[int]] = {}
        for number, match in enumerate(self._of_source):
            found.setdefault(match[1].lower(), []).append(number)
        return found

    @cached_property
    def _openings(self) -> Mapping[str, tuple[tuple[str, ...], int]]:
        """The first words of each passage by its path, and how many before it open alike."""
        found: dict[str, tuple[tuple[str, ...], int]] = {}
        seen: dict[tuple[str, ...], int] = {}
        for passage in self._passages:
            opening = tuple(_WORD.findall(passage.text.lower())[:_OPENING])
            found[passage.path] = opening, seen.get(opening, 0)
            seen[opening] = seen.get(opening, 0) + 1
        return found

    @cached_property
    def _sure(self) -> Mapping[str, int]:
        """Where passages open whose first words are all there, by path."""
        every = ((path, self._found(path, *opening)) for path, opening in self._openings.items())
        return {path: at for path, at in every if at is not None}

    def _opening(self, path: str, words: list[str]) -> int | None:
        """Return which word of the source opens what lies at `path` and has these `words`, or None."""
        opening, alike = self._openings.get(path, (tuple(words[:_OPENING]), 0))
        at = self._found(path, opening, alike)
        return self._loose(path, words) if at is None else at

    def _found(self, path: str, opening: tuple[str, ...], alike: int) -> int | None:
        """Return where the words of `opening` stand closest, behind as many such places as are `alike`.

        What a passage of the story opens with may be said within one before it: it rather stands where a line begins.
        """
        found: list[tuple[int, int]] = []
        for at in self._index.get(opening[0], ())[:_MOST] if opening else ():
            aligned = self._aligned(opening, at)
            if None not in aligned:
                found.append(((aligned[-1] or 0) - at, at))
        if not found:
            return None
        tightest = min(width for width, _ in found)
        close = [at for width, at in found if width <= tightest + 2]
        if path.startswith("story."):
            close = [at for at in close if self._begins(at)] or close
        return close[min(alike, len(close) - 1)]

    def _begins(self, at: int) -> bool:
        """Return whether no word stands before the word `at` on its line, or since the last tag."""
        before = self._of_source[at - 1].end() if at else 0
        return at == 0 or any(mark in "\n>" for mark in self._source[before : self._of_source[at].start()])

    def _loose(self, path: str, words: list[str]) -> int | None:
        """Return about where a passage opens whose words are cut by marks or escapes: by the rarest word it shares.

        It stands behind the passages before it.
        """
        before = 0
        for passage in self._passages:
            if passage.path == path:
                break
            before = max(before, self._sure.get(passage.path, 0))
        known = [
            (len(places), number, places[bisect_left(places, before)])
            for number, word in enumerate(words[:_LOOSE])
            if (places := self._index.get(word, [])) and places[-1] >= before
        ]
        if not known:
            return None
        _, number, at = min(known)
        return max(0, at - number)

    def _aligned(self, words: Sequence[str], at: int) -> list[int | None]:
        """Return which word of the source each of `words` is, the first at `at`; None for one that is not near."""
        found: list[int | None] = []
        for word, following in zip(words, [*words[1:], ""], strict=True):
            here = self._next(word, at)
            after = self._next(following, at) if here is not None and here > at else None
            if here is None or (after is not None and after < here):
                # A word that marks cut is none of the source: the one behind it comes first.
                found.append(None)
            else:
                found.append(here)
                at = here + 1
        return found

    def _next(self, word: str, at: int) -> int | None:
        """Return the first `word` of the source at or near behind `at`, or None."""
        places = self._index.get(word, ())
        number = bisect_left(places, at)
        return places[number] if number < len(places) and places[number] <= at + _GAP else None
