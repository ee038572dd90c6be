"""A line of text while it is being read: words, breaks and open formats, made spans when it ends.

Neighbours of one kind are joined here, not by the nodes' own merging, so that any number of them costs linear time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias, cast

from pressrelease.characters import settled
from pressrelease.markup.xhtml import MARKS
from pressrelease.story import (
    Attribution,
    Break,
    Emphasis,
    Link,
    Quotation,
    Span,
    Spans,
    Strong,
    Subscript,
    Superscript,
    Text,
)

WHITE = " \t\n\r\f"
"""White space as HTML counts it (WHATWG HTML, ASCII whitespace); a no-break space is a letter."""


@dataclass(eq=False, slots=True)
class Format:
    """An inline element that is open: what it becomes, and with which attributes."""

    kind: str
    """strong, em, sup, sub, link, or quotation."""
    href: str = ""
    quote: str = ""
    opening: str | None = None
    closing: str | None = None
    """Marks of a quotation; None: those found at the ends of its words."""
    printed: bool = True
    """Whether a quotation's marks stand among its words; those of `<q>` do not."""


Piece: TypeAlias = "str | Span | Group"


@dataclass(eq=False, slots=True)
class Group:
    """Pieces within one format."""

    format: Format
    pieces: list[Piece] = field(default_factory=list)


class Line:
    """One paragraph, heading, cell or caption while it is being read."""

    __slots__ = ("_open", "_soft", "_words", "broken", "pieces")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.broken = False
        """Whether the last thing in it is a plain line break."""
        self._soft = False
        self._words = False
        self._open: list[Group] = []

    def __bool__(self) -> bool:
        return self._words

    def text(self, words: str, formats: list[Format]) -> None:
        """Add words, within `formats`, the outermost first."""
        if words.strip(WHITE):
            self._begin()
            self._words = True
            self.broken = False
        elif not self._words or self.broken:
            return
        self._into(formats).append(words)

    def atom(self, span: Span, formats: list[Format]) -> None:
        """Add a span that holds no others."""
        self._begin()
        self._words = True
        self._into(formats).append(span)
        self.broken = False

    def line_break(self, formats: list[Format]) -> None:
        """End a line within it; before its first word nothing happens."""
        if self._words:
            self._soft = False
            self._into(formats).append(Break())
            self.broken = True

    def soft_break(self) -> None:
        """End a line before the next words, if any come: where blocks stood in a place for one line."""
        self._soft = self._words

    def taken(self, mark: str, formats: list[Format]) -> str:
        """Take `mark`, or any quotation mark in its place, off the end of the words and return it."""
        pieces = self._into(formats)
        last = pieces[-1] if pieces else ""
        if not isinstance(last, str):
            return ""
        found = mark if last.endswith(mark) else last[-1:] if last[-1:] in MARKS else ""
        if found:
            pieces[-1] = last[: -len(found)]
        return found

    def close(self, depth: int) -> None:
        """Close the formats deeper than `depth`."""
        del self._open[depth:]

    def spans(self) -> Spans:
        """Return what was read."""
        return _sealed(self.pieces)

    def _begin(self) -> None:
        if self._soft:
            self._soft = False
            if not self.broken:
                self._open.clear()
                self.pieces.append(Break())

    def _into(self, formats: list[Format]) -> list[Piece]:
        while len(self._open) < len(formats):
            wanted = formats[len(self._open)]
            pieces = self._open[-1].pieces if self._open else self.pieces
            last = pieces[-1] if pieces else None
            if isinstance(last, Group) and wanted.kind in _PLAIN and last.format.kind == wanted.kind:
                self._open.append(last)
            else:
                group = Group(wanted)
                pieces.append(group)
                self._open.append(group)
        return self._open[-1].pieces if self._open else self.pieces


_PLAIN = {"strong": Strong, "em": Emphasis, "sup": Superscript, "sub": Subscript}


def _sealed(pieces: list[Piece]) -> Spans:
    out: list[Span] = []
    words: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        if words:
            out.append(Text("".join(words)))
            words = []
        out.append(_made(piece) if isinstance(piece, Group) else piece)
    if words:
        out.append(Text("".join(words)))
    return tuple(out)


def _made(group: Group) -> Span:
    told = group.format
    if told.kind in _PLAIN:
        return cast(Span, _PLAIN[told.kind](_sealed(group.pieces)))
    if told.kind == "link":
        return Link(_sealed(group.pieces), told.href)
    if not told.printed:
        return Quotation(_sealed(group.pieces), told.quote, told.opening or "", told.closing or "")
    spans = list(_sealed(group.pieces))
    opening = mark_taken(spans, told.opening, 0)
    closing = mark_taken(spans, told.closing, -1)
    return Quotation(tuple(spans), told.quote, opening, closing)


def mark_taken(spans: list[Span], expected: str | None, end: int) -> str:
    """Take the mark at one end of `spans` out of them and return it; the one expected, or any that is a mark."""
    span = spans[end] if spans else None
    if not isinstance(span, Text):
        return ""
    text = span.text
    stands = text.startswith if end == 0 else text.endswith
    if expected is not None and stands(expected):
        mark = expected
    else:
        first = (text.lstrip(" ")[:1] if end == 0 else text.rstrip(" ")[-1:]) if text.strip(" ") else ""
        mark = first if first and first in MARKS else ""
        text = (text.lstrip(" ") if end == 0 else text.rstrip(" ")) if mark else text
    if mark:
        spans[end] = Text(text[len(mark) :] if end == 0 else text[: -len(mark)])
    return mark


def attribution_of(spans: Spans) -> Attribution | None:
    """Return who is named in the words beneath a quote (`— Ada Byron, chief engineer`), or None for no words."""
    own = [s for s in spans if isinstance(s, Attribution)]
    rest = "".join(s.text for s in spans if isinstance(s, Text))
    if len(own) == 1 and len(spans) <= 3 and not rest.strip(" \u00a0-–—―"):
        return own[0]
    words = settled(_plain(spans)).strip(" \u00a0-–—―~")
    speaker, _, role = words.partition(",")
    return Attribution(speaker, role.strip()) if speaker.strip() else None


def _plain(spans: Spans) -> str:
    found = []
    for span in spans:
        if isinstance(span, Text):
            found.append(span.text)
        elif isinstance(span, Attribution):
            found.append(span.words)
        elif isinstance(span, Break):
            found.append(", ")
        else:
            found.append(_plain(span.spans))
    return "".join(found)
