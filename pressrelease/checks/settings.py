"""Which rules run for whom, how much each weighs, and within what limits: newsroom over profile over rule."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pressrelease.checks.profile import Profile
from pressrelease.checks.registry import Rules, UnknownRule
from pressrelease.checks.rule import Rule
from pressrelease.errors import Problem, near, shown
from pressrelease.findings import Severity, Where
from pressrelease.newsroom import Checks

HOUSE = "check"
"""The table of `newsroom.toml` that says it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold a rule that runs, with its options; `severity` overrules what a finding itself weighs."""

    rule: Rule
    options: Mapping[str, Any]
    severity: Severity | None = None


@functools.lru_cache(maxsize=64)
def settings(rules: Rules, profile: Profile, house: Checks) -> tuple[Setting, ...]:
    """Return the rules that run, in order, those that run last at the end.

    Raises UnknownRule with all that `house` and `profile` name and that is none: `check.off` is a field of the
    newsroom, `profile.off` one of the profile.
    """
    unknown = [*_unknown(rules, profile, "profile"), *_unknown(rules, house, HOUSE)]
    if unknown:
        raise UnknownRule.joined(unknown)
    on = {rule.id for rule in rules if rule.on}.union(profile.on).difference(profile.off)
    on = on.union(house.on).difference(house.off)
    weights = {**profile.severity, **house.severity}
    found = [
        Setting(rule, _options(rule, profile, house), weights.get(rule.id)) for rule in rules if rule.id in on
    ]
    return tuple(sorted(found, key=lambda s: s.rule.last))


def _unknown(rules: Rules, told: Profile | Checks, where: str) -> Iterator[UnknownRule]:
    for field in ("on", "off", "severity", "options"):
        for name in getattr(told, field):
            try:
                rules.get(name, Where(field=f"{where}.{field}"))
            except UnknownRule as error:
                yield error


def _options(rule: Rule, profile: Profile, house: Checks) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for at, told in (("profile", profile), (HOUSE, house)):
        for name, value in told.options.get(rule.id, {}).items():
            where = Where(field=f"{at}.options.{rule.id}.{name}")
            if name not in rule.options:
                advice = near(name, tuple(rule.options)) or "it has none"
                raise UnknownRule(Problem("no such option", where, shown(name), advice=advice))
            kind = type(rule.options[name])
            if type(value) is not kind:
                raise UnknownRule(Problem("not what this option holds", where, shown(value), _KINDS[kind]))
            found[name] = value
    return found


_KINDS = {
    int: "a whole number",
    float: "a number with a point",
    str: "a text",
    bool: "true or false",
    tuple: "a list",
}
"""What an option may hold; the type of its default says which."""
