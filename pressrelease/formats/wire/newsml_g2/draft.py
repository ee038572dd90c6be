"""What is read of an item so far, and how its elements say what they say: shared by the rooms that read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pressrelease.characters import cleaned, one_line, paragraphs
from pressrelease.envelope import OwnField
from pressrelease.errors import shown
from pressrelease.findings import Finding, Where
from pressrelease.markup.nitf import OWN
from pressrelease.model import zone_info

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARK = f"{{{OWN}}}"
_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:T\s*|\s+)(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|[+-]\d\d(?::?\d\d)?|UTC|GMT)?",
    re.I,
)
_LATEST = dt.timedelta(days=1)


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for a comment or an instruction."""
    tag = element.tag
    return tag[tag.find("}") + 1 :] if type(tag) is str else ""


def place(element: etree._Element) -> Where:
    """Return where an element stands."""
    line: Any = element.sourceline
    return Where(line=line or None)


def own(element: etree._Element, name: str) -> str:
    """Return the attribute `name` of our own namespace, or an empty string."""
    return str(element.get(_MARK + name) or "")


def words(element: etree._Element) -> str:
    """Return the words of an element as one line."""
    text = _text(element) if len(element) else element.text
    if not text:
        return ""
    return one_line(text if text.isprintable() else cleaned(text))


def _text(element: etree._Element) -> str:
    return str(etree.tostring(element, encoding="unicode", method="text", with_tail=False))


_BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 section header footer table tr dl dt dd blockquote hr".split()  # noqa: SIM905
)


def prose(element: etree._Element) -> str:
    """Return the words of an element that may have markup: its paragraphs parted by an empty line."""
    found: list[str] = []
    _gather(element, found)
    return "\n\n".join(paragraphs(cleaned("".join(found))))


def _gather(element: etree._Element, found: list[str]) -> None:
    found.append(element.text or "")
    for child in element:
        name = local(child)
        if name:
            gap = "\n\n" if name in _BLOCKS else ""
            found.append(gap)
            _gather(child, found)
            found.append(gap)
        found.append(child.tail or "")


def code(element: etree._Element) -> str:
    """Return the concept an element names, by qcode, URI or literal; empty where it names none."""
    found = element.get("qcode") or element.get("uri") or element.get("literal") or element.get("code") or ""
    return one_line(cleaned(found))


def suffix(text: str) -> str:
    """Return a code without its scheme, in lower case: `usable` of `stat:usable`, or of a URI that ends in it."""
    if not text:
        return ""
    text = text.rstrip("/")
    return text[max(text.rfind(":"), text.rfind("/"), text.rfind("#")) + 1 :].strip().lower()


def count(text: str | None) -> int | None:
    """Return a whole number above 0 of at most 15 digits, or None."""
    found = re.fullmatch(r"\s*0*([1-9]\d{0,14})\s*", (text or "")[:200], re.A)
    return int(found.group(1)) if found else None


def kind_of(element: etree._Element, name: str) -> str:
    """Return the last part of a role, a type, a rendition, in lower case: by its qcode, or by its URI (since 2.28)."""
    return suffix(element.get(name) or element.get(f"{name}uri") or "")


@dataclass(slots=True)
class Draft:
    """Values by path, and what is to be said of the item."""

    root: etree._Element
    is_own: bool = False
    own: dict[str, OwnField] = field(default_factory=dict)
    """Our own fields, by path."""
    addresses: dict[str, str] = field(default_factory=dict)
    """Addresses as they are written in the text, each with what it was before it was made absolute."""
    origin: str = ""
    """Which field the moment of this version comes from, where our own mark says so."""
    aliases: dict[str, str] = field(default_factory=dict)
    """Aliases of schemes that go by another name here."""
    language: str = "und"
    zone: str = ""
    """The newsroom's time zone."""
    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    about: list[tuple[etree._Element, str]] = field(default_factory=list)
    """Elements that name an organisation, each with its path."""

    paths: dict[str, list[str]] | None = None
    """Paths by code and name of what `about` names, once an assertion asks."""
    asserted: dict[str, etree._Element] | None = None
    """Assertions by their literals, once a place asks."""
    topics: frozenset[str] | None = None
    """Codes of Media Topics, once a Subject Code asks."""
    kit: Mapping[str, etree._Element] = field(default_factory=dict)
    """Items of pictures and films that belong to this one, by their guids."""
    dateline: str = ""
    """Its words."""
    located: list[etree._Element] = field(default_factory=list)
    caption: str = ""
    alt: str = ""
    credit: str = ""

    def next(self, path: str) -> str:
        """Return the path of the next element of the list at `path`."""
        number = self.counts.get(path, 0)
        self.counts[path] = number + 1
        return f"{path}.{number}"

    def put(self, path: str, value: object) -> None:
        """Keep `value` where it says something and nothing stands there yet."""
        if value or value == 0:
            self.values.setdefault(path, value)

    def note(self, name: str, value: object) -> None:
        """Keep a fact that a release has no field for among its `extra`."""
        if value:
            self.extra.setdefault(f"newsml-g2:{name}", []).append(value)

    def find(self, code: str, message: str, element: etree._Element | None = None, fix: str = "") -> None:
        """Say what was odd."""
        where = Where() if element is None else place(element)
        self.findings.append(Finding(code, "warning", message, where, fix))

    def leave(self, element: etree._Element, why: str = "") -> None:
        """Name an element that no field holds, with the beginning of its words."""
        text = words(element) or code(element)
        said = f": {shown(text)}" if text else ""
        self.leftovers.append(f"{local(element)}{said}{f' ({why})' if why else ''}")

    def in_language(self, elements: list[etree._Element]) -> list[etree._Element]:
        """Return those of `elements` that are in the item's language; all where none is."""
        if len(elements) < 2:
            return elements
        primary = self.language.partition("-")[0].lower()
        fitting = [e for e in elements if (e.get(LANG) or primary).partition("-")[0].lower() == primary]
        return fitting or elements

    def qcode(self, text: str) -> str:
        """Return a qcode with the alias by which its scheme is known here."""
        alias, colon, value = text.partition(":")
        return f"{self.aliases[alias]}:{value}" if colon and alias in self.aliases else text

    # --- moments ---------------------------------------------------------------------------------------------------

    def moment(self, element: etree._Element, path: str) -> dt.datetime | None:
        """Return the moment an element says; None, with a finding, where it is none or has no zone."""
        text = (element.text or "").strip()
        try:
            found = dt.datetime.fromisoformat(text)
        except ValueError:
            read = _lenient(words(element))
            if read is None:
                self.find("date-unread", f"{path}: {shown(text)} is no moment", element)
                return None
            self.find("date-odd", f"{path}: {shown(text)} is no xs:dateTime; read as {read}", element)
            found = read
        if found.tzinfo is None:
            zone = zone_info(self.zone)
            if zone is None:
                message = f"{path}: {shown(text)} has no zone, so no moment can be told"
                self.find("moment-without-zone", message, element, "set `time_zone` of the newsroom")
                return None
            self.find(
                "moment-without-zone", f"{path}: {shown(text)} has no zone; read in {self.zone}", element
            )
            found = found.replace(tzinfo=zone)
        return found


def _lenient(text: str) -> dt.datetime | None:
    """Return a moment with white space in it, with the 24th hour, or a day alone, as people write them."""
    match = _TIME.search(text[:100])
    if match is None:
        try:
            return dt.datetime.fromisoformat(text[:40])
        except ValueError:
            return None
    day, clock, zone = match.groups()
    zone = "" if zone is None else "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else zone
    next_day = clock.startswith("24:00")
    try:
        found = dt.datetime.fromisoformat(f"{day}T{'00' + clock[2:] if next_day else clock}{zone}")
        return found + _LATEST if next_day else found
    except (ValueError, OverflowError):
        return None


def children(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the elements within one, with their names."""
    for child in element:
        tag = child.tag
        if isinstance(tag, str):
            yield tag[tag.find("}") + 1 :], child


def named(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements of that name within one, whatever their namespace: faster than a path."""
    return [child for child in element if local(child) == name]


def first(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first element of that name within one, or None."""
    return next(iter(named(element, name)), None)


def set_apart(elements: list[etree._Element], others: list[etree._Element]) -> list[etree._Element]:
    """Return those of `elements` that are none of `others`."""
    known = set(others)
    return [element for element in elements if element not in known]
