"""Make a part of what a feed says, or a finding."""

from __future__ import annotations

from typing import Any, TypeVar

from pressrelease.errors import PressReleaseError
from pressrelease.findings import Finding, Where
from pressrelease.model import Part

P = TypeVar("P", bound=Part)


def told(part: type[P], findings: list[Finding], where: Where = Where(), /, **values: Any) -> P | None:  # noqa: B008 - frozen
    """Return a `part` made of `values`, or None and a finding for each value that cannot be."""
    try:
        return part(**values)
    except PressReleaseError as error:
        for problem in error.problems:
            message = f"left out: {problem.problem}: found {problem.found}"
            findings.append(Finding("left-out", "warning", message, where))
        return None
