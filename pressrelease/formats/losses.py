"""What a release loses in a format, from the format's own declaration.

A path names a field: `headline`, `dateline.zone_printed`, `assets.*.renditions.*.width`; `*` is any index.
`story.table` names a kind of node of the story (its class in lower case), `**.layout` a field of any part.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any, TypeAlias

from pressrelease.findings import Loss
from pressrelease.formats.registry import AnyFormat
from pressrelease.formats.weights import shape
from pressrelease.model import Frozen, Part, Release, defaults
from pressrelease.story import Story


def losses(release: Release, fmt: AnyFormat) -> tuple[Loss, ...]:
    """Return what `release` has and `fmt` declares it cannot carry, each field by its concrete path.

    What is lost only perhaps is told by the written document.
    """
    found: dict[str, Loss] = {}
    for pattern, gap in fmt.cannot_carry.items():
        for path in present(release, pattern) if not gap.perhaps else ():
            found.setdefault(path, Loss(path, gap.reason, gap.instead))
    return tuple(found.values())


MAX_KINDS = 1000
"""Kinds of loss of a stream that are told one by one."""


class EachOnce:
    """Losses of any number of releases, each kind of them once: `*` for every number in its path."""

    def __init__(self) -> None:
        self._told: dict[str, Loss] = {}
        self._more = False

    def add(self, loss: Loss) -> None:
        """Take a loss of one release into account."""
        path = f"*.{shape(loss.path)}"
        if path not in self._told:
            if len(self._told) < MAX_KINDS:
                self._told[path] = Loss(path, loss.reason, loss.instead)
            else:
                self._more = True

    def told(self) -> tuple[Loss, ...]:
        """Return one loss of each kind; the last says whether there are more kinds than these."""
        more = Loss("*", f"more than these {MAX_KINDS:,} kinds of loss")
        return (*self._told.values(), *((more,) if self._more else ()))


def present(release: Release, pattern: str) -> Iterator[str]:
    """Yield the concrete paths of `release` that match `pattern` and say something (differ from their default)."""
    head, _, rest = pattern.partition(".")
    if head == "story" and rest:
        kind = rest.replace("_", "")
        if any(type(node).__name__.lower() == kind for node in release.story.walk()):
            yield pattern
    elif head == "**":
        yield from _anywhere(release, rest, "")
    else:
        yield from (path for path, _ in values_at(release, branched(pattern)))


Branches: TypeAlias = "dict[str, Branches | int]"
"""Patterns of paths, key by key; at the end of each its place among them."""


@functools.cache
def branched(*patterns: str) -> Branches:
    """Return `patterns`, none of them the beginning of another, for `values_at`."""
    tree: Branches = {}
    for place, pattern in enumerate(patterns):
        branch = tree
        *keys, last = pattern.split(".")
        for key in keys:
            inner = branch.setdefault(key, {})
            assert isinstance(inner, dict), pattern
            branch = inner
        branch[last] = place
    return tree


def values_at(release: Release, patterns: Branches) -> Iterator[tuple[str, Any]]:
    """Yield the concrete path and the value of all that matches `patterns` and says something, pattern by pattern."""
    found: list[tuple[int, str, Any]] = []
    _gather(release, patterns, "", found)
    found.sort(key=itemgetter(0))
    return ((path, value) for _, path, value in found)


def _gather(value: Any, patterns: Branches | int, path: str, found: list[tuple[int, str, Any]]) -> None:
    if isinstance(patterns, int):
        found.append((patterns, path, value))
        return
    for key, inner in patterns.items():
        if key == "*":
            for i, one in enumerate(value if isinstance(value, tuple) else ()):
                _gather(one, inner, f"{path}.{i}", found)
        elif isinstance(value, Part):
            if _says(value, key):
                _gather(getattr(value, key), inner, f"{path}.{key}" if path else key, found)
        elif isinstance(value, Mapping) and key in value:
            _gather(value[key], inner, f"{path}.{key}", found)


def _says(part: Part, name: str) -> bool:
    """Return whether a field of `part` says something: most do not, and are what they are by default."""
    value, default = getattr(part, name, None), defaults(type(part)).get(name)
    if value is default or not (value or value not in (None, "", ())):
        return False
    return default is None or value != default  # to compare a part with None is slow


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every field that says something as (path, value), the parts taken apart; the story stays whole."""
    if isinstance(value, Part):
        for name, default in defaults(type(value)).items():
            inner = getattr(value, name)
            if inner != default:
                yield from leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}.{i}")
    else:
        yield path, value


def _anywhere(value: Any, name: str, path: str) -> Iterator[str]:
    if isinstance(value, Part):
        for key in defaults(type(value)):
            inner = getattr(value, key)
            place = f"{path}.{key}" if path else key
            if key == name:
                if _says(value, key):
                    yield place
            elif not isinstance(inner, (str, Story, Frozen)):
                yield from _anywhere(inner, name, place)
    elif isinstance(value, tuple):
        for i, inner in enumerate(value):
            yield from _anywhere(inner, name, f"{path}.{i}")
