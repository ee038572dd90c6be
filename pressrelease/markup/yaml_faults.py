"""What is wrong with text that is not YAML, in its writer's terms: the usual slips of front matter, and what to type.

A parser names a mark and a state of its grammar. The slip is told by the line at that mark; whichever of the two
parsers of PyYAML found it, the words are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where

_NAME = r"[^\W\d][\w .-]{0,60}|\"[^\"\\]{1,60}\"|'[^']{1,60}'"
_LINE = re.compile(rf"(?P<lead> *(?:- +)*)(?:(?P<key>{_NAME}):(?:[ \t]+|$))?(?P<value>.*)")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_UNKNOWN_ESCAPE = re.compile(r"\\(?:\\|([^0abt\tnvfre \"/N_LPxuU]))")
_CLOSERS = {"[": "]", "{": "}"}
_KINDS = {"[": "list", "{": "mapping"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a parser gave up: line and column from 0, and the line in which what has to be closed was opened."""

    line: int
    column: int
    opened: int | None = None


class _Line:
    """A line as its writer sees it: indentation, dashes, a field's name, a value."""

    def __init__(self, lines: list[str], number: int, marked: bool = False) -> None:
        self.lines = lines
        self.number = number
        self.marked = marked
        self.text = lines[number]
        match = _LINE.fullmatch(self.text)
        assert match is not None  # every line has a value, if an empty one
        self.lead: str = match["lead"]
        self.key: str | None = match["key"]
        self.column: int = match.start("value")
        self.value: str = match["value"].strip()

    def above(self) -> _Line | None:
        """Return the nearest line above that says something."""
        for number in range(self.number - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return _Line(self.lines, number)
        return None

    def told(
        self, problem: str, found: str, expected: str, advice: str, *, column: int | None = None
    ) -> Problem:
        """Return a problem at this line, with the field's name where it is no field of a part."""
        where = Where(
            line=self.number + 1,
            column=(self.column if column is None else column) + 1,
            field="" if self.lead else (self.key or "").strip("\"'"),
        )
        return Problem(problem, where, shown(found), expected, advice)

    def in_quotes(self, problem: str, value: str = "") -> Problem:
        """Return a problem whose remedy is quotes, and the line as it should be."""
        fixed = f"{self.lead}{f'{self.key}: ' if self.key else ''}{in_quotes(value or self.value)}".strip()
        # Behind a dash, `a: b: c` may be a text as well as a field: only its writer knows.
        sure = len(fixed) < 90 and not (self.key and "-" in self.lead)
        advice = f"write {fixed}" if sure else "put the value in quotes"
        return self.told(problem, self.value, "quotes around it", advice)


def fault(text: str, mark: Mark, first_line: int = 1) -> Problem | None:
    """Return what the writer of `text` did that a parser gave up at `mark`, or None where it is no usual slip."""
    lines = text.splitlines()
    number = mark.line
    if mark.opened is not None and not (number < len(lines) and lines[number].strip()):
        number = mark.opened  # what was never closed ends with the text; where it began is what helps
    if not number < len(lines):
        return None
    line = _Line(lines, number, marked=number == mark.line)
    for rule in _RULES:
        problem = rule(line, mark)
        if problem is not None:
            place = problem.where
            assert place.line is not None
            where = Where(line=place.line - 1 + first_line, column=place.column, field=place.field)
            return Problem(problem.problem, where, problem.found, problem.expected, problem.advice)
    return None


# --- the slips, the surest first ------------------------------------------------------------------------------------


def _tab(line: _Line, mark: Mark) -> Problem | None:
    before = line.text[: mark.column + 1]
    if line.marked and (before.endswith("\t") or ("\t" in before and not before.strip())):
        where = Where(line=line.number + 1, column=mark.column + 1)
        return Problem("a tab", where, expected="spaces", advice="YAML is indented with spaces only")
    return None


def _quote(line: _Line, mark: Mark) -> Problem | None:
    value = line.value
    if value[:1] not in _CLOSED or not value:
        return None
    closed = _CLOSED[value[0]].match(value)
    if closed is None:
        inner = '\\"' if value[0] == '"' else "''"
        advice = f"a {value[0]} within the value is written {inner}"
        return line.told("a quote that is not closed", value, f"{value[0]} at its end", advice)
    if value[closed.end() :].strip():
        whole = value[1:-1] if len(value) > 1 and value[-1] == value[0] else value
        return line.in_quotes("words behind a closing quote", whole)
    escape = next((e for e in _UNKNOWN_ESCAPE.finditer(value) if e[1]), None)
    if value[0] == '"' and escape:
        advice = "write \\\\ for a backslash, or put the value in single quotes"
        return line.told(
            "a backslash that escapes nothing",
            escape[0],
            'one of \\n \\t \\" \\\\ …',
            advice,
            column=line.column + escape.start(),
        )
    return None


def _reserved(line: _Line, mark: Mark) -> Problem | None:
    value = line.value
    sign = value[:2].strip() if value[:2] in ("- ", "? ") else value[:1]
    if not sign or sign not in "@`%*&!|>-?,]}" or (sign in "-?" and not line.key):
        return None
    if line.key or line.lead.endswith("- "):
        return line.in_quotes(f"a value that begins with {sign}, which YAML keeps for itself")
    return line.told(
        f"a line that begins with {sign}, which YAML keeps for itself",
        value,
        "a field such as `title: …`",
        "the name of a field begins with a letter",
    )


def _brackets(line: _Line, mark: Mark) -> Problem | None:
    value = line.value
    if value[:1] not in _KINDS or not value:
        return None
    kind, closer = _KINDS[value[0]], _CLOSERS[value[0]]
    depth = 0
    for at, sign in enumerate(value):
        depth += (sign in "[{") - (sign in "]}")
        if depth == 0:
            if value[at + 1 :].strip():
                return line.in_quotes(f"words behind a {kind}")
            break
    if depth == 0 or any(closer in text for text in line.lines[line.number + 1 : mark.line + 1]):
        advice = "within brackets, put a text that holds : , [ ] { or } in quotes"
        return line.told(f"a {kind} that cannot be read", value, f"a {kind}", advice)
    advice = "put the value in quotes where it is a text"
    return line.told(f"a {kind} that is not closed", value, f"{closer} at its end", advice)


def _unclosed_above(line: _Line, mark: Mark) -> Problem | None:
    """Find the quote, list or mapping above that runs on into this line."""
    if mark.opened is None or mark.opened >= line.number:
        return None
    opener = _Line(line.lines, mark.opened)
    return _quote(opener, mark) or _brackets(opener, mark)


def _colon(line: _Line, mark: Mark) -> Problem | None:
    if line.key and (re.search(r":\s", line.value) or line.value.endswith(":")):
        return line.in_quotes("a colon in a value without quotes")
    return None


def _no_field(line: _Line, mark: Mark) -> Problem | None:
    above = line.above()
    if line.key and above is not None and not above.key and above.lead == line.lead:
        line = above  # it was read on as a text of several lines; the slip stands above
    if line.key or line.lead.endswith("- "):
        return None
    name, colon, rest = line.value.partition(":")
    if colon and rest and re.fullmatch(r"[^\W\d][\w .-]{0,60}", name):
        return line.told(
            "no space behind the colon",
            line.value,
            "a field such as `title: …`",
            f"write {name}: {rest.strip()}"[:90],
        )
    advice = "a value of several lines is indented beneath its field; an entry of a list begins with -"
    return line.told("a line that is no field", line.value, "a field such as `title: …`", advice)


def _indented(line: _Line, mark: Mark) -> Problem | None:
    above = line.above()
    if above is None:
        return None
    if line.lead.endswith("- ") and not above.lead.endswith("- "):
        return line.told(
            "an entry of a list among fields",
            line.text.strip(),
            "a field such as `title: …`",
            "a list stands beneath its field, such as `tags:`",
            column=len(line.lead.partition("-")[0]),
        )
    column = len(line.lead.partition("-")[0])
    if column != len(above.lead.partition("-")[0]):
        return line.told(
            "a line that is indented unlike its neighbours",
            line.text.strip(),
            "what belongs together in one column",
            "begin it where the line above begins",
            column=column,
        )
    return None


_RULES: tuple[Callable[[_Line, Mark], Problem | None], ...] = (
    _tab,
    _unclosed_above,
    _quote,
    _brackets,
    _reserved,
    _colon,
    _no_field,
    _indented,
)


def in_quotes(value: str) -> str:
    """Return `value` as YAML's quotes hold it: double ones, or single ones where it holds double ones."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
