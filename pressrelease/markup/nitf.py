"""A Story as NITF 3.6 blocks (IPTC News Industry Text Format, `body.content`).

What NITF has an element for stands in it. The little it has none for (a quotation's marks, the level of a heading, a
strong word beside an emphatic one) is a class or an attribute of our own namespace, which NITF allows on every
element: without them the text is still whole.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import assert_never
from urllib.parse import urljoin

from markupsafe import Markup, escape

from pressrelease.patterns import filled
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
    walk,
)

NITF = "http://iptc.org/std/NITF/2006-10-18/"
"""Namespace of NITF 3.x."""
OWN = "urn:pressrelease:1"
"""Our namespace, its prefix `pr`: for what a standard has no place for. A reader may drop all of it."""

_MEDIA = {
    "image": "avif bmp gif heic jpeg jpg png svg tif tiff webp",
    "audio": "aac flac m4a mp3 oga ogg opus wav",
    "video": "avi m4v mov mp4 mpeg mpg ogv webm",
}
_KIND = {suffix: kind for kind, suffixes in _MEDIA.items() for suffix in suffixes.split()}
_MIME = {
    "jpg": "jpeg",
    "tif": "tiff",
    "svg": "svg+xml",
    "mp3": "mpeg",
    "m4a": "mp4",
    "mov": "quicktime",
    "oga": "ogg",
}


def nitf(story: Story | Blocks, *, base: str = "", lede: bool = False) -> Markup:
    """Return `story` as NITF blocks, to stand in an element that binds the prefix `pr` to `OWN`.

    Addresses are made absolute against `base` where one is given. `lede` marks the first paragraph.
    """
    blocks = story.blocks if isinstance(story, Story) else story
    return Markup(_Writer(blocks, base, lede).blocks(blocks))


def absolute(href: str, base: str) -> str:
    """Return `href` resolved against `base`; as it is where it is absolute, has no base, or cannot be resolved."""
    if not base or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", href):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def media_type(href: str) -> str:
    """Return the media type that the suffix of `href` says, or an empty string."""
    suffix = _suffix(href)
    kind = _KIND.get(suffix, "")
    return f"{kind}/{_MIME.get(suffix, suffix)}" if kind else "application/pdf" if suffix == "pdf" else ""


def media_kind(href: str, mime: str = "") -> str:
    """Return `image`, `audio`, `video` or `data`: what `mime`, or the suffix of `href`, says."""
    kind = mime.partition("/")[0] or _KIND.get(_suffix(href), "")
    return kind if kind in _MEDIA else "data"


def _suffix(href: str) -> str:
    path = re.split(r"[?#]", href, maxsplit=1)[0]
    return path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""


def _attributes(**values: str | int) -> str:
    """Return those of `values` that say something as attributes; `pr_` stands for our prefix, `_` for a hyphen."""
    return "".join(
        f' {"pr:" + name[3:] if name.startswith("pr_") else name.replace("_", "-")}="{escape(value)}"'
        for name, value in values.items()
        if value != ""
    )


class _Writer:
    """Walk one story; knows its speakers, so that every piece of a quote can name its source."""

    def __init__(self, blocks: Iterable[Block], base: str, lede: bool) -> None:
        self.base = base
        self.lede = lede
        self.story = tuple(blocks)

    @functools.cached_property
    def speakers(self) -> Mapping[str, Attribution]:
        nodes = (node for block in self.story for node in walk(block))
        return {node.quote: node for node in nodes if isinstance(node, Attribution) and node.quote}

    def blocks(self, blocks: Blocks) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        match block:
            case Paragraph():
                first, self.lede = ' lede="true"' if self.lede else "", False
                return f"<p{first}>{self.spans(block.spans)}</p>\n"
            case Heading():
                level = "" if block.level == 2 else block.level
                return f"<hl2{_attributes(pr_level=level)}>{self.spans(block.spans)}</hl2>\n"
            case Quote():
                return self.quote(block)
            case BulletList():
                return f"<ul>\n{self.items(block.items)}</ul>\n"
            case NumberedList():
                start = "" if block.start == 1 else block.start
                return f"<ol{_attributes(seqnum=start)}>\n{self.items(block.items)}</ol>\n"
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Rule():
                return "<hr/>\n"
        assert_never(block)

    def quote(self, quote: Quote) -> str:
        by = quote.attribution
        source = _attributes(quote_source=_source(by)) if by is not None else ""
        credit = f"<credit>{_mark(by)}{_spoken(by)}</credit>\n" if by is not None else ""
        return f"<bq{source}>\n<block>\n{self.blocks(quote.blocks)}</block>\n{credit}</bq>\n"

    def items(self, items: tuple[Blocks, ...]) -> str:
        return "".join(f"<li>{self.item(item)}</li>\n" for item in items)

    def item(self, item: Blocks) -> str:
        first = item[0]
        if len(item) == 1 and isinstance(first, Paragraph):
            return self.spans(first.spans)
        return self.blocks(item)

    def table(self, table: Table) -> str:
        caption = f"<caption>{self.spans(table.caption)}</caption>\n" if table.caption else ""
        head = f"<thead>\n{self.rows(table.head)}</thead>\n" if table.head else ""
        body = f"<tbody>\n{self.rows(table.body)}</tbody>\n" if table.body else ""
        return f"<table>\n{caption}{head}{body}</table>\n"

    def rows(self, rows: tuple[Row, ...]) -> str:
        return "".join(f"<tr>{''.join(map(self.cell, row))}</tr>\n" for row in rows)

    def cell(self, cell: Cell) -> str:
        tag = "th" if cell.header else "td"
        spans = {n: c for n, c in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if c != 1}
        return f"<{tag}{_attributes(**spans, align=cell.align)}>{self.spans(cell.spans)}</{tag}>"

    def figure(self, figure: Figure) -> str:
        href = self.href(figure.src)
        reference = _attributes(source=href, mime_type=media_type(href), alternate_text=figure.alt)
        caption = f"<media-caption>{self.spans(figure.caption)}</media-caption>\n" if figure.caption else ""
        credit = f"<media-producer>{escape(figure.credit)}</media-producer>\n" if figure.credit else ""
        return f'<media media-type="{media_kind(href)}">\n<media-reference{reference}/>\n{caption}{credit}</media>\n'

    def href(self, href: str) -> str:
        return absolute(href, self.base)

    def spans(self, spans: Spans) -> str:
        written = "".join(map(self.span, spans))
        # Two breaks in a row are how others part paragraphs; ours say that they are none.
        return (
            re.sub(r"(?<=<br/>)<br/>", '<br pr:line="yes"/>', written) if "<br/><br/>" in written else written
        )

    def span(self, span: Span) -> str:
        match span:
            case Text():
                return str(escape(span.text))
            case Strong():
                return f'<em class="strong">{self.spans(span.spans)}</em>'
            case Emphasis():
                return f"<em>{self.spans(span.spans)}</em>"
            case Link():
                return f"<a{_attributes(href=self.href(span.href))}>{self.spans(span.spans)}</a>"
            case Quotation():
                return self.quotation(span)
            case Attribution():
                return f"{_mark(span, inline=True)}{_spoken(span)}"
            case Superscript():
                return self.raised("sup", "superscript", span.spans)
            case Subscript():
                return self.raised("sub", "subscript", span.spans)
            case Break():
                return "<br/>"
        assert_never(span)

    def quotation(self, span: Quotation) -> str:
        by = self.speakers.get(span.quote) if span.quote else None
        attributes = _attributes(quote_source=_source(by) if by else "", pr_quote=span.quote)
        # The marks stand as text beside `q`: a reader that knows no `q` prints them, ours finds them by the attributes.
        for name, mark, usual in (("opening", span.opening, "“"), ("closing", span.closing, "”")):
            attributes += f' pr:{name}="{escape(mark)}"' if mark != usual else ""
        return f"{escape(span.opening)}<q{attributes}>{self.spans(span.spans)}</q>{escape(span.closing)}"

    def raised(self, tag: str, name: str, spans: Spans) -> str:
        # NITF knows `sup` and `sub` within `num` only, and only as plain text.
        if all(isinstance(s, Text) for s in spans):
            return f"<num><{tag}>{self.spans(spans)}</{tag}></num>"
        return f'<em class="{name}">{self.spans(spans)}</em>'


def _source(by: Attribution) -> str:
    return ", ".join(filter(None, (by.speaker, by.role, by.organisation)))


def _spoken(by: Attribution) -> str:
    """Return the attribution as printed, its person, function and organisation marked as such."""
    names = {"speaker": "person", "role": "function", "organisation": "org"}
    if by.layout is None:
        values = [(tag, getattr(by, name)) for name, tag in names.items()]
        return ", ".join(f"<{tag}>{escape(value)}</{tag}>" for tag, value in values if value)
    marked = {n: f"<{t}>{escape(getattr(by, n))}</{t}>" for n, t in names.items() if getattr(by, n)}
    return filled(str(escape(by.layout)), marked)


def _mark(by: Attribution, *, inline: bool = False) -> str:
    """Return what the printed words do not tell by themselves, as an empty element of our own before them."""
    if not inline and by.layout is None and by.speaker:
        return ""
    told = {name: getattr(by, name) for name in ("speaker", "role", "organisation", "quote")}
    layout = "" if by.layout is None else f' layout="{escape(by.layout)}"'
    values = "".join(f' {name}="{escape(value)}"' for name, value in told.items() if value)
    return f"<pr:attribution{values}{layout}/>"
