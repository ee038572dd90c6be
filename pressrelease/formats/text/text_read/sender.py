"""The line above a headline that says no more than who sends the text, as news aktuell's portal sets it."""

from __future__ import annotations

from pressrelease.anatomy.furniture import origin
from pressrelease.datelines import read_lead, read_line
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
from pressrelease.markup.names import LEGAL_FORM
from pressrelease.model import Organisation

_HEAD = 6
"""Chunks beneath the sender among which the dateline stands."""
_LONGEST = 100
_ABOUT = ("Über ", "About ", "À propos de ", "Acerca de ", "Informazioni su ", "Over ")


def sender_above(draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """Take the sender's name above the headline: as the publisher, and as a mark where it stands.

    It is one only where the text says the name again as a sender's, or it ends in a legal form and the text says it
    again without, and a headline stands between it and the dateline: any other first line is the headline.
    """
    if len(chunks) < 3 or len(chunks[0].lines) > 1 or "publisher" in draft.values:
        return chunks
    name = chunks[0].text
    if len(name) > _LONGEST or not _headed(chunks[1:], draft.language) or not _sends(name, chunks[2:]):
        return chunks
    draft.mark(chunks[0])
    draft.values["publisher"] = Organisation(name=name)
    return chunks[1:]


def _headed(chunks: list[Chunk], language: str) -> bool:
    """Return whether a headline opens `chunks`, with a dateline beneath it."""
    if _dated(chunks[0], language) or chunks[0].text.endswith("."):
        return False
    return any(_dated(chunk, language) for chunk in chunks[1:_HEAD])


def _dated(chunk: Chunk, language: str) -> bool:
    line = read_line(chunk.text, language) if len(chunk.text) <= 140 else None
    return line is not None or read_lead(chunk.text, language) is not None


def _sends(name: str, beneath: list[Chunk]) -> bool:
    lines = [line.strip() for chunk in beneath for line in chunk.lines]
    again = {name, *(about + name for about in _ABOUT)}
    if any(line.rstrip(":") in again or origin(line).get("organisation") == name for line in lines):
        return True
    form = [match for match in LEGAL_FORM.finditer(name) if match.end() == len(name)]
    bare = name[: form[-1].start()].rstrip(" ,") if form else ""
    return bool(bare) and any(bare in line for line in lines)
