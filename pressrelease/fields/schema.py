"""The JSON Schema of a release as documents may write it: aliases, singular and plural, shorthands."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from pressrelease.fields.names import ALIASES, OF_GENERATORS, QUOTE_NAMES, target
from pressrelease.fields.reader import SHORTHANDS
from pressrelease.fields.shapes import shapes
from pressrelease.model import Asset, Part, Release, Rendition

SCHEMA_ID = "https://example.org/pressrelease/release.schema.json"
_TEXT = {"type": "string"}
_STORY = {
    "description": "The body: Markdown, or a list of blocks; a text within the list is a plain paragraph.",
    "oneOf": [_TEXT, {"type": "array", "items": {"type": ["string", "object"]}}],
}


class _Generator(GenerateJsonSchema):
    """Leave out the default of `extra`, an empty mapping of our own kind, without a warning."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {"non-serializable-default"}  # noqa: RUF012 - as the base has it


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a release's fields, for editors that complete front matter, YAML and JSON.

    Every alias is a property that points to the field it stands for.
    """
    schema = Release.model_json_schema(schema_generator=_Generator)
    kinds = _kinds(Release, {})
    for name, part in schema["$defs"].items():
        if name in kinds:
            _widen(part, kinds[name])
    _widen(schema, Release)
    for part in (schema, schema["$defs"]["Boilerplate"]):
        for name, prop in part["properties"].items():
            if "oneOf" in prop and target(Release, name) in ("story", "boilerplates"):
                part["properties"][name] = {**_STORY, "description": prop["description"]}
    _add_handled(schema)
    schema["$defs"] = {
        name: {"anyOf": [part, _TEXT]} if name in kinds and kinds[name] in SHORTHANDS else part
        for name, part in schema["$defs"].items()
    }
    titles = [n for n in schema["properties"] if target(Release, n) == "headline"]
    schema.pop("required", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
        "title": "Press release",
        "anyOf": [{"required": [name]} for name in titles],
    }


def _kinds(kind: type[Part], found: dict[str, type[Part]]) -> dict[str, type[Part]]:
    for shape in shapes(kind).values():
        if shape.part and shape.part.__name__ not in found:
            found[shape.part.__name__] = shape.part
            _kinds(shape.part, found)
    return found


def _widen(part: dict[str, Any], kind: type[Part]) -> None:
    """Let lists be given as one thing, and add a property for every other name of a field."""
    own: dict[str, Any] = part["properties"]
    for name, shape in shapes(kind).items():
        if shape.many:
            array = own[name]
            own[name] = {"description": array.get("description", ""), "anyOf": [array, array["items"]]}
            if name.endswith("s"):
                own.setdefault(name.removesuffix("s"), _same(name, own[name]))
        elif shape.what == "text" and own[name].get("type") == "string":
            own[name] = {**own[name], "type": ["string", "integer"]} if kind is not Release else own[name]
    for alias, field in ALIASES.get(kind, {}).items():
        if "." not in field:
            own.setdefault(alias, _same(field, own[field]))
    if kind is Asset:
        part.pop("required", None)
        for name in (*Rendition.model_fields, *ALIASES[Rendition]):
            own.setdefault(name, {"description": f"`{name}` of its one file."})
    required = part.get("required", [])
    if required and kind is not Release:
        names = [[n for n in own if target(kind, n) == field] for field in required]
        part.pop("required")
        part["allOf"] = [{"anyOf": [{"required": [n]} for n in several]} for several in names]


def _same(field: str, prop: dict[str, Any]) -> dict[str, Any]:
    return {**prop, "description": f"The same as `{field}`."}


def _add_handled(schema: dict[str, Any]) -> None:
    own = schema["properties"]
    dateline = schema["$defs"]["Dateline"]["properties"]
    for alias, field in ALIASES[Release].items():
        if "." in field:
            own[alias] = {**dateline[field.partition(".")[2]], "description": f"The same as `{field}`."}
    quote = {"type": "object", "properties": dict.fromkeys(QUOTE_NAMES, _TEXT), "additionalProperties": False}
    own["date"] = {**_TEXT, "description": "The dateline's date; with a zone, the moment of publication too."}
    own["draft"] = {"type": ["boolean", "string"], "description": "true: the release is withheld."}
    own["quotes"] = {
        "description": "Quotes that find their speaker in the story.",
        "anyOf": [{"type": "array", "items": quote}, quote],
    }
    embargo = {"$ref": "#/$defs/Embargo"}
    own["embargo"] = {
        "description": "Held back until.",
        "anyOf": [embargo, _TEXT, {"type": ["boolean", "null"]}],
    }
    own["embargoed_until"] = _same("embargo", own["embargo"])
    own["layout"] = {**own["layout"], "anyOf": [*own["layout"]["anyOf"], _TEXT]}
    own["published"] = {**own["published"], "anyOf": [*own["published"]["anyOf"], {"type": "boolean"}]}
    own["status"] = {**_TEXT, "description": own["status"]["description"]}
    for name in sorted(OF_GENERATORS):
        own.setdefault(name, {"description": "Kept for a site generator."})
