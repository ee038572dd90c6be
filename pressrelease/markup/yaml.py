"""YAML as plain data, bounded and without surprises: read from PyYAML's events, never through its constructors.

Plain scalars are read as YAML 1.2 has it (section 10.3, core schema), so `no` is a country and `12:30` a time in words;
dates and moments are dates and moments. No tag makes anything but plain data, no key may stand twice, an alias costs
what it repeats, and nothing may contain itself.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.markup.loaded import MAX_DEPTH, MAX_DIGITS, MAX_NODES, Loaded, Malformed, joined, repaired
from pressrelease.markup.yaml_faults import Mark, fault, in_quotes

_Parser: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NULL = re.compile(r"|~|null|Null|NULL")
BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]*))?)?"
    r"[ \t]*(?:(Z|z)|([-+])([0-9]{1,2})(?::?([0-9]{2}))?)?"
)
_COMMENT = re.compile(r"[ \t]+(#[^\s#].*)")
"""What may be a comment, and may be the rest of a value that its writer forgot to put in quotes."""
_STARTS = frozenset("~nNtTfF-+.0123456789")
"""What a plain scalar begins with that may be anything but text."""


def load_yaml(text: str, *, first_line: int = 1) -> Loaded:
    """Return the data of a YAML text of one document; lines count from `first_line`. Raises Malformed."""
    builder = _Builder(text, first_line)
    try:
        data = builder.document()
    except yaml.MarkedYAMLError as error:
        raise Malformed(_problem(error, text, first_line)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise Malformed(Problem("not YAML", advice=reason)) from None
    loaded = Loaded(data, builder.lines, tuple(builder.findings))
    return repaired(loaded) if "\\" in text else loaded


def _problem(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem("not YAML", advice=error.problem or "")
    if "maximum nesting depth" in (error.problem or ""):  # libyaml's own bound, met while it looks ahead
        where = Where(line=mark.line + first_line)
        return Problem("nested too deeply", where, expected=f"at most {MAX_DEPTH} levels")
    closes = re.search("flow|quoted|simple key", error.context or "") is not None
    opened = error.context_mark.line if closes and error.context_mark else None
    told = fault(text, Mark(mark.line, mark.column, opened), first_line)
    if told is not None:
        return told
    lines = text.splitlines() or [""]
    line = lines[mark.line] if mark.line < len(lines) else ""
    where = Where(line=mark.line + first_line, column=mark.column + 1)
    found = shown(line.strip()) if line.strip() else "the end"
    return Problem("not YAML", where, found, advice=": ".join(filter(None, (error.context, error.problem))))


@dataclass(slots=True)
class _Anchored:
    value: Any
    size: int
    depth: int


class _Builder:
    """Build data from events, counting what it costs."""

    def __init__(self, text: str, first_line: int) -> None:
        self.events = _events(text)
        self.first_line = first_line
        self.lines: dict[str, int] = {}
        self.anchors: dict[str, _Anchored | None] = {}
        self.nodes = 0
        self.deepest = 0
        self.findings: list[Finding] = []
        self.rows = text.splitlines() if " #" in text or "\t#" in text else []

    def document(self) -> Any:
        """Return the one document's data; None for an empty text."""
        data = None
        count = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                count += 1
                if count > 1:
                    raise self.wrong(event, "", "a second document", "one YAML document")
            elif isinstance(event, yaml.NodeEvent):
                data = self.node(event, "", 0)
        return data

    def wrong(
        self, event: Any, path: str, problem: str, expected: str = "", found: str = "", advice: str = ""
    ) -> Malformed:
        """Return an error at the place of `event`."""
        return Malformed(Problem(problem, Where(line=self.line(event), field=path), found, expected, advice))

    def line(self, event: Any) -> int:
        """Return the line an event begins in."""
        return int(event.start_mark.line) + self.first_line

    def node(self, event: Any, path: str, depth: int) -> Any:
        """Return the value that begins with `event`."""
        self.nodes += 1
        if depth > self.deepest:
            self.deepest = depth
        if depth > MAX_DEPTH:
            raise self.wrong(event, "", "nested too deeply", f"at most {MAX_DEPTH} levels")
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, path, depth)
        if self.nodes > MAX_NODES:
            raise self.wrong(event, "", "too many values", f"at most {MAX_NODES:,}")
        if isinstance(event, yaml.ScalarEvent) and not event.anchor:
            return self.scalar(event, path)  # most are
        before, deepest = self.nodes, self.deepest
        self.deepest = depth
        if event.anchor:
            self.anchors[event.anchor] = None
        if isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.sequence(event, path, depth)
        else:
            value = self.mapping(event, path, depth)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(value, self.nodes - before + 1, self.deepest - depth)
        self.deepest = max(self.deepest, deepest)
        return value

    def alias(self, event: Any, path: str, depth: int) -> Any:
        """Return what an alias stands for, and pay for it as if it stood there."""
        if event.anchor not in self.anchors:
            advice = "put the value in quotes where * is a part of it"
            raise self.wrong(
                event, path, "an alias of nothing", found=shown(f"*{event.anchor}"), advice=advice
            )
        anchored = self.anchors[event.anchor]
        if anchored is None:
            raise self.wrong(event, path, "a value that contains itself", found=shown(f"*{event.anchor}"))
        self.nodes += anchored.size
        self.deepest = max(self.deepest, depth + anchored.depth)
        if self.nodes > MAX_NODES or self.deepest > MAX_DEPTH:
            raise self.wrong(
                event,
                path,
                "too many values",
                f"at most {MAX_NODES:,}",
                advice="aliases multiply what they repeat",
            )
        return anchored.value

    def sequence(self, event: Any, path: str, depth: int) -> list[Any]:
        """Return a list."""
        self.tag(event, path, "seq")
        found: list[Any] = []
        for inner in self.events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            here = joined(path, len(found))
            self.lines[here] = self.line(inner)
            found.append(self.node(inner, here, depth + 1))
        return found

    def mapping(self, event: Any, path: str, depth: int) -> dict[Any, Any]:
        """Return a mapping; what `<<` merges into it yields to its own keys."""
        self.tag(event, path, "map")
        found: dict[Any, Any] = {}
        lines: dict[Any, int] = {}
        merged: list[Any] = []
        for inner in self.events:
            if isinstance(inner, yaml.MappingEndEvent):
                break
            line = self.line(inner)
            merge = isinstance(inner, yaml.ScalarEvent) and inner.value == "<<" and inner.implicit[0]
            key = self.node(inner, path, depth + 1)
            here = joined(path, key)
            if isinstance(key, (dict, list)):
                raise self.wrong(inner, path, "a key that is no text", "a text as key")
            if key in lines:
                advice = f"the first stands in line {lines[key]}; keep one"
                raise self.wrong(inner, here, "a key that stands twice", advice=advice)
            lines[key] = self.lines[here] = line
            value = self.node(next(self.events), here, depth + 1)
            if merge:
                merged.extend(value if isinstance(value, list) else [value])
            else:
                found[key] = value
        for mapping in merged:
            if not isinstance(mapping, dict):
                raise self.wrong(event, path, "`<<` merges mappings", "a mapping", shown(mapping))
            found = {**mapping, **found}
        return found

    def tag(self, event: Any, path: str, usual: str) -> None:
        """Refuse a tag that would make anything but plain data."""
        if event.tag not in (None, "!", f"tag:yaml.org,2002:{usual}"):
            raise self.wrong(event, path, "a tag that is not read", "plain data", shown(event.tag))

    def scalar(self, event: Any, path: str) -> Any:
        """Return text, number, date, true, false or nothing."""
        value: str = event.value
        tag = event.tag.removeprefix("tag:yaml.org,2002:") if event.tag else ""
        if tag in ("str", "!") or (not tag and not event.implicit[0]):
            return value
        if tag and tag not in ("int", "float", "bool", "null", "timestamp"):
            advice = "put the value in quotes where ! is a part of it" if tag[0] == "!" else ""
            raise self.wrong(
                event, path, "a tag that is not read", "plain data", shown(event.tag), advice=advice
            )
        if event.anchor and not value:
            advice = "put the value in quotes where & is a part of it"
            raise self.wrong(
                event, path, "an anchor of nothing", found=shown(f"&{event.anchor}"), advice=advice
            )
        if self.rows:
            self.comment(event, path)
        if value and value[0] not in _STARTS:
            return value
        try:
            return _plain(value)
        except (ValueError, OverflowError) as error:
            raise self.wrong(event, path, str(error), found=shown(value)) from None

    def comment(self, event: Any, path: str) -> None:
        """Tell of a comment behind a value that reads like a part of it: `Berth #4`."""
        row, column = event.end_mark.line, event.end_mark.column
        rest = _COMMENT.match(self.rows[row], column) if row < len(self.rows) else None
        if rest is None or (event.value and type(_plain(event.value)) is not str):
            return
        whole = in_quotes(f"{event.value} {rest[1]}".strip())
        self.findings.append(
            Finding(
                "comment-in-value",
                "warning",
                f"{shown(rest[1])} was read as a comment",
                Where(line=row + self.first_line, field=path),
                f"put the value in quotes where it is a part of it: {whole}",
            )
        )


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


def _plain(value: str) -> Any:
    """Return what a plain scalar means (YAML 1.2, 10.3.2), dates and moments besides."""
    if NULL.fullmatch(value):
        return None
    if BOOL.fullmatch(value):
        return value[0] in "tT"
    if INT.fullmatch(value):
        if len(value.lstrip("+-")) > MAX_DIGITS:
            raise ValueError("a number too long to be one")
        return int(value, {"0o": 8, "0x": 16}.get(value[:2], 10))
    if DATE.fullmatch(value) or MOMENT.fullmatch(value):
        return _moment(value)
    if FLOAT.fullmatch(value) and not re.fullmatch(
        r"[-+]?0[0-9]+", value
    ):  # leading zeros count: 01097 is a postcode
        number = float(value)
        if number in (float("inf"), float("-inf")):
            raise ValueError("a number too large")
        return number
    return value


def _moment(value: str) -> Any:
    """Return a date or moment; one that does not exist stays text, for its field to complain about."""
    try:
        if DATE.fullmatch(value):
            return dt.date(*map(int, value.split("-")))
        match = MOMENT.fullmatch(value)
        assert match is not None
        year, month, day, hour, minute, second = (int(match[i] or 0) for i in range(1, 7))
        part = int((match[7] or "")[:6].ljust(6, "0"))
        zone = None
        if match[8]:
            zone = dt.UTC
        elif match[9]:
            delta = dt.timedelta(hours=int(match[10]), minutes=int(match[11] or 0))
            zone = dt.timezone(-delta if match[9] == "-" else delta)
        return dt.datetime(year, month, day, hour, minute, second, part, zone)
    except ValueError:
        return value
