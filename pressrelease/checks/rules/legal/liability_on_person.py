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

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each liability notice that names a person, in its field or in its words."""
    known = [p.name for p in case.release.people] + [c.name for c in case.release.contacts if " " in c.name]
    for i, notice in enumerate(case.release.notices):
        if notice.kind != "liability":
            continue
        person = notice.person or next((name for name in known if name and name in notice.text), "")
        if person:
            path = f"notices.{i}.{'text' if notice.text else 'person'}"
            yield Hit(f"the clause names {person}", path, fix="have the consent on record, or name the house")


RULE = Rule(id="liability-on-person", group="legal", severity="warning", run=run)
