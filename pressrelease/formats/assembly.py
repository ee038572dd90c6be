"""Values by path become a release: what a reader of marked places found, put together, and what cannot be left out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pressrelease.envelope import OwnField, restored
from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import Unreadable
from pressrelease.model import InvalidRelease, Release

_PATH = re.compile(r"[a-z][a-z_]{0,39}(?:\.(?:\d{1,4}|[a-z][a-z_]{0,39})){0,6}\Z")


@functools.lru_cache(4096)
def is_path(text: str) -> bool:
    """Return whether `text` is the path of a field (`contacts.0.emails.1`), no deeper than a release is."""
    return _PATH.match(text) is not None


def over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by path, those of `above` laid over those of `below`: what they say holds, whole or in part.

    A whole part below (`contacts.0`) is gone where `above` says anything within it; so are parts below a whole above.
    """
    inside = set().union(*map(_outer, above))
    whole = above.keys()
    kept = {p: v for p, v in below.items() if p not in inside and whole.isdisjoint(_outer(p))}
    return {**kept, **above}


@functools.lru_cache(4096)  # releases have the same few hundred paths
def _outer(path: str) -> tuple[str, ...]:
    """Return the paths of what holds the field at `path`, the inmost first."""
    outer, dot, _ = path.rpartition(".")
    return (outer, *_outer(outer)) if dot else ()


_WORDS = re.compile(r"(notices\.\d+)\.(?:label|citation|person|organisation|layout)")


def with_own(
    values: Mapping[str, Any], fields: Iterable[OwnField]
) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """Return values by path with our own `fields` over them; one that is no field of a release is left out, and told.

    Where they tell a notice's words apart, its text is theirs alone: what stood in the body is all of them together.
    """
    own: dict[str, Any] = {}
    findings: list[Finding] = []
    for one in fields:
        try:
            if not is_path(one.path):
                raise Unreadable(Problem("no field of a release", found=shown(one.path)))
            own[one.path] = restored(one)
        except PressReleaseError as error:
            message = f"a field of our own was left out: {error}".splitlines()[0]
            findings.append(Finding("own-field-dropped", "warning", message))
    return told_apart(over(values, own), own), tuple(findings)


def told_apart(values: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by path without the text of notices whose words `own` tells apart and has no text of."""
    for match in filter(None, map(_WORDS.match, own)):
        text = f"{match.group(1)}.text"
        if text not in own:
            values.pop(text, None)
    return values


class _Level(dict[str, Any]):
    """A mapping that paths lead through; any other is a value, kept as it is."""


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by path as mappings and lists, a list's elements in the order of their numbers."""
    tree = _Level()
    levels: dict[str, _Level] = {}
    for path, value in values.items():
        outer, dot, last = path.rpartition(".")
        level = (levels.get(outer) or _level(tree, outer, levels)) if dot else tree
        if level is not None:
            level.setdefault(last, value)
    return {key: _listed(value) if type(value) is _Level else value for key, value in tree.items()}


def _level(tree: _Level, path: str, levels: dict[str, _Level]) -> _Level | None:
    """Return the level at `path`, made where there is none; None where a value stands in the way."""
    level = tree
    for key in path.split("."):
        inner = level.setdefault(key, _EMPTY)
        if inner is _EMPTY or type(inner) is dict:
            inner = level[key] = _Level(inner)
        elif type(inner) is not _Level:
            return None
        level = inner
    levels[path] = level
    return level


_EMPTY: dict[str, Any] = {}


def _listed(level: _Level) -> Any:
    made = {key: _listed(value) if type(value) is _Level else value for key, value in level.items()}
    if made and "".join(made).isdigit():
        return [made[key] for key in sorted(made, key=int)]
    return made


def assembled(values: dict[str, Any], *, what: str) -> tuple[Release, tuple[Finding, ...]]:
    """Return a release of `values`; what cannot be is left out, with a finding.

    Raises Unreadable without a headline; `what` names the document in that message (`a page`).
    """
    findings: list[Finding] = []
    for _ in range(50):
        try:
            return Release(**values), tuple(findings)
        except InvalidRelease as error:
            for problem in sorted(error.problems, key=lambda p: _order(p.where.field), reverse=True):
                if problem.where.field.partition(".")[0] in ("headline", ""):
                    raise Unreadable(
                        Problem(f"{what} without a headline", problem.where, expected="a heading, or a title")
                    ) from None
                if _removed(values, problem.where.field.split(".")):
                    message = f"left out: {problem}".splitlines()[0]
                    findings.append(
                        Finding("value-dropped", "warning", message, Where(field=problem.where.field))
                    )
    raise Unreadable(Problem(f"{what} of values that no release can have"))


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
