"""The words of a release, passage by passage in the order a reader meets them, each with its field's path."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeAlias

from pressrelease.checks.marks import Marked, marked, singles
from pressrelease.checks.rule import Hit
from pressrelease.findings import Severity
from pressrelease.model import Release
from pressrelease.story import (
    Attribution,
    Block,
    Break,
    BulletList,
    Figure,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Rule,
    Span,
    Story,
    Table,
    Text,
)

Kind: TypeAlias = Literal[
    "headline",
    "subheadline",
    "summary",
    "dateline",
    "paragraph",
    "heading",
    "quote",
    "attribution",
    "item",
    "cell",
    "caption",
    "boilerplate",
    "notice",
    "address",
]
_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
# It begins with the mark, and says what may stand before that afterwards: so that the search runs from mark to mark.
_END = re.compile(
    r"[.!?…](?<!\b[A-Z].)(?<!\b(?:Mr|Dr|Ms|St|No|Nr|Co|ca|vs).)(?<!\b(?:Mrs|Inc|Ltd|Bhf).)(?<!\b\d.)(?<!\b\d\d.)"
    r"[.!?…]*[\"'”’»)\]]*\s+(?=[^\sa-z])"
)
APART = "\0"
"""What parts passages in a joined text, and stands for what is left out: neither a word nor white space."""


class Passage:
    """Hold the text of one passage, its path and kind, and which of its characters are somebody's words."""

    def __init__(
        self,
        path: str,
        kind: Kind,
        text: str,
        quoted: Sequence[tuple[int, int]] = (),
        links: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        self.path = path
        """`headline`, `story.blocks.3`, `story.blocks.4.items.0.0`, `notices.0.text`."""
        self.kind = kind
        self.text = text
        self._told = quoted
        self.links = links
        """Spans of links, each with its address."""

    @property
    def in_story(self) -> bool:
        """Whether it stands in the story itself."""
        return self.path.startswith("story.")

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """What stands between its quotation marks."""
        return marked(self.text)

    @property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Spans between quotation marks, the marks among them, as read or as the marks say; all of a block quote."""
        return (*self._told, *((m.start, m.end) for m in self.marked), *singles(self.text))

    @cached_property
    def outside(self) -> str:
        """Its text, what is quoted left out by APART: every character keeps its place."""
        if not self.quoted:
            return self.text
        pieces: list[str] = []
        at = 0
        for start, end in sorted(self.quoted):
            first, last = max(at, start), max(at, end)
            pieces += (self.text[at:first], APART * (last - first))
            at = last
        return "".join((*pieces, self.text[at:]))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(_WORD.findall(self.text.lower()))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where its sentences begin and end."""
        ends = [0, *(m.end() for m in _END.finditer(self.text)), len(self.text)]
        return tuple((a, b) for a, b in pairwise(ends) if self.text[a:b].strip())

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence begins and ends in which the character `at` stands; all of it where none is."""
        number = bisect_right(self.sentences, at, key=lambda span: span[0]) - 1
        if number >= 0 and at < self.sentences[number][1]:
            return self.sentences[number]
        return 0, len(self.text)

    def hit(
        self,
        message: str,
        start: int | None = None,
        end: int | None = None,
        *,
        fix: str = "",
        instead: str | None = None,
        severity: Severity | None = None,
    ) -> Hit:
        """Return a Hit at the characters `start` to `end` of this passage; without them, all of it."""
        return Hit(message, self.path, start, end, fix, instead, severity)


@dataclass(frozen=True, slots=True)
class Spot:
    """Name a place in a passage, and what a pattern matched there (its offsets are those of the joined text)."""

    passage: Passage
    start: int
    end: int
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The words there."""
        return self.passage.text[self.start : self.end]

    def hit(
        self, message: str, *, fix: str = "", instead: str | None = None, severity: Severity | None = None
    ) -> Hit:
        """Return a Hit at this place."""
        return self.passage.hit(message, self.start, self.end, fix=fix, instead=instead, severity=severity)


class Texts:
    """Several passages as one text, so that a pattern is run over all of them at once.

    `text` is joined by APART; with `outside`, what is quoted is left out. `lower` is the same in lower case (a guard:
    `if "yesterday" in case.body.lower`).
    """

    def __init__(self, passages: Iterable[Passage], *, outside: bool = False) -> None:
        self.passages = tuple(passages)
        pieces = [p.outside if outside else p.text for p in self.passages]
        self.text = APART.join(pieces)
        self._starts: list[int] = []
        at = 0
        for piece in pieces:
            self._starts.append(at)
            at += len(piece) + 1

    @cached_property
    def lower(self) -> str:
        """The text in lower case, character for character."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else "".join(c.lower()[0] for c in self.text)

    def find(self, pattern: re.Pattern[str], group: int | str = 0, *, lower: bool = False) -> Iterator[Spot]:
        """Yield where `pattern` (or `group` of it) matches within one passage, in order; `lower`: in lower case."""
        for match in pattern.finditer(self.lower if lower else self.text):
            if APART in match.group():
                continue
            start, end = match.span(group)
            if start >= 0:
                number = bisect_right(self._starts, match.start()) - 1
                offset = self._starts[number]
                yield Spot(self.passages[number], start - offset, end - offset, match)


def passages(release: Release, dateline: str = "") -> tuple[Passage, ...]:
    """Return the passages of `release`; `dateline` is its dateline as printed."""
    found = [Passage("headline", "headline", release.headline)]
    told: tuple[tuple[str, Kind, str], ...] = (
        ("subheadline", "subheadline", release.subheadline),
        ("summary", "summary", release.summary),
        ("dateline", "dateline", dateline),
    )
    found += [Passage(path, kind, text) for path, kind, text in told if text]
    found += _story(release.story, "story")
    for i, about in enumerate(release.boilerplates):
        if about.heading:
            found.append(Passage(f"boilerplates.{i}.heading", "heading", about.heading))
        found += _story(about.story, f"boilerplates.{i}.story", "boilerplate")
    for i, notice in enumerate(release.notices):
        for name in ("heading", "label", "text"):
            if text := getattr(notice, name):
                found.append(Passage(f"notices.{i}.{name}", "notice", text))
    return tuple(found)


def _story(story: Story, path: str, kind: Kind = "paragraph") -> Iterator[Passage]:
    for i, block in enumerate(story.blocks):
        yield from _block(block, f"{path}.blocks.{i}", kind)


def _block(block: Block, path: str, kind: Kind) -> Iterator[Passage]:
    match block:
        case Paragraph():
            yield _passage(block.spans, path, kind)
        case Heading():
            yield _passage(block.spans, path, "heading")
        case Quote():
            for i, inner in enumerate(block.blocks):
                for passage in _block(inner, f"{path}.blocks.{i}", "quote"):
                    whole = ((0, len(passage.text)),)
                    yield Passage(passage.path, "quote", passage.text, whole, passage.links)
            if block.attribution:
                yield Passage(f"{path}.attribution", "attribution", block.attribution.words)
        case BulletList() | NumberedList():
            for i, item in enumerate(block.items):
                for j, inner in enumerate(item):
                    yield from _block(inner, f"{path}.items.{i}.{j}", "item")
        case Table():
            if block.caption:
                yield _passage(block.caption, f"{path}.caption", "caption")
            for i, row in enumerate((*block.head, *block.body)):
                for j, cell in enumerate(row):
                    if cell.spans:
                        yield _passage(cell.spans, f"{path}.rows.{i}.{j}", "cell")
        case Figure():
            if block.caption:
                yield _passage(block.caption, f"{path}.caption", "caption")
        case Rule():
            return


def _passage(spans: Sequence[Span], path: str, kind: Kind) -> Passage:
    if len(spans) == 1 and type(spans[0]) is Text:
        return Passage(path, kind, spans[0].text)
    pieces: list[str] = []
    quoted: list[tuple[int, int]] = []
    links: list[tuple[int, int, str]] = []
    _flatten(spans, pieces, quoted, links, 0)
    return Passage(path, kind, "".join(pieces), quoted, links)


def _flatten(
    spans: Sequence[Span],
    pieces: list[str],
    quoted: list[tuple[int, int]],
    links: list[tuple[int, int, str]],
    at: int,
) -> int:
    """Append the words of `spans`, which begin at `at`, the spans of quotations and links; return where they end."""
    for span in spans:
        start = at
        match span:
            case Text():
                pieces.append(span.text)
                at += len(span.text)
            case Attribution():
                pieces.append(span.words)
                at += len(span.words)
            case Break():
                pieces.append("\n")
                at += 1
            case Quotation():
                pieces.append(span.opening)
                at = _flatten(span.spans, pieces, [], links, at + len(span.opening)) + len(span.closing)
                pieces.append(span.closing)
                quoted.append((start, at))
            case Link():
                at = _flatten(span.spans, pieces, quoted, links, at)
                links.append((start, at, span.href))
            case _:
                at = _flatten(span.spans, pieces, quoted, links, at)
    return at
