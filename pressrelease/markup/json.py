"""JSON as RFC 8259 has it, and stricter where a person would want to know: no NaN, no key twice, bounded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NoReturn

from pressrelease.characters import illegal
from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.markup.loaded import MAX_DEPTH, MAX_DIGITS, Loaded, Malformed, bounded, joined, repaired


def load_json(text: str, *, first_line: int = 1, numbered: bool = False) -> Loaded:
    """Return the data of a JSON text; lines count from `first_line`. Raises Malformed.

    A name that stands twice in one object is an error; with `numbered` it gets a number (`a`, `a2`), and a finding.
    """
    twice: list[str] = []
    try:
        data = _decoder(twice, numbered).decode(text)
    except json.JSONDecodeError as error:
        where = Where(line=error.lineno + first_line - 1, column=error.colno)
        found = shown(text[error.pos : error.pos + 20]) if error.pos < len(text) else "the end"
        raise Malformed(Problem("not JSON", where, found, advice=error.msg)) from None
    except RecursionError:
        raise Malformed(Problem("nested too deeply", expected=f"at most {MAX_DEPTH} levels")) from None
    bounded(data)
    lines = Lines(text, first_line)
    if twice and not numbered:
        raise Malformed(*lines.twice())
    loaded = Loaded(data, lines, tuple(_twice(lines)) if twice else ())
    return repaired(loaded) if _BRINGS_IN.search(text) or illegal(text) else loaded


_BRINGS_IN = re.compile(r"\\[ubf]")
"""Escapes that can bring in characters no document may hold."""


def _twice(lines: Lines) -> Iterator[Finding]:
    told: set[str] = set()
    for problem in lines.twice():
        keys = problem.where.field.split(".")
        # What stands within a second object of one name stands twice only because that does.
        if told.isdisjoint(".".join(keys[:n]) for n in range(1, len(keys))):
            told.add(problem.where.field)
            yield Finding("name-twice", "warning", problem.problem, problem.where)


def names_at_top(text: str) -> set[str]:
    """Return the names at the top level of the object that `text`, which may end anywhere, begins."""
    depth = 0
    names = set()
    for match in _MEMBER.finditer(text):
        token = match.group()
        if token[0] != '"':
            depth += 1 if token in "{[" else -1
        elif depth == 1 and match.group(2):
            names.add(match.group(1))
    return names


# A string that does not end is one match too: tried again from each of its quotes, it would take quadratic time.
_MEMBER = re.compile(r'"((?:[^"\\]|\\.)*)(?:"(\s*:)?)?|[{}\[\]]', re.S)


def _decoder(twice: list[str], numbered: bool) -> json.JSONDecoder:
    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            twice.append("")
            return _numbered(pairs) if numbered else found
        return found

    return json.JSONDecoder(
        object_pairs_hook=mapping, parse_constant=_no_number, parse_int=_integer, parse_float=_number
    )


def _numbered(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    count: dict[str, int] = {}
    for name, value in pairs:
        own = name
        while own in found:
            count[name] = count.get(name, 1) + 1
            own = f"{name}{count[name]}"
        found[own] = value
    return found


def _no_number(text: str) -> NoReturn:
    raise Malformed(Problem("not a number that JSON knows", found=shown(text), expected="a finite number"))


def _integer(text: str) -> int:
    if len(text.lstrip("-")) > MAX_DIGITS:
        raise Malformed(
            Problem("a number too long to be one", found=shown(text), expected=f"at most {MAX_DIGITS} digits")
        )
    return int(text)


def _number(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise Malformed(
            Problem("a number too large", found=shown(text), expected="a number a float can hold")
        )
    return number


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


class Lines(Mapping[str, int]):
    """The line of each value of a valid JSON text by its path; found when first asked for, since only problems ask."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text
        self._first = first_line

    def __getitem__(self, path: str) -> int:
        return self._lines[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    @cached_property
    def _lines(self) -> dict[str, int]:
        lines: dict[str, int] = {}
        for path, line in _places(self._text, self._first):
            lines.setdefault(path, line)
        return lines

    def twice(self) -> tuple[Problem, ...]:
        """Return a problem for each key that stands twice in one mapping."""
        first: dict[str, int] = {}
        found = []
        for path, line in _places(self._text, self._first):
            if path in first:
                advice = f"the first stands in line {first[path]}; keep one"
                found.append(Problem("a key that stands twice", Where(line=line, field=path), advice=advice))
            else:
                first[path] = line
        return tuple(found)


def _places(text: str, line: int) -> Iterator[tuple[str, int]]:
    """Yield the path and line of each value, in order; `text` is known to be valid JSON."""
    stack: list[tuple[str, int]] = []  # path, and the index within a list or -1 within a mapping
    path = ""
    at = 0
    expecting_key = expecting_item = False
    for token in _TOKEN.finditer(text):
        line += text.count("\n", at, token.start())
        at = token.start()
        word = token.group()
        if expecting_item and word != "]":
            yield path, line
        expecting_item = False
        if word in "{[":
            stack.append((path, -1 if word == "{" else 0))
            expecting_key = word == "{"
            if word == "[":
                path = joined(path, 0)
                expecting_item = True
        elif word in "}]":
            path = stack.pop()[0]
            expecting_key = False
        elif word == ",":
            base, index = stack[-1]
            expecting_key = index < 0
            if index >= 0:
                stack[-1] = (base, index + 1)
                path = joined(base, index + 1)
                expecting_item = True
        elif expecting_key:
            path = joined(stack[-1][0], json.loads(word))
            expecting_key = False
            yield path, line
