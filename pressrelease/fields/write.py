"""A release as a mapping of fields: the model's names, plain data, what says nothing left out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pressrelease.model import Frozen, Part, Release, defaults, thawed
from pressrelease.story import Story, to_data


def fields_from_release(release: Release) -> dict[str, Any]:
    """Return what `release` says as dicts, lists, strings and numbers, in the model's order.

    Moments are ISO 8601 strings with their offset, stories are lists of blocks (`pressrelease.story.to_data`).
    `release_from_fields` makes an equal release of it.
    """
    return _part(release)


def _part(part: Part) -> dict[str, Any]:
    return {
        name: _plain(value)
        for name, default in defaults(type(part)).items()
        if (value := getattr(part, name)) != default
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return _part(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Story):
        return to_data(value)
    if isinstance(value, Frozen):
        return thawed(value)
    if isinstance(value, dt.datetime):
        return _moment(value)
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return value


def _moment(value: dt.datetime) -> str:
    # Before standard time offsets had seconds, which ISO 8601 cannot say.
    offset = value.utcoffset()
    whole = offset is not None and offset.seconds % 60 == 0 and offset.microseconds == 0
    return (value if whole else value.astimezone(dt.UTC)).isoformat()
