"""What is wrong with text that is not TOML, in its writer's terms: the usual slips, and what to type."""

from __future__ import annotations

import re
import tomllib

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_FIELD = re.compile(r"\s*(?P<key>[\w.-]{1,80}|\"[^\"]{1,80}\")[ \t]*(?P<sign>[=:])[ \t]*(?P<value>.*)")
_CURLED = re.compile(r"[“”„«»‘’‚](.*?)[“”„«»‘’]?")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'[^']*'")}
_FORM = 'a field such as `title = "…"`'


def toml_fault(error: Exception, text: str, *, file: str = "", first_line: int = 1) -> Problem:
    """Return what the writer of `text` did that `tomllib` raised `error` at."""
    reason = str(error).partition(" (at ")[0]
    place = _AT.search(str(error))
    lines = text.splitlines() or [""]
    number = min(int(place[1]), len(lines)) if place else len(lines)
    line = lines[number - 1]
    where = Where(file, number - 1 + first_line, int(place[2]) if place else None)
    found = shown(line.strip()) if line.strip() else "the end"
    if reason.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate")):
        return Problem("a name that stands twice", where, found, advice="keep one of them")
    problem, expected, advice = _slip(line) or ("not TOML", "", reason)
    return Problem(problem, where, found, expected, advice)


def _slip(line: str) -> tuple[str, str, str] | None:
    """Return problem, expectation and advice for a line whose slip is a usual one."""
    if line.lstrip().startswith("[") and not re.search(r"\][ \t]*(?:#.*)?$", line):
        return "a table's name that is not closed", "] at its end", ""
    match = _FIELD.match(line)
    if match is None:
        return None
    key, sign, value = match["key"], match["sign"], match["value"].strip()
    right = f"write {key} = {_quoted(value)}"
    if sign == ":":
        return "a colon in the place of =", _FORM, right
    if not value:
        return "a field without a value", _FORM, "leave the line out where nothing is to be said"
    if _is_whole(value):
        return None
    if value.lower() in ("true", "false"):
        return "a word in capitals", "true or false", f"write {key} = {value.lower()}"
    return _of_value(value, right)


def _is_whole(value: str) -> bool:
    """Return whether `value` is a value by itself: the slip is elsewhere."""
    try:
        tomllib.loads(f"value = {value}")
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def _of_value(value: str, right: str) -> tuple[str, str, str] | None:
    if value[0] in _CLOSED:
        return _of_quoted(value, right)
    if _CURLED.fullmatch(value):
        return "typographic quotes around a value", "straight ones", right
    if value[0] in "[{":
        return None
    return "a value without quotes", "quotes around it", right


def _of_quoted(value: str, right: str) -> tuple[str, str, str] | None:
    closed = _CLOSED[value[0]].match(value)
    if closed is None:
        return "a quote that is not closed", f"{value[0]} at its end", ""
    if value[closed.end() :].split("#")[0].strip():
        return "words behind a closing quote", "quotes around the whole value", right
    if value[0] == '"' and re.search(r"\\[^btnfruU\"\\]", value):
        return (
            "a backslash that escapes nothing",
            'one of \\n \\t \\" \\\\ …',
            "put the value in single quotes",
        )
    return None


def _quoted(value: str) -> str:
    """Return the words of `value` as TOML's quotes hold them."""
    bare = _CURLED.fullmatch(value)
    words = bare[1] if bare else value
    closed = _CLOSED.get(words[:1])
    if closed is not None and closed.fullmatch(words):
        return words
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return f"'{words}'" if "'" not in words else f"'''{words}'''"
