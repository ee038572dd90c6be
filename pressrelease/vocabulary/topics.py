"""IPTC Media Topics and their way to the older Subject Codes."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from pressrelease.model import Subject

_HERE = Path(__file__).resolve().parent
Match = Literal["", "exact", "close", "broad"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One Media Topic: `code` (8 digits), the broader topic's code, and the Subject Code that stands nearest."""

    code: str
    broader: str
    retired: bool
    match: Match
    """How near: `exact`, `close`, `broad` (the Subject Code says more), or nothing where there is none."""
    subject: str
    """Subject Code, 8 digits, or empty."""
    names: Mapping[str, str]
    """Name by language tag."""

    def name(self, language: str = "en") -> tuple[str, str]:
        """Return the name in `language` (BCP 47) or English, and the tag of the language it is in."""
        for tag in (language, language.split("-")[0], "en"):
            if tag in self.names:
                return self.names[tag], tag
        return "", ""


@functools.cache
def topics() -> Mapping[str, Topic]:
    """Return every Media Topic of the table by its code."""
    head, *lines = (_HERE / "mediatopics.tsv").read_text("utf-8").splitlines()
    languages = head.split("\t")[5:]
    found = {}
    for line in lines:
        code, broader, retired, match, subject, *names = line.split("\t")
        named = {language: name for language, name in zip(languages, names, strict=True) if name}
        found[code] = Topic(code, broader, bool(retired), cast(Match, match), subject, named)
    return found


@functools.cache
def _subjects() -> Mapping[str, str]:
    _, *lines = (_HERE / "subjectcodes.tsv").read_text("utf-8").splitlines()
    return {code: name for code, _, name in (line.partition("\t") for line in lines)}


def topic(code: str) -> Topic | None:
    """Return the Media Topic with `code` (`20000349`), or None where the table does not know it."""
    return topics().get(code)


def subject_words(subject: Subject, language: str) -> tuple[str, str]:
    """Return what `subject` is called, and the language of that: its own name, else IPTC's name for its code.

    Both are empty for a code that nobody here knows.
    """
    if subject.name:
        return subject.name, language
    scheme, _, code = subject.code.partition(":")
    if scheme == "medtop" and (known := topic(code)) is not None:
        return known.name(language)
    name = subject_name(code) if scheme == "subj" else ""
    return (name, "en") if name else ("", "")


def subject_code(code: str) -> tuple[str, Match]:
    """Return the Subject Code nearest to the Media Topic `code`, and how near; both empty where there is none.

    A topic without one of its own takes that of the nearest broader topic, which is then a `broad` match.
    """
    known: Mapping[str, Topic] = topics()
    match: Match = ""
    found = known.get(code)
    for _ in range(10):  # the vocabulary is six levels deep; a slip in the table must not turn in a circle
        if found is None or found.subject:
            break
        found, match = known.get(found.broader), "broad"
    return (found.subject, match or found.match) if found is not None and found.subject else ("", "")


@functools.cache
def _by_subject() -> Mapping[str, Topic]:
    """Return the Media Topic of each Subject Code that says the same, or nearly: one in use before a retired one."""
    found: dict[str, Topic] = {}
    order = {"exact": 0, "close": 1}
    for known in sorted(topics().values(), key=lambda t: (order.get(t.match, 2), t.retired)):
        if known.match in order:
            found.setdefault(known.subject, known)
    return found


def media_topic(code: str) -> tuple[str, Match]:
    """Return the Media Topic nearest to the Subject Code `code`, and how near; both empty where there is none.

    A code without a topic of its own takes that of its matter or subject (`01001003`, `01001000`, `01000000`), which is
    then a `broad` match.
    """
    match: Match = ""
    for wider in (code, f"{code[:5]}000", f"{code[:2]}000000"):
        found = _by_subject().get(wider)
        if found is not None and subject_name(code):
            return found.code, match or found.match
        match = "broad"
    return "", ""


def successor(code: str) -> tuple[str, Match]:
    """Return the topic to use instead of the retired Media Topic `code`, and how near; both empty where none is known.

    That is the topic in use that has the same Subject Code, else the nearest broader one in use.
    """
    found = topic(code)
    if found is None or not found.retired:
        return "", ""
    same = _by_subject().get(found.subject)
    if found.match == "exact" and same is not None and not same.retired:
        return same.code, same.match
    for _ in range(10):  # see `subject_code`
        found = topic(found.broader)
        if found is None:
            break
        if not found.retired:
            return found.code, "broad"
    return "", ""


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that topics have names in."""
    return tuple(dict.fromkeys(tag for known in topics().values() for tag in known.names))


def subject_name(code: str) -> str:
    """Return the English name of a Subject Code, or an empty string."""
    return _subjects().get(code, "")
