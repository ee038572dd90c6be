"""Blocks out of a tree of XML: the walk of `html_build` over lxml's elements, and what NITF's marks ask of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from typing import TypeAlias

from lxml import etree

from pressrelease.characters import cleaned
from pressrelease.markup import html_parts as parts
from pressrelease.markup.html_build import Builder, Done
from pressrelease.markup.html_lines import WHITE
from pressrelease.markup.xhtml_quick import QUICK, Unusual, quick
from pressrelease.markup.xml_tags import XmlTag
from pressrelease.story import Attribution, Block, Paragraph, Text

XHTML = "http://www.w3.org/1999/xhtml"
_HOLDERS = frozenset(["story", "quote", "item"])


XmlHandler: TypeAlias = Callable[["XmlBuilder", XmlTag], Done | None]


class XmlBuilder(Builder):
    """Read a tree of lxml into blocks."""

    def __init__(
        self,
        choose: Callable[[str], tuple[str, XmlHandler | None]],
        base: str,
        language: str,
        leave_out: Callable[[etree._Element], bool] | None,
        but: Container[etree._Element] = (),
    ) -> None:
        super().__init__({}, base, language, leave_out)
        self._choose = choose
        self._but = but
        self._skipped = 0
        self._sources: dict[str, str] = {}

    def read(self, root: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of what `root` holds."""
        if root.text:
            self.text(root.text)
        todo: list[tuple[Iterator[etree._Element], Done, etree._Element]] = [(iter(root), self.end, root)]
        while todo:
            for child in todo[-1][0]:
                done = self._begin(child)
                if done is not None:
                    if child.text:
                        self.text(child.text)
                    if len(child):
                        todo.append((iter(child), done, child))
                        break
                    done()
                if child.tail:
                    self.text(child.tail)
            else:
                _, done, element = todo.pop()
                done()
                if todo and element.tail:
                    self.text(element.tail)
        return tuple(self.boxes[0].blocks)

    def _begin(self, element: etree._Element) -> Done | None:
        tag = element.tag
        if not isinstance(tag, str):
            if tag is etree.Entity and element.text:
                self.text(element.text)
            return None
        if element in self._but:
            return None
        if tag in QUICK and self.leave_out is None and self._quickly(element):
            return None
        name, handler = self._choose(tag)
        if self.leave_out is not None and self.leave_out(element):
            return None
        if name == "p" and not len(element) and self._at_once(element):
            return None
        wrapped = XmlTag(element, name)
        if handler is None:
            self.seen["html-dropped", parts.DROPPED[name], name] += 1
            return None
        if element.keys() and parts.is_hidden(wrapped):
            self.seen["html-hidden", "info", name] += 1
            return None
        return handler(self, wrapped)

    def _at_once(self, element: etree._Element) -> bool:
        """Read a paragraph of nothing but words, where a block may stand; return whether it was one."""
        hides = element.keys() and (element.get("hidden") is not None or element.get("style") is not None)
        if self.flat or self.formats or self.pre or self._skipped or hides:
            return False
        self.end()
        text = element.text
        if text and text.strip(WHITE):
            self.append(Paragraph((Text(cleaned(text)),)))
        return True

    def _quickly(self, element: etree._Element) -> bool:
        """Read a block in its plain form, where a block may stand; return whether it was one."""
        if self.flat or self.formats or self.pre or self._skipped or self.boxes[-1].kind not in _HOLDERS:
            return False
        try:
            block = quick(element, self.base)
        except Unusual:
            return False
        self.end()
        if block is not None:
            self.append(block)
        return True

    def text(self, text: str) -> None:
        """Add words, but those that stand for a mark which was read already."""
        text = cleaned(text)
        if self._skipped:
            skipped = min(self._skipped, len(text))
            self._skipped -= skipped
            text = text[skipped:]
        super().text(text)

    def skip(self, words: str) -> None:
        """Pass over `words`, which come next."""
        self._skipped = len(words)

    def taken(self, mark: str) -> str:
        """Take `mark`, or any quotation mark in its place, off the end of the line and return it."""
        line = self.flat[-1] if self.flat else self.line
        return line.taken(mark, self.formats) if line is not None and mark else ""

    def speaker(self, source: str) -> tuple[str, Attribution | None]:
        """Return the quote that a source's pieces belong to, and the first time who it is, printed nowhere."""
        by = named(source)
        known = self._sources.get(source)
        if known is None and by is not None:
            known = self._sources[source] = f"q{len(self._sources) + 1}"
            return known, replace(by, quote=known)
        return known or "", None


def named(source: str) -> Attribution | None:
    """Return who `quote-source` names, printed nowhere: a name, a position, a house, parted by commas."""
    speaker, *rest = [piece.strip() for piece in source.split(",")]
    if not speaker:
        return None
    role, house = ", ".join(rest[:-1] or rest), rest[-1] if len(rest) > 1 else ""
    return Attribution(speaker, role, house, layout="")
