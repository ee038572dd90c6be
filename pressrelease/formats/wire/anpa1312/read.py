"""An ANPA 1312 message as a release: the standard's form, and those that agencies really send."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from pressrelease.anatomy.language import guessed
from pressrelease.characters import cleaned, one_line
from pressrelease.findings import Finding, Where
from pressrelease.formats.assembly import assembled
from pressrelease.formats.registry import Head, Reading, Source
from pressrelease.formats.wire.anpa1312.header import (
    PREFIX,
    Found,
    Header,
    derived,
    lead,
    parsed,
    parsed_trailer,
    urgency,
)
from pressrelease.formats.wire.anpa1312.lines import Unit, paras, units
from pressrelease.formats.wire.anpa1312.slots import CONTROL, taken_apart
from pressrelease.formats.wire.anpa1312.spelling import unwired
from pressrelease.formats.wire.wiretext import facts
from pressrelease.formats.wire.wiretext.blocks import Para, is_greedy
from pressrelease.formats.wire.wiretext.copy import BY
from pressrelease.formats.wire.wiretext.measure import columns
from pressrelease.formats.wire.wiretext.notes import read_notes
from pressrelease.formats.wire.wiretext.numbers import earlier_serial
from pressrelease.formats.wire.wiretext.reading import Draft, Made, finished, frames, read_text
from pressrelease.formats.wire.wiretext.states import flag
from pressrelease.model import Release, zone_info
from pressrelease.newsroom import Newsroom

_LONG = 100
"""Letters of a flush-left line above the text that is an abstract."""
_RECOGNISED = re.compile(rb"[\x00\x07\x7f \r\n]{0,40}\x16{0,8}\x01[A-Za-z]\d{3,4}[\x1f ]")
_FORMATTED = re.compile(rb"[\x13\x14][\x11\x12]")
_END = re.compile(r"(?:_{3,}|-30-|30|###|END|AP-NY-.*)\W*", re.I)
_PHOTO = re.compile(r"(?:AP |[A-Z]{2,4} )?(?:Photos?|Graphics?|Video|Audio)\b.{0,80}")
_EDS = re.compile(
    r"\(?eds?(?:itors)?['’]?\s?:\s*(?:editor['’]s note [—–_-]+ )?|\(?editor['’]s note [—–_-]+ ", re.I
)


def recognise(head: Head) -> float:
    """Return how sure it is that this is an ANPA 1312 message: by its start, its selector, its format bytes."""
    if _RECOGNISED.match(head.data) is None:
        return 0.0
    return 0.98 if b"\x1f" in head.data[:60] or _FORMATTED.search(head.data[:300]) else 0.5


def read(source: Source) -> Reading:
    """Return the release that one message holds.

    Raises Unreadable for several messages in one document, and for one without a headline.
    """
    slots = taken_apart(source.raw, source.charset)
    agency, made, zoned = parsed_trailer(slots.trailer)
    if made is None:
        slots.tell("no-trailer", "no trailer says when the message was made")
        slots.leftovers += [slots.trailer] if slots.trailer else []
    elif not zoned:
        slots.tell("no-zone", "the trailer names no zone")
        info = zone_info(source.newsroom.time_zone) if source.newsroom else None
        made = made.replace(tzinfo=info) if info else None
        slots.leftovers += [] if made else [slots.trailer]
    found = parsed(slots.first, slots.second, agency.upper())
    if found is None:
        slots.leftovers += [line for line in (one_line(slots.first), one_line(slots.second)) if line]
        slots.findings.append(Finding("odd-header", "warning", "the header has another form", Where(line=1)))
    elif not found.usual:
        slots.tell("odd-header", "the header has another form")
    result = of_text(slots.text, made, source.newsroom, _said(found), agency.lower()[:3])
    release = with_slots(result.release, found.header if found else None, made)
    return Reading(
        release,
        confidence=0.95 if found else 0.6,
        findings=(*slots.findings, *result.findings),
        leftovers=(*slots.leftovers, *result.leftovers),
    )


def _said(found: Found | None) -> str:
    return found.header.version if found else ""


# --- the text --------------------------------------------------------------------------------------------------------


def of_text(
    text: str, made: dt.datetime | None, newsroom: Newsroom | None, version: str = "", agency: str = ""
) -> Made:
    """Return what the text beneath the slug line says.

    `made` and `agency` are its trailer's moment and who signs it, `version` is the header's word.
    """
    draft = Draft(zone=newsroom.time_zone if newsroom else "", agencies=(agency,) if agency else ())
    plain = re.sub("(?<!\r)\r+\n", "\n", text).replace("\x1e", " ").replace("\x1f", "  ")
    language = _language(plain)
    lines = [cleaned(CONTROL.sub("", line)) for line in unwired(plain, language).split("\n")]
    body, eds = _headed(draft, list(units(lines)))
    width = max((columns(line) for unit in body for line in unit.lines), default=0)
    greedy = is_greedy([unit.lines for unit in body if not unit.quad], width)
    notes = read_notes([Para((u.text,), number=u.number) for u in eds], lambda line: frames(draft, line))
    if version and flag(version) is not None:
        frames(draft, version)
    draft.version = max(draft.version, lead(version))
    read_text(draft, list(paras(body, width, greedy)), notes)
    finished(draft, notes)
    if made and not (
        draft.values.get("published") or draft.values.get("updated") or draft.values["change"].get("at")
    ):
        draft.values["published"] = made
    draft.values["extra"] = _kept(draft)
    release, dropped = assembled(draft.values, what="a message")
    return Made(_without_usual(release), (*draft.findings, *dropped), tuple(draft.leftovers))


def _language(text: str) -> str:
    for line in text.split("\n"):
        if line.startswith("^Eds:"):
            key, value = facts.fact(line[5:].strip().rstrip("<"))
            if key == "language":
                return value
    return guessed(text)


def _headed(draft: Draft, units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Take headline, byline and what frames them; return the text, and the lines for editors."""
    body: list[Unit] = []
    eds: list[Unit] = []
    for unit in units:
        text = unit.text
        note = _EDS.match(text) if unit.quad else None
        if note is not None:
            words = text[note.end() :]
            words = words.removesuffix(")") if note.group().startswith("(") else words
            eds.append(Unit(True, (words,), unit.number))
        elif (not text and not unit.quad) or (_END.fullmatch(text) and body):
            continue
        elif body or not unit.quad or not _heads(draft, unit):
            body.append(unit)
    if "headline" not in draft.values:
        quads = [unit for unit in units if unit.quad and unit.text and not _EDS.match(unit.text)]
        found = quads[-1] if quads else body.pop(0) if body else None
        if found is not None:
            draft.values["headline"] = found.text[:500]
            draft.tell(
                "no-headline", "no flush-left line is a headline; other words stand for it", found.number
            )
    return body, eds


def _heads(draft: Draft, unit: Unit) -> bool:
    """Take a flush-left line above the text: a flag, the headline, the byline, the agency, what comes with it."""
    text = unit.text
    if not text:
        return True
    if "headline" not in draft.values:
        if not frames(draft, text):
            draft.values["headline"] = text
        return True
    if "byline" not in draft.values and BY.fullmatch(text):
        draft.values["byline"] = text
        return True
    if unit.agency or _PHOTO.fullmatch(text):
        draft.remarks.append(text)
        return True
    if "summary" not in draft.values and len(text) > _LONG and text.endswith((".", "!", "?")):
        draft.values["summary"] = text
        return True
    return False


def _kept(draft: Draft) -> dict[str, Any]:
    extra: dict[str, Any] = {}
    if draft.remarks:
        extra[f"{PREFIX}remarks"] = draft.remarks
    if draft.earlier:
        extra[f"{PREFIX}reference"] = draft.earlier
    return extra


def _without_usual(release: Release) -> Release:
    """Return a release without a reference that its own version already says."""
    number = earlier_serial(release)
    usual = f"{number:04d}" if number else ""
    kept = {k: v for k, v in release.extra.items() if k != f"{PREFIX}reference" or v != usual}
    return release if len(kept) == len(release.extra) else release.changed(extra=kept)


def with_slots(release: Release, header: Header | None, made: dt.datetime | None) -> Release:
    """Return a release with what its header says beyond what follows from it."""
    if header is None:
        return release
    values: dict[str, Any] = {}
    extra = dict(release.extra)
    usual = derived(release, made)
    for name in ("service", "serial", "selector", "category", "agency"):
        if getattr(header, name) != getattr(usual, name):
            extra[PREFIX + name] = getattr(header, name)
    if header.priority != usual.priority:
        number = urgency(header.priority) if release.urgency is None else None
        if number is not None:
            values["urgency"] = number
        else:
            extra[f"{PREFIX}priority"] = header.priority
    if header.keyword.lower() != usual.keyword.lower():
        extra[f"{PREFIX}keyword"] = header.keyword
        if not release.slugline:
            values["slugline"] = re.sub(r"^(?:[abp][cmp])-", "", header.keyword, flags=re.I)
    number_before = earlier_serial(release)
    known = f"{number_before:04d}" if number_before else extra.get(f"{PREFIX}reference", "")
    if header.reference and header.reference != known:
        extra[f"{PREFIX}reference"] = header.reference
    if header.version and header.version != usual.version:
        extra[f"{PREFIX}version"] = header.version
    if extra != dict(release.extra):
        values["extra"] = extra
    return release.changed(**values) if values else release
