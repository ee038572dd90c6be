"""Notice profiles: what the law of a place asks of a notice of one kind, from one day until another.

They stand in `profiles/`, one TOML file a jurisdiction; each is checked when it is loaded.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from pressrelease.errors import PressReleaseError, Problem, near, shown
from pressrelease.findings import Where
from pressrelease.imprint import Condition
from pressrelease.model import NoticeKind
from pressrelease.notices.facts import FACTS
from pressrelease.patterns import fields as places_in

Basis: TypeAlias = Literal["statute", "secondary", "general", "house"]
Confidence: TypeAlias = Literal["high", "medium", "low"]
Nature: TypeAlias = Literal["duty", "practice"]
Spot: TypeAlias = Literal["release", "site", "mail", "print"]
_FOLDER = Path(__file__).resolve().parent / "profiles"
_GIVEN = ("jurisdiction", "checked_on", "statutory")
ALIASES = {"GB": "UK"}
"""Codes that go by another one here."""


class InvalidProfile(PressReleaseError):
    """A notice profile that cannot be: every problem of its file, each with the profile's id and field."""


class UnknownJurisdiction(PressReleaseError):
    """A jurisdiction of which no profile is known."""


class UnknownProfile(PressReleaseError):
    """An id that no profile has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one jurisdiction asks of a notice of one kind; both days are the first and the last."""

    id: str
    jurisdiction: str
    kind: NoticeKind
    when: tuple[Condition, ...]
    """It applies where one of these holds …"""
    label: Mapping[str, str]
    """By language, the local one first; without citation. Wording and cited labels speak the same languages."""
    citation: str
    """The norm."""
    source: str
    """Where that was read, and what about it is uncertain."""
    basis: Basis
    """The statute's own text, secondary pages, general knowledge, or the house itself."""
    confidence: Confidence
    checked_on: dt.date
    omit: str
    """Where it may be left out."""
    nature: Nature = "duty"
    """Whether the law asks for it, or good practice."""
    valid_from: dt.date | None = None
    """None: the first day was not checked."""
    valid_until: dt.date | None = None
    """None: no end is known."""
    unless: tuple[Condition, ...] = ()
    """… and none of these."""
    forms: tuple[str, ...] = ()
    """Legal forms it binds; empty: all."""
    places: tuple[Spot, ...] = ("release", "site")
    """Where it stands."""
    requires: tuple[str, ...] = ()
    """Facts it asks for."""
    companies: tuple[str, ...] = ()
    """Facts it asks of a house with a legal form."""
    may: tuple[str, ...] = ()
    """Facts it shows where the house has them."""
    replaces: tuple[str, ...] = ()
    """Profiles whose duty it fulfils too."""
    cited: Mapping[str, str] | None = None
    """Labels with the citation, where custom sets it in words of its own."""
    text: Mapping[str, str] | None = None
    """Wording with `{fact}` places; None: the facts one by one."""
    fixed: bool = False
    """Whether the words are fixed, so that no house label takes their place."""
    statutory: Mapping[str, str] | None = None
    """How the jurisdiction prints single facts in any language: `UID: {}`."""

    def holds_on(self, day: dt.date) -> bool:
        """Return whether `day` lies between its days, both included."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def applies(self, conditions: frozenset[str]) -> bool:
        """Return whether `conditions` are those under which it binds."""
        return not conditions.isdisjoint(self.when) and conditions.isdisjoint(self.unless)

    def spoken(self, language: str) -> str:
        """Return the language of its words nearest to `language` (a BCP 47 tag): that one, else English."""
        primary = language.partition("-")[0].lower()
        return primary if primary in self.label else "en"

    def is_old(self, on: dt.date) -> bool:
        """Return whether it was last checked more than a year before the day `on`."""
        return (on - self.checked_on).days > 366

    @property
    def asked(self) -> tuple[str, ...]:
        """Every fact it may show."""
        return (*self.requires, *self.companies, *self.may)


@dataclass(frozen=True, slots=True)
class _File:
    profiles: tuple[Profile, ...]
    members: Mapping[str, Mapping[str, dt.date]]


def profiles(jurisdiction: str = "") -> tuple[Profile, ...]:
    """Return the profiles of a jurisdiction in their files' order, or of all; raise UnknownJurisdiction."""
    files = _files()
    if not jurisdiction:
        return tuple(p for file in files.values() for p in file.profiles)
    code = ALIASES.get(jurisdiction, jurisdiction)
    if code not in files:
        raise UnknownJurisdiction(
            Problem(
                "no notice profile of this jurisdiction is known",
                found=shown(jurisdiction),
                expected=f"one of {', '.join(jurisdictions())}",
            )
        )
    return files[code].profiles


def profile(id: str) -> Profile:
    """Return the profile of that id; raise UnknownProfile with the nearest."""
    known = {p.id: p for p in profiles()}
    if id not in known:
        raise UnknownProfile(Problem("no such notice profile", found=shown(id), advice=near(id, [*known])))
    return known[id]


def jurisdictions() -> tuple[str, ...]:
    """Return the codes of the jurisdictions that have profiles of their own, sorted."""
    return tuple(_files())


def above(jurisdiction: str, on: dt.date) -> tuple[str, ...]:
    """Return the unions whose law binds in `jurisdiction` on that day too."""
    code = ALIASES.get(jurisdiction, jurisdiction)
    return tuple(
        union
        for union, file in _files().items()
        if code in file.members and on <= file.members[code].get("until", dt.date.max)
    )


@functools.cache
def _files() -> Mapping[str, _File]:
    read = (load(file.read_text("utf-8"), file.name) for file in sorted(_FOLDER.glob("*.toml")))
    return {file.profiles[0].jurisdiction: file for file in read}


def load(text: str, file: str) -> _File:
    """Read the text of a file of profiles; raise InvalidProfile with every problem."""
    data = tomllib.loads(text)
    given = {
        "jurisdiction": data["jurisdiction"],
        "checked_on": data["checked_on"],
        "statutory": data.get("words"),
    }
    entries = [(str(entry.get("id", number)), entry) for number, entry in enumerate(data["profile"])]
    problems = [problem for id, entry in entries for problem in problems_of(entry, file, id)]
    problems += _doubled([id for id, _ in entries], file)
    if problems:
        raise InvalidProfile(*problems)
    return _File(tuple(made(entry, given) for _, entry in entries), data.get("members", {}))


def made(entry: Mapping[str, Any], given: Mapping[str, Any]) -> Profile:
    """Return the profile that `entry` of a file is, with what is `given` for all of that file."""
    named = {"from": "valid_from", "until": "valid_until"}
    values = {named.get(key, key): _settled(value) for key, value in entry.items()}
    return Profile(**given, **values)


def _settled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


_FIELDS = {f.name: f for f in fields(Profile)}
_KEYS = ({*_FIELDS} - {*_GIVEN, "valid_from", "valid_until"}) | {"from", "until"}
_NEEDED = {n for n, f in _FIELDS.items() if f.default is MISSING} - {*_GIVEN}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(NoticeKind),
    "when": get_args(Condition),
    "unless": get_args(Condition),
    "basis": get_args(Basis),
    "confidence": get_args(Confidence),
    "nature": get_args(Nature),
    "places": get_args(Spot),
    "requires": tuple(FACTS),
    "companies": tuple(FACTS),
    "may": tuple(FACTS),
}


def problems_of(entry: Mapping[str, Any], file: str, path: str) -> list[Problem]:
    """Return what is wrong with the profile at `path` of `file`: names, choices, days, places of its wording."""

    def at(name: str) -> Where:
        return Where(file, field=f"{path}.{name}")

    found = [Problem("no such field", at(k), advice=near(k, sorted(_KEYS))) for k in entry if k not in _KEYS]
    found += [Problem("missing", at(name)) for name in sorted(_NEEDED - {*entry})]
    for name, known in _CHOICES.items():
        value = entry.get(name, [])
        said = value if isinstance(value, list) else [value]
        found += [
            Problem("not one of the known words", at(name), shown(word), advice=near(str(word), [*known]))
            for word in said
            if word not in known
        ]
    first, last = entry.get("from"), entry.get("until")
    if first and last and last < first:
        found.append(Problem("a last day before the first", at("until"), str(last), f"{first} or later"))
    return found + _of_words(entry, at)


def _of_words(entry: Mapping[str, Any], at: Callable[[str], Where]) -> list[Problem]:
    asked = {*entry.get("requires", ()), *entry.get("companies", ()), *entry.get("may", ())}
    languages = {*entry.get("label", {"en": ""})}
    if "en" not in languages:
        return [Problem("no English words", at("label"))]
    uneven = [
        Problem("other languages than the label", at(name), expected=", ".join(sorted(languages)))
        for name in ("text", "cited")
        if name in entry and {*entry[name]} != languages
    ]
    return uneven + [
        Problem("a place for a fact that is not asked for", at(f"text.{language}"), shown(place))
        for language, words in entry.get("text", {}).items()
        for place in places_in(words)
        if place not in asked
    ]


def _doubled(ids: list[str], file: str) -> list[Problem]:
    twice = sorted({id for id in ids if ids.count(id) > 1})
    return [Problem("an id that stands twice", Where(file, field=id)) for id in twice]
