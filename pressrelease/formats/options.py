"""The options of a format, as its own class documents them: for help and for the docs."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import MISSING, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a format."""

    name: str
    default: str
    """As it is typed; empty: nothing."""
    says: str
    """What it does."""
    typed: bool = True
    """It can be typed on the command line; else its values are for a program."""


def options(kind: type[Any] | None) -> tuple[Option, ...]:
    """Return the options of a format as its own class documents them; none where it has none."""
    if kind is None:
        return ()
    says = _docstrings(kind)
    return tuple(
        Option(
            f.name,
            _typed(f.default),
            says.get(f.name, ""),
            # A list, and a mapping with its factory, are for a program.
            f.default is not MISSING and not isinstance(f.default, tuple),
        )
        for f in fields(kind)
    )


def _typed(value: object) -> str:
    if value is MISSING or value in (None, "", ()):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) and value.isprintable() else repr(value)


def _docstrings(kind: type[Any]) -> dict[str, str]:
    """Return the string that stands beneath each field, on one line; Python keeps none of them."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for field, text in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
        ):
            found[field.target.id] = " ".join(str(ast.literal_eval(text.value)).split())
    return found
