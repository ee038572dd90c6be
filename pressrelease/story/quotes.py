"""Quotes given beside a text find their place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from pressrelease.characters import one_line
from pressrelease.errors import Problem, shown
from pressrelease.story.nodes import (
    Attribution,
    Block,
    Blocks,
    InvalidStory,
    Paragraph,
    Quotation,
    Quote,
    Quoted,
    Spans,
    Story,
    Text,
    plain,
    words,
)

_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』"
_MARKER = re.compile(r"\[\s*quote\s+(\d+)\s*\]", re.I)


def with_quotes(story: Story, quotes: Sequence[Quoted]) -> tuple[Story, tuple[str, ...]]:
    """Return `story` with `quotes` in it, and the texts of those that stood nowhere in it.

    A text that stands in a paragraph gets its speaker there; one found nowhere becomes a block `Quote` in place of the
    paragraph `[quote 1]` (its number), else at the end. Two speakers for one text raise InvalidStory.
    """
    told: dict[str, Quoted] = {}
    for quote in quotes:
        key = _bare(quote.text)
        if key in told and told[key].speaker != quote.speaker:
            raise InvalidStory(
                Problem(
                    "two speakers for one quote",
                    found=f"{shown(told[key].speaker)} and {shown(quote.speaker)} for {shown(quote.text)}",
                    expected="one speaker",
                )
            )
        told.setdefault(key, quote)
    blocks = list(story.blocks)
    standing = {_bare(q.text): q for q in story.quotes}
    used = {piece.quote for piece in story.found(Quotation)} | {by.quote for by in story.found(Attribution)}
    missing: list[str] = []
    for number, quote in enumerate(quotes, 1):
        if (
            not _bare(quote.text)
            or standing.get(_bare(quote.text), Quoted("")).speaker == quote.speaker != ""
        ):
            continue
        key = f"q{number}"
        while key in used:
            key += "+"
        used.add(key)
        by = Attribution(quote.speaker, quote.role, quote.organisation, layout="", quote=key)
        for place, block in enumerate(blocks):
            woven = _woven(block, quote.text, key, by)
            if woven is not None:
                blocks[place] = woven
                break
        else:
            alone = Quote(
                Story(cast(Blocks, quote.text)).blocks,
                Attribution(quote.speaker, quote.role, quote.organisation) if quote.speaker else None,
            )
            _place(blocks, number, alone)
            missing.append(quote.text)
    return Story(tuple(blocks)), tuple(missing)


def _bare(text: str) -> str:
    return one_line(text).strip(_MARKS + " ").rstrip(",.").casefold()


def _place(blocks: list[Block], number: int, quote: Quote) -> None:
    for place, block in enumerate(blocks):
        marker = _MARKER.fullmatch(plain(block)) if isinstance(block, Paragraph) else None
        if marker and int(marker.group(1)) == number:
            blocks[place] = quote
            return
    blocks.append(quote)


def _woven(block: Block, text: str, key: str, by: Attribution) -> Block | None:
    """Return `block` with `text` in it as a quotation, or None where it does not stand there in one piece."""
    if isinstance(block, Quote):
        said = "\n\n".join(map(plain, block.blocks))
        if _bare(said) == _bare(text) and block.attribution is None:
            return replace(block, attribution=replace(by, layout=None, quote=""))
        return None
    if not isinstance(block, Paragraph):
        return None
    wanted = one_line(text).strip(_MARKS + " ")
    out = list(block.spans)
    for i, span in enumerate(out):
        if isinstance(span, Quotation) and not span.quote and _bare(words(span.spans)) == _bare(text):
            out[i : i + 1] = [replace(span, quote=key), by]
            return Paragraph(tuple(out))
        if not isinstance(span, Text) or wanted not in span.text:
            continue
        start = span.text.index(wanted)
        end = start + len(wanted)
        opening = span.text[start - 1] if start and span.text[start - 1] in _MARKS else ""
        if (
            end < len(span.text)
            and opening
            and span.text[end] in ",."
            and span.text[end + 1 : end + 2] in tuple(_MARKS)
        ):
            end += 1
        closing = span.text[end] if end < len(span.text) and span.text[end] in _MARKS and opening else ""
        piece = Quotation(cast(Spans, span.text[start:end]), key, opening, closing)
        before = Text(span.text[: start - len(opening)])
        after = Text(span.text[end + len(closing) :])
        out[i : i + 1] = [before, piece, by, after]
        return Paragraph(tuple(out))
    return None
