"""What an item is about, and who stands behind it, as fields of a release by path."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pressrelease.formats.wire.ninjs.concepts import (
    ABOUT,
    CONTACT,
    CREDIT,
    DATELINE,
    ISIN,
    ISSUER,
    KEYWORD,
    PROVIDER,
    PUBLISHER,
    SCHEMES,
)
from pressrelease.formats.wire.ninjs.members import Members
from pressrelease.vocabulary import subject_name, topic

Values: TypeAlias = dict[str, Any]
_RELATIONS = (ABOUT, DATELINE, ISSUER, KEYWORD)
_ALIASES = {address: alias for alias, address in SCHEMES.items()}


def concept(one: Members, name: str) -> tuple[str, str]:
    """Return a concept's name and identifier: its URI, its code (a URI where scheme and code make one), a literal."""
    scheme, code = one.text("scheme"), one.text("code", "qcode")
    name = name or one.text("name")
    identifier = one.text("uri") or coded(scheme, code)
    literal = one.text("literal")
    return name, next((i for i in (identifier, literal) if i and i != name), "")


def called(one: Members, name: str) -> tuple[str, str]:
    """Return the same of a concept that must have a name: one without is called by its identifier."""
    name, identifier = concept(one, name)
    return (name, identifier) if name else (identifier, "")


def coded(scheme: str, code: str) -> str:
    """Return a code with its scheme: one URI where the scheme's is made to be continued."""
    if not scheme or not code or "://" in code or code.startswith("urn:"):
        return code
    if scheme.endswith(("/", "#")):
        return scheme + code.rpartition(":")[2]
    return code if ":" in code else f"{scheme}:{code}"


def _related(one: Members) -> str:
    """Return how a concept belongs to the item, where that is a word of ours; any other is left over."""
    rel = one.raw("rel")
    if rel in _RELATIONS:
        return str(rel)
    one.leave("rel")
    return ""


# --- topics, people, places ----------------------------------------------------------------------------------------


def subjects(item: Members) -> Iterator[tuple[str, Any]]:
    """Yield topics and keywords."""
    topics = keywords = 0
    for name, one in item.objects("subjects", "subject"):
        name, identifier = concept(one, name)
        if _related(one) == KEYWORD and name:
            yield f"keywords.{keywords}", name
            keywords += 1
        elif name or identifier:
            code = _code(identifier)
            yield f"subjects.{topics}", {"name": name, **({"code": code} if code else {})}
            topics += 1
    for i, word in enumerate(item.texts("keywords", "keyword")):
        yield f"keywords.{keywords + i}", word


def _code(identifier: str) -> str:
    for address, alias in _ALIASES.items():
        if identifier.startswith(address) and len(identifier) > len(address):
            return f"{alias}:{identifier[len(address) :]}"
    if re.fullmatch(r"\d{8}", identifier, re.A):
        known = "medtop" if topic(identifier) else "subj" if subject_name(identifier) else ""
        return f"{known}:{identifier}" if known else identifier
    return identifier


def people(item: Members) -> Iterator[tuple[str, Any]]:
    """Yield the people an item is about."""
    number = 0
    for name, one in item.objects("people", "person"):
        name, identifier = called(one, name)
        _related(one)
        if name:
            yield f"people.{number}.name", name
            yield from _given(f"people.{number}.uri", identifier)
            number += 1


def places(item: Members) -> Iterator[tuple[str, Any]]:
    """Yield the places an item is about, and those of its dateline where it says so."""
    counts = {"dateline.places": 0, "places": 0}
    for name, one in item.objects("places", "place"):
        name, identifier = called(one, name)
        of = "dateline.places" if _related(one) == DATELINE else "places"
        if not name:
            continue
        path = f"{of}.{counts[of]}"
        counts[of] += 1
        yield f"{path}.name", name
        yield from _given(f"{path}.uri", identifier)
        yield from _given(f"{path}.region", one.text("state", "region"))
        yield from _given(f"{path}.country", one.text("country"))
        yield from _point(one, path)


def _point(one: Members, path: str) -> Iterator[tuple[str, Any]]:
    names = ("geojson", *(name for name in one.names() if name.startswith("geometry_")))
    shape = one.take(*names)
    pair = shape.get("coordinates") if isinstance(shape, Mapping) and shape.get("type") == "Point" else None
    if isinstance(pair, list) and len(pair) >= 2 and all(type(n) in (int, float) for n in pair):
        yield f"{path}.longitude", pair[0]
        yield f"{path}.latitude", pair[1]
    elif shape is not None:
        one.wrong(names[0], shape, "a point")


def organisations(item: Members) -> Iterator[tuple[str, Any]]:
    """Yield the organisations an item is about; the securities of an issuer are the publisher's."""
    number = 0
    for name, one in item.objects("organisations", "organisation"):
        name, identifier = called(one, name)
        if not name:
            continue
        if _related(one) == ISSUER:
            path = PUBLISHER
        else:
            path, number = f"organisations.{number}", number + 1
        yield f"{path}.name", name
        yield from _given(f"{path}.uri", identifier)
        yield from _symbols(one, path)
        yield from reached(one, path)


def _symbols(one: Members, path: str) -> Iterator[tuple[str, Any]]:
    tickers = 0
    for _, symbol in one.objects("symbols"):
        code = symbol.text("symbol", "ticker")
        kind, exchange = symbol.text("symboltype").lower(), symbol.text("exchange")
        is_isin = kind == ISIN or (not kind and not exchange and re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}\d", code))
        if code and is_isin:
            yield f"{path}.isin", code
        elif code:
            yield f"{path}.tickers.{tickers}", {"symbol": code, "exchange": exchange}
            tickers += 1


def _given(path: str, value: str) -> Iterator[tuple[str, Any]]:
    if value:
        yield path, value


# --- parties -------------------------------------------------------------------------------------------------------

_ROLES = {
    **dict.fromkeys((PUBLISHER, "issuer", "originator", "author"), PUBLISHER),
    **dict.fromkeys((PROVIDER, "distributor", "supplier", "source", ""), PROVIDER),
}


def parties(item: Members, hidden: Iterable[int]) -> Iterator[tuple[str, Any]]:
    """Yield who stands behind an item, and whom a desk may ask; numbers of contacts that are `hidden` are left free."""
    taken: set[str] = set()
    elsewhere = set(hidden)
    numbers = (n for n in itertools.count() if n not in elsewhere)
    for name, one in item.objects("infosources", "infosource"):
        name, identifier = concept(one, name)
        role = one.text("role", "rel")
        if role == CONTACT:
            path = f"contacts.{next(numbers)}"
            yield f"{path}.name", name
            yield from reached(one, path)
            continue
        if role == CREDIT and name:
            yield "dateline.credit", name
            continue
        tail = re.split(r"[/:#]", role)[-1].lower()
        path = _ROLES.get(tail, PROVIDER if not taken else "")
        if not name or not path or path in taken:
            item.tell("party-left-out", f"a second party, or one of unknown role: {name} ({role})", one.path)
            continue
        taken.add(path)
        yield f"{path}.name", name
        yield from _given(f"{path}.uri", identifier)
        yield from reached(one, path)
    if PROVIDER not in taken:
        yield from _given("provider.name", item.text("source"))
    for name, one in item.objects("people", "person"):
        if "contactinfo" in one.names():
            # How to reach whom the text is about is told to the desk, not to its readers.
            path = f"contacts.{next(numbers)}"
            yield f"{path}.name", called(one, name)[0]
            yield f"{path}.for_editors", True
            yield from reached(one, path)


def reached(party: Members, path: str) -> Iterator[tuple[str, Any]]:
    """Yield how a party is reached, by its `contactInfo`."""
    counts = {"phones": 0, "emails": 0}
    for _, way in party.objects("contactinfo"):
        way.take("role", "lang")
        kind, label, value = way.text("type").lower(), way.text("name"), way.text("value")
        address = way.inner("address")
        if address is not None:
            yield from _address(address, f"{path}.address")
            continue
        name = next((n for n, means in _WAYS if means(kind)), "") or next(
            (n for n, means in _LOOKS if means(value)), ""
        )
        if not value or not name:
            way.wrong("value", value, "an e-mail address, a number, a web address")
        elif name == "web":
            yield f"{path}.web", value
        elif name == "emails":
            yield f"{path}.emails.{counts[name]}", value
            counts[name] += 1
        else:
            phone = {"number": value, "label": label, "kind": name}
            yield f"{path}.phones.{counts['phones']}", phone
            counts["phones"] += 1


_Means: TypeAlias = Callable[[str], bool]
_WAYS: tuple[tuple[str, _Means], ...] = (
    ("emails", lambda kind: "mail" in kind),
    ("fax", lambda kind: "fax" in kind),
    ("mobile", lambda kind: "mobile" in kind or "cell" in kind),
    ("voice", lambda kind: "phone" in kind or kind.startswith("tel")),
    ("web", lambda kind: kind.startswith(("web", "url", "www", "http", "home"))),
)
_LOOKS: tuple[tuple[str, _Means], ...] = (
    ("emails", lambda value: re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", value) is not None),
    ("web", lambda value: value.lower().startswith(("http://", "https://", "www."))),
    ("voice", lambda value: re.fullmatch(r"\+?[\d\s()./-]{4,40}", value) is not None),
)


def _address(address: Members, path: str) -> Iterator[tuple[str, Any]]:
    yield path, {}
    lines = address.texts("lines")
    for i, line in enumerate(lines):
        yield f"{path}.lines.{i - 1}" if i else f"{path}.street", line
    for name, field in (
        ("locality", "city"),
        ("area", "region"),
        ("postalcode", "postcode"),
        ("country", "country"),
    ):
        yield from _given(f"{path}.{field}", address.text(name))
