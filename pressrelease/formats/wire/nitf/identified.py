"""What an NITF document says it is about: topics, people, organisations, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from pressrelease.characters import cleaned, one_line
from pressrelease.formats.wire.nitf.draft import MARK, Draft, attribute, first, kids, local, words
from pressrelease.vocabulary import subject_code, subject_name, topic

_ORGANISATION = {"ISIN": "isin", "LEI": "lei", "URI": "uri"}
"""Sources of codes that have a field of their own."""
UNNAMED = "ticker"
"""The source of a ticker symbol whose market nobody named."""


# --- topics -----------------------------------------------------------------------------------------------------------


def subject(draft: Draft, element: etree._Element) -> None:
    """Note a numbered subject; which of them are topics of their own is known when all classifiers are read."""
    number = attribute(element, "tobject.subject.refnum")
    names = (attribute(element, f"tobject.subject.{n}") for n in ("detail", "matter", "type"))
    name = next(filter(None, names), "")
    source = attribute(element, "tobject.subject.ipr")
    if number or name:
        draft.aside.setdefault("subjects", []).append((number, name, source))


def numbered(draft: Draft) -> None:
    """Add the numbered subjects that no classifier stands for already."""
    told = [path for path in draft.values if path.startswith("subjects.")]
    codes = {str(draft.values[path]) for path in told if path.endswith(".code")}
    mapped = {f"subj:{subject_code(code.removeprefix('medtop:'))[0]}" for code in codes}
    if told and draft.is_ours:
        return
    for number, name, source in draft.aside.get("subjects", ()):
        code = _code(number, "" if source.upper() in ("", "IPTC") else source)
        if code and (code in codes or code in mapped):
            continue
        codes.add(code)
        path = draft.next("subjects")
        draft.put(f"{path}.code", code)
        draft.put(f"{path}.name", name)


def _code(value: str, source: str) -> str:
    """Return a code with its scheme: one of IPTC's by its number, another's by its source."""
    scheme = re.sub(r"[^\w.-]+", "-", source.lower()).strip("-")
    if re.fullmatch(r"\d{8}", value, re.A) and scheme in (
        "",
        "iptc",
        "medtop",
        "subj",
        "mediatopic",
        "newscodes",
    ):
        scheme = scheme if scheme in ("medtop", "subj") else ""
        is_topic = topic(value) is not None and not subject_name(value)
        return f"{scheme or ('medtop' if is_topic else 'subj')}:{value}"
    if not value or ":" in value:
        return value
    return f"{scheme}:{value}" if scheme else value


def _classifier(draft: Draft, element: etree._Element) -> None:
    name = "" if element.get(f"{MARK}added") else words(element)
    value, source, kind = (attribute(element, n) for n in ("value", "idsrc", "type"))
    is_subject = kind == "subject"
    code = value if draft.is_ours and is_subject else _code(value, source or ("" if is_subject else kind))
    if name or code:
        path = draft.next("subjects")
        draft.put(f"{path}.code", code)
        draft.put(f"{path}.name", name)


# --- people and houses ------------------------------------------------------------------------------------------------


def _within(element: etree._Element) -> bool:
    """Return whether an element stands within another that is read whole."""
    parent = element.getparent()
    return parent is not None and local(parent) not in ("identified-content", "docdata", "head")


def _person(draft: Draft, element: etree._Element) -> None:
    role = first(element, "function")
    name = _own_words(element) or words(element)
    if not name or _within(element):
        return
    path = draft.next("people")
    draft.put(f"{path}.name", name)
    draft.put(f"{path}.role", words(role) if role is not None else "")
    draft.put(f"{path}.uri", _uri(element))


def _own_words(element: etree._Element) -> str:
    """Return the words of an element without those of a position or code within it."""
    found = [element.text or ""]
    for child in element:
        if local(child) not in ("function", "alt-code", ""):
            found.append(" ".join(child.itertext()))  # type: ignore[arg-type]
        found.append(child.tail or "")
    return one_line(cleaned("".join(found)))


def _uri(element: etree._Element) -> str:
    value, source = attribute(element, "value"), attribute(element, "idsrc")
    return value if source == "URI" or re.match(r"https?:", value) else f"{source}:{value}" if value else ""


def _org(draft: Draft, element: etree._Element) -> None:
    name = _own_words(element)
    if not name or _within(element):
        return
    of = element.get(f"{MARK}of") or ""
    path = "publisher" if of == "publisher" else draft.next("organisations")
    draft.put(f"{path}.name", name)
    codes = [(attribute(e, "idsrc"), attribute(e, "value")) for e in (element, *kids(element, "alt-code"))]
    for source, value in codes:
        if not value:
            continue
        if source in _ORGANISATION:
            draft.put(f"{path}.{_ORGANISATION[source]}", value)
        elif source or draft.is_ours:
            ticker = draft.next(f"{path}.tickers")
            draft.put(f"{ticker}.exchange", "" if source == UNNAMED else source)
            draft.put(f"{ticker}.symbol", value)


# --- places -----------------------------------------------------------------------------------------------------------


def place(draft: Draft, element: etree._Element, path: str) -> bool:
    """Read a location as the place at `path`; return whether it names one."""
    parts = {
        name: e for name in ("city", "sublocation", "state", "region", "country") for e in kids(element, name)
    }
    name = words(parts["city"]) if "city" in parts else one_line(cleaned(element.text or ""))
    if any(n in parts for n in ("state", "country")) and "city" not in parts:
        name = name.removesuffix(",").rstrip()
    named = next((n for n in ("sublocation", "region", "state", "country") if n in parts), "")
    if not name and named:
        name = words(parts.pop(named))
    if not name:
        return False
    draft.put(f"{path}.name", name)
    region = parts.get("state", parts.get("region"))
    draft.put(f"{path}.region", words(region) if region is not None else "")
    if "country" in parts:
        code = attribute(parts["country"], "iso-cc")
        draft.put(
            f"{path}.country", words(parts["country"]) if draft.is_ours else code or words(parts["country"])
        )
    draft.put(f"{path}.uri", attribute(element, "location-code"))
    return True


def _location(draft: Draft, element: etree._Element) -> None:
    if not _within(element) and not place(draft, element, draft.next("places")):
        draft.counts["places"] -= 1


def event_location(draft: Draft, element: etree._Element) -> None:
    """Note where it happened; what the dateline says already is no place of its own."""
    told = {n: attribute(element, n) for n in ("city", "county-dist", "state-prov", "iso-cc")}
    draft.aside.setdefault("events", []).append(told)


def events(draft: Draft) -> None:
    """Add the places of events that the dateline does not name already."""
    named = {str(v).casefold() for p, v in draft.values.items() if p.startswith("dateline.places.")}
    for told in () if draft.is_ours else draft.aside.get("events", ()):
        city, county, region, country = told.values()
        name = city or county or region or country
        if name and name.casefold() not in named:
            path = draft.next("places")
            draft.put(f"{path}.name", name)
            draft.put(f"{path}.region", region if region != name else "")
            draft.put(f"{path}.country", country if country != name else "")


def _other(draft: Draft, element: etree._Element) -> None:
    if not _within(element):
        draft.keep(f"identified.{local(element)}", words(element) or attribute(element, "value"))


IDENTIFIED: Mapping[str, Callable[[Draft, etree._Element], None]] = {
    **dict.fromkeys(["event", "function", "object.title", "virtloc", "chron", "money", "num"], _other),
    "classifier": _classifier,
    "location": _location,
    "org": _org,
    "person": _person,
}
"""What reads each kind of identified content."""
