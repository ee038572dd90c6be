"""The body of a wire document taken apart: the inverse of `pressrelease.outline`, for every reader of wires.

Where our own marks stand (classes that the templates write) they decide. A body of others' making is taken apart by
what it looks like (`pressrelease.anatomy`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from lxml import etree

from pressrelease.anatomy import taken_apart
from pressrelease.anatomy.embargoes import embargo as embargo_of
from pressrelease.characters import one_line, settled
from pressrelease.datelines import printed, read_lead, read_line
from pressrelease.findings import Finding
from pressrelease.formats.assembly import assembled, nested, over
from pressrelease.markup.nitf import OWN
from pressrelease.markup.parts import contact, organisation
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.model import (
    Boilerplate,
    Contact,
    Dateline,
    Embargo,
    InvalidRelease,
    NoticeKind,
    Organisation,
    Release,
)
from pressrelease.story import Block, Blocks, Heading, Paragraph, Story, plain, without, words
from pressrelease.wording import contact_lines, organisation_words, wording

_MARKS = frozenset(["state", "dateline", "boilerplate", "contact", "notice", "asset"])
_LONGEST = 200
"""Letters a line may have that stands in for a headline."""
_NOTICES = frozenset(get_args(NoticeKind))


@dataclass(slots=True)
class Body:
    """What a body says. What it does not say is empty."""

    story: Story = field(default_factory=Story)
    is_ours: bool = False
    """Whether our own marks stood in it."""
    subheadline: str = ""
    dateline: Dateline | None = None
    """Read from its words, or the one that was known and is printed there."""
    states: dict[str, str] = field(default_factory=dict)
    """Our state lines by their kind: `embargo`, `correction`, `update`, `withheld`, `withdrawn`, the label left out."""
    embargo: Embargo | None = None
    """In words."""
    change: dict[str, Any] = field(default_factory=dict)
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[dict[str, Any]] = field(default_factory=list)
    """The fields of each notice."""
    provider: Organisation | None = None
    organisations: list[Organisation] = field(default_factory=list)
    assets: list[etree._Element] = field(default_factory=list)
    """The elements, marked as such, that show assets beside the story."""
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)

    def values(self) -> dict[str, Any]:
        """Return the fields of a release that the body says, by path; `over` lays what is known over them."""
        found: dict[str, Any] = {"story": self.story}
        for name in ("subheadline", "dateline", "provider"):
            if getattr(self, name):
                found[name] = getattr(self, name)
        if self.embargo is not None:
            parts = {name: getattr(self.embargo, name) for name in ("until", "binding", "printed")}
            found |= {f"embargo.{name}": value for name, value in parts.items()}
        found |= {f"change.{name}": value for name, value in self.change.items() if value}
        for name in ("boilerplates", "contacts", "organisations"):
            found |= {f"{name}.{i}": part for i, part in enumerate(getattr(self, name))}
        for i, notice in enumerate(self.notices):
            found |= {f"notices.{i}.{name}": value for name, value in notice.items() if value}
        return found


def release_of(known: Mapping[str, Any], body: Body, *, what: str) -> tuple[Release, tuple[Finding, ...]]:
    """Return the release that values by path and a body make together, and what was left out or stands in for a lack.

    What is `known` from elsewhere holds; but a dateline that the body prints is the printed one, and an embargo without
    a moment (`{"embargo": {}}`) gets the one in words. Without a headline the first line of the text is it.
    Raises Unreadable where there is none either; `what` names the document in that message (`an NITF document`).
    """
    values, findings = dict(known), []
    if body.dateline is not None:
        values = {path: v for path, v in values.items() if path.partition(".")[0] != "dateline"}
    if values.get("embargo") == {}:
        del values["embargo"]
        if body.embargo is None:
            values["embargo"] = Embargo()
            why = "an embargo without a moment; the release is held"
            findings.append(Finding("embargo-without-moment", "warning", why, fix="set `embargo.until`"))
    values = over(body.values(), values)
    if not values.get("headline"):
        values["headline"], values["story"] = _first_line(body.story)
        if values["headline"]:
            findings.append(
                Finding("headline-missing", "warning", "no headline; the first line of the text is it")
            )
    release, told = assembled(nested(values), what=what)
    return release, (*body.findings, *findings, *told)


def _first_line(story: Story) -> tuple[str, Story]:
    """Return the first line of a story, and the story without it where it stands by itself."""
    for i, block in enumerate(story.blocks):
        line, _, more = plain(block).partition("\n")
        text = one_line(line)
        if text:
            alone = isinstance(block, (Heading, Paragraph)) and not more and len(text) <= _LONGEST
            rest = story.blocks[:i] + story.blocks[i + 1 :] if alone else story.blocks
            return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + " …", Story(rest)
    return "", story


def read_body(
    body: etree._Element | Story,
    *,
    headline: str = "",
    subheadline: str = "",
    language: str = "und",
    base: str = "",
    zone: str = "",
    known: Mapping[str, Any] | None = None,
) -> Body:
    """Return what `body` says: an element that holds it (XHTML or NITF, or the document around it), or a story.

    `known` are values by path that stand elsewhere in the document: a dateline of theirs is cut off as it is printed,
    contacts and a provider of theirs are not read from words once more. Addresses are made absolute against `base`,
    `zone` (IANA name or offset) is that of moments in words which name none.
    """
    known = known or {}
    if isinstance(body, Story):
        return _foreign(body, (), headline, subheadline, language, zone, known)
    holder = content_of(body)
    marked = {child: marks for child in holder.iterchildren("*") if (marks := _marks_of(child))}
    is_ours = bool(marked) or OWN in holder.nsmap.values()
    story, findings = story_from_xml(holder, base=base, leave_out=marked.__contains__ if marked else None)
    if not is_ours:
        return _foreign(story, findings, headline, subheadline, language, zone, known)
    made = Body(is_ours=True, findings=list(findings))
    reader = _Reader(made, language, base, zone, known)
    for element, marks in marked.items():
        reader.part(element, marks)
    reader.dateline(story)
    return made


def content_of(element: etree._Element) -> etree._Element:
    """Return the element that holds the body: of a whole XHTML or NITF document its `body` or `body.content`."""
    for name in ("body", "body.content"):
        inner = next(element.iterchildren(f"{{*}}{name}"), None)
        element = element if inner is None else inner
    return element


def _marks_of(element: etree._Element) -> tuple[str, ...]:
    """Return the classes of an element that our own mark opens."""
    marks = tuple((element.get("class", "")).split())
    return marks if marks and marks[0] in _MARKS else ()


def _foreign(
    story: Story,
    findings: Iterable[Finding],
    headline: str,
    subheadline: str,
    language: str,
    zone: str,
    known: Mapping[str, Any],
) -> Body:
    made = Body(findings=list(findings))
    dateline = _known_dateline(known)
    cut = _without_lead(story, dateline, language) if dateline else None
    parts = taken_apart(cut or story, headline, subheadline, language, zone=zone)
    made.story = Story(tuple(parts.blocks))
    made.subheadline = parts.subheadline if parts.subheadline != subheadline else ""
    made.dateline = dateline if cut else parts.dateline
    made.embargo = parts.embargo
    made.change = _stated(parts.change)
    made.boilerplates, made.contacts = parts.boilerplates, parts.contacts
    made.notices = [_stated(notice) for notice in parts.notices]
    made.provider, made.organisations = parts.provider, parts.organisations
    made.findings += parts.findings
    return made


def _stated(part: Any) -> dict[str, Any]:
    fields = type(part).model_fields if part is not None else {}
    return {name: value for name, f in fields.items() if (value := getattr(part, name)) != f.get_default()}


# --- datelines --------------------------------------------------------------------------------------------------------


def _known_dateline(known: Mapping[str, Any]) -> Dateline | None:
    values = nested({path: v for path, v in known.items() if path.partition(".")[0] == "dateline"})
    told = values.get("dateline")
    try:
        return told if told is None or isinstance(told, Dateline) else Dateline(**told)
    except (InvalidRelease, TypeError):
        return None


def _without_lead(story: Story, dateline: Dateline, language: str, line: str = "") -> Story | None:
    """Return `story` without the printed lead of `dateline`; None where it, or `line` above, is not as it prints."""
    setting = printed(dateline, language)
    if one_line(setting.line) != line:
        return None
    lead = settled(setting.lead).lstrip(" ")
    if not lead:
        return story
    first = story.blocks[0] if story.blocks else None
    if not isinstance(first, Paragraph) or not words(first.spans, " ").startswith(lead.rstrip(" ")):
        return None
    return Story((Paragraph(without(first.spans, len(lead))), *story.blocks[1:]))


# --- bodies of our own making -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reader:
    body: Body
    language: str
    base: str
    zone: str
    known: Mapping[str, Any]
    line: str = ""

    def part(self, element: etree._Element, marks: tuple[str, ...]) -> None:
        """Read one marked element."""
        kind = marks[0]
        if kind == "asset":
            self.body.assets.append(element)
            return
        story, findings = story_from_xml(element, base=self.base)
        self.body.findings += findings
        if kind == "state":
            self.state(marks[1] if len(marks) > 1 else "", element, story)
        elif kind == "dateline":
            self.line = one_line(story.text)
        else:
            heading, blocks = _headed(story.blocks, bare="bare" in marks)
            self.section(kind, marks, heading, blocks)

    def has(self, name: str) -> bool:
        """Return whether a field is known from elsewhere."""
        return any(path.partition(".")[0] == name for path in self.known)

    def state(self, kind: str, element: etree._Element, story: Story) -> None:
        label = one_line("".join(str(t) for t in next(iter(element), element).itertext()))
        text = one_line(story.text)
        said = text.removeprefix(label).strip()
        self.body.states[kind] = said
        if kind == "embargo" and not self.has("embargo"):
            found, told = embargo_of(text, self.zone)
            self.body.embargo = found.changed(printed="")  # these words are ours
            self.body.findings += told
        elif kind in ("correction", "update"):
            self.body.change = {"kind": kind, "note": said}
        elif kind in ("withheld", "withdrawn"):
            self.body.change = {"note": said}

    def section(self, kind: str, marks: tuple[str, ...], heading: str, blocks: Blocks) -> None:
        text = "\n\n".join(map(plain, blocks))
        if kind == "boilerplate":
            self.body.boilerplates.append(Boilerplate(heading=heading, story=Story(blocks)))
        elif kind == "contact":
            if not self.has("contacts"):
                self.contact(heading, text)
        elif "imprint" in marks:
            if not self.has("provider"):
                self.provider(text)
        else:
            self.notice(next((m for m in marks[1:] if m in _NOTICES), "other"), heading, blocks)

    def contact(self, heading: str, text: str) -> None:
        if heading == wording(self.language)("media_contact"):
            heading = ""
        found = contact(text, heading)
        if found is None:
            self.body.leftovers.append(text)
            return
        usual = found.changed(layout="")
        same = "\n".join(contact_lines(usual, self.language)) == text
        self.body.contacts.append(usual if same else found)

    def provider(self, text: str) -> None:
        found = organisation(text)
        if found is None:
            self.body.leftovers.append(text)
            return
        usual = found.changed(layout="")
        self.body.provider = usual if organisation_words(usual, self.language) == text else found

    def notice(self, kind: str, heading: str, blocks: Blocks) -> None:
        lines = [one_line(plain(block)) for block in blocks]
        self.body.notices.append({"kind": kind, "heading": heading, "text": "\n\n".join(lines)})

    def dateline(self, story: Story) -> None:
        """Cut the dateline off the story: as it is known, else as it reads."""
        known = _known_dateline(self.known)
        cut = _without_lead(story, known, self.language, self.line) if known else None
        if cut is not None:
            self.body.story, self.body.dateline = cut, known
            return
        line = read_line(self.line, self.language) if self.line else None
        if self.line and line is None:
            self.body.leftovers.append(self.line)
        first = story.blocks[0] if story.blocks else None
        text = words(first.spans, " ") if isinstance(first, Paragraph) else ""
        lead = read_lead(text, self.language, after=line) if text else None
        if lead is not None and isinstance(first, Paragraph):
            spans = without(first.spans, len(text) - len(lead[1]))
            story = Story((Paragraph(spans), *story.blocks[1:]))
        self.body.story, self.body.dateline = story, lead[0] if lead else line


def _headed(blocks: Blocks, *, bare: bool) -> tuple[str, tuple[Block, ...]]:
    if blocks and isinstance(blocks[0], Heading) and not bare:
        return one_line(plain(blocks[0])), blocks[1:]
    return "", blocks
