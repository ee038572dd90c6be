"""A liability clause that puts the blame on a named person.

It tells the world that this person pays, whether that is so or not. Without a consent on record it may hurt the person
and the house that printed it.

Source: docs/notices.md, notices of liability; Regulation (EU) 2016/679, Art. 6 (a basis for printing a name).

Example:

    ---
    headline: Harbour opens
    notices: [{kind: liability, text: The author answers for the content., person: Ada Byron, organisation: Example}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    notices: [{kind: liability, text: This release comes from Example Corp. Statutory rights remain as they are.}]
    ---
    The harbour opens on Monday.

Excuse it: where the person agreed in writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.names import is_organisation, is_person

_ARTICLE = r"(?:The|An?|This|Its?|Each|Any|No|Der|Die|Das|Dem|Den|Des|Für|Le|La|Les|L|El|Los|Il|Lo|De|Het)"
_WORD = r"[A-ZÀ-Þ][a-zà-ÿ'’-]+"
_NAME = rf"(?!{_ARTICLE}\b){_WORD}(?: [A-Z]\.)* {_WORD}"
_ALONE = r"(?:(?:solely|alone|fully|personally|allein|alleinig|voll|persönlich|seul|entièrement) )?"
_BLAMED = re.compile(
    rf"\b(?P<before>{_NAME}) (?:is|ist|est|es|è|haftet|bears|trägt) {_ALONE}"
    r"(?:liable|responsible|answerable|verantwortlich|haftbar|für|responsable|responsabile|the|die|persönlich)"
    r"|(?:lies with|rests with|responsible is|liable is|liegt bei|[Vv]erantwortlich ist|haftet) "
    rf"{_ALONE}(?P<behind>{_NAME})(?![\w’-]| [A-ZÀ-Þ])"
)
"""A name beside the words that make somebody answer."""
_LONGER = re.compile(r"(?<!Dr)(?<!Prof)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Herr)(?<!Frau)(?<!\.) \Z")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'’-]* \Z")
"""What stands before two words that end a longer name, as houses have."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each liability notice that names a person, in its field or in its words."""
    known = [p.name for p in case.release.people] + [c.name for c in case.release.contacts if " " in c.name]
    for i, notice in enumerate(case.release.notices):
        if notice.kind != "liability":
            continue
        person = notice.person or next((name for name in known if name and name in notice.text), "")
        person = person or _blamed(case, notice.text)
        if person:
            path = f"notices.{i}.{'text' if notice.text else 'person'}"
            yield Hit(f"the clause names {person}", path, fix="have the consent on record, or name the house")


def _blamed(case: Case, text: str) -> str:
    """Return the person of whom the words of a clause say that they answer; empty: nobody's name, or a house's."""
    houses = {
        house
        for house in (case.release.publisher, case.release.provider, *case.release.organisations)
        if house
    }
    known = " ".join(f"{house.name} {house.legal_name}" for house in houses)
    if case.newsroom:
        known += f" {case.newsroom.title}"
    for match in _BLAMED.finditer(text):
        name, before = match["before"] or match["behind"], text[: match.start()]
        longer = match["before"] and _CAPITAL.search(before) and _LONGER.search(before)
        if not longer and is_person(name) and not is_organisation(name) and name not in known:
            return str(name)
    return ""


RULE = Rule(id="liability-on-person", group="legal", severity="warning", run=run)
