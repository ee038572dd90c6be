"""A story as XHTML that is valid HTML5 too, safe in any page, feed or wire: nothing but known elements stands in it.

Every node has one form, and `pressrelease.markup.html` reads that form back as the same node:

- A block quote that names its speaker is `<figure class="quote"><blockquote>…</blockquote><figcaption>— …`: HTML wants
  who said it outside the `blockquote` (WHATWG HTML, 4.4.4), and a caption is announced with what it belongs to.
- A quotation within a paragraph is `<span class="quotation">` with its marks as text, so that they are read, copied and
  printed as they were set (`<q>` would add marks of its own).
- An attribution is `<span class="attribution">`, its speaker, role and organisation spans within it; `cite` is for
  titles of works. What is not printed stands in `data-` attributes.

No `id`, no `style`: the result can stand twice in one document. Alignment is a class (`align-right`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from pressrelease.patterns import filled, literal
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
)

MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』"
"""Quotation marks that a reader finds by itself; others stand in `data-opening` and `data-closing`."""

NOTHING_MORE: Mapping[str, Mapping[str, str]] = MappingProxyType({})

_SUFFIXES = {
    "video": ("mp4", "m4v", "mov", "webm", "ogv"),
    "audio": ("mp3", "m4a", "oga", "ogg", "opus", "wav", "flac", "aac"),
    "file": (
        "pdf",
        "doc",
        "docx",
        "odt",
        "rtf",
        "txt",
        "csv",
        "xls",
        "xlsx",
        "ods",
        "ppt",
        "pptx",
        "odp",
        "zip",
    ),
}
_KINDS = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes}


def xhtml(
    story: Story | Iterable[Block],
    *,
    base: str = "",
    rel: str = "",
    own: str = "",
    shift: int = 0,
    images: Mapping[str, Mapping[str, str]] = NOTHING_MORE,
) -> Markup:
    """Return a story, or blocks of one, as a fragment, each block on a line of its own.

    Addresses are made absolute against `base` where one is given. Links that leave `own` (a newsroom's address) get
    `rel`. `shift` is added to the level of each heading (never above 6). `images` holds further attributes of the
    pictures of figures, by the addresses that stand in the story.
    """
    blocks = story.blocks if isinstance(story, Story) else story
    return Markup(_Writer(base, rel, own, shift, images).blocks(blocks))


def each(
    blocks: Iterable[Block],
    *,
    base: str = "",
    rel: str = "",
    own: str = "",
    images: Mapping[str, Mapping[str, str]] = NOTHING_MORE,
) -> list[str]:
    """Return each of `blocks` as a fragment of its own, to be joined; the arguments are those of `xhtml`."""
    writer = _Writer(base, rel, own, 0, images)
    return [f"{writer.block(block)}\n" for block in blocks]


def against(base: str, href: str) -> str:
    """Return the relative `href` against `base`: an address, or what leads to another folder (`../`)."""
    if not base.startswith("."):
        return urljoin(base, href)
    return href if href.startswith(("/", "#", "?")) else base + href


def inline(spans: Iterable[Span], *, base: str = "", rel: str = "", own: str = "") -> Markup:
    """Return inline content as XHTML; the arguments are those of `xhtml`."""
    return Markup(_Writer(base, rel, own, 0, NOTHING_MORE).spans(tuple(spans)))


def medium(src: str) -> str:
    """Return what a figure at `src` is by the suffix of its address: image, video, audio or file."""
    name = re.split(r"[?#]", src, maxsplit=1)[0].rpartition("/")[2]
    return _KINDS.get(name.rpartition(".")[2].lower(), "image")


def attribution_layout(spans: Iterable[tuple[str, str]]) -> str:
    """Return the layout that a reader sees in the printed pieces of an attribution: (field or "", words)."""
    return "".join("{" + name + "}" if name else literal(text) for name, text in spans)


def _escaped(text: str) -> str:
    return _words(text).replace('"', "&quot;").replace("'", "&#39;")


def _words(text: str) -> str:
    # Between tags quotation marks are plain text; `>` is escaped for `]]>` in XML.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attributes(**values: str | None) -> str:
    return "".join(f' {k.replace("_", "-")}="{_escaped(v)}"' for k, v in values.items() if v is not None)


def _origin(address: str) -> tuple[str, str]:
    try:
        split = urlsplit(address)
        return split.scheme.lower(), split.netloc.lower().rpartition("@")[2]
    except ValueError:
        return "", address


@dataclass(frozen=True, slots=True)
class _Writer:
    base: str
    rel: str
    own: str
    shift: int
    images: Mapping[str, Mapping[str, str]]

    # --- addresses ------------------------------------------------------------------------------------------------

    def href(self, href: str) -> str:
        if not self.base or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href):
            return href  # absolute already; urljoin would drop an empty fragment
        try:
            return against(self.base, href)
        except ValueError:
            return href

    def policy(self, href: str) -> str | None:
        """Return the `rel` of a link to `href`: only one that leaves our own house has any."""
        if not self.rel or not re.match(r"(?:https?:)?//", href, re.I):
            return None
        return None if self.own and _origin(href)[1] == _origin(self.own)[1] else self.rel

    # --- inline ---------------------------------------------------------------------------------------------------

    def spans(self, spans: Spans) -> str:
        if len(spans) == 1 and type(first := spans[0]) is Text:
            return _words(first.text)  # most lines
        out = []
        after_break = False
        for span in spans:
            out.append(self.span(span, after_break))
            after_break = type(span) is Break
        return "".join(out)

    def span(self, span: Span, after_break: bool) -> str:
        match span:
            case Text():
                return _words(span.text)
            case Strong():
                return f"<strong>{self.spans(span.spans)}</strong>"
            case Emphasis():
                return f"<em>{self.spans(span.spans)}</em>"
            case Link():
                href = self.href(span.href)
                return f"<a{_attributes(href=href, rel=self.policy(href))}>{self.spans(span.spans)}</a>"
            case Quotation():
                return self.quotation(span)
            case Attribution():
                return _attribution(span)
            case Superscript():
                return f"<sup>{self.spans(span.spans)}</sup>"
            case Subscript():
                return f"<sub>{self.spans(span.spans)}</sub>"
            case Break():
                # Two plain breaks end a paragraph in the HTML of others; here they are two lines.
                return '<br class="line"/>' if after_break else "<br/>"
        assert_never(span)

    def quotation(self, span: Quotation) -> str:
        found = all(len(mark) == 1 and mark in MARKS for mark in (span.opening, span.closing))
        marks = {} if found else {"data_opening": span.opening, "data_closing": span.closing}
        told = _attributes(data_quote=span.quote or None, **marks)
        said = f"{_words(span.opening)}{self.spans(span.spans)}{_words(span.closing)}"
        return f'<span class="quotation"{told}>{said}</span>'

    # --- blocks ---------------------------------------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join([f"{self.block(block)}\n" for block in blocks])

    def block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return f"<p>{self.spans(block.spans)}</p>"
            case Heading():
                level = max(1, min(6, block.level + self.shift))
                return f"<h{level}>{self.spans(block.spans)}</h{level}>"
            case Quote():
                return self.quote(block)
            case BulletList():
                return f"<ul>\n{self.items(block.items)}</ul>"
            case NumberedList():
                start = "" if block.start == 1 else f' start="{block.start}"'
                return f"<ol{start}>\n{self.items(block.items)}</ol>"
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Rule():
                return "<hr/>"
        assert_never(block)

    def quote(self, block: Quote) -> str:
        by = block.attribution
        said = by is not None and by.words.strip(" ") != ""
        unseen = _attributes(**_unseen(by)) if by is not None and not said else ""
        quote = f'<blockquote class="quote"{unseen}>\n{self.blocks(block.blocks)}</blockquote>'
        if by is None or not said:
            return quote
        return f'<figure class="quote">\n{quote}\n<figcaption>— {_attribution(by)}</figcaption>\n</figure>'

    def items(self, items: tuple[Blocks, ...]) -> str:
        return "".join([f"<li>{self.item(item)}</li>\n" for item in items])

    def item(self, item: Blocks) -> str:
        first = item[0]
        if len(item) == 1 and isinstance(first, Paragraph):
            return self.spans(first.spans)
        return f"\n{self.blocks(item)}"

    def table(self, table: Table) -> str:
        caption = f"<caption>{self.spans(table.caption)}</caption>\n" if table.caption else ""
        head = f"<thead>\n{self.rows(table.head, 'col')}</thead>\n" if table.head else ""
        body = f"<tbody>\n{self.rows(table.body, 'row')}</tbody>\n" if table.body else ""
        return f"<table>\n{caption}{head}{body}</table>"

    def rows(self, rows: tuple[Row, ...], scope: str) -> str:
        return "".join([f"<tr>{''.join([self.cell(c, scope) for c in row])}</tr>\n" for row in rows])

    def cell(self, cell: Cell, scope: str) -> str:
        tag = "th" if cell.header else "td"
        told = _attributes(
            scope=scope if cell.header else None,
            colspan=str(cell.colspan) if cell.colspan != 1 else None,
            rowspan=str(cell.rowspan) if cell.rowspan != 1 else None,
            **{"class": f"align-{cell.align}" if cell.align else None},
        )
        return f"<{tag}{told}>{self.spans(cell.spans)}</{tag}>"

    def figure(self, block: Figure) -> str:
        caption = self.spans(block.caption)
        if block.credit:
            caption += f'{" " if caption else ""}<small class="credit">{_words(block.credit)}</small>'
        below = f"<figcaption>{caption}</figcaption>\n" if caption else ""
        return f"<figure>\n{self.medium(block)}\n{below}</figure>"

    def medium(self, block: Figure) -> str:
        src, kind = self.href(block.src), medium(block.src)
        if kind == "image":
            return f"<img{_attributes(src=src, alt=block.alt, **self.images.get(block.src, {}))}/>"
        if kind == "file":
            name = re.split(r"[?#]", block.src, maxsplit=1)[0].rpartition("/")[2]
            told = None if block.alt else ""
            link = _attributes(href=src, rel=self.policy(src), data_alt=told)
            return f'<a class="file"{link}>{_words(block.alt or name)}</a>'
        told = _attributes(src=src, controls="controls", preload="none", aria_label=block.alt or None)
        return f"<{kind}{told}></{kind}>"


# --- attributions -----------------------------------------------------------------------------------------------------


def _attribution(by: Attribution) -> str:
    values = {"speaker": by.speaker, "role": by.role, "organisation": by.organisation}
    pieces = _pieces(by, values)
    printed = "".join(
        f'<span class="{name}">{_words(text)}</span>' if name else _words(text) for name, text in pieces
    )
    shown = {name for name, _ in pieces if name}
    told = {f"data_{n}": v for n, v in values.items() if n not in shown and (v or n == "speaker")}
    layout = _usual(by) if by.layout is None else by.layout
    seen = attribution_layout(pieces)
    if seen != layout or seen.strip(" ") != seen or not seen:
        told["data_layout"] = layout
    return f'<span class="attribution"{_attributes(data_quote=by.quote or None, **told)}>{printed}</span>'


def _unseen(by: Attribution) -> dict[str, str]:
    """Return the attributes of an attribution that is printed nowhere."""
    told = {
        f"data_{n}": v for n in ("speaker", "role", "organisation") if (v := getattr(by, n)) or n == "speaker"
    }
    return {**told, "data_layout": _usual(by) if by.layout is None else by.layout}


def _usual(by: Attribution) -> str:
    return ", ".join("{" + n + "}" for n in ("speaker", "role", "organisation") if getattr(by, n))


def _pieces(by: Attribution, values: dict[str, str]) -> list[tuple[str, str]]:
    """Return what is printed, in order: (field, its words) and ("", words between); neighbours without one joined."""
    found: list[tuple[str, str]] = []
    # What no text may hold marks the places of the fields.
    marked = filled(_usual(by) if by.layout is None else by.layout, {n: f"\0{n}\0" for n in values}).split(
        "\0"
    )
    for place, text in enumerate(marked):
        word = values[text] if place % 2 else text
        if not word:
            continue
        if place % 2:
            found.append((text, word))
        elif found and not found[-1][0]:
            found[-1] = ("", found[-1][1] + word)
        else:
            found.append(("", word))
    return found
