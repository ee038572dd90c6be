"""Who answers for a release, and by which norm that is judged."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.checks.case import Case
from pressrelease.model import Notice
from pressrelease.notices import Profile, jurisdictions, norm


@dataclass(frozen=True, slots=True)
class Answering:
    """Hold a notice of responsibility, the norm of its country on the day of the release, and its place."""

    notice: Notice
    norm: Profile
    path: str


def answering(case: Case) -> Iterator[Answering]:
    """Yield each notice of responsibility whose country is known: by itself, else by the newsroom's imprint."""
    imprint = case.newsroom.imprint if case.newsroom else None
    for i, notice in enumerate(case.release.notices):
        country = notice.jurisdiction or (imprint.jurisdiction if imprint else "")
        if notice.kind != "editorial-responsibility" or not country or country not in jurisdictions():
            continue
        profile = _norm(country, case.law_day)
        if profile is not None:
            yield Answering(notice, profile, f"notices.{i}.person" if notice.person else f"notices.{i}")


@functools.lru_cache(maxsize=256)
def _norm(country: str, day: dt.date) -> Profile | None:
    """Return the norm of a day; the same is asked for again and again in a folder of releases."""
    return norm(country, "editorial-responsibility", day, place="release")
