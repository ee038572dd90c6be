"""What readers, writers and checks have to say: findings about a text, losses of a format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""The lightest first."""


@dataclass(frozen=True, slots=True)
class Where:
    """Name a place: a file, a line and column in it, an item of a stream (all count from 1), a field path.

    Any part may be unknown. The line is that of the file, whatever the item.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    field: str = ""
    item: int | None = None
    length: int | None = None
    """How many characters it is about, where column is known; they may run on into further lines."""

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place = f"{place or 'line'}:{self.line}" if place else f"line {self.line}"
            if self.column is not None:
                place += f":{self.column}" if self.file else f", column {self.column}"
        item = "" if self.item is None else f"item {self.item:,}"
        return ": ".join(part for part in (place, item, self.field) if part)

    def within(self, file: str, item: int | None, line: int | None, column: int | None = None) -> Where:
        """Return this place of one document as a place of the stream in which that begins at `line` and `column`."""
        if self.line is None or line is None:
            return Where(self.file or file, line, None, self.field, item)
        if self.line == 1:
            inner = None if self.column is None or column is None else self.column + column - 1
        else:
            inner = self.column
        return Where(self.file or file, line + self.line - 1, inner, self.field, item)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters `start` to `end` of a source text by `text`."""

    start: int
    end: int
    text: str


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
    edit: Edit | None = None
    """A change of the source that settles it without a person's look."""

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
