"""Two clocks: what a dated release says is judged by the law of its day, what a page says now by the law of now.

Words that a release froze are never rewritten. They are printed as they stood, their faults are told, and the current
notice stands beside them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressrelease.model import Notice, Release
from pressrelease.newsroom import Newsroom
from pressrelease.notices.due import Due, current, day_of, due
from pressrelease.notices.law import norm
from pressrelease.notices.references import Cited, Reference, cited
from pressrelease.wording import notice_lines

FaultKind: TypeAlias = Literal["superseded", "not-yet", "never", "wrong-subject", "two-regimes"]
_SUBJECTS = {
    "provider": "imprint",
    "editorial-responsibility": "imprint",
    "inside-information": "inside information",
    "advertising": "advertising",
}
"""What a norm is about that a notice of that kind may cite."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A citation that was wrong on the day: what is wrong, and what was right."""

    kind: FaultKind
    cited: Cited
    message: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.message}\n  {self.advice}" if self.advice else self.message


@dataclass(frozen=True, slots=True)
class Standing:
    """How a notice that a release froze stands by the law of the release's day, and what the house says now."""

    path: str
    notice: Notice
    day: dt.date
    faults: tuple[Fault, ...]
    beside: tuple[Due, ...]
    """The house's current notices of that kind: what a live page shows beside it."""


def law_day(release: Release, newsroom: Newsroom | None, now: dt.datetime) -> dt.date:
    """Return the day whose law holds for `release`: that of its publication, of its dateline, else of `now` (aware)."""
    dateline = release.dateline
    if release.published is None and dateline is not None and dateline.date is not None:
        return dateline.date
    moment = release.published or now
    return day_of(moment, newsroom) if newsroom else moment.astimezone(dt.UTC).date()


def fulfilled(release: Release, newsroom: Newsroom, now: dt.datetime) -> Release:
    """Return `release` with what the newsroom gives it and the notices that are due, by the law of the release's day.

    Only kinds join of which neither the release nor the house has a notice of its own. A second time adds nothing.
    """
    whole = newsroom.completed(release)
    if newsroom.imprint is None:
        return whole
    kinds = {notice.kind for notice in whole.notices}
    if whole.provider is not None and whole.provider != newsroom.provider:
        kinds.add("provider")
    made = due(newsroom, law_day(whole, newsroom, now), release=whole, place="release")
    joining = tuple(d.notice for d in made if d.printed and d.notice and d.profile.kind not in kinds)
    return whole.changed(notices=(*whole.notices, *joining)) if joining else whole


def standings(
    release: Release, now: dt.datetime, *, newsroom: Newsroom | None = None, on: dt.date | None = None
) -> tuple[Standing, ...]:
    """Return how each notice of `release` stands by the law of the day `on` (default: `law_day`).

    `now` (aware) is the clock of what stands beside it.
    """
    day = on or law_day(release, newsroom, now)
    live = current(newsroom, now, language=_language(release, newsroom)) if newsroom else ()
    return tuple(
        Standing(
            f"notices.{i}",
            notice,
            day,
            tuple(faults(notice, day)),
            tuple(d for d in live if d.profile.kind == notice.kind and d.printed),
        )
        for i, notice in enumerate(release.notices)
    )


def _language(release: Release, newsroom: Newsroom) -> str:
    return newsroom.language if release.language == "und" else release.language


def faults(notice: Notice, day: dt.date) -> Iterator[Fault]:
    """Yield what the citations of `notice` have wrong by the law of `day`."""
    found = cited("\n\n".join(filter(None, (notice.heading, *notice_lines(notice)))))
    for one in found:
        yield from _of_one(one, notice, day)
    spans = [(one, one.reference.spans[-1].regime) for one in found if one.reference.spans]
    printed = next((one for one, regime in spans if regime == "print"), None)
    online = next((one for one, regime in spans if regime == "online"), None)
    if printed and online:
        yield Fault(
            "two-regimes",
            printed,
            f"“{printed.words}” is the label of print law, {online.words} is law for what is online",
            "keep to one of them",
        )


def _of_one(one: Cited, notice: Notice, day: dt.date) -> Iterator[Fault]:
    verdict = one.reference.verdict(day)
    span = one.reference.on(day)
    if verdict == "never":
        yield Fault("never", one, f"{one.words} never was a norm", "leave it out")
    elif verdict == "not-yet":
        first = one.reference.spans[0].valid_from
        message = f"{one.words} was not in force on {day}: it began on {first}"
        yield Fault("not-yet", one, message, _right(one.reference, notice, day))
    elif verdict == "superseded":
        message = f"{one.words} was not in force on {day}: {_history(one.reference)}"
        yield Fault("superseded", one, message, _right(one.reference, notice, day))
    elif span and notice.kind in _SUBJECTS and _differs(span.subject, _SUBJECTS[notice.kind], one.reference):
        message = f"{one.words} was about {span.subject} on {day}, not about what this notice says"
        yield Fault("wrong-subject", one, message, _right(one.reference, notice, day))


def _differs(subject: str, wanted: str, reference: Reference) -> bool:
    """Return whether a section has another subject; of a law cited as a whole it cannot be told."""
    return subject != wanted and any(span.subject == wanted for span in reference.spans)


def _history(reference: Reference) -> str:
    """Return since when a reference is no more: `no imprint norm since 2002-07-01, ended on 2007-02-28`."""
    first, last = reference.spans[0], reference.spans[-1]
    ended = f"it ended on {last.valid_until}"
    if first.subject == last.subject or first.valid_until is None:
        return ended
    return f"no {first.subject} norm since {first.valid_until + dt.timedelta(days=1)}, {ended}"


def _right(reference: Reference, notice: Notice, day: dt.date) -> str:
    """Return what to cite: the norm of the day for a notice of that kind."""
    right = norm(reference.jurisdiction, notice.kind, day, place="release")
    if right is not None:
        return f"the norm of that day is {right.citation}"
    return f"{reference.successor} came after it" if reference.successor else "leave it out"
