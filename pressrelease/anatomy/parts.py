"""A Story taken apart: lines that frame it, the dateline, and the sections at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pressrelease.anatomy.changes import changed
from pressrelease.anatomy.embargoes import embargo, held, is_embargo, later
from pressrelease.anatomy.furniture import is_mark
from pressrelease.anatomy.headings import heading_kind
from pressrelease.anatomy.people import housed
from pressrelease.anatomy.sections import sections
from pressrelease.anatomy.tickers import listed
from pressrelease.characters import one_line
from pressrelease.datelines import read_lead, read_line
from pressrelease.findings import Finding
from pressrelease.model import Boilerplate, Change, Contact, Dateline, Embargo, Notice, Organisation
from pressrelease.story import Block, Figure, Heading, Paragraph, Rule, Story, plain, without, words

_MARGINAL = 90
"""Letters a line above the text may have that is only a date, a place or a number of minutes to read."""
_ENDS = tuple(".!?…。！？؟।")
_BLANK = "\u00a0\u200b\ufeff "


@dataclass(slots=True)
class Parts:
    """What a story's blocks hold; `blocks` are the story itself."""

    blocks: list[Block] = field(default_factory=list)
    subheadline: str = ""
    dateline: Dateline | None = None
    embargo: Embargo | None = None
    change: Change | None = None
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    provider: Organisation | None = None
    organisations: list[Organisation] = field(default_factory=list)
    """Those the text names with a listing: `Example Corp (NYSE: EXM)`."""
    findings: list[Finding] = field(default_factory=list)

    def values(self) -> dict[str, Any]:
        """Return the fields of a release that were found, by name; the story is the caller's to make of `blocks`."""
        names = ("subheadline", "dateline", "embargo", "change", "boilerplates", "contacts", "notices")
        every = {name: getattr(self, name) for name in (*names, "provider", "organisations")}
        return {name: value for name, value in every.items() if value}


def taken_apart(story: Story, headline: str, subheadline: str, language: str, *, zone: str = "") -> Parts:
    """Return the parts of a story whose headline, and line beneath it where known, are these.

    `language` is a BCP 47 tag or `und`; `zone` (IANA name or offset) is that of moments which name none.
    """
    made = Parts(subheadline=subheadline)
    blocks = [b for b in story.blocks if not isinstance(b, (Paragraph, Heading)) or plain(b).strip(_BLANK)]
    blocks = _beneath(made, blocks, headline)
    opening = held(blocks, zone)
    made.embargo, made.findings = opening.embargo, [*opening.findings]
    if is_embargo(headline) and not headline.lower().startswith("embargo:"):
        told, findings = embargo(headline, zone)
        made.embargo = later(made.embargo, told.changed(printed=""))
        made.findings += findings
    blocks = _framing(made, opening.blocks)
    blocks = _dateline(made, blocks, language)
    beneath = sections(blocks, language)
    made.blocks = beneath.story
    made.boilerplates, made.notices, made.provider = beneath.boilerplates, beneath.notices, beneath.provider
    made.contacts = housed(beneath.contacts, made.boilerplates, made.notices)
    while made.blocks and isinstance(made.blocks[-1], Rule):
        made.blocks.pop()
    made.organisations = listed(Story(tuple(made.blocks)).text)
    return made


def same(one: str, other: str) -> bool:
    """Return whether two headlines are the same but for case, punctuation and white space."""
    return _bare(one) == _bare(other) != ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


# --- the head ---------------------------------------------------------------------------------------------------------


def _beneath(made: Parts, blocks: list[Block], headline: str) -> list[Block]:
    """Drop the headline and the furniture above it; take the line beneath it."""
    heads = (i for i, b in enumerate(blocks[:12]) if _is_line(b) and same(plain(b), headline))
    place = next(heads, -1)
    above = [b for b in blocks[: max(place, 0)] if _stays(b)]
    blocks = above + blocks[place + 1 :]
    if made.subheadline:
        found = next((i for i, b in enumerate(blocks[:6]) if same(plain(b), made.subheadline)), None)
        if found is not None and place < 0 and _is_lead(blocks[found]):
            return blocks
        return blocks if found is None else blocks[:found] + blocks[found + 1 :]
    first = next((i for i, b in enumerate(blocks[:4]) if not isinstance(b, Figure)), None)
    if place < 0 or first is None or len(blocks) <= first + 1 or isinstance(blocks[first + 1], Heading):
        return blocks
    heading = blocks[first]
    text = one_line(plain(heading))
    if (
        isinstance(heading, Heading)
        and heading.level == 2
        and len(text) < 300
        and not heading_kind(text, colon=False)
    ):
        made.subheadline = text
        return blocks[:first] + blocks[first + 1 :]
    return blocks


def _is_line(block: Block) -> bool:
    return isinstance(block, (Heading, Paragraph))


def _is_lead(block: Block) -> bool:
    """Return whether a block is a sentence of the text, even where the line beneath a headline says the same."""
    return isinstance(block, Paragraph) and plain(block).rstrip("\"'”’»)" + _BLANK).endswith(_ENDS)


def _stays(block: Block) -> bool:
    """Return whether a block above the headline is more than furniture of a page."""
    text = one_line(plain(block))
    return isinstance(block, Figure) or len(text) > 300 or is_embargo(text) or _is_change(text)


def _is_change(text: str) -> bool:
    return changed(text, titled=True) is not None


def _framing(made: Parts, blocks: list[Block]) -> list[Block]:
    """Take marks such as FOR IMMEDIATE RELEASE, and what is said of an earlier version, off the blocks."""
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        text = one_line(plain(block)) if place < 6 and _is_line(block) else ""
        if not text or not _frames(made, text):
            kept.append(block)
    return kept


def _frames(made: Parts, text: str) -> bool:
    if is_mark(text):
        return True
    earlier = changed(text, titled=True) if made.change is None else None
    if earlier is not None:
        made.change = earlier.change
    return earlier is not None


def _dateline(made: Parts, blocks: list[Block], language: str) -> list[Block]:
    """Take the dateline off: a line by itself, or the opening of the first long paragraph."""
    for place, block in enumerate(blocks[:6]):
        if not isinstance(block, Paragraph):
            continue
        text = words(block.spans, " ")
        line = read_line(text, language)
        if line is not None:
            made.dateline = line
            return _led(made, blocks[:place] + blocks[place + 1 :], place, language, line)
        found = read_lead(text, language)
        if found is not None:
            made.dateline, rest = found
            cut = Paragraph(without(block.spans, len(text) - len(rest)))
            return [*blocks[:place], *([cut] if cut.spans else []), *blocks[place + 1 :]]
        if len(text) > _MARGINAL:
            break
    return blocks


def _led(made: Parts, blocks: list[Block], place: int, language: str, line: Dateline) -> list[Block]:
    """Take what opens the paragraph beneath a dateline's line: its credit."""
    following = blocks[place] if place < len(blocks) else None
    if isinstance(following, Paragraph):
        text = words(following.spans, " ")
        found = read_lead(text, language, after=line)
        if found is not None:
            made.dateline, rest = found
            blocks[place] = Paragraph(without(following.spans, len(text) - len(rest)))
    return blocks
