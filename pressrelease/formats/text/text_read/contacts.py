"""Contacts: whom a desk may ask, out of the lines beneath their heading."""

from __future__ import annotations

from pressrelease.anatomy.people import apart
from pressrelease.characters import one_line
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
from pressrelease.markup.names import is_desk
from pressrelease.markup.parts import contact
from pressrelease.markup.points import points
from pressrelease.model import Contact

_MOST_LINES = 60
"""Lines of a block that may be a contact."""


class Contacts:
    """Read contacts into a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def read(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> list[Chunk]:
        """Take contacts, each chunk one, and return the rest: a long text without a way to reach anybody ends them."""
        first = True
        at = 0
        while at < len(content):
            block = content[at]
            prose = not first and len(block.text) > 160 and not points(block.text)
            if prose or len(block.lines) > _MOST_LINES:
                break
            gap, between = (chunk.gap, label_gap) if first else (block.gap, 2)
            # `Media` above a name heads it; what stood above that is then no more than a mark.
            if first and heading and len(block.lines) > 1 and is_desk(block.first):
                self.draft.mark(Chunk((heading,), chunk.gap, chunk.number))
                heading, gap = "", label_gap
            below = content[at + 1] if at + 1 < len(content) else None
            at += self.block(block, below, heading if first else "", gap, between)
            first = False
        if first and heading:
            self.draft.mark(Chunk((heading,), chunk.gap, chunk.number))
        return content[at:]

    def block(self, block: Chunk, below: Chunk | None, heading: str, gap: int, label_gap: int) -> int:
        """Take the contacts of one block, and how to reach them from the block below; return how many were taken."""
        beside = f"{heading} " if heading and label_gap == 0 else ""
        groups = apart([one_line(line) for line in (beside + block.lines[0], *block.lines[1:])])
        groups[0][0] = groups[0][0].removeprefix(beside)
        taken = 1
        for number, lines in enumerate(groups):
            if number:
                heading, gap = "", 1
            if not heading and len(lines) > 1 and is_desk(lines[0]):
                heading, label_gap, lines = lines[0], 1, lines[1:]
            text = "\n".join(lines)
            made = contact(text)
            if len(groups) == 1 and below is not None and made is not None and not _reachable(made):
                more = contact(text + "\n" * below.gap + "\n".join(map(one_line, below.lines)), note=False)
                if more is not None and _reachable(more) and below.gap < 5:
                    made, taken = more, 2
            if made is not None:
                self.keep(made.changed(heading=heading), gap, label_gap)
            else:
                self.lines(Chunk(tuple(lines), gap, block.number), heading, gap, label_gap)
        return taken

    def keep(self, made: Contact, gap: int, label_gap: int) -> None:
        """Keep a contact and where it stands."""
        self.draft.contacts.append(made)
        self.draft.slot(f"contacts.{len(self.draft.contacts) - 1}", gap, label_gap=min(label_gap, 99))

    def lines(self, block: Chunk, heading: str, gap: int, label_gap: int) -> None:
        """Take lines that make no one contact: as many as can be together, the rest one by one."""
        at = 0
        while at < len(block.lines):
            for stop in range(min(len(block.lines), at + 8), at, -1):
                text = "\n".join(map(one_line, block.lines[at:stop]))
                made = contact(text, note=stop - at == 1)
                if made is not None:
                    break
            else:
                stop = at + 1
                made = Contact(note=block.lines[at], layout="{note}")
            self.keep(
                made.changed(heading=heading if at == 0 else ""),
                gap if at == 0 else 1,
                label_gap if at == 0 else 2,
            )
            at = stop

    def reached(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> bool:
        """Take a part with an unknown heading as a contact where it names somebody and how to reach them."""
        if len(content) != 1:
            return False
        made = contact("\n".join(map(one_line, content[0].lines)), note=False)
        if made is None or not named(made):
            return False
        self.keep(made.changed(heading=heading), chunk.gap, label_gap)
        return True


def named(made: Contact) -> bool:
    """Return whether a contact names somebody and how to reach them."""
    return bool((made.name or made.organisation) and (made.emails or made.phones))


def _reachable(made: Contact) -> bool:
    return bool(made.phones or made.emails or made.web)
