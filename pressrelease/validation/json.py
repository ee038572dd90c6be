"""JSON documents and their schemas: ninjs in its versions, JSON Feed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressrelease.errors import Problem, near, shown
from pressrelease.findings import Finding, Severity, Where
from pressrelease.formats.registry import decoded
from pressrelease.markup.json import load_json
from pressrelease.validation import places
from pressrelease.validation.folder import SchemaProblem, json_schema, one_of
from pressrelease.validation.places import Places, field_at

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

GEOJSON = "https://geojson.org/schema/GeoJSON.json"
FEED_1 = "https://json.schemastore.org/feed-1"
BRANCHES = {"1": "1.6", "2": "2.2", "3": "3.1"}
"""The newest version of each branch of ninjs whose schema is kept here."""


def faults(data: bytes, format: str, folder: Path) -> Iterator[Finding]:
    """Yield what the schema of `format` finds wrong with a JSON document; raise Malformed where it is none."""
    text, findings = decoded(data)
    loaded = load_json(text.removeprefix("\ufeff"))
    yield from (*findings, *loaded.findings)
    if format == "jsonfeed":
        version = "feed-1.json" if _version(loaded.data) == "https://jsonfeed.org/version/1" else "feed.json"
        file, known = one_of(folder, f"jsonfeed/{version}"), places.JSON_FEED
    else:
        version = _ninjs_version(loaded.data, format.removeprefix("ninjs").removeprefix("-"))
        file, known = one_of(folder, f"ninjs/ninjs-schema_{version[0]}.*.json", version), places.NINJS
        if not file.stem.endswith(f"_{version}"):
            checked = file.stem.partition("_")[2]
            yield Finding(
                "schema-version", "info", f"the document says ninjs {version}; it was checked by {checked}"
            )
    judge = _judge(json_schema(file), folder, format)
    found = [f for error in judge.iter_errors(loaded.data) for f in _told(error, loaded.lines, known)]
    yield from sorted(found, key=lambda finding: (finding.where.line or 0, finding.message))


def _version(data: Any) -> str:
    return str(data.get("version", "")) if isinstance(data, dict) else ""


def _ninjs_version(data: Any, wanted: str) -> str:
    """Return the version of ninjs to check by: as asked for, else as the document says, else as it looks."""
    if wanted:
        return wanted
    names = set(data) if isinstance(data, dict) else set()
    for name in ("standard", "$standard"):
        said = data[name].get("version") if name in names and isinstance(data[name], dict) else None
        if isinstance(said, str) and said.partition(".")[0] in BRANCHES:
            return said
    if any(name != name.lower() for name in _every_name(data)):
        return BRANCHES["3"]  # the only branch whose names have capitals
    arrays = {"headlines", "bodies", "descriptions", "people", "organisations", "subjects", "places", "by"}
    return BRANCHES["2" if names & arrays else "1"]


def _every_name(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _every_name(inner)


def _judge(schema: Any, folder: Path, format: str) -> Validator:
    try:
        import jsonschema  # noqa: PLC0415 - an extra, and slow to load
        import referencing  # noqa: PLC0415
    except ImportError:
        raise SchemaProblem(
            Problem(
                f"checking {format} needs a JSON Schema library",
                advice="pip install 'pressrelease[validate]'",
            )
        ) from None
    beside = (
        {FEED_1: "jsonfeed/feed-1.json"} if format == "jsonfeed" else {GEOJSON: "ninjs/GeoJSON-schema.json"}
    )
    known = referencing.Registry().with_resources(
        (address, referencing.Resource.from_contents(json_schema(one_of(folder, file))))
        for address, file in beside.items()
    )
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    return kind(schema, registry=known, format_checker=kind.FORMAT_CHECKER)


def _told(error: ValidationError, lines: Mapping[str, int], known: Places) -> Iterator[Finding]:
    """Yield what one error says: of several ways to be right, the nearest."""
    while error.context:
        error = max(error.context, key=lambda inner: (len(inner.absolute_path), inner.validator != "type"))
    path = list(error.absolute_path)
    field = field_at(path, known)
    for name, message, fix in _in_words(error, known):
        place = ".".join(map(str, [*path, *([name] if name else [])]))
        where = Where(line=lines.get(place) or lines.get(".".join(map(str, path)), 1), field=field)
        # The drafts say that `format` need not be checked: receivers differ.
        severity: Severity = "warning" if error.validator == "format" else "error"
        yield Finding("schema", severity, f"{place}: {message}" if place else message, where, fix)


def _in_words(error: ValidationError, known: Places) -> Iterator[tuple[str, str, str]]:
    """Yield property, what is wrong with it, and advice."""
    found, value = error.instance, error.validator_value
    match error.validator:
        case "required":
            for name in (n for n in value if n not in found):
                field = field_at([name], known)
                yield "", f"{name} is missing", f"give the release its `{field}`" if field else ""
        case "additionalProperties" | "unevaluatedProperties":
            names = tuple(_properties(error.schema))
            for name in (n for n in re.findall(r"'([^']*)'", error.message) if n in found):
                yield name, "no such property", near(name, names)
        case "type":
            yield "", f"{shown(found)} is no {value if isinstance(value, str) else ' or '.join(value)}", ""
        case "enum" | "const":
            values = value if isinstance(value, list) else [value]
            yield "", f"{shown(found)} is not one of the known words", ", ".join(map(str, values))
        case "format":
            advice = "a moment such as 2026-03-02T09:00:00+01:00" if value == "date-time" else ""
            yield "", f"{shown(found)} is no {value}", advice
        case _:
            yield "", shown(error.message, 200)[1:-1], ""


def _properties(schema: Any) -> Iterator[str]:
    """Yield the names that a schema of an object knows; those behind a reference are its own."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for inner in schema.get("$defs", {}).values():
            # ninjs 3 has a word of the schema language among its definitions.
            yield from inner.get("properties", ()) if isinstance(inner, dict) else ()
