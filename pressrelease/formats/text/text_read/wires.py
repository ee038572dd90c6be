"""What wires set above a release and into its head: marks that are none of its words, leads on a line of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from pressrelease.anatomy.notices import worded
from pressrelease.characters import one_line
from pressrelease.datelines import read_lead, read_line
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
from pressrelease.model import Dateline

_HEAD = 12
"""Chunks at the opening of a text that are looked at."""
_APA = re.compile(
    r"OTS\d{4} \d .{5,80}\d{4}|OTS_\d{8}_OTS\d{4}(?:, .{4,40})?|OTS\d{4},? .{0,40}\d{1,2}\.\d{1,2}\.\d{4}.{0,20}"
)
_DESKS = re.compile(r"[^\W\d_][\w& -]{1,30}(?:/[^\W\d_][\w& -]{1,30}){1,8}")
_SUBTITLE = re.compile(r"Utl\.: ?(?=\S)")
_PROVIDED = re.compile(r"(?:NEWS )?PROVIDED BY:?|FOURNI PAR:?|NEUIGKEITEN BEREITGESTELLT VON:?", re.I)
_REGULATORY = re.compile(
    r"(?:EQS|DGAP)-?[\w-]{2,20}: .{2,150} / (?:Schlagwort|Key ?word)\(?[\w()]{0,4}.{0,150}"
)
_RULES = (
    ("stamp", re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4} ?/ ?\d{1,2}:\d\d(?: [A-Z]{3,4}(?:/[A-Z]{3,4})?)?$")),
    (
        "inside-information",
        re.compile(
            r"(?:Veröffentlichung (?:einer Insiderinformation|von Insiderinformationen)|"
            r"Disclosure of an inside information|"
            r"Publication of (?:an )?inside information|Publication d['’]une information privilégiée)\b"
        ),
    ),
    (
        "editorial-responsibility",
        re.compile(
            r"(?:Für den Inhalt der Mitteilung ist der|The issuer(?: / publisher)? is solely responsible for|"
            r"L['’]émetteur est seul responsable)\b"
        ),
    ),
)


def wire_head(draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """Take the lines that a wire sets above the headline; the desks it is meant for stand beneath its own line."""
    if not chunks or not _APA.fullmatch(chunks[0].text):
        return chunks
    draft.mark(chunks[0])
    chunks = chunks[1:]
    if chunks and len(chunks[0].text) <= 80 and _DESKS.fullmatch(chunks[0].text):
        draft.mark(chunks[0])
        chunks = chunks[1:]
    return chunks


def subtitle(draft: Draft, chunk: Chunk) -> bool:
    """Take `Utl.: Züge halten ab Montag =`, the line beneath the headline as APA-OTS sets it."""
    label = _SUBTITLE.match(chunk.text)
    if label is None or "subheadline" in draft.values:
        return False
    bare, ended = unsigned(chunk.text[label.end() :])
    draft.values["subheadline"] = bare
    draft.slot("subheadline", chunk.gap, label="Utl.:", label_gap=0)
    if ended:
        draft.slot("mark", 0, label="=")
    return True


def unsigned(line: str) -> tuple[str, bool]:
    """Return `line` without the sign ` =` by which APA ends a headline, and whether it stood there."""
    bare = line.removesuffix(" =")
    return bare, bare != line


def between(draft: Draft, chunks: list[Chunk], at: int) -> int:
    """Take what a wire sets between headline and text at `at`; return how many chunks were its own.

    `NEWS PROVIDED BY` with the sender and the day beneath, the key words and the stamp of a regulatory notice.
    """
    chunk = chunks[at]
    if _REGULATORY.match(chunk.first) and len(chunk.text) < 500:
        draft.mark(chunk)
        return 1
    if regulatory(draft, chunk):
        return 1
    if not _PROVIDED.fullmatch(chunk.first):
        return 0
    draft.mark(chunk)
    taken = 1
    while at + taken < len(chunks) and taken < 4:
        following = chunks[at + taken]
        dated = read_line(following.text, draft.language)
        if len(following.text) > 80 or not (taken == 1 or dated):
            break
        draft.mark(following)
        taken += 1
        if dated:
            break
    return taken


def regulatory(draft: Draft, chunk: Chunk) -> bool:
    """Take what a regulatory notice says before its text: when, under which rule, and who answers for it."""
    kinds = [next((k for k, words in _RULES if words.match(line.strip())), None) for line in chunk.lines]
    if None in kinds or len(chunk.lines) > 6:
        return False
    for at, (line, kind) in enumerate(zip(chunk.lines, kinds, strict=True)):
        gap = 1 if at else chunk.gap
        if kind == "stamp":
            draft.slot("mark", gap, label=one_line(line))
        else:
            draft.notices.append(worded(str(kind), "", [one_line(line)], None))
            draft.slot(f"notices.{len(draft.notices) - 1}", gap)
    return True


# --- leads --------------------------------------------------------------------------------------------------------


def with_leads(chunks: list[Chunk], language: str) -> list[Chunk]:
    """Return `chunks` with a lead that stands on its own line (`Hamburg (ots) -`) at the opening of its paragraph."""
    for at in range(min(len(chunks), _HEAD)):
        chunk = chunks[at]
        if len(chunk.lines) == 1 and at + 1 < len(chunks) and _is_lead(chunk.first, language):
            both = _with_lead(chunks[at + 1], chunk)
            return [*chunks[:at], both, *chunks[at + 2 :]]
        count = _lead_lines(chunk, language)
        if count:
            above, text = chunk.parted(count)
            return [*chunks[:at], _with_lead(text, above), *chunks[at + 1 :]]
    return chunks


def _is_lead(line: str, language: str) -> bool:
    if len(line) > 80 or not line.endswith(("-", "–", "—")):
        return False
    found = read_lead(f"{line} Words", language)
    return found is not None and found[1] == "Words" and bool(found[0].credit)


def _lead_lines(chunk: Chunk, language: str) -> int:
    """Return how many lines of a paragraph its lead runs over: `Bremen`, `(ots) - Die Stadt …`."""
    if len(chunk.lines) < 2 or len(chunk.first) > 60 or not one_line(chunk.lines[1]).startswith(("(", "/")):
        return 0
    found = read_lead(chunk.text, language)
    return 1 if found and len(chunk.text) - len(found[1]) > len(chunk.first) + 1 else 0


def _with_lead(chunk: Chunk, lead: Chunk) -> Chunk:
    first = f"{lead.text} {chunk.lines[0].strip()}"
    return replace(chunk, lines=(first, *chunk.lines[1:]), gap=lead.gap, number=lead.number)


def credit_line(chunk: Chunk, language: str) -> Dateline | None:
    """Return the dateline that is a place and a wire's credit on a line of its own: `Hamburg (ots)`."""
    line = read_line(chunk.text, language) if len(chunk.text) <= 80 else None
    return line if line is not None and line.places and line.style == "ots" and line.credit else None


def lead_beneath(chunks: list[Chunk], at: int, language: str) -> Dateline | None:
    """Return the dateline that opens a paragraph beneath the line at `at`, where it names a place and who sent it."""
    for chunk in chunks[at + 1 : at + 6]:
        line = credit_line(chunk, language)
        if line is not None:
            return line
        found = read_lead(chunk.text, language) if len(chunk.text) > 60 else None
        if found is not None:
            whole = found[0].places and (found[0].date is not None or found[0].credit)
            return found[0] if whole else None
    return None
