"""A release as NewsML 1.2: what stands where. The elements themselves stand in the template."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from pressrelease.characters import paragraphs
from pressrelease.envelope import (
    OwnField,
    attribute,
    dateline_words,
    editor_notes,
    is_killed,
    own_fields,
    shortened,
    shown_states,
    written_addresses,
)
from pressrelease.findings import Loss
from pressrelease.formats.registry import Job, Written
from pressrelease.formats.wire.newsml_1_2.associations import associations
from pressrelease.formats.wire.newsml_1_2.bodies import nitf_body, xhtml_body
from pressrelease.formats.wire.newsml_1_2.identity import identity
from pressrelease.formats.wire.newsml_1_2.media import media, shows_role
from pressrelease.formats.wire.newsml_1_2.moments import Stamps, basic, dateline_date, stamps, utc
from pressrelease.formats.wire.newsml_1_2.parties import contacts, house_facts
from pressrelease.formats.wire.newsml_1_2.places import GENRE, Status, placed
from pressrelease.formats.wire.newsml_1_2.topics import locations, securities, subject_codes, topics
from pressrelease.model import Release
from pressrelease.outline import outline

TEMPLATE = "wire/newsml_1_2.xml"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IptcMasterCatalog.xml"
"""Address of IPTC's vocabularies for formal names; nothing is ever fetched from there."""
NOTES = {
    "embargo": "Embargo",
    "change": "Change",
    "note": "EditorialNote",
    "contact": "EditorialContact",
}
"""Formal names of what editors are told in an item's comments."""
NORMAL = 5
"""Urgency of an item whose release states none: there are receivers that refuse one without."""


@dataclass(frozen=True, slots=True)
class NewsML12:
    """Options of `newsml-1.2`."""

    body: Literal["xhtml", "nitf"] = "xhtml"
    """`xhtml`: components for text, contacts and pictures, as press releases have them. `nitf`: one flat component, its
    text NITF, which is all that many a receiver of agency news reads (Superdesk's own parser among them)."""
    embargo_in_words: bool = True
    """Say the embargo in the first line of the body and in the note to editors too: not every receiver reads it."""

    def __post_init__(self) -> None:
        if self.body not in ("xhtml", "nitf"):
            raise ValueError("body is xhtml or nitf")


def write(release: Release, job: Job) -> Written:
    """Return `release` as a NewsML document of one item, in UTF-8; raise Unwritable where nothing identifies it."""
    options = job.options or NewsML12()
    release, left_out = shortened(release)
    made = stamps(release, job)
    name = identity(release, job, made.first)
    status = _status(release, job)
    body = job.templates.render(
        TEMPLATE,
        "xml",
        release=release,
        name=name,
        status=status,
        kind=options.body,
        first=utc(made.first),
        this=utc(made.this),
        own=tuple(_own(release, name.urn, made, status, options.body)),
        **_management(release, job, status),
        **_content(release, job, options, _prefix(name.revision(release.version))),
    )
    losses = (
        Loss(n, "a kill does not repeat what it withdraws", "the reason stands in the body") for n in left_out
    )
    return Written(body.encode("utf-8"), tuple(losses))


def _prefix(urn: str) -> str:
    """Return what this item's Duids begin with: two items of one document must not share any."""
    return f"i{hashlib.blake2b(urn.encode(), digest_size=6).hexdigest()}"


def _status(release: Release, job: Job) -> Status:
    if is_killed(release):
        return "Canceled"
    if release.status == "withheld":
        return "Withheld"
    return "Embargoed" if release.embargo is not None and release.embargo.holds(job.now) else "Usable"


def _management(release: Release, job: Job, status: Status) -> dict[str, Any]:
    house = release.provider or release.publisher
    embargo = release.embargo
    return {
        "catalog": CATALOG,
        "sent": basic(job.now),
        "sender": house.title if house else release.dateline.credit if release.dateline else "",
        "urgency": release.urgency or NORMAL,
        "lift": basic(embargo.until) if embargo and embargo.until and status == "Embargoed" else "",
        "instruction": _instruction(release),
        "others": tuple(associations(release)),
        "label": release.slug,
    }


def _instruction(release: Release) -> str:
    """Return what a receiver is to do with the revisions before; an item that is canceled withdraws them all."""
    words = {"update": "Update", "correction": "Correction"}
    return "Kill" if is_killed(release) else words.get(release.change.kind, "")


def _content(release: Release, job: Job, options: NewsML12, prefix: str) -> dict[str, Any]:
    seen = outline(release, job.now, newsroom=job.newsroom)
    states = shown_states(seen, embargo=options.embargo_in_words)
    rights = release.rights
    expires = basic(release.expires) if release.expires else ""
    return {
        "outline": seen,
        "states": states,
        "notes": tuple((NOTES[note.kind], note.text) for note in editor_notes(release, states)),
        "dateline": dateline_words(seen),
        "terms": paragraphs(rights.usage_terms) if rights else (),
        "expires": expires,
        "genre": release.genre or GENRE,
        "topics": tuple(topics(release, prefix)),
        "prefix": prefix,
        "subject_codes": tuple(subject_codes(release)),
        "securities": tuple(securities(release)),
        "contacts": tuple(contacts(release)),
        "facts_of": house_facts,
        "locations": tuple(locations(release)),
        "dated": dateline_date(release),
        "media": tuple(media(release)),
        "abstract": paragraphs(release.summary),
        "words": len(release.story.text.split()),
        "body": xhtml_body(seen, release.url) if options.body == "xhtml" else nitf_body(seen, release.url),
    }


# --- facts without a place of their own --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """One of our own properties: `name` is a field's path, or a word for what the standard's elements cannot say."""

    name: str
    value: Markup
    scheme: str = ""
    written: str = ""


def _own(release: Release, urn: str, made: Stamps, status: Status, body: str) -> Iterator[Told]:
    yield Told("ThisRevisionCreated", Markup(made.origin))
    for name, missing in (("FirstCreated", not release.published), ("Urgency", not release.urgency)):
        if missing:
            yield Told(name, Markup("unstated"))
    relative = dict(written_addresses(release))
    for written, href in relative.items():
        yield Told("address", attribute(href), written=written)
    rules = placed(release, urn, made, status, body, relative)
    for field in (*own_fields(release, rules), *_kept(release, status, body)):
        yield Told(field.path, attribute(field.value), "json" if field.kind == "json" else "")


def _kept(release: Release, status: Status, body: str) -> Iterator[OwnField]:
    """Yield what a reader could not tell from the standard's own places, though no field of it need say anything."""
    if release.embargo is not None and release.embargo.until is None and status != "Embargoed":
        yield OwnField("embargo", "{}", "json")
    if release.change.wrong and not release.change.note:  # the text says it in words
        yield OwnField("change.note", "")
    if not release.id:
        yield OwnField("id", "")
    if is_killed(release) and release.status != "canceled":
        yield OwnField("status", release.status)
    if is_killed(release) and release.change.kind != "kill":
        yield OwnField("change.kind", release.change.kind)
    for i, notice in enumerate(release.notices):
        if not notice.text:  # its words in the body are made of the other fields
            yield OwnField(f"notices.{i}.text", "")
    for i, asset in enumerate(release.assets):
        if asset.role == "main" and not shows_role(asset, body):
            yield OwnField(f"assets.{i}.role", "main")
