"""A news message taken apart into documents, in constant memory and without reading what its items say.

An item that is broken costs nothing but itself: it comes out as it is, for the reader to refuse. What the message says
for all its items (namespaces, language, catalogues) goes with each of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from pressrelease.errors import PressReleaseError
from pressrelease.formats.wire.newsml_g2.kits import gathered
from pressrelease.markup.pieces import MAX_PIECE, Piece
from pressrelease.markup.xml import xml_tree
from pressrelease.markup.xml_pieces import DECLARED, REST, as_utf8, tags, tags_of, whole

_OPENING = re.compile(
    rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*'|\[[^\]]*\])*+>)*+", re.S
)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])" + REST)
_TOKEN = tags_of(
    *("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"),
    "header",
    "itemSet",
)
_LONGEST_TAG = 65_536
_NAMED = re.compile(rb"\s(xmlns(?::[\w.-]+)?|xml:lang)\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
_HEAD = 1_000_000
"""Bytes in which a message's root must have begun, and that its header may have."""


def split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the documents that a stream holds: each item of a news message, or the one item it is.

    Items that a package ties into one release (a text, its pictures) come out together, as a message of their own,
    where the package stands before them. Events, plans and catalogues are passed over: they are no releases.
    """
    stream = as_utf8(chunks)
    head, root = b"", None
    for chunk in stream:
        head += chunk
        opening = _OPENING.match(head)
        root = _ROOT.match(head, opening.end() if opening else 0)
        if root or len(head) > _HEAD:
            break
    if root is None or root.group(1) != b"newsMessage":
        yield whole(itertools.chain((head,), stream))
        return
    message = _Message(head, root)
    yield from gathered(message.items(itertools.chain((head[root.end() :],), stream)), message.start)


class _Item:
    """One item as it comes: its start tag, and the bytes behind."""

    def __init__(self, tag: bytes, token: re.Match[bytes], line: int) -> None:
        self.name: bytes = token.group(2)
        self.kind: bytes = token.group(3)
        self.tag = tag
        self.line = line
        self.parts: list[bytes] = []
        self.size = len(tag)

    def add(self, more: bytes) -> None:
        if more and self.size <= MAX_PIECE:
            self.parts.append(more)
            self.size += len(more)

    def document(self, start: bytes, given: dict[bytes, bytes], catalogues: bytes) -> Piece:
        """Return the item as a document, with what the message gives it."""
        own = {name for name, _ in _NAMED.findall(self.tag)}
        place = 1 + len(self.name)
        more = b"".join(b" %s=%s" % (name, value) for name, value in given.items() if name not in own)
        body = b"".join(self.parts)
        has_its_own = re.match(rb"(?:\s|<!--.*?-->)*+<(?:[\w.-]+:)?catalog", body[:_LONGEST_TAG], re.S)
        between = b"" if has_its_own or self.tag.endswith(b"/>") else catalogues
        whole = start + self.tag[:place] + more + self.tag[place:] + between + body
        return Piece(whole[: MAX_PIECE + 1], self.line)


class _Message:
    """What stands around the items of a message, and the items as they come."""

    def __init__(self, head: bytes, root: re.Match[bytes]) -> None:
        declared = DECLARED.match(head)
        self.start = b'<?xml version="1.0" encoding="%s"?>' % declared.group(1) if declared else b""
        self._line = head.count(b"\n", 0, root.end()) + 1
        self._given = dict(_NAMED.findall(root.group()))
        self._header: bytes | None = None
        self._catalogues = b""

    def items(self, chunks: Iterable[bytes]) -> Iterator[tuple[bytes, Piece]]:
        """Yield each item, its kind before it, as a document with what the message says for all."""
        item: _Item | None = None
        for before, tag, token in tags(chunks, _TOKEN):
            self._line += before.count(b"\n")
            if item is not None:
                item.add(before)
            elif self._header is not None and len(self._header) < _HEAD:
                self._header += before
            if token is None:
                continue
            closing = token.group(1) == b"/"
            if item is not None:
                ends = closing and token.group(2) == item.name
                if not ends and token.group(3) == b"header":
                    item.add(tag)  # an element of the text's own
                    self._line += tag.count(b"\n")
                    continue
                if ends:
                    item.add(tag)
                yield from self._done(item)
                item = None  # another item, or the end of all: this one was never closed
                if ends:
                    self._line += tag.count(b"\n")
                    continue
            if not closing and token.group(3) not in (b"header", b"itemSet"):
                item = _Item(tag, token, self._line)
                if tag.endswith(b"/>"):
                    yield from self._done(item)
                    item = None
            else:
                self._around(tag, token, closing)
            self._line += tag.count(b"\n")
        if item is not None:
            yield from self._done(item)

    def _done(self, item: _Item) -> Iterator[tuple[bytes, Piece]]:
        if item.kind in (b"newsItem", b"packageItem"):
            yield item.kind, item.document(self.start, self._given, self._catalogues)

    def _around(self, tag: bytes, token: re.Match[bytes], closing: bool) -> None:
        """Take what a header or a set of items says for the items in it."""
        if token.group(3) == b"header":
            if closing and self._header is not None:
                self._catalogues = self._catalogues_in(self._header)
            self._header = None if closing or tag.endswith(b"/>") else b""
        elif not closing:
            self._header = None
            self._given |= dict(_NAMED.findall(tag))

    def _catalogues_in(self, header: bytes) -> bytes:
        spaces = b"".join(b" %s=%s" % item for item in self._given.items() if item[0].startswith(b"xmlns"))
        try:
            root = xml_tree(self.start + b"<header%s>%s</header>" % (spaces, header))
        except PressReleaseError:
            return b""  # nobody can tell what it says; the items may still be whole
        found = (e for name in ("catalogRef", "catalog") for e in root.iterfind(f"{{*}}{name}"))
        return b"".join(etree.tostring(e, with_tail=False) for e in found)
