"""A release as NITF 3.6: what stands where. The elements themselves stand in the template."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from pressrelease.characters import one_line, paragraphs
from pressrelease.envelope import (
    OwnField,
    alias,
    beside,
    editor_notes,
    is_killed,
    norm,
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
from pressrelease.formats.wire.nitf.identified import UNNAMED
from pressrelease.formats.wire.nitf.places import CODED, placed
from pressrelease.markup.nitf import NITF, OWN, absolute, media_kind, media_type, nitf
from pressrelease.model import Asset, Dateline, Organisation, Release, Rendition
from pressrelease.outline import outline, section_blocks
from pressrelease.vocabulary import market_code, subject_code, subject_name, topic
from pressrelease.wording import date_words, time_words

TEMPLATE = "wire/nitf.xml"


@dataclass(frozen=True, slots=True)
class NitfOptions:
    """Options of `nitf`."""

    embargo_in_words: bool = True
    """Say the embargo in the first line of the body and in the note to editors too: not every receiver reads it."""


def write(release: Release, job: Job) -> Written:
    """Return `release` as an NITF document in UTF-8; raise Unwritable where nothing identifies it."""
    options = job.options or NitfOptions()
    release, left_out = shortened(release)
    seen = outline(release, job.now, newsroom=job.newsroom)
    states = shown_states(seen, embargo=options.embargo_in_words)
    name = _identifier(release)
    status = _status(release, job)
    issued, origin = version_created(release, job.now)
    base = release.url
    figures = beside(release)
    body = job.templates.render(
        TEMPLATE,
        "xml",
        release=release,
        outline=seen,
        states=states,
        namespace=NITF,
        own=OWN,
        name=name,
        source=_source(release),
        status=status,
        issued=norm(issued),
        origin=origin_told(release, origin),
        published=norm(release.published) if release.published else "",
        lift=norm(release.embargo.until) if release.embargo and release.embargo.until else "",
        expires=norm(release.expires) if release.expires else "",
        changed=norm(release.change.at) if release.change.at else "",
        message=one_line(
            ": ".join(s.label + (f": {s.text}" if s.text else "") for s in states if s.kind != "embargo")
        ),
        places=release.dateline.places if release.dateline else (),
        genre=release.genre or "Press release",
        refnums=tuple(_refnums(release)),
        topics=tuple(_topics(release)),
        organisations=tuple(map(_organisation, release.organisations)),
        publisher=_organisation(release.publisher) if release.publisher else None,
        distributors=tuple(_distributors(release)),
        notes=tuple((n.kind, paragraphs(n.text)) for n in editor_notes(release, states)),
        limitations=one_line(release.rights.usage_terms) if release.rights else "",
        day=_day(release.dateline, release.language) if release.dateline else "",
        day_norm=_day_norm(release),
        abstract=paragraphs(release.summary),
        metas=tuple(_metas(release)),
        fields=own_fields(release, placed(release, origin, figures)) + _kept(release, status),
        story=nitf(seen.story, base=base, lede=True),
        sections=tuple((s, nitf(section_blocks(s), base=base)) for s in seen.sections),
        media=tuple(_media(release, figures)),
        addresses=written_addresses(release),
    )
    losses = (
        Loss(n, "a kill does not repeat what it withdraws", "the reason stands in the body") for n in left_out
    )
    return Written(body.encode("utf-8"), tuple(losses))


def _identifier(release: Release) -> str:
    return identified(release, "NITF's `uno` and `doc-id` stay the same in every version")


def _source(release: Release) -> str:
    """Return who registers the ids (`regsrc`): the domain of the release's address, else its publisher."""
    try:
        host = urlsplit(release.url).hostname or ""
    except ValueError:
        host = ""
    house = release.publisher or release.provider
    return host or (house.title if house else "")


def _status(release: Release, job: Job) -> str:
    if is_killed(release):
        return "canceled"
    if release.status != "withheld" and release.embargo is not None and release.embargo.holds(job.now):
        return "embargoed"
    return release.status


def _kept(release: Release, status: str) -> tuple[OwnField, ...]:
    """Return what one word of management-status cannot say beside another."""
    found = []
    if is_killed(release) and release.status != "canceled":
        found.append(OwnField("status", release.status))
    if release.embargo is not None and release.embargo.until is None and status != "embargoed":
        found.append(OwnField("embargo", "{}", "json"))
    if release.change.kind == "update" and status in ("canceled", "withheld"):
        found.append(OwnField("change.kind", "update"))  # its message says hold or kill
    return tuple(found)


# --- topics --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Classifier:
    """A topic as identified content: its scheme, its code (with the scheme), its name (`added`: the vocabulary's)."""

    scheme: str
    code: str
    name: str
    added: bool


def _topics(release: Release) -> Iterator[Classifier]:
    for subject in release.subjects:
        scheme = alias(subject.code)
        if not scheme:
            yield Classifier("", subject.code, subject.name, False)
            continue
        found = topic(subject.code[len(scheme) + 1 :]) if scheme == "medtop" and not subject.name else None
        name = found.name(release.language)[0] if found else subject.name
        yield Classifier(scheme, subject.code, name, found is not None)


def _refnums(release: Release) -> Iterator[tuple[str, str]]:
    """Yield Subject Codes, each once, with their English names: what NITF's subjects are numbered by."""
    given = set()
    for subject in release.subjects:
        scheme, _, code = subject.code.partition(":")
        number = code if scheme == "subj" else subject_code(code)[0] if scheme == "medtop" else ""
        if re.fullmatch(r"\d{8}", number, re.A) and number not in given:
            given.add(number)
            yield number, subject_name(number)


# --- parties, places, dates ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Org:
    """An organisation as identified content: its main code, and the others as (source, code)."""

    name: str
    source: str
    code: str
    others: tuple[tuple[str, str], ...]


def _organisation(o: Organisation) -> Org:
    codes = [("ISIN", o.isin)] if o.isin else []
    codes += [(_market(t.exchange), t.symbol) for t in o.tickers]
    codes += [("LEI", o.lei)] if o.lei else []
    codes += [("URI", o.uri)] if o.uri else []
    first, others = (codes[0], codes[1:]) if codes else (("", ""), [])
    return Org(o.title, first[0], first[1], tuple(others))


def _market(exchange: str) -> str:
    return market_code(exchange) or (exchange if exchange and exchange not in CODED else UNNAMED)


def _distributors(release: Release) -> Iterator[tuple[str, str]]:
    """Yield who distributes, as (field, name): the dateline's credit and the service, or whose release it is."""
    if release.dateline and release.dateline.credit:
        yield "dateline.credit", release.dateline.credit
    if release.provider:
        yield "provider", release.provider.title
    elif release.publisher and not (release.dateline and release.dateline.credit):
        yield "publisher", release.publisher.title


def _day(dateline: Dateline, language: str) -> str:
    day = date_words(dateline.date, language) if dateline.date else dateline.date_printed
    clock = " ".join(
        filter(None, (time_words(dateline.time) if dateline.time else "", dateline.zone_printed))
    )
    return ", ".join(filter(None, (day, clock)))


def _day_norm(release: Release) -> str:
    value = printed_moment(release)
    if isinstance(value, dt.datetime):
        return norm(value)
    return value.isoformat().replace("-", "") if value else ""


def _metas(release: Release) -> Iterator[tuple[str, str]]:
    """Yield (name, content) of what NITF has no element for, but a `meta` may say."""
    base = release.url
    if base:
        yield "canonical", base
    for other in release.translations:
        where = absolute(other.href, base) if other.href else other.id
        yield "translation", " ".join(filter(None, (other.language, where, other.title)))
    for related in release.related:
        yield "related", " ".join(filter(None, (absolute(related.href, base), related.title)))
    rights = release.rights
    if rights and rights.licence:
        yield "license", rights.licence
    if rights and rights.data_mining:
        yield "tdm-reservation", "1" if rights.data_mining == "reserved" else "0"
    if rights and rights.data_mining_policy:
        yield "tdm-policy", rights.data_mining_policy


@dataclass(frozen=True, slots=True)
class File:
    """One rendition of an asset, as a `media-reference` says it."""

    source: str
    mime: str
    name: str
    height: int | None
    width: int | None
    time: str


@dataclass(frozen=True, slots=True)
class Media:
    """An asset as a `media` block; `place` is its own among the release's assets."""

    place: int
    kind: str
    files: tuple[File, ...]
    asset: Asset
    facts: tuple[tuple[str, str], ...]
    caption: tuple[str, ...]


def _media(release: Release, figures: tuple[Asset, ...]) -> Iterator[Media]:
    base, shown = release.url, {id(asset) for asset in figures}
    for place, asset in enumerate(release.assets):
        if id(asset) not in shown:
            continue
        first = asset.renditions[0]
        facts = (
            ("id", asset.id),
            ("role", asset.role if asset.role != "main" else ""),
            ("title", asset.title),
        )
        yield Media(
            place,
            media_kind(first.href, first.media_type),
            tuple(_file(file, base) for file in asset.renditions),
            asset,
            tuple((name, value) for name, value in facts if value),
            paragraphs(asset.caption),
        )


def _file(file: Rendition, base: str) -> File:
    mime = file.media_type or media_type(file.href)
    time = repr(file.duration) if file.duration else ""
    return File(absolute(file.href, base), mime, file.name, file.height, file.width, time)
