"""What stands above the text of an NITF document: headlines, notes, rights, bylines, dateline, abstract."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from lxml import etree

from pressrelease.characters import cleaned, one_line
from pressrelease.formats.bodies.datelines import dateline_in
from pressrelease.formats.wire.nitf.draft import (
    MARK,
    Draft,
    attribute,
    first,
    kids,
    local,
    prose,
    text_of,
    words,
)
from pressrelease.formats.wire.nitf.identified import place
from pressrelease.formats.wire.nitf.moments import stated

OUR_NOTES = ("embargo", "change", "note", "contact")
"""Classes of our own notes to editors; all but `note` repeat what stands elsewhere."""


def read_body_head(draft: Draft, head: etree._Element) -> None:
    """Read what stands above the text."""
    for element in head.iterchildren(etree.Element):
        reader = _ELEMENTS.get(local(element))
        if reader is not None:
            reader(draft, element)
        elif not element.tag.startswith(MARK) and words(element):
            draft.leftovers.append(f"{local(element)}: {words(element)}")


def _hedline(draft: Draft, element: etree._Element) -> None:
    lines = [(local(e), words(e)) for e in element.iterchildren(etree.Element)]
    lines = [(name, text) for name, text in lines if text]
    bare = one_line(cleaned(element.text or ""))
    if not any(name == "hl1" for name, _ in lines) and bare:
        draft.find("headline-bare", "the headline stands bare within `hedline`", element)
        lines.insert(0, ("hl1", bare))
    for name, text in lines:
        if name == "hl1" and "headline" not in draft.values:
            draft.put("headline", text)
        elif "subheadline" not in draft.values and name != "hl1":
            draft.put("subheadline", text if draft.is_ours or text != draft.values.get("headline") else "")
        elif text not in (draft.values.get("headline"), draft.values.get("subheadline")):
            draft.leftovers.append(f"{name}: {text}")


def _headline(draft: Draft, element: etree._Element) -> None:
    draft.find(
        "headline-misplaced", f"a headline in `{local(element)}`, where `hedline/hl1` is expected", element
    )
    if first(element, "hl1") is not None:
        _hedline(draft, element)
    else:
        draft.put("headline" if local(element) != "hl2" else "subheadline", words(element))


def _note(draft: Draft, element: etree._Element) -> None:
    kind, text = attribute(element, "class"), prose(element)
    if kind in OUR_NOTES and attribute(element, "noteclass") == "editorsnote":
        if kind == "note":
            draft.put("editor_note", text)
        elif kind == "embargo":
            draft.aside.setdefault("embargo note", text)
    elif attribute(element, "noteclass") == "cpyrt":
        draft.put("rights.notice", one_line(text))
    elif text:
        draft.messages.append(text)


def _rights(draft: Draft, element: etree._Element) -> None:
    found = [element.text or ""]
    for child in element.iterchildren(etree.Element):
        name, text = local(child), one_line(cleaned(text_of(child)))
        if name == "rights.limitations":
            draft.put("rights.usage_terms", cleaned(text_of(child)))
        elif name == "rights.owner":
            draft.put("rights.holder", text)
        elif name.startswith("rights."):
            draft.keep(name, text)
        else:
            found.append(text_of(child))
        found.append(child.tail or "")
    draft.put("rights.notice", one_line(cleaned("".join(found))))


def _byline(draft: Draft, element: etree._Element) -> None:
    pieces = [element.text or ""]
    for child in element.iterchildren(etree.Element):
        said = words(child)
        before = "".join(pieces).rstrip()
        comma = (
            ", "
            if local(child) in ("byttl", "person") and said and before and before[-1] not in ",;:"
            else ""
        )
        pieces = [before + comma, said] if comma else [*pieces, said]
        pieces.append(child.tail or "")
    text = one_line(cleaned("".join(pieces)))
    if text:
        draft.bylines.append(text)


def _distributor(draft: Draft, element: etree._Element) -> None:
    houses = list(kids(element, "org"))
    marked = [e for e in houses if e.get(f"{MARK}of")]
    for house in marked:
        of, name = house.get(f"{MARK}of"), words(house)
        if of == "provider":
            draft.put("provider.name", name)
        elif of == "dateline.credit":
            draft.put("dateline.credit", name)
    if marked:
        return
    names = [words(e) for e in houses] or [words(element)]
    if len(names) > 1:
        draft.put("dateline.credit", names[0])
    draft.aside.setdefault("distributor", names[-1])


def _dateline(draft: Draft, element: etree._Element) -> None:
    located = False
    for child in kids(element, "location"):
        if not draft.is_ours and not len(child) and _said(draft, words(child)):
            located = True
            continue
        path = draft.next("dateline.places")
        if place(draft, child, path):
            located = True
        else:
            draft.counts["dateline.places"] -= 1
    day = first(element, "story.date")
    if not located:
        text = one_line(cleaned(element.text or "")).strip(" ,-–—")
        if text and not draft.is_ours:
            if not _said(draft, text):
                draft.put(f"{draft.next('dateline.places')}.name", text)
            located = True
    if day is not None:
        _day(draft, day, located)


def _said(draft: Draft, text: str) -> bool:
    """Take the dateline that words are, `LISBON, Portugal (AP)`, apart; return whether they name a place."""
    found = dateline_in(text)
    if found is None or not found.places:
        return False
    for one in found.places:
        path = draft.next("dateline.places")
        for name in ("name", "region", "country"):
            draft.put(f"{path}.{name}", getattr(one, name))
    for name in ("credit", "date", "date_printed"):
        draft.put(f"dateline.{name}", getattr(found, name))
    return True


def _day(draft: Draft, element: etree._Element, located: bool) -> None:
    text = words(element)
    if not draft.is_ours and stated(text) is not None and not located:
        return  # a date for machines, printed nowhere, heads no text
    value = draft.stated(element) or stated(text)
    if isinstance(value, dt.datetime):
        draft.put("dateline.date", value.date())
        if draft.is_ours or re.search(r"\d[:.]\d\d", text):
            draft.values["dateline.time"] = value.time()
            if value.tzinfo is not None:
                draft.put("dateline.zone", value.strftime("%z")[:3] + ":" + value.strftime("%z")[3:5])
    elif value is not None:
        draft.put("dateline.date", value)
    elif text and not draft.is_ours:
        draft.put("dateline.date_printed", text)


def _abstract(draft: Draft, element: etree._Element) -> None:
    text = prose(element)
    if not draft.is_ours and "</" in text:
        text = re.sub(r"<[^<>]{1,200}>", lambda tag: "\n\n" if tag.group()[-2:] == "p>" else "", text)
    draft.put("summary", text)


def _series(draft: Draft, element: etree._Element) -> None:
    told = ", ".join(filter(None, (attribute(element, f"series.{n}") for n in ("name", "part", "totalpart"))))
    draft.keep("series", told)


_ELEMENTS: Mapping[str, Callable[[Draft, etree._Element], None]] = {
    "abstract": _abstract,
    "byline": _byline,
    "dateline": _dateline,
    "distributor": _distributor,
    "headline": _headline,
    "hedline": _hedline,
    "hl1": _headline,
    "hl2": _headline,
    "note": _note,
    "rights": _rights,
    "series": _series,
}
