"""Pictures, films and documents: components, or content items beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from pressrelease.characters import cleaned, paragraphs
from pressrelease.formats.wire.newsml_1_2.draft import (
    Draft,
    children,
    formal,
    kind,
    ours,
    properties,
    prose,
    words,
)
from pressrelease.formats.wire.newsml_1_2.media import medium_name, usual_role
from pressrelease.formats.wire.newsml_1_2.read_components import HEADLINE, LEAD, MEDIA, TEXT
from pressrelease.formats.wire.newsml_1_2.read_content import content_of_item, is_text, text_of
from pressrelease.formats.wire.newsml_1_2.read_management import usable_address
from pressrelease.markup.nitf import media_type

_ROLES = {"photo", "picture", "image", "video", "audio", "graphic", "animation", "complexdata", "text"}


def read_media(draft: Draft, components: Iterable[etree._Element]) -> None:
    """Take each component that is a picture or the like as one asset."""
    for component in components:
        files = [c for c in component.iter("ContentItem") if c.get("Href") and not is_text(c)]
        path = _asset(draft, files, formal(component.find("Role")), component)
        if path:
            _told(draft, path, component)


def read_files(draft: Draft, items: Iterable[etree._Element]) -> None:
    """Take content items beside the text: those of which the same is said are one asset, any other is one by itself."""
    groups: dict[object, list[etree._Element]] = {}
    for i, item in enumerate(items):
        held = item.find("Characteristics")
        number = "" if held is None else ours(held, "asset")
        told = _characteristics(item)
        said = tuple(told.get(name) for name in ("alttext", "caption", "title"))
        groups.setdefault(number or (said if any(said) else i), []).append(item)
    for files in groups.values():
        medium = formal(files[0].find("MediaType"))
        mime = formal(files[0].find("MimeType"))
        _asset(draft, files, medium or medium_name(files[0].get("Href") or "", mime))


def _asset(
    draft: Draft, files: list[etree._Element], role: str, component: etree._Element | None = None
) -> str:
    """Take files as one asset, and return its path; empty where no file has an address."""
    usable = [(file, href) for file in files if (href := usable_address(file.get("Href") or ""))]
    for file in files:
        if not usable_address(file.get("Href") or ""):
            draft.leave(file, file.get("Href") or "")
    if not usable:
        return ""
    path = draft.next("assets")
    for file, href in usable:
        parent = file.getparent()
        inner = (
            "" if component is None or parent is component or parent is None else formal(parent.find("Role"))
        )
        _rendition(draft, draft.next(f"{path}.renditions"), file, href, inner)
    told = _characteristics(usable[0][0])
    draft.put(f"{path}.alt", told.get("alttext") or told.get("alternatetext") or told.get("alt"))
    draft.put(f"{path}.title", told.get("title"))
    draft.put(f"{path}.credit", told.get("credit"))
    draft.put(f"{path}.rights", told.get("copyright"))
    draft.put(f"{path}.caption", "\n\n".join(paragraphs(_value(usable[0][0], "caption"))))
    if usual_role(role) != "main":
        draft.put(f"{path}.role", usual_role(role))
    elif role and kind(role) not in _ROLES and kind(role) in MEDIA:
        draft.put(f"{path}.role", kind(role))
    return path


def _characteristics(item: etree._Element) -> dict[str, str]:
    return {kind(name): value for name, value, _ in properties(item.find("Characteristics"))}


def _value(item: etree._Element, name: str) -> str:
    """Return the value of a property with its line ends."""
    found = (e.get("Value") for n, _, e in properties(item.find("Characteristics")) if kind(n) == name)
    return cleaned(next(found, "") or "")


def _rendition(draft: Draft, rendition: str, file: etree._Element, href: str, name: str) -> None:
    told = _characteristics(file)
    draft.put(f"{rendition}.href", href)
    draft.put(
        f"{rendition}.name", told.get("imageuse") or (name if kind(name) not in {*MEDIA, "main"} else "")
    )
    mime = formal(file.find("MimeType"))
    if "/" in mime and mime != media_type(href):
        draft.put(f"{rendition}.media_type", mime)
    for name in ("width", "height"):
        draft.put(f"{rendition}.{name}", _count(told.get(name) or told.get(f"pixel{name}") or ""))
    draft.put(f"{rendition}.duration", _seconds(told.get("totalduration") or told.get("duration") or ""))
    size = file.find("Characteristics/SizeInBytes")
    draft.put(f"{rendition}.size", _count(words(size)))


def _count(text: str) -> int | None:
    return int(text) if re.fullmatch(r"0*[1-9]\d{0,8}|1000000000", text, re.A) else None


def _seconds(text: str) -> float | None:
    clock = re.fullmatch(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)", text, re.A)
    if clock:
        hours, minutes, seconds = clock.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds) or None
    number = re.fullmatch(r"\d{1,20}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?", text, re.A)
    return float(text) or None if number else None


def _told(draft: Draft, path: str, component: etree._Element) -> None:
    """Take what the lines and the texts within a component say of its picture."""
    names = {"CreditLine": "credit", "ByLine": "credit", "CopyrightLine": "rights"}
    lines = [line for block in component.iter("NewsLines") for line in children(block)]
    for line in lines:
        if line.tag in names:
            draft.put(f"{path}.{names[line.tag]}", words(line))
    for inner in component.iter("NewsComponent"):
        texts = [item for item in children(inner, "ContentItem") if is_text(item)]
        role = kind(formal(inner.find("Role")))
        if role in TEXT | LEAD:
            continue  # it is the item's
        said = "\n\n".join(filter(None, (text_of(content_of_item(draft, item)) for item in texts)))
        if role not in HEADLINE:
            draft.put(f"{path}.caption", said)
        elif said != draft.values.get("headline"):
            draft.put(f"{path}.title", said)
    title = draft.values.get(f"{path}.title")
    head = next((prose(line) for line in lines if line.tag == "HeadLine" and prose(line)), "")
    if head not in (title, draft.values.get("headline")):
        draft.put(f"{path}.caption", head)
