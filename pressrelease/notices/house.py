"""Profiles of the house's own: `[[imprint.profiles]]`, judged like those of the law."""

from __future__ import annotations

import functools
from typing import Any

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.imprint import HouseProfile
from pressrelease.newsroom import FILE_NAME, Newsroom
from pressrelease.notices.profile import InvalidProfile, Profile, made, problems_of


def house_profiles(newsroom: Newsroom) -> tuple[Profile, ...]:
    """Return the profiles that `newsroom` has of its own; raise InvalidProfile with every problem and its place."""
    imprint = newsroom.imprint
    if imprint is None or not imprint.profiles:
        return ()
    try:
        return _read(imprint.profiles, imprint.jurisdiction)
    except InvalidProfile as error:
        raise error.placed(newsroom.placed) from None


@functools.lru_cache(maxsize=16)
def _read(told: tuple[HouseProfile, ...], jurisdiction: str) -> tuple[Profile, ...]:
    problems: list[Problem] = []
    found: dict[str, Profile] = {}
    for number, one in enumerate(told):
        where = f"imprint.profiles.{number}"
        entry = _entry(one)
        faults = problems_of(entry, FILE_NAME, where)
        if one.id in found:
            faults.append(
                Problem("an id that stands twice", Where(FILE_NAME, field=f"{where}.id"), shown(one.id))
            )
        problems += faults
        if not faults:
            given = {"jurisdiction": jurisdiction, "checked_on": one.checked_on, "statutory": None}
            found[one.id] = made(entry, given)
    if problems:
        raise InvalidProfile(*problems)
    return tuple(found.values())


def _entry(told: HouseProfile) -> dict[str, Any]:
    """Return it as an entry of a file of profiles."""
    lists = {name: list(getattr(told, name)) for name in ("when", "unless", "requires", "may", "places")}
    days = {"from": told.since, "until": told.until}
    return {
        "id": told.id,
        "kind": told.kind,
        "label": dict(told.label),
        **({"text": dict(told.text)} if told.text else {}),
        **lists,
        **{name: day for name, day in days.items() if day},
        **{name: getattr(told, name) for name in ("citation", "source", "omit")},
        "nature": "duty" if told.duty else "practice",
        "basis": "house",
        "confidence": "high",
    }
