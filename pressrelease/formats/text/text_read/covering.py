"""The mail around a release: greeting and covering note above it, the closing beneath it."""

from __future__ import annotations

import re

from pressrelease.anatomy.embargoes import is_embargo
from pressrelease.anatomy.furniture import LABEL
from pressrelease.characters import one_line
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
from pressrelease.markup.points import points

_GREETING = re.compile(
    r"(?:(?:hi|hello|dear|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|sehr geehrte[rs]?|moin|"
    r"guten (?:tag|morgen|abend)|bonjour|chère?s?|cher|madame|hola|estimad[oa]s?|buen(?:os|as) \w+|buon ?giorno|"
    r"gentil[ei]|egregi[oa]?|beste|geachte)\b[^.!?,:;]{0,60}[,!.]|(?:all|team|colleagues|kolleg(?:en|innen)),)"
    r"(?= |$)",
    re.I,
)
_NOTE = re.compile(
    r"\b(?:please find|(?:find|see|is|are|release|statement)s? (?:attached|below|enclosed)|i am sending|we are sending|"
    r"anbei|nachfolgend|im folgenden|hiermit (?:sende|übersende)|untenstehend|(?:sende|übersende)n? (?:ich|wir) ihnen|"
    r"veuillez trouver|ci-(?:dessous|joint)|le(?:s|a)? adjunt\w+|a continuación|in allegato|di seguito|"
    r"hierbij|hieronder|bijgaand)\b",
    re.I,
)
_CLOSING = re.compile(
    r"(?:(?:(?:best|kind|warm|with (?:best|kind)|many)(?: \w+)? (?:regards|wishes|thanks)|regards|yours (?:sincerely|"
    r"faithfully|truly)|sincerely(?: yours)?|cheers|thanks|thank you|(?:mit )?(?:freundliche[nm]?|beste[nm]?|"
    r"herzliche[nm]?|viele[nm]?|liebe|schöne) (?:grüßen?|grüssen?|gruß)|mfg|(?:bien )?cordialement|bien à vous|"
    r"(?:un )?(?:cordial )?saludos?(?: cordiales)?|(?:cordiali|distinti) saluti|(?:met )?vriendelijke groet(?:en)?)"
    r"[,.!]?)",
    re.I,
)
_HEAD = 8
_LONGEST_NOTE = 400


def greeting(draft: Draft, chunks: list[Chunk], mailed: bool) -> list[Chunk]:
    """Leave out a greeting, and the note beneath it; `mailed`: the headers of a mail stood above.

    A greeting opens letters too: without headers it counts only where a mark or an embargo stands below it.
    """
    if len(chunks) < 2 or not _GREETING.match(chunks[0].text) or len(chunks[0].text) > _LONGEST_NOTE:
        return chunks
    marks = (at for at, chunk in enumerate(chunks[1:_HEAD], 1) if _frames(chunk.text))
    end = next(marks, 0)
    if any(len(chunk.text) > _LONGEST_NOTE for chunk in chunks[:end]):
        end = 0
    if not end and mailed:
        end = 1
        while end < min(len(chunks) - 1, _HEAD) and _is_note(chunks[end].text):
            end += 1
    if end:
        draft.leave_out("a greeting", chunks[:end])
    return chunks[end:]


def _frames(text: str) -> bool:
    return len(text) <= 300 and bool(LABEL.fullmatch(text) or is_embargo(text))


def _is_note(text: str) -> bool:
    return len(text) <= _LONGEST_NOTE and _NOTE.search(text) is not None


def closing(draft: Draft, chunks: list[Chunk], at: int) -> int:
    """Leave out the closing of a mail at `at`, and the name that signs it; return how many chunks it runs over.

    An address beneath the name is whom to ask, and stays.
    """
    chunk = chunks[at]
    if not is_closing(chunk):
        return 0
    taken = 1
    if len(chunk.lines) == 1 and at + 1 < len(chunks) and _is_name(chunks[at + 1]):
        taken = 2
    draft.leave_out("a closing", chunks[at : at + taken])
    return taken


def is_closing(chunk: Chunk) -> bool:
    """Return whether a chunk is the closing of a letter: `Best regards`, and no more than a name beneath it."""
    below = "\n".join(map(one_line, chunk.lines[1:]))
    return bool(_CLOSING.fullmatch(chunk.first)) and len(chunk.lines) <= 4 and not points(below)


def _is_name(chunk: Chunk) -> bool:
    return (
        len(chunk.lines) == 1
        and len(chunk.text.split()) <= 4
        and not points(chunk.text)
        and ":" not in chunk.text
    )
