"""Lines that say a release was sent before: CORRECTING and REPLACING, UPDATE, KILL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressrelease.model import Change

_Kind: TypeAlias = Literal["new", "update", "correction", "kill"]
_I = re.I
_CORRECTION = re.compile(
    r"(?:\W{0,3}(?:correcting(?: and replacing)?|correct(?:ed|ion)(?: (?:from source|of))?|c o r r e c t "
    r"i o n|korrektur(?:meldung)?|berichtigung|berichtigte fassung|"
    r"rectificatif|rectification|corrección|rectificación|correzione|rettifica|correctie|rectificatie)\b)",
    _I,
)
_UPDATE = re.compile(
    r"\W{0,3}(?:(?:\d(?:st|nd|rd|th)|first|second|third) )?(?:update|u p d a t e|aktualisierung|aktualisiert|mise à "
    r"jour|actualización|aggiornamento)\b",
    _I,
)
_KILL = re.compile(
    r"\W{0,3}(?:kill(?: notice)?|mandatory kill|withdrawal|withdrawn|zurückgezogen|rückruf|retrait)\b(?=\W|$)",
    _I,
)

# A release sent once more is no new version of it.
_REPEAT = re.compile(
    r"\W{0,3}(?:(?:repeat|repetition|reissu(?:e|ing)|r e p e a t|wiederholung|rediffusion|reenvío|ripetizione|"
    r"herhaling)"
    r"(?= ?(?::|--|–|—|/)| - |\W{0,3}\Z))",
    _I,
)
_KINDS: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
    ("kill", _KILL),
    ("correction", _CORRECTION),
    ("update", _UPDATE),
    ("new", _REPEAT),
)
_CAPITALS = re.compile(r"(?:CORRECT(?:ING|ED|ION)|UPDATE|UPDATED)(?: (?:and|AND) REPLACING)? [A-Z]")
_ALONE = re.compile(r"\W{0,3}(?:\([^()]{1,60}\))?\W{0,3}$|(?:\.{2,3}|…) ?(?:by|von|par|da|por|door) .{1,80}$")
_COLON = re.compile(r"(?: [\w/-]{1,20}){0,3}\W{0,3}?[:–—-]+ | \d{1,2}-(?=\S)")
_NOTE = re.compile(
    r"In the (?:news |press )?release,? .{0,1500}(?:corrected|updated),?(?: \w+){0,3} (?:release|version) follows:?",
    _I,
)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Changed:
    """What a line says of an earlier version: its words up to `label`, then a headline, or the note of `change`."""

    change: Change
    label: str
    headline: str = ""


def changed(line: str, *, titled: bool) -> Changed | None:
    """Return what `line`, settled, says of an earlier version, or None where it is no such line.

    `titled`: the headline is known already; otherwise it may stand behind the words (`CORRECTION: Harbour opens`). The
    kind is `new` where a release is only sent once more.
    """
    if len(line) > _LONGEST:
        return None
    for kind, words in _KINDS:
        match = words.match(line)
        if match is not None:
            return _read(kind, line, match.end(), titled)
    return None


def is_note(text: str) -> bool:
    """Return whether `text` tells what was wrong, as a wire does above a corrected release."""
    return len(text) < 2000 and _NOTE.fullmatch(text) is not None


def _read(kind: _Kind, line: str, end: int, titled: bool) -> Changed | None:
    if not titled and _CAPITALS.match(line) and line[end : end + 1] == " ":
        return Changed(Change(kind=kind), line[:end], line[end:].strip())
    if _ALONE.match(line, end) or (line[0] == line[-1] == "/"):
        return Changed(Change(kind=kind), line)
    colon = _COLON.match(line, end)
    if colon is None or not line[colon.end() :]:
        return None
    capitals = line[:end].isupper()
    if not titled and kind == "update" and ":" not in colon.group() and not capitals:
        return None
    label, rest = line[: colon.end()].rstrip(), line[colon.end() :]
    # `CORRECTION: Harbour opens` may be the headline itself: what changed is told in a sentence.
    if not titled and not rest.rstrip().endswith((".", "!", ")")) and len(rest) < 160:
        return Changed(Change(kind=kind), label, rest)
    return Changed(Change(kind=kind, note=rest), label) if kind != "new" else None
