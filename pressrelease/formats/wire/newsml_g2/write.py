"""A release as a NewsML-G2 news item: what stands where. The elements themselves stand in the template."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from pressrelease.characters import paragraphs
from pressrelease.envelope import (
    OwnField,
    beside,
    dateline_words,
    editor_notes,
    iri,
    is_killed,
    moment,
    origin_told,
    own_fields,
    printed_moment,
    shortened,
    shown_states,
    version_created,
    written_addresses,
)
from pressrelease.findings import Loss
from pressrelease.formats.registry import Job, Written
from pressrelease.formats.wire.naming import identified
from pressrelease.formats.wire.newsml_g2.concepts import (
    assertions,
    catalogue,
    identity,
    people,
    place,
    subject_codes,
    subjects,
)
from pressrelease.formats.wire.newsml_g2.join import MESSAGE_TYPE
from pressrelease.formats.wire.newsml_g2.package import packaged
from pressrelease.formats.wire.newsml_g2.places import (
    guid_of,
    is_picture,
    placed,
    reference,
    signal_of,
)
from pressrelease.markup.nitf import OWN, media_type, nitf
from pressrelease.markup.xhtml import xhtml
from pressrelease.model import Asset, Release
from pressrelease.outline import Outline, outline, section_blocks
from pressrelease.story import Blocks, Figure, Link, Paragraph, Story, Text
from pressrelease.wording import State

TEMPLATE = "wire/newsml_g2.xml"


@dataclass(frozen=True, slots=True)
class NewsMLG2:
    """Options of `newsml-g2`."""

    body: Literal["xhtml", "nitf"] = "xhtml"
    """What the text is marked up in: XHTML (IPTC's default), or NITF 3.6."""
    embargo_in_words: bool = True
    """Say the embargo in the first line of the body and in the note to editors too: not every receiver reads it."""
    package: bool = False
    """Write a message: the text, an item for each picture, film and sound, and a package that ties them."""

    def __post_init__(self) -> None:
        if self.body not in ("xhtml", "nitf"):
            raise ValueError("body is xhtml or nitf")


def write(release: Release, job: Job) -> Written:
    """Return `release` as a news item in UTF-8; raise Unwritable where nothing identifies it."""
    options = job.options or NewsMLG2()
    whole, (release, left_out) = release, shortened(release)
    seen = outline(release, job.now, newsroom=job.newsroom)
    states = shown_states(seen, embargo=options.embargo_in_words)
    guid = _guid(release)
    house = release.provider or release.publisher
    created, origin = version_created(release, job.now)
    figures = beside(release)
    fields = own_fields(release, placed(release, guid, origin, figures))
    topics = (
        *subjects(release),
        *subject_codes(release),
        *map(place, release.places),
        *people(release),
        *map(identity, release.organisations),
    )
    made = moment(created)
    embargo = "" if not release.embargo or not release.embargo.until else moment(release.embargo.until)
    status = "canceled" if is_killed(release) else release.status
    provider = identity(house) if house else None
    body = job.templates.render(
        TEMPLATE,
        "xml",
        release=release,
        outline=seen,
        states=states,
        guid=guid,
        own=OWN,
        catalogue=catalogue(release),
        created=made,
        first=moment(release.published) if release.published and origin != "published" else "",
        origin=origin_told(release, origin),
        embargo=embargo,
        expires=moment(release.expires) if release.expires else "",
        printed=_printed(release),
        status=status,
        signal=signal_of(release),
        notes=_notes(release, states),
        links=tuple(_links(release)),
        provider=provider,
        source=identity(release.publisher) if release.publisher else None,
        located=tuple(map(place, release.dateline.places)) if release.dateline else (),
        dateline=dateline_words(seen),
        topics=topics,
        assertions=assertions(release, guid),
        licence=iri(release.rights.licence) if release.rights else "",
        policy=iri(release.rights.data_mining_policy) if release.rights else "",
        fields=(*fields, *_kept(release)),
        addresses=written_addresses(release),
        shown=tuple(next(i for i, a in enumerate(release.assets) if a is figure) for figure in figures),
        kind=options.body,
        body=_nitf_body(release, seen, figures)
        if options.body == "nitf"
        else _xhtml_body(release, seen, figures),
    )
    if options.package:
        shared: dict[str, Any] = {"guid": guid, "created": made, "status": status, "embargo": embargo}
        shared |= {"provider": provider, "states": states}
        body = packaged(body, release, whole.assets, job, shared)
    media_type = MESSAGE_TYPE if options.package else ""
    return Written(body.encode("utf-8"), tuple(_left_out(left_out)), media_type=media_type)


def _left_out(names: Iterable[str]) -> Iterator[Loss]:
    for name in names:
        yield Loss(name, "a kill does not repeat what it withdraws", "the reason stands in the body")


def _kept(release: Release) -> Iterator[OwnField]:
    """Yield what a reader could not tell from the standard's own places."""
    # The standard has one word for both: an item that is killed is canceled, whatever its status field says.
    if is_killed(release) and release.status != "canceled":
        yield OwnField("status", release.status)
    for i, notice in enumerate(release.notices):
        if not notice.text:  # its words in the body are made of the other fields
            yield OwnField(f"notices.{i}.text", "")


@dataclass(frozen=True, slots=True)
class Note:
    """A note to editors; `kinds` counts the paragraphs of each kind where it says several things."""

    kind: str
    text: str
    kinds: str = ""


def _notes(release: Release, states: tuple[State, ...]) -> tuple[Note, ...]:
    """Return all that editors must know as one note: receivers read the first, and some no other."""
    told = [(note.kind, paragraphs(note.text)) for note in editor_notes(release, states)]
    told = [(kind, lines) for kind, lines in told if lines]
    if len(told) < 2:
        return tuple(Note(kind, "\n\n".join(lines)) for kind, lines in told)
    kinds = " ".join(f"{kind}:{len(lines)}" for kind, lines in told)
    return (Note("notes", "\n\n".join(line for _, lines in told for line in lines), kinds),)


def _guid(release: Release) -> str:
    """Return the item's guid: an IRI that never changes. An id that is none becomes one that gives it back."""
    name = identified(release, "a news item has a guid that stays the same in every version")
    return guid_of(name)


def _printed(release: Release) -> str:
    value = printed_moment(release)
    if isinstance(value, dt.datetime):
        told = moment(value)
        # An offset that no schema holds would move the clock: better local time without one.
        return (
            told if told.startswith(value.strftime("%Y-%m-%dT%H:%M")) else moment(value.replace(tzinfo=None))
        )
    return value.isoformat() if value else ""


# --- links ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ItemLink:
    """One link of the item: `href` is an address, `item` another item's id."""

    rel: str
    href: str = ""
    item: str = ""
    version: int | None = None
    language: str = ""
    contenttype: str = ""
    size: int | None = None
    title: str = ""
    asset: int | None = None


def _links(release: Release) -> Iterator[ItemLink]:
    base = release.url
    if release.version > 1:
        yield ItemLink("pressrelease:previousVersion", item=_guid(release), version=release.version - 1)
    if base:
        href = reference(base, "")
        if href:
            yield ItemLink("irel:seeAlso", href, contenttype="text/html")
    for other in release.translations:
        href = reference(other.href, base)
        yield ItemLink("pressrelease:translation", href, other.id, language=other.language, title=other.title)
    for related in release.related:
        href = reference(related.href, base)
        yield ItemLink(_relation(related.rel), href, title=related.title)
    for i, asset in enumerate(release.assets):
        for file in asset.renditions:
            href = reference(file.href, base)
            yield ItemLink(
                "irel:associatedWith",
                href,
                asset.id,
                contenttype=file.media_type or media_type(file.href),
                size=file.size,
                title=asset.title,
                asset=i,
            )


def _relation(rel: str) -> str:
    if rel == "related":
        return "irel:seeAlso"
    return f"pressrelease:{rel}" if re.fullmatch(r"[A-Za-z][\w.-]*", rel, re.A) else "irel:associatedWith"


# --- the body ------------------------------------------------------------------------------------------------------


def _figure(asset: Asset) -> Blocks:
    file = asset.renditions[0]
    told = " ".join(asset.caption.split("\n\n"))
    credit = " / ".join(filter(None, (asset.credit, asset.rights)))
    if is_picture(asset):
        return (Figure(file.href, asset.alt, (Text(told),), credit),)
    words = asset.title or asset.alt or file.href
    lines = (
        Paragraph((Link((Text(words),), file.href),)),
        Paragraph((Text(told),)),
        Paragraph((Text(credit),)),
    )
    return Story(lines).blocks


def _xhtml_body(release: Release, seen: Outline, figures: tuple[Asset, ...]) -> tuple[Markup, ...]:
    base = release.url
    sections = [xhtml(section_blocks(section), base=base) for section in seen.sections]
    return (xhtml(seen.story, base=base), *sections, *(xhtml(_figure(asset), base=base) for asset in figures))


def _nitf_body(release: Release, seen: Outline, figures: tuple[Asset, ...]) -> tuple[Markup, ...]:
    base = release.url
    sections = [nitf(section_blocks(section), base=base) for section in seen.sections]
    return (
        nitf(seen.story, base=base, lede=True),
        *sections,
        *(nitf(_figure(asset), base=base) for asset in figures),
    )
