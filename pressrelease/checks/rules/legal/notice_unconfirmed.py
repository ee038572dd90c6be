"""A notice that may be due, of which only general knowledge tells.

Its profile was not read in a law or on a page about it, so it is not printed. Somebody of the house has to look: either
the profile is right, then `confirmed` in `[imprint]` names it and it is printed; or it is not, then it stays an
information. `pressrelease notices` shows its text and what is missing.

Source: the profiles in docs/notices.md, where their basis is `general`.

Newsroom:

    title = "Porto"
    base_url = "https://porto.example/"
    publisher = {legal_name = "Porto S.p.A."}
    imprint = {jurisdiction = "IT"}

Example:

    ---
    headline: Il porto apre
    published: 2026-03-02T09:00+01:00
    ---
    Il porto apre lunedì.

Use instead:

    ---
    headline: Il porto apre
    published: 2003-05-13T09:00+02:00
    ---
    Il porto apre lunedì.

Excuse it: where the house has looked and does without the notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.errors import shown


def run(case: Case) -> Iterator[Hit]:
    """Yield each unconfirmed profile of general knowledge whose kind of notice the release lacks."""
    kinds = {notice.kind for notice in case.release.notices}
    for one in case.due:
        profile = one.profile
        if profile.basis == "general" and not one.confirmed and profile.kind not in kinds:
            asks = (
                "good practice"
                if profile.nature == "practice"
                else f"{profile.citation}, by general knowledge,"
            )
            message = f"{asks} asks for “{profile.label[one.language]}” ({profile.kind}); it is not printed"
            yield Hit(message, fix=f"have it checked, then confirmed = [{shown(profile.id)}] in [imprint]")


RULE = Rule(id="notice-unconfirmed", group="legal", severity="info", run=run)
