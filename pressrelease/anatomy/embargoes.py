"""Embargoes in words: what holds a release, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pressrelease.anatomy.moments import moment
from pressrelease.characters import one_line
from pressrelease.datelines.months import MONTH, WEEKDAY
from pressrelease.findings import Finding, Where
from pressrelease.model import Embargo
from pressrelease.story import Block, Heading, Paragraph, plain

_I = re.I
_WORD = re.compile(
    r"\W{0,4}(?:(?:strictly |under |sous |bajo |sotto |onder |unter )?embargo(?:ed|sperrfrist)?\b"
    r"|sperrfrist\b|sperrvermerk\b)",
    _I,
)
_ALONE = re.compile(r"[^\w:]{0,6}\Z|[^\w]{0,3}(?:[:(\d]|[–—-] )")
_DAY = rf"(?:(?:the|den|dem|le|el|il|de) )?(?:\d|{WEEKDAY}|{MONTH}|noon|midnight|mittag|mitternacht)"
# Behind the word for it: what an instruction says, and no sentence about an embargo on goods.
_INSTRUCTION = re.compile(
    rf"\W{{1,3}}(?:{_DAY}|(?:on|at|am|ab|a|à|op|from|vom|um|le|il) {_DAY}"
    r"|(?:until|till?|bis|jusqu|hasta|fino|tot|before|vor|avant)\b|for (?:release|publication|use|broadcast)\b"
    r"|(?:ends?|lifts?|expires?|endet|fällt|gilt|läuft ab|dates?|times?|notice|note|datum|ende)\b"
    r"|(?:press|news|media) ?releases?\b|release\b|copy\b|material\b|(?:not|nicht|ne|no|non|niet) )",
    _I,
)
_PHRASE = re.compile(
    r"\W{0,4}(?:(?:do not|not for|not to be|nicht|nicht zur|ne pas|à ne pas|no|non|niet) "
    r"(?:releas|publi|broadcast|distribut|veröffentlich|diffus|difund|pubblic)\w*[\w, ]{0,40}? "
    r"(?:before|until|prior to|bis|vor|avant|antes|prima|voor)\b"
    r"|nicht vor .{3,60} (?:veröffentlichen|verwenden|senden)\b"
    r"|(?:achtung[:!,]? )?(?:bitte )?(?:die )?sperrfrist (?:bitte )?(?:beachten|einhalten)\b"
    r"|hold for (?:release|publication)\b|gesperrt bis\b|frei (?:ab|für) "
    + _DAY
    + r"|veröffentlichung (?:frei |erst )?ab\b"
    rf"|for (?:release|publication):? (?:(?:at|on|after|from|not before):? )?{_DAY}(?!\.\d))",
    _I,
)
# `CHECK AGAINST DELIVERY - EMBARGOED UNTIL …`: the word for it stands behind other furniture.
_BEHIND = re.compile(r"\W{0,3}\w[^.!?]{0,60}? ?[-–—|/;:*(\[]{1,3} ?(?=(?:strictly )?embargo|sperrfrist)", _I)
_NAMED = re.compile(r" [\w-]{2,30}:")
_MOMENT = re.compile(rf"(?:(?:until|at|on|from|bis|ab|am|um|à|le) )?{_DAY}", _I)
_ADVICE = re.compile(r"\b(?:please|bitte|we ask|wir bitten|requested)\b", _I)

_LONGEST = 200
_HEAD = 6
"""Blocks at the opening of a story among which a line may hold it."""
_NOWHERE = Where()
_WHY = {
    "unreadable": ("embargo-unreadable", "names no moment"),
    "without-time": ("embargo-without-time", "names no time of day"),
    "without-zone": ("embargo-without-zone", "names no time zone"),
}


def is_embargo(line: str) -> bool:
    """Return whether `line`, settled, says that the release is to be held."""
    if len(line) > _LONGEST:
        return False
    before = _BEHIND.match(line)
    word = _WORD.match(line, before.end() if before else 0)
    if word is None:
        return _PHRASE.match(line) is not None
    end = word.end()
    if _INSTRUCTION.match(line, end) or (not before and _ALONE.match(line, end)):
        return True
    return _NAMED.match(line, end) is not None and moment(line)[1] != "unreadable"


def opens_with_embargo(text: str) -> bool:
    """Return whether a text longer than a line begins with an instruction to hold it: `Embargoed until 6 March: …`."""
    word = _WORD.match(text) if len(text) > _LONGEST else None
    return word is not None and _INSTRUCTION.match(text, word.end()) is not None


def embargo(line: str, zone: str = "", where: Where = _NOWHERE) -> tuple[Embargo, tuple[Finding, ...]]:
    """Return the embargo that `line` sets; where no moment can be read it holds without end, and a finding says why.

    `zone` (IANA name or offset) stands in where the line names none.
    """
    until, why = moment(line[:_LONGEST], zone)
    findings: tuple[Finding, ...] = ()
    if why:
        code, said = _WHY[why]
        message = f"the embargo {said}; the release is held"
        findings = (Finding(code, "warning", message, where, "set `embargo.until`"),)
    return Embargo(until=until, printed=line, binding=not _ADVICE.search(line)), findings


def goes_on(line: str, following: str) -> bool:
    """Return whether the moment of an embargo stands on the line that follows: `EMBARGOED UNTIL`, `9 a.m., 6 March`."""
    if not is_embargo(line) or len(following) > _LONGEST or not _MOMENT.match(following):
        return False
    return moment(line)[1] == "unreadable" and moment(f"{line} {following}")[1] != "unreadable"


def later(one: Embargo | None, other: Embargo) -> Embargo:
    """Return the stricter of two: the one that cannot be read, or lifts later, or binds."""
    if one is None:
        return other
    if one.until is None or other.until is None:
        return one if one.until is None else other
    if one.until == other.until:
        return one if one.binding else other
    return max(one, other, key=lambda e: e.until.timestamp() if e.until else 0.0)


@dataclass(frozen=True, slots=True)
class Held:
    """The blocks of a story without the lines that hold it, and what those say."""

    blocks: list[Block]
    embargo: Embargo | None = None
    findings: tuple[Finding, ...] = ()


def held(blocks: Iterable[Block], zone: str = "") -> Held:
    """Take the lines that hold a story off its opening; of two the later binds, and one that cannot be read holds."""
    kept: list[Block] = []
    found: Embargo | None = None
    findings: list[Finding] = []
    for place, block in enumerate(blocks):
        line = one_line(plain(block)) if place < _HEAD and isinstance(block, (Paragraph, Heading)) else ""
        whole = is_embargo(line)
        if whole or opens_with_embargo(line):
            made, told = embargo(line, zone)
            found = later(found, made if whole else made.changed(printed=""))
            findings += told
        if not whole:
            kept.append(block)
    return Held(kept, found, tuple(findings))
