"""A responsible person who is not plainly one natural person.

A court wants to know whom to write to: a first name and a surname. A team is nobody, two names leave open which of them
answers for what, and a person run together with a house (`Ada Byron - Example`) may be either.

Source: § 18(2) MStV (DE), "a natural person"; where there are several, each with the part answered for.

Example:

    ---
    headline: Harbour opens
    notices: [{kind: editorial-responsibility, heading: Responsible, person: Press Office}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    notices: [{kind: editorial-responsibility, heading: Responsible, person: Ada Byron, organisation: Example Corp}]
    ---
    The harbour opens on Monday.

Excuse it: where the person is known by one name, as artists are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.model import Notice

_SEVERAL = re.compile(r"\s(?:and|und|et|y|e|en|&|\+)\s|[/;]")
_NOBODY = re.compile(
    r"\b(?:team|office|department|desk|editors|editorial|newsroom|communications?|pr|redaktion|presse(?:stelle|abteilung|büro)?"
    r"|abteilung|unternehmenskommunikation|rédaction|service|équipe|redacción|equipo|departamento|redazione|ufficio"
    r"|redactie|afdeling|gmbh|ag|ltd|limited|inc|llc|plc|corp|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|b\.?v|e\.?\s?v)\b",
    re.I,
)
_DASHED = re.compile(r"\s[-–—|]\s")
_RUN_TOGETHER = re.compile(r"\{person\}\s*[-–—/|]\s*\{organisation\}")


def run(case: Case) -> Iterator[Hit]:
    """Yield each notice of responsibility whose person is not plainly one."""
    for i, notice in enumerate(case.release.notices):
        if notice.kind == "editorial-responsibility" and (problem := _problem(notice)):
            path = f"notices.{i}.person" if notice.person else f"notices.{i}"
            yield Hit(
                problem, path, fix="name one person, with first name and surname; the house apart from it"
            )


def _problem(notice: Notice) -> str:
    person = notice.person
    if not person:
        return "" if notice.text else "this notice names no person"
    if _NOBODY.search(person):
        return f"“{person}” is no natural person"
    if _SEVERAL.search(person):
        return f"“{person}”: who of them answers for what?"
    if _DASHED.search(person):
        return f"“{person}” runs two things together: who answers, the person or the house?"
    if " " not in person.strip():
        return f"“{person}” is one name; a first name and a surname are wanted"
    if _RUN_TOGETHER.search(notice.layout):
        return f"“{person}” and “{notice.organisation}” stand in one: who answers, the person or the house?"
    return ""


RULE = Rule(id="responsible-unclear", group="legal", severity="warning", run=run)
