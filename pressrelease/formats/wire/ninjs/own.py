"""What ninjs has no member for: one alternative identifier of ours, its value JSON by field path.

The schemas are closed, so an extension needs a place they leave open. An alternative identifier is kept by receivers,
shown to no reader, and one whose role nobody knows is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pressrelease.envelope import OwnField
from pressrelease.findings import Finding, Where
from pressrelease.formats.assembly import is_path
from pressrelease.markup.json import load_json
from pressrelease.markup.loaded import Malformed
from pressrelease.markup.nitf import OWN

ROLE = OWN
"""The role of the alternative identifier."""
ORIGIN = "versionCreated"
"""The field that `versionCreated` stands for, where that is not told by the document."""
NOTE = "edNote"
"""Where in `edNote` the release's own note to editors stands: its first paragraph, and how many."""
LINKS = "bodyLinks"
"""Addresses of the body that were made absolute, each with what it had been."""

_text = json.JSONEncoder(ensure_ascii=False).encode


def own_value(fields: Iterable[OwnField], kept: Mapping[str, Any]) -> str:
    """Return `fields`, and what is `kept` beside them, as a JSON object by path."""
    found = {field.path: field.value if field.kind == "json" else _text(field.value) for field in fields}
    found.update((path, _text(value)) for path, value in kept.items())
    return "{" + ", ".join(f"{_text(path)}: {value}" for path, value in found.items()) + "}"


def own_fields_of(value: str) -> tuple[dict[str, Any], dict[str, Any], tuple[Finding, ...]]:
    """Return the fields that `own_value` wrote, by path, and what it kept beside them; what is neither is told."""
    try:
        data = load_json(value).data
    except Malformed:
        data = None
    if not isinstance(data, dict):
        message = "what this library had kept here cannot be read"
        return {}, {}, (Finding("own-field-dropped", "warning", message, Where(field=ROLE)),)
    fields = {path: inner for path, inner in data.items() if is_path(path)}
    beside = {name: inner for name, inner in data.items() if name in (ORIGIN, NOTE, LINKS)}
    odd = [name for name in data if name not in fields and name not in beside]
    told = (
        Finding("own-field-dropped", "warning", f"no field of a release: {n}", Where(field=ROLE)) for n in odd
    )
    return fields, beside, tuple(told)
