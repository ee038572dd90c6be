"""Parts of a release as printed lines: by their own layout where they were read with one, else in the usual order."""

from __future__ import annotations

from collections.abc import Iterable

from pressrelease.model import Address, Contact, Notice, Organisation, Phone
from pressrelease.patterns import fields, filled
from pressrelease.wording.languages import wording


def _values(prefix: str, entries: Iterable[str]) -> dict[str, str]:
    return {f"{prefix}.{i}": entry for i, entry in enumerate(entries)}


def _phones(phones: tuple[Phone, ...]) -> dict[str, str]:
    values = {}
    for i, phone in enumerate(phones):
        values[f"phones.{i}.number"] = phone.number
        values[f"phones.{i}.label"] = phone.label
    return values


def _by_layout(layout: str, values: dict[str, str]) -> str | None:
    """Return `values` set by `layout`, or None where it would leave one of them out."""
    if not layout or not {k for k, v in values.items() if v} <= set(fields(layout)):
        return None
    return filled(layout, values)


def _address_values(a: Address) -> dict[str, str]:
    return {
        "street": a.street,
        **_values("lines", a.lines),
        "city": a.city,
        "region": a.region,
        "postcode": a.postcode,
        "country": a.country,
    }


def address_words(a: Address) -> str:
    """Return an address on one line."""
    set_ = _by_layout(a.layout, _address_values(a))
    return set_ if set_ is not None else ", ".join(_usual_address(a))


def address_lines(a: Address) -> tuple[str, ...]:
    """Return an address as the lines of an envelope."""
    return _usual_address(a)


def _usual_address(a: Address) -> tuple[str, ...]:
    american = a.region and a.country.upper() in (
        "US",
        "USA",
        "CA",
        "CANADA",
        "AU",
        "AUSTRALIA",
        "UNITED STATES",
    )
    if american:
        town = ", ".join(filter(None, (a.city, " ".join(filter(None, (a.region, a.postcode))))))
    else:
        town = ", ".join(filter(None, (" ".join(filter(None, (a.postcode, a.city))), a.region)))
    return tuple(filter(None, (a.street, *a.lines, town, a.country)))


def _phone_words(phone: Phone, language: str) -> str:
    label = phone.label or wording(language)({"voice": "phone", "fax": "fax", "mobile": "mobile"}[phone.kind])
    return f"{label}{'' if label.endswith(':') else ':'} {phone.number}"


def organisation_words(o: Organisation, language: str = "en") -> str:
    """Return an organisation with all its imprint facts on one line."""
    values = {
        "name": o.name,
        "legal_name": o.legal_name,
        "address": address_words(o.address) if o.address else "",
        **_phones(o.phones),
        **_values("emails", o.emails),
        "web": o.web,
        "register_entry": o.register_entry,
        "vat_id": o.vat_id,
    }
    set_ = _by_layout(o.layout, {k: v for k, v in values.items() if k != "name" or "{name}" in o.layout})
    return set_ if set_ is not None else ", ".join(imprint_lines(o, language))


def imprint_lines(o: Organisation, language: str = "en") -> tuple[str, ...]:
    """Return an organisation's imprint facts, a line each."""
    w = wording(language)
    names = (o.legal_name or o.name,) if o.name in ("", o.legal_name) else (o.name, o.legal_name)
    return tuple(
        filter(
            None,
            (
                *names,
                *(address_lines(o.address) if o.address else ()),
                *(_phone_words(p, language) for p in o.phones),
                *o.emails,
                o.web,
                o.register_entry,
                f"{w('vat_id')} {o.vat_id}" if o.vat_id else "",
            ),
        )
    )


def contact_lines(c: Contact, language: str = "en") -> tuple[str, ...]:
    """Return a contact as lines, without its heading."""
    values = {
        "name": c.name,
        "role": c.role,
        "organisation": c.organisation,
        "address": address_words(c.address) if c.address else "",
        **_phones(c.phones),
        **_values("emails", c.emails),
        "web": c.web,
        "note": c.note,
    }
    set_ = _by_layout(c.layout, values)
    if set_ is not None:
        return tuple(set_.split("\n"))
    lines = (
        ", ".join(filter(None, (c.name, c.role))),
        c.organisation,
        *(address_lines(c.address) if c.address else ()),
        *(_phone_words(p, language) for p in c.phones),
        *c.emails,
        c.web,
        c.note,
    )
    return tuple(filter(None, lines))


def notice_lines(n: Notice, provider: Organisation | None = None, language: str = "en") -> tuple[str, ...]:
    """Return the paragraphs of a notice, without its heading; an imprint's body is the `provider`."""
    values = {
        "label": n.label,
        "citation": n.citation,
        "text": n.text,
        "person": n.person,
        "organisation": n.organisation,
    }
    set_ = _by_layout(n.layout, values)
    if set_ is None:
        label = n.label + (f" ({n.citation})" if n.citation and n.label else n.citation)
        who = ", ".join(filter(None, (n.person, n.organisation)))
        first = ": ".join(filter(None, (label, who)))
        set_ = "\n\n".join(filter(None, (n.text, first) if n.text else (first,)))
    body = [p for p in set_.split("\n\n") if p]
    if n.kind == "provider" and provider is not None and not n.text:
        body.append(organisation_words(provider, language))
    return tuple(body)
