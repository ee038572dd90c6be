"""A Story to Markdown that reads back as the same story.

The common case looks as a press officer would write it. What Markdown has no form for (spans of cells, quotations that
name their speaker, lists beside lists) stands as XHTML, a block in a line, which Markdown takes as it is.
"""

from __future__ import annotations

import re

from pressrelease.markup.markdown_bare import protected, unprotected
from pressrelease.markup.markdown_blocks import MAX_ROW, POINTS
from pressrelease.markup.markdown_inline import MAX_MARKED
from pressrelease.markup.markdown_read import DASHES, attribution
from pressrelease.markup.xhtml import xhtml
from pressrelease.story import (
    Attribution,
    Block,
    Blocks,
    Break,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Rule,
    Span,
    Spans,
    Story,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)

_MAX_HREF = 3_000
_MAX_NESTED = 3
_ENTITY = r"&(?=#?[a-zA-Z0-9]{1,32};)"
_SPECIAL = re.compile(rf"[\\`*\[\]]|<(?=[a-zA-Z/!?])|{_ENTITY}|(?<![^\W_])_|_(?![^\W_])|!$|~(?=~)")
_MAIL = re.compile(r"mailto:[\w.+-]{1,64}@[\w.-]{1,255}")
_RULES = {"left": ":---", "center": ":---:", "right": "---:", "": "---"}


def markdown_from_story(story: Story) -> str:
    """Return `story` as Markdown; `story_from_markdown` of it is equal to `story`."""
    text = "\n\n".join(_blocks(story.blocks))
    return f"{text}\n" if text else ""


def _blocks(blocks: Blocks) -> list[str]:
    out = []
    before: Block | None = None
    for block in blocks:
        # Markdown would join two lists that follow each other.
        joins = isinstance(before, (BulletList, NumberedList)) and type(block) is type(before)
        text = None if joins else _block(block)
        if text is None or len(text) > MAX_MARKED:
            text = raw(block)
        out.append(text)
        before = block
    return out


def raw(block: Block) -> str:
    """Return a block as XHTML in one line."""
    return str(xhtml((block,))).replace("\n", "")


def _block(block: Block) -> str | None:
    """Return a block as Markdown, or None where Markdown has no form for it."""
    match block:
        case Paragraph():
            return _lines(block.spans)
        case Heading():
            words = _inline(block.spans)
            single = words is not None and "\n" not in words
            return f"{'#' * block.level} {_edges((words or '').replace('#', '&#35;'))}" if single else None
        case Quote():
            return _quote(block)
        case BulletList() | NumberedList():
            return _list(block, 0)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Rule():
            return "---"


# --- blocks ---------------------------------------------------------------------------------------------------------


def _quote(block: Quote) -> str | None:
    last = block.blocks[-1]
    if isinstance(last, BulletList) and len(last.items) == 1:
        return None  # would be read as who speaks
    parts = []
    before: Block | None = None
    for inner in block.blocks:
        simple = isinstance(inner, (Paragraph, BulletList, NumberedList)) and not (
            isinstance(before, (BulletList, NumberedList)) and type(inner) is type(before)
        )
        text = _block(inner) if simple else None
        if text is None:
            return None
        parts.append(_undashed(text))
        before = inner
    if block.attribution is not None:
        by = block.attribution.words
        if attribution(by) != block.attribution:
            return None
        parts.append(f"— {_edges(_escaped(by))}")
    return "\n".join(f"> {line}" if line else ">" for line in "\n\n".join(parts).split("\n"))


def _undashed(text: str) -> str:
    """Return text whose lines do not begin with a dash: at the end of a quote that would name its speaker."""
    return re.sub(rf"^[{DASHES}]", lambda dash: f"&#{ord(dash.group())};", text, flags=re.M)


def _list(block: BulletList | NumberedList, level: int) -> str | None:
    """Return a list whose items are a paragraph each, or a paragraph and a list."""
    out = []
    for number, item in enumerate(block.items):
        first = item[0]
        words = _lines(first.spans) if isinstance(first, Paragraph) else None
        if words is None or len(item) > 2:
            return None
        marker = f"{block.start + number}." if isinstance(block, NumberedList) else "-"
        out.append(f"{marker} " + words.replace("\n", "\n    "))
        if len(item) == 2:
            inner = item[1]
            if not isinstance(inner, (BulletList, NumberedList)) or level >= _MAX_NESTED:
                return None
            nested = _list(inner, level + 1)
            if nested is None:
                return None
            out.append("    " + nested.replace("\n", "\n    "))
    return "\n".join(out)


def _table(block: Table) -> str | None:
    """Return a table of one head row, equal rows, aligned columns, no spans."""
    if len(block.head) != 1 or not block.body or block.caption:
        return None
    head = block.head[0]
    aligned = [cell.align for cell in head]
    rows = []
    for row in (head, *block.body):
        usual = [Cell(c.spans, c.header, align=c.align) for c in row] == list(row)
        if not usual or [c.align for c in row] != aligned or (row is not head and any(c.header for c in row)):
            return None
        cells = [_cell(cell) for cell in row]
        if None in cells:
            return None
        rows.append(f"| {' | '.join(c or '' for c in cells)} |")
        if len(rows) == 1:
            rows.append(f"| {' | '.join(_RULES[a] for a in aligned)} |")
    return "\n".join(rows) if all(len(r) < MAX_ROW for r in rows) else None


def _cell(cell: Cell) -> str | None:
    if any(isinstance(s, Link) and "|" in s.href for s in cell.spans):
        return None
    words = _inline(cell.spans)
    return None if words is None else words.replace("\\\n", "<br/>").replace("|", "\\|")


def _figure(block: Figure) -> str | None:
    caption = block.caption[0] if len(block.caption) == 1 else None
    if block.credit or (block.caption and not isinstance(caption, Text)) or len(block.src) > _MAX_HREF:
        return None
    title = ""
    if isinstance(caption, Text):
        if len(caption.text) > _MAX_HREF:
            return None
        title = ' "{}"'.format(re.sub(rf'[\\"]|{_ENTITY}', r"\\\g<0>", caption.text))
    return f"![{_escaped(block.alt)}]({_target(block.src)}{title})"


# --- words ----------------------------------------------------------------------------------------------------------


def _lines(spans: Spans) -> str | None:
    """Return spans as lines none of which begins as a block would."""
    words = _inline(spans)
    return None if words is None else "\n".join(map(_guarded, words.split("\n")))


_BEGINS = re.compile(r"#|>|\||-(?=[-\s]|$)|\+(?=\s|$)|=(?=[=\s]*$)|:(?=[|:\-\s]*$)")
_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_POINT = re.compile(rf"[{POINTS}](?=\s|$)")


def _guarded(line: str) -> str:
    line = _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line
    line = f"&#{ord(line[0])};{line[1:]}" if _POINT.match(line) else line
    return _edges(f"\\{line}" if _BEGINS.match(line) else line)


def _edges(line: str) -> str:
    """Return a line whose ends nobody strips: white space there is a reference."""
    if line[:1].isspace():
        line = f"&#{ord(line[0])};{line[1:]}"
    if line[-1:].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    return line


def _escaped(text: str) -> str:
    return protected(_SPECIAL.sub(r"\\\g<0>", text))


def _target(href: str) -> str:
    text = re.sub(_ENTITY, r"\\\g<0>", href)
    if re.search(r"[\s()<>]", text):
        return "<" + re.sub(r"[<>]", r"\\\g<0>", text) + ">"
    return text


def _inline(spans: Spans, within: bool = False) -> str | None:
    """Return spans as Markdown, or None where it has no form for one of them."""
    out = ""
    for span in spans:
        piece = _span(span, out[-1:], within)
        if piece is None:
            return None
        out += piece
    return out


def _span(span: Span, before: str, within: bool) -> str | None:
    match span:
        case Text():
            return _escaped(span.text)
        case Strong() | Emphasis():
            return _stressed(span, before, within)
        case Link():
            return _link(span)
        case Superscript():
            return _tagged("sup", span.spans)
        case Subscript():
            return _tagged("sub", span.spans)
        case Break():
            return "\\\n"
        case Quotation() | Attribution():
            return None


def _stressed(span: Strong | Emphasis, before: str, within: bool) -> str | None:
    """Return `**words**` where that is sure to be read so, else tags."""
    mark = "**" if isinstance(span, Strong) else "*"
    inner_spans = span.spans
    if isinstance(span, Strong) and len(inner_spans) == 1 and isinstance(inner_spans[0], Emphasis):
        mark, inner_spans = "***", inner_spans[0].spans
    inner = _inline(inner_spans, True)
    if inner is None:
        return None
    if not within and before != "*" and inner[:1].isalnum() and inner[-1:].isalnum():
        return f"{mark}{inner}{mark}"
    return _tagged("strong" if isinstance(span, Strong) else "em", span.spans)


def _tagged(tag: str, spans: Spans) -> str | None:
    inner = _inline(spans, True)
    return None if inner is None else f"<{tag}>{inner}</{tag}>"


def _link(span: Link) -> str | None:
    if len(span.href) > _MAX_HREF:
        return None
    if span.spans == (Text(span.href),) and re.fullmatch(r"https?://[^\s<>]{1,1000}", span.href):
        return f"<{span.href}>"
    if span.spans == (Text(span.href.removeprefix("mailto:")),) and _MAIL.fullmatch(span.href):
        return f"<{span.href.removeprefix('mailto:')}>"
    inner = _inline(span.spans, True)
    return None if inner is None else f"[{unprotected(inner)}]({_target(span.href)})"
