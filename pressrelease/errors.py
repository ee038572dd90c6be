"""The root of everything this library raises.

Subclasses stand beside what raises them. An error carries one problem or many: whoever reads a document
reports all that is wrong with it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from pressrelease.findings import Where


@dataclass(frozen=True, slots=True)
class Problem:
    """Say what is wrong, where, what was found, what was expected, and what to do about it."""

    problem: str
    where: Where = Where()  # noqa: RUF009 - frozen
    found: str = ""
    expected: str = ""
    advice: str = ""

    def __str__(self) -> str:
        text = self.problem
        if self.found:
            text += f": found {self.found}"
            if self.expected:
                text += f", expected {self.expected}"
        elif self.expected:
            text += f": expected {self.expected}"
        place = str(self.where)
        if place:
            text = f"{place}: {text}"
        return f"{text}\n  {self.advice}" if self.advice else text


class PressReleaseError(Exception):
    """Stop with one or more problems. `str()` prints every one; `.problems` holds them as values."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems: tuple[Problem, ...] = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))

    @property
    def problem(self) -> str:
        """The first problem, in words."""
        return self.problems[0].problem

    @property
    def where(self) -> Where:
        """The place of the first problem."""
        return self.problems[0].where

    @property
    def found(self) -> str:
        """What stood there."""
        return self.problems[0].found

    @property
    def expected(self) -> str:
        """What could have stood there."""
        return self.problems[0].expected

    @property
    def advice(self) -> str:
        """What to do."""
        return self.problems[0].advice

    @classmethod
    def joined(cls, errors: Iterable[PressReleaseError]) -> Self:
        """Make one error of many, problems in order."""
        return cls(*(problem for error in errors for problem in error.problems))

    def in_file(self, file: str) -> Self:
        """Return the same error with its places put into `file`."""
        return self.placed(lambda where: where if where.file else replace(where, file=file))

    def placed(self, place: Callable[[Where], Where]) -> Self:
        """Return the same error with each of its places as `place` makes it."""
        return type(self)(*(replace(p, where=place(p.where)) for p in self.problems))


def shown(value: object, limit: int = 60) -> str:
    """Return `value` as an error message may quote it: one line, escaped, not longer than `limit`."""
    text = ascii(value) if not isinstance(value, str) else _quoted(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _quoted(value: str) -> str:
    # A message ends in terminals and logs: what could steer them is shown by number, letters stay letters.
    safe = "".join(
        c if c.isprintable() else c.encode("unicode_escape", "replace").decode("ascii") for c in value[:200]
    )
    return f'"{safe}"'


def near(name: str, known: tuple[str, ...] | list[str]) -> str:
    """Return advice that names the nearest of `known`, or all of them when none is near."""
    import difflib  # noqa: PLC0415 - 5 ms that only a mistake pays

    match = difflib.get_close_matches(name, known, 1, 0.6)
    if match:
        return f"did you mean {shown(match[0])}?"
    return f"known: {', '.join(known)}" if known else ""
