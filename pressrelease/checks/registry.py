"""Where rules are found: this package's, named in order in each group, and those of installed packages."""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Iterator

from pressrelease.checks.rule import Rule
from pressrelease.errors import PressReleaseError, Problem, near, shown
from pressrelease.findings import Where

GROUPS = ("editorial", "legal", "channel")
"""Folders of `pressrelease/checks/rules`, in the order users see them; each names its RULES in order."""
ENTRY_POINTS = "pressrelease.rules"
"""Entry-point group of rules from other packages: each names a Rule."""


class UnknownRule(PressReleaseError):
    """No rule of that id, an option it does not have, or an entry point that is none."""


class Rules:
    """Rules by id: this package's, loaded when first asked for, and others'.

    `Rules(MINE)` adds rules; `Rules(others=False)` refuses those that installed packages bring.
    """

    def __init__(self, *more: Rule, others: bool = True, groups: tuple[str, ...] = GROUPS) -> None:
        self._more = more
        self._others = others
        self._groups = groups
        self._all: dict[str, Rule] | None = None

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._loaded().values())

    @property
    def ids(self) -> tuple[str, ...]:
        """Every rule's id, in order."""
        return tuple(self._loaded())

    def get(self, id: str, where: Where | None = None) -> Rule:
        """Return the rule `id`, asked for at `where`; raise UnknownRule with its near match."""
        every = self._loaded()
        if id not in every:
            raise UnknownRule(
                Problem("no such rule", where or Where(), shown(id), advice=near(id, tuple(every)))
            )
        return every[id]

    def _loaded(self) -> dict[str, Rule]:
        if self._all is None:
            found: dict[str, Rule] = {}
            for rule in (*self._own(), *self._foreign(), *self._more):
                if rule.id in found:
                    raise UnknownRule(Problem("two rules of one id", found=shown(rule.id)))
                found[rule.id] = rule
            self._all = found
        return self._all

    def _own(self) -> Iterator[Rule]:
        for group in self._groups:
            package = f"pressrelease.checks.rules.{group}"
            for name in importlib.import_module(package).RULES:
                rule: Rule = importlib.import_module(f"{package}.{name}").RULE
                yield rule

    def _foreign(self) -> Iterator[Rule]:
        if not self._others:
            return
        for entry in sorted(importlib.metadata.entry_points(group=ENTRY_POINTS), key=lambda e: e.name):
            value = entry.load()
            if not isinstance(value, Rule):
                problem = "an entry point that is no rule"
                raise UnknownRule(Problem(problem, found=shown(entry.value), expected="a pressrelease.Rule"))
            yield value


DEFAULT = Rules()
"""The rules that are run when none are passed in. It only ever loads what was named above."""
