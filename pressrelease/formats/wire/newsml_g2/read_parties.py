"""People, places, organisations and topics as items name them, and what is asserted about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pressrelease.characters import cleaned, one_line
from pressrelease.formats.assembly import is_path
from pressrelease.formats.wire.newsml_g2.draft import (
    Draft,
    children,
    code,
    first,
    kind_of,
    local,
    named,
    own,
    suffix,
    words,
)

_LONGEST = 100
"""Letters that a position may have, `harbour master, Example Ports`; what is longer is told, not named."""
_NOBODY = frozenset(["unknown", ""])


def name_of(draft: Draft, element: etree._Element) -> str:
    """Return the name of a concept: that in the item's language, else the first; its literal where it has no name."""
    return _name(draft, element, named(element, "name"))


def _name(draft: Draft, element: etree._Element, names: list[etree._Element]) -> str:
    if len(names) > 1 or (names and names[0].keys()):
        names = [e for e in names if not own(e, "added") and kind_of(e, "role") != "legalname"]
        full = [e for e in draft.in_language(names) if kind_of(e, "role") not in ("mnemonic", "short")]
        names = full or names
    text = next(filter(None, map(words, names)), "")
    return text or one_line(cleaned(element.get("literal") or ""))


def read_party(draft: Draft, element: etree._Element, prefix: str) -> None:
    """Read an organisation into the fields below `prefix`."""
    names = named(element, "name")
    name = _name(draft, element, names)
    registered = [e for e in names if kind_of(e, "role") == "legalname"]
    legal = next(filter(None, map(words, registered)), "")
    uri = element.get("uri") or ""
    if not name and not legal:
        # `nprov:REUTERS`, or an address, names nobody in words but is all there is.
        qcode = (element.get("qcode") or "").partition(":")[2]
        name = qcode or re.sub(r"\Ahttps?://(?:www\.)?|/.*", "", uri) or uri
    if name.lower() in _NOBODY and not legal and not draft.is_own:
        return
    draft.put(f"{prefix}.name", name if not legal or len(registered) < len(names) else "")
    draft.put(f"{prefix}.legal_name", legal)
    draft.put(f"{prefix}.uri", uri)


# --- places --------------------------------------------------------------------------------------------------------


def read_place(draft: Draft, element: etree._Element, path: str) -> None:
    """Read a place into the fields below `path`: its name, what stands above it, where it lies."""
    if element.get("literal") and not named(element, "name") and _by_assertion(draft, element, path):
        return
    name = name_of(draft, element) or (element.get("qcode") or "").partition(":")[2]
    draft.put(f"{path}.name", name)
    draft.put(f"{path}.uri", element.get("uri"))
    country = country_code(element)
    if country:  # it is one: what stands above it is a continent
        draft.put(f"{path}.country", country)
    else:
        for above in named(element, "broader"):
            _above(draft, above, path)
    position(draft, element, path)


def _by_assertion(draft: Draft, element: etree._Element, path: str) -> bool:
    """Read a place that an item names by a mark of its own and describes elsewhere; return whether it does."""
    mark = element.get("literal") or ""
    if draft.asserted is None:
        draft.asserted = {a.get("literal") or "": a for a in named(draft.root, "assert")}
    about = draft.asserted.get(mark)
    if about is None or own(about, "of"):
        return False
    parts = {name: part for part in about.iter("{*}*") for name in (local(part),) if name in _IN_ADDRESS}
    known = [name_of(draft, e) for e in (about, *(parts[n] for n in ("locality", "area") if n in parts))]
    name = next((n for n in known if n and n != mark), "")
    draft.put(f"{path}.name", name)
    if "country" in parts:
        draft.put(f"{path}.country", country_code(parts["country"]) or name_of(draft, parts["country"]))
    return bool(name)


_IN_ADDRESS = frozenset(["locality", "area", "country"])


def _above(draft: Draft, above: etree._Element, path: str) -> None:
    kind = kind_of(above, "type")
    qcode = above.get("qcode") or ""
    country = country_code(above)
    if country:
        draft.put(f"{path}.country", country)
    elif kind == "country" or suffix(qcode.partition(":")[0]) in _COUNTRIES:
        draft.put(f"{path}.country", name_of(draft, above) or qcode.partition(":")[2])
    elif kind in ("region", "statprov", "state", "province", "geoarea", ""):
        code = qcode.partition(":")[2]
        draft.put(f"{path}.region", name_of(draft, above) or (code if code.isalpha() else ""))


_COUNTRIES = frozenset(["cntry", "country", "dpacountry", "sttcountry", "iso3166-1a3", "iso3166-1"])
"""Schemes of countries that are no alpha-2 codes."""


def country_code(element: etree._Element) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country, from its own code or one it is the same as; else nothing."""
    for one in (element, *named(element, "sameAs")):
        scheme, _, value = (one.get("qcode") or "").partition(":")
        if scheme.lower().startswith("iso3166-1a2") and re.fullmatch(r"[A-Za-z]{2}", value):
            return value.upper()
    return ""


def position(draft: Draft, element: etree._Element, path: str) -> None:
    """Read where a place lies into the fields below `path`."""
    for at in element.iter("{*}position"):
        for name in ("latitude", "longitude"):
            try:
                draft.put(f"{path}.{name}", float(at.get(name) or ""))
            except ValueError:
                continue


# --- topics --------------------------------------------------------------------------------------------------------

_PEOPLE = frozenset(["person", "people"])
_ORGANISATIONS = frozenset(["organisation", "organization", "org", "company", "agency"])
_PLACES = frozenset(["geoarea", "poi", "place", "location", "city", "country", "5"])
_URIS = (
    (re.compile(r"https?://cv\.iptc\.org/newscodes/mediatopic/(\d{8})"), "medtop:"),
    (re.compile(r"https?://cv\.iptc\.org/newscodes/subjectcode/(\d{8})"), "subj:"),
)


def read_subject(draft: Draft, element: etree._Element) -> None:
    """Read one `subject`: a person, a place, an organisation, or a topic, by its type."""
    kind = kind_of(element, "type")
    if kind in _PLACES:
        path = draft.next("places")
        draft.about.append((element, path))
        read_place(draft, element, path)
    elif kind in _PEOPLE:
        _person(draft, element)
    elif kind in _ORGANISATIONS:
        path = draft.next("organisations")
        draft.about.append((element, path))
        read_party(draft, element, path)
    elif own(element, "added") or _repeats(draft, element):
        pass  # the vocabulary's, not the release's
    else:
        _topic(draft, element)


def _repeats(draft: Draft, element: etree._Element) -> bool:
    """Return whether a Subject Code only says again what a Media Topic of the item says: one it is the same as."""
    if not (element.get("qcode") or "").startswith("subj:"):
        return False
    told = {e.get("qcode") or "" for name in ("sameAs", "narrower") for e in named(element, name)}
    if told and draft.topics is None:
        meta = element.getparent()
        codes = (e.get("qcode") or "" for e in named(meta, "subject")) if meta is not None else ()
        draft.topics = frozenset(c for c in codes if c.startswith("medtop:"))
    return bool(told and draft.topics and not draft.topics.isdisjoint(told))


def _person(draft: Draft, element: etree._Element) -> None:
    path = draft.next("people")
    draft.put(f"{path}.name", name_of(draft, element) or (element.get("qcode") or "").partition(":")[2])
    draft.put(f"{path}.uri", element.get("uri"))
    note = first(element, "note")
    if note is not None and not draft.is_own and len(text := words(note)) <= _LONGEST:
        role, _, house = text.partition(", ")
        draft.put(f"{path}.role", role)
        draft.put(f"{path}.organisation", house)


def _topic(draft: Draft, element: etree._Element) -> None:
    qcode, literal, uri = (one_line(cleaned(element.get(n) or "")) for n in ("qcode", "literal", "uri"))
    for known, scheme in _URIS:
        match = known.match(uri)
        if match and not qcode:
            qcode = scheme + match.group(1)
    name = name_of(draft, element) if first(element, "name") is not None else ""
    path = draft.next("subjects")
    if qcode:
        draft.put(f"{path}.code", draft.qcode(qcode))
    elif f"{path}.code" not in draft.own:
        name = name or literal
        draft.put(f"{path}.code", uri if not name else "" if literal in ("", name) else literal)
    draft.put(f"{path}.name", name)
    if not (qcode or name or uri or literal):
        draft.counts["subjects"] -= 1
        draft.leave(element)


# --- assertions ----------------------------------------------------------------------------------------------------


_PRESS = frozenset(["mediacontact", "media-contact", "presscontact", "press-contact"])


def read_assert(draft: Draft, element: etree._Element) -> None:
    """Read what is said about one concept into the fields it is about: by our mark, else by what it names."""
    about = [path for path in own(element, "of").split() if is_path(path)] or _about(draft, element)
    if not about:
        draft.leave(element)
        return
    for path in about:
        if path.startswith("places."):
            position(draft, element, path)
        elif path != "contacts":
            _organisation(draft, element, path)
    for held in _reached(element):
        if kind_of(held, "role") in _PRESS:
            _press(draft, held)


def _about(draft: Draft, element: etree._Element) -> list[str]:
    """Return the fields that an assertion is about, found by its code or one of its names."""
    if draft.paths is None:
        draft.paths = {}
        for other, path in draft.about:
            for key in _keys(other):
                draft.paths.setdefault(key, []).append(path)
    return list(dict.fromkeys(path for key in _keys(element) for path in draft.paths.get(key, ())))


def _keys(element: etree._Element) -> set[str]:
    return {code(element), *map(words, named(element, "name"))} - {""}


def _reached(element: etree._Element) -> Iterator[etree._Element]:
    yield from element.iter("{*}contactInfo")


def _organisation(draft: Draft, element: etree._Element, path: str) -> None:
    for held in element.iter("{*}hasInstrument"):
        _instrument(draft, held, path)
    for held in _reached(element):
        role = kind_of(held, "role")
        if not role or (not own(element, "of") and role not in _PRESS):
            read_reached(draft, held, path)


def _instrument(draft: Draft, held: etree._Element, path: str) -> None:
    symbol, kind = held.get("symbol") or "", kind_of(held, "type")
    if kind == "isin":
        draft.put(f"{path}.isin", symbol)
        return
    if not symbol:
        return
    ticker = draft.next(f"{path}.tickers")
    draft.put(f"{ticker}.symbol", symbol)
    market = held.get("market") or held.get("symbolsrc") or ""
    draft.put(f"{ticker}.exchange", held.get("marketlabel") or market.partition(":")[2])


def _press(draft: Draft, held: etree._Element) -> None:
    number = draft.counts.get("contacts", 0)
    while f"contacts.{number}.for_editors" in draft.own:
        number += 1
    draft.counts["contacts"] = number + 1
    path = f"contacts.{number}"
    read_reached(draft, held, path)
    note = first(held, "note")
    if note is not None and not draft.is_own:
        draft.put(f"{path}.note", words(note))


def read_reached(draft: Draft, held: etree._Element, path: str) -> None:
    """Read how somebody is reached (`contactInfo`) into the fields below `path`."""
    for name, element in children(held):
        if name == "email":
            draft.put(draft.next(f"{path}.emails"), words(element).removeprefix("mailto:"))
        elif name in ("phone", "fax"):
            phone = draft.next(f"{path}.phones")
            draft.put(f"{phone}.number", words(element))
            kind = "fax" if name == "fax" else "mobile" if kind_of(element, "role") == "mobile" else ""
            draft.put(f"{phone}.kind", kind)
        elif name == "web":
            draft.put(f"{path}.web", words(element))
        elif name == "address":
            _address(draft, element, f"{path}.address")


def _address(draft: Draft, element: etree._Element, path: str) -> None:
    draft.values.setdefault(path, {})
    for name, part in children(element):
        if name == "line":
            street = kind_of(part, "role") == "street" or (
                not draft.is_own and f"{path}.street" not in draft.values
            )
            if street:
                draft.put(f"{path}.street", words(part))
            else:
                draft.put(draft.next(f"{path}.lines"), words(part))
        elif name == "postalCode":
            draft.put(f"{path}.postcode", words(part))
        elif name == "country":
            draft.put(f"{path}.country", country_code(part) or name_of(draft, part))
        elif name in ("locality", "area"):
            draft.put(f"{path}.{'city' if name == 'locality' else 'region'}", name_of(draft, part))
