"""From a place in the release to one in the text it was read from: whatever its format, by the words themselves.

The words of a passage stand in its source in order, with marks, tags, escapes or other fields between them. So the
words of both are compared, not their letters; what cannot be found has no line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit
from pressrelease.findings import Edit, Where
from pressrelease.model import Part, Release
from pressrelease.story import Story

_TOKEN = re.compile(r"[^\W_]+")
_OPENING = 6
"""Words by which a passage is known in its source."""
_GAP = 30
"""Words of markup that may stand between two words of a passage: the address of a link, an entity, a tag."""
_MOST = 500
"""Places at which the first word of a passage is tried."""


class Places:
    """Find places of a release in its source."""

    def __init__(self, release: Release, passages: Sequence[Passage], source: str, file: str) -> None:
        self._release = release
        self._passages = passages
        self._source = source
        self._file = file

    def where(self, hit: Hit) -> tuple[Where, Edit | None]:
        """Return the place of `hit`, and the edit that it offers where its very words stand there."""
        text = self._text(hit.path)
        start, end = hit.start or 0, len(text) if hit.end is None else hit.end
        span = self._span(hit.path, text, start, end) if text and self._source else None
        if span is None:
            return Where(self._file, field=hit.path), None
        first, last = span
        line = bisect_right(self._lines, first)
        column = first - self._lines[line - 1] + 1
        edit = None
        if hit.instead is not None and self._source[first:last] == text[start:end]:
            edit = Edit(first, last, hit.instead)
        return Where(self._file, line, column, hit.path, length=last - first), edit

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer(r"\r\n?|\n", self._source))]

    @cached_property
    def _tokens(self) -> list[tuple[str, int]]:
        return [(m.group().lower(), m.start()) for m in _TOKEN.finditer(self._source)]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, (word, _) in enumerate(self._tokens):
            found.setdefault(word, []).append(number)
        return found

    def _text(self, path: str) -> str:
        for passage in self._passages:
            if passage.path == path:
                return passage.text
        return _words_of(self._release, path) if path else ""

    def _span(self, path: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where the characters `start` to `end` of `text`, which stands at `path`, are in the source."""
        tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        words = [word for word, _, _ in tokens]
        at = self._opening(words, self._before(path, words[:_OPENING])) if words else None
        if at is None:
            found = self._source.find(text[start:end]) if text[start:end].strip() else -1
            return (found, found + end - start) if found >= 0 else None
        aligned = self._aligned(words, at)
        pairs = [
            (a, b, self._tokens[n][1]) for (_, a, b), n in zip(tokens, aligned, strict=True) if n is not None
        ]
        inside = [(a, b, there) for a, b, there in pairs if a < end and b > start]
        if inside:
            a, _, there = inside[0]
            first = self._grown(there + max(0, start - a), text[start : max(start, a)])
            a, b, there = inside[-1]
            last = there + min(b, end) - a
            tail = text[min(b, end) : end]
            return first, last + len(tail) if self._source.startswith(tail, last) else last
        return self._between(pairs, text, start, end)

    def _grown(self, at: int, before: str) -> int:
        """Return `at`, moved before the marks `before` where the source has them there."""
        return at - len(before) if before and self._source.endswith(before, 0, at) else at

    def _between(
        self, pairs: list[tuple[int, int, int]], text: str, start: int, end: int
    ) -> tuple[int, int] | None:
        """Return where marks without a word stand: behind the last word before them."""
        before = [(a, b, there) for a, b, there in pairs if b <= start]
        floor = before[-1][2] + before[-1][1] - before[-1][0] if before else pairs[0][2] if pairs else 0
        floor = max(0, floor - (0 if before else start + 1))
        found = self._source.find(text[start:end], floor, floor + 200) if text[start:end].strip() else -1
        return (found, found + end - start) if found >= 0 else (floor, floor)

    def _before(self, path: str, opening: list[str]) -> int:
        """Return how many passages before the one at `path` open with the same words."""
        count = 0
        for passage in self._passages:
            if passage.path == path:
                break
            count += _TOKEN.findall(passage.text.lower())[: len(opening)] == opening
        return count

    def _opening(self, words: list[str], skip: int) -> int | None:
        """Return the token at which a passage of these `words` opens, after `skip` that open alike; None: nowhere."""
        opening = words[:_OPENING]
        found: list[tuple[int, int]] = []
        for at in self._index.get(opening[0], ())[:_MOST]:
            aligned = self._aligned(opening, at)
            if None not in aligned:
                found.append(((aligned[-1] or 0) - at, at))
        if not found:
            return self._loose(words)
        tightest = min(width for width, _ in found)
        close = [at for width, at in found if width <= tightest + 2]
        return close[min(skip, len(close) - 1)]

    def _loose(self, words: list[str]) -> int | None:
        """Return the token of the rarest of the first words: a source that escapes letters hides some of them."""
        known = [(len(self._index[w]), i) for i, w in enumerate(words[:20]) if w in self._index]
        if not known:
            return None
        _, number = min(known)
        return max(0, self._index[words[number]][0] - number)

    def _aligned(self, words: list[str], at: int) -> list[int | None]:
        """Return the token of each of `words`, which open at token `at`; None for one that is not near."""
        found: list[int | None] = []
        for word in words:
            places = self._index.get(word, ())
            number = bisect_left(places, at)
            if number < len(places) and places[number] <= at + _GAP:
                at = places[number] + 1
                found.append(places[number])
            else:
                found.append(None)
        return found


def _words_of(value: object, path: str) -> str:
    """Return the words of what lies at `path`; what is no field is what stands around it."""
    for key in path.split("."):
        if isinstance(value, tuple):
            value = value[int(key)] if key.isdigit() and int(key) < len(value) else value
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
