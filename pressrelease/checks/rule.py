"""What a rule is: a plain function in a file of its own, and the facts about it in one value."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from pressrelease.checks.page import Page, page_of
from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Severity

if TYPE_CHECKING:
    from pressrelease.checks.case import Case

Group: TypeAlias = Literal["editorial", "legal", "channel"]


class InvalidRule(PressReleaseError):
    """A rule that cannot be: no id in kebab case, a group or severity that is none, a page that says too little."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Say one thing that a rule found: the message, and the words of the release it is about.

    `path` is a field's path (`headline`, `story.blocks.3`, `notices.0.text`); empty: the release as a whole.
    `start` and `end` count characters of the text there (`Passage.text`); none: all of it. `Spot.hit` fills these in.
    `fix` says in words what settles it. `instead` are words that may stand in their place without a person's look.
    """

    message: str
    path: str = ""
    start: int | None = None
    end: int | None = None
    fix: str = ""
    instead: str | None = None
    severity: Severity | None = None
    """Where it weighs more or less than the rule says."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """State every fact about a rule; its page is the docstring of the module that holds `run`.

    `run` is given a `Case` and yields Hits. Its keyword-only parameters with defaults are the rule's options: a profile
    and `[check.options.<id>]` set them. Raises InvalidRule.
    """

    id: str
    """In kebab case, never used again for another rule: `time-without-zone`."""
    group: Group
    """What it is about: `editorial`, `legal`, `channel`."""
    severity: Severity
    """How much it weighs where nobody says otherwise."""
    run: Callable[..., Iterable[Hit]]
    """Find it."""
    on: bool = True
    """Run it where neither profile nor newsroom speak of it."""
    last: bool = False
    """Run it when all others have: it asks what they found (`case.verdicts`)."""
    languages: tuple[str, ...] = ()
    """Primary language tags of releases it can judge; empty: all."""

    def __post_init__(self) -> None:
        name = self.id.replace("-", "")
        problem = ""
        if not (name.isascii() and name.isalnum() and name == name.lower()) or "--" in self.id:
            problem = "no id in kebab case"
        elif self.group not in get_args(Group):
            problem = f"no such group: {shown(self.group)}"
        elif self.severity not in get_args(Severity):
            problem = f"no such severity: {shown(self.severity)}"
        if problem:
            raise InvalidRule(Problem(f"a rule that cannot be ({problem})", found=shown(self.id)))

    @cached_property
    def page(self) -> Page:
        """Its page: what it finds, why that matters, an example, what to use instead."""
        return page_of(sys.modules[self.run.__module__].__doc__ or "", self.id)

    @property
    def title(self) -> str:
        """What it finds, in one line."""
        return self.page.title

    @cached_property
    def options(self) -> Mapping[str, Any]:
        """Its options and their defaults."""
        parameters = inspect.signature(self.run).parameters.values()
        return MappingProxyType({p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY})

    def judges(self, case: Case) -> bool:
        """Return whether it can judge a release in the language of `case`."""
        return not self.languages or case.language in self.languages
