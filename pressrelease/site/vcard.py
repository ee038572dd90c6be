"""vCard 4.0 (RFC 6350): a contact or an organisation as a card for the address book."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.model import Address, Contact, Organisation, Phone

MEDIA_TYPE = "text/vcard"
_TYPES = {"voice": "work,voice", "fax": "work,fax", "mobile": "work,cell"}
_WIDTH = 75
"""Octets of a line without its end (section 3.2)."""


def vcard(who: Contact | Organisation) -> bytes:
    """Return the card of `who`: every fact that a card has a place for, as printed."""
    head = ["BEGIN:VCARD", "VERSION:4.0"]
    own = _of_contact(who) if isinstance(who, Contact) else _of_organisation(who)
    lines = [*head, *own, *_reach(who), "END:VCARD"]
    return b"".join(_folded(line) for line in lines)


def _of_contact(c: Contact) -> Iterator[str]:
    # A desk has no name of its own: it is called as its heading or its house calls it.
    called = c.name or c.heading.rstrip(": ") or c.organisation or next(iter(c.emails), c.role)
    yield f"KIND:{'individual' if c.name else 'group'}"
    yield f"FN:{_text(called)}"
    if c.organisation:
        yield f"ORG:{_text(c.organisation)}"
    if c.role:
        yield f"TITLE:{_text(c.role)}"
    if c.note:
        yield f"NOTE:{_text(c.note)}"


def _of_organisation(o: Organisation) -> Iterator[str]:
    yield "KIND:org"
    yield f"FN:{_text(o.title)}"
    yield f"ORG:{_text(o.legal_name or o.name)}"


def _reach(who: Contact | Organisation) -> Iterator[str]:
    yield from map(_phone, who.phones)
    for email in who.emails:
        yield f"EMAIL;TYPE=work:{_text(email)}"
    if who.web:
        yield f"URL:{who.web if '://' in who.web else f'https://{who.web}'}"
    if who.address:
        yield _address(who.address)


def _phone(phone: Phone) -> str:
    # As text, which a number as printed is; a `tel:` URI would need a number that can be dialled anywhere.
    return f"TEL;TYPE={_TYPES[phone.kind]}:{_text(phone.number)}"


def _address(a: Address) -> str:
    """Return the address in its seven parts; box and extension stay empty, as section 6.3.1 advises."""
    street = ",".join(_text(line) for line in (a.street, *a.lines) if line)
    return "ADR;TYPE=work:" + ";".join(
        ("", "", street, _text(a.city), _text(a.region), _text(a.postcode), _text(a.country))
    )


def _text(value: str) -> str:
    """Escape `value` (section 3.4)."""
    for mark, escaped in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n")):
        value = value.replace(mark, escaped)
    return value


def _folded(line: str) -> bytes:
    """Return `line` with its end, cut into lines of 75 octets, never within a letter."""
    rows: list[bytes] = [b""]
    for letter in line:
        octets = letter.encode()
        if len(rows[-1]) + len(octets) > _WIDTH:
            rows.append(b" ")
        rows[-1] += octets
    return b"\r\n".join(rows) + b"\r\n"
