"""Inside information handed out under an embargo.

What moves a price must reach all at once. A press embargo binds nobody by law; whoever gets the text early may trade on
it, and the sender has disclosed it unlawfully.

Source: Regulation (EU) 596/2014, Art. 10, 14, 17; 17 CFR 243.100 (Regulation FD).

Example:

    ---
    headline: Harbour AG sells a quay
    embargo: 2026-12-02T09:00+01:00
    notices: [{kind: inside-information, text: This is inside information.}]
    publisher: {name: Harbour AG, isin: DE0005140008}
    contacts: [{name: Ada Byron, role: Investor Relations}]
    published: 2026-12-02T09:00+01:00
    ---
    Harbour AG sells the north quay.

Use instead:

    ---
    headline: Harbour AG sells a quay
    notices: [{kind: inside-information, text: This is inside information.}]
    publisher: {name: Harbour AG, isin: DE0005140008}
    contacts: [{name: Ada Byron, role: Investor Relations}]
    published: 2026-12-02T09:00+01:00
    ---
    Harbour AG sells the north quay.

Excuse it: where the embargo only schedules the house's own sending, and nobody gets the text before.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.markets import inside
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield the embargo of a release that says it is inside information."""
    release = case.release
    if release.embargo is None:
        return
    marked = any(n.kind == "inside-information" for n in release.notices)
    if marked or "inside-information" in case.conditions or inside(case.everything):
        message = "inside information may not be handed out under an embargo"
        yield Hit(
            message, "embargo", fix="publish at once to all, or delay it as the law allows, and tell nobody"
        )


RULE = Rule(id="inside-information-under-embargo", group="legal", severity="error", run=run)
