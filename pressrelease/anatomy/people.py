"""Blocks of contacts: which lines are one person's, and whose name is the house's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pressrelease.markup.names import opens_with_desk
from pressrelease.markup.parts import contact
from pressrelease.markup.points import points
from pressrelease.model import Boilerplate, Contact, Notice

_MOST_LINES = 60


def apart(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines of a block as those of each contact: a desk beneath a number opens one, or each is a line."""
    if len(lines) > _MOST_LINES:
        return [list(lines)]
    whole = [i for i, line in enumerate(lines) if _is_whole(line)]
    starts = {*whole[1:]} if len(whole) > 1 else set()
    starts |= {i for i, line in enumerate(lines) if i and points(lines[i - 1]) and opens_with_desk(line)}
    out: list[list[str]] = []
    for i, line in enumerate(lines):
        if not out or i in starts:
            out.append([])
        out[-1].append(line)
    return out


def _is_whole(line: str) -> bool:
    """Return whether a line names somebody and how to reach them."""
    made = contact(line, note=False) if len(line) < 300 else None
    return made is not None and bool(made.name) and bool(made.phones or made.emails)


def housed(
    contacts: Iterable[Contact], boilerplates: Iterable[Boilerplate], notices: Iterable[Notice]
) -> list[Contact]:
    """Return `contacts` with a name that is the house's as their organisation: `Example Air` is nobody's name."""
    houses = {n.organisation for n in notices if n.organisation}
    for about in boilerplates:
        _, _, named = about.heading.rstrip(":").partition(" ")
        houses.add(named)
    return [_housed(c) if c.name in houses and not c.organisation else c for c in contacts]


def _housed(made: Contact) -> Contact:
    layout = made.layout.replace("{name}", "{organisation}") if made.layout else made.layout
    return made.changed(name="", organisation=made.name, layout=layout)
