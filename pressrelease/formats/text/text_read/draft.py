"""What has been read so far: fields, and the slots that say where each stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pressrelease.characters import one_line
from pressrelease.findings import Finding, Severity, Where
from pressrelease.formats.text.text_read.lines import (
    BULLET,
    NUMBER,
    Chunk,
    Piece,
    is_wrapped,
    runs,
    wrap_range,
)
from pressrelease.markup.plain import columns
from pressrelease.model import Asset, Boilerplate, Contact, Notice, Organisation, Related, Slot
from pressrelease.story import (
    Block,
)


@dataclass(slots=True)
class Draft:
    """A release in the making. Slots are kept in the order of the text."""

    language: str = "und"
    zone: str = ""
    """Zone of times that name none."""
    values: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    """How each of `blocks` was set."""
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    responsible: Notice | None = None
    """The first of `notices` that says who answers for the text."""
    related: list[Related] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    flushed: int = 0
    mail: list[str] = field(default_factory=list)
    """What of a mail around the release was left out: `headers`, `a greeting`."""
    subject: str = ""
    """The header with a mail's subject, unless that is the headline."""
    mail_line: int | None = None
    led: bool = False
    """Whether the dateline that opens the text says a day of its own."""
    lead: str = ""
    """What opens the first paragraph: a dateline, a credit."""

    def slot(self, what: str, gap: int, **how: Any) -> None:
        """Say that `what` stands here."""
        self.slots.append(Slot(what=what, gap=min(gap, 99), **how))

    def mark(self, chunk: Chunk) -> None:
        """Keep words that are none of the release's."""
        for at, line in enumerate(chunk.lines):
            self.slot("mark", chunk.gap if at == 0 else 1, label=one_line(line))

    def tell(
        self, code: str, severity: Severity, message: str, line: int | None = None, fix: str = ""
    ) -> None:
        """Report what a person should look at."""
        self.findings.append(Finding(code, severity, message, Where(line=line), fix))

    def leave_out(self, what: str, chunks: Iterable[Chunk]) -> None:
        """Leave `chunks`, of a mail around the release, to the leftovers; one finding tells of all at the end."""
        for chunk in chunks:
            self.mail_line = self.mail_line or chunk.number
            self.leftovers.append("\n".join(map(one_line, chunk.lines)))
        if what not in self.mail:
            self.mail.append(what)

    def tell_of_mail(self) -> None:
        """Report in one what of a mail was left out."""
        if self.mail:
            what = ", ".join(self.mail)
            self.tell(
                "mail-left-out", "info", f"the mail around the release was left out: {what}", self.mail_line
            )

    def flush(self, label: str = "", label_gap: int = 2) -> None:
        """Give the blocks read since the last time their slots."""
        start = self.flushed
        for at, run in runs(self.pieces[start:]):
            number = start + at
            self.slot(
                f"story.{number}" if number else "story",
                run.gap,
                inner=min(run.inner, 99),
                wrap=min(run.size, 999),
                marker=run.marker,
            )
        self.flushed = len(self.pieces)

    def run_slots(self, path: str, pieces: list[Piece], label_gap: int, gap: int) -> None:
        """Give a part with its own heading its slots: the first stands `gap` below what came before."""
        found = runs(pieces)
        if not found:
            self.slot(path, gap, label_gap=min(label_gap, 99))
        for at, run in found:
            first = at == 0
            self.slot(
                path if first else f"{path}.{at}",
                gap if first else run.gap,
                label_gap=min(label_gap, 99) if first else 2,
                inner=min(run.inner, 99),
                wrap=min(run.size, 999),
                marker=run.marker,
            )


def text_pieces(chunks: Iterable[Chunk], prefix: str = "") -> list[tuple[str, Piece]]:
    """Return the paragraphs of `chunks` as plain text: wrapped lines joined, others each their own.

    `prefix` stands before the first on its line (a heading with the text beside it): it counts for the width.
    """
    found: list[tuple[str, Piece]] = []
    for chunk in chunks:
        opening = prefix if not found else ""
        lines = (opening + chunk.lines[0], *chunk.lines[1:])
        items = _items(chunk.lines)
        if is_wrapped(lines) and len(items) < 2:
            piece = Piece(chunk.gap, wrap_range(lines), max(map(columns, lines)))
            found.append((chunk.text, piece))
            continue
        for at, line in enumerate(items or chunk.lines):
            words = one_line(line)
            found.append(
                (
                    words,
                    Piece(
                        chunk.gap if at == 0 else 1, None, columns(words) + (len(opening) if at == 0 else 0)
                    ),
                )
            )
    return found


def _items(lines: tuple[str, ...]) -> list[str]:
    """Return the items of a list set beneath each other, each as one line; nothing where there is none."""
    if not (BULLET.match(lines[0]) or NUMBER.match(lines[0])):
        return []
    items: list[str] = []
    for line in lines:
        if BULLET.match(line) or NUMBER.match(line):
            items.append(line)
        else:
            items[-1] = f"{items[-1]} {line}"
    return items
