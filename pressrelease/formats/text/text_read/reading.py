"""Read one plain text: head, story, tail; then see whether what was read prints back letter for letter."""

from __future__ import annotations

import quopri
import re

from pressrelease.anatomy.embargoes import is_embargo
from pressrelease.anatomy.furniture import (
    ARTICLE,
    ASSET,
    END,
    LABEL,
    MORE,
    SEPARATOR,
    URL,
    dated_mark,
    origin,
)
from pressrelease.anatomy.headings import heading_kind
from pressrelease.anatomy.language import guessed
from pressrelease.anatomy.people import housed
from pressrelease.anatomy.tickers import listed
from pressrelease.characters import cleaned, one_line
from pressrelease.datelines import printed, read_lead, read_line
from pressrelease.errors import Problem
from pressrelease.findings import Finding
from pressrelease.formats.registry import Reading, Source, Unreadable
from pressrelease.formats.text.text_read.blocks import merged, story_pieces, with_tables
from pressrelease.formats.text.text_read.comparison import compared
from pressrelease.formats.text.text_read.contacts import Contacts
from pressrelease.formats.text.text_read.covering import greeting
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.framing import (
    dated,
    furniture,
    held_within,
    mail_headers,
    with_moments,
)
from pressrelease.formats.text.text_read.head import headline
from pressrelease.formats.text.text_read.lines import (
    BULLET,
    LONGEST_LINE,
    Chunk,
    Page,
    Piece,
    is_wrapped,
    page,
    split_where,
)
from pressrelease.formats.text.text_read.openers import INLINE
from pressrelease.formats.text.text_read.tail import Tail
from pressrelease.formats.text.text_read.wires import lead_beneath, with_leads
from pressrelease.markup.speech import spoken
from pressrelease.model import Dateline, Layout, Release
from pressrelease.story import Block, Heading, Paragraph, Rule, Story, Text, plain, without

_SOFT = re.compile(r"=\r?\n|=[0-9A-F]{2}=[0-9A-F]{2}")
_HEAD = 8
"""Chunks at the opening of a text among which the dateline stands."""
MOST_LINES = 100_000
"""Lines of the longest text that is read as a release."""


def read_text(source: Source) -> Reading:
    """Return what `source`, a release as plain text of any house, holds.

    Raises Unreadable where it has no headline or a line that no person wrote.
    """
    text, findings = source.text()
    text, more = _unquoted(text)
    count = text.count("\n") + text.count("\r")
    if count > MOST_LINES:
        raise Unreadable(
            Problem("too many lines for a release", found=f"{count:,}", expected=f"at most {MOST_LINES:,}")
        )
    leaf = page(text)
    if leaf.longest > LONGEST_LINE:
        raise Unreadable(
            Problem(
                "a line too long for a text",
                found=f"{leaf.longest:,} characters",
                expected=f"at most {LONGEST_LINE:,}",
            )
        )
    if not leaf.chunks:
        raise Unreadable(Problem("empty", expected="a release"))
    zone = source.newsroom.time_zone if source.newsroom else ""
    draft = Draft(language=guessed(text), zone=zone, findings=[*findings, *more])
    _read(draft, leaf)
    release = _release(draft, leaf)
    draft.tell_of_mail()
    release = compared(draft, release, text, leaf)
    return Reading(
        release,
        confidence=_confidence(draft),
        findings=tuple(draft.findings),
        leftovers=tuple(draft.leftovers),
    )


def _unquoted(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Decode quoted-printable that a mail program left in the text."""
    if (
        len(_SOFT.findall(text[:100_000])) < 3
        or "=\n" not in text.replace("\r\n", "\n")
        or not text.isascii()
    ):
        return text, ()
    try:
        decoded = quopri.decodestring(text.encode("ascii")).decode("utf-8")
    except UnicodeDecodeError:
        return text, ()
    return cleaned(decoded), (Finding("quoted-printable", "info", "quoted-printable of a mail was decoded"),)


def _read(draft: Draft, leaf: Page) -> None:
    chunks = split_where(leaf.chunks, lambda lines, n: _alone(lines, n, draft.language))
    chunks, subject = mail_headers(draft, chunks)
    chunks = greeting(draft, chunks, bool(draft.mail))
    chunks = with_leads(with_moments(chunks), draft.language)
    draft.led = _says_day(chunks, draft.language)
    chunks = _contacts_above(draft, chunks)
    rest = with_tables(headline(draft, chunks, subject))
    tail = Tail(draft, rest)
    at = 0
    found: list[tuple[Block, Piece]] = []
    opened = False
    while at < len(rest):
        chunk = rest[at]
        if tail.opens(at) and (opened or not _opens_story(chunk)):
            break
        if not opened and furniture(draft, chunk):
            at += 1
            continue
        found += _body(draft, chunk, at, rest, bool(found))
        opened = True
        at += 1
    for block, piece in merged(found):
        draft.blocks.append(block)
        draft.pieces.append(piece)
    draft.flush()
    tail.read(at)


def _opens_story(chunk: Chunk) -> bool:
    """Return whether a chunk that looks like a heading is the first paragraph all the same."""
    return len(chunk.text) > 200


def _alone(lines: tuple[str, ...], at: int, language: str) -> bool:
    """Return whether a line within a chunk stands for itself."""
    bare = one_line(lines[at])
    if URL.fullmatch(bare):
        beside = [one_line(line) for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])]
        return any(URL.fullmatch(line) or (line and _labels_url(line)) for line in beside)
    if at + 1 < len(lines) and _labels_url(bare) and URL.fullmatch(one_line(lines[at + 1])):
        return True
    if not bare or len(bare) > 260:
        return False
    if END.fullmatch(bare) or LABEL.fullmatch(bare) or origin(bare) or ASSET.fullmatch(bare):
        return True
    if at < 2 and dated(bare, language):
        return True
    if is_embargo(bare) and re.search(r"\d|:$", bare):
        return True
    wrapped = at == 0 and is_wrapped(lines)
    if bare.endswith(":") and len(bare) <= 110 and not wrapped and heading_kind(bare, colon=True):
        return True
    if any(c.isdigit() for c in bare) and len(bare) <= 100:
        found = read_line(bare, language)
        return found is not None and found.date is not None and bool(found.places)
    return False


def _labels_url(line: str) -> bool:
    bare = one_line(line)
    labels = bare.endswith(":") and len(bare) <= 100 and ARTICLE.search(bare) is not None
    return labels and (
        heading_kind(bare, colon=True) != "contact" or MORE.fullmatch(bare.rstrip(": ")) is not None
    )


def _contacts_above(draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """Take furniture and a contact block that stand above the headline."""
    while chunks:
        chunk = chunks[0]
        if len(chunks) > 2 and _is_contact(chunks[1]) and _is_day(draft, chunks):
            draft.mark(chunk)
            chunks = chunks[1:]
            continue
        kind = heading_kind(chunk.first, colon=chunk.first.endswith(":")) if len(chunk.first) <= 80 else ""
        beside = _contact_beside(chunk)
        if beside is not None and len(chunks) > 1:
            heading, who = beside
            Contacts(draft).read(chunk, heading, 0, [who])
            chunks = chunks[1:]
        elif kind == "contact" and len(chunks) > 2:
            inner = chunk.parted(1)[1] if len(chunk.lines) > 1 else chunks[1]
            gap = 1 if len(chunk.lines) > 1 else chunks[1].gap
            Contacts(draft).read(chunk, chunk.first, gap, [inner])
            chunks = chunks[1 if len(chunk.lines) > 1 else 2 :]
        elif (
            "headline" not in draft.values and len(chunks) > 1 and _framing(chunk) and furniture(draft, chunk)
        ):
            chunks = chunks[1:]
        else:
            break
    return chunks


def _says_day(chunks: list[Chunk], language: str) -> bool:
    """Return whether a line or lead near the opening says a place and its day."""
    for chunk in chunks[:_HEAD]:
        for found in (read_lead(chunk.text, language), read_line(chunk.text, language)):
            line = found[0] if isinstance(found, tuple) else found
            if line is not None and line.places and (line.date is not None or line.date_printed):
                return True
    return False


def _contact_beside(chunk: Chunk) -> tuple[str, Chunk] | None:
    """Return a heading with whom to ask beside it (`Contact: Jane Doe`), and all that is said of them."""
    label = INLINE.match(chunk.first) if len(chunk.text) <= 400 else None
    if label is None or heading_kind(f"{label[1]}:", colon=True) != "contact":
        return None
    return f"{label[1]}:", Chunk((chunk.first[label.end() :], *chunk.lines[1:]), 0, chunk.number)


def _is_contact(chunk: Chunk) -> bool:
    return len(chunk.first) <= 80 and heading_kind(chunk.first, colon=chunk.first.endswith(":")) == "contact"


def _is_day(draft: Draft, chunks: list[Chunk]) -> bool:
    """Return whether a day stands above whom to ask, which the lead beneath names again."""
    day = read_line(chunks[0].text, draft.language) if len(chunks[0].text) <= 60 else None
    return day is not None and day.date is not None and lead_beneath(chunks, 0, draft.language) is not None


def _framing(chunk: Chunk) -> bool:
    text = chunk.text
    return len(text) <= 300 and bool(
        LABEL.fullmatch(text) or is_embargo(text) or SEPARATOR.fullmatch(text) or dated_mark(text)
    )


def _body(draft: Draft, chunk: Chunk, at: int, rest: list[Chunk], opened: bool) -> list[tuple[Block, Piece]]:
    if not opened:
        held_within(draft, chunk)
        chunk = _led(draft, chunk)
    if SEPARATOR.fullmatch(chunk.text):
        return [(Rule(), Piece(chunk.gap, alone=True, marker=chunk.lines[0].strip(), flowing=False))]
    if opened and at + 1 < len(rest) and _subhead(chunk):
        return [(Heading((Text(chunk.text),)), Piece(chunk.gap, None, 0, flowing=False))]
    return story_pieces(chunk)


def _led(draft: Draft, chunk: Chunk) -> Chunk:
    """Take the dateline or credit that opens the first paragraph."""
    line: Dateline | None = draft.values.get("dateline")
    found = (
        read_lead(chunk.text, draft.language, after=line) if line else read_lead(chunk.text, draft.language)
    )
    if found is None:
        return chunk
    dateline, _ = found
    if line is not None and printed(dateline, draft.language).line != printed(line, draft.language).line:
        return chunk
    lead = printed(dateline, draft.language).lead
    if not lead or not chunk.text.startswith(lead) or not chunk.text[len(lead) :].strip():
        return chunk
    draft.values["dateline"] = dateline
    if line is None:
        draft.slot("dateline", 0)
    draft.lead = lead
    return chunk


def _subhead(chunk: Chunk) -> bool:
    text = chunk.text
    return (
        len(chunk.lines) == 1
        and len(text) <= 90
        and len(text.split()) <= 13
        and not re.search(r"[.!,;:…\"”“»«]$|[.!?] [^\W\d_]", text)
        and text[0] not in "(#"
        and any(c.isalpha() for c in text)
        and not BULLET.match(chunk.lines[0])
        and "\t" not in chunk.lines[0]
    )


def _release(draft: Draft, leaf: Page) -> Release:
    blocks = list(draft.blocks)
    lead = draft.lead
    if lead:
        for i, block in enumerate(blocks):
            text = plain(block)
            if isinstance(block, Paragraph) and text.startswith(lead):
                blocks[i] = Paragraph(without(block.spans, len(lead)))
                break
    story, findings = spoken(Story(tuple(blocks)), draft.language)
    draft.findings += findings
    organisations = [*draft.organisations, *listed(story.text)]
    return Release(
        language=draft.language,
        story=story,
        boilerplates=draft.boilerplates,
        contacts=housed(draft.contacts, draft.boilerplates, draft.notices),
        notices=draft.notices,
        related=draft.related,
        assets=draft.assets,
        organisations=organisations,
        layout=Layout(style="gna-text", slots=draft.slots, newline=leaf.newline, end=min(leaf.end, 99)),
        **draft.values,
    )


def _confidence(draft: Draft) -> float:
    """Return how sure it is that this is a release: a headline and text are little, a dateline and notices more."""
    sure = 0.4
    if draft.blocks:
        sure += 0.1
    if "dateline" in draft.values:
        sure += 0.25
    if draft.contacts or draft.boilerplates or draft.notices:
        sure += 0.15
    if any(slot.what == "mark" for slot in draft.slots) or "embargo" in draft.values:
        sure += 0.05
    return round(min(sure, 0.95) * (0.7 if draft.leftovers else 1), 2)
