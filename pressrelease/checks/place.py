"""From a place in the release to one in the text it was read from: whatever its format, by the words themselves.

The words of a passage stand in its source in order, with marks, tags, escapes or other fields between them. So the
words of both are compared, not their letters; what cannot be found has no line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit
from pressrelease.findings import Edit, Where
from pressrelease.model import Part, Release
from pressrelease.story import Story

_TOKEN = re.compile(r"[^\W_]+")
_OF_SOURCE = re.compile(r"\]\([^()\n]*\)|<[^<>]{1,400}>|&#?\w{1,10};|([^\W_]+)")
"""A word of a source, but what is an address of a link, a tag or an escape."""
_OPENING = 6
"""Words by which a passage is known in its source."""
_GAP = 12
"""Other words that may stand between two words of a passage: a title of a link, a mark in words, a note."""
_NEAR = 200
"""Characters within which marks are looked for behind the word before them."""
_AROUND = (40, 12, 0)
"""Characters around words by which these are known, where the whole passage is not in the source as it is."""
_BESIDE = 12
"""Characters around words to be replaced that must be the same in the source: they are not others that look alike."""
_SHORT = 3
"""Characters that are too few to be known by themselves."""
_LOOSE = 20
"""Words of a passage that are tried where its opening is not found."""
_MOST = 500
"""Places at which the first word of a passage is tried."""


class Token(NamedTuple):
    """Name a word and where it stands in its text."""

    word: str
    start: int
    end: int


class Places:
    """Find places of a release in its source."""

    def __init__(self, case: Case) -> None:
        self._release = case.release
        self._own = case.own
        self._passages = case.passages
        self._source = case.source
        self._file = case.file

    def where(self, hit: Hit) -> tuple[Where, Edit | None]:
        """Return the place of `hit`, and the edit that it offers where its very words stand there."""
        text = self._text(hit.path)
        start, end = hit.start or 0, len(text) if hit.end is None else hit.end
        span = None
        if text and self._source and self._is_own(hit.path):
            span = self._literal(text, start, end) or self._by_words(hit.path, text, start, end)
        if span is None:
            return Where(self._file, field=hit.path), None
        first, last = span
        line = bisect_right(self._lines, first)
        column = first - self._lines[line - 1] + 1
        edit = None
        if hit.instead is not None and self._is_literal(text, start, end, first):
            edit = Edit(first, last, hit.instead)
        return Where(self._file, line, column, hit.path, length=last - first), edit

    def _is_own(self, path: str) -> bool:
        """Return whether what lies at `path` is the release's own: what the newsroom adds is not in the source."""
        field, _, rest = path.partition(".")
        own = getattr(self._own, field, None)
        number = rest.partition(".")[0]
        if isinstance(own, tuple) and number.isdigit():
            return int(number) < len(own)
        return own is not None and own != ()

    def _is_literal(self, text: str, start: int, end: int, first: int) -> bool:
        """Return whether the source has these words and what is around them, letter for letter but for line ends."""
        left, right = max(0, start - _BESIDE), end + _BESIDE
        words, at = text[left:right].replace("\n", " "), first - (start - left)
        return at >= 0 and self._source[at : at + len(words)].replace("\n", " ") == words

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer(r"\r\n?|\n", self._source))]

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return [m for m in _OF_SOURCE.finditer(self._source) if m[1]]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start() for m in self._words]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """Each word in lower case, and which of the words of the source it is."""
        found: dict[str, list[int]] = {}
        for number, match in enumerate(self._words):
            found.setdefault(match[1].lower(), []).append(number)
        return found

    def _text(self, path: str) -> str:
        for passage in self._passages:
            if passage.path == path:
                return passage.text
        return _words_of(self._release, path) if path else ""

    def _literal(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where the characters `start` to `end` of `text` are, where it or what is around them stands once."""
        for around in (len(text), *_AROUND):
            left = max(0, start - around)
            words = text[left : end + around]
            at = self._source.find(words) if len(words) > _SHORT else -1
            if at >= 0 and self._source.find(words, at + 1) < 0:
                first = at + start - left
                return first, first + end - start
        return None

    def _by_words(self, path: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where the characters `start` to `end` of `text` are, whatever stands between its words."""
        tokens = [Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        at, _ = self._opening(path, [t.word for t in tokens])
        if at is None:
            found = self._source.find(text[start:end]) if text[start:end].strip() else -1
            return (found, found + end - start) if found >= 0 else None
        aligned = zip(tokens, self._aligned([t.word for t in tokens], at), strict=True)
        pairs = [(t, self._starts[n]) for t, n in aligned if n is not None]
        inside = [(t, there) for t, there in pairs if t.start < end and t.end > start]
        if not inside:
            return self._between(pairs, text, start, end)
        token, there = inside[0]
        first = self._grown(there + max(0, start - token.start), text[start : max(start, token.start)])
        token, there = inside[-1]
        last = there + min(token.end, end) - token.start
        tail = text[min(token.end, end) : end]
        return first, last + len(tail) if self._source.startswith(tail, last) else last

    def _grown(self, at: int, before: str) -> int:
        """Return `at`, moved before the marks `before` where the source has them there."""
        return at - len(before) if before and self._source.endswith(before, 0, at) else at

    def _between(
        self, pairs: Sequence[tuple[Token, int]], text: str, start: int, end: int
    ) -> tuple[int, int] | None:
        """Return where words that the source cuts, or marks without a word, stand: behind the last word before."""
        before = [(t, there) for t, there in pairs if t.end <= start]
        if before:
            floor = before[-1][1] + before[-1][0].end - before[-1][0].start
        else:
            floor = max(0, pairs[0][1] - start - 1) if pairs else 0
        ceiling = next((there for t, there in pairs if t.start >= end), floor + _NEAR)
        found = self._source.find(text[start:end], floor, ceiling) if text[start:end].strip() else -1
        if found >= 0:
            return found, found + end - start
        while self._source[floor : floor + 1].isspace():
            floor += 1
        return floor, floor

    def _opening(self, path: str, words: list[str]) -> tuple[int | None, bool]:
        """Return the token at which the passage at `path` opens, and whether that is sure; None: nowhere."""
        if not words:
            return None, False
        opening = words[:_OPENING]
        found: list[tuple[int, int]] = []
        for at in self._index.get(opening[0], ())[:_MOST]:
            aligned = self._aligned(opening, at)
            if None not in aligned:
                found.append(((aligned[-1] or 0) - at, at))
        if not found:
            return self._loose(path, words), False
        tightest = min(width for width, _ in found)
        close = [at for width, at in found if width <= tightest + 2]
        return close[min(self._alike(path, opening), len(close) - 1)], True

    def _alike(self, path: str, opening: list[str]) -> int:
        """Return how many passages before the one at `path` open with the same words."""
        before = takewhile(lambda p: p.path != path, self._passages)
        return sum(_TOKEN.findall(p.text.lower())[: len(opening)] == opening for p in before)

    def _loose(self, path: str, words: list[str]) -> int | None:
        """Return about where a passage opens whose words are cut by marks or escapes: by the rarest word it shares.

        It stands behind the passage before it.
        """
        floor = 0
        for passage in takewhile(lambda p: p.path != path, self._passages):
            at, sure = self._opening(passage.path, _TOKEN.findall(passage.text.lower()))
            floor = max(floor, at or 0) if sure else floor
        known = [
            (len(places), number, places[bisect_left(places, floor)])
            for number, word in enumerate(words[:_LOOSE])
            if (places := self._index.get(word, [])) and places[-1] >= floor
        ]
        if not known:
            return None
        _, number, at = min(known)
        return max(0, at - number)

    def _aligned(self, words: list[str], at: int) -> list[int | None]:
        """Return the token of each of `words`, which open at token `at`; None for one that is not near."""
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
        """Return the first token at or near behind `at` that is `word`, or None."""
        places = self._index.get(word, ())
        number = bisect_left(places, at)
        return places[number] if number < len(places) and places[number] <= at + _GAP else None


def _words_of(value: object, path: str) -> str:
    """Return the words of what lies at `path`; what is no field is what stands around it."""
    for key in path.split("."):
        if isinstance(value, tuple):
            value = value[int(key)] if key.isdigit() and int(key) < len(value) else value
        elif isinstance(value, Mapping):
            value = (key, value.get(key, ""))
        elif isinstance(value, Part) and key in type(value).model_fields:
            value = getattr(value, key)
    return " ".join(_leaves(value))


def _leaves(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for inner in value for text in _leaves(inner)]
    if isinstance(value, Story):
        return [value.text]
    if isinstance(value, Part) and not isinstance(value, Release):
        names = (n for n in type(value).model_fields if n != "layout")
        return [text for name in names for text in _leaves(getattr(value, name))]
    isoformat = getattr(value, "isoformat", None)
    return [isoformat()] if isoformat else []
