"""Many items in a stream: one NewsML document of many, or documents one after the other, in constant memory.

An item comes out as a document of its own, with what stands before the items of its document (catalogue, topics,
envelope). An item that is broken costs nothing but itself: it comes out as it is, for the reader to refuse.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import escape

from pressrelease.errors import Problem
from pressrelease.formats.registry import Job, Unwritable
from pressrelease.formats.wire.newsml_1_2.moments import basic
from pressrelease.formats.wire.newsml_1_2.write import CATALOG
from pressrelease.markup.pieces import MAX_PIECE, Piece
from pressrelease.markup.xml_pieces import DECLARED, as_utf8, tags, tags_of

_TAGS = tags_of("NewsML", "NewsItem")
_HEAD = 1_000_000
"""Bytes that may stand before the items of a document."""
_NEAR = 4_096
_BEFORE_NESTED = re.compile(
    rb"<(?:(?:[\w.-]+:)?NewsComponent(?:\s[^<>]*)?|/?(?:[\w.-]+:)?(?:Comment|Catalog|TopicSet|Role|BasisForChoice|NewsLines"
    rb"|AdministrativeMetadata|RightsMetadata|DescriptiveMetadata|Metadata|NewsItem|NewsItemRef)(?:\s[^<>]*)?/?)>\s*\Z"
)
"""What stands before an item within a component; anything else says that the item around it was never closed."""

# --- taken apart ---------------------------------------------------------------------------------------------------


def split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield each news item of a stream as a document."""
    stream = _Stream()
    for before, tag, found in tags(as_utf8(chunks), _TAGS):
        yield from stream.take(before, tag, found)
    yield from stream.end()


@dataclass(slots=True)
class _Item:
    """One item as it comes."""

    name: bytes
    line: int
    parts: list[bytes] = field(default_factory=list)
    size: int = 0
    depth: int = 0

    def add(self, more: bytes) -> None:
        if more and self.size <= MAX_PIECE:
            self.parts.append(more)
            self.size += len(more)

    def holds_another(self) -> bool:
        """Return whether an item that begins here would stand where a component may hold one."""
        near, size = b"", 0
        for part in reversed(self.parts):
            near, size = part + near, size + len(part)
            if size >= _NEAR:
                break
        return _BEFORE_NESTED.search(near[-_NEAR:]) is not None


class _Stream:
    """Where in a stream we are: before its items (`root` is the tag of their document), or within one."""

    def __init__(self) -> None:
        self._line = 1
        self._start = b""
        self._head: list[bytes] = []
        self._size = 0
        self._root = b""
        self._items = 0
        self._item: _Item | None = None

    def take(self, before: bytes, tag: bytes, found: re.Match[bytes] | None) -> Iterator[Piece]:
        """Take bytes and the tag that follows them; yield the items that end here."""
        self._add(before)
        self._line += before.count(b"\n")
        if found is not None:
            closing, empty = found.group(1) == b"/", tag.endswith(b"/>")
            if found.group(3) == b"NewsML":
                yield from self._document(tag, found.group(2), closing or empty, opens=not closing)
            elif closing:
                yield from self._closed(tag)
            else:
                yield from self._opened(tag, found.group(2), empty)
        self._line += tag.count(b"\n")

    def _add(self, more: bytes) -> None:
        if self._item is not None:
            self._item.add(more)
        elif not self._items and self._size < _HEAD:
            self._head.append(more)
            self._size += len(more)

    def _document(self, tag: bytes, name: bytes, closes: bool, *, opens: bool) -> Iterator[Piece]:
        """Begin or end a document."""
        if self._item is not None:
            yield from self._broken()
        if opens:
            if self._root and not self._items:
                yield self._alone()
            declared = DECLARED.search(b"".join(self._head)[-400:]) if not self._items else None
            self._start = b'<?xml version="1.0" encoding="%s"?>' % declared.group(1) if declared else b""
            self._root, self._items, self._head, self._size = name, 0, [tag], len(tag)
        if closes:
            if not self._items:
                self._head += [] if opens else [tag]
                yield self._alone()
            self._root, self._items, self._head, self._size = b"", 0, [], 0

    def _opened(self, tag: bytes, name: bytes, empty: bool) -> Iterator[Piece]:
        if self._item is not None and not self._item.holds_another():
            yield from self._broken()
        if self._item is None:
            self._item = _Item(name, self._line)
        self._item.add(tag)
        if not empty:
            self._item.depth += 1
        elif not self._item.depth:
            yield from self._done()

    def _closed(self, tag: bytes) -> Iterator[Piece]:
        if self._item is not None:
            self._item.add(tag)
            self._item.depth -= 1
            if self._item.depth <= 0:
                yield from self._done()

    def _done(self) -> Iterator[Piece]:
        assert self._item is not None
        item, self._item = self._item, None
        self._items += 1
        # On one line: so the lines of the item are those of the stream.
        head = re.sub(rb"[\r\n]", b" ", b"".join(self._head)) if self._root else b""
        close = b"</%s>" % self._root if self._root else b""
        made = self._start + head + b"".join(item.parts) + close
        yield Piece(made[: MAX_PIECE + 1], item.line)

    def _broken(self) -> Iterator[Piece]:
        """Let out an item that was never closed."""
        yield from self._done()

    def _alone(self) -> Piece:
        """Return a document without an item, for the reader to refuse."""
        return Piece((self._start + b"".join(self._head))[: MAX_PIECE + 1], 1)

    def end(self) -> Iterator[Piece]:
        """Yield what is left at the end of the stream."""
        if self._item is not None:
            yield from self._done()
        elif not self._items and b"".join(self._head).strip():
            yield self._alone()


# --- put together --------------------------------------------------------------------------------------------------

_FIRST = re.compile(rb"<NewsItem[\s>]")
_OURS = re.compile(rb'(<Topic(?:Set)? Duid="|<TopicOccurrence Topic="#)(i[0-9a-f]{12}\.)')


def join(documents: Iterable[bytes], job: Job) -> Iterator[bytes]:
    """Yield one NewsML document with the items of `documents`, which we wrote; raise Unwritable where there is none."""
    every = iter(documents)
    first = next(every, None)
    if first is None:
        raise Unwritable(Problem("a NewsML document without an item", expected="at least one release"))
    yield _opening(job)
    for number, document in enumerate(itertools.chain((first,), every)):
        yield _item_of(document, number)
    yield b"</NewsML>\n"


def _opening(job: Job) -> bytes:
    house = job.newsroom
    sender = (house.provider or house.publisher).title if house else ""
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<NewsML Version="1.2">',
        f'<Catalog Href="{CATALOG}"/>',
        "<NewsEnvelope>",
        f'<SentFrom><Party FormalName="{escape(sender)}"/></SentFrom>' if sender else "",
        f"<DateAndTime>{basic(job.now.astimezone(dt.UTC))}</DateAndTime>",
        "</NewsEnvelope>",
    )
    return "".join(f"{line}\n" for line in lines if line).encode("utf-8")


def _item_of(document: bytes, number: int) -> bytes:
    """Return the item of a document, its ids apart from those of the same item sent twice."""
    start = _FIRST.search(document)
    end = document.rfind(b"</NewsItem>")
    item = document[start.start() if start else 0 : end + len(b"</NewsItem>") if end >= 0 else len(document)]
    return _OURS.sub(rb"\g<1>n%d\g<2>" % number, item) + b"\n"
