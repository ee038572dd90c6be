"""A NewsML-G2 document as a release: ours exactly as it was, others' as leniently as a person would read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from pressrelease.characters import one_line
from pressrelease.envelope import OwnField
from pressrelease.errors import shown
from pressrelease.findings import Finding
from pressrelease.formats.assembly import is_path, with_own
from pressrelease.formats.bodies import Body, read_body, release_of, restore
from pressrelease.formats.registry import Head, Reading, Source
from pressrelease.formats.trees import tree
from pressrelease.formats.wire.newsml_g2.draft import (
    Draft,
    children,
    count,
    first,
    local,
    named,
    prose,
    words,
)
from pressrelease.formats.wire.newsml_g2.join import NAR
from pressrelease.formats.wire.newsml_g2.kits import MEDIA
from pressrelease.formats.wire.newsml_g2.places import guid_of, id_in
from pressrelease.formats.wire.newsml_g2.read_content import (
    chosen,
    media_class,
    read_shown,
    remote_files,
)
from pressrelease.formats.wire.newsml_g2.read_content_meta import (
    language_of,
    located_in,
    read_content_meta,
    settle_dateline,
)
from pressrelease.formats.wire.newsml_g2.read_item_meta import read_item_meta
from pressrelease.formats.wire.newsml_g2.read_kit import held, listed, read_medium
from pressrelease.formats.wire.newsml_g2.read_parties import read_assert
from pressrelease.formats.wire.newsml_g2.read_rights import read_rights
from pressrelease.markup.nitf import OWN
from pressrelease.model import Release
from pressrelease.story import Story, plain

_SCHEMES = {
    "http://cv.iptc.org/newscodes/mediatopic/": "medtop",
    "http://cv.iptc.org/newscodes/subjectcode/": "subj",
}
_KNOWN = frozenset(
    ["catalogRef", "catalog", "itemMeta", "contentMeta", "contentSet", "rightsInfo", "assert", "groupSet"]
)


def recognise(head: Head) -> float:
    """Return how sure it is (0 to 1) that data with this head is an item of NewsML-G2, or a message of them."""
    text = head.text[:20_000]
    found = _ITEM.search(text)
    if found is None:
        return 0.0
    return 0.97 if NAR.rstrip("/") in text else 0.8


_ITEM = re.compile(r"<(?:[\w.-]{1,40}:)?(?:newsItem|newsMessage|packageItem)(?=[\s/>])")


def read(source: Source) -> Reading:
    """Return the release that an item holds, alone or as the one in a message; raise Unreadable where there is none."""
    root, findings = tree(source)
    if local(root) == "newsItem":
        found = _read_item(root, {}, source)
    else:
        text, media, package = held(root)
        found = _read_item(text, media, source) if text is not None else read_package(package, source)
    release, told, leftovers = found
    return Reading(release, findings=(*findings, *told), leftovers=tuple(leftovers))


# --- one item ------------------------------------------------------------------------------------------------------


def _read_item(
    item: etree._Element, kit: Mapping[str, etree._Element], source: Source
) -> tuple[Release, list[Finding], list[str]]:
    draft = _begun(item, source)
    draft.kit = kit
    parts = _metadata(draft)
    content = _content(draft, parts.get("contentSet", []))
    for element in kit.values():
        read_medium(draft, element)
    return _assembled(draft, content)


def _begun(item: etree._Element, source: Source) -> Draft:
    draft = Draft(item, language=language_of(item, first(item, "contentMeta")))
    draft.zone = source.newsroom.time_zone if source.newsroom is not None else ""
    _own(draft)
    _attributes(draft)
    return draft


def _metadata(draft: Draft) -> dict[str, list[etree._Element]]:
    """Read what an item says of itself and its content; return its parts by name."""
    parts: dict[str, list[etree._Element]] = {}
    for name, element in children(draft.root):
        parts.setdefault(name, []).append(element)
        if name not in _KNOWN:
            draft.leave(element)
    _aliases(draft, parts.get("catalog", []))
    for element in parts.get("itemMeta", []):
        read_item_meta(draft, element)
    for element in parts.get("contentMeta", []):
        read_content_meta(draft, element)
    settle_dateline(draft)
    for element in parts.get("rightsInfo", []):
        read_rights(draft, element)
    for element in parts.get("assert", []):
        read_assert(draft, element)
    return parts


def _own(draft: Draft) -> None:
    """Take in our own element, if there is one: an item that has it is one of ours."""
    held = draft.root.find(f"{{*}}itemMeta/{{{OWN}}}release")
    if held is None:
        return
    draft.is_own = True
    draft.origin = held.get("versionCreated") or ""
    for element in held:
        path = element.get("path") or ""
        if element.tag == _ADDRESS:
            draft.addresses[element.get("written") or ""] = element.text or ""
        elif element.tag == _FIELD and is_path(path):
            as_json = element.get("type") == "json"
            draft.own[path] = OwnField(path, element.text or "", "json" if as_json else "text")


_FIELD = f"{{{OWN}}}field"
_ADDRESS = f"{{{OWN}}}address"


def _attributes(draft: Draft) -> None:
    root = draft.root
    if draft.language != "und":
        draft.put("language", draft.language)
    guid = one_line(root.get("guid") or "")
    if guid:
        draft.put("id", id_in(guid))
    else:
        draft.find("guid-missing", "an item without a guid", root)
    version = (root.get("version") or "").strip()
    if number := count(version):
        draft.put("version", number)
    elif version:
        draft.find("version-unread", f"a version of {shown(version)} is no number", root)
    standard = local(root) and root.tag.partition("}")[0].lstrip("{")
    if standard.rstrip("/") != NAR.rstrip("/"):
        draft.find("namespace", f"the namespace is {shown(standard)}, not that of NewsML-G2", root)


def _aliases(draft: Draft, catalogues: list[etree._Element]) -> None:
    for scheme in (s for c in catalogues for s in named(c, "scheme")):
        known, alias = _SCHEMES.get(scheme.get("uri") or ""), scheme.get("alias") or ""
        if known and alias != known:
            draft.aliases[alias] = known


# --- the body ------------------------------------------------------------------------------------------------------


def _content(draft: Draft, contents: list[etree._Element]) -> etree._Element | Story | None:
    """Return the item's text; its pictures, and what only the head of its text says, go into the draft."""
    content = next((found for c in contents if (found := chosen(draft, c)) is not None), None)
    if isinstance(content, etree._Element):
        _head_of(draft, content)
    for element in contents:
        _asset(draft, element)
    if content is None and not draft.counts.get("assets"):
        draft.find("no-text", "the item holds no text", draft.root)
    return content


def _asset(draft: Draft, content: etree._Element) -> None:
    path = f"assets.{draft.counts.get('assets', 0)}"
    if not remote_files(draft, content, path):
        return
    draft.next("assets")
    kind = media_class(draft.root)
    draft.put(f"{path}.role", kind if kind in ("video", "audio", "graphic") else "")
    draft.put(f"{path}.caption", draft.caption)
    draft.put(f"{path}.alt", draft.alt)
    if kind in MEDIA:  # the credit is the picture's
        draft.put(f"{path}.credit", draft.credit)
        draft.extra.pop("newsml-g2:creditline", None)


def _head_of(draft: Draft, body: etree._Element) -> None:
    """Take what only the head of an NITF or XHTML body says."""
    head = next(body.iter("{*}body.head"), None)
    if head is None:
        if "headline" not in draft.values:
            named = next((e for e in body.iter("{*}h1", "{*}title") if words(e)), None)
            draft.put("headline", words(named) if named is not None else "")
        return
    for path, tag in (("headline", "hl1"), ("subheadline", "hl2"), ("byline", "byline")):
        element = next((e for e in head.iter(f"{{*}}{tag}") if words(e)), None)
        if element is not None:
            draft.put(path, words(element))
    abstract = next(head.iter("{*}abstract"), None)
    if abstract is not None:
        draft.put("summary", prose(abstract))


# --- a package alone -----------------------------------------------------------------------------------------------


def read_package(package: etree._Element, source: Source) -> tuple[Release, list[Finding], list[str]]:
    """Read a package whose items are elsewhere: its text is the list of what it holds."""
    draft = _begun(package, source)
    _metadata(draft)
    return _assembled(draft, listed(draft, package))


# --- all of it -----------------------------------------------------------------------------------------------------


def _assembled(
    draft: Draft, content: etree._Element | Story | None
) -> tuple[Release, list[Finding], list[str]]:
    if not draft.is_own and draft.extra:
        draft.values["extra"] = draft.extra
    if "headline" not in draft.values:
        title = first(draft.root, "itemMeta")
        title = first(title, "title") if title is not None else None
        _headline(draft, draft.values, words(title) if title is not None else "")
    if not draft.is_own:
        _one_house(draft.values)
    values, told = with_own(draft.values, draft.own.values())
    if draft.is_own and "id" not in draft.own and guid_of(values.get("url", "")) == draft.root.get("guid"):
        values.pop("id", None)  # its address identifies it
    body = _body(draft, content, values)
    if "headline" not in values and not one_line(body.story.text):
        _headline(draft, values, next(_names(draft), ""))
    release, dropped = release_of(values, body, what="a news item")
    return release, [*draft.findings, *told, *dropped], [*draft.leftovers, *body.leftovers]


def _body(draft: Draft, content: etree._Element | Story | None, values: dict[str, Any]) -> Body:
    if content is None:
        return Body()
    if draft.addresses and isinstance(content, etree._Element):
        restore(content, draft.addresses)
    body = read_body(
        content,
        headline=values.get("headline", ""),
        subheadline=values.get("subheadline", ""),
        language=draft.language,
        base="" if draft.is_own else values.get("url", ""),
        zone=draft.zone,
        known=values if draft.is_own else {p: v for p, v in values.items() if not p.startswith("contacts.")},
    )
    if body.dateline is not None and not draft.is_own:
        body.dateline = located_in(draft, body.dateline)
    if body.contacts:  # others' words say more than how somebody is reached
        for path in [p for p in values if p.startswith("contacts.")]:
            del values[path]
    kicker = draft.extra.get("newsml-g2:kicker", ())
    if body.story and one_line(plain(body.story.blocks[0])) in kicker:
        body.story = Story(body.story.blocks[1:])
    if draft.is_own:  # what its first lines say stands in fields of its own
        body.change, body.embargo = {}, None
    for element in body.assets:
        read_shown(draft, element, values)
    return body


def _one_house(values: dict[str, Any]) -> None:
    """Take an item whose provider is its source for one that no other service distributes."""
    told = {p.partition(".")[2]: v for p, v in values.items() if p.startswith("provider.")}
    if told and all(values.get(f"publisher.{name}") == value for name, value in told.items()):
        for name in told:
            del values[f"provider.{name}"]


def _headline(draft: Draft, values: dict[str, Any], text: str) -> None:
    """Let `text` stand in for a headline, where it says anything: the item's title, or what else names it."""
    if text:
        draft.find("headline-missing", f"no headline; {shown(text)} stands in for it", draft.root)
        values["headline"] = text


def _names(draft: Draft) -> Iterator[str]:
    for name in (draft.caption, *(str(draft.values.get(n, "")) for n in ("slugline", "summary", "id"))):
        if text := one_line(name):
            yield text[:200]
