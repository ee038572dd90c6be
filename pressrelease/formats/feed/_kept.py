"""A part of a release beside its printed words, as data in an attribute: so that reading back need not guess.

Readers that clean a body drop the attribute and keep the words.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pressrelease.errors import PressReleaseError
from pressrelease.markup.json import load_json
from pressrelease.model import Part

P = TypeVar("P", bound=Part)


def kept(part: Part) -> str:
    """Return what `part` says as JSON, without how it was set."""
    data = _bare(part.model_dump(mode="json", exclude_defaults=True))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_kept(part: type[P], text: str) -> P | None:
    """Return the part that `kept` made `text` of, or None where somebody else did."""
    if not text:
        return None
    try:
        data = load_json(text).data
        return part(**data) if isinstance(data, dict) else None
    except PressReleaseError:
        return None  # its words still stand there to be read


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(inner) for name, inner in value.items() if name != "layout"}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value
