"""Pages of our own making, read back: every value stands in an element marked with its field's path.

`data-field="PATH"`: its words are the value; `data-field-href`, `-src`, `-alt`: that attribute is; `data-story`: its
content is a story; `<meta name="pressrelease:PATH">`: a value without a visible place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from bs4 import BeautifulSoup, Tag

from pressrelease.characters import cleaned, one_line
from pressrelease.errors import Problem
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import Unreadable
from pressrelease.markup.html import story_from_html
from pressrelease.markup.html_parts import attribute, classes
from pressrelease.model import InvalidRelease, Release

GENERATOR = "pressrelease"
_PROSE = re.compile(r"(?:summary|change\.note|notices\.\d+\.text|assets\.\d+\.caption|rights\.usage_terms)\Z")
_NUMBERS = frozenset(["version", "urgency", "width", "height", "size", "year"])
_PATH = re.compile(r"[a-z][a-z_]{0,39}(?:\.(?:\d{1,4}|[a-z][a-z_]{0,39})){0,6}\Z")
_MOST = 20_000
_DEEPEST = 60
"""Marks deeper than this are none of ours: what lies within marks within marks would be read over and over."""


def is_own(page: BeautifulSoup) -> bool:
    """Return whether the page is one this library wrote."""
    generator = page.find("meta", attrs={"name": "generator"})
    own = isinstance(generator, Tag) and attribute(generator, "content") == GENERATOR
    return own and page.find(True, attrs={"data-field": "headline"}) is not None


def read_own(page: BeautifulSoup) -> tuple[Release, tuple[Finding, ...]]:
    """Return the release a page of ours holds, and what of it could not be read."""
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    prefix = f"{GENERATOR}:"
    for tag in page.find_all("meta", limit=_MOST):
        if attribute(tag, "name").startswith(prefix):
            _put(
                values,
                attribute(tag, "name").removeprefix(prefix),
                attribute(tag, "content").removeprefix("'"),
            )
    for tag in page.find_all(_is_marked, limit=_MOST):
        if len(list(islice(tag.parents, _DEEPEST))) == _DEEPEST:
            continue
        for name, path in list(tag.attrs.items()):
            if not isinstance(path, str):
                continue
            if name == "data-field":
                _put(values, path, one_line(cleaned(tag.get_text())))
            elif name == "data-story":
                story, told = story_from_html(tag, leave_out=_is_lead)
                findings += told
                values.setdefault(path, story)
            elif name.startswith("data-field-"):
                _put(values, path, attribute(tag, name.removeprefix("data-field-")))
    release, dropped = made(_nested(values))
    return release, (*findings, *dropped)


def _is_marked(tag: Tag) -> bool:
    return any(name.startswith(("data-field", "data-story")) for name in tag.attrs)


def _is_lead(tag: Tag) -> bool:
    # The dateline's words open the story for readers; they are the dateline's, not the story's.
    return "lead-in" in classes(tag)


def _put(values: dict[str, Any], path: str, text: str) -> None:
    if not _PATH.match(path):
        return
    if path in values:
        if _PROSE.match(path) and isinstance(values[path], str):
            values[path] += f"\n\n{text}"
        return
    last = path.rpartition(".")[2]
    if last in _NUMBERS and re.fullmatch(r"\d{1,12}", text):
        values[path] = int(text)
    elif last == "binding":
        values[path] = text != "false"
    elif last == "until" and not text:
        values[path] = None
    else:
        values[path] = text


def _nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by path as mappings and lists, a list's elements in the order of their numbers."""
    tree: dict[str, Any] = {}
    for path, value in values.items():
        place = tree
        *outer, last = path.split(".")
        for key in outer:
            inner = place.setdefault(key, {})
            if not isinstance(inner, dict):
                break
            place = inner
        else:
            place.setdefault(last, value)
    return {key: _listed(value) for key, value in tree.items()}


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(key.isdigit() for key in value):
        return [_listed(value[key]) for key in sorted(value, key=int)]
    return {key: _listed(inner) for key, inner in value.items()}


def made(values: dict[str, Any]) -> tuple[Release, tuple[Finding, ...]]:
    """Return a release of `values`; what cannot be is left out with a finding. Raise Unreadable without a headline."""
    findings: list[Finding] = []
    for _ in range(50):
        try:
            return Release(**values), tuple(findings)
        except InvalidRelease as error:
            for problem in sorted(error.problems, key=lambda p: _order(p.where.field), reverse=True):
                if problem.where.field.partition(".")[0] in ("headline", ""):
                    raise Unreadable(
                        Problem("a page without a headline", problem.where, expected="a heading, or a title")
                    ) from None
                if _removed(values, problem.where.field.split(".")):
                    message = f"left out: {problem}".splitlines()[0]
                    findings.append(
                        Finding("value-dropped", "warning", message, Where(field=problem.where.field))
                    )
    raise Unreadable(Problem("a page of values that no release can have"))


def _order(path: str) -> list[tuple[int, str]]:
    return [(int(key), "") if key.isdigit() else (0, key) for key in path.split(".")]


def _removed(values: dict[str, Any], path: list[str]) -> bool:
    """Remove the smallest part around `path` that a release can be without: an element of a list, or the field."""
    top = values.get(path[0])
    place = int(path[1]) if len(path) > 1 and path[1].isdigit() else -1
    if isinstance(top, list) and len(top) > 1 and 0 <= place < len(top):
        values[path[0]] = [v for i, v in enumerate(top) if i != place]
        return True
    return values.pop(path[0], None) is not None
