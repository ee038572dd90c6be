"""A responsible person without a postal address, where the law asks for one.

Whoever answers must be reachable by letter. "Address as above" will do where the house's stands in the imprint of the
same text; `at_publisher = true` in `[[imprint.responsible]]` prints it.

Source: § 18(2) MStV, before it § 55(2) RStV (DE), "with name and address"; law 2004-06-08 art. 62 (LU);
docs/notices.md.

Example:

    ---
    headline: Hafen öffnet
    published: 2026-03-02T09:00+01:00
    notices: [{kind: editorial-responsibility, jurisdiction: DE, person: Ada Byron}]
    ---
    Der Hafen öffnet am Montag.

Use instead:

    ---
    headline: Hafen öffnet
    published: 2026-03-02T09:00+01:00
    notices: [{kind: editorial-responsibility, jurisdiction: DE, person: Ada Byron, text: "Kai 1, 20457 Hamburg"}]
    ---
    Der Hafen öffnet am Montag.

Excuse it: where the address stands in an imprint that every reader of the release sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.responsible import answering
from pressrelease.checks.rule import Hit, Rule

_ADDRESS = re.compile(
    r"\b\d{4,5}\b|\bas above\b|\bwie oben\b|\bci-dessus\b|\bcome sopra\b|\barriba\b|\bzie boven\b"
    r"|\banschrift\b|\baddress\b",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each notice of responsibility without an address, by the law of its country and day."""
    for one in answering(case):
        words = f"{one.notice.heading} {one.notice.organisation} {one.notice.text}"
        # Some laws ask for the person's own address, others for that of whoever publishes.
        asked = "person_address" in one.norm.requires or (
            "address" in one.norm.requires and not _of_house(case)
        )
        if asked and not _ADDRESS.search(words):
            message = (
                f"no postal address of {one.notice.person or 'a person'}; {one.norm.citation} asks for one"
            )
            yield Hit(message, one.path, fix="add it, or “address as above”")


def _of_house(case: Case) -> bool:
    return any(house and house.address for house in (case.release.publisher, case.release.provider))


RULE = Rule(id="responsible-address", group="legal", severity="error", run=run)
