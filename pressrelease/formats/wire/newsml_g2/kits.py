"""Which items of a message are one release: a text and its pictures, tied by a package that stands before them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from pressrelease.errors import PressReleaseError
from pressrelease.markup.pieces import MAX_PIECE, Piece
from pressrelease.markup.xml import xml_tree

_GUID = re.compile(
    rb"<(?:[\w.-]+:)?newsItem\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*?\bguid\s*=\s*(?:\"([^\"]*)\"|'([^']*)')"
)
_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}\?>")
_MOST = 200
"""Items that one release may consist of."""
_LARGEST_PACKAGE = 1_000_000


@dataclass(slots=True)
class _Kit:
    """A package, and the items it ties as far as they have come."""

    package: Piece
    missing: set[str]
    size: int
    items: list[Piece] = field(default_factory=list)

    def document(self, start: bytes) -> Piece:
        """Return the kit as a message of its own."""
        every = b"".join(_DECLARATION.sub(b"", piece, count=1) for piece in (self.package, *self.items))
        space = b' xmlns="http://iptc.org/std/nar/2006-10-01/"'
        return Piece(
            start + b"<newsMessage%s><itemSet>%s</itemSet></newsMessage>" % (space, every), self.package.line
        )


def gathered(items: Iterable[tuple[bytes, Piece]], start: bytes) -> Iterator[Piece]:
    """Yield items as they come, those that a package makes one release together; `start` declares their encoding."""
    kit: _Kit | None = None
    for kind, piece in items:
        tied = tied_by(piece) if kind == b"packageItem" else set()
        if tied:
            if kit is not None:
                yield from _closed(kit, start)
            kit = _Kit(piece, tied, len(piece))
        elif kit is not None and (guid := _guid(piece)) in kit.missing:
            kit.missing.discard(guid)
            kit.items.append(piece)
            kit.size += len(piece)
            if not kit.missing:
                yield kit.document(start)
                kit = None
            elif kit.size > MAX_PIECE - 1000:
                yield from (kit.package, *kit.items)
                kit = None
        else:
            yield piece
    if kit is not None:
        yield from _closed(kit, start)


def _closed(kit: _Kit, start: bytes) -> Iterator[Piece]:
    yield kit.document(start) if kit.items else kit.package


def _guid(piece: Piece) -> str:
    found = _GUID.search(piece[:65_536])
    return (
        html.unescape((found.group(1) or found.group(2) or b"").decode("utf-8", "replace")) if found else ""
    )


def tied_by(piece: bytes) -> set[str]:
    """Return the ids of the items that a package makes one release: one text, and media; none where it is no such."""
    if len(piece) > _LARGEST_PACKAGE:
        return set()
    try:
        package = xml_tree(piece)
    except PressReleaseError:
        return set()  # its reader will tell
    texts: list[tuple[str, etree._Element]] = []
    media: list[tuple[str, etree._Element]] = []
    for reference in package.iter("{*}itemRef"):
        held = reference.find("{*}itemClass")
        kind = (held.get("qcode") or "").rpartition(":")[2].lower() if held is not None else ""
        if name := reference.get("residref") or reference.get("guidref"):
            (media if kind in MEDIA else texts).append((name, reference))
    mains = [name for name, reference in texts if not _is_aside(reference)]
    return {*mains, *(name for name, _ in media)} if len(mains) == 1 and len(media) < _MOST else set()


MEDIA = frozenset(("picture", "photo", "graphic", "video", "audio", "animated"))


def _is_aside(reference: etree._Element) -> bool:
    """Return whether a reference leads to another release, as a translation: its text is not this one's."""
    group = reference.getparent()
    return group is not None and (group.get("role") or "").rpartition(":")[2] in ("translations", "related")
