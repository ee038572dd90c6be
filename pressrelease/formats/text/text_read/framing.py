"""What frames a text: mail headers, marks, embargo, a correction or kill."""

from __future__ import annotations

import re

from pressrelease.characters import one_line
from pressrelease.formats.text.text_read import furniture as words
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
from pressrelease.formats.text.text_read.moments import moment
from pressrelease.model import Change, Embargo

_CAPITALS = re.compile(r"(?:CORRECT(?:ING|ED|ION)|UPDATE|UPDATED)(?: (?:and|AND) REPLACING)? [A-Z]")


def mail_headers(draft: Draft, chunks: list[Chunk]) -> tuple[list[Chunk], str]:
    """Take the header lines of a mail: all to the leftovers but the subject, which is returned."""
    if not chunks:
        return chunks, ""
    found: list[tuple[str, str]] = []
    for line in chunks[0].lines:
        match = words.MAIL_HEADER.fullmatch(line)
        if match:
            found.append((match.group(1), match.group(2)))
        elif found and line[:1] in " \t":
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        else:
            break
    names = {name.lower() for name, _ in found}
    taken = sum(1 for _ in found)
    if taken < 2 or not (names & words.SUBJECTS or {"from", "von", "de", "da"} & names):
        return chunks, ""
    count = 0
    for line in chunks[0].lines:
        if not (words.MAIL_HEADER.fullmatch(line) or (count and line[:1] in " \t")):
            break
        count += 1
    subject = next((one_line(text) for name, text in found if name.lower() in words.SUBJECTS), "")
    draft.leftovers += [
        f"{name}: {one_line(text)}" for name, text in found if name.lower() not in words.SUBJECTS
    ]
    first = chunks[0]
    rest = [first.parted(count)[1]] if count < len(first.lines) else []
    draft.tell("mail-headers", "info", "mail headers were left out", first.number)
    return [*rest, *chunks[1:]], re.sub(r"(?i)^(?:(?:fwd?|re|wg|aw|tr): )+", "", subject)


def furniture(draft: Draft, chunk: Chunk) -> bool:
    """Take a chunk that frames the text: a mark, an embargo, a correction; return whether it was one."""
    line = chunk.text
    if len(line) > 300:
        return False
    if words.LABEL.fullmatch(line) or words.END.fullmatch(line) or words.SEPARATOR.fullmatch(line):
        draft.mark(chunk)
        return True
    if words.EMBARGO.match(line) and len(line) <= 200 and "embargo" not in draft.values:
        _embargo(draft, chunk)
        return True
    return _change(draft, chunk)


def _embargo(draft: Draft, chunk: Chunk) -> None:
    line = chunk.text
    until, why = moment(line, draft.zone)
    if why:
        code = {"unreadable": "embargo-unreadable", "without-time": "embargo-without-time"}.get(
            why, "embargo-without-zone"
        )
        said = {"unreadable": "names no moment", "without-time": "names no time of day"}.get(
            why, "names no time zone"
        )
        draft.tell(
            code, "warning", f"the embargo {said}; the release is held", chunk.number, "set `embargo.until`"
        )
    draft.values["embargo"] = Embargo(until=until, printed=line, binding=not words.ADVICE.search(line))
    draft.slot("embargo", chunk.gap)


def _change(draft: Draft, chunk: Chunk) -> bool:
    line = chunk.text
    if "change" in draft.values or len(line) > 200:
        return False
    for kind, regex in (("kill", words.KILL), ("correction", words.CORRECTION), ("update", words.UPDATE)):
        match = regex.match(line)
        if match is None:
            continue
        label, note = line, ""
        if (
            "headline" not in draft.values
            and _CAPITALS.match(line)
            and line[match.end() : match.end() + 1] == " "
        ):
            draft.values["change"] = Change(kind=kind)
            draft.values["headline"] = line[match.end() :].strip()
            draft.slot("headline", chunk.gap, label=match.group(), label_gap=0)
            return True
        behind = re.compile(r"\W{0,3}(?:\([^()]{1,60}\))?\W{0,3}$").match(line, match.end())
        if behind is None:
            colon = re.compile(r"(?: [\w/-]{1,20}){0,3}\W{0,3}?[:–—-]+ ").match(line, match.end())
            if (
                colon is None
                or not line[colon.end() :]
                or ("headline" not in draft.values and kind == "update" and ":" not in colon.group())
            ):
                return False
            label, note = line[: colon.end()].rstrip(), line[colon.end() :]
            # `CORRECTION: Harbour opens` may be the headline itself: what changed is told in a sentence.
            if (
                "headline" not in draft.values
                and not note.rstrip().endswith((".", "!", ")"))
                and len(note) < 120
            ):
                draft.values["change"] = Change(kind=kind)
                draft.values["headline"] = note
                draft.slot("headline", chunk.gap, label=label, label_gap=0)
                return True
        draft.values["change"] = Change(kind=kind, note=note)
        draft.slot("change", chunk.gap, label=label, label_gap=0) if note else draft.slot(
            "mark", chunk.gap, label=label
        )
        if kind == "kill":
            draft.values["status"] = "canceled"
        return True
    return False
