"""The verb: a release in, findings out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressrelease.checks.case import Case
from pressrelease.checks.place import Places
from pressrelease.checks.profile import Profile, UnknownProfile
from pressrelease.checks.profile import profile as named
from pressrelease.checks.registry import DEFAULT, Rules, UnknownRule
from pressrelease.checks.rule import Hit
from pressrelease.checks.settings import HOUSE, Setting, settings
from pressrelease.findings import SEVERITIES, Finding, Severity, Where
from pressrelease.formats.registry import Source
from pressrelease.model import Release
from pressrelease.model.values import universal
from pressrelease.newsroom import Checks, Newsroom, utc_now
from pressrelease.notices import fulfilled

_MOST = 100
"""Findings of one rule that are told of one release."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """Hold what was found in a release, and what was found but is excused, each with the reason."""

    findings: tuple[Finding, ...]
    excused: tuple[tuple[Finding, str], ...] = ()


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
    return list(
        judged(
            release, newsroom=newsroom, source=source, others=others, profile=profile, now=now, rules=rules
        ).findings
    )


def judged(
    release: Release,
    *,
    newsroom: Newsroom | None = None,
    source: str | Source | None = None,
    others: Sequence[Release] = (),
    profile: str | Profile | None = None,
    now: dt.datetime | None = None,
    rules: Rules = DEFAULT,
    noticed: Sequence[Finding] = (),
) -> Judgment:
    """Return what `check` finds, and what it would find but for the release's excuses.

    `noticed` is what the reader of `release` found: it is told among the rest, with its place, unless a rule of the
    same name tells it.
    """
    now = utc_now() if now is None else universal(now)
    profile, running = _chosen(rules, newsroom, profile)
    text, file = _text(source)
    verdicts: dict[str, bool | None] = dict.fromkeys(rules.ids)
    verdicts.update((f.code, True) for f in noticed)
    case = Case(
        release=fulfilled(release, newsroom, now) if newsroom else release,
        own=release,
        now=now,
        profile=profile,
        newsroom=newsroom,
        source=text,
        file=file,
        others=others,
        verdicts=verdicts,
    )
    places = Places(case)
    found = [
        *_found(case, places, running, verdicts),
        *_noticed(noticed, places, rules),
    ]
    found.sort(key=_by_place)
    excuses = release.excuses
    return Judgment(
        tuple(f for f in found if not excuses.get(f.code)),
        tuple((f, excuses[f.code]) for f in found if excuses.get(f.code)),
    )


def _chosen(
    rules: Rules, newsroom: Newsroom | None, asked: str | Profile | None
) -> tuple[Profile, tuple[Setting, ...]]:
    """Return the profile and the rules that run by it; an error of the newsroom's names file and line."""
    house = newsroom.check if newsroom else Checks()
    try:
        if isinstance(asked, Profile):
            profile = asked
        else:
            profile = named(asked) if asked else named(house.profile, Where(field=f"{HOUSE}.profile"))
        return profile, settings(rules, profile, house)
    except (UnknownProfile, UnknownRule) as error:

        def place(where: Where) -> Where:
            return newsroom.placed(where) if newsroom and where.field.startswith(f"{HOUSE}.") else where

        raise error.placed(place) from None


def _found(
    case: Case, places: Places, running: Sequence[Setting], verdicts: dict[str, bool | None]
) -> Iterator[Finding]:
    """Yield what the rules that run find in `case`; `verdicts` are filled on the way."""
    for setting in running:
        rule, count = setting.rule, 0
        for hit in rule.run(case, **setting.options) if rule.judges(case) else ():
            count += 1
            if count > _MOST:
                hit = Hit(f"more than {_MOST} of these; the rest is left out")
            where, edit = places.where(hit)
            severity = setting.severity or hit.severity or rule.severity
            yield Finding(rule.id, severity, hit.message, where, hit.fix, edit)
            if count > _MOST:
                break
        verdicts[rule.id] = count > 0


def _noticed(findings: Sequence[Finding], places: Places, rules: Rules) -> Iterator[Finding]:
    """Yield what a reader found, where it says only the field with the line at which that begins."""
    for finding in findings:
        if finding.code in rules.ids:
            continue
        where = finding.where
        if where.line is None and where.field:
            path = re.sub(r"^story\.(?=\d)", "story.blocks.", where.field)
            begins, _ = places.where(Hit(finding.message, path))
            where = replace(begins, field=path, length=None)
        yield replace(finding, where=replace(where, file=where.file or places.file))


def gate(
    release: Release,
    newsroom: Newsroom,
    *,
    source: str | Source | None = None,
    others: Sequence[Release] = (),
    now: dt.datetime | None = None,
    rules: Rules = DEFAULT,
) -> list[Finding]:
    """Return the findings in `release` that stop a build of `newsroom`: none where it has no gate (`[check] gate`).

    Only what the public sees at `now` is judged. The rest is as in `check`.
    """
    now = utc_now() if now is None else universal(now)
    least = newsroom.check.gate
    if not least or not newsroom.completed(release).is_public(now):
        return []
    found = check(release, newsroom=newsroom, source=source, others=others, now=now, rules=rules)
    return [finding for finding in found if weighs(finding, least)]


def weighs(finding: Finding, least: Severity) -> bool:
    """Return whether `finding` is as severe as `least`, or more."""
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index(least)


def _text(source: str | Source | None) -> tuple[str, str]:
    if isinstance(source, Source):
        return source.text()[0], source.file
    return source or "", ""


def _by_place(finding: Finding) -> tuple[int, int, str, str]:
    where = finding.where
    return where.line or 0, where.column or 0, finding.code, finding.message
