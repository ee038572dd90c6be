"""What frames a text: mail headers, marks, embargo, a correction or kill."""

from __future__ import annotations

import re

from pressrelease.anatomy.changes import changed
from pressrelease.anatomy.embargoes import embargo, is_embargo
from pressrelease.anatomy.furniture import is_mark
from pressrelease.characters import one_line
from pressrelease.findings import Where
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk

_HEADER = re.compile(
    r"(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|MIME-Version|Content-[A-Za-z-]+|Return-Path|"
    r"Received|X-[A-Za-z-]+|List-[A-Za-z-]+|"
    r"Von|An|Betreff|Datum|Gesendet|Kopie|De|À|Objet|Envoyé|Para|Asunto|Fecha|Da|A|Oggetto|Data|Aan|"
    r"Onderwerp): (.*)"
)
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
    first = chunks[0]
    rest = [first.parted(count)[1]] if count < len(first.lines) else []
    draft.tell("mail-headers", "info", "mail headers were left out", first.number)
    return [*rest, *chunks[1:]], re.sub(r"(?i)^(?:(?:fwd?|re|wg|aw|tr): )+", "", subject)


def furniture(draft: Draft, chunk: Chunk) -> bool:
    """Take a chunk that frames the text: a mark, an embargo, a correction; return whether it was one."""
    line = chunk.text
    if len(line) > 300:
        return False
    if is_mark(line):
        draft.mark(chunk)
        return True
    if is_embargo(line) and "embargo" not in draft.values:
        draft.values["embargo"], told = embargo(line, draft.zone, Where(line=chunk.number))
        draft.findings += told
        draft.slot("embargo", chunk.gap)
        return True
    return _change(draft, chunk)


def _change(draft: Draft, chunk: Chunk) -> bool:
    found = None if "change" in draft.values else changed(chunk.text, titled="headline" in draft.values)
    if found is None:
        return False
    draft.values["change"] = found.change
    if found.headline:
        draft.values["headline"] = found.headline
        draft.slot("headline", chunk.gap, label=found.label, label_gap=0)
    elif found.change.note:
        draft.slot("change", chunk.gap, label=found.label, label_gap=0)
    else:
        draft.slot("mark", chunk.gap, label=found.label)
    if found.change.kind == "kill":
        draft.values["status"] = "canceled"
    return True
