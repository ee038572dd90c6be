"""Who is behind an item and how they are reached: the inverse of `parties`."""

from __future__ import annotations

from lxml import etree

from pressrelease.formats.wire.newsml_1_2.draft import (
    Draft,
    children,
    formal,
    kind,
    owner,
    properties,
    value_of,
)
from pressrelease.formats.wire.newsml_1_2.parties import ADDRESS, CONTACT, HOUSE

_KINDS = {"Phone": "voice", "Mobile": "mobile", "Fax": "fax"}
_MANY = {"Email": "emails", "Line": "lines"}
CONTACT_TYPE = "Contact"
"""Type of the metadata that says whom to ask."""


def read_house(draft: Draft, path: str, element: etree._Element, *, known: tuple[str, ...] = ()) -> None:
    """Take the properties of an organisation; those whose names are `known` were read already."""
    _facts(draft, path, element, dict(HOUSE), known)


def read_contacts(draft: Draft) -> None:
    """Take whom to ask, where metadata says so."""
    for metadata in draft.item.iter("Metadata"):
        if formal(metadata.find("MetadataType")) == CONTACT_TYPE:
            path = owner(metadata, "contacts") or draft.next("contacts")
            _facts(draft, path, metadata, dict(CONTACT))


def _facts(
    draft: Draft, path: str, element: etree._Element, fields: dict[str, str], known: tuple[str, ...] = ()
) -> None:
    for name, value, found in properties(element):
        if name in fields:
            draft.put(f"{path}.{fields[name]}", value)
        elif name in _KINDS and value:
            phone = draft.next(f"{path}.phones")
            draft.put(f"{phone}.number", value)
            draft.put(f"{phone}.label", _inner(found, "label"))
            if name != "Phone":
                draft.put(f"{phone}.kind", _KINDS[name])
        elif name in _MANY and value:
            draft.put(draft.next(f"{path}.{_MANY[name]}"), value)
        elif name == "Address" and len(found):
            _facts(draft, f"{path}.address", found, dict(ADDRESS))
        elif name not in known:
            draft.leave(found)


def _inner(element: etree._Element, name: str) -> str:
    return next((value_of(c) for c in children(element, "Property") if kind(formal(c)) == name), "")
