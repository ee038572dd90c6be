"""What each format carries, as a table made from the formats' own declarations (and from nothing else)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pressrelease.formats.registry import AnyFormat, Format, Registry
from pressrelease.model import Release

Carriage: TypeAlias = Literal["carried", "in part", "lost"]
_MARK = {"carried": "●", "in part": "◐", "lost": "–"}
ELEMENTS: tuple[str, ...] = tuple(Release.model_fields)
"""The elements of a release, in the model's order."""


def carriage(fmt: AnyFormat, element: str) -> Carriage:
    """Return what `fmt` does with `element` (a field of Release), by its declaration."""
    whole = fmt.cannot_carry.get(element)
    if whole is not None:
        return "in part" if whole.partly else "lost"
    if any(pattern.startswith(f"{element}.") for pattern in fmt.cannot_carry):
        return "in part"
    return "carried"


def writers(registry: Registry) -> tuple[AnyFormat, ...]:
    """Return the formats that can be written, in order."""
    return tuple(f for f in registry if (f.write if isinstance(f, Format) else f.write_all) is not None)


def markdown_table(registry: Registry) -> str:
    """Return the table element × format as Markdown."""
    formats = writers(registry)
    rows = [
        "| element | " + " | ".join(f"`{f.name}`" for f in formats) + " |",
        "| :-- | " + " | ".join(":-:" for _ in formats) + " |",
    ]
    for element in ELEMENTS:
        rows.append(f"| `{element}` | " + " | ".join(_MARK[carriage(f, element)] for f in formats) + " |")
    return "\n".join(rows) + "\n"


def reasons(registry: Registry) -> str:
    """Return, format by format, what is not carried and why, as Markdown."""
    parts = []
    for fmt in writers(registry):
        parts.append(f"### `{fmt.name}`: {fmt.title}\n")
        if not fmt.cannot_carry:
            parts.append("Carries everything.\n")
            continue
        for path, gap in fmt.cannot_carry.items():
            word = "in part" if gap.partly else "lost"
            parts.append(
                f"- `{path}` ({word}): {gap.reason}" + (f"; instead: {gap.instead}" if gap.instead else "")
            )
        parts.append("")
    return "\n".join(parts)
