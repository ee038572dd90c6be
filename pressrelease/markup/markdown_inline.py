"""Markdown within a line: emphasis, links, pictures, code, HTML tags, in one pass and in time linear in the text.

Python-Markdown tries a dozen patterns one after the other on every text, some of them in cubic time (4,000 times `[a](`
take seven seconds). This reads the same syntax, and CommonMark's where the two differ, with a stack of what is open.
"""

from __future__ import annotations

import html
import html.entities
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pressrelease.characters import cleaned
from pressrelease.markup.markdown_bare import bare_addresses

MAX_OPEN = 60
"""Delimiters open at once; further ones are text."""
MAX_MARKED = 100_000
"""Characters of one block that are read for markup; a longer one is plain text."""

References: TypeAlias = Mapping[str, tuple[str, str]]


BARE = "bare"
"""Text of a link that is an address as it was typed, without angle brackets."""
_FOOTNOTE = re.compile(r"\^[\w-]{1,40}")


@dataclass(slots=True)
class Piece:
    """Something within a line: `kind` is strong, em, sup, sub, link, image, raw or br."""

    kind: str
    inner: list[Inline] = field(default_factory=list)
    href: str = ""
    text: str = ""
    """The alternative text of an image, or a raw tag."""
    title: str = ""


Inline: TypeAlias = str | Piece

_SPECIAL = re.compile(r"[\\`*_\[\]!<&\n@]")
_TOKEN = re.compile(
    r"""(?P<text>[^\\`*_\[\]!<&\n~]++(?!\n)|(?:[^\\`*_\[\]!<&\n~ ]++|[ ]++(?!\n))++)
    | (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<br>\\\n|[ ]{2,}+\n)
    | (?P<newline>\n)
    | (?P<code>`++)
    | (?P<usual>(?<!\S)(?P<mark>\*\*?|__?)(?P<words>[^\W_][^\\`*_\[\]!<&\n~@:]*+)(?<=[^\W_])(?P=mark)(?=[\s.,;:!?]|\Z))
    | (?P<run>\*++|_++)
    | (?P<struck>~~++)
    | (?P<open>!?\[)
    | (?P<close>\])
    | <(?P<auto>(?:https?://|mailto:)[^\s<>]{1,2000}+)>
    | <(?P<mail>[\w.+-]{1,64}+@[\w.-]{1,255}+)>
    | (?P<tag></?[a-zA-Z][^<>]{0,4000}+>|<!--(?:[^-]|-(?!->)){0,500}+-->|<[?!][^<>]{0,4000}+>)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)
    | (?P<other>.)""",
    re.X | re.S,
)
_TARGET = re.compile(
    r"""\(\s{0,99}+(?:<(?P<angle>(?:[^<>\n\\]|\\.){0,4000}+)>|(?P<bare>(?!<)(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,999}+\)){0,4000}+))
    (?:\s{1,99}+(?:"(?P<double>(?:[^"\\]|\\.){0,4000}+)"|'(?P<single>(?:[^'\\]|\\.){0,4000}+)'))?\s{0,99}+\)""",
    re.X | re.S,
)
_LABEL = re.compile(r"\[(?P<label>[^\[\]]{0,999}+)\]")
_SIMPLE_TAG = re.compile(r"<(/?)(strong|em|b|i|sup|sub|br)\s*/?>", re.I)
_KINDS = {"b": "strong", "i": "em"}
_ESCAPE = re.compile(
    r"\\([!-/:-@\[-`{-~])|(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
)


def unescaped(text: str) -> str:
    """Return `text` without backslash escapes and character references."""
    return _ESCAPE.sub(lambda m: m[1] or character(m[2]), text)


def character(reference: str) -> str:
    """Return what a character reference stands for; one that stands for nothing is itself."""
    if reference[1] != "#":
        return html.entities.html5.get(reference[1:], reference)
    return cleaned(html.unescape(reference))


@dataclass(slots=True)
class _Frame:
    """Something open: a run of `*` or `_`, a bracket, a tag."""

    kind: str
    mark: str
    count: int = 0
    closes: bool = False
    inner: list[Inline] = field(default_factory=list)


def inline(text: str, references: References, unread: set[str] | None = None) -> list[Inline]:
    """Return what `text` holds; to `unread` is added what it means and no release has: `struck`, `footnote`."""
    if not (_SPECIAL.search(text) or "~~" in text or "://" in text):
        return [text]
    if len(text) > MAX_MARKED:
        return [unescaped(text)]
    scanner = _Scanner(text, references)
    found = scanner.result()
    if unread is not None:
        unread |= scanner.unread
    return found


class _Scanner:
    def __init__(self, text: str, references: References) -> None:
        self.text = text
        self.references = references
        self.stack = [_Frame("", "")]
        self.code: dict[int, list[int]] | None = None
        self.bare = bare_addresses(text)
        self.struck = 0
        self.unread: set[str] = set()

    def result(self) -> list[Inline]:
        at = 0
        while at < len(self.text):
            ahead = self.ahead(at) if self.bare else len(self.text)
            if at == ahead:
                address = self.bare.pop()
                words = self.text[address.start : address.end]
                self.put(Piece("link", [words], address.href, text=BARE))
                at = address.end
                continue
            match = _TOKEN.match(self.text, at)
            assert match is not None
            if match.lastgroup == "text":
                end = min(match.end(), ahead)
                self.put(self.text[at:end])
                at = end
                continue
            at = self.token(match)
        while len(self.stack) > 1:
            self.drop()
        return self.stack[0].inner

    def ahead(self, at: int) -> int:
        """Return where the next bare address begins, from `at` on; the end where there is none."""
        while self.bare and self.bare[-1].start < at:
            self.bare.pop()
        return self.bare[-1].start if self.bare else len(self.text)

    def put(self, piece: Inline) -> None:
        self.stack[-1].inner.append(piece)

    def drop(self) -> None:
        """Close the innermost frame as text: nothing closed it."""
        frame = self.stack.pop()
        raw = frame.kind == "tag"
        self.put(Piece("raw", text=frame.mark) if raw else frame.mark * (frame.count or 1))
        self.stack[-1].inner.extend(frame.inner)

    def push(self, frame: _Frame) -> None:
        if len(self.stack) > MAX_OPEN:
            self.put(
                Piece("raw", text=frame.mark) if frame.kind == "tag" else frame.mark * (frame.count or 1)
            )
        else:
            self.stack.append(frame)

    def token(self, match: re.Match[str]) -> int:
        """Take one token; return where the next begins."""
        word = match.group()
        match match.lastgroup:
            case "escape":
                self.put(word[1])
            case "br":
                self.put(Piece("br"))
            case "newline":
                self.put(" ")
            case "code":
                return self.code_span(match)
            case "usual":
                self.usual(match)
            case "run":
                self.run(match)
            case "struck":
                self.struck += 1
                if self.struck > 1:
                    self.unread.add("struck")
                self.put(word)
            case "open":
                self.push(_Frame("bracket", word))
            case "close":
                return self.close(match.end())
            case "auto":
                self.put(Piece("link", [match["auto"].removeprefix("mailto:")], match["auto"]))
            case "mail":
                self.put(Piece("link", [match["mail"]], "mailto:" + match["mail"]))
            case "tag":
                self.tag(word)
            case "entity":
                self.put(character(word))
            case _:
                self.put(word)
        return match.end()

    def code_span(self, match: re.Match[str]) -> int:
        """Take code: words as they stand. Where each length of ticks occurs is looked up once."""
        if self.code is None:
            self.code = {}
            for run in re.finditer(r"`+", self.text):
                self.code.setdefault(len(run.group()), []).append(run.start())
            for places in self.code.values():
                places.reverse()
        ticks = match.group()
        places = self.code[len(ticks)]
        while places and places[-1] < match.end():
            places.pop()
        if not places:
            self.put(ticks)
            return match.end()
        end = places[-1]
        words = self.text[match.end() : end].replace("\n", " ")
        self.put(words[1:-1] if words[:1] == words[-1:] == " " and words.strip() else words)
        return end + len(ticks)

    def usual(self, match: re.Match[str]) -> None:
        """Take plain words between marks that can only open and only close: what `run` makes of them, and fast."""
        if len(self.stack) > MAX_OPEN:
            self.put(match.group())
        else:
            self.put(Piece("strong" if len(match["mark"]) == 2 else "em", [match["words"]]))

    def run(self, match: re.Match[str]) -> None:
        """Take a run of `*` or `_`: it closes what it can, and opens with the rest."""
        mark, count = match.group()[0], len(match.group())
        opens, closes = _flanking(self.text, match.start(), match.end(), mark)
        both = opens and closes
        while closes and count:
            place = self.opener(mark, count, both)
            if place is None:
                break
            while len(self.stack) > place + 1:
                self.drop()
            frame = self.stack[-1]
            used = 2 if frame.count >= 2 and count >= 2 else 1
            piece = Piece("strong" if used == 2 else "em", frame.inner)
            count -= used
            frame.count -= used
            if frame.count:
                frame.inner = [piece]
            else:
                self.stack.pop()
                self.put(piece)
        if count and opens:
            self.push(_Frame("run", mark, count, both))
        elif count:
            self.put(mark * count)

    def opener(self, mark: str, count: int, both: bool) -> int | None:
        """Return the place of the innermost run that `count` marks may close, within the bracket or tag they are in."""
        for place in range(len(self.stack) - 1, 0, -1):
            frame = self.stack[place]
            if frame.kind != "run":
                return None
            if frame.mark == mark:
                odd = (
                    (both or frame.closes)
                    and (frame.count + count) % 3 == 0
                    and (frame.count % 3 or count % 3)
                )
                if not odd:  # CommonMark, rules 9 and 10
                    return place
        return None

    def innermost(self, kind: str) -> int | None:
        """Return the place of the innermost bracket or tag that is open, where it is of this kind."""
        for place in range(len(self.stack) - 1, 0, -1):
            if self.stack[place].kind == kind:
                return place
        return None

    def close(self, at: int) -> int:
        """Take `]`: a link or picture when an address follows, or a label that is defined."""
        place = self.innermost("bracket")
        if place is None:
            self.put("]")
            return at
        target = self.target(place, at)
        if target is None:
            if _FOOTNOTE.fullmatch(flat(self.stack[place].inner)):
                self.unread.add("footnote")
            while len(self.stack) > place:
                self.drop()
            self.put("]")
            return at
        while len(self.stack) > place + 1:
            self.drop()
        frame = self.stack.pop()
        href, title, end = target
        if frame.mark == "![":
            self.put(Piece("image", href=href, text=flat(frame.inner), title=title))
        else:
            self.put(Piece("link", _unlinked(frame.inner), href, title=title))
        return end

    def target(self, place: int, at: int) -> tuple[str, str, int] | None:
        """Return address, title and end of the link whose words end at `at`."""
        match = _TARGET.match(self.text, at)
        if match:
            href = match["angle"] if match["angle"] is not None else match["bare"]
            return unescaped(href), unescaped(match["double"] or match["single"] or ""), match.end()
        if not self.references:
            return None
        label = _LABEL.match(self.text, at)
        name = label["label"] if label and label["label"] else flat(self.stack[place].inner)
        found = self.references.get(" ".join(name.lower().split()))
        return (*found, label.end() if label else at) if found else None

    def tag(self, word: str) -> None:
        """Take an HTML tag: the simple ones are markup like any other, the rest is kept for the reader of HTML."""
        match = _SIMPLE_TAG.fullmatch(word)
        if not match:
            self.put(Piece("raw", text=word))
            return
        name = match[2].lower()
        if name == "br":
            self.put(Piece("br"))
        elif not match[1]:
            self.push(_Frame("tag", word, 0, False))
        else:
            place = self.innermost("tag")
            opened = _SIMPLE_TAG.fullmatch(self.stack[place].mark) if place is not None else None
            if place is None or opened is None or opened[2].lower() != name:
                self.put(Piece("raw", text=word))
                return
            while len(self.stack) > place + 1:
                self.drop()
            self.put_closed(_KINDS.get(name, name))

    def put_closed(self, kind: str) -> None:
        frame = self.stack.pop()
        self.put(Piece(kind, frame.inner))


def _flanking(text: str, start: int, end: int, mark: str) -> tuple[bool, bool]:
    """Return whether a run may open and may close emphasis (CommonMark 6.2)."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    if mark == "*":
        return left, right
    return left and (not right or _punctuation(before)), right and (not left or _punctuation(after))


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def flat(pieces: list[Inline]) -> str:
    """Return the words of `pieces`."""
    return "".join(
        p if isinstance(p, str) else p.text if p.kind == "image" else flat(p.inner) for p in pieces
    )


def _unlinked(pieces: list[Inline]) -> list[Inline]:
    """Return the words of a link, where an address that stands bare among them is no link of its own."""
    out: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, Piece):
            piece.inner = _unlinked(piece.inner)
        bare = isinstance(piece, Piece) and piece.kind == "link" and piece.text == BARE
        out.extend(piece.inner if isinstance(piece, Piece) and bare else [piece])
    return out


def walk(pieces: list[Inline]) -> Iterator[Piece]:
    """Yield every piece that is not text."""
    for piece in pieces:
        if isinstance(piece, Piece):
            yield piece
            yield from walk(piece.inner)
