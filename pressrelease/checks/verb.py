"""The verb: a release in, findings out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pressrelease.checks.case import Case
from pressrelease.checks.place import Places
from pressrelease.checks.profile import Profile
from pressrelease.checks.profile import profile as named
from pressrelease.checks.registry import DEFAULT, Rules
from pressrelease.checks.settings import settings
from pressrelease.findings import Finding
from pressrelease.formats.registry import Source
from pressrelease.model import Release
from pressrelease.model.values import aware
from pressrelease.newsroom import Checks, Newsroom, utc_now


def check(
    release: Release,
    *,
    newsroom: Newsroom | None = None,
    source: str | Source | None = None,
    others: Sequence[Release] = (),
    profile: str | Profile | None = None,
    now: dt.datetime | None = None,
    rules: Rules = DEFAULT,
) -> list[Finding]:
    """Return what the rules find in `release`, in the order of its source.

    The release is judged as `newsroom` would publish it at `now` (aware; default: the present), by the limits of
    `profile` (a name, or a Profile; default: the newsroom's). `source` is the text it was read from, so that findings
    have a line and column; `others` are its earlier versions and translations. It informs; it is no legal advice.
    Raises PressReleaseError: UnknownProfile, UnknownRule, InvalidRelease where `now` has no zone.
    """
    now = utc_now() if now is None else now
    aware(now)
    house = newsroom.check if newsroom else Checks()
    profile = named(profile or house.profile) if not isinstance(profile, Profile) else profile
    text, file = _text(source)
    case = Case(
        release=newsroom.completed(release) if newsroom else release,
        own=release,
        now=now,
        profile=profile,
        newsroom=newsroom,
        source=text,
        file=file,
        others=others,
    )
    places = Places(case.release, case.passages, text, file)
    found = []
    for setting in settings(rules, profile, house):
        rule = setting.rule
        for hit in rule.run(case, **setting.options) if rule.judges(case) else ():
            where, edit = places.where(hit)
            severity = setting.severity or hit.severity or rule.severity
            found.append(Finding(rule.id, severity, hit.message, where, hit.fix, edit))
    return sorted(found, key=_by_place)


def _text(source: str | Source | None) -> tuple[str, str]:
    if isinstance(source, Source):
        return source.text()[0], source.file
    return source or "", ""


def _by_place(finding: Finding) -> tuple[int, int, str, str]:
    where = finding.where
    return where.line or 0, where.column or 0, finding.code, finding.message
