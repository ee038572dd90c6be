"""What a release is about: topics with their names, the older Subject Codes, and securities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.envelope import alias
from pressrelease.formats.wire.newsml_1_2.parties import LEGAL_NAME, Fact, house_facts
from pressrelease.model import Organisation, Place, Release
from pressrelease.vocabulary import alpha_3, subject_code, topic

ADDED = "pressrelease:added"
"""Variant of a description that is the vocabulary's, not the release's own."""


@dataclass(frozen=True, slots=True)
class Description:
    """A name of a topic."""

    text: str
    language: str = ""
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing that occurs in the text, as NewsML's TopicSet holds it."""

    duid: str
    type: str
    descriptions: tuple[Description, ...]
    scheme: str = ""
    code: str = ""
    details: str = ""
    facts: tuple[Fact, ...] = ()


def topics(release: Release, prefix: str) -> Iterator[Topic]:
    """Yield subjects, people and organisations; `prefix` keeps their Duids apart from those of other items."""
    language = release.language if release.language != "und" else ""
    for i, subject in enumerate(release.subjects):
        scheme = alias(subject.code)
        code = subject.code[len(scheme) + 1 :] if scheme else subject.code
        known = topic(code) if scheme == "medtop" and not subject.name else None
        own = (Description(subject.name, language),) if subject.name else ()
        names = (Description(*known.name(release.language), ADDED),) if known else own
        yield Topic(f"{prefix}.subject{i}", "Subject", names, scheme, code)
    for i, person in enumerate(release.people):
        position = (("Role", person.role), ("Organization", person.organisation))
        yield Topic(
            f"{prefix}.person{i}",
            "Person",
            (Description(person.name),),
            details=person.uri,
            facts=tuple(Fact(name, value) for name, value in position if value),
        )
    for i, organisation in enumerate(release.organisations):
        yield Topic(
            f"{prefix}.organization{i}",
            "Organization",
            _names(organisation),
            details=organisation.uri,
            facts=house_facts(organisation),
        )


def _names(organisation: Organisation) -> tuple[Description, ...]:
    own = (Description(organisation.name),) if organisation.name else ()
    legal = (Description(organisation.legal_name, "", LEGAL_NAME),) if organisation.legal_name else ()
    return (*own, *legal)


def subject_codes(release: Release) -> Iterator[tuple[str, str]]:
    """Yield the Subject Codes of the release, each once, as (element, code)."""
    given = set()
    for subject in release.subjects:
        number = subject_number(subject.code)
        if number and number not in given:
            given.add(number)
            yield level(number), number


def subject_number(code: str) -> str:
    """Return the Subject Code that stands for `code` (`medtop:…`, `subj:…`), or an empty string."""
    scheme, _, number = code.partition(":")
    number = number if scheme == "subj" else subject_code(number)[0] if scheme == "medtop" else ""
    return number if re.fullmatch(r"\d{8}", number, re.A) else ""


def level(number: str) -> str:
    """Return the element a Subject Code stands in: the first two digits are a subject, the next three a matter."""
    return (
        "Subject" if number[2:] == "000000" else "SubjectMatter" if number[5:] == "000" else "SubjectDetail"
    )


# --- securities ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Security:
    """A listing of one organisation; `of` is the organisation's path."""

    of: str
    properties: tuple[tuple[str, str], ...]


def securities(release: Release) -> Iterator[Security]:
    """Yield each listing of the publisher and of the organisations, codes with the first."""
    listed = ((f"organisations.{i}", o) for i, o in enumerate(release.organisations))
    known = (("publisher", release.publisher), *listed)
    for of, house in known:
        if house is None:
            continue
        codes = [("ISIN", house.isin), ("LEI", house.lei)]
        rows = [[("Ticker Symbol", t.symbol), ("Exchange", t.exchange)] for t in house.tickers]
        rows = rows or ([[]] if house.isin or house.lei else [])
        for i, row in enumerate(rows):
            every = (("Name", house.title), *row, *(codes if i == 0 else ()))
            yield Security(of, tuple((name, value) for name, value in every if value))


# --- places --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Location:
    """A place; `present` says how: the dateline's is the origin, another is what the text relates to."""

    present: str
    topic: str
    properties: tuple[tuple[str, str], ...]


def locations(release: Release) -> Iterator[Location]:
    """Yield the places of the dateline, then those the release is about."""
    for place in release.dateline.places if release.dateline else ():
        yield _location(place, "Origin")
    for place in release.places:
        yield _location(place, "RelatesTo")


def _location(place: Place, present: str) -> Location:
    degrees = (("Latitude", place.latitude), ("Longitude", place.longitude))
    said = (("City", place.name), ("CountryArea", place.region), ("Country", alpha_3(place.country)))
    exact = tuple((name, repr(value)) for name, value in degrees if value is not None)
    return Location(present, place.uri, (*((n, v) for n, v in said if v), *exact))
