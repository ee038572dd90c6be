"""What a release is about, and who stands behind it, as ninjs names it.

`kept` takes, by path, what a reader could not tell from a member alone: a name that is the vocabulary's, say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from pressrelease.formats.wire.ninjs.uris import uri
from pressrelease.model import Address, Contact, Organisation, Phone, Place, Release
from pressrelease.vocabulary import market_code, topic

Member: TypeAlias = dict[str, Any]

SCHEMES = {
    "medtop": "http://cv.iptc.org/newscodes/mediatopic/",
    "subj": "http://cv.iptc.org/newscodes/subjectcode/",
}
"""Addresses of the schemes whose codes are URIs below them."""
TICKER, ISIN = (f"http://cv.iptc.org/newscodes/financialinstrumentsymboltype/{n}" for n in ("ticker", "isin"))
PUBLISHER, PROVIDER, CREDIT, CONTACT = "publisher", "provider", "credit", "mediaContact"
"""Roles of the parties in `infoSources`."""
ABOUT, ISSUER, DATELINE, KEYWORD = "about", "issuer", "dateline", "keyword"
"""What a concept is to the release (`rel`)."""


def named(identifier: str, name: str, rel: str) -> Member:
    """Return a concept by its name and, where it has one, its identifier: a URI, or any other text."""
    found: Member = {"name": name, "rel": rel}
    if identifier:
        found["uri" if uri(identifier) == identifier else "literal"] = identifier
    return found


# --- topics, people, places ----------------------------------------------------------------------------------------


def subjects(release: Release, kept: Member) -> Iterator[Member]:
    """Yield topics, then keywords; a Media Topic that brings no name gets the vocabulary's."""
    for i, subject in enumerate(release.subjects):
        scheme, _, code = subject.code.partition(":")
        name = subject.name
        found: Member = {"name": name, "rel": ABOUT} if name else {"rel": ABOUT}
        if scheme in SCHEMES and re.fullmatch(r"\d{8}", code, re.A):
            known = topic(code) if scheme == "medtop" and not name else None
            if known is not None:
                found = {"name": known.name(release.language)[0], "rel": ABOUT}
                kept[f"subjects.{i}.name"] = ""
            found["uri"] = f"{SCHEMES[scheme]}{code}"
        elif subject.code:
            is_uri = ("://" in subject.code or scheme == "urn") and uri(subject.code) == subject.code
            found["uri" if is_uri else "literal"] = subject.code
        yield found
    for keyword in release.keywords:
        yield {"name": keyword, "rel": KEYWORD, "literal": keyword}


def people(release: Release) -> Iterator[Member]:
    """Yield the people the release is about."""
    for person in release.people:
        yield named(person.uri, person.name, ABOUT)


def places(release: Release) -> Iterator[Member]:
    """Yield the places of the dateline, then those the release is about."""
    for where in release.dateline.places if release.dateline else ():
        yield _place(where, DATELINE)
    for where in release.places:
        yield _place(where, ABOUT)


def _place(where: Place, rel: str) -> Member:
    found = named(where.uri, where.name, rel)
    if where.latitude is not None and where.longitude is not None:
        found["geoJSON"] = {"type": "Point", "coordinates": [where.longitude, where.latitude]}
    return found


def organisations(release: Release, kept: Member) -> Iterator[Member]:
    """Yield the issuer, where it is listed, then the organisations the release is about."""
    issuer = release.publisher
    if issuer is not None and (symbols := list(_symbols(issuer))):
        yield {**named(issuer.uri, issuer.title, ISSUER), "symbols": symbols}
    for i, organisation in enumerate(release.organisations):
        if not organisation.name:
            kept[f"organisations.{i}.name"] = ""
        found = named(organisation.uri, organisation.title, ABOUT)
        if symbols := list(_symbols(organisation)):
            found["symbols"] = symbols
        yield {**found, **_reached(organisation, f"organisations.{i}", kept)}


def _symbols(o: Organisation) -> Iterator[Member]:
    for ticker in o.tickers:
        found = {"symbol": ticker.symbol, "symbolType": TICKER}
        if ticker.exchange:
            found["exchange"] = market_code(ticker.exchange) or ticker.exchange
        yield found
    if o.isin:
        yield {"symbol": o.isin, "symbolType": ISIN}


# --- parties -------------------------------------------------------------------------------------------------------


def parties(release: Release, kept: Member) -> Iterator[Member]:
    """Yield whose release it is, who distributes it, the agency's credit, and whom the public may ask."""
    for role, party in ((PUBLISHER, release.publisher), (PROVIDER, release.provider)):
        if party is not None:
            if not party.name:
                kept[f"{role}.name"] = ""
            yield {**_party(party.uri, party.title, role), **_reached(party, role, kept)}
    if release.dateline and release.dateline.credit:
        yield _party("", release.dateline.credit, CREDIT)
    for i, contact in enumerate(release.contacts):
        if not contact.for_editors:
            if not contact.name:
                kept[f"contacts.{i}.name"] = ""
            name = contact.name or contact.organisation
            yield {**_party("", name, CONTACT), **_reached(contact, f"contacts.{i}", kept, "media")}


def _party(identifier: str, name: str, role: str) -> Member:
    found = named(identifier, name, role)
    found["role"] = found.pop("rel")
    if not name:
        del found["name"]
    return found


def _reached(party: Organisation | Contact, path: str, kept: Member, role: str = "") -> Member:
    """Return how somebody is reached, as the member `contactInfo`."""
    ways = [_phone(p) for p in party.phones]
    ways += [{"type": "email", "value": e} for e in party.emails]
    if party.web:
        ways.append({"type": "web", "value": party.web})
    if party.address is not None:
        ways.append({"type": "address", "address": _address(party.address)})
        if party.address.lines and not party.address.street:
            kept[f"{path}.address.street"] = ""
            kept.update({f"{path}.address.lines.{i}": line for i, line in enumerate(party.address.lines)})
    if role:
        ways = [{"type": way.pop("type"), "role": role, **way} for way in ways]
    return {"contactInfo": ways} if ways else {}


def _phone(phone: Phone) -> Member:
    found: Member = {"type": "phone" if phone.kind == "voice" else phone.kind}
    if phone.label:
        found["name"] = phone.label
    found["value"] = phone.number
    return found


def _address(a: Address) -> Member:
    lines = [line for line in (a.street, *a.lines) if line]
    parts = {"locality": a.city, "area": a.region, "postalCode": a.postcode, "country": a.country}
    return {**({"lines": lines} if lines else {}), **{k: v for k, v in parts.items() if v}}
