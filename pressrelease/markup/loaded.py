"""What the loaders of plain data share: the value they return, their error, their bounds, their repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pressrelease.characters import cleaned, illegal
from pressrelease.errors import PressReleaseError, Problem
from pressrelease.findings import Finding, Where

MAX_DEPTH = 200
"""Levels of lists and mappings within each other."""
MAX_NODES = 200_000
"""Values in one document, those that aliases repeat counted each time."""
MAX_DIGITS = 4300
"""Digits of a number, as Python's own limit has it (`sys.int_info.default_max_str_digits`)."""


class Malformed(PressReleaseError):
    """Text that is not the JSON, YAML or TOML it is read as, or that is too large or too deep to be read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Plain data, the line of each value by its path (`contacts.0.name`), and what had to be repaired."""

    data: Any
    lines: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def bounded(data: Any) -> None:
    """Raise Malformed where `data` is nested too deeply or holds too many values."""
    level = [data]
    nodes = 0
    for _ in range(MAX_DEPTH + 1):
        level = [inner for value in level for inner in _children(value)]
        nodes += len(level)
        if nodes > MAX_NODES:
            raise Malformed(Problem("too many values", expected=f"at most {MAX_NODES:,}"))
        if not level:
            return
    raise Malformed(Problem("nested too deeply", expected=f"at most {MAX_DEPTH} levels"))


def _children(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def repaired(loaded: Loaded) -> Loaded:
    """Return `loaded` without characters that no document may hold, which escapes can bring in."""
    found: list[Finding] = []
    data = _repaired(loaded.data, "", loaded.lines, found)
    return Loaded(data, loaded.lines, (*loaded.findings, *found)) if found else loaded


def _repaired(value: Any, path: str, lines: Mapping[str, int], found: list[Finding]) -> Any:
    if isinstance(value, str):
        clean = cleaned(value)
        if clean != value:
            bad = illegal(value)
            found.append(
                Finding(
                    "illegal-character",
                    "warning",
                    f"characters that no document may hold were removed, the first U+{ord(bad):04X}",
                    Where(line=lines.get(path), field=path),
                )
            )
        return clean
    if isinstance(value, dict):
        return {
            _repaired(k, path, lines, found): _repaired(v, joined(path, k), lines, found)
            for k, v in value.items()
        }
    if isinstance(value, list):
        return [_repaired(v, joined(path, i), lines, found) for i, v in enumerate(value)]
    return value


def joined(path: str, key: Any) -> str:
    """Return the path of `key` within `path`."""
    return f"{path}.{key}" if path else str(key)
