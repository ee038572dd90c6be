"""Blocks of contacts: which lines are one person's, and whose name is the house's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pressrelease.anatomy.headings import about_whom
from pressrelease.markup.names import LEGAL_FORM, is_person, opens_with_desk
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
    """Return whether a line names somebody, a desk or a company, and how to reach them."""
    made = contact(line) if len(line) < 300 else None
    if made is None or not (made.phones or made.emails):
        return False
    return bool(made.name) or opens_with_desk(line) or LEGAL_FORM.search(made.organisation) is not None


def housed(
    contacts: Iterable[Contact], boilerplates: Iterable[Boilerplate], notices: Iterable[Notice]
) -> list[Contact]:
    """Return `contacts` with a name that is the house's as their organisation: `Example Air` is nobody's name."""
    houses = {n.organisation.casefold() for n in notices} | {
        about_whom(b.heading).casefold() for b in boilerplates
    }
    return [_housed(c) if c.name and c.name.casefold() in houses else c for c in contacts]


def _housed(made: Contact) -> Contact:
    """Return a contact whose name is its house's with the two in their places, set as they were."""
    if made.organisation and not is_person(made.organisation):
        return made
    swapped = {"{name}": "{organisation}", "{organisation}": "{name}"}
    layout = re.sub(r"\{(?:name|organisation)\}", lambda m: swapped[m.group()], made.layout)
    return made.changed(name=made.organisation, organisation=made.name, layout=layout)
