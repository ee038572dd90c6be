"""The folder of official schemas: where it is, and its schemas as they are needed."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from lxml import etree

from pressrelease.errors import PressReleaseError, Problem
from pressrelease.findings import Where
from pressrelease.markup.json import load_json

VARIABLE = "PRESSRELEASE_SCHEMAS"
"""Environment variable that names the folder."""

T = TypeVar("T")


class SchemaProblem(PressReleaseError):
    """A schema that is not where it is looked for, that is broken, or that needs what is not installed."""


def schema_folder(given: str | Path | None = None) -> Path:
    """Return the folder of schemas: the one given, else $PRESSRELEASE_SCHEMAS, else one in the user's data folder."""
    if given is not None:
        return Path(given)
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE])
    data = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or "~/.local/share"
    return Path(data).expanduser() / "pressrelease" / "schemas"


def one_of(folder: Path, pattern: str, version: str = "") -> Path:
    """Return the file of `folder` that `pattern` finds: that of `version`, else the newest; raise SchemaProblem."""
    found = sorted(folder.glob(pattern), key=lambda file: _numbers(file.name))
    exact = [file for file in found if version and f"_{version}" in file.stem.partition("-spec")[0]]
    if not found:
        raise SchemaProblem(
            Problem(
                "the official schemas of this format are not here",
                Where(str(folder)),
                advice=f"`pressrelease schema fetch` gets them; --schemas or ${VARIABLE} name another folder",
            )
        )
    return (exact or found)[-1]


def _numbers(name: str) -> tuple[int, ...]:
    digits = "".join(c if c.isdigit() else " " for c in name)
    return tuple(map(int, digits.split()))


def xml_schema(file: Path) -> etree.XMLSchema:
    """Return the XML Schema in `file`."""
    return _compiled(file, lambda: etree.XMLSchema(etree.parse(str(file), _parser())))


def dtd(file: Path) -> etree.DTD:
    """Return the DTD in `file`."""
    return _compiled(file, lambda: etree.DTD(file=str(file)))


def json_schema(file: Path) -> Any:
    """Return the JSON Schema in `file`, as data."""
    return _json(str(file), _state(file))


@functools.lru_cache(maxsize=32)
def _json(file: str, state: object) -> Any:
    try:
        return load_json(Path(file).read_text("utf-8")).data
    except (UnicodeDecodeError, PressReleaseError) as error:
        raise _broken(Path(file), error) from None


def _parser() -> etree.XMLParser:
    # A schema refers to others beside it, by name; the network is nobody's to reach.
    return etree.XMLParser(no_network=True, resolve_entities=False)


def _compiled(file: Path, compiled: Callable[[], T]) -> T:
    """Return a schema compiled anew, since libxml2's judges keep their findings to themselves and are not shared."""
    _state(file)
    try:
        return compiled()
    except (etree.LxmlError, OSError) as error:
        raise _broken(file, error) from None


def _state(file: Path) -> tuple[int, int]:
    try:
        state = file.stat()
    except OSError as error:
        raise _broken(file, error) from None
    return state.st_mtime_ns, state.st_size


def _broken(file: Path, error: Exception) -> SchemaProblem:
    why = str(getattr(error, "strerror", None) or error).partition("\n")[0]
    return SchemaProblem(
        Problem(
            "a schema that cannot be used",
            Where(str(file)),
            advice=f"{why}; `pressrelease schema fetch` mends it",
        )
    )
