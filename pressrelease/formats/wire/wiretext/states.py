"""The life of a release in the words of the wires: written for desks of any house, read from any."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from pressrelease.anatomy.changes import changed
from pressrelease.characters import one_line
from pressrelease.envelope import is_killed
from pressrelease.markup.degrade import degraded
from pressrelease.model import Change, Release
from pressrelease.wording import LANGUAGES, wording

Step = Literal["new", "update", "correction", "withheld", "kill"]

KILL, HOLD = "KILL KILL KILL", "HOLD HOLD HOLD"
"""What every desk knows, in any language."""
_FLAG = re.compile(
    r"\W*(?:(?P<kill>(?:mandatory )?kill(?:\W+kill)*)|(?P<hold>hold(?:\W+hold)*)|(?P<refile>refil(?:e|ed|ing))|"
    r"(?P<lead>(?P<ordinal>\d{1,3})(?:st|nd|rd|th)\W?(?:lead|ld)(?:-writethru)?|(?:1st|first) lead)|"
    r"(?P<cor>corr?|corrects?|correction|corrective|eliminat(?:es?|ion)(?P<all>)))\b(?P<rest>[^a-z]*(?:[a-z]{2,4}\W?\d{3,4}\b.*)?)",
    re.I,
)
_NUMBER = re.compile(r"\b([a-z]{0,4}\d{3,4})\b", re.I)
_LONGEST = 2000
"""Letters of a remark in which wrong and right are looked for."""
_MARKS = "[\"“”„«»‹›‚‘’'`]+"


@dataclass(frozen=True, slots=True)
class Flag:
    """What a line of the wire's own words says: what happens, to which earlier item, in which lead."""

    step: Step
    earlier: str = ""
    version: int = 1


def step(release: Release) -> Step:
    """Return which step of its life a message tells."""
    if is_killed(release):
        return "kill"
    if release.status == "withheld":
        return "withheld"
    return release.change.kind


def flag(line: str) -> Flag | None:
    """Return what `line` says where it consists of the wire's own words: KILL KILL KILL, COR 703, 1ST LEAD."""
    match = _FLAG.fullmatch(line) if len(line) <= 80 else None
    if match is None:
        return None
    number = _NUMBER.search(match.group("rest"))
    earlier = number.group(1) if number else ""
    if match.group("kill") or match.group("all") is not None:
        return Flag("kill", earlier)
    if match.group("hold"):
        return Flag("withheld", earlier)
    if match.group("cor"):
        return Flag("correction", earlier)
    ordinal = match.group("ordinal")
    return Flag("update", earlier, int(ordinal) + 1 if ordinal and 0 < int(ordinal) < 100 else 1)


def ordinal(number: int) -> str:
    """Return `1st`, `2nd`, `11th`."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


# --- what changed ----------------------------------------------------------------------------------------------------

_LABELS = {"correction": "correction", "update": "update", "kill": "withdrawn", "withheld": "withheld"}


def remark(release: Release, language: str) -> str:
    """Return what changed as one line, its label first (`Correction: …`); empty for a new release."""
    kind = step(release)
    if kind == "new":
        return ""
    words = change_words(release, language)
    label = wording(language)(_LABELS[kind])
    return f"{label}: {words}" if words else label


def change_words(release: Release, language: str) -> str:
    """Return what changed, what was wrong and what is right, on one line."""
    w = wording(language)
    change = release.change
    both = change.wrong and change.right
    said = (
        w("wrong_right", wrong=change.wrong, right=change.right)
        if both
        else w("wrong_only", wrong=change.wrong)
        if change.wrong
        else w("right_only", right=change.right)
        if change.right
        else ""
    )
    return " ".join(filter(None, (one_line(change.note), said)))


def read_remark(line: str) -> tuple[Step, Change] | None:
    """Return what a line says of an earlier version, in any language, or None where it is no such line."""
    label, colon, rest = line.partition(":")
    found = _labels().get(_folded(label))
    if found is None:
        told = changed(line, titled=True) if len(line) <= 200 else None
        return (told.change.kind, told.change) if told else None
    if not colon and one_line(line) != one_line(label):
        return None
    kind, language = found
    note, wrong, right = _parted(one_line(rest), language)
    if kind == "withheld":
        return kind, Change(note=note, wrong=wrong, right=right)
    return kind, Change(kind=kind, note=note, wrong=wrong, right=right)


def _folded(text: str) -> str:
    return one_line(text.replace("\u00a0", " ")).casefold()


@functools.cache
def _labels() -> dict[str, tuple[Step, str]]:
    found: dict[str, tuple[Step, str]] = {}
    steps: tuple[Step, ...] = ("correction", "update", "kill", "withheld")
    for language in ("en", *LANGUAGES):
        for kind in steps:
            shown = wording(language)(_LABELS[kind])
            for form in (shown, degraded(shown, "ascii", language)[0]):
                found.setdefault(_folded(form), (kind, language))
    return found


def _parted(text: str, language: str) -> tuple[str, str, str]:
    """Return note, what was wrong, what is right, out of one line of words."""
    if len(text) > _LONGEST:
        return text, "", ""
    for pattern in (p for own in (language, *LANGUAGES) for p in _patterns(own)):
        match = pattern.fullmatch(text)
        if match is not None:
            said = match.groupdict("")
            return said.get("note", ""), said.get("wrong", ""), said.get("right", "")
    return text, "", ""


@functools.cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns of the sentence that tells wrong and right, its marks as any charset has them."""
    found = []
    for key in ("wrong_right", "wrong_only", "right_only"):
        words = wording(language).words[key]
        for form in dict.fromkeys((words, degraded(words, "ascii", language)[0])):
            # The places' braces are no letters that a charset could lack.
            pattern = re.sub(r"[\"“”„«»‹›‚‘’]+", "\0", form.replace("``", "\0").replace("''", "\0"))
            pattern = re.escape(pattern).replace("\\\0", _MARKS).replace("\0", _MARKS)
            pattern = re.sub(r"\\? +|\u00a0", r"\\s*", pattern)
            pattern = pattern.replace(r"\{wrong\}", "(?P<wrong>.+?)").replace(r"\{right\}", "(?P<right>.+?)")
            found.append(re.compile(rf"(?:(?P<note>.+?) )?{pattern}", re.S))
    return tuple(found)
