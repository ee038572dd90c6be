"""What each field of the model holds, read off the model itself: a text, a part, a moment, or several of them."""

from __future__ import annotations

import datetime as dt
import functools
import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AwareDatetime

from pressrelease.model import Embargo, Frozen, Part
from pressrelease.story import Story

What = Literal["text", "part", "moment", "day", "clock", "story", "embargo", "other"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds; `many`: a list of it; `part`: which one, where it is a part."""

    what: What
    many: bool = False
    part: type[Part] | None = None


@functools.cache
def shapes(kind: type[Part]) -> Mapping[str, Shape]:
    """Return the shape of each field of `kind` by name."""
    return {name: _shape(field.annotation) for name, field in kind.model_fields.items()}


_PLAIN: dict[Any, What] = {
    str: "text",
    AwareDatetime: "moment",
    dt.datetime: "moment",
    dt.date: "day",
    dt.time: "clock",
    Story: "story",
    Frozen: "other",
    Embargo: "embargo",
}


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _shape(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _shape(next(a for a in get_args(annotation) if a is not type(None)))
    if origin is tuple:
        inner = _shape(get_args(annotation)[0])
        return Shape(inner.what, True, inner.part)
    if annotation in _PLAIN:
        return Shape(_PLAIN[annotation], part=Embargo if annotation is Embargo else None)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Shape("part", part=annotation)
    return Shape("text" if origin is Literal and isinstance(get_args(annotation)[0], str) else "other")
