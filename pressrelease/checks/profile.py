"""Profiles: the limits of a wire or a house, as data in `profiles/*.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pressrelease.errors import PressReleaseError, Problem, near, shown
from pressrelease.findings import Where
from pressrelease.model import Frozen, Part
from pressrelease.model.values import ExtraField, Line, Words
from pressrelease.newsroom import Weights

_FOLDER = files("pressrelease.checks") / "profiles"


class UnknownProfile(PressReleaseError):
    """No profile of that name."""


class Profile(Part):
    """Say whose limits a release is judged by: which rules, how heavy, and within what limits."""

    name: Words
    """As users write it: `prnewswire`."""
    title: Words
    """As the field writes it: `PR Newswire`."""
    source: Line = ""
    """Who says so."""
    formats: tuple[Words, ...] = ()
    """Formats it takes a release in, by name: what they cannot carry is found (`notice-lost`)."""
    on: tuple[Words, ...] = ()
    """Rules that run beside the usual ones."""
    off: tuple[Words, ...] = ()
    """Rules that do not run."""
    severity: Weights = Frozen()
    """What a rule weighs here."""
    options: ExtraField = Frozen()
    """Options of rules, a table each."""


@functools.cache
def _all() -> Mapping[str, Profile]:
    found = {}
    for file in sorted((f for f in _FOLDER.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
        name = file.name.removesuffix(".toml")
        values: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
        found[name] = Profile(name=name, **values)
    return MappingProxyType(found)


def profiles() -> tuple[Profile, ...]:
    """Return every profile, by name."""
    return tuple(_all().values())


def profile(name: str, where: Where | None = None) -> Profile:
    """Return the profile `name`, asked for at `where`; raise UnknownProfile with its near match."""
    found = _all().get(name)
    if found is None:
        advice = near(name, tuple(_all()))
        raise UnknownProfile(Problem("no such profile", where or Where(), shown(name), advice=advice))
    return found
