"""An imprint without an address where a letter arrives.

Whoever offers something must be found by a court and by an angry reader. A post office box takes no summons.

Source: Directive 2000/31/EC, Art. 5(1)(b) ("the geographic address"), and the laws that follow it; docs/notices.md.

Example:

    ---
    headline: Harbour opens
    provider: {legal_name: Example Ltd, address: {street: P.O. Box 12, city: Kestrel Bay}}
    notices: [{kind: provider, heading: Company details}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    provider: {legal_name: Example Ltd, address: {street: Quay Street 1, city: Kestrel Bay}}
    notices: [{kind: provider, heading: Company details}]
    ---
    The harbour opens on Monday.

Excuse it: where the address stands in an imprint that every reader of the release sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.provider import missing, shown_provider
from pressrelease.checks.rule import Hit, Rule
from pressrelease.notices.facts import serviceable


def run(case: Case) -> Iterator[Hit]:
    """Yield the imprint that has no address, or none but a post office box."""
    fix = "add street and town"
    publisher = case.newsroom.publisher if case.newsroom else None
    for fact in missing(case, "address"):
        box = publisher is not None and publisher.address is not None
        what = "no address but a post office box" if box else "no address"
        yield Hit(
            f"the imprint has {what} ({fact.why})",
            fix=f"set {fact.at}",
        )
    house = shown_provider(case)
    if house is None:
        return
    if house.address is None:
        yield Hit(f"the imprint of {house.title} has no address", "provider", fix=fix)
    elif not serviceable(house.address):
        yield Hit("a post office box takes no summons", "provider.address", fix=fix)


RULE = Rule(id="provider-address", group="legal", severity="error", run=run)
