"""What is read of an item so far, and how NewsML's elements say what they say: shared by the rooms that read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pressrelease.characters import cleaned, one_line, paragraphs
from pressrelease.envelope import OwnField
from pressrelease.errors import shown
from pressrelease.findings import Finding, Where
from pressrelease.model import zone_info

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OURS = "pressrelease:"
"""What the names of our own properties begin with."""
_MOST = 200
"""Facts without a field that are kept, and leftovers that are told one by one."""
_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.I | re.A,
)


# --- elements ------------------------------------------------------------------------------------------------------


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements within one, those of `names` where any are given."""
    for child in element:
        if not names or child.tag in names:
            yield child


def words(element: etree._Element | None) -> str:
    """Return the words of an element as one line, those of its comments left out."""
    return "" if element is None else one_line(cleaned(str(element.xpath("string()"))))


def prose(element: etree._Element | None) -> str:
    """Return the words of an element without markup, its paragraphs parted by an empty line."""
    text = "" if element is None else str(element.xpath("string()"))
    return "\n\n".join(paragraphs(cleaned(text)))


def formal(element: etree._Element | None) -> str:
    """Return the formal name that an element bears."""
    return "" if element is None else one_line(cleaned(element.get("FormalName") or ""))


def kind(name: str) -> str:
    """Return a formal name as it is compared: letters and digits, in lower case."""
    return re.sub(r"[\W_]+", "", name).lower()


def properties(element: etree._Element | None) -> Iterator[tuple[str, str, etree._Element]]:
    """Yield name, value and element of each property an element has, ours left out."""
    for child in () if element is None else children(element, "Property"):
        name = formal(child)
        if not name.startswith(OURS):
            yield name, value_of(child), child


def value_of(element: etree._Element) -> str:
    """Return the value of a property as one line; one without a value points to it."""
    return one_line(cleaned(element.get("Value") or element.get("ValueRef") or ""))


def ours(element: etree._Element, name: str) -> str:
    """Return the value of our own property `name` within an element, or an empty string."""
    path = f"Property[@FormalName='{OURS}{name}']"
    found = element.find(path)
    return "" if found is None else found.get("Value") or ""


def owner(element: etree._Element, *fields: str) -> str:
    """Return the path that our own mark says an element belongs to: one of `fields`, or of a list of that name."""
    path = ours(element, "of")
    name, dot, number = path.partition(".")
    is_known = name in fields and (not dot or re.fullmatch(r"\d{1,4}", number, re.A))
    return path if is_known else ""


def place(element: etree._Element) -> Where:
    """Return where an element stands."""
    line: Any = element.sourceline
    return Where(line=line or None)


# --- the draft -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Draft:
    """Values by path, and what is to be said of the item."""

    item: etree._Element
    zone: str = ""
    """The newsroom's time zone."""
    language: str = "und"
    own: list[OwnField] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    """What our own properties say that is no field."""
    written: dict[str, str] = field(default_factory=dict)
    """Addresses as they are written in the text, each with what it was before it was made absolute."""
    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, list[Any]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    """Subject Codes that its subjects are, or stand for."""
    houses: dict[str, str] = field(default_factory=dict)
    """Paths of its organisations by name."""
    shown_keywords: list[str] = field(default_factory=list)
    """Keywords of a line to show; they count where none stand one by one."""

    @property
    def is_own(self) -> bool:
        """Whether we wrote the item."""
        return bool(self.told)

    def next(self, path: str) -> str:
        """Return the path of the next element of the list at `path`."""
        number = self.counts.get(path, 0)
        self.counts[path] = number + 1
        return f"{path}.{number}"

    def put(self, path: str, value: object) -> None:
        """Keep `value` where it says something and nothing stands there yet."""
        if value not in ("", None, (), []):
            self.values.setdefault(path, value)

    def note(self, name: str, value: object) -> None:
        """Keep a fact that a release has no field for among its `extra`, as long as there are not too many."""
        known = self.extra.setdefault(f"newsml-1.2:{name}", [])
        if value and len(known) < _MOST and value not in known:
            known.append(value)

    def find(self, code: str, message: str, element: etree._Element | None = None, fix: str = "") -> None:
        """Say what was odd."""
        where = Where() if element is None else place(element)
        self.findings.append(Finding(code, "warning", message, where, fix))

    def leave(self, element: etree._Element, text: str = "") -> None:
        """Name an element that no field holds, with the beginning of what it says."""
        said = ", ".join(filter(None, (formal(element), text or words(element) or value_of(element))))
        if len(self.leftovers) < _MOST and said:
            self.leftovers.append(f"{element.tag}: {shown(said)}")

    def moment(self, element: etree._Element | None, path: str) -> dt.datetime | None:
        """Return the moment that an element says; None, with a finding, where it says none."""
        text = words(element)
        if element is None or not text:
            return None
        found, is_basic = read_moment(text, self.zone)
        if found is None:
            self.find("date-unread", f"{path}: {shown(text)} is no moment", element)
        elif not is_basic:
            why = f"{path}: {shown(text)} is no CCYYMMDDTHHMMSS±HHMM; read as {found.isoformat()}"
            self.find("date-odd", why, element)
        return found


_BASIC = re.compile(r"\d{8}(?:T\d{6}(?:Z|[+-]\d{4}))?", re.A)


def read_moment(text: str, zone: str) -> tuple[dt.datetime | None, bool]:
    """Return the moment that opens `text`, and whether it is as the standard wants it.

    Extended ISO 8601, a missing zone (that of the house is taken, else UTC), a missing time and the 24th hour are read.
    """
    match = _MOMENT.match(text)
    if match is None:
        return None, False
    *parts, offset = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    try:
        clock = (hour if hour != 24 else 0, minute, min(second, 59))
        at = dt.datetime(year, month, day, *clock, tzinfo=_zone(offset or "", zone))
        return at + dt.timedelta(days=hour == 24), _BASIC.fullmatch(text) is not None
    except (ValueError, OverflowError):
        return None, False


def _zone(offset: str, zone: str) -> dt.tzinfo:
    if offset:
        digits = re.sub(r"\D", "", offset).ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return dt.timezone(dt.timedelta(minutes=-minutes if offset[0] == "-" else minutes))
    return zone_info(zone) or dt.UTC
