"""The members of an item as readers take them: by any of their names, leniently, and nothing forgotten.

Versions and dialects call the same thing `byline` and `by`, `versionCreated` and `versioncreated`, make a list or an
object by name of it; what has the wrong kind is as if absent, and a finding.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from pressrelease.errors import shown
from pressrelease.findings import Finding, Where


class Members:
    """An object by its members' names in lower case; knows which were taken."""

    def __init__(self, data: Mapping[str, Any], findings: list[Finding], path: str = "") -> None:
        self.path = path
        self.findings = findings
        self._names = {name.lower(): name for name in data}
        self._data = {name.lower(): value for name, value in data.items()}
        self._taken: set[str] = set()
        self._inner: list[Members] = []
        self._objects: dict[tuple[str, ...], list[tuple[str, Members]]] = {}

    def names(self) -> Iterator[str]:
        """Yield the names of the members that say something."""
        return (name for name, value in self._data.items() if value is not None)

    def take(self, *names: str) -> Any:
        """Return the first member of those names that says something; all count as taken."""
        self._taken.update(names)
        for name in names:
            value = self._data.get(name)
            if value is not None and value != "":
                return value
        return None

    def raw(self, name: str) -> Any:
        """Return a member as it is, None where it says nothing at all."""
        self._taken.add(name)
        return self._data.get(name)

    def leave(self, name: str) -> None:
        """Let a member that was taken count as left over."""
        self._taken.discard(name)

    def text(self, *names: str) -> str:
        """Return a text; a number as its digits."""
        value = self.take(*names)
        if value is None or isinstance(value, str):
            return value or ""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        self.wrong(names[0], value, "a text")
        return ""

    def number(self, *names: str) -> int | float | None:
        """Return a number; a text of digits as one."""
        value = self.take(*names)
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                value = float(value) if "." in value[:40] else int(value[:40])
        if value is None or type(value) is int or (type(value) is float and isfinite(value)):
            return value
        self.wrong(names[0], value, "a number")
        return None

    def texts(self, *names: str) -> list[str]:
        """Return a list of texts, or the one text there is."""
        value = self.take(*names)
        found = value if isinstance(value, list) else [] if value is None else [value]
        for one in found:
            if not isinstance(one, str):
                self.wrong(names[0], one, "a text")
        return [one for one in found if isinstance(one, str) and one]

    def inner(self, *names: str) -> Members | None:
        """Return an object."""
        value = self.take(*names)
        if isinstance(value, Mapping):
            return self._made(value, names[0])
        if value is not None:
            self.wrong(names[0], value, "an object")
        return None

    def objects(self, *names: str) -> list[tuple[str, Members]]:
        """Return a list of objects, each with its name: as its own member, or as the key it stands under.

        A text in the place of an object is an object that only has a name; null is none.
        """
        if names in self._objects:
            return self._objects[names]
        value = self.take(*names)
        if isinstance(value, Mapping) and not _is_one(value):
            pairs = list(value.items())
        elif isinstance(value, list):
            pairs = [("", one) for one in value]
        else:
            pairs = [] if value is None else [("", value)]
        found = []
        for i, (name, one) in enumerate(pairs):
            if isinstance(one, str) and one:
                one = {"name": one}
            if isinstance(one, Mapping):
                made = self._made(one, f"{names[0]}.{name or i}")
                found.append((name or made.text("name"), made))
            elif one:
                self.wrong(f"{names[0]}.{name or i}", one, "an object")
        self._objects[names] = found
        return found

    def _made(self, value: Mapping[str, Any], name: str) -> Members:
        made = Members(value, self.findings, self._path(name))
        self._inner.append(made)
        return made

    def _path(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, value: object, expected: str) -> None:
        """Tell that a member has the wrong kind and was left out."""
        self.tell("wrong-type", f"left out: found {shown(value)}, expected {expected}", name)

    def tell(self, code: str, message: str, name: str) -> None:
        """Tell of a member."""
        self.findings.append(Finding(code, "warning", message, Where(field=self._path(name))))

    def untaken(self) -> dict[str, Any]:
        """Return the members that nobody took and that say something, by their own names."""
        return {
            self._names[name]: value
            for name, value in self._data.items()
            if name not in self._taken and value not in (None, "", [], {})
        }

    def leftovers(self) -> Iterator[str]:
        """Yield what nobody took within the objects taken from this one, each as `path: value`."""
        for one in self._inner:
            yield from (f"{one._path(name)}: {shown(value)}" for name, value in one.untaken().items())
            yield from one.leftovers()


def _is_one(value: Mapping[str, Any]) -> bool:
    """Return whether an object stands for itself, not for a list of objects by name."""
    return not all(v is None or isinstance(v, Mapping) for v in value.values())
