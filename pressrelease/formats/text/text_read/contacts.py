"""Contacts: whom a desk may ask, out of the lines beneath their heading."""

from __future__ import annotations

from pressrelease.characters import one_line
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
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
            text = "\n".join(map(one_line, block.lines))
            made = contact(text)
            if at + 1 < len(content) and made is not None and not _reachable(made):
                below = content[at + 1]
                both = text + "\n" * below.gap + "\n".join(map(one_line, below.lines))
                more = contact(both, note=False)
                if more is not None and _reachable(more) and below.gap < 5:
                    made, at = more, at + 1
            gap, between = (chunk.gap, label_gap) if first else (block.gap, 2)
            if made is not None:
                self.keep(made.changed(heading=heading if first else ""), gap, between)
            else:
                self.lines(block, heading if first else "", gap, between)
            first = False
            at += 1
        if first:
            self.keep(Contact(heading=heading), chunk.gap, label_gap)
        return content[at:]

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
