"""A release for which nobody answers, where the law asks for somebody.

Where an offer is journalistic or periodic, several laws want one natural person named. Whether the house's is one says
`when` in `[imprint]`; who it is says `[[imprint.responsible]]`: the notice then joins each release by itself.

Source: docs/notices.md; § 18(2) MStV (DE), law 2004-575 art. 1-1 (FR), law 2004-06-08 art. 63 (LU).

Newsroom:

    title = "Hafen"
    base_url = "https://hafen.example/"
    publisher = {legal_name = "Hafen GmbH"}
    imprint = {jurisdiction = "DE", when = ["business", "editorial"]}

Example:

    ---
    headline: Hafen öffnet
    published: 2026-03-02T09:00+01:00
    ---
    Der Hafen öffnet am Montag.

Use instead:

    ---
    headline: Hafen öffnet
    published: 2026-03-02T09:00+01:00
    notices: [{kind: editorial-responsibility, person: Ada Byron, text: "Kai 1, 20457 Hamburg"}]
    ---
    Der Hafen öffnet am Montag.

Excuse it: where the release is not part of the journalistic offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield the first profile in force that asks for a responsible person, where the release names none."""
    if any(notice.kind == "editorial-responsibility" for notice in case.release.notices):
        return
    for one in case.due:
        if one.profile.kind == "editorial-responsibility" and one.binds:
            message = f"nobody answers for this release; {one.profile.citation} asks for a natural person"
            yield Hit(message, fix="name one in [[imprint.responsible]] of newsroom.toml")
            return


RULE = Rule(id="responsible-missing", group="legal", severity="error", run=run)
