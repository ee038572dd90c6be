"""Losses as a person reads them: what a reader of the text would miss, apart from what no reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressrelease.findings import Loss
from pressrelease.formats.registry import AnyFormat

Weight: TypeAlias = Literal["words", "data", "setting"]
"""What a loss costs: words that a reader would miss; data for systems alone; how the words had been set."""

_INDEX = frozenset(
    {
        *("id", "version", "language", "slug", "slugline", "aliases", "updated", "urgency", "genre"),
        *("extra", "excuses"),
        *("subjects", "keywords", "places", "people", "organisations"),
    }
)
"""Fields of a release by which systems find and sort it; what they name, the story says."""
_FOR_SYSTEMS = frozenset(
    {
        *("uri", "latitude", "longitude", "kind", "jurisdiction", "logo", "id", "rel", "version"),
        *("zone", "at"),
    }
)
"""Fields of parts that only systems read."""
_AS_SET = frozenset(("layout", "style", "printed"))
_MARKS = frozenset(("strong", "emphasis", "heading"))


def shape(path: str) -> str:
    """Return `path` with `*` for each index: `assets.0.alt` is `assets.*.alt`."""
    return ".".join("*" if key.isdigit() else key for key in path.split("."))


def weight(path: str) -> Weight:
    """Return what it costs to lose what stands at `path` (a field's path or its shape).

    >>> weight("subheadline"), weight("assets.0.renditions.1.width"), weight("dateline.layout")
    ('words', 'data', 'setting')
    """
    keys = [key for key in path.split(".") if not key.isdigit() and key not in ("*", "**")]
    first, last = keys[0], keys[-1]
    if last in _AS_SET or (first == "story" and last in _MARKS):
        return "setting"
    if first in _INDEX or "renditions" in keys:
        return "data"
    return "data" if last in _FOR_SYSTEMS or (first, last) == ("assets", "role") else "words"


def otherwise(loss: Loss, fmt: AnyFormat) -> bool:
    """Return whether what is lost stands in the document all the same: elsewhere, in other words, or in part."""
    path = _inner(loss.path)
    patterns = (shape(path), f"**.{path.rpartition('.')[2]}")
    return bool(loss.instead) or any(gap.partly for p in patterns if (gap := fmt.cannot_carry.get(p)))


def _inner(path: str) -> str:
    """Return `path` within its release: what several releases lose begins with their number, or with `*`."""
    first, _, rest = path.partition(".")
    return rest if first.isdigit() or first == "*" else path


@dataclass(frozen=True, slots=True)
class Missed:
    """What a document loses that a reader would miss, for one reason."""

    paths: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        return f"{listed(self.paths)}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """The losses of a document, by what they cost."""

    missed: tuple[Missed, ...] = ()
    """What a reader would miss, one entry a reason, in the order of the losses."""
    otherwise: int = 0
    """How many stand in the document all the same, in words or in part."""
    data: int = 0
    """How many only systems would miss."""
    setting: int = 0
    """How many only say how the text had been set."""

    @property
    def rest(self) -> str:
        """What no reader would miss, summed up; or nothing.

        >>> Ranked(data=3, setting=1).rest
        '4 that no reader misses (3 for systems alone, 1 on how it was set)'
        """
        told = (
            (self.otherwise, "said in another way"),
            (self.data, "for systems alone"),
            (self.setting, "on how it was set"),
        )
        parts = ", ".join(f"{count:,} {words}" for count, words in told if count)
        return f"{sum(count for count, _ in told):,} that no reader misses ({parts})" if parts else ""


def ranked(losses: Iterable[Loss], fmt: AnyFormat) -> Ranked:
    """Return `losses` of a document in `fmt` by what they cost."""
    missed: dict[str, list[str]] = {}
    counts = {"otherwise": 0, "data": 0, "setting": 0}
    for loss in losses:
        cost = weight(loss.path)
        if otherwise(loss, fmt):
            counts["otherwise"] += 1
        elif cost == "words":
            missed.setdefault(loss.reason, []).append(_inner(loss.path))
        else:
            counts[cost] += 1
    return Ranked(tuple(Missed(tuple(paths), why) for why, paths in missed.items()), **counts)


def listed(paths: tuple[str, ...]) -> str:
    """Return paths as one list: `rights.licence, .data_mining`, `assets.*.alt ×3`."""
    shapes: dict[str, list[str]] = {}
    for path in paths:
        shapes.setdefault(shape(path), []).append(path)
    words: list[str] = []
    above = ""
    for pattern, found in shapes.items():
        name = found[0] if len(found) == 1 else f"{pattern} ×{len(found)}"
        parent = name.rpartition(".")[0]
        words.append(name.removeprefix(parent) if parent and parent == above else name)
        above = parent
    return ", ".join(words)
