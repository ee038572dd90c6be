"""What a reader of NITF has found so far: values by path, and what is to be said of the document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from pressrelease.characters import cleaned, one_line, paragraphs
from pressrelease.envelope import OwnField
from pressrelease.errors import shown
from pressrelease.findings import Finding, Where
from pressrelease.formats.wire.nitf.moments import is_basic, stated
from pressrelease.markup.nitf import OWN
from pressrelease.markup.xml_tags import local as name_of
from pressrelease.model import zone_info

MARK = f"{{{OWN}}}"
"""What opens the name of an element or attribute of our own namespace."""


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace, in lower case; empty for a comment."""
    tag: object = element.tag
    return name_of(tag) if isinstance(tag, str) else ""


def kids(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of an element that are called so, in whatever namespace."""
    return element.iterchildren(*(f"{{*}}{name}" for name in names))


def first(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the element that the path of `names` leads to, the first at each step, or None."""
    for name in names:
        if element is None:
            return None
        element = next(kids(element, name), None)
    return element


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute as one line of legal text, or an empty string."""
    value = element.get(name)
    return one_line(cleaned(value)) if value else ""


def words(element: etree._Element) -> str:
    """Return the words of an element as one line."""
    return one_line(cleaned(text_of(element)))


def text_of(element: etree._Element) -> str:
    """Return the text of an element with all that is within it."""
    if not len(element):
        return element.text or ""
    return str(etree.tostring(element, encoding="unicode", method="text", with_tail=False))


def prose(element: etree._Element) -> str:
    """Return the words of an element as paragraphs, parted by an empty line."""
    parts = [element.text or ""]
    for child in element:
        gap = "\n\n" if local(child) in ("p", "block", "li", "body.content", "ul", "ol", "dl", "hl2") else ""
        inner = prose(child) if gap else text_of(child) if local(child) else ""
        parts += [gap, inner, gap, child.tail or ""]
    return "\n\n".join(paragraphs(cleaned("".join(parts))))


@dataclass(slots=True)
class Draft:
    """Values by path, our own fields, and what is to be said."""

    is_ours: bool = False
    """Whether our own namespace is declared: then what repeats a field in words is ours too."""
    zone: str = ""
    """The newsroom's time zone, for moments that state none."""
    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    own: list[OwnField] = field(default_factory=list)
    own_names: set[str] = field(default_factory=set)
    """What they say: fields of a release."""
    addresses: dict[str, str] = field(default_factory=dict)
    """Addresses that were made absolute, each with what it had been."""
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    """Notes to editors."""
    bylines: list[str] = field(default_factory=list)
    aside: dict[str, Any] = field(default_factory=dict)
    """What is judged when all is read: the moment of issue, a title, a name."""
    counts: dict[str, int] = field(default_factory=dict)

    def has_own(self, name: str) -> bool:
        """Return whether fields of our own say `name`, wholly or in part."""
        return name in self.own_names

    def put(self, path: str, value: Any) -> None:
        """Keep `value` where it says something and nothing stands there yet."""
        if value not in ("", None):
            self.values.setdefault(path, value)

    def next(self, path: str) -> str:
        """Return the path of the next element of the list at `path`."""
        number = self.counts.get(path, 0)
        self.counts[path] = number + 1
        return f"{path}.{number}"

    def keep(self, name: str, value: Any) -> None:
        """Keep a fact that a release has no field for among its `extra`."""
        if value:
            self.extra.setdefault(name if ":" in name else f"nitf:{name}", []).append(value)

    def find(
        self, code: str, message: str, element: etree._Element | None = None, fix: str = "", level: str = ""
    ) -> None:
        """Say what was odd."""
        where = Where() if element is None else Where(line=cast("int | None", element.sourceline))
        self.findings.append(Finding(code, "info" if level == "info" else "warning", message, where, fix))

    def number(self, path: str, text: str, low: int, high: int, what: str) -> None:
        """Keep a whole number; say so where it is none."""
        if text.isascii() and text.isdigit() and low <= int(text[:12]) <= high:
            self.put(path, int(text[:12]))
        elif text:
            self.find("number-unread", f"{what} {shown(text)} is no number from {low:,} to {high:,}")

    def moment(self, element: etree._Element, name: str = "norm") -> dt.datetime | None:
        """Return the moment that an attribute states, aware; one without a zone is in the newsroom's, or left out."""
        value = self.stated(element, name)
        if value is None or (isinstance(value, dt.datetime) and value.tzinfo is not None):
            return value
        zone, text = zone_info(self.zone), attribute(element, name)
        if zone is None:
            self.find(
                "moment-without-zone", f"{local(element)} {shown(text)} states no zone; left out", element
            )
            self.keep(local(element), text)
            return None
        at = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
        return at.replace(tzinfo=zone)

    def stated(self, element: etree._Element, name: str = "norm") -> dt.datetime | dt.date | None:
        """Return the moment or day that an attribute states, or None; say so where it cannot be read."""
        text = attribute(element, name)
        value = stated(text) if text else None
        if text and value is None:
            self.find("moment-unread", f"{local(element)} {shown(text)} is no moment", element)
        elif text and not is_basic(text):
            told = f"{local(element)} {shown(text)} is not in ISO 8601's basic form"
            self.find("moment-not-basic", told, element, level="info")
        return value
