"""The look-up: which profile binds where, for what kind, on which day, under which conditions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from pressrelease.model import NoticeKind
from pressrelease.notices.profile import (
    ALIASES,
    Profile,
    Spot,
    above,
    jurisdictions,
    profiles,
)


def norms(
    jurisdiction: str,
    on: dt.date,
    *,
    kind: NoticeKind | None = None,
    conditions: Iterable[str] | None = None,
    place: Spot | None = None,
    own: Collection[Profile] = (),
) -> tuple[Profile, ...]:
    """Return every profile in force in `jurisdiction` on the day `on`, those of the union above it last.

    `conditions` are what holds of the offer or release (None: not asked). `place` is where the notice would stand.
    `own` are the house's, each in the place of the profile of its id, else behind the rest; where it has some, its
    jurisdiction need not be known here. Raises UnknownJurisdiction.
    """
    held = None if conditions is None else frozenset(conditions)
    found = [
        p
        for p in _with(own, _of(jurisdiction, on, also=bool(own)))
        if p.holds_on(on)
        and (kind is None or p.kind == kind)
        and (place is None or place in p.places)
        and (held is None or p.applies(held))
    ]
    replaced = {id for p in found for id in p.replaces}
    return tuple(p for p in found if p.id not in replaced)


def norm(
    jurisdiction: str,
    kind: NoticeKind,
    on: dt.date,
    conditions: Iterable[str] | None = None,
    *,
    place: Spot | None = None,
) -> Profile | None:
    """Return the first of `norms`; None where the law of that day asked for no such notice.

    >>> norm("DE", "editorial-responsibility", dt.date(2020, 8, 26)).citation
    '§ 55(2) RStV'
    """
    return next(iter(norms(jurisdiction, on, kind=kind, conditions=conditions, place=place)), None)


def _with(own: Iterable[Profile], law: Iterable[Profile]) -> Iterable[Profile]:
    return {p.id: p for p in (*law, *own)}.values()


def _of(jurisdiction: str, on: dt.date, *, also: bool = False) -> list[Profile]:
    """Return the profiles of a jurisdiction and of the unions above it; `also`: there are others, so none will do."""
    unions = above(jurisdiction, on)
    # A member state without profiles of its own is bound by the union's all the same.
    own = ALIASES.get(jurisdiction, jurisdiction) in jurisdictions() or not (unions or also)
    return [p for code in ((jurisdiction,) if own else ()) + unions for p in profiles(code)]
