"""Judges of ninjs items that know the standard, and nothing of the writer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import specification_with
from wires import NOW

import pressrelease as pr

NAMES = {"3.1": "ninjs", "2.2": "ninjs-2.2", "1.6": "ninjs-1.6"}
"""Our formats by the version they write."""


class NinjsJudge:
    """The published schemas, whatever draft each is in; formats (date-time, uri) are judged too."""

    def __init__(self, schemas: Path) -> None:
        self._folder = schemas / "ninjs"
        geo = json.loads((self._folder / "GeoJSON-schema.json").read_text("utf-8"))
        self._geo = Resource(geo, specification_with(geo["$schema"]))
        self._validators: dict[str, Any] = {}

    def _validator(self, version: str) -> Any:
        if version not in self._validators:
            schema = json.loads((self._folder / f"ninjs-schema_{version}.json").read_text("utf-8"))
            draft = jsonschema.validators.validator_for(schema)
            registry: Registry[Any] = Registry().with_resources(
                [(f"https://geojson.org/schema/GeoJSON.json{end}", self._geo) for end in ("", "#")]
            )
            self._validators[version] = draft(schema, registry=registry, format_checker=draft.FORMAT_CHECKER)
        return self._validators[version]

    def faults(self, item: Any, version: str) -> list[str]:
        """Return what the schema of `version` finds wrong with `item`."""
        return [f"{e.json_path}: {e.message}"[:300] for e in self._validator(version).iter_errors(item)]


def item(release: pr.Release, version: str = "3.1", options: Any = None, **more: Any) -> dict[str, Any]:
    """Return `release` as an item of `version`, parsed strictly."""
    body = pr.render(release, NAMES[version], now=NOW, options=options, **more)
    found = json.loads(body, parse_constant=_refused)
    assert isinstance(found, dict)
    return found


def _refused(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")
