"""What a report tells: findings, what is excused, and the texts they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pressrelease.checks.registry import DEFAULT, Rules
from pressrelease.findings import SEVERITIES, Finding

LEGAL = "This informs; it is no legal advice."


@dataclass(frozen=True, slots=True)
class Account:
    """Hold what was found in `releases` releases; `sources` are the texts of the files in which anything was found."""

    findings: tuple[Finding, ...]
    excused: tuple[tuple[Finding, str], ...] = ()
    releases: int = 1
    sources: Mapping[str, str] = field(default_factory=dict)
    rules: Rules = DEFAULT
    unread: int = 0
    """How many files, or documents of a stream, could not be read."""

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity, the gravest first."""
        found = Counter(f.severity for f in self.findings)
        return {severity: found[severity] for severity in reversed(SEVERITIES)}

    def __iter__(self) -> Iterator[tuple[Finding, str]]:
        """Yield each finding with the reason that excuses it; an empty one where none does."""
        for finding in self.findings:
            yield finding, ""
        yield from self.excused

    def ends(self, finding: Finding) -> tuple[int, int] | None:
        """Return line and column behind the last character of a finding's place; None where the place is unknown."""
        where = finding.where
        text = self.sources.get(where.file)
        if where.line is None or where.column is None:
            return None
        if not where.length or text is None:
            return where.line, where.column
        return shifted(text, where.line, where.column, where.length)


def shifted(text: str, line: int, column: int, length: int) -> tuple[int, int]:
    """Return line and column that lie `length` characters behind `line` and `column` of `text`."""
    lines = text.splitlines(keepends=True)
    while line <= len(lines) and column - 1 + length > len(lines[line - 1]):
        length -= len(lines[line - 1]) - (column - 1)
        line, column = line + 1, 1
    return line, column + length


def placed(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of the character at `offset` of `text`."""
    return shifted(text, 1, 1, offset)
