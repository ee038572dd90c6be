"""Sections at the end of a story: what their headings say they are, and what stands beneath."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from pressrelease.anatomy.furniture import is_mark, origin
from pressrelease.anatomy.headings import heading_kind
from pressrelease.anatomy.notices import responsibility, worded
from pressrelease.anatomy.people import apart
from pressrelease.characters import one_line
from pressrelease.markup.parts import contact, organisation
from pressrelease.model import Boilerplate, Contact, Notice, NoticeKind, Organisation
from pressrelease.story import (
    Block,
    Break,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Rule,
    Story,
    Strong,
    plain,
    without,
    words,
)

_LONGEST_HEADING = 110
_LONGEST_NOTE = 600
_PROVED = ("editorial-responsibility", "provider")
"""Kinds whose headings say many things: what stands beneath them decides."""


@dataclass(slots=True)
class Sections:
    """What stands beneath a story, and the story."""

    story: list[Block] = field(default_factory=list)
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    provider: Organisation | None = None
    responsible: Notice | None = None
    """The first notice that says who answers for the text."""


def sections(blocks: list[Block], language: str) -> Sections:
    """Take sections with a known heading, marks of the end, and tails that name a source out of the blocks."""
    made = Sections()
    at = 0
    while at < len(blocks):
        block = blocks[at]
        heading, rest = _heading(block, language)
        kind = _kind(heading, language) if heading and at else ""
        if kind:
            end = next(
                (i for i in range(at + 1, len(blocks)) if _ends(blocks[i], block, language)), len(blocks)
            )
            body = [*([rest] if rest else []), *blocks[at + 1 : end]]
            if body and _section(made, kind, heading, body):
                at = end
                continue
        if not (at and isinstance(block, Paragraph) and _closes(made, one_line(plain(block)))):
            made.story.append(block)
        at += 1
    return made


def _closes(made: Sections, text: str) -> bool:
    """Take a mark of the end, or a tail that says whose text it is."""
    if is_mark(text):
        return True
    source = origin(text)
    if source:
        made.notices.append(Notice(kind="origin", **source))
    return bool(source)


def _heading(block: Block, language: str) -> tuple[str, Paragraph | None]:
    """Return the words that head what follows and the rest of their paragraph: a heading, or bold words on a line."""
    if isinstance(block, Heading):
        return one_line(plain(block)), None
    if not isinstance(block, Paragraph) or not block.spans:
        return "", None
    first = block.spans[0]
    if isinstance(first, Strong):
        heading = one_line(words(first.spans))
        if len(block.spans) == 1:
            return heading, None
        if isinstance(block.spans[1], Break) or heading.endswith(":"):
            rest = Paragraph(block.spans[1:])
            return heading, rest if rest.spans else None
        return "", None
    line, _, more = plain(block).partition("\n")
    if len(line) >= _LONGEST_HEADING or not (line.endswith(":") or _kind(line, language)):
        return "", None
    return one_line(line), Paragraph(without(block.spans, len(line) + 1)) if more else None


def _kind(heading: str, language: str) -> str:
    found = heading_kind(heading, colon=False, language=language)
    if found or not heading.endswith(":"):
        return found
    likely = heading_kind(heading, colon=True, language=language)
    return likely if likely in _PROVED else ""


def _ends(block: Block, opening: Block, language: str) -> bool:
    """Return whether `block` ends the section that `opening` heads."""
    if isinstance(block, Rule):
        return True
    heading, _ = _heading(block, language)
    known = bool(_kind(heading, language))
    if isinstance(block, Heading):
        return known or not isinstance(opening, Heading) or block.level <= opening.level
    if isinstance(block, Paragraph):
        text = one_line(plain(block))
        return known or is_mark(text) or bool(origin(text))
    return False


def _section(made: Sections, kind: str, heading: str, body: list[Block]) -> bool:
    """Put a section where it belongs; False where it is not what its heading says."""
    if kind == "boilerplate":
        made.boilerplates.append(Boilerplate(heading=heading, story=Story(tuple(body))))
        return True
    if any(not isinstance(b, (Paragraph, BulletList, NumberedList)) for b in body):
        return False
    texts = [text for block in body for text in _texts(block)]
    if kind == "contact":
        return _contacts(made, heading, texts)
    if kind == "provider":
        return _provider(made, heading, texts)
    if kind == "editorial-responsibility":
        told = responsibility(texts[0], heading, more="\n\n".join(texts[1:]))
        if told is None:
            return False
        made.notices.append(told)
        made.responsible = made.responsible or told
        return True
    made.notices.append(worded(cast(NoticeKind, kind), heading, texts, made.responsible))
    return True


def _provider(made: Sections, heading: str, texts: list[str]) -> bool:
    found = organisation("\n".join(texts)) if made.provider is None else None
    if found is None or found.address is None:
        return False
    made.provider = found
    made.notices.append(Notice(kind="provider", heading=heading))
    return True


def _texts(block: Block) -> list[str]:
    if isinstance(block, (BulletList, NumberedList)):
        return ["\n".join(map(plain, item)) for item in block.items]
    return [plain(block)]


def _contacts(made: Sections, heading: str, texts: list[str]) -> bool:
    lines = "\n".join(t for text in texts for t in text.split("\n") if one_line(t))
    groups = ["\n".join(group) for group in apart(lines.split("\n"))]
    together = [c for i, group in enumerate(groups) if (c := contact(group, heading if not i else ""))]
    if len(together) == len(groups):
        made.contacts.extend(together)
        return True
    found = [c for i, t in enumerate(texts) if (c := contact(t, heading if not i else ""))]
    if not found or len(found) != len(texts):
        note = one_line(" · ".join(lines.split("\n")))
        if not note or len(note) > _LONGEST_NOTE:
            return False
        found = [Contact(heading=heading, note=note)]
    made.contacts.extend(found)
    return True
