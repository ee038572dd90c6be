"""Members that a release has no field for: kept in `extra` by their names of 3.x, and written back where they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pressrelease.formats.wire.ninjs.associations import URL
from pressrelease.formats.wire.ninjs.concepts import Member
from pressrelease.formats.wire.ninjs.members import Members
from pressrelease.formats.wire.ninjs.own import ROLE
from pressrelease.formats.wire.ninjs.read_concepts import coded, concept
from pressrelease.formats.wire.ninjs.uris import uri
from pressrelease.formats.wire.ninjs.versions import VERSIONS
from pressrelease.model import Release, thawed

PREFIX = "ninjs:"
_CANONICAL = {
    own.lower(): name
    for v in VERSIONS.values()
    for pair in v.names.items()
    for name, own in (pair, pair[:1] * 2)
}


def kept_members(item: Members) -> Iterator[tuple[str, Any]]:
    """Yield the members of `item` that nobody took, by their names of 3.x, concepts in the shape of 3.x."""
    kind = item.text("type")
    if kind not in ("", "text", "composite"):
        yield "type", kind
    for name, own in (("events", "event"), ("objects", "object")):
        if found := [_concept(one, key) for key, one in item.objects(name, own)]:
            yield name, found
    if found := [_indicator(one) for _, one in item.objects("trustindicators", "trustindicator")]:
        yield "trustIndicators", found
    for name, value in item.untaken().items():
        yield _CANONICAL.get(name.lower(), name), value


def _concept(one: Members, name: str) -> Member:
    name, identifier = concept(one, name)
    return _filled(name=name, rel=one.text("rel"), id=one.text("id"), **_identified(identifier))


def _identified(identifier: str) -> Member:
    return {"uri" if uri(identifier) == identifier else "literal": identifier} if identifier else {}


def _indicator(one: Members) -> Member:
    role = one.text("role") or coded(one.text("scheme"), one.text("code"))
    return _filled(role=role, title=one.text("title"), href=one.text("href"))


def _filled(**members: Any) -> Member:
    return {name: value for name, value in members.items() if value}


# --- written back --------------------------------------------------------------------------------------------------


def returned(release: Release) -> Member:
    """Return the members kept in `extra` that are what the standard wants in their place, in the shape of 3.x."""
    found: Member = {}
    for name, fits in _FITS.items():
        value = thawed(release.extra.get(PREFIX + name))
        if value and fits(value):
            found[name] = value
    return found


def returned_ids(release: Release) -> Iterator[Member]:
    """Yield the alternative identifiers kept in `extra`, in the shape of 3.x."""
    ids = release.extra.get(f"{PREFIX}altIds")
    for role, value in ids.items() if isinstance(ids, Mapping) else ():
        if role and role not in (URL, ROLE) and isinstance(value, str):
            yield {"role": role, "value": value}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(_MOMENT, value, re.A) is not None


_MOMENT = (
    r"(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
    r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)"
)


def _is_uri(value: Any) -> bool:
    return isinstance(value, str) and uri(value) == value


def _object(**members: Callable[[Any], bool]) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        return isinstance(value, Mapping) and all(k in members and members[k](v) for k, v in value.items())

    return fits


def _list(one: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(one, value))


_CONCEPTS = _list(_object(name=_is_text, rel=_is_text, uri=_is_uri, literal=_is_text))
_FITS: Mapping[str, Callable[[Any], bool]] = {
    "profile": _is_text,
    "title": _is_text,
    "contentCreated": _is_moment,
    "events": _CONCEPTS,
    "objects": _CONCEPTS,
    "trustIndicators": _list(_object(role=_is_uri, title=_is_text, href=_is_uri)),
    "digitalSourceType": _object(name=_is_text, uri=_is_uri, literal=_is_text),
}
