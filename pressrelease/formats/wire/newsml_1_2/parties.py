"""How somebody is reached, as properties: of a party, of a topic, of a contact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pressrelease.model import Address, Contact, Organisation, Phone, Release

_PHONES = {"voice": "Phone", "mobile": "Mobile", "fax": "Fax"}
LEGAL_NAME = "LegalName"
"""Name of a property, and variant of a description, that is an organisation's registered name."""
ADDRESS = (
    ("Street", "street"),
    ("City", "city"),
    ("Region", "region"),
    ("PostCode", "postcode"),
    ("Country", "country"),
)
"""Properties of an address, each with its field."""
CONTACT = (
    ("Heading", "heading"),
    ("Name", "name"),
    ("Role", "role"),
    ("Organization", "organisation"),
    ("URL", "web"),
    ("Note", "note"),
)
"""Properties of a contact, each with its field."""
HOUSE = (
    ("URL", "web"),
    ("RegisterEntry", "register_entry"),
    ("VATId", "vat_id"),
    ("Logo", "logo"),
)
"""Properties of an organisation, each with its field."""


class Fact(NamedTuple):
    """A property, and those within it."""

    name: str
    value: str = ""
    inner: tuple[Fact, ...] = ()


def house_facts(house: Organisation) -> tuple[Fact, ...]:
    """Return what is known of an organisation beside its names and codes."""
    return (*_reached(house), *_named(house, HOUSE))


class Asked(NamedTuple):
    """Whom a desk may ask, and the path of that contact."""

    of: str
    facts: tuple[Fact, ...]


def contacts(release: Release) -> Iterator[Asked]:
    """Yield the contacts that may be published."""
    for i, contact in enumerate(release.contacts):
        if not contact.for_editors:
            facts = (*_named(contact, CONTACT), *_reached(contact))
            if facts:
                yield Asked(f"contacts.{i}", facts)


def _named(part: Contact | Organisation | Address, names: tuple[tuple[str, str], ...]) -> Iterator[Fact]:
    for name, field in names:
        if value := getattr(part, field):
            yield Fact(name, value)


def _reached(part: Contact | Organisation) -> Iterator[Fact]:
    yield from map(_phone, part.phones)
    for email in part.emails:
        yield Fact("Email", email)
    if part.address is not None:
        lines = (Fact("Line", line) for line in part.address.lines)
        inner = (*_named(part.address, ADDRESS), *lines)
        if inner:
            yield Fact("Address", inner=inner)


def _phone(phone: Phone) -> Fact:
    return Fact(_PHONES[phone.kind], phone.number, (Fact("Label", phone.label),) if phone.label else ())
