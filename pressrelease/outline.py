"""What a reader of a release sees, in order: one value that every format with a body renders in its own syntax.

State lines, headline, dateline, story, then boilerplates, contacts and notices as sections. Page, feed item and wire
body all come from here, so no notice can be forgotten in one of them.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from pressrelease.datelines import Printed, printed
from pressrelease.model import Contact, Release, Rights
from pressrelease.newsroom import Newsroom
from pressrelease.story import Block, Break, Heading, Link, Paragraph, Span, Spans, Story, Text
from pressrelease.vocabulary import subject_words
from pressrelease.wording import (
    State,
    contact_lines,
    notice_lines,
    organisation_words,
    states,
    wording,
)


@dataclass(frozen=True, slots=True)
class Section:
    """One part beneath the story. `path` is its field's path (`notices.0`), `heading` may be empty."""

    kind: Literal["boilerplate", "contact", "notice"]
    path: str
    heading: str
    story: Story
    notice: str = ""
    """The kind of a notice: `liability`."""

    @property
    def marks(self) -> str:
        """Classes by which a reader finds it again: `notice liability`, `notice provider imprint`.

        `bare`: it has no heading, and what opens its text is none.
        """
        imprint = "imprint" if self.path == "provider" else ""
        opens = self.story.blocks[0] if self.story.blocks else None
        bare = "bare" if not self.heading and isinstance(opens, Heading) else ""
        return " ".join(filter(None, (self.kind, self.notice, imprint, bare)))


@dataclass(frozen=True, slots=True)
class Outline:
    """What a reader sees: `dateline.line` stands above the story by itself, its lead opens it."""

    language: str
    direction: str
    states: tuple[State, ...]
    headline: str
    subheadline: str
    byline: str
    dateline: Printed
    body: Story
    """The story without the dateline."""
    sections: tuple[Section, ...]
    rights: str
    usage_terms: str

    @property
    def story(self) -> Story:
        """The story, opened by the dateline's lead."""
        return led(self.body, self.dateline.lead)


def outline(release: Release, now: dt.datetime, *, newsroom: Newsroom | None = None) -> Outline:
    """Return what a reader of `release` sees at `now` (aware); the newsroom gives the zone of moments in words."""
    language = release.language
    zone = newsroom.time_zone if newsroom else ""
    setting = printed(release.dateline, language) if release.dateline else Printed("", "")
    rights = release.rights
    return Outline(
        language=language,
        direction=wording(language).direction,
        states=states(release, now, zone),
        headline=release.headline,
        subheadline=release.subheadline,
        byline=release.byline,
        dateline=setting,
        body=release.story,
        sections=tuple(_sections(release)),
        rights=copyright_line(release),
        usage_terms=rights.usage_terms if rights else "",
    )


def led(story: Story, lead: str) -> Story:
    """Return `story` with `lead` at the opening of its first paragraph, or as a paragraph of its own."""
    if not lead.strip():
        return story
    first, rest = (story.blocks[0], story.blocks[1:]) if story.blocks else (None, ())
    if isinstance(first, Paragraph):
        return Story((Paragraph((Text(lead), *first.spans)), *rest))
    return Story((Paragraph((Text(lead),)), *story.blocks))


def copyright_line(release: Release) -> str:
    """Return the copyright line as printed, or one made of year and holder; empty without a holder."""
    rights = release.rights
    return "" if rights is None else rights.notice or made_copyright_line(rights)


def made_copyright_line(rights: Rights) -> str:
    """Return the copyright line made of year and holder; empty without a holder."""
    return " ".join(filter(None, ("©", str(rights.year or ""), rights.holder))) if rights.holder else ""


def leading_topic(release: Release) -> str:
    """Return the first subject that has a name in the release's own language, or nothing."""
    own = release.language.partition("-")[0]
    named = (subject_words(subject, release.language) for subject in release.subjects)
    return next((name for name, tag in named if tag.partition("-")[0] == own), "")


def kicker(release: Release) -> str:
    """Return the one topic that stands above a headline: the leading one, else the first keyword."""
    return leading_topic(release) or next(iter(release.keywords), "")


def _sections(release: Release) -> list[Section]:
    language = release.language
    w = wording(language)
    found = []
    for i, about in enumerate(release.boilerplates):
        found.append(Section("boilerplate", f"boilerplates.{i}", about.heading, about.story))
    for i, contact in enumerate(release.contacts):
        if not contact.for_editors:
            heading = contact.heading or w("media_contact")
            found.append(Section("contact", f"contacts.{i}", heading, contact_story(contact, language)))
    for i, notice in enumerate(release.notices):
        lines = notice_lines(notice, release.provider, language)
        found.append(
            Section(
                "notice", f"notices.{i}", notice.heading, Story(tuple(map(_paragraph, lines))), notice.kind
            )
        )
    if release.provider is not None and not any(n.kind == "provider" and not n.text for n in release.notices):
        imprint = _paragraph(organisation_words(release.provider, language))
        found.append(Section("notice", "provider", w("provider"), Story((imprint,)), "provider"))
    return found


@functools.lru_cache(maxsize=256)  # most releases of a newsroom name the same few
def contact_story(contact: Contact, language: str) -> Story:
    """Return a contact as one paragraph of lines, its addresses and numbers as links that open at a touch."""
    targets = _targets(contact)
    spans: list[Span] = []
    for line in contact_lines(contact, language):
        spans += [*_linked(line, targets), Break()]
    return Story((Paragraph(tuple(spans)),))


_MAIL = re.compile(r"[\w.+%-]+@[\w.-]+", re.A)
_NO_DIGIT = re.compile(r"\(0\)|[^\d+]")


def _targets(contact: Contact) -> dict[str, str]:
    """Return the words of a contact that open something at a touch, and what."""
    targets = {e: f"mailto:{e}" for e in contact.emails if _MAIL.fullmatch(e)}
    for phone in contact.phones:
        digits = _NO_DIGIT.sub("", phone.number)
        if digits and phone.kind != "fax":
            targets[phone.number] = f"tel:{digits}"
    return targets


def _linked(line: str, targets: Mapping[str, str]) -> Spans:
    """Return `line` with each of `targets` in it as a link."""
    spans: list[Span] = []
    while line:
        hits = [(line.find(words), words) for words in targets if words in line]
        if not hits:
            spans.append(Text(line))
            break
        at, words = min(hits, key=lambda hit: (hit[0], -len(hit[1])))
        if at:
            spans.append(Text(line[:at]))
        spans.append(Link((Text(words),), targets[words]))
        line = line[at + len(words) :]
    return tuple(spans)


def _paragraph(text: str) -> Block:
    return Paragraph(cast(Spans, text))


def section_blocks(section: Section, level: int = 2) -> tuple[Block, ...]:
    """Return a section as blocks, its heading first."""
    head: tuple[Block, ...] = (Heading(cast(Spans, section.heading), level),) if section.heading else ()
    return (*head, *section.story.blocks)
