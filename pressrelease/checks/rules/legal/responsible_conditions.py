"""A responsible person of whom nobody confirmed that the law lets them answer.

Some laws take only a person who lives in the country for good, has full legal capacity, may hold public office and can
be prosecuted without limits. No text tells: the house has to ask, and then writes `conditions_confirmed = true` in
`[[imprint.responsible]]`. It is never inferred.

Source: § 18(2) MStV, before it § 55(2) RStV (DE); docs/notices.md.

Newsroom:

    title = "Hafen"
    base_url = "https://hafen.example/"
    publisher = {legal_name = "Hafen GmbH"}

    [imprint]
    jurisdiction = "DE"
    responsible = [{name = "Ada Byron", conditions_confirmed = true}]

Example:

    ---
    headline: Hafen öffnet
    published: 2026-03-02T09:00+01:00
    notices: [{kind: editorial-responsibility, jurisdiction: DE, person: Max Muster, text: "Kai 1, 20457 Hamburg"}]
    ---
    Der Hafen öffnet am Montag.

Use instead:

    ---
    headline: Hafen öffnet
    published: 2026-03-02T09:00+01:00
    notices: [{kind: editorial-responsibility, jurisdiction: DE, person: Ada Byron, text: "Kai 1, 20457 Hamburg"}]
    ---
    Der Hafen öffnet am Montag.

Excuse it: where somebody of the house has asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.responsible import answering
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each person named in a notice whose conditions nobody confirmed."""
    imprint = case.newsroom.imprint if case.newsroom else None
    confirmed = {p.name for p in imprint.responsible if p.conditions_confirmed} if imprint else set()
    for one in answering(case):
        person = one.notice.person
        if person and "conditions" in one.norm.requires and person not in confirmed:
            message = f"nobody confirmed that {person} may answer: residence, capacity, no immunity"
            yield Hit(message, one.path, fix=f"ask, then confirm it in [imprint] ({one.norm.citation})")


RULE = Rule(id="responsible-conditions", group="legal", severity="warning", run=run)
