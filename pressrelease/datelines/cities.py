"""Read the places a dateline opens with: cities, their states and countries, several in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressrelease.datelines.countries import country_ways
from pressrelease.datelines.credits import AGENCY, opens_no_dateline, spells
from pressrelease.datelines.parts import SPACE, Manners, opens_date
from pressrelease.datelines.places import (
    CITIES,
    CITY_STATES,
    SMALL,
    STAND_ALONE,
    capitals,
    restored,
    state_ways,
)
from pressrelease.model import Place
from pressrelease.patterns import literal


@dataclass(frozen=True, slots=True)
class Cities:
    """Places as read: the values, their pattern, and what speaks for them."""

    end: int
    pattern: str
    places: tuple[Place, ...]
    capitals: bool
    """Every city stands in capitals."""
    known: bool
    """A city that is known by name, or a state or country behind it."""
    located: bool
    """A known state or country stands behind a city."""
    words: int
    """The most words that one name has."""

    def spelt_by(self, credit: str) -> bool:
        """Return whether `credit` is only the initials of a name."""
        return any(spells(p.name, credit) for p in self.places)


@dataclass(frozen=True, slots=True)
class _Name:
    separator: str
    text: str


_WORD = re.compile(r"(?:['’]s-)?[^\W\d_](?:[\w'’`]|\.(?!-(?!-)|—|–)|-(?!-)(?=[^\W_]))*")
_AND = "und|and|et|y|e|en|och|og|i|&"
_ANDS = frozenset(_AND.split("|"))
_BETWEEN = re.compile(rf",?{SPACE}(?:{_AND}){SPACE}|{SPACE}?/{SPACE}?(?!{AGENCY}{SPACE}?/)|,{SPACE}")
_AND_BETWEEN = re.compile(rf",?{SPACE}(?:{_AND}){SPACE}")
_SPACE = re.compile(SPACE)
_NEXT = re.compile(rf"{SPACE}['’]?[^\W\d_]")
_SIGNATURE = re.compile(rf"{SPACE}\({AGENCY}\)")
_IN_BRACKETS = re.compile(rf"{SPACE}\([^\W\d_][\w. ]{{1,20}}\)(?=,|{SPACE}\()")
# `Frankfurt/Main` is one city: its river tells it from another of that name.
_RIVERS = frozenset(
    [
        "Main",
        "Oder",
        "Saale",
        "Lahn",
        "Neckar",
        "Donau",
        "Inn",
        "Ruhr",
        "Weser",
        "Elbe",
        "Rhein",
        "Spree",
        "Havel",
    ]
)
_MOST_NAMES, _MOST_WORDS = 8, 6


def cities_at(text: str, at: int, manners: Manners) -> Cities | None:
    """Read places that start at `at`, or return None where nothing there can be one."""
    names: list[_Name] = []
    separator = ""
    end = at
    while len(names) < _MOST_NAMES:
        name = _name(text, end + len(separator), first=not names)
        if not name:
            break
        if names and separator == "/" and name.title() in _RIVERS:
            names[-1] = _Name(names[-1].separator, f"{names[-1].text}/{name}")
        else:
            names.append(_Name(separator, name))
        end += len(separator) + len(name)
        between = _BETWEEN.match(text, end)
        if between is None or opens_date(text, between.end()):
            break
        separator = between.group()
    if not names or opens_no_dateline(names[0].text):
        return None
    return _assigned(names, end, manners)


def _name(text: str, at: int, *, first: bool) -> str:
    """Return the name at `at`: words that begin with a capital, small words between them; empty where there is none."""
    end = kept = at
    for count in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None or (count and opens_date(text, end)):
            break
        printed = word.group()
        bare = printed.rstrip("'’`")
        small = printed.islower() and printed in SMALL
        if small and (not count or printed in _ANDS):
            # `the Netherlands` is a country's name; no city starts small.
            if first or printed != "the":
                break
        elif not small and not bare.lstrip("'’s-")[:1].isupper() and not (count and bare == "a.M."):
            break
        end += len(bare)
        if not small:
            kept = end
        if not _NEXT.match(text, end):
            break
        end += 1
    brackets = _IN_BRACKETS.match(text, kept) if kept > at else None
    if brackets and not _SIGNATURE.match(brackets.group()):
        kept = brackets.end()
    return text[at:kept]


class _Row:
    """The places of a dateline while they are put together."""

    def __init__(self, manners: Manners) -> None:
        self.manners = manners
        self.places: list[dict[str, str]] = []
        self.pattern = ""
        self.capitals = True
        self.known = self.located = False
        self.words = 0

    def city(self, separator: str, printed: str) -> None:
        name = restored(printed)
        form = ":upper"
        if name == printed or capitals(name) != printed:
            name, form = printed, ""
        self.pattern += f"{literal(separator)}{{places.{len(self.places)}.name{form}}}"
        self.places.append({"name": name})
        self.capitals = self.capitals and printed == capitals(printed)
        self.known = self.known or name.lower() in CITIES
        self.words = max(self.words, len(_SPACE.split(name)))

    def where(self, separator: str, part: str, value: str, form: str) -> None:
        self.places[-1][part] = value
        spec = f":{form}" if form else ""
        self.pattern += f"{literal(separator)}{{places.{len(self.places) - 1}.{part}{spec}}}"

    def state(self, separator: str, printed: str) -> bool:
        last = self.places[-1]
        if "region" in last or "country" in last:
            return False
        for state, form in state_ways(printed):
            self.where(separator, "region", state.name, form)
            last["country"] = state.country
            self.known = self.located = True
            return True
        return False

    def country(self, separator: str, printed: str) -> bool:
        last = self.places[-1]
        for code, form in country_ways(printed, self.manners.languages):
            # A state names its country; printed all the same, it is the same one.
            if "country" in last and (
                last["country"] != code or f".{len(self.places) - 1}.country" in self.pattern
            ):
                return False
            self.where(separator, "country", code, form)
            self.known = self.located = True
            return True
        return False


def _assigned(names: list[_Name], end: int, manners: Manners) -> Cities:
    row = _Row(manners)
    several = any(_AND_BETWEEN.fullmatch(n.separator) for n in names)
    for i, name in enumerate(names):
        printed, separator = name.text, name.separator
        listed = not separator.startswith(",") or _AND_BETWEEN.fullmatch(separator)
        if i == 0 or listed or _is_city(row, printed, several):
            row.city(separator, printed)
        elif row.state(separator, printed) or row.country(separator, printed):
            continue
        elif several or "region" in row.places[-1] or "country" in row.places[-1]:
            row.city(separator, printed)
        else:
            row.where(separator, "region", printed, "")
    places = tuple(Place(**p) for p in row.places)
    return Cities(end, row.pattern, places, row.capitals, row.known, row.located, row.words)


def _is_city(row: _Row, printed: str, several: bool) -> bool:
    """Return whether a name after a comma is a city of its own, where it could be a state or country too."""
    low = printed.lower()
    if low not in CITIES and low not in CITY_STATES:
        return False
    last = row.places[-1]["name"]
    if not state_ways(printed) and not any(country_ways(printed, row.manners.languages)):
        return True
    if several:
        return True
    return (
        last.lower() in CITIES
        and last.lower() != low
        and STAND_ALONE.get(last) not in _codes(printed, row.manners)
    )


def _codes(printed: str, manners: Manners) -> set[str]:
    return {code for code, _ in country_ways(printed, manners.languages)} | {
        s.name for s, _ in state_ways(printed)
    }
