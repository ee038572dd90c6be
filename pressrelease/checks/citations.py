"""What a release cites wrongly by the law of its day, and where: in notices, and where an imprint stands as text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit
from pressrelease.model import Notice, Release
from pressrelease.notices import Fault, faults

_FIELDS = ("label", "citation", "heading", "text")
_IMPRINT = re.compile(
    r"\s*(?:verantwortlich|v\.\s?i\.\s?s\.\s?d\.\s?p|visdp|impressum|angaben (?:gemäß|nach)|redaktionell|haftung"
    r"|mentions légales|directeur de la publication|nota legale|note legali|aviso legal|responsible|editorial office"
    r"|disclaimer|online-streitbeilegung|die europäische kommission stellt|the european commission provides)\b",
    re.I,
)
"""How a paragraph opens that is an imprint without being marked as one."""
_ODR = "ec.europa.eu/consumers/odr"
"""An address that imprints alone print."""
_DISSOCIATES = re.compile(r"distanzier|dissociat|disassociat|distances? (?:itself|ourselves)", re.I)
"""What the disclaimer of links does that cites the court of Hamburg: news about the judgment does not."""
About: TypeAlias = Literal["superseded", "not-yet", "subject", "dead"]
_ABOUT: dict[str, About] = {
    "superseded": "superseded",
    "not-yet": "not-yet",
    "wrong-subject": "subject",
    "two-regimes": "subject",
    "never": "dead",
}
_WITHOUT_SUCCESSOR = ("odr",)
"""References that nothing came after: to cite another norm would be no remedy."""


@dataclass(frozen=True, slots=True)
class Miscited:
    """Hold a fault of a citation, what it is about, and its place."""

    fault: Fault
    about: About
    path: str
    start: int | None = None
    end: int | None = None

    @property
    def hit(self) -> Hit:
        """The fault as a Hit."""
        return Hit(self.fault.message, self.path, self.start, self.end, self.fault.advice)


def miscited(release: Release, passages: Iterable[Passage], day: dt.date) -> tuple[Miscited, ...]:
    """Return what `release` cites wrongly by the law of `day`; `passages` are its own."""
    found = [_of_notice(i, notice, day) for i, notice in enumerate(release.notices)]
    found += [
        _of_text(p, day)
        for p in passages
        if p.kind in ("paragraph", "boilerplate", "item") and _is_imprint(p.text)
    ]
    return tuple(one for several in found for one in several)


def _is_imprint(text: str) -> bool:
    return bool(_IMPRINT.match(text) or _ODR in text or ("Hamburg" in text and _DISSOCIATES.search(text)))


def _of_notice(number: int, notice: Notice, day: dt.date) -> Iterator[Miscited]:
    for fault in faults(notice, day):
        path, start, end = f"notices.{number}", None, None
        for name in _FIELDS:
            at = getattr(notice, name).find(fault.cited.words)
            if at >= 0:
                path, start, end = f"{path}.{name}", at, at + len(fault.cited.words)
                break
        yield Miscited(fault, _about(fault), path, start, end)


def _of_text(passage: Passage, day: dt.date) -> Iterator[Miscited]:
    for fault in faults(Notice(kind="other", text=passage.text), day):
        start = passage.text.find(fault.cited.words)
        yield Miscited(fault, _about(fault), passage.path, start, start + len(fault.cited.words))


def _about(fault: Fault) -> About:
    return "dead" if fault.cited.reference.id in _WITHOUT_SUCCESSOR else _ABOUT[fault.kind]
