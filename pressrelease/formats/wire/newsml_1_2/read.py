"""A NewsML document as a release: ours exactly as it was, others' as leniently as a person would read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pressrelease.envelope import OwnField
from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding
from pressrelease.formats.assembly import is_path, with_own
from pressrelease.formats.bodies import Body, content_of, read_body, release_of, restore
from pressrelease.formats.registry import Head, Reading, Source, Unreadable
from pressrelease.formats.wire.newsml_1_2.draft import (
    LANG,
    OURS,
    Draft,
    children,
    formal,
    place,
    prose,
    words,
)
from pressrelease.formats.wire.newsml_1_2.read_components import (
    ABOUT,
    ABSTRACT,
    CONTACT,
    HEADLINE,
    LEAD,
    NOTE,
    SUBHEADLINE,
    Leaf,
    Parts,
    languages,
    parts_of,
)
from pressrelease.formats.wire.newsml_1_2.read_content import content_of_item, lines_of, text_of
from pressrelease.formats.wire.newsml_1_2.read_management import (
    read_identification,
    read_management,
    read_notes,
)
from pressrelease.formats.wire.newsml_1_2.read_media import read_files, read_media
from pressrelease.formats.wire.newsml_1_2.read_metadata import (
    read_creators,
    read_description,
    read_lines,
    read_parties,
    read_rights,
    read_sender,
)
from pressrelease.formats.wire.newsml_1_2.read_parties import read_contacts
from pressrelease.formats.wire.newsml_1_2.read_topics import topics_of
from pressrelease.formats.wire.newsml_1_2.trees import tree
from pressrelease.markup.nitf import OWN
from pressrelease.markup.parts import contact
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.model import Boilerplate, Release
from pressrelease.story import Block, Story, plain

_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?NewsML[\s/>]", re.A)
_OFFSET = re.compile(r"T\d{4,6}(?:Z|([+-]\d\d):?(\d\d))$", re.A)
_ITEM = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?NewsItem[\s/>]", re.A)


def recognise(head: Head) -> float:
    """Return how sure it is (0 to 1) that data with this head is NewsML of the first generation."""
    text = head.text[:20_000]
    if _ROOT.search(text):
        return 0.98
    return 0.9 if _ITEM.search(text) and "Identif" in text else 0.0


def read(source: Source) -> Reading:
    """Return the release that a document holds; raise Unreadable where there is none.

    Of several items the first is read, with a finding; `parse_all` reads each of them.
    """
    root, findings = tree(source)
    items = list(children(root, "NewsItem")) if root.tag != "NewsItem" else [root]
    items = items or list(root.iter("NewsItem"))
    if not items:
        raise Unreadable(Problem("no news item", place(root), shown(str(root.tag)), "a NewsItem"))
    draft = Draft(items[0], zone=_zone(root, source))
    draft.findings += findings
    if len(items) > 1:
        message = f"{len(items)} news items; the first was read"
        draft.find("several-items", message, items[1], "read them with `parse_all`")
    release, told = _item(draft, root)
    return Reading(release, findings=(*draft.findings, *told), leftovers=tuple(draft.leftovers))


def _zone(root: etree._Element, source: Source) -> str:
    """Return the zone of moments that name none: the sender's, else that of the other moments, else ours."""
    if source.sender is not None and source.sender.time_zone:
        return source.sender.time_zone
    for name in ("FirstCreated", "ThisRevisionCreated", "DateAndTime"):
        for element in root.iter(name):
            if match := _OFFSET.search(words(element)):
                hours, minutes = match.groups()
                return (
                    f"{hours}:{minutes}" if hours and int(hours[1:]) < 24 and int(minutes) < 60 else "+00:00"
                )
    return source.newsroom.time_zone if source.newsroom else ""


def _item(draft: Draft, root: etree._Element) -> tuple[Release, tuple[Finding, ...]]:
    _own(draft)
    found = _parts(draft)
    read_identification(draft)
    read_management(draft)
    main = next((leaf for leaf in found.leaves if leaf.is_body), None)
    chain = (main or next(iter(found.leaves), None) or _nothing(draft)).chain
    dateline = read_lines(draft, chain)
    read_parties(draft, chain)
    read_rights(draft, chain)
    read_contacts(draft)
    read_notes(draft)
    contents = _texts(draft, found)
    _heads_of(draft, found)
    read_creators(draft, chain)
    topics = topics_of(root)
    read_description(draft, chain, topics, dateline)
    read_sender(draft, root.find("NewsEnvelope"))
    _others(draft, found)
    read_media(draft, found.media)
    read_files(draft, found.files)
    return _assembled(draft, contents)


def _nothing(draft: Draft) -> Leaf:
    """Return a leaf without text, for an item that has none: what its first component says is still read."""
    draft.find("no-text", "the item holds no text", draft.item)
    chain: list[etree._Element] = []
    at = next(children(draft.item, "NewsComponent"), None)
    while at is not None and len(chain) < 10:
        chain.append(at)
        at = next(children(at, "NewsComponent"), None)
    return Leaf(chain, "", "", [])


def _own(draft: Draft) -> None:
    """Take in our own properties; an item that has them is one of ours."""
    for metadata in draft.item.iter("Metadata"):
        if not formal(metadata.find("MetadataType")).startswith(OURS):
            continue
        for element in children(metadata, "Property"):
            name, value = formal(element).removeprefix(OURS), element.get("Value") or ""
            if is_path(name) and name != "address":
                as_json = element.get("Scheme") == "json"
                draft.own.append(OwnField(name, value, "json" if as_json else "text"))
            elif name == "address":
                draft.written[element.get("ValueRef") or ""] = value
            else:
                draft.told[name] = value


# --- language and text ---------------------------------------------------------------------------------------------


def _parts(draft: Draft) -> Parts:
    tops = list(children(draft.item, "NewsComponent"))
    stated = [draft.item.get(LANG) or "", *(tag for top in tops for tag in languages(top))]
    language = next((tag for tag in map(_tag, stated) if tag), "")
    found = parts_of(draft.item, language or "und")
    spoken = next((tag for leaf in found.leaves if leaf.is_body and (tag := _tag(leaf.language))), "")
    deeper = [
        e.get(LANG) or e.get("baselang") or "" for e in draft.item.iter("HeadLine", "{*}nitf", "{*}html")
    ]
    draft.language = spoken or language or next((tag for tag in map(_tag, deeper) if tag), "") or "und"
    if draft.language != "und":
        draft.put("language", draft.language)
    return found


_NAMES = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl"}


def _tag(text: str) -> str:
    """Return a language tag as a release has it; empty where `text` is none."""
    bare = _NAMES.get(text.strip().lower(), text.strip().replace("_", "-"))
    return bare if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}", bare, re.A) else ""


def _texts(draft: Draft, found: Parts) -> list[etree._Element | Story]:
    """Take what stands in components of other roles, and return what holds the text itself."""
    leads: list[etree._Element | Story] = []
    contents: list[etree._Element | Story] = []
    for leaf in found.leaves:
        for item in leaf.items:
            if draft.is_own and leaf.role in ABSTRACT:
                draft.put("summary", prose(item.find("DataContent")))
                continue
            content = content_of_item(draft, item)
            if content is not None and leaf.is_body:
                (leads if leaf.role in LEAD else contents).append(content)
            elif content is not None:
                _aside(draft, leaf.role, content, item)
    return [*leads, *contents]


def _aside(draft: Draft, role: str, content: etree._Element | Story, item: etree._Element) -> None:
    text = text_of(content)
    fields = {"headline": HEADLINE, "subheadline": SUBHEADLINE, "summary": ABSTRACT, "editor_note": NOTE}
    for path, roles in fields.items():
        if role in roles:
            said = text if path in ("summary", "editor_note") else "; ".join(lines_of(content))
            if draft.values.get(path, said) != said:
                draft.leave(item, text)
            draft.put(path, said)
            return
    if role in CONTACT:
        if "contacts" not in draft.counts and not draft.is_own:
            _contacts(draft, content)
    elif role in ABOUT:
        story = content if isinstance(content, Story) else story_from_xml(content)[0]
        draft.put(draft.next("boilerplates"), Boilerplate(story=story))
    else:
        draft.leave(item, text)


def _contacts(draft: Draft, content: etree._Element | Story) -> None:
    """Take whom to ask: our own sections, or lines parted by `or` or an empty one."""
    if isinstance(content, etree._Element):
        body = read_body(content, language=draft.language, known={})
        if body.is_ours:
            for one in body.contacts:
                draft.put(draft.next("contacts"), one)
            draft.leftovers += body.leftovers
            return
        content = story_from_xml(content)[0]
    lines = [line.strip() for block in content.blocks for line in [*plain(block).split("\n"), ""]]
    for text in re.split(r"\n\s*(?:or|oder|ou|o|of)?\s*\n", "\n".join(lines)):
        found = contact(text.strip())
        if found is not None:
            draft.put(draft.next("contacts"), found)
        elif text.strip():
            first, *more = text.strip().split("\n")
            path = draft.next("contacts")
            draft.put(f"{path}.name", first)
            draft.put(f"{path}.note", ", ".join(more))


def _heads_of(draft: Draft, found: Parts) -> None:
    """Take what only the head of an NITF text says."""
    items = (item for leaf in found.leaves if leaf.is_body for item in leaf.items)
    for head in (head for item in items for head in item.iter("{*}body.head")):
        for path, tag in (("headline", "hl1"), ("subheadline", "hl2"), ("byline", "byline")):
            draft.put(path, next((text for e in head.iter(f"{{*}}{tag}") if (text := words(e))), ""))
        abstract = next(head.iter("{*}abstract"), None)
        if abstract is not None:
            draft.put("summary", "\n\n".join(filter(None, map(prose, abstract))) or prose(abstract))


def _others(draft: Draft, found: Parts) -> None:
    """Name what stands in another language, and what belongs elsewhere."""
    for leaf in found.others:
        heads = (words(h) for c in reversed(leaf.chain) for h in c.iterfind("NewsLines/HeadLine"))
        tongue = _tag(leaf.language)
        text = "\n\n".join(filter(None, (text_of(content_of_item(draft, i)) for i in leaf.items)))
        if leaf.is_body and tongue and tongue.partition("-")[0] != draft.language.partition("-")[0]:
            path = draft.next("translations")
            draft.put(f"{path}.language", tongue)
            draft.put(f"{path}.title", next(heads, ""))
            draft.note("translations", {"language": tongue, "text": text})
        elif leaf.items:
            draft.leave(leaf.items[0], text)
    for reference in found.references:
        draft.note("items", reference.get("NewsItem"))


# --- all of it -----------------------------------------------------------------------------------------------------


def _assembled(draft: Draft, contents: list[etree._Element | Story]) -> tuple[Release, tuple[Finding, ...]]:
    if not draft.is_own and draft.extra:
        draft.values["extra"] = {name: found for name, found in draft.extra.items() if found}
    if "headline" not in draft.values:
        _headline(draft, bool(contents))
    values, told = with_own(draft.values, draft.own)
    body = _body(draft, contents, values)
    release, dropped = release_of(values, body, what="a news item")
    draft.leftovers += body.leftovers
    return release, (*told, *dropped)


def _body(draft: Draft, contents: list[etree._Element | Story], values: dict[str, Any]) -> Body:
    if not contents:
        return Body()
    whole = contents[0]
    if len(contents) > 1:
        whole = Story(tuple(block for content in contents for block in _blocks(draft, content)))
    if draft.is_own and isinstance(whole, etree._Element):
        restore(whole, draft.written)
        whole = _marked(whole, draft.language)
    return read_body(
        whole,
        headline=values.get("headline", ""),
        subheadline=values.get("subheadline", ""),
        language=draft.language,
        base="" if draft.is_own else values.get("url", ""),
        zone=draft.zone,
        known=values,
    )


def _marked(content: etree._Element, language: str) -> etree._Element:
    """Return what holds the text, marked as ours: whose it is, the item tells, not always the text."""
    inner = content_of(content)
    holder = etree.Element(inner.tag, {LANG: language}, nsmap={"pr": OWN})
    holder.text = inner.text
    holder.extend(list(inner))
    return holder


def _blocks(draft: Draft, content: etree._Element | Story) -> Iterator[Block]:
    if isinstance(content, Story):
        yield from content.blocks
        return
    story, findings = story_from_xml(content_of(content))
    draft.findings += findings
    yield from story.blocks


def _headline(draft: Draft, has_text: bool) -> None:
    """Let another headline of the item stand in, else what names it: the text stays whole."""
    heads = (text for e in draft.item.iter("HeadLine") if (text := words(e)))
    labels = (str(label) for label in draft.extra.get("newsml-1.2:NameLabel", ()))
    fields = ("slugline",) if has_text else ("slugline", "summary", "id")
    values = (str(draft.values.get(name, "")) for name in fields)
    named = next(filter(None, (*heads, *labels, *values)), "")
    if named:
        draft.find("headline-missing", f"no headline; {shown(named)} stands in for it", draft.item)
        draft.put("headline", named[:200])
