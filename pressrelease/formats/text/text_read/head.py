"""The head of a text: mail headers, furniture, embargo, headline, line beneath it, dateline."""

from __future__ import annotations

import re

from pressrelease.characters import one_line
from pressrelease.datelines import read_lead, read_line
from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.formats.registry import Unreadable
from pressrelease.formats.text.text_read.blocks import story_pieces
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.framing import furniture
from pressrelease.formats.text.text_read.lines import BULLET, Chunk, is_wrapped, wrap_range
from pressrelease.formats.text.text_read.sender import sender_above
from pressrelease.formats.text.text_read.wires import (
    between,
    credit_line,
    lead_beneath,
    subtitle,
    unsigned,
    wire_head,
)
from pressrelease.model import Dateline

_BYLINE = re.compile(r"(By|Von|Par|Por|Di|Door|BY) ([^\W\d_][^\n.!?:]{2,80})")
_FORWARDED = re.compile(r"(?i)(?:(?:fwd?|re|wg|aw|tr): )+")
_LONGEST_HEADLINE = 500
_HANGING = frozenset(
    [
        "–",
        "—",
        "&",
        "and",
        "or",
        "of",
        "the",
        "a",
        "an",
        "to",
        "in",
        "for",
        "with",
        "by",
        "und",
        "oder",
        "der",
        "die",
        "das",
        "des",
        "im",
        "am",
        "für",
        "mit",
        "von",
        "zu",
        "et",
        "ou",
        "de",
        "du",
        "la",
        "le",
        "les",
        "y",
        "e",
        "el",
        "en",
        "het",
        "van",
    ]
)
_BYLINES = {
    "en": ("By", "BY"),
    "de": ("Von",),
    "fr": ("Par",),
    "es": ("Por",),
    "it": ("Di",),
    "nl": ("Door",),
}


def headline(draft: Draft, chunks: list[Chunk], subject: str) -> list[Chunk]:
    """Take furniture, headline, line beneath it, byline and dateline; return what is left."""
    chunks = _opening(draft, wire_head(draft, chunks))
    if "headline" not in draft.values:
        chunks = _first(draft, chunks, subject)
    draft.leftovers += filter(None, [draft.subject])
    dateline, at = _dateline(draft, chunks)
    _between(draft, chunks[:at])
    draft.flush()
    rest = chunks[at:]
    if dateline is None:
        while rest and (taken := between(draft, rest, 0)):
            rest = rest[taken:]
        return rest
    return _set_dateline(draft, dateline, rest)


def _between(draft: Draft, chunks: list[Chunk]) -> None:
    """Take what stands between headline and text."""
    at = 0
    while at < len(chunks):
        taken = between(draft, chunks, at)
        if not taken:
            chunk = chunks[at]
            if _is_line(draft, chunk):
                draft.mark(chunk)
            elif not furniture(draft, chunk) and not subtitle(draft, chunk):
                _beneath(draft, chunk)
        at += taken or 1


def _is_line(draft: Draft, chunk: Chunk) -> bool:
    """Return whether a chunk is a day, a place and a day: where a lead beneath says more, it is a mark."""
    line = read_line(chunk.text, draft.language) if len(chunk.text) <= 140 else None
    return line is not None and line.date is not None


def _opening(draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    while chunks and "headline" not in draft.values and furniture(draft, chunks[0]):
        chunks = chunks[1:]
    return chunks


def _first(draft: Draft, chunks: list[Chunk], subject: str) -> list[Chunk]:
    """Take the headline: the first line, or the mail's subject where the text begins with its dateline."""
    chunks = sender_above(draft, chunks)
    first = chunks[0] if chunks else None
    line = (
        read_line(first.text, draft.language)
        if first is not None and len(first.lines) == 1 and len(first.text) < 120
        else None
    )
    if line is not None and line.date is not None and len(chunks) > 1 and "dateline" not in draft.values:
        # A dateline above the headline.
        assert first is not None
        if lead_beneath(chunks, 0, draft.language) is None:
            draft.values["dateline"] = line
            draft.slot("dateline", first.gap)
        else:
            draft.mark(first)
        chunks = _opening(draft, chunks[1:])
        return chunks if "headline" in draft.values else _first(draft, chunks, subject)
    bare = _FORWARDED.sub("", subject)
    if bare and (
        first is None
        or line is not None
        or read_lead(first.text, draft.language)
        or len(first.text) > 300
        or (len(first.text) > 100 and first.text.endswith("."))
    ):
        draft.values["headline"], draft.subject = bare, ""
        draft.slot("headline", 0, label="Subject:", label_gap=0)
        return chunks
    if first is None:
        raise Unreadable(Problem("no headline", expected="a line that says what the release is about"))
    text, rest = _headline_lines(first)
    if len(text) > _LONGEST_HEADLINE or (len(text) > 200 and read_lead(text, draft.language)):
        raise Unreadable(
            Problem(
                "no headline",
                Where(line=first.number),
                shown(text, 40),
                "a line that says what the release is about, above the text",
            )
        )
    text, signed = unsigned(text)
    draft.values["headline"] = text
    if len(first.lines) > 1 and rest is None:
        _wrapped_slot(draft, "headline", first)
    else:
        draft.slot("headline", first.gap)
    if signed:
        draft.slot("mark", 0, label="=")
    return [*([rest] if rest else []), *chunks[1:]]


def _wrapped_slot(draft: Draft, what: str, chunk: Chunk) -> None:
    width = wrap_range(chunk.lines)
    draft.slot(what, chunk.gap, wrap=min(width[0], 999) if width else 0)


def _headline_lines(first: Chunk) -> tuple[str, Chunk | None]:
    """Return the headline and what stands beneath it in the same chunk: a headline may run over two or three lines."""
    count = 1
    while count < len(first.lines) and count < 4 and _goes_on(first.lines[count - 1], first.lines[count]):
        count += 1
    if count == len(first.lines):
        return first.text, None
    if count > 1:
        return one_line(" ".join(first.lines[:count])), first.parted(count)[1]
    return one_line(first.lines[0]), first.parted(1)[1]


def _goes_on(line: str, following: str) -> bool:
    if line.rstrip().endswith((".", "!", "?", ":")):
        return False
    last = line.rstrip().rpartition(" ")[2]
    return following.strip()[:1].islower() or last in _HANGING or last.endswith(("-", ","))


def _dateline(draft: Draft, chunks: list[Chunk]) -> tuple[Dateline | None, int]:
    """Return the dateline on a line of its own and its place; else None and the place where the story begins."""
    for at, chunk in enumerate(chunks[:8]):
        text = chunk.text
        if "dateline" not in draft.values and (credit := credit_line(chunk, draft.language)) is not None:
            return credit, at
        if len(text) <= 140:
            line = read_line(text, draft.language)
            if line is not None and (line.date is not None or line.date_printed):
                lead = lead_beneath(chunks, at, draft.language)
                if lead is None or lead.places == line.places:
                    return line, at
        prose = len(text) > 60 or len(chunk.lines) > 1 or text.endswith(".")
        if prose and read_lead(text, draft.language) is not None:
            return None, at
    return None, _body(chunks)


def _body(chunks: list[Chunk]) -> int:
    """Return where the story begins without a dateline: at the first chunk that reads as a paragraph."""
    if len(chunks) > 1 and _short(chunks[0]) and not _short(chunks[1]):
        return 1
    if len(chunks) > 2 and _short(chunks[0]) and _BYLINE.fullmatch(chunks[1].text):
        return 2
    return 0


def _short(chunk: Chunk) -> bool:
    text = chunk.text
    return (
        len(text) <= 240
        and not text.endswith((".", ":", "“", "”", '"'))
        and not BULLET.match(chunk.lines[0])
        and "\t" not in chunk.lines[0]
    )


def _beneath(draft: Draft, chunk: Chunk) -> None:
    """Take a line between headline and dateline: byline, line beneath the headline, or a part of the story."""
    byline = _BYLINE.fullmatch(chunk.text)
    expected = _BYLINES.get(draft.language.split("-")[0], ())
    if (
        byline
        and byline.group(1) in expected
        and "byline" not in draft.values
        and len(chunk.text.split()) <= 9
    ):
        draft.flush()
        draft.values["byline"] = byline.group(2)
        draft.slot("byline", chunk.gap, label=byline.group(1), label_gap=0)
        return
    simple = len(chunk.lines) == 1 or is_wrapped(chunk.lines) or len(chunk.text) < 200
    if (
        "subheadline" not in draft.values
        and not draft.pieces
        and simple
        and not BULLET.match(chunk.lines[0])
        and len(chunk.text) <= 600
    ):
        text, rest = (
            (chunk.text, None) if is_wrapped(chunk.lines) or len(chunk.lines) == 1 else _headline_lines(chunk)
        )
        draft.values["subheadline"] = text
        if len(chunk.lines) > 1 and rest is None:
            _wrapped_slot(draft, "subheadline", chunk)
        else:
            draft.slot("subheadline", chunk.gap)
        if rest is not None:
            _beneath(draft, rest)
        return
    for block, piece in story_pieces(chunk):
        draft.blocks.append(block)
        draft.pieces.append(piece)


def _set_dateline(draft: Draft, line: Dateline, chunks: list[Chunk]) -> list[Chunk]:
    draft.slot("dateline", chunks[0].gap)
    draft.values["dateline"] = line
    return chunks[1:]
