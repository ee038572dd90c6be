"""A story out of any HTML: what is known is rebuilt, what is not known is opened up or left out, and said so.

No script, style, event handler or unknown scheme has a node to live in, so nothing has to be filtered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, CData, Tag
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

from pressrelease.characters import cleaned
from pressrelease.findings import Finding
from pressrelease.markup.html_build import Builder, Done
from pressrelease.markup.html_elements import ELEMENTS
from pressrelease.markup.html_parts import language_of
from pressrelease.markup.html_tables import TABLES
from pressrelease.markup.left_out import told
from pressrelease.story import Block, Story

_HANDLERS = {**ELEMENTS, **TABLES}
MAX_CHARS = 10_000_000
"""The longest text that is read as HTML; what follows is cut off."""


def story_from_html(
    html: str | Tag, *, base: str = "", leave_out: Callable[[Tag], bool] | None = None
) -> tuple[Story, tuple[Finding, ...]]:
    """Return the story that `html` (a fragment, a page, or a part of a parsed one) holds, and what was left out.

    Addresses are made absolute against `base` where one is given. Never raises for what stands in the text: elements
    without a place in a story are opened up, scripts, frames and form controls left out, links with an unknown scheme
    become their words; nesting deeper than a story may be is flattened. Takes linear time.
    Elements that `leave_out` says yes to are passed over without a word.
    """
    findings: tuple[Finding, ...] = ()
    if isinstance(html, Tag):
        root = html
    else:
        if len(html) > MAX_CHARS:
            html = html[:MAX_CHARS]
            message = f"only the first {MAX_CHARS:,} characters were read"
            findings = (Finding("html-cut", "warning", message),)
        root = soup(html)
    builder = _HtmlBuilder(_HANDLERS, base, _language(root), leave_out)
    blocks = builder.read(root)
    return Story(blocks), findings + told(builder.seen)


def soup(html: str) -> BeautifulSoup:
    """Return the tree of `html`, a page or a fragment, without what no document may hold.

    libxml2's parser takes linear time and bounded memory on hostile input, where `html.parser` does not.
    """
    # A declaration of XML would make the parser warn of what it reads as HTML, as it should.
    text = re.sub(r"\A\s*<\?xml[^>]*>", "", cleaned(html), flags=re.I)
    whole = re.match(r"\s*<(?:!doctype|html|head|title|meta|link|base)\b", text, re.I)
    head = "" if whole else "<!DOCTYPE html><body>"
    return BeautifulSoup((head + text).encode("utf-8"), "lxml", from_encoding="utf-8")


class _HtmlBuilder(Builder):
    """Read a tree of Beautiful Soup into blocks."""

    def read(self, root: Tag) -> tuple[Block, ...]:
        """Return the blocks of what `root` holds."""
        todo: list[tuple[Iterator[PageElement], Done]] = [(iter(root.contents), self.end)]
        while todo:
            for node in todo[-1][0]:
                if isinstance(node, Tag):
                    done = self.enter(node)
                    if done is not None:
                        todo.append((iter(node.contents), done))
                        break
                elif isinstance(node, NavigableString) and _is_text(node):
                    self.text(cleaned(node))
            else:
                todo.pop()[1]()
        return tuple(self.boxes[0].blocks)


def _is_text(node: NavigableString) -> bool:
    if isinstance(node, (Script, Stylesheet, TemplateString)):
        return False
    if isinstance(node, PreformattedString):
        return isinstance(node, CData)
    return type(node) is NavigableString or isinstance(node, (RubyTextString, RubyParenthesisString))


def _language(root: Tag) -> str:
    top = root.find("html") if isinstance(root, BeautifulSoup) else root
    while isinstance(top, Tag):
        if language_of(top):
            return language_of(top)
        top = top.parent
    return ""
