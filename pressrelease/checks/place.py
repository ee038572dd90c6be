"""From a place in the release to one in the text it was read from: whatever its format, by the words themselves.

Letters first: most passages, or the words around a place, stand in the source as they are, and once. Else word by word.
What cannot be found has no line.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from pressrelease.checks.alignment import Alignment, Word, words_of
from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit
from pressrelease.findings import Edit, Where
from pressrelease.model import Part, Release
from pressrelease.story import Story

_NEAR = 200
"""Characters within which marks are looked for behind the word before them."""
_AROUND = (40, 12, 0)
"""Characters around words by which these are known, where the whole passage is not in the source as it is."""
_BESIDE = 12
"""Characters around words to be replaced that must be the same in the source: they are not others that look alike."""
_SHORT = 3
"""Characters that are too few to be known by themselves."""


class Places:
    """Find places of a release in its source."""

    def __init__(self, case: Case) -> None:
        self._release = case.release
        self._own = case.own
        self._source = case.source
        self._texts = {passage.path: passage.text for passage in case.passages}
        self._texts |= {address.place.path: address.place.text for address in case.addresses}
        self._alignment = Alignment(case.source, case.passages)
        self._beside: dict[str, list[tuple[Word, int]]] = {}
        self.file = case.file

    def where(self, hit: Hit) -> tuple[Where, Edit | None]:
        """Return the place of `hit`, and the edit that it offers where its very words stand there."""
        text = self._text(hit.path)
        start, end = hit.start or 0, len(text) if hit.end is None else hit.end
        span = None
        if text and self._source and self._is_own(hit.path):
            span = (
                self._literal(text, start, end)
                or self._keyed(hit.path, text, start, end)
                or self._by_words(hit.path, text, start, end)
                or self._escaped(text)
            )
        if span is None:
            return Where(self.file, field=hit.path), None
        first, last = span
        line = bisect_right(self._lines, first)
        column = first - self._lines[line - 1] + 1
        edit = None
        if hit.instead is not None and self._is_literal(text, start, end, first):
            edit = Edit(first, last, hit.instead)
        return Where(self.file, line, column, hit.path, length=last - first), edit

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
        words, at = _unbroken(text[left:right]), first - (start - left)
        return at >= 0 and self._flat[at : at + len(words)] == words

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *accumulate(map(len, io.StringIO(self._source, newline="")))]

    def _text(self, path: str) -> str:
        return self._texts.get(path) or (_words_of(self._release, path) if path else "")

    @cached_property
    def _flat(self) -> str:
        """The source, with a space for each end of a line: a paragraph runs over several."""
        return _unbroken(self._source)

    def _literal(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where the characters `start` to `end` of `text` are, where it or what is around them stands once."""
        for around in (len(text), *_AROUND):
            left = max(0, start - around)
            words = text[left : end + around]
            at = self._once(words) if len(words) > _SHORT else -1
            if at >= 0:
                first = at + start - left
                return first, first + end - start
        return None

    def _keyed(self, path: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where they are, where the value of a field stands once behind its key: `person: Ada Byron`."""
        key = path.rpartition(".")[2]
        for before in (f"{key}: ", f'{key}: "', f'"{key}": "'):
            at = self._once(before + text)
            if at >= 0:
                first = at + len(before) + start
                return first, first + end - start
        return None

    def _once(self, words: str) -> int:
        """Return where the source has `words` over any ends of lines; -1 where not, or more than once."""
        words = _unbroken(words)
        at = self._flat.find(words)
        return at if at >= 0 and self._flat.find(words, at + 1) < 0 else -1

    def _escaped(self, text: str) -> tuple[int, int] | None:
        """Return where an address is that markup writes with `&amp;`."""
        words = text.replace("&", "&amp;")
        at = self._source.find(words) if words != text else -1
        return (at, at + len(words)) if at >= 0 else None

    def _by_words(self, path: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where the characters `start` to `end` of `text` are, whatever stands between its words."""
        pairs = self._pairs(path, text)
        if not pairs:
            found = self._source.find(text[start:end]) if text[start:end].strip() else -1
            return (found, found + end - start) if found >= 0 else None
        inside = [(w, there) for w, there in pairs if w.start < end and w.end > start]
        if not inside:
            return self._between(pairs, text, start, end)
        word, there = inside[0]
        first = self._grown(there + max(0, start - word.start), text[start : max(start, word.start)])
        word, there = inside[-1]
        last = there + min(word.end, end) - word.start
        tail = text[min(word.end, end) : end]
        return first, last + len(tail) if self._source.startswith(tail, last) else last

    def _pairs(self, path: str, text: str) -> list[tuple[Word, int]]:
        """Return the words of the passage at `path` beside those of the source; made once a passage."""
        if path not in self._beside:
            self._beside[path] = self._alignment.beside(path, words_of(text))
        return self._beside[path]

    def _grown(self, at: int, before: str) -> int:
        """Return `at`, moved before the marks `before` where the source has them there."""
        return at - len(before) if before and self._source.endswith(before, 0, at) else at

    def _between(
        self, pairs: Sequence[tuple[Word, int]], text: str, start: int, end: int
    ) -> tuple[int, int] | None:
        """Return where words that the source cuts, or marks without a word, stand: behind the last word before."""
        before = [(w, there) for w, there in pairs if w.end <= start]
        if before:
            floor = before[-1][1] + before[-1][0].end - before[-1][0].start
        else:
            floor = max(0, pairs[0][1] - start - 1) if pairs else 0
        ceiling = next((there for w, there in pairs if w.start >= end), floor + _NEAR)
        found = self._source.find(text[start:end], floor, ceiling) if text[start:end].strip() else -1
        if found >= 0:
            return found, found + end - start
        while self._source[floor : floor + 1].isspace():
            floor += 1
        return floor, floor


def _unbroken(text: str) -> str:
    """Return `text` with a space for each end of a line, character for character."""
    return text.replace("\n", " ").replace("\r", " ")


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
