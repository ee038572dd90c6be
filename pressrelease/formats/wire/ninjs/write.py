"""A release as a ninjs item, in the shape of 3.x: what stands where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pressrelease.characters import paragraphs
from pressrelease.envelope import (
    Origin,
    OwnField,
    editor_notes,
    is_killed,
    own_fields,
    shortened,
    shown_states,
    version_created,
)
from pressrelease.findings import Loss
from pressrelease.formats.registry import Job, Written
from pressrelease.formats.wire.ninjs.associations import MAIN, URL, associations
from pressrelease.formats.wire.ninjs.body import stories, text_body, with_whole_links, xhtml_body
from pressrelease.formats.wire.ninjs.concepts import Member, organisations, parties, people, places, subjects
from pressrelease.formats.wire.ninjs.kept import returned, returned_ids
from pressrelease.formats.wire.ninjs.moments import instant
from pressrelease.formats.wire.ninjs.own import LINKS, NOTE, ORIGIN, ROLE, own_value
from pressrelease.formats.wire.ninjs.places import GENRE, placed
from pressrelease.formats.wire.ninjs.rights import rights_info
from pressrelease.formats.wire.ninjs.shape import shaped
from pressrelease.formats.wire.ninjs.uris import identifier, uri
from pressrelease.formats.wire.ninjs.versions import Version
from pressrelease.markup.json_write import json_text
from pressrelease.model import Release
from pressrelease.outline import Outline, outline
from pressrelease.story import to_data
from pressrelease.wording import State


@dataclass(frozen=True, slots=True)
class NinjsOptions:
    """Options of `ninjs`, `ninjs-2.2` and `ninjs-1.6`."""

    embargo_in_words: bool = True
    """Say the embargo in the first line of the body and in the note to editors too: not every receiver reads it."""


def write(version: Version, release: Release, job: Job) -> Written:
    """Return `release` as an item of `version`; raise Unwritable where nothing identifies it."""
    options = job.options or NinjsOptions()
    release, left_out = shortened(release)
    item = shaped(_item(release, version, job, options), version)
    losses = (
        Loss(n, "a kill does not repeat what it withdraws", "the reason stands in the body") for n in left_out
    )
    return Written(json_text(item) + "\n", tuple(losses))


def _item(release: Release, version: Version, job: Job, options: NinjsOptions) -> Member:
    seen = outline(release, job.now, newsroom=job.newsroom)
    states = shown_states(seen, embargo=options.embargo_in_words)
    name = identifier(release)
    created, origin = _version_created(release, job.now)
    kept: Member = {f"notices.{i}.text": "" for i, notice in enumerate(release.notices) if not notice.text}
    item: Member = {
        "standard": {"name": "ninjs", "version": version.number, "schema": version.schema},
        "uri": name,
        "type": "text",
        "representationType": version.complete,
        **_life(release, instant(created)),
        **_texts(release, seen, states, kept),
        **_lists(release, kept),
        **_rights(release, seen, name, kept),
    }
    for member, value in returned(release).items():
        item.setdefault(member, value)
    if found := list(associations(release, version, kept)):
        item["associations"] = found
    if not release.id:
        kept["id"] = ""
    if origin != "published":
        kept[ORIGIN] = origin
    fields = own_fields(release, placed(release, name, origin, version))
    ids = [{"role": URL, "value": url}] if (url := uri(release.url)) else []
    item["altIds"] = [
        *ids,
        *returned_ids(release),
        {"role": ROLE, "value": own_value((*fields, *_kept(release)), kept)},
    ]
    return item


def _version_created(release: Release, now: dt.datetime) -> tuple[dt.datetime, Origin]:
    """Return when this version was made, and which field says so.

    Receivers take a version for new by this moment. So it has a zone, is not in the future, and where only the moment
    of the first version is known, a later one is made now.
    """
    created, origin = version_created(release, now)
    first = origin in ("published", "dateline")
    if created.tzinfo is None or (first and (release.version > 1 or created > now)):
        return now, "now"
    return created, origin


def _kept(release: Release) -> Iterator[OwnField]:
    """Yield what one word of `pubStatus` cannot say beside another, and the parts that are there and say nothing."""
    if _status(release) != release.status:
        yield OwnField("status", release.status)
    for name in ("dateline", "embargo", "rights"):
        part = getattr(release, name)
        if part is not None and part == type(part)():
            yield OwnField(name, "{}", "json")


def _status(release: Release) -> str:
    if is_killed(release):
        return "canceled"
    # There is no embargo without a date: what is held until nobody knows when is withheld.
    held = release.embargo is not None and (
        release.embargo.until is None or not instant(release.embargo.until)
    )
    return "withheld" if held else release.status


def _life(release: Release, created: str) -> Member:
    embargo = release.embargo
    printed = release.dateline.moment() if release.dateline else None
    return _filled(
        version=str(release.version),
        firstCreated=instant(release.published) if release.published else "",
        versionCreated=created,
        contentCreated=instant(printed) if printed else "",
        # Never a moment too early: a fraction of a second is rounded up.
        embargoedUntil=instant(embargo.until, up=True) if embargo and embargo.until else "",
        expires=instant(release.expires) if release.expires else "",
        pubStatus=_status(release),
        urgency=release.urgency,
        language=release.language if release.language != "und" else "",
    )


def _texts(release: Release, seen: Outline, states: tuple[State, ...], kept: Member) -> Member:
    headlines = [{"role": MAIN, "value": release.headline}]
    if release.subheadline:
        headlines.append({"role": "sub", "value": release.subheadline})
    located = [place.name for place in release.dateline.places] if release.dateline else []
    xhtml, links = with_whole_links(xhtml_body(seen, states), release.url)
    if links is None:
        kept.update((path, to_data(story)) for path, story in stories(release).items())
    elif links:
        kept[LINKS] = links
    told = (
        ("xhtml", "application/xhtml+xml", xhtml),
        ("text", "text/plain", text_body(seen, states, release.url)),
    )
    return _filled(
        headlines=headlines,
        slugline=release.slugline,
        by=release.byline,
        located=", ".join(located),
        edNote=_note(release, states, kept),
        descriptions=[{"role": "text", "contentType": "text/plain", "value": release.summary}]
        if release.summary
        else [],
        bodies=[{"role": r, "contentType": t, "value": value} for r, t, value in told if value],
    )


def _note(release: Release, states: tuple[State, ...], kept: Member) -> str:
    """Return all notes to editors as one; `kept` takes which of its paragraphs are the release's own."""
    notes = editor_notes(release, states)
    before = 0
    for note in notes:
        if note.kind == "note":
            break
        before += len(paragraphs(note.text))
    if any(note.kind != "note" for note in notes):
        kept[NOTE] = [before, len(paragraphs(release.editor_note))]
    return "\n\n".join(note.text for note in notes)


def _lists(release: Release, kept: Member) -> Member:
    return _filled(
        genres=[{"name": release.genre or GENRE, "literal": release.genre or GENRE}],
        subjects=list(subjects(release, kept)),
        people=list(people(release)),
        organisations=list(organisations(release, kept)),
        places=list(places(release)),
        infoSources=list(parties(release, kept)),
    )


def _rights(release: Release, seen: Outline, name: str, kept: Member) -> Member:
    rights = release.rights
    if rights is None:
        return {}
    if seen.rights and not rights.notice:
        kept["rights.notice"] = ""
    return _filled(
        copyrightHolder=rights.holder,
        copyrightNotice=seen.rights,
        usageTerms=rights.usage_terms,
        rightsInfo=rights_info(rights, name),
    )


def _filled(**members: Any) -> Member:
    return {name: value for name, value in members.items() if value not in ("", None, [], {})}
