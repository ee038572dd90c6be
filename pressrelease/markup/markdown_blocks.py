"""Markdown's blocks: Python-Markdown's block parser, without what is not for releases, and in linear time.

Kept are paragraphs, headings, quotes, lists (`sane_lists`), rules, link references and pipe tables. Indented text is
text, not code; raw HTML is kept whole in an element of its own, for the reader of HTML.
"""

from __future__ import annotations

import re
import threading
import xml.etree.ElementTree as ET
from typing import Any

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor, ReferenceProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor

RAW = "raw"
"""Tag of the element that holds a block of raw HTML as its text."""
BATCH = 500
"""Blocks handed to the parser at once: it takes them from the front of a list."""
MAX_LOOKAHEAD = 50
"""Blocks over which raw HTML may go on until it closes."""
MAX_LEVELS = 16
"""Lists and quotes within each other, by their markers or by indentation."""
POINTS = "•·‣▪◦■●"
"""Bullets as they are pasted out of a word processor."""
MAX_WIDENED = 40
"""Columns that a table gets for a row longer than its head; what is beyond stands in the last cell, with its bars."""
MAX_ROW = 20_000
"""Characters of a table's row."""

_BLOCK_TAGS = (
    "address|article|aside|audio|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|main|math"
    "|menu|meta|nav|noscript|object|ol|option|p|picture|pre|script|section|style|summary|svg|table|tbody|td|template"
    "|textarea|tfoot|th|thead|title|tr|track|ul|video"
)
_OPENING = re.compile(
    rf" {{0,3}}<(?:(?P<close>/)?(?P<name>{_BLOCK_TAGS})(?=[\s/>])|(?P<other>!--|!|\?))", re.I
)
_VOID = frozenset({"hr", "col", "link", "meta", "track"})
_RULE = r"(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}"
# These begin with the end of the line before: a search for that is many times faster than one for `^`.
_END = r"(?![^\n])"
_ALONE = re.compile(
    rf"\n(?= {{0,3}}[#\-_*])( {{0,3}}#{{1,6}} .*|(?![ ]{{0,3}}[-=]+[ ]*{_END})[ ]{{0,3}}(?:{_RULE})){_END}"
)
_BULLETS = re.compile(
    rf"\n(?! {{0,3}}[{POINTS}][ \u00a0])([^\S\n]*+\S[^\n]*+)(?=\n {{0,3}}[{POINTS}][ \u00a0]+\S)"
)
"""A line right above one that begins with a bullet: those begin a list even within a paragraph, as nothing else."""
_UNDERLINE = re.compile(rf"\n([^\s#>].*\n {{0,3}}(?:=+|-{{2,}})[ ]*){_END}")


_MARKED = re.compile(rf"\n {{0,3}}[#=\-_*{POINTS}]")
_UNDER = re.compile(r"\n {0,3}(?:=|--)")
_WORDS = re.compile(r"(?:(?:[“„«»(]|[*_]{1,2}+)?[^\W\d_][^\n]*+(?:\n(?=[^\n])|\Z))++")


class _Parser(BlockParser):
    """Part headings and rules from the lines around them first, so that no processor has to cut a long block often.

    A block whose every line begins with a letter, or one in quotation marks or emphasis, is words: none but the last
    processor takes it, and none is asked.
    """

    processors: tuple[BlockProcessor, ...] = ()
    """In the order in which they are asked, once all are registered."""

    def parseChunk(self, parent: ET.Element, text: str) -> None:
        blocks = _parted(text).split("\n\n")
        for at in range(0, len(blocks), BATCH):
            self.parseBlocks(parent, blocks[at : at + BATCH])

    def parseBlocks(self, parent: ET.Element, blocks: list[str]) -> None:
        if not self.processors:
            self.processors = tuple(self.blockprocessors)
        processors = self.processors
        while blocks:
            asked = processors[-1:] if _WORDS.fullmatch(blocks[0]) else processors
            for processor in asked:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break


def _parted(text: str) -> str:
    text = f"\n{text}"
    if not _MARKED.search(text):
        return text[1:]
    text = _BULLETS.sub(r"\n\1\n", text)
    if _UNDER.search(text):
        text = _UNDERLINE.sub(r"\n\1\n", text)
    return _ALONE.sub(r"\n\n\1\n", text)[1:]


class _Raw(BlockProcessor):
    """Keep a block that begins with a tag of block level, up to where that closes."""

    def test(self, parent: ET.Element, block: str) -> bool:
        return block.lstrip(" ").startswith("<") and _OPENING.match(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        match = _OPENING.match(blocks[0])
        assert match is not None
        count = 1 if match["close"] else _extent(match, blocks)
        element = ET.SubElement(parent, RAW)
        element.text = "\n\n".join(blocks[:count])
        del blocks[:count]


def _extent(match: re.Match[str], blocks: list[str]) -> int:
    """Return how many blocks the element that opens here takes; 1 where it does not close within sight."""
    name = (match["name"] or "").lower()
    if name in _VOID:
        return 1
    if match["other"]:
        end = {"!--": "-->", "?": "?>"}.get(match["other"], ">")
        return next((i for i, b in enumerate(blocks[:MAX_LOOKAHEAD], 1) if end in b), 1)
    tag = re.compile(rf"<(/?){name}(?=[\s/>])", re.I)
    depth = 0
    for i, block in enumerate(blocks[:MAX_LOOKAHEAD], 1):
        for found in tag.finditer(block):
            depth += -1 if found[1] else 1
        if depth <= 0:
            return i
    return 1


class _Heading(BlockProcessor):
    """Read `## Heading`; a hash without a space is a hashtag."""

    RE = re.compile(r"^ {0,3}(#{1,6}) (.*)", re.M)

    def test(self, parent: ET.Element, block: str) -> bool:
        return "#" in block and self.RE.search(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        match = self.RE.search(block)
        assert match is not None
        if block[: match.start()].strip():
            self.parser.parseBlocks(parent, [block[: match.start()].rstrip("\n")])
        words = match[2].strip()
        bare = words.rstrip("#")
        heading = ET.SubElement(parent, f"h{len(match[1])}")
        heading.text = bare.rstrip() if not bare or bare[-1] == " " else words
        if block[match.end() :].strip():
            blocks.insert(0, block[match.end() :].lstrip("\n"))


class _Quote(BlockQuoteProcessor):
    """Read `> …`, tried only where a `>` stands; an empty line ends a quote, as in CommonMark."""

    def lastChild(self, parent: ET.Element) -> None:
        # The base class asks for the quote that this one would go on.
        return None

    def test(self, parent: ET.Element, block: str) -> bool:
        return ">" in block and super().test(parent, block)


class _Reference(ReferenceProcessor):
    """Read `[label]: address`, tried only where a `]:` stands."""

    def test(self, parent: ET.Element, block: str) -> bool:
        return "]:" in block


class _Table(TableProcessor):
    """Read pipe tables; a pipe parts cells wherever it stands without a backslash, as on GitHub.

    A row longer than the head widens the table: no cell is left out.
    """

    def test(self, parent: ET.Element, block: str) -> bool:
        self.columns = 0
        first, _, rest = block.partition("\n")
        if "|" not in first or "-" not in rest or len(first) > MAX_ROW:
            return False
        return super().test(parent, block)

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        rows = blocks[0].split("\n")[2:]
        longest = max((len(self._split_row(row.strip(" "))) for row in rows), default=0)
        missing = min(longest, MAX_WIDENED) - len(self.separator)
        self.separator = [*self.separator, *[""] * missing]  # type: ignore[assignment]
        self.columns = len(self.separator)
        super().run(parent, blocks)

    def _split_row(self, row: str) -> list[str]:
        cells: list[str] = super()._split_row(row)  # type: ignore[misc]
        if not self.columns or len(cells) <= self.columns:
            return cells
        last = self.columns - 1
        return [*cells[:last], "|".join(cells[last:])]

    def _split(self, row: str) -> list[str]:
        cells, start = [], 0
        for match in re.finditer(r"\\.|\|", row):
            if match.group() == "|":
                cells.append(row[start : match.start()])
                start = match.end()
        return [*cells, row[start:]]


_NUMBERED, _BULLETED = r"\d{1,9}[.)]", rf"[*+\-{POINTS}]"


def _marked(processor: SaneOListProcessor | SaneUListProcessor, marker: str) -> None:
    """Tell a list's processor what opens its items: more than Python-Markdown knows."""
    processor.RE = re.compile(rf"^[ ]{{0,3}}{marker}[ \u00a0]+(.*)")
    processor.CHILD_RE = re.compile(rf"^[ ]{{0,3}}(({marker}))[ \u00a0]+(.*)")
    processor.INDENT_RE = re.compile(rf"^[ ]{{4,7}}(({_NUMBERED})|{_BULLETED})[ \u00a0]+.*")


class _Numbered(SaneOListProcessor):
    """Read `1. …`, and `1) …` as in CommonMark."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        _marked(self, _NUMBERED)


class _Bulleted(SaneUListProcessor):
    """Read `- …`, and `• …` as it is pasted."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        _marked(self, _BULLETED)


class _OnlyBlocks(markdown.Extension):
    """Set up the block parser."""

    def extendMarkdown(self, md: Any) -> None:
        parser = _Parser(md)
        for name, priority in (
            ("empty", 100),
            ("indent", 90),
            ("setextheader", 60),
            ("hr", 50),
            ("paragraph", 10),
        ):
            parser.blockprocessors.register(_moved(md.parser.blockprocessors[name], parser), name, priority)
        parser.blockprocessors.register(_Raw(parser), RAW, 85)
        parser.blockprocessors.register(_Table(parser, {"use_align_attribute": True}), "table", 75)
        parser.blockprocessors.register(_Heading(parser), "hashheader", 70)
        parser.blockprocessors.register(_Numbered(parser), "olist", 40)
        parser.blockprocessors.register(_Bulleted(parser), "ulist", 30)
        parser.blockprocessors.register(_Quote(parser), "quote", 20)
        parser.blockprocessors.register(_Reference(parser), "reference", 15)
        md.parser = parser


def _moved(processor: BlockProcessor, parser: BlockParser) -> BlockProcessor:
    processor.parser = parser
    return processor


_local = threading.local()


def block_tree(text: str) -> tuple[ET.Element, dict[str, tuple[str, str]]]:
    """Return the tree of a Markdown text's blocks, and its link references by label.

    Raises RecursionError where blocks are nested beyond reason. One parser serves one thread.
    """
    md = getattr(_local, "md", None) or _made()
    _local.md = None  # one that fails half way is not used again
    md.references.clear()
    root = ET.Element("div")
    md.parser.parseChunk(root, _settled(text))
    references = {
        " ".join(label.split()): (href, title or "") for label, (href, title) in md.references.items()
    }
    _local.md = md
    return root, references


def _made() -> Any:
    return markdown.Markdown(extensions=[_OnlyBlocks()])


_MARKERS = rf"(?: {{0,3}}+(?:>|(?:[-*+{POINTS}]|[0-9]{{1,9}}[.)])[ \u00a0]))"
_TOO_DEEP = re.compile(
    rf"\n(?=[ >*+\-0-9{POINTS}])(?:((?:{_MARKERS}){{{MAX_LEVELS}}})(?:{_MARKERS})++|( {{{4 * MAX_LEVELS}}}) ++)"
)
_BLANK = re.compile(rf"\n +{_END}")


def _settled(text: str) -> str:
    """Return `text` with line ends and tabs as they are read, without empty lines at its ends.

    What is nested too deeply stays at the deepest level.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.expandtabs(4)
    return _TOO_DEEP.sub(r"\n\1\2", _BLANK.sub("\n", f"\n{text}")).strip("\n")
