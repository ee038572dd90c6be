"""Blocks out of a tree of HTML: one walk, without recursion, that keeps what a story knows and opens up the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bs4 import CData, Tag
from bs4.element import (
    NavigableString,
    PageElement,
    PreformattedString,
    RubyParenthesisString,
    RubyTextString,
    Script,
    Stylesheet,
    TemplateString,
)

from pressrelease.characters import cleaned, one_line
from pressrelease.markup import html_parts as parts
from pressrelease.markup.html_lines import WHITE, Format, Line, attribution_of
from pressrelease.markup.html_parts import attribute, classes
from pressrelease.story import (
    SCHEMES,
    Attribution,
    Block,
    BulletList,
    Cell,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Spans,
    Table,
    Text,
    plain,
)
from pressrelease.story.data import MAX_DEPTH

Done: TypeAlias = Callable[[], None]


@dataclass(eq=False, slots=True)
class _Box:
    """A block that is open: the story itself, a quote, a list, an item, a figure, a table."""

    kind: str
    tag: Tag | None = None
    blocks: list[Block] = field(default_factory=list)
    items: list[list[Block]] = field(default_factory=list)
    head: list[list[Cell]] = field(default_factory=list)
    body: list[list[Cell]] = field(default_factory=list)
    section: str = "body"
    scoped: bool = False
    caption: Spans = ()
    credit: str = ""


def _nothing() -> None:
    return


class Builder:
    """Read a tree into blocks. `seen` counts what was left out, by (code, severity, what)."""

    def __init__(
        self, base: str = "", language: str = "", leave_out: Callable[[Tag], bool] | None = None
    ) -> None:
        self.base = base
        self.language = language
        self._leave_out = leave_out
        self.seen: Counter[tuple[str, str, str]] = Counter()
        self._boxes = [_Box("story")]
        self._line: Line | None = None
        self._flat: list[Line] = []
        self._formats: list[Format] = []
        self._late: list[Block] = []
        self._pre = 0
        self._depth = 0

    def read(self, root: Tag) -> tuple[Block, ...]:
        """Return the blocks of what `root` holds."""
        todo: list[tuple[Iterator[PageElement], Done]] = [(iter(root.contents), self._end)]
        while todo:
            for node in todo[-1][0]:
                if isinstance(node, Tag):
                    done = self._enter(node)
                    if done is not None:
                        todo.append((iter(node.contents), done))
                        break
                elif isinstance(node, NavigableString) and _is_text(node):
                    self._text(cleaned(node))
            else:
                todo.pop()[1]()
        return tuple(self._boxes[0].blocks)

    # --- elements -------------------------------------------------------------------------------------------------

    def _enter(self, tag: Tag) -> Done | None:
        """Begin an element; return what ends it, or None where what it holds is left out."""
        name = tag.name.lower()
        if name in parts.SILENT:
            return None
        if name in parts.DROPPED:
            self.seen["html-dropped", parts.DROPPED[name], name] += 1
            return None
        if parts.is_hidden(tag):
            self.seen["html-hidden", "info", name] += 1
            return None
        if self._leave_out is not None and self._leave_out(tag):
            return None
        own = _HANDLERS.get(name)
        if own is not None:
            return own(self, tag)
        if name in parts.BLOCKS:
            return self._division(tag)
        return self._span(tag)

    def _division(self, tag: Tag) -> Done:
        self._end()
        return self._end

    def _end(self) -> None:
        """End the line that is open; where only one line can stand, break it."""
        if self._flat:
            self._flat[-1].soft_break()
            return
        line, self._line = self._line, None
        if line:
            self._append(self._paragraph(line))
        elif self._late:
            self._flush()

    def _paragraph(self, line: Line) -> Block:
        return Paragraph(line.spans())

    def _append(self, block: Block) -> None:
        box = self._boxes[-1]
        if box.kind == "list":
            if box.items:
                box.items[-1].append(block)
            else:
                box.items.append([block])
        else:
            box.blocks.append(block)
        self._flush()

    def _flush(self) -> None:
        """Place the pictures that stood in the line before."""
        if not self._flat:
            late, self._late = self._late, []
            for block in late:
                self._append(block)

    # --- words ----------------------------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        if self._pre:
            for i, row in enumerate(text.split("\n")):
                if i:
                    self._break()
                self._words(row)
        else:
            self._words(text)

    def _words(self, text: str) -> None:
        line = self._flat[-1] if self._flat else self._line
        if line is None:
            if not text.strip(WHITE):
                return
            line = self._line = Line()
        line.text(text, self._formats)

    def _break(self, plain: bool = True) -> None:
        line = self._flat[-1] if self._flat else self._line
        if line is None:
            return
        if plain and line.broken and not self._flat:
            self._end()  # two breaks in a row are how people without a paragraph key part paragraphs
        else:
            line.line_break(self._formats)

    def _br(self, tag: Tag) -> Done | None:
        self._break("line" not in classes(tag))
        return _nothing

    def _preformatted(self, tag: Tag) -> Done:
        self._end()
        self._pre += 1

        def done() -> None:
            self._pre -= 1
            self._end()

        return done

    # --- inline elements ------------------------------------------------------------------------------------------

    def _open(self, kind: str, **told: Any) -> Done:
        """Open a format; one within its like says nothing more, a link within a link ends the outer one."""
        if kind == "link":
            for outer in [f for f in self._formats if f.kind == "link"]:
                self._close(outer)
        elif kind != "quotation" and any(f.kind == kind for f in self._formats):
            return _nothing
        if self._depth + len(self._formats) >= MAX_DEPTH - 2:
            self.seen["html-too-deep", "warning", ""] += 1
            return _nothing
        made = Format(kind, **told)
        self._formats.append(made)
        return lambda: self._close(made)

    def _close(self, made: Format) -> None:
        if made in self._formats:
            place = self._formats.index(made)
            del self._formats[place]
            line = self._flat[-1] if self._flat else self._line
            if line is not None:
                line.close(place)

    def _span(self, tag: Tag) -> Done | None:
        kind = parts.styled(tag)
        name = tag.name.lower()
        if name == "span":
            known = classes(tag)
            if "attribution" in known:
                by = parts.attribution(tag)
                if by is not None:
                    self._atom(by)
                    return None
            if "quotation" in known:
                told = {
                    n: cleaned(v)
                    for n in ("opening", "closing")
                    if isinstance(v := tag.get(f"data-{n}"), str)
                }
                return self._open("quotation", quote=attribute(tag, "data-quote"), **told)
        usual = parts.INLINE.get(name, "")
        kind = usual if kind is None or (kind == "" and usual != "strong") else kind
        return self._open(kind) if kind else _nothing

    def _atom(self, span: Attribution) -> None:
        line = self._flat[-1] if self._flat else self._line
        if line is None:
            line = self._line = Line()
        line.atom(span, self._formats)

    def _q(self, tag: Tag) -> Done:
        language = parts.language_of(tag) or self.language
        inside = sum(f.kind == "quotation" for f in self._formats)
        opening, closing = parts.marks(language, inside)
        return self._open("quotation", opening=opening, closing=closing, printed=False)

    def _a(self, tag: Tag) -> Done | None:
        if "file" in classes(tag) and self._boxes[-1].kind == "figure" and not self._flat:
            src = parts.href(tag.get("href"), self.base, ("http", "https"))
            if src:
                alt = (
                    attribute(tag, "data-alt")
                    if tag.has_attr("data-alt")
                    else one_line(cleaned(tag.get_text()))
                )
                self._picture(src, alt)
                return None
        if not tag.has_attr("href"):
            return _nothing
        href = parts.href(tag.get("href"), self.base, SCHEMES)
        if not href:
            if attribute(tag, "href"):
                self.seen["link-dropped", "warning", attribute(tag, "href")[:40]] += 1
            return _nothing
        return self._open("link", href=href)

    def _cite(self, tag: Tag) -> Done | None:
        box = self._boxes[-1]
        if box.kind == "quote" and not self._flat and not self._line and not _is_own(box.tag):
            return self._byline(tag)
        return self._span(tag)

    # --- places for one line ----------------------------------------------------------------------------------------

    def _capture(self, keep: Callable[[Spans], None]) -> Done:
        """Read what an element holds as one line, and hand it to `keep`."""
        line = Line()
        formats, self._formats = self._formats, list(self._formats)
        self._flat.append(line)

        def done() -> None:
            self._flat.pop()
            self._formats = formats
            keep(line.spans())

        return done

    def _heading(self, tag: Tag) -> Done:
        if self._flat:
            return self._division(tag)
        self._end()
        level = max(2, int(tag.name[1]))

        def keep(spans: Spans) -> None:
            block = Heading(spans, level)
            if block.spans:
                self._append(block)
            else:
                self._flush()

        return self._capture(keep)

    def _term(self, tag: Tag) -> Done:
        self._end()
        bold = self._open("strong")

        def done() -> None:
            bold()
            self._end()

        return done

    def _byline(self, tag: Tag) -> Done:
        """Read who said it, in a block quote of other people's making."""
        box = self._boxes[-1]
        if box.kind != "quote" or self._flat or _is_own(box.tag):
            return self._division(tag)
        self._end()

        def keep(spans: Spans) -> None:
            box.caption = spans

        return self._capture(keep)

    def _figcaption(self, tag: Tag) -> Done:
        box = self._boxes[-1]
        if box.kind != "figure" or self._flat:
            return self._division(tag)
        self._end()

        def keep(spans: Spans) -> None:
            box.caption = spans

        return self._capture(keep)

    def _small(self, tag: Tag) -> Done | None:
        box = self._boxes[-1]
        if box.kind == "figure" and len(self._flat) == 1 and "credit" in classes(tag) and not box.credit:
            box.credit = one_line(cleaned(tag.get_text()))
            return None
        return self._span(tag)

    # --- blocks that hold blocks --------------------------------------------------------------------------------------

    def _push(self, kind: str, tag: Tag | None, finish: Callable[[_Box], None]) -> Done:
        """Open a block that holds blocks, or only end the line where one may not stand or the nesting is too deep."""
        if self._flat:
            return self._division(tag) if tag else _nothing
        self._end()
        deeper = kind in ("quote", "list")
        if deeper and self._depth + len(self._formats) >= MAX_DEPTH - 2:
            self.seen["html-too-deep", "warning", ""] += 1
            return self._end
        box = _Box(kind, tag)
        self._boxes.append(box)
        self._depth += deeper

        def done() -> None:
            self._end()
            self._boxes.pop()
            self._depth -= deeper
            finish(box)
            self._flush()

        return done

    def _quote(self, tag: Tag) -> Done:
        def finish(box: _Box) -> None:
            blocks, by = box.blocks, attribution_of(box.caption) if box.caption else None
            if _is_own(tag):
                by = parts.attribution(tag, printed=False) if tag.has_attr("data-speaker") else None
            elif by is None and len(blocks) > 1 and isinstance(blocks[-1], Paragraph):
                if plain(blocks[-1]).startswith(("—", "–", "―", "-- ")):
                    by = attribution_of(blocks[-1].spans)
                    blocks = blocks[:-1] if by else blocks
            if blocks:
                self._append(Quote(tuple(blocks), by))
            elif box.caption:
                self._append(Paragraph(box.caption))

        return self._push("quote", tag, finish)

    def _list(self, tag: Tag) -> Done:
        def finish(box: _Box) -> None:
            items = tuple(tuple(item) for item in box.items)
            start = parts.number(tag, "start", 0, 10**9 - 1, 1)
            block = NumberedList(items, start) if tag.name.lower() == "ol" else BulletList(items)
            if block.items:
                self._append(block)

        return self._push("list", tag, finish)

    def _item(self, tag: Tag) -> Done:
        if self._boxes[-1].kind != "list":
            return self._division(tag)
        items = self._boxes[-1].items
        return self._push("item", tag, lambda box: items.append(box.blocks) if box.blocks else None)

    def _figure(self, tag: Tag) -> Done:
        def finish(box: _Box) -> None:
            blocks = _captioned(box)
            for block in blocks:
                self._append(block)

        return self._push("figure", tag, finish)

    def _picture(self, src: str, alt: str) -> None:
        self._late.append(Figure(src, alt))
        if not self._line and not self._flat:
            self._flush()

    def _img(self, tag: Tag) -> Done | None:
        if parts.is_tiny(tag):
            return None
        for candidate in parts.picture(tag):
            src = parts.href(candidate, self.base, ("http", "https"))
            if src:
                self._picture(src, attribute(tag, "alt"))
                return None
        self.seen["image-dropped", "warning", attribute(tag, "src")[:40]] += 1
        return None

    def _media(self, tag: Tag) -> Done | None:
        sources = [tag, *(t for t in tag.find_all("source", limit=5) if isinstance(t, Tag))]
        src = next(
            filter(None, (parts.href(t.get("src"), self.base, ("http", "https")) for t in sources)), ""
        )
        if src:
            self._picture(src, attribute(tag, "aria-label") or attribute(tag, "title"))
        else:
            self.seen["image-dropped", "warning", tag.name] += 1
        return None

    def _rule(self, tag: Tag) -> Done | None:
        self._end()
        if not self._flat:
            self._append(Rule())
        return _nothing

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, tag: Tag) -> Done:
        if self._flat or self._boxes[-1].kind == "table" or parts.is_layout(tag):
            return self._division(tag)

        def finish(box: _Box) -> None:
            for block in box.blocks:
                self._append(block)  # what stood between the cells; a browser shows it before the table
            head, body = box.head, box.body
            if not head and not box.scoped:
                first = next(
                    (i for i, row in enumerate(body) if not row or not all(c.header for c in row)), 0
                )
                head, body = body[:first], body[first:]
            block = Table(tuple(map(tuple, body)), tuple(map(tuple, head)), box.caption)
            if block.body or block.head:
                self._append(block)
            elif box.caption:
                self._append(Paragraph(box.caption))

        return self._push("table", tag, finish)

    def _rows(self, tag: Tag) -> Done:
        box = self._boxes[-1]
        if box.kind != "table" or self._flat:
            return self._division(tag)
        box.section = "head" if tag.name.lower() == "thead" else "body"

        def done() -> None:
            box.section = "body"

        return done

    def _row(self, tag: Tag) -> Done:
        box = self._boxes[-1]
        if box.kind != "table" or self._flat:
            return self._division(tag)
        (box.head if box.section == "head" else box.body).append([])
        return _nothing

    def _cell(self, tag: Tag) -> Done:
        box = self._boxes[-1]
        if box.kind != "table" or self._flat:
            return self._division(tag)
        self._end()
        rows = box.head if box.section == "head" else box.body
        if not rows:
            rows.append([])
        row = rows[-1]
        header = tag.name.lower() == "th"
        box.scoped |= header and attribute(tag, "scope") in ("row", "rowgroup")
        spans = parts.number(tag, "colspan", 1, 1000, 1), parts.number(tag, "rowspan", 1, 1000, 1)
        return self._capture(lambda found: row.append(Cell(found, header, *spans, parts.align(tag))))

    def _caption(self, tag: Tag) -> Done:
        box = self._boxes[-1]
        if box.kind != "table" or self._flat:
            return self._division(tag)
        self._end()

        def keep(spans: Spans) -> None:
            box.caption = spans

        return self._capture(keep)


def _is_text(node: NavigableString) -> bool:
    if isinstance(node, (Script, Stylesheet, TemplateString)):
        return False
    if isinstance(node, PreformattedString):
        return isinstance(node, CData)
    return type(node) is NavigableString or isinstance(node, (RubyTextString, RubyParenthesisString))


def _is_own(tag: Tag | None) -> bool:
    """Return whether a block quote is of our own making: then its words hold nothing but what was said."""
    return tag is not None and "quote" in classes(tag)


def _captioned(box: _Box) -> list[Block]:
    """Give the caption of a figure to what it stands beneath: a picture, a quote, a table."""
    blocks, caption = list(box.blocks), box.caption
    if not caption and not box.credit:
        return blocks
    for i in range(len(blocks) - 1, -1, -1):
        match blocks[i]:
            case Figure(src, alt, (), ""):
                blocks[i] = Figure(src, alt, caption, box.credit)
                return blocks
            case Quote(said, None):
                blocks[i] = Quote(said, attribution_of(caption))
                return blocks
            case Table(body, head, ()):
                blocks[i] = Table(body, head, caption)
                return blocks
            case _:
                continue
    rest = Paragraph((*caption, Text(f" {box.credit}")))
    return [*blocks, rest] if rest.spans else blocks


_HANDLERS: dict[str, Callable[[Builder, Tag], Done | None]] = {
    "br": Builder._br,
    "pre": Builder._preformatted,
    "listing": Builder._preformatted,
    "xmp": Builder._preformatted,
    "plaintext": Builder._preformatted,
    "q": Builder._q,
    "a": Builder._a,
    "cite": Builder._cite,
    "footer": Builder._byline,
    "figcaption": Builder._figcaption,
    "small": Builder._small,
    "dt": Builder._term,
    "blockquote": Builder._quote,
    "ul": Builder._list,
    "ol": Builder._list,
    "menu": Builder._list,
    "dir": Builder._list,
    "li": Builder._item,
    "figure": Builder._figure,
    "img": Builder._img,
    "image": Builder._img,
    "video": Builder._media,
    "audio": Builder._media,
    "hr": Builder._rule,
    "table": Builder._table,
    "thead": Builder._rows,
    "tbody": Builder._rows,
    "tfoot": Builder._rows,
    "tr": Builder._row,
    "td": Builder._cell,
    "th": Builder._cell,
    "caption": Builder._caption,
    **{f"h{level}": Builder._heading for level in range(1, 7)},
}
