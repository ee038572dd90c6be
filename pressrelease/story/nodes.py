"""The body of a release: typed blocks and inline spans, safe by construction.

A story is rebuilt from what is known, not filtered from what is bad: no script, style, event handler or unknown URL
scheme has a node to live in. It is canonical (adjacent text merged, white space settled, empty nodes gone), so that
two stories are equal when they mean the same. Everything is immutable; every constructor takes plain strings where a
text is meant. The order of the names below is the order in which a reader of the wire knows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar, Union, cast

from pressrelease.characters import illegal, is_odd, one_line, paragraphs, settled
from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.patterns import filled

Align = Literal["", "left", "right", "center"]
N = TypeVar("N", bound="Node")
SCHEMES = ("http", "https", "mailto", "tel")


class InvalidStory(PressReleaseError):
    """A node that cannot be: a control character, an unknown URL scheme, a heading of level 7."""


class _Node:
    """Travel (pickle, copy) as bare values: they were settled when the node was made."""

    __slots__: ClassVar[tuple[str, ...]] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        names = self.__slots__
        if len(names) == 1:  # as most have
            return _alone, (type(self), names[0], getattr(self, names[0]))
        return _again, (type(self), *[getattr(self, name) for name in names])


def _alone(kind: type[_Node], name: str, value: Any) -> _Node:
    node = object.__new__(kind)
    object.__setattr__(node, name, value)
    return node


def _again(kind: type[_Node], *values: Any) -> _Node:
    node = object.__new__(kind)
    put = object.__setattr__
    for at, name in enumerate(kind.__slots__):
        put(node, name, values[at])
    return node


# --- inline spans -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text(_Node):
    """Hold words. White space is settled: a run of it is one space."""

    text: str

    def __post_init__(self) -> None:
        if type(self.text) is not str or is_odd(self.text):
            object.__setattr__(self, "text", settled(legal(self.text)))


@dataclass(frozen=True, slots=True)
class Strong(_Node):
    """Hold words of strong importance."""

    spans: Spans

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _inner(Strong, self.spans))


@dataclass(frozen=True, slots=True)
class Emphasis(_Node):
    """Hold stressed words."""

    spans: Spans

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _inner(Emphasis, self.spans))


@dataclass(frozen=True, slots=True)
class Link(_Node):
    """Hold words that lead to `href`: an http, https, mailto or tel address, or one relative to the release."""

    spans: Spans
    href: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "href", address(self.href))
        object.__setattr__(self, "spans", _inner(Link, self.spans))


@dataclass(frozen=True, slots=True)
class Quotation(_Node):
    """Hold words somebody said, within a paragraph; `opening` and `closing` are the marks as printed, or empty.

    `quote` names the quote this is a piece of: pieces and the `Attribution` of one quote share it.
    Empty: nobody is named.
    """

    spans: Spans
    quote: str = ""
    opening: str = "“"
    closing: str = "”"

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _tidy(_spans(self.spans)))
        for name in ("quote", "opening", "closing"):
            object.__setattr__(self, name, one_line(legal(getattr(self, name))))


@dataclass(frozen=True, slots=True)
class Attribution(_Node):
    """Say who speaks: printed within a paragraph, or beneath a block `Quote`.

    `layout` sets the words (`{speaker}, {role}`); empty within a paragraph: the words stand nowhere in the text.
    `quote` names the quote it belongs to (within a paragraph only).
    """

    speaker: str
    role: str = ""
    organisation: str = ""
    layout: str | None = None
    quote: str = ""

    def __post_init__(self) -> None:
        for name in ("speaker", "role", "organisation", "quote"):
            object.__setattr__(self, name, one_line(legal(getattr(self, name))))
        if self.layout is not None:
            object.__setattr__(self, "layout", settled(legal(self.layout)))
            if self.layout == self._usual:
                object.__setattr__(self, "layout", None)

    @property
    def _usual(self) -> str:
        return ", ".join("{" + n + "}" for n in ("speaker", "role", "organisation") if getattr(self, n))

    @property
    def words(self) -> str:
        """The attribution as it is printed."""
        layout = self._usual if self.layout is None else self.layout
        return filled(layout, {n: getattr(self, n) for n in ("speaker", "role", "organisation")})


@dataclass(frozen=True, slots=True)
class Superscript(_Node):
    """Hold raised words."""

    spans: Spans

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _inner(Superscript, self.spans))


@dataclass(frozen=True, slots=True)
class Subscript(_Node):
    """Hold lowered words."""

    spans: Spans

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _inner(Subscript, self.spans))


@dataclass(frozen=True, slots=True)
class Break(_Node):
    """End a line within a paragraph."""


Span: TypeAlias = Text | Strong | Emphasis | Link | Quotation | Attribution | Superscript | Subscript | Break
Spans: TypeAlias = tuple[Span, ...]
Container: TypeAlias = Strong | Emphasis | Link | Quotation | Superscript | Subscript
CONTAINERS = (Strong, Emphasis, Link, Quotation, Superscript, Subscript)
_SPANS = frozenset((Text, Attribution, Break, *CONTAINERS))
_WORDS = frozenset((Text,))

# --- blocks -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph(_Node):
    """Hold one paragraph."""

    spans: Spans

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _line(self.spans))


@dataclass(frozen=True, slots=True)
class Heading(_Node):
    """Hold a heading within the story; `level` is 2 to 6 (1 is the headline)."""

    spans: Spans
    level: int = 2

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _line(self.spans))
        if self.level not in range(2, 7):
            raise InvalidStory(Problem("no such heading level", found=shown(self.level), expected="2 to 6"))


@dataclass(frozen=True, slots=True)
class Quote(_Node):
    """Hold a quote that stands by itself, with who said it."""

    blocks: Blocks
    attribution: Attribution | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "blocks", _blocks(self.blocks))
        by = self.attribution
        if by is not None and by.quote:
            object.__setattr__(self, "attribution", replace(by, quote=""))


@dataclass(frozen=True, slots=True)
class BulletList(_Node):
    """Hold items without an order; an item is blocks."""

    items: tuple[Blocks, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", _items(self.items))


@dataclass(frozen=True, slots=True)
class NumberedList(_Node):
    """Hold items in order, the first numbered `start` (0 or more)."""

    items: tuple[Blocks, ...]
    start: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", _items(self.items))
        if not 0 <= self.start < 10**9:
            raise InvalidStory(
                Problem("a list cannot start there", found=shown(self.start), expected="0 or more")
            )


@dataclass(frozen=True, slots=True)
class Cell(_Node):
    """Hold one cell; `header` heads its row or column, `colspan` and `rowspan` count cells (1 to 1000)."""

    spans: Spans = ()
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: Align = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "spans", _line(self.spans))
        for name in ("colspan", "rowspan"):
            if not 1 <= getattr(self, name) <= 1000:
                raise InvalidStory(
                    Problem(f"no such {name}", found=shown(getattr(self, name)), expected="1 to 1000")
                )
        if self.align not in ("", "left", "right", "center"):
            raise InvalidStory(
                Problem("no such alignment", found=shown(self.align), expected="left, right, center or none")
            )


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table(_Node):
    """Hold a table: `head` rows (all cells headers), `body` rows, and a caption."""

    body: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: Spans = ()

    def __post_init__(self) -> None:
        head = tuple(
            tuple(c if c.header else replace(c, header=True) for c in row) for row in _rows(self.head)
        )
        object.__setattr__(self, "head", head)
        object.__setattr__(self, "body", _rows(self.body))
        object.__setattr__(self, "caption", _line(self.caption))


@dataclass(frozen=True, slots=True)
class Figure(_Node):
    """Hold a picture or other medium at `src` (http, https, or relative to the release).

    `alt` says what it shows to whom cannot see it; `caption` and `credit` are printed beneath.
    """

    src: str
    alt: str = ""
    caption: Spans = ()
    credit: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "src", address(self.src, ("http", "https")))
        object.__setattr__(self, "alt", one_line(legal(self.alt)))
        object.__setattr__(self, "credit", one_line(legal(self.credit)))
        object.__setattr__(self, "caption", _line(self.caption))


@dataclass(frozen=True, slots=True)
class Rule(_Node):
    """Part two sections."""


Block: TypeAlias = Union[
    "Paragraph", "Heading", "Quote", "BulletList", "NumberedList", "Table", "Figure", "Rule"
]
Blocks: TypeAlias = tuple[Block, ...]
BLOCKS = (Paragraph, Heading, Quote, BulletList, NumberedList, Table, Figure, Rule)
Node: TypeAlias = Block | Span


@dataclass(frozen=True, slots=True)
class Quoted(_Node):
    """Give one quote as a reader hears it: whole text, and who said it (empty where nobody is named)."""

    text: str
    speaker: str = ""
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Story(_Node):
    """Hold the blocks of a body. A string is plain text: empty lines part its paragraphs."""

    blocks: Blocks = field(default=())

    def __post_init__(self) -> None:
        if isinstance(self.blocks, str):
            legal(self.blocks)
            object.__setattr__(
                self, "blocks", tuple(Paragraph(cast(Spans, p)) for p in paragraphs(self.blocks))
            )
        else:
            object.__setattr__(self, "blocks", _blocks(self.blocks))

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def text(self) -> str:
        """The words alone, blocks parted by an empty line."""
        return "\n\n".join(filter(None, map(plain, self.blocks)))

    @property
    def quotes(self) -> tuple[Quoted, ...]:
        """The quotes in order of their first words, pieces of one quote joined."""
        return _quotes(self)

    def walk(self) -> Iterator[Node]:
        """Yield every node in reading order, a parent before its children."""
        return _walk([*reversed(self.blocks)])

    def found(self, *kinds: type[N]) -> Sequence[N]:
        """Return the nodes of `kinds` in the same order."""
        return _found(self.blocks, kinds, [])


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and every node within it, in reading order."""
    return _walk([node])


def _walk(ahead: list[Node]) -> Iterator[Node]:
    while ahead:
        node = ahead.pop()
        yield node
        inner = _INNER.get(type(node))
        if inner is not None:
            ahead.extend(reversed(inner(node)))


def _found(nodes: Sequence[Node], kinds: tuple[type[N], ...], found: list[N]) -> list[N]:
    for node in nodes:
        kind = type(node)
        if kind in kinds:
            found.append(cast(N, node))
        inner = _INNER.get(kind)
        if inner is not None:
            _found(inner(node), kinds, found)
    return found


def _in_table(table: Table) -> Sequence[Node]:
    cells = (cell for row in (*table.head, *table.body) for cell in row)
    return (*table.caption, *(span for cell in cells for span in cell.spans))


_INNER: dict[type[Node], Callable[[Any], Sequence[Node]]] = {
    Table: _in_table,
    **dict.fromkeys((BulletList, NumberedList), lambda several: [*chain.from_iterable(several.items)]),
    Quote: attrgetter("blocks"),
    Figure: attrgetter("caption"),
    **dict.fromkeys((Paragraph, Heading, *CONTAINERS), attrgetter("spans")),
}
"""What stands right within a node, in reading order; what is not here holds no other."""


def words(spans: Iterable[Span], br: str = " ") -> str:
    """Return the words of `spans` as printed, marks and attributions included; a break is `br`."""
    parts = []
    for span in spans:
        match span:
            case Text():
                parts.append(span.text)
            case Attribution():
                parts.append(span.words)
            case Break():
                parts.append(br)
            case Quotation():
                parts.append(span.opening + words(span.spans, br) + span.closing)
            case _:
                parts.append(words(span.spans, br))
    return "".join(parts)


def plain(block: Block) -> str:
    """Return the words of `block`: items and rows a line each, cells parted by a tab."""
    match block:
        case Paragraph() | Heading():
            return words(block.spans, "\n")
        case Quote():
            said = "\n\n".join(map(plain, block.blocks))
            return f"{said}\n— {block.attribution.words}" if block.attribution else said
        case BulletList() | NumberedList():
            return "\n".join("\n".join(map(plain, item)) for item in block.items)
        case Table():
            rows = ["\t".join(words(cell.spans) for cell in row) for row in (*block.head, *block.body)]
            return "\n".join(([words(block.caption)] if block.caption else []) + rows)
        case Figure():
            return "\n".join(filter(None, (words(block.caption), block.credit)))
        case Rule():
            return ""


def _quotes(story: Story) -> tuple[Quoted, ...]:
    order: list[str | Quoted] = []
    pieces: dict[str, list[str]] = {}
    speakers: dict[str, Attribution] = {}
    inside = 0
    for node in story.found(Quote, Quotation, Attribution):
        if isinstance(node, Quote):
            by = node.attribution or Attribution("")
            text = "\n\n".join(map(plain, node.blocks))
            order.append(Quoted(text, by.speaker, by.role, by.organisation))
        elif isinstance(node, Quotation):
            key = node.quote or f"\0{inside}"
            inside += 1
            if key not in pieces:
                order.append(key)
            pieces.setdefault(key, []).append(words(node.spans))
        elif isinstance(node, Attribution) and node.quote:
            speakers.setdefault(node.quote, node)
    found = []
    for entry in order:
        if isinstance(entry, str):
            by = speakers.get(entry, Attribution(""))
            entry = Quoted(" ".join(pieces[entry]), by.speaker, by.role, by.organisation)
        found.append(entry)
    return tuple(found)


# --- canonical form ---------------------------------------------------------------------------------------------------


def legal(text: str) -> str:
    """Return `text`; raise InvalidStory where it holds a character no document may hold."""
    if not isinstance(text, str):
        raise InvalidStory(Problem("not a text", found=shown(text), expected="a string"))
    bad = illegal(text)
    if bad:
        raise InvalidStory(
            Problem(
                "a character that no document may hold",
                found=f"U+{ord(bad):04X}",
                expected="text without control characters and lone surrogates",
                advice="remove it; `pressrelease.cleaned(text)` does",
            )
        )
    return text


_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_UNSEEN = re.compile("[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def address(href: str, schemes: Sequence[str] = SCHEMES) -> str:
    """Return `href` when it is an address a release may hold; raise InvalidStory otherwise.

    Judged as a browser reads it: white space and unseen characters do not hide a scheme, nor does a backslash.
    """
    clean = legal(href).strip()
    bare = _UNSEEN.sub("", clean)
    scheme = _SCHEME.match(bare)
    if not bare or bare != clean.replace(" ", "") or "\\" in bare or "&" in bare.split("?")[0].split(":")[0]:
        raise InvalidStory(
            Problem("not an address", found=shown(href), expected="a URL without hidden characters")
        )
    if scheme and scheme.group(1).lower() not in schemes:
        raise InvalidStory(
            Problem(
                "an address of this kind is not kept",
                found=shown(href),
                expected=f"one of {', '.join(schemes)}",
            )
        )
    return clean.replace(" ", "%20")


def _spans(value: Any) -> Spans:
    if isinstance(value, str):
        return (Text(value),) if value else ()
    if type(value) in _SPANS:
        return (value,)
    if type(value) is tuple and _SPANS.issuperset(map(type, value)):
        return value
    found = tuple([Text(v) if isinstance(v, str) else v for v in value])
    for span in found:
        if type(span) not in _SPANS:
            raise InvalidStory(
                Problem("not an inline span", found=shown(span), expected="text or an inline node")
            )
    return found


def _blocks(value: Any) -> Blocks:
    if isinstance(value, str):
        return (Paragraph(cast(Spans, value)),) if value.strip() else ()
    if isinstance(value, Story):
        return value.blocks
    if isinstance(value, BLOCKS):
        value = (value,)
    found = []
    for block in value:
        if isinstance(block, str):
            block = Paragraph(cast(Spans, block))
        if not isinstance(block, BLOCKS):
            raise InvalidStory(Problem("not a block", found=shown(block), expected="text or a block node"))
        if not _empty(block):
            found.append(block)
    return tuple(found)


def _empty(block: Block) -> bool:
    match block:
        case Paragraph() | Heading():
            return not block.spans
        case Quote():
            return not block.blocks
        case BulletList() | NumberedList():
            return not block.items
        case Table():
            return not block.body and not block.head
        case Figure() | Rule():
            return False


def _items(value: Any) -> tuple[Blocks, ...]:
    return tuple(filter(None, map(_blocks, value)))


def _rows(value: Any) -> tuple[Row, ...]:
    rows = (tuple(c if isinstance(c, Cell) else Cell(_spans(c)) for c in row) for row in value)
    return tuple(row for row in rows if row)


def _inner(kind: type[Container], value: Any) -> Spans:
    """Settle the spans of a container of `kind`."""
    return cast(Spans, value) if _is_words(value) else _tidy(_without(kind, _spans(value)))


def _without(kind: type[Container], spans: Spans) -> Spans:
    """Open up nodes of `kind` within `spans`: strong within strong says nothing more."""
    if _WORDS.issuperset(map(type, spans)):
        return spans
    out: list[Span] = []
    for span in spans:
        if isinstance(span, kind):
            out.extend(_without(kind, span.spans))
        elif isinstance(span, CONTAINERS) and any(isinstance(n, kind) for n in walk(span)):
            out.append(replace(span, spans=_without(kind, span.spans)))
        else:
            out.append(span)
    return tuple(out)


def _tidy(spans: Spans) -> Spans:
    """Merge what belongs together, move white space and breaks out of containers, drop what is empty."""
    if _is_tidy(spans):
        return spans
    out: list[Span] = []
    for span in spans:
        if isinstance(span, CONTAINERS) and not _is_words(span.spans):
            for piece in _hoisted(span):
                _push(out, piece)
        else:
            _push(out, span)
    return tuple(out)


def _is_tidy(spans: Spans) -> bool:
    """Return whether `spans` are words and even containers by turns, as they mostly are: nothing is to be done."""
    before: type[Span] | None = None
    for span in spans:
        kind = type(span)
        if kind is before:
            return False
        if type(span) is Text:
            if not span.text:
                return False
        elif not isinstance(span, CONTAINERS) or not _is_words(span.spans):
            return False
        before = kind
    return True


def _is_words(value: Any) -> bool:
    """Return whether `value` is spans that are words without white space at either end: the usual, and settled."""
    if type(value) is not tuple or len(value) != 1 or type(value[0]) is not Text:
        return False
    text = value[0].text
    return text != "" and text[0] != " " != text[-1]


def _hoisted(span: Container) -> Iterator[Span]:
    inner = list(span.spans)
    lead: list[Span] = []
    trail: list[Span] = []
    while inner:
        first = inner[0]
        if isinstance(first, Break):
            lead.append(inner.pop(0))
        elif isinstance(first, Text) and first.text.startswith(" "):
            lead.append(Text(" "))
            if first.text == " ":
                inner.pop(0)
            else:
                inner[0] = Text(first.text[1:])
        else:
            break
    while inner:
        last = inner[-1]
        if isinstance(last, Break):
            trail.insert(0, inner.pop())
        elif isinstance(last, Text) and last.text.endswith(" "):
            trail.insert(0, Text(" "))
            if last.text == " ":
                inner.pop()
            else:
                inner[-1] = Text(last.text[:-1])
        else:
            break
    yield from lead
    if inner or (isinstance(span, Quotation) and (span.opening or span.closing)):
        if isinstance(span, Emphasis) and len(inner) == 1 and isinstance(inner[0], Strong):
            yield Strong((Emphasis(inner[0].spans),))  # one order for both at once
        else:
            same = tuple(inner) == span.spans
            yield span if same else replace(span, spans=tuple(inner))
    yield from trail


def _push(out: list[Span], span: Span) -> None:
    last = out[-1] if out else None
    if isinstance(span, Text):
        text = span.text
        if isinstance(last, Text):
            out[-1] = Text(last.text + text)
        elif isinstance(last, Break):
            if text.lstrip(" "):
                out.append(Text(text.lstrip(" ")))
        elif text:
            out.append(span)
    elif isinstance(span, Break):
        if isinstance(last, Text) and last.text.endswith(" "):
            out.pop()
            if last.text.rstrip(" "):
                out.append(Text(last.text.rstrip(" ")))
        out.append(span)
    elif isinstance(span, (Strong, Emphasis, Superscript, Subscript)) and type(last) is type(span):
        out[-1] = type(span)((*last.spans, *span.spans))
    else:
        out.append(span)


def _is_gap(span: Span, at: int) -> bool:
    return type(span) is Break or (type(span) is Text and span.text[at] == " ")


def _line(value: Any) -> Spans:
    """Settle the spans of a block: no white space or break at either end."""
    if isinstance(value, str):
        text = settled(legal(value)).strip(" ")
        return (Text(text),) if text else ()
    if _is_words(value):
        return cast(Spans, value)
    tidy = _tidy(_spans(value))
    if not tidy or not (_is_gap(tidy[0], 0) or _is_gap(tidy[-1], -1)):
        return tidy  # the usual, and fast
    spans = list(tidy)
    while spans:
        first = spans[0]
        if isinstance(first, Break) or (isinstance(first, Text) and first.text == " "):
            spans.pop(0)
        elif isinstance(first, Text) and first.text.startswith(" "):
            spans[0] = Text(first.text.lstrip(" "))
        else:
            break
    while spans:
        last = spans[-1]
        if isinstance(last, Break) or (isinstance(last, Text) and last.text == " "):
            spans.pop()
        elif isinstance(last, Text) and last.text.endswith(" "):
            spans[-1] = Text(last.text.rstrip(" "))
        else:
            break
    return tuple(spans)
