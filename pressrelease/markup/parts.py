"""Organisations and contacts out of the lines of an imprint or a contact block, with how they were set."""

from __future__ import annotations

import re
from typing import Any

from pressrelease.characters import illegal, one_line
from pressrelease.markup.addresses import STREET_WORD, postal
from pressrelease.markup.cuts import Cut, pattern, rest, trimmed
from pressrelease.markup.names import LEGAL_FORM, is_desk, is_organisation, is_person, is_role
from pressrelease.markup.points import Point, points
from pressrelease.model import Address, Contact, InvalidRelease, Organisation, Phone
from pressrelease.wording import contact_lines, organisation_words

_LONGEST = 4000
_WORDS = re.compile(r"[^\W_]{2,}")
_LABEL = re.compile(r"[^\W\d][\w./& -]{0,30}:\s*")
_PIECE = re.compile(r"[^,;|·•\n()/]+")
_OF = re.compile(r"(.{3,60}?) (?:of|at|with|von|bei|de chez) (?=[A-ZÀ-Þ])")
_DASH = re.compile(r" [-–—] ")
_DIGIT = re.compile(r"\d")
_FOR = re.compile(r"(?:for|für|pour|per|para|voor) (?=[A-Z])")


def organisation(text: str) -> Organisation | None:
    """Return the organisation whose imprint `text` is, or None where words would be left over.

    Its layout sets the text back letter for letter: name, address, numbers with their labels before or behind, mails,
    web, register and VAT id, on one line or on several.
    """
    if len(text) > _LONGEST or not text.strip() or illegal(text):
        return None
    found = points(text)
    head = found[0].first if found else len(text)
    name = _name(text, head)
    if name is None:
        return None
    kind = "legal_name" if LEGAL_FORM.search(text, *name) else "name"
    cuts = [Cut(*name, kind)]
    values: dict[str, Any] = {kind: text[slice(*name)]}
    place = postal(text, name[1], head, whole=True)
    if place is not None:
        cuts.append(Cut(place[0], place[1], "address"))
        values["address"] = place[2]
    if not _reached(text, found, cuts, values) or _left(text, cuts, found):
        return None
    try:
        made = Organisation(**values, layout=pattern(text, cuts))
    except InvalidRelease:
        return None
    return made if organisation_words(made) == text else None


def _name(text: str, end: int) -> tuple[int, int] | None:
    line_end = text.find("\n", 0, end)
    line_end = end if line_end < 0 else line_end
    digit = _DIGIT.search(text, 0, line_end)
    forms = list(LEGAL_FORM.finditer(text, 0, line_end))
    before = [f for f in forms if digit is None or f.end() <= digit.start()] or forms[:1]
    if before:
        return trimmed(text, 0, before[-1].end(), " \t\n")
    # Without a legal form the name ends at the first comma, or where the street begins.
    address = postal(text, 0, end)
    last = min(line_end, address[0] if address and address[0] else line_end)
    comma = text.find(",", 0, last)
    way = STREET_WORD.search(text, 0, line_end) if address and not address[0] and comma != 0 else None
    last = min((x for x in (comma, way.start() if way else -1, last) if x > 0), default=0)
    start, stop = trimmed(text, 0, last)
    return (start, stop) if start < stop else None


def _reached(text: str, found: list[Point], cuts: list[Cut], values: dict[str, Any]) -> bool:
    """Cut numbers and addresses; false where a second web address or register has no field."""
    phones: list[Phone] = []
    emails: list[str] = []
    for point in found:
        words = text[point.start : point.end]
        if point.kind == "email":
            cuts.append(Cut(point.start, point.end, f"emails.{len(emails)}"))
            emails.append(words)
        elif point.kind in ("web", "vat_id", "register_entry"):
            if point.kind in values:
                return False
            cuts.append(Cut(point.start, point.end, point.kind))
            values[point.kind] = words
        else:
            cuts.append(Cut(point.start, point.end, f"phones.{len(phones)}.number"))
            label = ""
            if point.label is not None:
                cuts.append(Cut(*point.label, f"phones.{len(phones)}.label"))
                label = text[slice(*point.label)]
            phones.append(Phone(number=words, label=label, kind=point.kind))
    values["phones"] = tuple(phones)
    values["emails"] = tuple(emails)
    return True


def _left(text: str, cuts: list[Cut], found: list[Point]) -> bool:
    """Return whether words are left that are no label: those of a point, or a few before a colon."""
    taken = [*cuts, *(Cut(p.first, p.start, "") for p in found if p.first < p.start and p.label is None)]
    taken += [Cut(p.label[1], p.start, "") for p in found if p.label is not None and p.label[1] < p.start]
    words = rest(text, taken)
    return (
        _WORDS.search(re.sub(r"(?i)\b(?:und|and|et|or|oder|e|y|en)\b", "", _LABEL.sub("", words))) is not None
    )


def contact(text: str, heading: str = "", *, note: bool = True) -> Contact | None:
    """Return whom the lines of `text` name, or None where they name nobody, or words would be left over.

    Its layout sets the text back letter for letter. `note`: one piece that is nothing else may stay as a note.
    """
    if len(text) > _LONGEST or not text.strip() or illegal(text):
        return None
    found = points(text)
    cuts: list[Cut] = []
    values: dict[str, Any] = {}
    if not _reached(text, found, cuts, values) or "vat_id" in values or "register_entry" in values:
        return None
    place = _address(text, found)
    if place is not None:
        cuts.append(Cut(place[0], place[1], "address"))
        values["address"] = place[2]
    taken = sorted([(p.first, p.last) for p in found] + ([place[:2]] if place else []))
    if not _people(text, taken, cuts, values, note):
        return None
    try:
        made = Contact(**values, heading=heading, layout=pattern(text, cuts))
    except InvalidRelease:
        return None
    return made if "\n".join(contact_lines(made)) == text else None


def _address(text: str, found: list[Point]) -> tuple[int, int, Address] | None:
    at = 0
    for end in [*(p.first for p in found), len(text)]:
        place = postal(text, at, end) if at < end else None
        if place is not None:
            return place
        at = next((p.last for p in found if p.first == end), end)
    return None


def _pieces(text: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the bounds of what stands between what is taken, piece by piece; a legal form stays with its name."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for start, end in [*taken, (len(text), len(text))]:
        for match in _PIECE.finditer(text, at, max(at, start)):
            a, b = trimmed(text, match.start(), match.end(), " \t-–:")
            label = _FOR.match(text, a, b)
            a = label.end() if label else a
            if a >= b:
                continue
            form = LEGAL_FORM.match(text, a, b)
            if form and form.end() == b and pieces and text[pieces[-1][1] : a].strip(" ") == ",":
                pieces[-1] = (pieces[-1][0], b)
            else:
                pieces += _labelled(text, a, b)
        at = max(at, end)
    return pieces


def _labelled(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the pieces of `Investor Relations: Ada Byron`, `Ada Byron of Example`, `Example – Ada Byron`."""
    words = text[start:end]
    label, colon, name = words.partition(": ")
    if colon and is_role(label) and is_person(name):
        return [(start, start + len(label)), (end - len(name), end)]
    person = _OF.match(words)
    if person and is_person(person[1]):
        return [(start, start + person.end(1)), (start + person.end(), end)]
    if len(words) < 200 and _DASH.search(words):
        bounds, at = [], 0
        for dash in [*_DASH.finditer(words), None]:
            stop = dash.start() if dash else len(words)
            bounds.append((start + at, start + stop))
            at = dash.end() if dash else stop
        return [(a, b) for a, b in bounds if a < b]
    return [(start, end)]


def _people(
    text: str, taken: list[tuple[int, int]], cuts: list[Cut], values: dict[str, Any], note: bool
) -> bool:
    for start, end in _pieces(text, taken):
        words = text[start:end]
        name = _kind(words, values)
        if name == "note" and cuts and cuts[-1].name == "note" and _goes_on(text, cuts[-1].end, start):
            start = cuts.pop().start
            words = text[start:end]
        elif name == "note" and not (note and "note" not in values):
            return False
        if name == "role" and "role" in values:
            name = "organisation" if "organisation" not in values else "note"
            if name in values:
                return False
        values[name] = words
        cuts.append(Cut(start, end, name))
    return bool(
        {"name", "organisation", "role", "phones", "emails", "web"} & {k for k, v in values.items() if v}
    )


def _goes_on(text: str, end: int, start: int) -> bool:
    """Return whether a note goes on behind a comma: `Weekdays 08:00 to 18:00, Lisbon time`."""
    return text[end:start].strip(" ") in (",", ";")


def _kind(words: str, values: dict[str, Any]) -> str:
    if one_line(words) != words or len(words) > 200:
        return "note"
    if "name" not in values and is_person(words):
        return "name"
    if words[0].isdigit():
        return "note"
    if is_desk(words):
        return "role" if "role" not in values else "note"
    if (
        "organisation" not in values
        and is_organisation(words)
        and not ("name" in values and is_role(words) and "role" not in values)
    ):
        return "organisation"
    if "role" not in values and is_role(words):
        return "role"
    if "organisation" not in values and len(words) <= 80 and not words.endswith("."):
        return "organisation"
    if "name" not in values and len(words) <= 60 and not words.endswith("."):
        return "name"
    return "note"
