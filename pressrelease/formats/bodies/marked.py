"""The parts of a body that our own marks name."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from lxml import etree

from pressrelease.anatomy.embargoes import embargo as embargo_of
from pressrelease.anatomy.notices import responsibility, worded
from pressrelease.characters import one_line
from pressrelease.formats.bodies.body import Body, stated
from pressrelease.formats.bodies.datelines import agreed, known_part, read_dateline, without_lead
from pressrelease.markup.parts import contact, organisation
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.model import Boilerplate, Dateline, Embargo, Notice, NoticeKind, Organisation
from pressrelease.story import Block, Blocks, Heading, Story, plain
from pressrelease.wording import LANGUAGES, contact_lines, organisation_words, wording

MARKS = frozenset(["state", "dateline", "boilerplate", "contact", "notice", "asset"])
"""Classes that open our own marks."""
_NOTICES: Mapping[str, NoticeKind] = {kind: kind for kind in get_args(NoticeKind)}
_MOST_LINES = 30
"""Lines a contact may have."""


@dataclass
class MarkedReader:
    """Read marked elements into `body`."""

    body: Body
    language: str
    base: str
    zone: str
    known: Mapping[str, Any]
    has_imprint: bool
    is_whole: bool
    """Whether our namespace came with the body: then what its words do not tell apart stands in fields of our own."""
    line: str = ""
    responsible: Notice | None = None

    def part(self, element: etree._Element, marks: tuple[str, ...]) -> None:
        """Read one marked element."""
        kind = marks[0]
        if kind == "asset":
            self.body.assets.append(element)
            return
        if (kind == "contact" and "contacts" in self.names) or (
            "imprint" in marks and "provider" in self.names
        ):
            return  # known from elsewhere
        story, findings = story_from_xml(element, base=self.base)
        self.body.findings += findings
        if kind == "state":
            self._state(marks[1] if len(marks) > 1 else "", element, story)
        elif kind == "dateline":
            self.line = one_line(story.text)
        else:
            heading, blocks = _headed(story.blocks, bare="bare" in marks)
            self._section(kind, marks, heading, blocks)

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The fields that are known from elsewhere."""
        return frozenset(path.partition(".")[0] for path in self.known)

    def _state(self, kind: str, element: etree._Element, story: Story) -> None:
        label = one_line("".join(str(t) for t in next(iter(element), element).itertext()))
        text = one_line(story.text)
        said = text.removeprefix(label).strip()
        self.body.states[kind] = said
        if kind == "embargo" and (self.known.get("embargo") == {} or "embargo" not in self.names):
            self._embargo(text)
        elif kind in ("correction", "update"):
            self.body.change = {"kind": kind, "note": said}
        elif kind in ("withheld", "withdrawn"):
            self.body.change = {"note": said}

    def _embargo(self, text: str) -> None:
        """Take the line that holds a release: words of the house, or its own whose moment nobody could tell."""
        if text in _endless():
            self.body.embargo = Embargo()
            return
        found, told = embargo_of(text, self.zone)
        self.body.embargo = found.changed(printed="") if found.until else found
        self.body.findings += told

    def _section(self, kind: str, marks: tuple[str, ...], heading: str, blocks: Blocks) -> None:
        if kind == "boilerplate":
            self.body.boilerplates.append(Boilerplate(heading=heading, story=Story(blocks)))
        elif kind == "contact":
            self._contact(heading, "\n\n".join(map(plain, blocks)))
        elif "imprint" in marks:
            self._provider("\n\n".join(map(plain, blocks)))
        else:
            kinds = (_NOTICES[mark] for mark in marks[1:] if mark in _NOTICES)
            self._notice(next(kinds, "other"), heading, blocks)

    def _contact(self, heading: str, text: str) -> None:
        if heading == wording(self.language)("media_contact"):
            heading = ""
        lines = text.split("\n")
        # Hours and the like stand beneath; they are a note, whatever they look like.
        tries = range(len(lines), 0, -1) if len(lines) <= _MOST_LINES else ()
        found, note = next(
            ((c, lines[n:]) for n in tries if (c := contact("\n".join(lines[:n]), heading))), (None, [])
        )
        if found is None:
            self.body.leftovers.append(text)
            return
        if note:
            found = found.changed(note=one_line(", ".join(filter(None, (found.note, *note)))), layout="")
        usual = found.changed(layout="")
        same = "\n".join(contact_lines(usual, self.language)) == text
        self.body.contacts.append(usual if same else found)

    def _provider(self, text: str) -> None:
        found = organisation(text)
        if found is None:
            self.body.leftovers.append(text)
            return
        usual = found.changed(layout="")
        self.body.provider = usual if organisation_words(usual, self.language) == text else found

    def _notice(self, kind: NoticeKind, heading: str, blocks: Blocks) -> None:
        if f"notices.{len(self.body.notices)}.text" in self.known:
            self.body.notices.append(
                {"kind": kind, "heading": heading}
            )  # its words stand in fields of our own
            return
        lines = [one_line(plain(block)) for block in blocks]
        if kind == "provider" and lines and not self.has_imprint and self._shows_provider(lines[-1]):
            lines.pop()
        told: Notice | None = None
        if lines and not self.is_whole:
            if kind == "editorial-responsibility":
                told = responsibility(lines[0], heading, more="\n\n".join(lines[1:]))
            told = told or worded(kind, heading, lines, self.responsible)
            if kind == "editorial-responsibility":
                self.responsible = told
        made = stated(told) if told else {"heading": heading, "text": "\n\n".join(lines)}
        self.body.notices.append({"kind": kind, **made})

    def _shows_provider(self, line: str) -> bool:
        """Return whether `line` shows the provider beneath an imprint's words; read it where it is not known."""
        house = known_part(self.known, Organisation, "provider")
        if house is None and not self.is_whole and self.body.provider is None:
            found = organisation(line)
            self.body.provider = found if found and (found.address or found.emails) else None
            return self.body.provider is not None
        return house is not None and line == one_line(organisation_words(house, self.language))

    def dateline(self, story: Story) -> None:
        """Cut the dateline off the story: as it is known, else as it reads."""
        known = known_part(self.known, Dateline, "dateline")
        cut = without_lead(story, known, self.language, self.line) if known else None
        if cut is not None:
            self.body.story, self.body.dateline = cut, known
            return
        said, self.body.story = read_dateline(story, self.line, self.language, known)
        if said is not None:
            self.body.dateline = agreed(said, known)
        elif self.line:
            self.body.leftovers.append(self.line)


@functools.cache
def _endless() -> frozenset[str]:
    """Return what the house says, in each language, of an embargo without a moment."""
    return frozenset(one_line(wording(language)("embargoed")) for language in LANGUAGES)


def _headed(blocks: Blocks, *, bare: bool) -> tuple[str, tuple[Block, ...]]:
    if blocks and isinstance(blocks[0], Heading) and not bare:
        return one_line(plain(blocks[0])), blocks[1:]
    return "", blocks
