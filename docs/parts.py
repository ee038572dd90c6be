"""Tables of the model's parts: one each, from the docstrings of its fields."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pressrelease.fields.names import ALIASES
from pressrelease.fields.reader import BY_WORD
from pressrelease.fields.shapes import Shape, shapes
from pressrelease.model import Address, Asset, Contact, Embargo, Part, Subject, Ticker

EXAMPLES = Path(__file__).parent / "examples"
_WORDS = {
    "text": "text",
    "moment": "moment",
    "embargo": "`embargo`",
    "day": "date",
    "clock": "time",
    "story": "text or blocks",
}
_SHORT: Mapping[type[Part], str] = {
    Address: "A text in its place is its lines.",
    Asset: "A text in its place is the address of its one file; what describes that file (`href`, `width` …) may stand"
    " beside the caption.",
    Contact: "A text in its place is a name, an e-mail address, or both.",
    Embargo: "A moment in its place is its lift. One that cannot be read, or names no zone, holds the release.",
    Subject: "A text in its place is a code where it has a scheme or eight digits, else a name.",
    Ticker: "A text in its place is written like that.",
}
"""What a text stands for where it is no single field (`pressrelease.fields.reader`); tests/test_docs.py holds it."""
_PLAIN = {bool: "true or false", int: "number", float: "number"}


def parts_of(root: type[Part], without: frozenset[type[Part]]) -> dict[type[Part], list[str]]:
    """Return every part within `root`, in order, with the paths where it stands."""
    found: dict[type[Part], list[str]] = {}
    for path, shape in _within(root, "", without):
        assert shape.part is not None
        found.setdefault(shape.part, []).append(path)
    return found


def _within(kind: type[Part], path: str, without: frozenset[type[Part]]) -> Iterator[tuple[str, Shape]]:
    for name, shape in shapes(kind).items():
        if shape.part is not None and shape.part not in without:
            here = f"{path}.{name}".lstrip(".")
            yield here, shape
            yield from _within(shape.part, here, without)


def table(
    kind: type[Part],
    links: Mapping[type[Part], str],
    *,
    without: frozenset[str] = frozenset(),
    defaults: bool = False,
) -> str:
    """Return the fields of `kind` as a table; `links` leads to the tables of other parts.

    The last column has the names that front matter understands as well, or (`defaults`) what stands where nothing is.
    """
    last = _defaults(kind) if defaults else _also(kind)
    rows = [
        f"| `{name}` | {_holds(kind, name, links)} | {_cell(field.description or '')} | {last.get(name, '')} |"
        for name, field in kind.model_fields.items()
        if name not in without
    ]
    head = [f"| field | holds | what it is | {'default' if defaults else 'also understood'} |"]
    return "\n".join([*head, "| :-- | :-- | :-- | :-- |", *rows])


def section(
    kind: type[Part], paths: list[str], links: Mapping[type[Part], str], *, defaults: bool = False
) -> str:
    """Return all that is to be said of a part: what it is, where it stands, its fields, an example if there is one."""
    said = [" ".join((kind.__doc__ or "").split())]
    if kind in _SHORT or kind in BY_WORD:
        said.append(_SHORT.get(kind) or f"A text in its place is its `{BY_WORD[kind]}`.")
    within = list(dict.fromkeys(path.rpartition(".")[0] for path in paths if "." in path))
    if within:
        said.append(f"Stands in {', '.join(f'`{path}`' for path in within)}.")
    shown = [f"## {title(paths)}", " ".join(said)]
    shown.append(table(kind, links, without=frozenset({"layout"}), defaults=defaults))
    example = EXAMPLES / f"{_names(paths)[0]}.yaml"
    if example.is_file():
        shown.append(f"```yaml\n{example.read_text('utf-8')}```")
    return "\n\n".join(shown)


def title(paths: list[str]) -> str:
    """Return the names a part goes by as a heading."""
    return ", ".join(f"`{name}`" for name in _names(paths))


def anchor(paths: list[str]) -> str:
    """Return the address of a heading within its page, as GitHub makes it."""
    return "#" + "-".join(_names(paths))


def _names(paths: list[str]) -> list[str]:
    return list(dict.fromkeys(path.rpartition(".")[2] for path in paths))


def _defaults(kind: type[Part]) -> dict[str, str]:
    found = {name: field.default for name, field in kind.model_fields.items()}
    plain = {name: value for name, value in found.items() if isinstance(value, (str, int, tuple)) and value}
    return {
        name: f"`{', '.join(value) if isinstance(value, tuple) else value}`" for name, value in plain.items()
    }


def _also(kind: type[Part]) -> dict[str, str]:
    others: dict[str, list[str]] = {}
    for alias, field in ALIASES.get(kind, {}).items():
        if alias != field:
            others.setdefault(field.partition(".")[0], []).append(alias)
    return {name: ", ".join(f"`{alias}`" for alias in aliases) for name, aliases in others.items()}


def _holds(kind: type[Part], name: str, links: Mapping[type[Part], str]) -> str:
    shape = shapes(kind)[name]
    if shape.part in links:
        what = f"[{'parts' if shape.many else 'part'}]({links[shape.part]})"
    else:
        what = _kind(kind.model_fields[name].annotation) or _WORDS.get(shape.what, "mapping")
    return f"list: {what}" if shape.many and shape.part not in links else what


def _kind(annotation: Any) -> str:
    """Return the words for a choice, a number or a flag; nothing for what `Shape` tells better."""
    origin = get_origin(annotation)
    if origin is Literal:
        return ", ".join(f"`{word}`" if word else "nothing" for word in get_args(annotation))
    if origin is Annotated:
        return _kind(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _kind(next(a for a in get_args(annotation) if a is not type(None)))
    return _PLAIN.get(annotation, "")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
