"""Front matter: YAML between `---`, TOML between `+++`, a JSON object, or Pelican's lines `Title: …`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.markup.json import load_json
from pressrelease.markup.loaded import MAX_DEPTH, Loaded, Malformed, bounded, joined
from pressrelease.markup.yaml import load_yaml
from pressrelease.markup.yaml_faults import Mark, fault
from pressrelease.toml_faults import toml_fault

_FENCE = r"(?:\1|\.\.\.)[ \t]*(?:\n|\Z)"
_FENCED = re.compile(rf"(---|\+\+\+)[ \t]*\n((?:(?!{_FENCE})[^\n]*\n)*+){_FENCE}")
_KEY = re.compile(r"[A-Za-z][\w -]{0,40}[:=]")
_META = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):[ \t]*(?P<value>.*)|(?P<more>[ \t]+\S.*)")


@dataclass(frozen=True, slots=True)
class Front:
    """Fields, where they stand, and the body behind them."""

    data: Mapping[Any, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    body: str = ""
    findings: tuple[Finding, ...] = ()


def front_matter(text: str) -> Front:
    """Return the fields that open `text`, and its body; a text without front matter is all body. Raises Malformed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    start = len(text) - len(text.lstrip(" \t\n"))
    match = _FENCED.match(text, start)
    first_line = text.count("\n", 0, start) + 1
    if match:
        load = load_yaml if match[1] == "---" else load_toml
        loaded = load(match[2], first_line=first_line + 1)
        if isinstance(loaded.data, str) and (told := fault(match[2], _first(match[2]), first_line + 1)):
            raise Malformed(told)
        return _front(loaded, text[match.end() :])
    if text.startswith(("---\n", "+++\n"), start) and _KEY.match(text, start + 4):
        raise Malformed(
            Problem(
                "front matter without an end",
                Where(line=first_line),
                expected=f"a line {text[start : start + 3]} behind the last field",
                advice=f"write {text[start : start + 3]} on a line of its own between the fields and the text",
            )
        )
    if text.startswith("{", start) and re.match(r'\{\s*"', text[start : start + 99]):
        end = _json_end(text, start)
        return _front(load_json(text[start:end], first_line=first_line), text[end:])
    return _meta(text, start)


def _first(text: str) -> Mark:
    """Return the beginning of the first line that is neither empty nor a comment."""
    said = (i for i, line in enumerate(text.splitlines()) if line.strip() and line.lstrip()[0] != "#")
    return Mark(next(said, 0), 0)


def _front(loaded: Loaded, body: str) -> Front:
    data = {} if loaded.data is None else loaded.data
    if not isinstance(data, dict):
        raise Malformed(
            Problem(
                "front matter that is no mapping", found=shown(data), expected="fields such as `title: …`"
            )
        )
    return Front(data, loaded.lines, body, loaded.findings)


def _json_end(text: str, start: int) -> int:
    try:
        return json.JSONDecoder().raw_decode(text, start)[1]
    except (ValueError, RecursionError):
        return len(text)  # what is wrong with it, the loader says


def _meta(text: str, start: int) -> Front:
    """Read lines `Title: …` up to the first empty one, where the first is a title, a date or the like."""
    if not re.match(
        r"(?:title|date|slug|author|tags|headline)[ \t]*:[ \t]*\S", text[start : start + 40], re.I
    ):
        return Front(body=text)
    data: dict[str, str] = {}
    lines: dict[str, int] = {}
    at, key = start, ""
    line = text.count("\n", 0, start) + 1
    while at < len(text):
        end = text.find("\n", at) % (len(text) + 1)
        match = _META.fullmatch(text[at:end])
        if not match or (match["more"] and not key):
            break
        if match["key"]:
            key = match["key"]
            if key in data:
                advice = f"the first stands in line {lines[key]}; keep one"
                raise Malformed(
                    Problem("a key that stands twice", Where(line=line, field=key), advice=advice)
                )
            data[key], lines[key] = match["value"].strip(), line
        else:
            data[key] += " " + match["more"].strip()
        at, line = end + 1, line + 1
    if at < len(text) and text[at : text.find("\n", at) % (len(text) + 1)].strip():
        return Front(body=text)  # a paragraph that happens to begin like one
    return Front(data, lines, text[at:])


# --- TOML -----------------------------------------------------------------------------------------------------------


def load_toml(text: str, *, first_line: int = 1) -> Loaded:
    """Return the data of a TOML text; lines count from `first_line`. Raises Malformed."""
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise Malformed(Problem("nested too deeply", expected=f"at most {MAX_DEPTH} levels")) from None
    except ValueError as error:
        raise Malformed(toml_fault(error, text, first_line=first_line)) from None
    bounded(data)
    return Loaded(data, _toml_lines(text, first_line))


_TABLE = re.compile(r"\s*(\[{1,2})\s*([\w.\-\"' ]{1,200}?)\s*\]{1,2}")
_ENTRY = re.compile(r"\s*([\w.\-\"']{1,200})\s*=")


def _toml_lines(text: str, first_line: int) -> dict[str, int]:
    """Return the line of each table and entry. A line within a long text may pass for one: only messages use this."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), first_line):
        match = _TABLE.match(line)
        if match:
            table = re.sub(r"[\"' ]", "", match[2])
            if match[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = joined(table, counts[table])
            lines.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            lines.setdefault(joined(table, re.sub(r"[\"']", "", entry[1])), number)
    return lines
