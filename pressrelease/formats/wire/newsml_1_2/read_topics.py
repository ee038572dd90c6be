"""What an item is about: topics of its sets, Subject Codes, places, securities."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from pressrelease.datelines.countries import country_words
from pressrelease.formats.wire.newsml_1_2.draft import (
    LANG,
    Draft,
    children,
    formal,
    kind,
    owner,
    properties,
    words,
)
from pressrelease.formats.wire.newsml_1_2.parties import LEGAL_NAME
from pressrelease.formats.wire.newsml_1_2.read_parties import read_house
from pressrelease.formats.wire.newsml_1_2.topics import ADDED, subject_number
from pressrelease.vocabulary import alpha_2

_SCHEMES = {
    "iptcsubjectcodes": "subj",
    "iptcsubjectcode": "subj",
    "subjectcodes": "subj",
    "iptcmediatopics": "medtop",
    "mediatopics": "medtop",
}
_PEOPLE = ("person", "people")
_HOUSES = ("organization", "organisation", "company", "party")
_PLACES = ("location", "place", "geopoliticalarea", "city", "country", "geoarea")


# --- topic sets ----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Named:
    """A topic of a set: its type, its code with the scheme, its names by language and by variant."""

    element: etree._Element
    type: str
    code: str
    names: list[tuple[str, str, str]] = field(default_factory=list)

    def name(self, language: str) -> str:
        """Return its own name, in `language` where there is one."""
        own = [n for n in self.names if n[2] not in (ADDED, LEGAL_NAME) and kind(n[2]) != "category"]
        primary = language.partition("-")[0].lower()
        fitting = [n for n in own if n[1].partition("-")[0].lower() == primary]
        return (fitting or own or [("", "", "")])[0][0]

    def variant(self, variant: str) -> str:
        """Return the name that is of a kind of its own."""
        return next((text for text, _, said in self.names if said == variant), "")


def topics_of(root: etree._Element) -> dict[str, Named]:
    """Return every topic of the document by its Duid, and by its code where that is another."""
    found: dict[str, Named] = {}
    for topic in root.iter("Topic"):
        code = next((c for c in map(_code, children(topic, "FormalName")) if c), "")
        types = [kind(formal(t)) for t in children(topic, "TopicType")]
        named = Named(topic, next(iter(types), ""), code)
        named.names = [
            (words(d), d.get(LANG) or "", d.get("Variant") or "") for d in children(topic, "Description")
        ]
        for key in (topic.get("Duid"), code):
            if key:
                found.setdefault(key, named)
    return found


def _code(name: etree._Element) -> str:
    text, scheme = words(name), name.get("Scheme") or ""
    alias = _SCHEMES.get(kind(scheme), scheme)
    return f"{alias}:{text}" if text and re.fullmatch(r"[A-Za-z_][\w.-]*", alias, re.A) else text


def read_occurrences(draft: Draft, held: etree._Element, topics: dict[str, Named]) -> None:
    """Take the topics that occur in the text."""
    for occurrence in children(held, "TopicOccurrence"):
        topic = topics.get((occurrence.get("Topic") or "").removeprefix("#"))
        if topic is None:
            draft.leave(occurrence, occurrence.get("Topic") or "")
        elif topic.type in _PEOPLE:
            _person(draft, topic)
        elif topic.type in _HOUSES:
            path = draft.next("organisations")
            name, legal = topic.name(draft.language), topic.variant(LEGAL_NAME)
            draft.put(f"{path}.name", name)
            draft.put(f"{path}.legal_name", legal)
            draft.houses.setdefault(name or legal, path)
            draft.put(f"{path}.uri", topic.element.get("Details"))
            read_house(draft, path, topic.element)
        elif topic.type in _PLACES:
            draft.put(f"{draft.next('places')}.name", topic.name(draft.language))
        else:
            _subject(draft, topic.code, topic.name(draft.language))


def _person(draft: Draft, topic: Named) -> None:
    path = draft.next("people")
    told = {kind(name): value for name, value, _ in properties(topic.element)}
    draft.put(f"{path}.name", topic.name(draft.language))
    draft.put(f"{path}.role", told.get("role"))
    draft.put(f"{path}.organisation", told.get("organization"))
    draft.put(f"{path}.uri", topic.element.get("Details"))


# --- subjects ------------------------------------------------------------------------------------------------------


def _subject(draft: Draft, code: str, name: str) -> None:
    if code or name:
        path = draft.next("subjects")
        draft.put(f"{path}.code", code)
        draft.put(f"{path}.name", name)
        draft.codes.add(subject_number(code))


def read_subject_codes(draft: Draft, held: etree._Element, topics: dict[str, Named]) -> None:
    """Take the Subject Codes that no topic stands for already."""
    for element in held.iterfind("SubjectCode/*"):
        code = formal(element)
        if not code or element.tag == "SubjectQualifier":
            continue
        if not re.fullmatch(r"\d{8}", code, re.A):
            scheme = element.get("Scheme") or ""
            _subject(
                draft, f"{scheme}:{code}" if re.fullmatch(r"[A-Za-z_][\w.-]*", scheme, re.A) else "", code
            )
        elif code not in draft.codes:
            topic = topics.get(f"subj:{code}") or topics.get(code)
            _subject(draft, f"subj:{code}", topic.name(draft.language) if topic else "")


# --- places --------------------------------------------------------------------------------------------------------

_AREAS = ("countryarea", "area", "province", "state", "region")


def location(element: etree._Element, language: str) -> dict[str, object]:
    """Return a place as the fields that it has; without a town, its area or its country is what it names."""
    told: dict[str, str] = {}
    for name, value, _ in properties(element):
        told.setdefault(kind(name), value)
    region = next((told[name] for name in _AREAS if told.get(name)), "")
    country = alpha_2(told.get("country") or told.get("countrycode") or told.get("countryname") or "")
    town = told.get("city") or told.get("sublocation") or ""
    found: dict[str, object] = {
        "name": town or region or country_words(country, language.partition("-")[0]),
        "region": region if town else "",
        "country": country,
        "uri": "" if (element.get("Topic") or "#").startswith("#") else element.get("Topic"),
    }
    for degrees in ("latitude", "longitude"):
        if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{1,20})?(?:[eE]-?\d{1,3})?", told.get(degrees, ""), re.A):
            found[degrees] = float(told[degrees])
    return {key: value for key, value in found.items() if value not in ("", None)}


def has_town(element: etree._Element) -> bool:
    """Return whether a place is one that a dateline could print: not a country or a region alone."""
    return any(kind(name) in ("city", "sublocation") and value for name, value, _ in properties(element))


def is_origin(element: etree._Element) -> bool:
    """Return whether a place is the one the text comes from."""
    return kind(element.get("HowPresent") or "") in ("origin", "dateline", "located")


# --- securities ----------------------------------------------------------------------------------------------------


def read_security(draft: Draft, metadata: etree._Element) -> None:
    """Take a listing: it belongs to the organisation it names, else to whose release it is."""
    told: dict[str, str] = {}
    for name, value, element in properties(metadata):
        if value and kind(name) in told:
            draft.leave(element)
        told.setdefault(kind(name), value)
    path = owner(metadata, "publisher", "organisations") or _listed(draft, told)
    symbol = told.get("tickersymbol") or told.get("ticker") or told.get("symbol")
    if symbol:
        ticker = draft.next(f"{path}.tickers")
        draft.put(f"{ticker}.symbol", symbol)
        draft.put(f"{ticker}.exchange", told.get("exchange") or told.get("market"))
    draft.put(f"{path}.isin", told.get("isin"))
    draft.put(f"{path}.lei", told.get("lei"))


def _listed(draft: Draft, told: dict[str, str]) -> str:
    """Return the path of the organisation that a listing belongs to."""
    name = told.get("name") or told.get("companyname") or told.get("company") or ""
    publisher = str(draft.values.get("publisher.name") or draft.values.get("publisher.legal_name") or "")
    if publisher and name in ("", publisher):
        return "publisher"
    if name in draft.houses:
        return draft.houses[name]
    path = draft.next("organisations")
    draft.put(f"{path}.name", name or told.get("tickersymbol") or told.get("isin") or "—")
    draft.houses[name] = path
    return path
