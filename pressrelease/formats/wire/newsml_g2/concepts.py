"""People, places, organisations and topics as G2 concepts, and what is asserted about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pressrelease.envelope import alias, iri, is_absolute
from pressrelease.model import Address, Contact, Organisation, Person, Phone, Place, Release, Subject
from pressrelease.vocabulary import STANDARD_ALIASES, market_code, subject_code, subject_name, topic
from pressrelease.vocabulary.schemes import HOUSE

_ROLES = {"mobile": "pressrelease:mobile"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a concept; `added`: not the release's own, but the vocabulary's."""

    text: str
    language: str = ""
    role: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept as G2 names it: by exactly one of `qcode`, `uri` and `literal`."""

    type: str
    qcode: str = ""
    uri: str = ""
    literal: str = ""
    names: tuple[Name, ...] = ()
    note: str = ""
    broader: tuple[Concept, ...] = ()
    latitude: str = ""
    longitude: str = ""
    same: str = ""
    narrower: str = ""
    """A topic of the release whose Subject Code this is, or below it: it is added for receivers that know no other."""

    @property
    def by(self) -> str:
        """The attribute that names it."""
        return "qcode" if self.qcode else "uri" if self.uri else "literal"

    @property
    def code(self) -> str:
        """The value of that attribute."""
        return self.qcode or self.uri or self.literal


@dataclass(frozen=True, slots=True)
class Instrument:
    """A security: ISIN, or a ticker symbol at a market."""

    symbol: str
    type: str
    source: str = ""
    market: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """A `contactInfo`: how somebody is reached. `phones` are (element, number, role)."""

    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[tuple[str, str, str], ...] = ()
    web: str = ""
    address: Address | None = None
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the item says about one concept; `of` names the fields it comes from."""

    of: str
    about: Concept
    instruments: tuple[Instrument, ...] = ()
    reached: tuple[Reached, ...] = ()


def _named(type: str, uri: str, name: str, **more: object) -> Concept:
    known = iri(uri) if is_absolute(uri) else ""
    names = (Name(name),)
    return Concept(type, uri=known, literal="" if known else name, names=names, **more)  # type: ignore[arg-type]


def country_code(country: str) -> str:
    """Return the qcode of a country that is given by its ISO 3166-1 alpha-2 code, or an empty string."""
    return (
        f"iso3166-1a2:{country}"
        if len(country) == 2 and country.isascii() and country.isalpha() and country.isupper()
        else ""
    )


def place(where: Place) -> Concept:
    """Return a place; region and country stand above it."""
    above = []
    if where.region:
        above.append(Concept("pressrelease:region", literal=where.region, names=(Name(where.region),)))
    if where.country:
        code = country_code(where.country)
        names = () if code else (Name(where.country),)
        above.append(
            Concept("pressrelease:country", code, literal="" if code else where.country, names=names)
        )
    return _named(
        "cpnat:geoArea",
        where.uri,
        where.name,
        broader=tuple(above),
        latitude=_degrees(where.latitude),
        longitude=_degrees(where.longitude),
    )


def _degrees(value: float | None) -> str:
    # xs:decimal knows no exponent.
    return "" if value is None else format(Decimal(repr(value)), "f")


def identity(organisation: Organisation) -> Concept:
    """Return an organisation by its own URI, else by its name."""
    found = _named("cpnat:organisation", organisation.uri, organisation.title)
    if organisation.legal_name:
        own = (Name(organisation.name),) if organisation.name else ()
        names = (*own, Name(organisation.legal_name, role="pressrelease:legalName"))
        return Concept(found.type, uri=found.uri, literal=found.literal, names=names)
    return found


def people(release: Release) -> Iterator[Concept]:
    """Yield the people the release is about, position and house as a note."""
    for person in release.people:
        yield _named("cpnat:person", person.uri, person.name, note=_position(person))


def _position(person: Person) -> str:
    return ", ".join(filter(None, (person.role, person.organisation)))


def subjects(release: Release) -> Iterator[Concept]:
    """Yield the topics; a Media Topic that brings no name gets the vocabulary's."""
    for subject in release.subjects:
        own = (
            (Name(subject.name, release.language if release.language != "und" else ""),)
            if subject.name
            else ()
        )
        scheme = alias(subject.code)
        if not scheme:
            yield Concept("cpnat:abstract", literal=subject.code or subject.name, names=own)
            continue
        yield Concept("cpnat:abstract", subject.code, names=own or _known(subject, release.language))


def _known(subject: Subject, language: str) -> tuple[Name, ...]:
    scheme, _, code = subject.code.partition(":")
    found = topic(code) if scheme == "medtop" else None
    return (Name(*found.name(language), added=True),) if found is not None else ()


def subject_codes(release: Release) -> Iterator[Concept]:
    """Yield the Subject Codes that the Media Topics lead to, each once and none that the release names itself."""
    given = {subject.code for subject in release.subjects}
    for subject in release.subjects:
        scheme, _, code = subject.code.partition(":")
        number, match = subject_code(code) if scheme == "medtop" else ("", "")
        if number and f"subj:{number}" not in given:
            given.add(f"subj:{number}")
            names = (Name(subject_name(number), "en", added=True),) if subject_name(number) else ()
            same, narrower = ("", subject.code) if match == "broad" else (subject.code, "")
            yield Concept("cpnat:abstract", f"subj:{number}", names=names, same=same, narrower=narrower)


def catalogue(release: Release) -> tuple[tuple[str, str], ...]:
    """Return the aliases that the item uses and the standard catalogue lacks, each with the URI it stands for."""
    used = {found for found in (alias(s.code) for s in release.subjects) if found}
    houses = sorted(used - STANDARD_ALIASES - {"pressrelease"})
    return (("pressrelease", HOUSE), *((name, f"{HOUSE}{name}:") for name in houses))


def assertions(release: Release, guid: str) -> tuple[Assertion, ...]:
    """Return what is known about organisations and places, and whom a desk may ask; each fact once."""
    found: list[Assertion] = []
    for one in _assertions(release, guid):
        for i, other in enumerate(found):
            own = tuple(
                r for r in other.reached if not r.role
            )  # without the press contacts, which only one has
            if (other.about, other.instruments, own) == (one.about, one.instruments, one.reached):
                found[i] = replace(other, of=f"{other.of} {one.of}")
                break
        else:
            found.append(one)
    return tuple(found)


def _assertions(release: Release, guid: str) -> Iterator[Assertion]:
    press = tuple(_press(c) for c in release.contacts if not c.for_editors)
    if press and release.publisher is None:
        house = release.provider
        about = identity(house) if house else Concept("cpnat:organisation", uri=iri(guid))
        yield Assertion("contacts", about, reached=press)
    known = (("publisher", release.publisher), ("provider", release.provider))
    listed = ((f"organisations.{i}", o) for i, o in enumerate(release.organisations))
    for of, organisation in (*known, *listed):
        if organisation is not None:
            instruments = tuple(_instruments(organisation))
            reached = (*_house(organisation), *(press if of == "publisher" else ()))
            if instruments or reached:
                yield Assertion(of, identity(organisation), instruments, reached)
    for i, where in enumerate(release.places):
        if where.latitude is not None and where.longitude is not None:
            yield Assertion(f"places.{i}", place(where))


def _instruments(organisation: Organisation) -> Iterator[Instrument]:
    for ticker in organisation.tickers:
        code = market_code(ticker.exchange)
        market = f"mic:{code}" if code else ""
        yield Instrument(ticker.symbol, "fisymtype:ticker", market, market, ticker.exchange)
    if organisation.isin:
        yield Instrument(organisation.isin, "fisymtype:isin")


def _house(o: Organisation) -> Iterator[Reached]:
    if o.emails or o.phones or o.web or o.address:
        yield Reached("", o.emails, _phones(o.phones), iri(o.web), o.address, _country(o.address))


def _press(c: Contact) -> Reached:
    note = ", ".join(filter(None, (c.name, c.role, c.organisation, c.note)))
    role = "pressrelease:mediaContact"
    return Reached(role, c.emails, _phones(c.phones), iri(c.web), c.address, _country(c.address), note)


def _phones(phones: Iterable[Phone]) -> tuple[tuple[str, str, str], ...]:
    return tuple(("fax" if p.kind == "fax" else "phone", p.number, _ROLES.get(p.kind, "")) for p in phones)


def _country(address: Address | None) -> str:
    return country_code(address.country) if address else ""
