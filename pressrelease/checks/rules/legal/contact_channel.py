"""An imprint with one way to reach the house, or none.

An e-mail address and a second fast way (telephone, a form that is answered) must be open. A facsimile number is
neither.

Source: Directive 2000/31/EC, Art. 5(1)(c); CJEU, C-298/07 (a second way beside e-mail); docs/notices.md.

Example:

    ---
    headline: Harbour opens
    provider:
      name: Example
      address: {street: Quay Street 1, city: Kestrel Bay}
      phones: [{number: "+351 555 0100", kind: fax}]
    notices: [{kind: provider, heading: Imprint}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    provider:
      name: Example
      address: {street: Quay Street 1, city: Kestrel Bay}
      phones: [{number: "+351 555 0100"}]
      emails: [desk@example.org]
    notices: [{kind: provider, heading: Imprint}]
    ---
    The harbour opens on Monday.

Excuse it: where the house answers by a form whose address stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.provider import missing, shown_provider
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each way of contact that the imprint leaves out."""
    for fact in missing(case, "email", "contact"):
        yield Hit(f"the imprint leaves out: {fact.fact} ({fact.why})", fix=f"set {fact.at}")
    house = shown_provider(case)
    if house is None:
        return
    if not house.emails:
        yield Hit("the imprint has no e-mail address", "provider", fix="add one")
    if all(phone.kind == "fax" for phone in house.phones):
        yield Hit(
            "the imprint has no telephone, nor another fast way beside e-mail", "provider", fix="add one"
        )


RULE = Rule(id="contact-channel", group="legal", severity="warning", run=run)
