"""What is due: the profiles that bind a house, filled with its facts, and what is missing and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from pressrelease.errors import Problem, near, shown
from pressrelease.findings import Where
from pressrelease.imprint import Condition, Imprint, Responsible
from pressrelease.model import Frozen, Notice, Release, zone_info
from pressrelease.newsroom import FILE_NAME, Newsroom
from pressrelease.notices.facts import FACTS, InvalidNotices, known, of_release
from pressrelease.notices.house import house_profiles
from pressrelease.notices.law import norms
from pressrelease.notices.profile import Profile, Spot, profiles
from pressrelease.patterns import fields, filled


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that a notice asks for and nobody told: its name, where to say it, why it is needed."""

    fact: str
    at: str
    why: str

    def __str__(self) -> str:
        return f"{self.at}: {self.why}"


@dataclass(frozen=True, slots=True)
class Due:
    """A profile that binds, the notice filled from the house's facts, and the facts that are missing.

    `notice` is None where what is missing leaves nothing to print.
    """

    profile: Profile
    notice: Notice | None
    missing: tuple[Missing, ...]
    language: str
    """Of its words: the one asked for where the profile has it, else English."""
    confirmed: bool
    """Whether the house has had the profile checked itself."""

    @property
    def binds(self) -> bool:
        """Whether the law asks for it for sure: a duty that was read, or one that the house had checked."""
        return self.profile.nature == "duty" and (self.profile.basis != "general" or self.confirmed)

    @property
    def printed(self) -> bool:
        """Whether it goes into documents: a duty that was read, or whatever the house confirmed."""
        return self.notice is not None and (self.binds or self.confirmed)


def due(
    newsroom: Newsroom,
    on: dt.date,
    *,
    release: Release | None = None,
    place: Spot | None = None,
    language: str = "",
) -> tuple[Due, ...]:
    """Return what the law of the day `on` asks of `newsroom`, for its offer or for `release`.

    Nothing is due where the newsroom has no `[imprint]`. `place` is where the notice would stand (None: anywhere),
    `language` a BCP 47 tag (default: that of the release or newsroom). Raises InvalidNotices, InvalidProfile,
    UnknownJurisdiction.
    """
    imprint = newsroom.imprint
    if imprint is None:
        return ()
    own = house_profiles(newsroom)
    _check_ids(newsroom, imprint, own)
    language = language or (release.language if release and release.language != "und" else newsroom.language)
    held = conditions(newsroom, release)
    found: list[Due] = []
    for profile in norms(imprint.jurisdiction, on, conditions=held, place=place, own=own):
        if profile.forms and imprint.form not in profile.forms:
            continue
        people = _answering(imprint, on) if "person" in profile.asked else ()
        for person in people or (None,):
            spoken = profile.spoken(language)
            values = known(newsroom, release, person, spoken)
            found.append(_filled(profile, imprint, values, person, spoken))
    return tuple(found)


def current(newsroom: Newsroom, now: dt.datetime, *, language: str = "") -> tuple[Due, ...]:
    """Return what a live page, feed or footer owes at `now` (aware): the law of that moment's day in the house's zone.

    What `Due.printed` says yes to is for the page; the rest informs.
    """
    return due(newsroom, day_of(now, newsroom), place="site", language=language)


def mail_footer(
    newsroom: Newsroom, on: dt.date, *, also: Iterable[Condition] = (), language: str = ""
) -> tuple[Due, ...]:
    """Return what a mail to named recipients owes on the day `on`: the footer of business letters, where one is due.

    `also` are conditions of this mail: `newsletter`, `commercial-mail`.
    """
    imprint = newsroom.imprint
    if imprint is None:
        return ()
    held = imprint.changed(when=tuple(dict.fromkeys((*imprint.when, *also))))
    return due(newsroom.changed(imprint=held), on, place="mail", language=language)


def day_of(moment: dt.datetime, newsroom: Newsroom) -> dt.date:
    """Return the day of an aware moment where the newsroom is; in UTC where it names no zone."""
    return moment.astimezone(zone_info(newsroom.time_zone) or dt.UTC).date()


def conditions(newsroom: Newsroom | None, release: Release | None = None) -> frozenset[str]:
    """Return what holds of the house's offer and, with a release, of that: what `when` says, and what follows.

    A release says it in front matter, under `extra.notices.when`.
    """
    imprint = newsroom.imprint if newsroom else None
    held: set[str] = set(imprint.when) if imprint else set()
    rights = release.rights if release and release.rights else newsroom.rights if newsroom else None
    if rights is not None and rights.data_mining == "reserved":
        held.add("data-mining-reserved")
    if release is not None:
        held.update(_said(release))
        if newsroom and release.publisher is not None and release.publisher != newsroom.publisher:
            held.add("third-party")
    if imprint is None or not imprint.responsible:
        held.discard("reviewed")  # a review without somebody who answers for it frees of nothing
    return frozenset(held)


def _said(release: Release) -> tuple[str, ...]:
    said = of_release(release, "when")
    words = (said,) if isinstance(said, str) else said if isinstance(said, tuple) else ()
    for word in words:
        if word not in get_args(Condition):
            raise InvalidNotices(
                Problem(
                    "no such condition",
                    Where(field="extra.notices.when"),
                    shown(word),
                    advice=near(str(word), list(get_args(Condition))),
                )
            )
    return words


def _check_ids(newsroom: Newsroom, imprint: Imprint, own: Iterable[Profile]) -> None:
    """Refuse ids that no profile has: what was confirmed or named by mistake would be passed over in silence."""
    ids = [p.id for p in (*profiles(), *own)]
    problems = [
        Problem(
            "no such notice profile",
            newsroom.placed(Where(FILE_NAME, field=f"imprint.{name}")),
            shown(id),
            advice=near(id, ids),
        )
        for name, said in (("confirmed", imprint.confirmed), ("labels", imprint.labels))
        for id in said
        if id not in ids
    ]
    if problems:
        raise InvalidNotices(*problems)


def _answering(imprint: Imprint, on: dt.date) -> tuple[Responsible, ...]:
    return tuple(person for person in imprint.responsible if person.answers_on(on))


def _filled(
    profile: Profile, imprint: Imprint, values: Mapping[str, str], person: Responsible | None, language: str
) -> Due:
    asked = (*profile.requires, *(profile.companies if imprint.form else ()))
    missing = tuple(
        Missing(name, FACTS[name].at, f"{FACTS[name].why} ({profile.citation})")
        for name in asked
        if name not in values
    )
    notice = _notice(profile, imprint, values, person, language)
    confirmed = profile.basis == "house" or profile.id in imprint.confirmed
    return Due(profile, notice, missing, language, confirmed)


def _notice(
    profile: Profile, imprint: Imprint, values: Mapping[str, str], person: Responsible | None, language: str
) -> Notice | None:
    """Return the notice; None where a sentence would have a hole, or nothing would stand beneath the label."""
    label = label_of(profile, imprint, language)
    common = {"kind": profile.kind, "jurisdiction": profile.jurisdiction}
    if profile.text is not None:
        wording = profile.text[language]
        if not all(values.get(place) for place in fields(wording)):
            return None
        return Notice(**common, heading=label, text=filled(wording, values))
    if "person" in profile.asked:
        return _of_person(profile, common, label, values, person, language)
    if not profile.asked:
        return Notice(**common, label=label)
    text = _told(profile, values, language)
    return Notice(**common, heading=label, text=text) if "name" in values and text else None


def _of_person(
    profile: Profile,
    common: Mapping[str, str],
    label: str,
    values: Mapping[str, str],
    person: Responsible | None,
    language: str,
) -> Notice | None:
    if person is None:
        return None
    shown_ = {name: value for name, value in values.items() if name not in ("person", "conditions")}
    text = _told(profile, shown_, language)
    label += f" ({person.part})" if person.part else ""
    layout = "{label} : {person}" if language == "fr" else "{label}: {person}"
    layout += ("\n\n{text}" if "\n" in text else ", {text}") if text else ""
    return Notice.model_validate(
        {**common, "label": label, "person": person.name, "text": text, "layout": layout}
    )


def label_of(profile: Profile, imprint: Imprint, language: str) -> str:
    """Return the label: the fixed one, else the house's, else the customary one; cited where the house cites."""
    plain = profile.label[language]
    if profile.fixed:
        return plain
    own = imprint.labels.get(profile.id)
    if not imprint.cite or profile.nature == "practice":
        return own or plain
    if own is None and profile.cited is not None:
        return profile.cited[language]
    return f"{own or plain} ({profile.citation})"


def _told(profile: Profile, values: Mapping[str, str], language: str) -> str:
    """Return the facts as paragraphs, in the order of the table of facts."""
    shown_ = [fact for name, fact in FACTS.items() if name in profile.asked and values.get(name)]
    if values.get("name", "").endswith(values.get("form", "-")):
        shown_ = [fact for fact in shown_ if fact.name != "form"]  # `Example GmbH` says it already
    statutory = profile.statutory or Frozen()

    def words(name: str) -> str:
        own = statutory.get(name)
        return own.replace("{}", values[name]) if own else FACTS[name].printed(values[name], language)

    return "\n\n".join(
        ", ".join(words(fact.name) for fact in group)
        for _, group in groupby(shown_, key=lambda f: f.paragraph)
    )
