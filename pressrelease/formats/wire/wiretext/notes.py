"""Notes to editors: where they begin, and what is in them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pressrelease.anatomy.headings import heading_kind
from pressrelease.characters import one_line
from pressrelease.formats.wire.wiretext import facts
from pressrelease.formats.wire.wiretext.blocks import Para, is_list
from pressrelease.markup.degrade import degraded
from pressrelease.markup.parts import contact
from pressrelease.model import Contact, Related
from pressrelease.wording import LANGUAGES, wording

_BLOCK = re.compile(r"# ?(?:notizblock|notes?|notebook|bloc[- ]notes|redaktion\w*|editors?)\b.*", re.I)
_PRIVATE = re.compile(
    r"(?:[*\W]*)(?:(?:the |die )?following (?:information )?is not (?:intended )?for publication|not for publication|"
    r"(?:die folgenden informationen (?:sind )?)?nicht zur ver(?:ö|oe)ffentlichung(?: bestimmt)?)\W*",
    re.I,
)
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\(([^()\s]{1,2000})\)")
_WEB = re.compile(r"(?:internet|links?|online|web)\b", re.I)
_SECTION = re.compile(r"#{1,6} (?=\S)")
MARK = "* * * *"
"""The line above what is not for publication."""


@dataclass(slots=True)
class Notes:
    """What the notes say: fields by name, contacts, links, and the words that are left."""

    values: dict[str, Any] = field(default_factory=dict)
    contacts: list[Contact] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language that the notes name."""
        return str(self.values.get("language", ""))


@functools.cache
def _sentences() -> tuple[frozenset[str], frozenset[str]]:
    """Return what says that notes follow, and what a withdrawn item says, in every language and every charset."""
    private: set[str] = set()
    withdrawn: set[str] = set()
    for language in LANGUAGES:
        for key, found in (("not_for_publication", private), ("withdrawn_text", withdrawn)):
            words = wording(language)(key)
            forms = {_bare(words), _bare(degraded(words, "ascii", language)[0])}
            english = _bare(wording("en")(key))
            found |= forms | {f"{form} {english}" for form in forms}
    return frozenset(private), frozenset(withdrawn)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def opens_notes(para: Para) -> bool:
    """Return whether what follows is for editors only: a heading of the wire's own, or a sentence that says so."""
    text = para.text
    if len(text) > 300:
        return False
    return bool(_BLOCK.fullmatch(text) or _PRIVATE.fullmatch(text)) or _bare(text) in _sentences()[0]


def is_known(text: str) -> bool:
    """Return whether `text` is the sentence that a withdrawn item carries, in some language."""
    return len(text) < 400 and _bare(text) in _sentences()[1]


def read_notes(paras: Sequence[Para], repeats: Callable[[str], bool]) -> Notes:
    """Return what the notes say. `repeats` tells what is known from above the text, and takes it."""
    notes = Notes()
    said: list[tuple[str, str]] = []
    heading = ""
    for para in paras:
        text = para.text
        if opens_notes(para) or text == MARK:
            continue
        if _beneath(notes, para, heading):
            heading = ""
            continue
        notes.text += [heading] if heading else []
        heading = ""
        key, value = facts.fact(text)
        if key in facts.DESK and not facts.unreadable(key, value):
            said.append((key, value))
        elif repeats(text):
            continue
        elif _heads(para):
            heading = one_line(_SECTION.sub("", text))
        else:
            notes.text += para.lines if is_list(para.lines) else (text,)
    notes.text += [heading] if heading else []
    notes.values |= facts.values(said)
    return notes


def _heads(para: Para) -> bool:
    """Return whether a paragraph heads the next one: by its marks, or since it announces somebody to ask."""
    text = para.text
    return _SECTION.match(text) is not None or (
        len(text) < 110 and len(para.lines) == 1 and heading_kind(text, colon=True) == "contact"
    )


def _beneath(notes: Notes, para: Para, heading: str) -> bool:
    """Take what stands beneath a heading that says what it is: whom to ask, or links."""
    if not heading:
        return False
    if _WEB.match(heading):
        return _links(notes, para)
    return not is_list(para.lines) and _contact(notes, para, heading)


def _contact(notes: Notes, para: Para, heading: str) -> bool:
    found = contact("\n".join(para.lines), heading)
    if found is not None:
        notes.contacts.append(found.changed(for_editors=True))
    return found is not None


def _links(notes: Notes, para: Para) -> bool:
    """Take a list of links beneath a heading that says so; all of it, or nothing."""
    found = [(m.group(1), m.group(2)) for line in para.lines for m in _LINK.finditer(line)]
    web = [(title, href) for title, href in found if re.match(r"https?://", href)]
    if not web or len(web) != len(para.lines):
        return False
    notes.related += [Related(href=href, title=one_line(title)) for title, href in web]
    return True
