"""What readers, writers and checks have to say: findings about a text, losses of a format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Where:
    """Name a place: a file, a line and column in it (both count from 1), a field path; any part may be unknown."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    field: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place = f"{place or 'line'}:{self.line}" if place else f"line {self.line}"
            if self.column is not None:
                place += f":{self.column}" if self.file else f", column {self.column}"
        return ": ".join(part for part in (place, self.field) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """Report something a person should look at; the text was read or written all the same.

    `code` is the rule's id in kebab case (`quote-without-speaker`), `fix` says what would settle it.
    """

    code: str
    severity: Severity
    message: str
    where: Where = Where()
    fix: str = ""

    def __str__(self) -> str:
        text = f"{self.severity}: {self.message} [{self.code}]"
        place = str(self.where)
        if place:
            text = f"{place}: {text}"
        return f"{text}\n  {self.fix}" if self.fix else text


@dataclass(frozen=True, slots=True)
class Loss:
    """Name one thing of a release that a written document does not carry.

    `path` is the field's path (`assets.0.alt`), `reason` why it is lost, `instead` where it went, if anywhere.
    """

    path: str
    reason: str
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" + (f"; instead: {self.instead}" if self.instead else "")
