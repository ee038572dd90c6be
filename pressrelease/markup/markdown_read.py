"""Markdown to a Story: the tree of Python-Markdown's blocks, their words read in one pass, no second parse of HTML.

A blockquote whose last line begins with a dash is a quote with its attribution; a picture alone in a paragraph is a
figure, its title the caption. Raw HTML is rebuilt as that of a page is, and only where there is some.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from itertools import groupby
from typing import Any, cast

from markupsafe import escape

from pressrelease.characters import cleaned, one_line
from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.markup.html import story_from_html
from pressrelease.markup.loaded import Malformed
from pressrelease.markup.markdown_blocks import RAW, block_tree
from pressrelease.markup.markdown_inline import BARE, Inline, Piece, References, inline, walk
from pressrelease.story import (
    Attribution,
    Block,
    Break,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    InvalidStory,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Rule,
    Span,
    Spans,
    Story,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    words,
)

MAX_TEXT = 2_000_000
"""Characters of a text that is read as Markdown."""
MAX_LINES = 50_000
"""Lines of it."""
MAX_DEPTH = 12
"""Lists and quotes within each other; what is nested deeper joins the level above."""
DASHES = "—–―"
_BY = re.compile(rf"[ ]*(?:(?:[{DASHES}]|--)[ \u00a0]*|-[ \u00a0]+)(\S.*)")
_COMMA = re.compile(r"[,،，、] ?(?<=[ ،，、])")
_UNREAD = {
    "struck": Finding(
        "strikethrough",
        "warning",
        "`~~words~~` are not struck out: a release has no such words",
        fix="take them out",
    ),
    "footnote": Finding(
        "footnote", "warning", "`[^1]` stands as typed: a release has no footnotes", fix="say it in the text"
    ),
}
_WRAP: dict[str, Any] = {"strong": Strong, "em": Emphasis, "sup": Superscript, "sub": Subscript}


def story_from_markdown(text: str) -> tuple[Story, tuple[Finding, ...]]:
    """Return the story of a Markdown text, and what was noticed.

    Any text is Markdown; raises Malformed only for one of more than two million characters, or of 50,000 lines.
    """
    if len(text) > MAX_TEXT:
        raise Malformed(
            Problem("too long", found=f"{len(text):,} characters", expected=f"at most {MAX_TEXT:,}")
        )
    if (lines := text.count("\n")) > MAX_LINES:
        raise Malformed(Problem("too long", found=f"{lines:,} lines", expected=f"at most {MAX_LINES:,}"))
    text = cleaned(text)
    try:
        root, references = block_tree(text)
    except RecursionError:
        return Story(text), (  # type: ignore[arg-type]
            Finding(
                "nested-too-deeply", "warning", "lists or quotes are nested too deeply; read as plain text"
            ),
        )
    reader = _Reader(references)
    blocks = reader.blocks(root, 0)
    return Story(tuple(blocks)), (*reader.findings, *map(_UNREAD.__getitem__, sorted(reader.unread)))


@functools.lru_cache(maxsize=256)
def attribution(line: str) -> Attribution | None:
    """Return who speaks by `Speaker, role, organisation`; None for an empty line.

    The first part is the speaker, the last of three or more the organisation, what stands between them the role.
    """
    line = one_line(line)
    commas = list(_COMMA.finditer(line))
    if not line:
        return None
    if not commas:
        return Attribution(line)
    first, last = commas[0], commas[-1]
    speaker, role = line[: first.start()], line[first.end() : last.start()]
    if first is last:
        role = line[first.end() :]
        return Attribution(speaker, role, layout=f"{{speaker}}{first.group()}{{role}}")
    layout = f"{{speaker}}{first.group()}{{role}}{last.group()}{{organisation}}"
    return Attribution(speaker, role, line[last.end() :], layout)


class _Reader:
    """Make blocks of elements."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.findings: list[Finding] = []
        self.unread: set[str] = set()

    def blocks(self, parent: ET.Element, depth: int) -> list[Block]:
        """Return the blocks within an element."""
        found: list[Block] = []
        for is_raw, elements in groupby(parent, lambda e: e.tag == RAW):
            if is_raw:  # what was parted by empty lines only is read in one go
                several = list(elements)
                found.extend(self.raw("\n".join(e.text or "" for e in several)))
                found.extend(block for e in several for block in self.paragraph(e.tail or ""))
                continue
            for element in elements:
                for block in self.block(element, depth):
                    _add(found, block)
                if element.tail:
                    found.extend(self.paragraph(element.tail))
        return found

    def block(self, element: ET.Element, depth: int) -> list[Block]:
        text = element.text or ""
        match element.tag:
            case "p":
                return self.paragraph(text)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return [Heading(self.line(text), max(2, int(element.tag[1])))]
            case "hr":
                return [Rule()]
            case "table":
                return [self.table(element)]
            case "ul" | "ol":
                return self.items(element, depth)
            case _:
                assert element.tag == "blockquote"
                return self.quote(element, depth)

    def raw(self, text: str) -> list[Block]:
        story, findings = story_from_html(text)
        self.findings.extend(findings)
        return list(story.blocks)

    def items(self, element: ET.Element, depth: int) -> list[Block]:
        items = []
        for li in element:
            items.append((*self.paragraph(li.text or ""), *self.blocks(li, depth + 1)))
        if depth >= MAX_DEPTH:
            return [block for item in items for block in item]
        if element.tag == "ul":
            return [BulletList(tuple(items))]
        start = element.get("start", "1")
        return [NumberedList(tuple(items), int(start) if len(start) < 10 else 1)]

    def quote(self, element: ET.Element, depth: int) -> list[Block]:
        by = self.speaker(element)
        inner = self.blocks(element, depth + 1)
        if depth >= MAX_DEPTH:
            return inner
        return [Quote(tuple(inner), by)]

    def speaker(self, element: ET.Element) -> Attribution | None:
        """Take the last line of a blockquote that begins with a dash, and return who it names."""
        last = element[-1] if len(element) else None
        if last is None:
            return None
        if last.tag == "ul" and len(last) == 1 and not len(last[0]) and len(element) > 1:
            line = last[0].text or ""  # `> - Ada Byron` after an empty line
            match = re.match(r"(\S.*)", line) if "\n" not in line else None
            if match:
                element.remove(last)
        elif last.tag == "p":
            text, _, line = (last.text or "").rstrip().rpartition("\n")
            match = _BY.fullmatch(line)
            if match:
                last.text = text
        else:
            match = None
        return attribution(words(self.line(match[1]))) if match else None

    def table(self, element: ET.Element) -> Table:
        head, body = element[0], element[1]
        rows = [self.row(row, False) for row in body]
        return Table(tuple(rows), tuple(self.row(row, True) for row in head))

    def row(self, element: ET.Element, header: bool) -> Row:
        return tuple(
            Cell(self.line(cell.text or ""), header, align=cast(Any, cell.get("align", "")))
            for cell in element
        )

    # --- words

    def line(self, text: str) -> Spans:
        """Return the words of a heading or cell."""
        pieces = inline(text, self.references, self.unread)
        if "<" in text and any(p.kind == "raw" for p in walk(pieces)):
            found: list[Span] = []
            for block in self.raw(self.html(pieces)):
                spans = block.spans if isinstance(block, (Paragraph, Heading)) else ()
                found.extend([*([Break()] if found else []), *spans])
            return tuple(found)
        return self.spans(pieces)

    def paragraph(self, text: str) -> list[Block]:
        """Return a paragraph, or the figures it consists of; figures within words follow them."""
        if not text.strip():
            return []
        pieces = inline(text, self.references, self.unread)
        if len(pieces) == 1 and isinstance(pieces[0], str):
            return [Paragraph((Text(pieces[0]),))]
        inside = list(walk(pieces)) if "<" in text or "![" in text else []
        if any(p.kind == "raw" for p in inside):
            return self.raw(f"<p>{self.html(pieces)}</p>")
        figures = [f for f in (self.figure(p) for p in inside if p.kind == "image") if f is not None]
        return [Paragraph(self.spans(pieces)), *figures]

    def figure(self, piece: Piece) -> Figure | None:
        try:
            return Figure(piece.href, piece.text, (Text(piece.title),) if piece.title else ())
        except InvalidStory as error:
            self.refused(piece.href, error)
            return None

    def refused(self, href: str, error: InvalidStory) -> None:
        self.findings.append(
            Finding("address-not-kept", "warning", f"{shown(href)} is left out: {error.problem}", Where())
        )

    def spans(self, pieces: list[Inline]) -> Spans:
        """Return pieces as spans; neighbours of one kind become one first, which costs less than to join them later."""
        if len(pieces) == 1 and isinstance(pieces[0], str):
            return (Text(pieces[0]),)
        out: list[Span] = []
        text: list[str] = []
        for piece in _merged(pieces):
            if isinstance(piece, str):
                text.append(piece)
                continue
            if text:
                out.append(Text("".join(text)))
                text = []
            out.extend(self.span(piece))
        if text:
            out.append(Text("".join(text)))
        return tuple(out)

    def span(self, piece: Piece) -> Spans:
        if piece.kind == "br":
            return (Break(),)
        if piece.kind == "image":
            return ()
        inner = self.spans(piece.inner)
        if piece.kind != "link":
            return (_WRAP[piece.kind](inner),)
        try:
            return (Link(inner, piece.href),)
        except InvalidStory as error:
            if piece.text != BARE:  # what only looks like an address is a word
                self.refused(piece.href, error)
            return inner

    def html(self, pieces: list[Inline]) -> str:
        """Return pieces as HTML, raw tags among them, for the reader of HTML to settle what they make together."""
        return "".join(escape(p) if isinstance(p, str) else self.tagged(p) for p in pieces)

    def tagged(self, piece: Piece) -> str:
        match piece.kind:
            case "raw":
                return piece.text
            case "br":
                return "<br>"
            case "image":
                caption = f"<figcaption>{escape(piece.title)}</figcaption>" if piece.title else ""
                img = f'<img src="{escape(piece.href)}" alt="{escape(piece.text)}">'
                return f"<figure>{img}{caption}</figure>"
            case "link":
                return f'<a href="{escape(piece.href)}">{self.html(piece.inner)}</a>'
            case kind:
                return f"<{kind}>{self.html(piece.inner)}</{kind}>"


def _add(found: list[Block], block: Block) -> None:
    """Add a block; who speaks, when an empty line parts it from its quote, joins the quote."""
    before = found[-1] if found else None
    if not isinstance(block, Quote) or block.blocks or block.attribution is None:
        found.append(block)
    elif isinstance(before, Quote) and before.attribution is None:
        found[-1] = Quote(before.blocks, block.attribution)
    else:
        found.append(Quote((Paragraph((Text(block.attribution.words),)),)))


def _merged(pieces: list[Inline]) -> list[Inline]:
    out: list[Inline] = []
    for piece in pieces:
        last = out[-1] if out else None
        if (
            isinstance(piece, Piece)
            and isinstance(last, Piece)
            and last.kind == piece.kind
            and piece.kind in _WRAP
        ):
            last.inner.extend(piece.inner)
        else:
            out.append(piece)
    return out
