"""From the shape of 3.x, which the writers build, to that of another version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pressrelease.formats.wire.ninjs.associations import ALT
from pressrelease.formats.wire.ninjs.concepts import SCHEMES, TICKER, Member
from pressrelease.formats.wire.ninjs.versions import Version


def shaped(item: Member, version: Version) -> Member:
    """Return `item` as `version` has it; the order of its members stays."""
    if not version.names:
        return item
    found: Member = {}
    for key, value in item.items():
        flatten = _FLAT.get(key) if version.flat else None
        if flatten is not None:
            flatten(key, value, version, found)
        elif key == "associations":
            dropped = () if version.rel else ("rel",)
            found[key] = [shaped(_without(one, *dropped), version) for one in value]
        else:
            found[version.names.get(key, key)] = _value(value, version)
    return found


def _value(value: Any, version: Version) -> Any:
    if isinstance(value, list):
        return [_value(v, version) for v in value]
    if not isinstance(value, dict):
        return value
    found = {version.names.get(k, k): _value(v, version) for k, v in value.items()}
    if value.get("symbolType") == TICKER:
        found[version.ticker] = found.pop("symbol")
    return found


def _without(member: Member, *names: str) -> Member:
    return {k: v for k, v in member.items() if k not in names}


# --- texts as members, lists as objects by name --------------------------------------------------------------------

_STEMS = {"headlines": "headline", "bodies": "body", "descriptions": "description"}


def _texts(key: str, texts: list[Member], version: Version, found: Member) -> None:
    stem = _STEMS[key]
    for text in texts:
        role = text["role"]
        # Receivers take the text of a picture for what says it to who cannot see it.
        name = (
            "body_text" if role == ALT else stem if (stem, role) == ("headline", "main") else f"{stem}_{role}"
        )
        found[name] = text["value"]


def _by_name(key: str, members: list[Member], version: Version, found: Member) -> None:
    inner: Callable[[Member, Version], Any] = shaped if key == "associations" else _value
    found[version.names.get(key, key)] = {
        member["name"]: inner(_without(member, "name", "rel"), version) for member in members
    }


def _by_role(key: str, members: list[Member], version: Version, found: Member) -> None:
    found[version.names[key]] = {member["role"]: member["value"] for member in members}


def _concepts(key: str, concepts: list[Member], version: Version, found: Member) -> None:
    own = {"literal": "code", "role": "code" if key == "trustIndicators" else "rel", **version.names}
    made = [_coded(concept, version, own) for concept in concepts]
    if key in ("subjects", "places"):
        # Receivers tell topics and places apart by their codes alone: one without is called by its name.
        made = [{**one, "code": one.get("code") or one.get("name", "")} for one in made]
    found[own[key]] = made


def _coded(concept: Member, version: Version, own: Mapping[str, str]) -> Member:
    found: Member = {}
    for key, value in concept.items():
        if key == "uri":
            scheme = next((s for s in SCHEMES.values() if value.startswith(s)), "")
            found.update({"scheme": scheme} if scheme else {}, code=value[len(scheme) :])
        else:
            found[own.get(key, key)] = _value(value, version)
    return found


_FLAT: dict[str, Callable[[str, Any, Version, Member], None]] = {
    **dict.fromkeys(_STEMS, _texts),
    "renditions": _by_name,
    "associations": _by_name,
    "altIds": _by_role,
    **dict.fromkeys(
        (
            "people",
            "organisations",
            "places",
            "subjects",
            "events",
            "objects",
            "infoSources",
            "genres",
            "trustIndicators",
        ),
        _concepts,
    ),
}
