"""What belongs to a release beside its story: boilerplates, notices, subjects, assets, related documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from pressrelease.characters import one_line
from pressrelease.model.part import Part
from pressrelease.model.values import (
    Count,
    FileHref,
    Href,
    Language,
    Line,
    Pattern,
    Prose,
    StoryField,
    filled,
    wrong,
)
from pressrelease.story import Story


class Boilerplate(Part):
    """What an organisation says about itself at the end of each release."""

    heading: Line = ""
    """`About Example Corp`."""
    story: StoryField = Story()
    """The text."""


NoticeKind: TypeAlias = Literal[
    "provider",
    "editorial-responsibility",
    "liability",
    "advertising",
    "forward-looking",
    "inside-information",
    "copyright",
    "data-mining",
    "right-of-reply",
    "ai-disclosure",
    "origin",
    "note-to-editors",
    "other",
]


class Notice(Part):
    """Words that say who answers for the text, under which law, or what to beware of; verbatim once read.

    `provider` is the imprint: its body is the release's `provider`. `origin` is the tail of a wire (`SOURCE Example`).
    """

    kind: NoticeKind = "other"
    """What it is."""
    heading: Line = ""
    """The line above it as printed: `Exemption from liability:`."""
    label: Line = ""
    """The label within it: `V.i.S.d.P.`."""
    citation: Line = ""
    """The norm it cites, as printed."""
    text: Prose = ""
    """Its words; an empty line parts paragraphs."""
    person: Line = ""
    """Who answers."""
    organisation: Line = ""
    """For whom."""
    jurisdiction: Line = ""
    """Whose law: ISO 3166-1 alpha-2, or EU."""
    layout: Pattern = ""
    """How it was set: `{label} & {citation}: {person} - {organisation}`."""


class Subject(Part):
    """What the release is about, by code or by name."""

    name: Line = ""
    """In the release's language."""
    code: Line = ""
    """With its scheme: `medtop:04000000` (IPTC Media Topics), `subj:04000000` (Subject Codes), or a house's own."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            bare = one_line(value)
            if re.fullmatch(r"\d{8}", bare):
                return {"code": f"medtop:{bare}"}
            return {"code": bare} if re.fullmatch(r"[a-z][\w-]*:\S+", bare) else {"name": bare}
        return value

    @model_validator(mode="after")
    def _names_something(self) -> Subject:
        if not self.name and not self.code:
            raise wrong("a subject without name and code", "`name`, `code` or both")
        return self


class Rendition(Part):
    """One file of an asset."""

    href: Annotated[FileHref, AfterValidator(filled)]
    """Address, absolute or relative to the release."""
    name: Line = ""
    """Which one: `web`, `print`, `thumbnail`."""
    media_type: Line = ""
    """`image/jpeg`; empty: by the address's suffix."""
    width: Count | None = None
    """Pixels."""
    height: Count | None = None
    """Pixels."""
    duration: Annotated[float, Field(gt=0)] | None = None
    """Seconds."""
    size: Count | None = None
    """Bytes."""


class Asset(Part):
    """A picture, film, sound or document that comes with the release."""

    renditions: tuple[Rendition, ...] = Field(min_length=1)
    """Its files, the best for the web first."""
    role: Line = "main"
    """`main` (the lead picture), `gallery`, `logo`, `document` …"""
    id: Line = ""
    """Its own identifier."""
    title: Line = ""
    """Title of a document or film."""
    alt: Line = ""
    """What it shows, for whom cannot see it."""
    caption: Prose = ""
    """What is printed beneath."""
    credit: Line = ""
    """Photographer, agency."""
    rights: Line = ""
    """Copyright line."""

    @model_validator(mode="before")
    @classmethod
    def _from_file(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"renditions": ({"href": value},)}
        if isinstance(value, Mapping) and "renditions" not in value and ("href" in value or "src" in value):
            names = {"href", "src", "name", "media_type", "width", "height", "duration", "size"}
            file = {("href" if k == "src" else k): v for k, v in value.items() if k in names}
            return {**{k: v for k, v in value.items() if k not in names}, "renditions": (file,)}
        return value


class Related(Part):
    """Another document that belongs beside this one."""

    href: Annotated[Href, AfterValidator(filled)]
    """Its address."""
    title: Line = ""
    """Its title."""
    rel: Line = "related"
    """How it belongs: `related`, `previous`, `background` …"""


class Translation(Part):
    """The same release in another language."""

    language: Language
    """Of the translation."""
    href: Href = ""
    """Its address."""
    id: Line = ""
    """Its own id."""
    title: Line = ""
    """Its headline."""
    version: Count | None = None
    """The version of this release that it translates."""
