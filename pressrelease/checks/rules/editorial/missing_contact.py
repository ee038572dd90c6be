"""A release that names nobody whom a desk may ask.

Every desk has a question, often within the hour. The address of the service that distributes the release does not help:
it did not write it. Wires send back what has no contact of the issuer.

Source: PRWeb, editorial guidelines (valid contact information); APA-OTS, terms (each release ends with a contact).

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    contacts: [{name: Ada Byron, emails: [press@example.org]}]
    ---
    The harbour opens on Monday.

Excuse it: where questions are answered by somebody whom all receivers know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.points import points

_MAIL = re.compile(r"[\w+-]@[\w-]+\.\w")
_NUMBERS = ("voice", "mobile")
_LAST = 5
"""Passages at the end in which a release names, in plain text, whom a desk may ask."""


def run(case: Case) -> Iterator[Hit]:
    """Yield a release without a contact, or whose contacts have neither number nor address; a killed one needs none."""
    contacts = case.release.contacts
    if case.release.life.killed or any(c.phones or c.emails or c.note for c in contacts):
        return
    if contacts:
        message = f"{contacts[0].name or 'the contact'} can be reached neither by telephone nor by mail"
        yield Hit(message, "contacts.0", fix="add a number or an e-mail address")
    elif not any(_reaches(case, passage) for passage in case.body.passages[-_LAST:]):
        yield Hit("no contact of the issuer", fix="add whom a desk may ask (`contacts`)")


def _reaches(case: Case, passage: Passage) -> bool:
    """Return whether a passage has a mail address, or, beneath a heading of contacts, a telephone number."""
    if _MAIL.search(passage.text):
        return True
    return passage.path in case.formulas and any(point.kind in _NUMBERS for point in points(passage.text))


RULE = Rule(id="missing-contact", group="editorial", severity="warning", run=run)
