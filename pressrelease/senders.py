"""Senders: the habits of those whose releases a newsroom receives, written down once in `newsroom.toml`.

A sender is known by the file and format it sends (before its data is read) or by what the release says of itself (its
credit, its provider). What is set here holds for its releases alone, and only where they say nothing better.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Annotated, Any

from pydantic import AfterValidator, model_validator

from pressrelease.findings import Finding, Where
from pressrelease.model import Dateline, Frozen, Part, Release, Subject
from pressrelease.model.values import ExtraField, Language, Line, Words, Zone, wrong


def _charset(value: str) -> str:
    if value and not re.fullmatch("iso646-[a-z]{2}", value):  # the national variants of ISO 646 are no codecs
        try:
            text = codecs.lookup(value)._is_text_encoding
        except (LookupError, ValueError):
            text = False
        if not text:
            raise wrong("no such charset", "a name such as latin-1, cp1252, utf-8 or iso646-de")
    return value


def _codes(codes: Frozen) -> Frozen:
    for own, code in codes.items():
        if not isinstance(code, str) or not code:
            raise wrong(f"{own} stands for no subject", 'a code or name, such as "medtop:04000000"')
    return codes


class Match(Part):
    """`match`: by what a sender is known; all that is given must fit."""

    format: Line = ""
    """Name of the format it sends in."""
    file: Line = ""
    """Glob of its files, `*` across folders too: `*/inbox/exw-*.txt`."""
    credit: Line = ""
    """Agency credit of its datelines, whatever its capitals."""
    provider: Line = ""
    """Name of the provider or publisher that its releases name, whatever its capitals."""

    @model_validator(mode="after")
    def _says_something(self) -> Match:
        if not (self.format or self.file or self.by_content):
            raise wrong("nothing to know the sender by", "one of format, file, credit, provider")
        return self

    @property
    def by_content(self) -> bool:
        """Whether the release has to be read first."""
        return bool(self.credit or self.provider)

    def fits_data(self, format: str, file: str) -> bool:
        """Return whether data in `format` from `file` may be the sender's."""
        return (not self.format or self.format == format) and (
            not self.file or fnmatchcase(file.replace("\\", "/"), self.file)
        )

    def fits_release(self, release: Release) -> bool:
        """Return whether what the release says of itself is what the sender's say."""
        credit = release.dateline.credit if release.dateline else ""
        houses = [house for house in (release.provider, release.publisher) if house]
        names = {name.casefold() for house in houses for name in (house.name, house.legal_name) if name}
        return (not self.credit or self.credit.casefold() == credit.casefold()) and (
            not self.provider or self.provider.casefold() in names
        )


class Trust(Part):
    """`trust`: what of a sender's releases is taken at its word."""

    embargo: bool = True
    """False: a release with an embargo is held, whatever time it gives, until somebody has looked."""
    id: bool = True
    """False: its ids are not used; the newsroom makes its own, and the sender's stands in `extra`."""


class Sender(Part):
    """`[[senders]]`: one sender's habits."""

    name: Words
    """As people call it."""
    match: Match
    """By what it is known; the first sender that fits is taken."""
    charset: Annotated[Line, AfterValidator(_charset)] = ""
    """Charset of its data where no byte order mark says another."""
    language: Language = "und"
    """Language of releases that name none."""
    time_zone: Zone = ""
    """IANA zone of times that name none."""
    dateline_style: Line = ""
    """Named style of datelines that were not set in one."""
    codes: Annotated[ExtraField, AfterValidator(_codes)] = Frozen()
    """Its own codes or category names, and the subject each stands for: `{WIR = "medtop:04000000"}`."""
    trust: Trust = Trust()
    """What is taken at its word."""

    def applied(self, release: Release, file: str = "") -> tuple[Release, tuple[Finding, ...]]:
        """Return `release` with the sender's habits, and what there is to tell of them."""
        values: dict[str, Any] = {"subjects": (*release.subjects, *self._stand_for(release.subjects))}
        if release.language == "und":
            values["language"] = self.language
        if release.dateline is not None:
            values["dateline"] = self._completed(release.dateline)
        kept, findings = {}, []
        embargo = release.embargo
        if embargo is not None and embargo.until is not None and not self.trust.embargo:
            kept["sender:embargo"] = embargo.until.isoformat()
            values["embargo"] = embargo.changed(until=None, binding=True)
            findings.append(self._told("embargo-not-trusted", "held until somebody has looked", file))
        if release.id and not self.trust.id:
            kept["sender:id"] = release.id
            values["id"] = ""
            findings.append(self._told("id-not-trusted", "the id was put aside, into `extra`", file))
        if kept:
            values["extra"] = {**release.extra, **kept}
        changed = {name: value for name, value in values.items() if getattr(release, name) != value}
        return release.changed(**changed) if changed else release, tuple(findings)

    def _completed(self, dateline: Dateline) -> Dateline:
        zone = self.time_zone if dateline.time is not None and not dateline.zone else dateline.zone
        set_in_one = dateline.style or dateline.layout
        return dateline.changed(zone=zone, style=dateline.style if set_in_one else self.dateline_style)

    def _stand_for(self, subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
        """Return the subjects that the sender's own codes and names stand for; they are kept beside them."""
        known = {code for s in subjects for code in (s.code, s.name)}
        found = dict.fromkeys(
            str(self.codes[own])
            for subject in subjects
            for own in (subject.code, subject.code.rpartition(":")[2], subject.name)
            if own in self.codes
        )
        return tuple(Subject.model_validate(code) for code in found if code not in known)

    def _told(self, code: str, message: str, file: str) -> Finding:
        return Finding(
            code, "warning", f"from {self.name}: {message}", Where(file), "see `trust` in newsroom.toml"
        )


def sender_of(
    senders: Iterable[Sender], format: str, file: str, release: Release | None = None
) -> Sender | None:
    """Return the first of `senders` whose data this is; without its release, only one that needs none to be known."""
    for sender in senders:
        match = sender.match
        told = not match.by_content if release is None else match.fits_release(release)
        if told and match.fits_data(format, file):
            return sender
    return None
