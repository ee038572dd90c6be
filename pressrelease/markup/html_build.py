"""Blocks out of a tree of HTML: one walk, without recursion, that keeps what a story knows and opens up the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pressrelease.characters import cleaned
from pressrelease.markup import html_parts as parts
from pressrelease.markup.html_lines import WHITE, Format, Line
from pressrelease.markup.html_parts import Element, attribute, classes
from pressrelease.story import Attribution, Block, Cell, Figure, Paragraph, Quotation, Spans
from pressrelease.story.data import MAX_DEPTH

Done: TypeAlias = Callable[[], None]
Handler: TypeAlias = "Callable[[Builder, Element], Done | None]"
"""Begins an element; returns what ends it, or None where what it holds is left out or has been read."""


@dataclass(eq=False, slots=True)
class Box:
    """A block that is open: the story itself, a quote, a list, an item, a figure, a table."""

    kind: str
    tag: Element | None = None
    blocks: list[Block] = field(default_factory=list)
    items: list[list[Block]] = field(default_factory=list)
    head: list[list[Cell]] = field(default_factory=list)
    body: list[list[Cell]] = field(default_factory=list)
    section: str = "body"
    scoped: bool = False
    caption: Spans = ()
    credit: str = ""
    by: Attribution | None = None


def nothing() -> None:
    """End an element that only opened up."""


class Builder:
    """Read a tree into blocks. `seen` counts what was left out, by (code, severity, what)."""

    def __init__(
        self,
        handlers: Mapping[str, Handler],
        base: str = "",
        language: str = "",
        leave_out: Callable[[Any], bool] | None = None,
    ) -> None:
        self.handlers = handlers
        self.base = base
        self.language = language
        self.leave_out = leave_out
        self.seen: Counter[tuple[str, str, str]] = Counter()
        self.boxes = [Box("story")]
        self.line: Line | None = None
        self.flat: list[Line] = []
        self.formats: list[Format] = []
        self._late: list[Block] = []
        self.pre = 0
        self._depth = 0

    # --- elements -------------------------------------------------------------------------------------------------

    def enter(self, tag: Element) -> Done | None:
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
        if self.leave_out is not None and self.leave_out(tag):
            return None
        own = self.handlers.get(name)
        if own is not None:
            return own(self, tag)
        if name in parts.BLOCKS:
            return self.division(tag)
        return self.inline(tag)

    def division(self, tag: Element) -> Done:
        """Open up an element that ends the line before and after it."""
        self.end()
        return self.end

    def end(self) -> None:
        """End the line that is open; where only one line can stand, break it."""
        if self.flat:
            self.flat[-1].soft_break()
            return
        line, self.line = self.line, None
        if line:
            self.append(Paragraph(line.spans()))
        elif self._late:
            self.flush()

    def append(self, block: Block) -> None:
        """Add a block to the one that is open; between the items of a list to the item before."""
        box = self.boxes[-1]
        if box.kind == "list":
            if box.items:
                box.items[-1].append(block)
            else:
                box.items.append([block])
        else:
            box.blocks.append(block)
        self.flush()

    def flush(self) -> None:
        """Place the pictures that stood in the line before."""
        if not self.flat:
            late, self._late = self._late, []
            for block in late:
                self.append(block)

    # --- words ----------------------------------------------------------------------------------------------------

    def text(self, text: str) -> None:
        """Add words, or lines of them where they stand as they are."""
        if self.pre:
            for i, row in enumerate(text.split("\n")):
                if i:
                    self.line_break()
                self.words(row)
        else:
            self.words(text)

    def words(self, text: str) -> None:
        """Add words to the line that is open."""
        line = self.flat[-1] if self.flat else self.line
        if line is None:
            if not text.strip(WHITE):
                return
            line = self.line = Line()
        line.text(text, self.formats)

    def line_break(self, *, plain: bool = True) -> None:
        """Break the line; two `plain` breaks in a row end the paragraph."""
        line = self.flat[-1] if self.flat else self.line
        if line is None:
            return
        if plain and line.broken and not self.flat:
            self.end()  # two breaks in a row are how people without a paragraph key part paragraphs
        else:
            line.line_break(self.formats)

    # --- inline elements ------------------------------------------------------------------------------------------

    def open(self, kind: str, **told: Any) -> Done:
        """Open a format; one within its like says nothing more, a link within a link ends the outer one."""
        if kind == "link":
            for outer in [f for f in self.formats if f.kind == "link"]:
                self._close(outer)
        elif kind != "quotation" and any(f.kind == kind for f in self.formats):
            return nothing
        if self._depth + len(self.formats) >= MAX_DEPTH - 2:
            self.seen["html-too-deep", "warning", ""] += 1
            return nothing
        made = Format(kind, **told)
        self.formats.append(made)
        return lambda: self._close(made)

    def _close(self, made: Format) -> None:
        if made in self.formats:
            place = self.formats.index(made)
            del self.formats[place]
            line = self.flat[-1] if self.flat else self.line
            if line is not None:
                line.close(place)

    def inline(self, tag: Element) -> Done | None:
        """Begin an element within a line."""
        name = tag.name.lower()
        kind = parts.styled(tag)
        if name == "span":
            known = classes(tag)
            if "attribution" in known:
                by = parts.attribution(tag)
                if by is not None:
                    self.atom(by)
                    return None
            if "quotation" in known:
                told = {
                    n: cleaned(v)
                    for n in ("opening", "closing")
                    if isinstance(v := tag.get(f"data-{n}"), str)
                }
                return self.open("quotation", quote=attribute(tag, "data-quote"), **told)
        usual = parts.INLINE.get(name, "")
        kind = usual if kind is None or (kind == "" and usual != "strong") else kind
        return self.open(kind) if kind else nothing

    def atom(self, span: Attribution | Quotation) -> None:
        """Add a span that holds no others."""
        line = self.flat[-1] if self.flat else self.line
        if line is None:
            line = self.line = Line()
        line.atom(span, self.formats)

    # --- places to read into ---------------------------------------------------------------------------------------

    def capture(self, keep: Callable[[Spans], None]) -> Done:
        """Read what an element holds as one line, and hand it to `keep`."""
        line = Line()
        formats, self.formats = self.formats, list(self.formats)
        self.flat.append(line)

        def done() -> None:
            self.flat.pop()
            self.formats = formats
            keep(line.spans())

        return done

    def push(self, kind: str, tag: Element | None, finish: Callable[[Box], None]) -> Done:
        """Open a block that holds blocks, or only end the line where one may not stand or the nesting is too deep."""
        if self.flat:
            return self.division(tag) if tag else nothing
        self.end()
        deeper = kind in ("quote", "list")
        if deeper and self._depth + len(self.formats) >= MAX_DEPTH - 2:
            self.seen["html-too-deep", "warning", ""] += 1
            return self.end
        box = Box(kind, tag)
        self.boxes.append(box)
        self._depth += deeper

        def done() -> None:
            self.end()
            self.boxes.pop()
            self._depth -= deeper
            finish(box)
            self.flush()

        return done

    def picture(self, src: str, alt: str) -> None:
        """Add a figure: at once, or after the line it stands in."""
        self._late.append(Figure(src, alt))
        if not self.line and not self.flat:
            self.flush()
