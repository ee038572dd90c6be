"""An imprint of a company that does not say where it is registered and who represents it.

`Ltd` or `GmbH` says that nobody answers with their own money. Who deals with such a house may look it up: in which
register, under which number, and who acts for it.

Source: Directive 2000/31/EC, Art. 5(1)(d); § 5(1) DDG (DE), s. 82 Companies Act 2006 (UK); docs/notices.md.

Example:

    ---
    headline: Harbour opens
    provider: {legal_name: Example Ltd, address: {street: Quay Street 1, city: Kestrel Bay}}
    notices: [{kind: provider, heading: Company details}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    provider:
      legal_name: Example Ltd
      address: {street: Quay Street 1, city: Kestrel Bay}
      register_entry: Registered in England and Wales No. 01234567; director Ada Byron
    notices: [{kind: provider, heading: Company details}]
    ---
    The harbour opens on Monday.

Excuse it: where the law of the house's seat asks for neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.provider import missing, shown_provider
from pressrelease.checks.rule import Hit, Rule

_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KGaA|KG|SE|UG|Ltd|Limited|PLC|plc|LLC|Inc|Corp|S\.?A\.?S|S\.A|SA|S\.?à?\.?r\.?l|S\.?p\.?A|B\.?V|N\.?V"
    r"|Oyj?|A/S|ApS|AB|Sp\. z o\.o|Lda|S\.L)\b"
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each fact about the company that its imprint leaves out."""
    for fact in missing(case, "register", "representatives", "form"):
        yield Hit(f"the imprint leaves out: {fact.fact} ({fact.why})", fix=f"set {fact.at}")
    house = shown_provider(case)
    if house is None or house.register_entry:
        return
    company = _COMPANY.search(house.legal_name or house.name)
    if company:
        message = f"“{company[0]}” alone: no register, no number, nobody who represents the house"
        yield Hit(
            message,
            "provider.legal_name" if house.legal_name else "provider.name",
            fix="add `register_entry`",
        )


RULE = Rule(id="provider-register", group="legal", severity="warning", run=run)
