"""What each format carries, as a table made from the formats' own declarations (and from nothing else)."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from pressrelease.formats.options import options
from pressrelease.formats.registry import AnyFormat, Format, Gap, Registry
from pressrelease.model import Release

Carriage: TypeAlias = Literal["carried", "in part", "lost"]
_MARK = {"carried": "●", "in part": "◐", "lost": "–"}
ELEMENTS: tuple[str, ...] = tuple(Release.model_fields)
"""The elements of a release, in the model's order."""


def carriage(fmt: AnyFormat, element: str) -> Carriage:
    """Return what `fmt` does with `element` (a field of Release), by its declaration."""
    whole = fmt.cannot_carry.get(element)
    if whole is not None:
        return "in part" if whole.partly or whole.perhaps else "lost"
    if f"**.{element}" in fmt.cannot_carry:
        return "lost"
    if any(pattern.startswith(f"{element}.") for pattern in fmt.cannot_carry):
        return "in part"
    return "carried"


def writers(registry: Registry) -> tuple[AnyFormat, ...]:
    """Return the formats that can be written, in order."""
    return tuple(f for f in registry if (f.write if isinstance(f, Format) else f.write_all) is not None)


def option_table(registry: Registry) -> str:
    """Return the options of the formats that have some, as Markdown; formats that share theirs share a table."""
    shared: dict[type[Any], list[AnyFormat]] = {}
    for fmt in writers(registry):
        if fmt.options is not None:
            shared.setdefault(fmt.options, []).append(fmt)
    parts = []
    for kind, formats in shared.items():
        rows = [f"| `{o.name}` | {f'`{o.default}`' if o.default else ''} | {o.says} |" for o in options(kind)]
        head = [f"### {_names(formats)}", "", "| option | default | what it does |", "| :-- | :-- | :-- |"]
        parts.append("\n".join([*head, *rows]))
    return "\n\n".join(parts) + "\n"


def _names(formats: list[AnyFormat]) -> str:
    return ", ".join(f"`{f.name}`" for f in formats)


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
        grouped: dict[Gap, list[str]] = {}
        for path, gap in fmt.cannot_carry.items():
            grouped.setdefault(gap, []).append(f"`{path}`")
        for gap, paths in grouped.items():
            word = "perhaps" if gap.perhaps else "in part" if gap.partly else "lost"
            why = f"{gap.reason}" + (f"; instead: {gap.instead}" if gap.instead else "")
            parts.append(f"- {word}: {', '.join(paths)}: {why}")
        parts.append("")
    return "\n".join(parts)
