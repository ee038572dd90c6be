"""The parts of an item's body that our own template wrote, found again by its classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag

from pressrelease.characters import one_line
from pressrelease.datelines import read_lead, read_line
from pressrelease.findings import Finding
from pressrelease.formats.feed._kept import from_kept
from pressrelease.formats.feed._sanitary import told
from pressrelease.markup.html import story_from_html
from pressrelease.markup.parts import contact, organisation
from pressrelease.model import Boilerplate, Change, Contact, Dateline, Embargo, Notice, Organisation
from pressrelease.story import Story
from pressrelease.wording import contact_lines, wording

MARK = 'class="press-release"'
_FIELDS = ("label", "citation", "person", "organisation")


@dataclass(slots=True)
class Shown:
    """An asset as the body shows it."""

    href: str
    role: str
    id: str
    alt: str
    caption: str
    is_image: bool


@dataclass(slots=True)
class Body:
    """What a body of ours says. `full` is false for one that holds a summary in the story's place."""

    story: Story = field(default_factory=Story)
    summary: str = ""
    full: bool = True
    subheadline: str = ""
    change: dict[str, Any] | Change = field(default_factory=dict)
    dateline: Dateline | None = None
    embargo: Embargo | None = None
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    provider: Organisation | None = None
    organisations: list[Organisation] = field(default_factory=list)
    usage_terms: str = ""
    shown: dict[int, Shown] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)


def own_body(html: str, language: str) -> Body | None:
    """Return what a body written by our template says, or None where it was not."""
    if MARK not in html[:300]:
        return None
    root = BeautifulSoup(html, "html.parser").find("div", class_="press-release")
    if not isinstance(root, Tag):
        return None
    body = Body(dateline=from_kept(Dateline, str(root.get("data-dateline") or "")))
    texts: dict[str, list[str]] = {"summary": [], "usage-terms": []}
    for child in [c for c in root.children if isinstance(c, Tag)]:
        kind = _class(child)
        if kind in texts:
            texts[kind].append(_words(child))
        elif kind == "dateline":
            _dateline(body, child, language, read_line)
        elif kind in _PARTS:
            _PARTS[kind](body, child, language)
        elif kind != "rights":
            continue
        child.extract()
    lead = root.find("span", class_="dateline")
    if isinstance(lead, Tag):
        _dateline(body, lead, language, lambda text, tag: (read_lead(text, tag) or (None, ""))[0])
        lead.extract()
    body.summary = "\n\n".join(texts["summary"])
    body.usage_terms = "\n\n".join(texts["usage-terms"])
    body.full = not texts["summary"]
    body.story, findings = story_from_html(root)
    body.findings += findings
    return body


def _class(tag: Tag) -> str:
    found = tag.get("class") or [""]
    return found[0] if isinstance(found, list) else str(found)


def _words(tag: Tag) -> str:
    return one_line(tag.get_text())


def _attribute(tag: Tag, name: str) -> str:
    return one_line(str(tag.get(name) or ""))


def _dateline(body: Body, tag: Tag, language: str, reader: Callable[[str, str], Dateline | None]) -> None:
    if body.dateline is not None:
        return
    body.dateline = reader(tag.get_text(), language)
    if body.dateline is None:
        body.leftovers.append(_words(tag))


def _state(body: Body, tag: Tag, language: str) -> None:
    kind = _attribute(tag, "data-kind")
    if kind in ("correction", "update"):
        note = "\n\n".join(_words(p) for p in tag.find_all("p", class_="note"))
        body.change = {"kind": kind, "note": note}


def _subheadline(body: Body, tag: Tag, language: str) -> None:
    body.subheadline = _words(tag)


def _heading(tag: Tag) -> str:
    heading = tag.find("h2", class_="heading", recursive=False)
    if not isinstance(heading, Tag):
        return ""
    heading.extract()
    return _words(heading)


def _boilerplate(body: Body, tag: Tag, language: str) -> None:
    heading = _heading(tag)
    story, findings = story_from_html(tag)
    body.findings += findings
    body.boilerplates.append(Boilerplate(heading=heading, story=story))


def _contact(body: Body, tag: Tag, language: str) -> None:
    heading = _heading(tag)
    if heading == wording(language)("media_contact"):
        heading = ""
    text = story_from_html(tag)[0].text
    kept = from_kept(Contact, str(tag.get("data-part") or ""))
    if kept is not None:
        body.contacts.append(kept)
        return
    found = contact(text, heading)
    if found is None:
        body.leftovers.append(text)
        return
    plain = found.changed(layout="", heading=heading)
    body.contacts.append(plain if "\n".join(contact_lines(plain, language)) == text else found)


def _imprint(body: Body, tag: Tag, language: str) -> None:
    _heading(tag)
    text = _words(tag)
    body.provider = from_kept(Organisation, str(tag.get("data-part") or "")) or organisation(text)
    if body.provider is None:
        body.leftovers.append(text)


def _notice(body: Body, tag: Tag, language: str) -> None:
    values: dict[str, Any] = {"heading": _heading(tag), "jurisdiction": _attribute(tag, "data-jurisdiction")}
    kind = _attribute(tag, "data-kind") or "other"
    for name in _FIELDS:
        span = tag.find("span", class_=name)
        values[name] = _words(span) if isinstance(span, Tag) else ""
    values["text"] = "\n\n".join(_words(span) for span in tag.find_all("span", class_="text"))
    if tag.get("data-unmarked"):
        values["text"] = "\n\n".join(_words(p) for p in tag.find_all("p"))
    if kind == "provider" and not values["text"]:
        last = tag.find_all("p")
        kept = from_kept(Organisation, str(tag.get("data-part") or ""))
        words = _words(last[-1]) if last and last[-1].find("span") is None else ""
        body.provider = body.provider or kept or (organisation(words) if words else None)
    body.notices.append(told(Notice, body.findings, kind=kind, **values) or Notice(text=_words(tag)))


def _asset(body: Body, tag: Tag, language: str) -> None:
    picture = tag.find("img")
    link = tag.find("a")
    main = picture if isinstance(picture, Tag) else link if isinstance(link, Tag) else tag
    place = _attribute(tag, "data-asset")
    body.shown[int(place) if place.isascii() and place.isdigit() and len(place) < 6 else -1] = Shown(
        href=_attribute(main, "src") or _attribute(main, "href"),
        role=_attribute(tag, "data-role"),
        id=_attribute(tag, "data-id"),
        alt=_attribute(main, "alt") or _attribute(main, "title"),
        caption="\n\n".join(_words(p) for p in tag.find_all("p", class_="caption")),
        is_image=isinstance(picture, Tag),
    )


_PARTS: dict[str, Callable[[Body, Tag, str], None]] = {
    "state": _state,
    "subheadline": _subheadline,
    "boilerplate": _boilerplate,
    "contact": _contact,
    "imprint": _imprint,
    "notice": _notice,
    "asset": _asset,
}
