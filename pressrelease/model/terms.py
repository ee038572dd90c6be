"""What may be done with a release, and what this version is against the earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from pressrelease.model.part import Part
from pressrelease.model.values import Line, Moment, Prose, Url


class Rights(Part):
    """Who owns the text and what may be done with it."""

    holder: Line = ""
    """Copyright holder."""
    year: Annotated[int, Field(ge=1900, le=9999, strict=True)] | None = None
    """Copyright year."""
    notice: Line = ""
    """The copyright line as printed."""
    usage_terms: Prose = ""
    """What may be done with it, in words."""
    licence: Url = ""
    """Address of the licence."""
    data_mining: Literal["", "reserved", "allowed"] = ""
    """Text and data mining (Art. 4 DSM Directive): reserved, allowed, or nothing said."""
    data_mining_policy: Url = ""
    """Address of the policy."""


class Change(Part):
    """What this version is against the earlier one."""

    kind: Literal["new", "update", "correction", "kill"] = "new"
    """New, an update, a correction, or a kill (a mandatory withdrawal). Where only words say it: wrong and right make a
    correction, a note makes an update."""
    note: Prose = ""
    """What changed, in words that may be published."""
    wrong: Line = ""
    """What the earlier version said."""
    right: Line = ""
    """What is right."""
    at: Moment | None = None
    """When."""

    @model_validator(mode="before")
    @classmethod
    def _kind_from_its_words(cls, value: Any) -> Any:
        # What says that something changed is not new; read otherwise, its words would be printed nowhere.
        if isinstance(value, Mapping) and value.get("kind", "new") == "new":
            if value.get("wrong") or value.get("right"):
                return {**value, "kind": "correction"}
            if value.get("note"):
                return {**value, "kind": "update"}
        return value
