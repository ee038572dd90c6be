"""What frames a text: mail headers, marks, embargo, a correction or kill."""

from __future__ import annotations

import re
from dataclasses import replace

from pressrelease.anatomy.changes import changed, is_note
from pressrelease.anatomy.embargoes import embargo, goes_on, is_embargo, later, opens_with_embargo
from pressrelease.anatomy.furniture import dated_mark, is_mark
from pressrelease.characters import one_line
from pressrelease.datelines import read_line
from pressrelease.findings import Where
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
from pressrelease.model import Change, Dateline, Embargo

_HEADER = re.compile(
    r"(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|MIME-Version|Content-[A-Za-z-]+|Return-Path|"
    r"Received|X-[A-Za-z-]+|List-[A-Za-z-]+|"
    r"Von|An|Betreff|Datum|Gesendet|Kopie|De|À|Objet|Envoyé|Para|Asunto|Fecha|Da|A|Oggetto|Data|Aan|"
    r"Onderwerp): (.*)"
)
_HEAD = 10
"""Chunks at the opening of a text among which an embargo may stand."""
_SUBJECTS = frozenset(("subject", "betreff", "objet", "asunto", "oggetto", "onderwerp"))


def mail_headers(draft: Draft, chunks: list[Chunk]) -> tuple[list[Chunk], str]:
    """Take the header lines of a mail: all to the leftovers but the subject, which is returned."""
    if not chunks:
        return chunks, ""
    found: list[tuple[str, str]] = []
    for line in chunks[0].lines:
        match = _HEADER.fullmatch(line)
        if match:
            found.append((match.group(1), match.group(2)))
        elif found and line[:1] in " \t":
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        else:
            break
    names = {name.lower() for name, _ in found}
    taken = sum(1 for _ in found)
    if taken < 2 or not (names & _SUBJECTS or {"from", "von", "de", "da"} & names):
        return chunks, ""
    count = 0
    for line in chunks[0].lines:
        if not (_HEADER.fullmatch(line) or (count and line[:1] in " \t")):
            break
        count += 1
    subject = next((one_line(text) for name, text in found if name.lower() in _SUBJECTS), "")
    draft.leftovers += [f"{name}: {one_line(text)}" for name, text in found if name.lower() not in _SUBJECTS]
    draft.mail.append("headers")
    draft.mail_line = chunks[0].number
    draft.subject = next(
        (f"{name}: {one_line(text)}" for name, text in found if name.lower() in _SUBJECTS), ""
    )
    first = chunks[0]
    rest = [first.parted(count)[1]] if count < len(first.lines) else []
    return [*rest, *chunks[1:]], subject


def furniture(draft: Draft, chunk: Chunk) -> bool:
    """Take a chunk that frames the text: a mark, an embargo, a correction; return whether it was one."""
    line = chunk.text
    if len(line) > 300:
        return note_of_change(draft, chunk)
    if is_mark(line):
        draft.mark(chunk)
        return True
    return (
        _embargo(draft, chunk)
        or _dated(draft, chunk)
        or _change(draft, chunk)
        or note_of_change(draft, chunk)
    )


def dated(line: str, language: str) -> tuple[str, Dateline] | None:
    """Return the mark and the day beside it: `FOR IMMEDIATE RELEASE: November 24, 2026`."""
    found = dated_mark(line)
    day = read_line(found[1], language) if found else None
    if found is None or day is None or day.date is None or day.places:
        return None
    return found[0], day


def _dated(draft: Draft, chunk: Chunk) -> bool:
    """Take a mark and the day beside it, which is the dateline's unless a lead beneath says its own."""
    found = dated(chunk.text, draft.language)
    if found is None:
        return False
    if "dateline" in draft.values or draft.led:
        draft.mark(chunk)
    else:
        draft.values["dateline"] = found[1]
        draft.slot("dateline", chunk.gap, label=found[0], label_gap=0)
    return True


def _embargo(draft: Draft, chunk: Chunk) -> bool:
    if not is_embargo(chunk.text):
        return False
    made, told = embargo(chunk.text, draft.zone, Where(line=chunk.number))
    draft.findings += told
    known: Embargo | None = draft.values.get("embargo")
    if known is None:
        draft.values["embargo"] = made
        draft.slot("embargo", chunk.gap)
    else:
        draft.values["embargo"] = later(known, made).changed(printed=known.printed)
        draft.mark(chunk)
    return True


def held_within(draft: Draft, chunk: Chunk) -> None:
    """Hold a release whose first paragraph begins with the words that hold it; they stay where they are."""
    if not opens_with_embargo(chunk.text):
        return
    made, told = embargo(chunk.text, draft.zone, Where(line=chunk.number))
    draft.findings += told
    draft.values["embargo"] = later(draft.values.get("embargo"), made.changed(printed=""))


def with_moments(chunks: list[Chunk]) -> list[Chunk]:
    """Return `chunks` with an embargo and the moment that stands on the next line as one."""
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        if out and at < _HEAD and goes_on(out[-1].text, chunk.text):
            out[-1] = replace(out[-1], lines=(*out[-1].lines, *chunk.lines))
        else:
            out.append(chunk)
    return out


def _change(draft: Draft, chunk: Chunk) -> bool:
    line = chunk.text
    known: Change | None = draft.values.get("change")
    found = changed(line, titled="headline" in draft.values)
    if known is not None:
        # What the head said already is said again: `CORRECTION...by Example`.
        again = found is not None and found.change == Change(kind=known.kind) and not found.headline
        if again:
            draft.mark(chunk)
        return again
    if found is None:
        return False
    if found.change.kind != "new":
        draft.values["change"] = found.change
    if found.headline:
        draft.values["headline"] = found.headline
        glued = not line.startswith(f"{found.label} ")
        draft.slot("headline", chunk.gap, label=found.label, label_gap=-1 if glued else 0)
    elif found.change.note:
        draft.slot("change", chunk.gap, label=found.label, label_gap=0)
    else:
        draft.mark(chunk)
    if found.change.kind == "kill":
        draft.values["status"] = "canceled"
    return True


def note_of_change(draft: Draft, chunk: Chunk) -> bool:
    """Take the paragraph that tells what was wrong in the version before."""
    known: Change | None = draft.values.get("change")
    if known is None or known.note or not is_note(chunk.text):
        return False
    draft.values["change"] = known.changed(note=chunk.text)
    draft.slot("change", chunk.gap)
    return True
