"""What an item says about its content (`contentMeta`): headlines, dateline, topics, who made it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from pressrelease.characters import one_line
from pressrelease.errors import shown
from pressrelease.formats.bodies.datelines import dateline_in
from pressrelease.formats.wire.newsml_g2.draft import (
    Draft,
    children,
    code,
    kind_of,
    named,
    prose,
    set_apart,
    suffix,
    words,
)
from pressrelease.formats.wire.newsml_g2.read_parties import name_of, read_party, read_place, read_subject
from pressrelease.model import Dateline

_CAPTIONS = frozenset(["caption", "imagecaption", "photocaption"])
_SUMMARIES = ("summary", "abstract", "teaser", "synopsis", "lead", "")
_KICKERS = frozenset(["kicker", "overline", "roofline", "dachzeile"])


def read_content_meta(draft: Draft, meta: etree._Element) -> None:
    """Read `contentMeta` into `draft`, whatever the order of its elements."""
    several: dict[str, list[etree._Element]] = {}
    for name, element in children(meta):
        if name in _READERS:
            _READERS[name](draft, element)
        elif name in _SEVERAL:
            several.setdefault(name, []).append(element)
        elif name in _NOTED:
            _noted(draft, name, element)
        elif name not in ("language", "contentModified"):
            draft.leave(element)
    for name, elements in several.items():
        _SEVERAL[name](draft, elements)


def language_of(root: etree._Element, meta: etree._Element | None) -> str:
    """Return the language an item is in: that of its content, else the one it is described in; `und`: not said."""
    told = [e.get("tag") or "" for e in named(meta, "language")] if meta is not None else []
    given = (*told, root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    return next((tag.replace("_", "-") for tag in map(str.strip, given) if tag), "und")


# --- single elements -----------------------------------------------------------------------------------------------


def _urgency(draft: Draft, element: etree._Element) -> None:
    text = words(element)
    if re.fullmatch("[1-9]", text):
        draft.put("urgency", int(text))
    elif text:
        draft.find("urgency-unread", f"an urgency of {shown(text)} is none from 1 to 9", element)


def _created(draft: Draft, element: etree._Element) -> None:
    if not draft.is_own:
        return  # when it was made is not the day it is dated
    date, _, time = (element.text or "").strip().partition("T")
    draft.put("dateline.date", date)
    # The offset is that of the dateline's zone, which stands in a field of our own.
    draft.put("dateline.time", time[:-6] if time[-6:-5] in ("+", "-") else time)


def _keyword(draft: Draft, element: etree._Element) -> None:
    text = words(element)
    if text:
        draft.put(draft.next("keywords"), text)


def _slugline(draft: Draft, element: etree._Element) -> None:
    draft.put("slugline", words(element))


def _by(draft: Draft, element: etree._Element) -> None:
    draft.put("byline", words(element))


def _creditline(draft: Draft, element: etree._Element) -> None:
    credit = words(element)
    draft.credit = credit
    draft.put("dateline.credit", credit if draft.is_own else credit.rstrip(" -–—"))


def _digital_source(draft: Draft, element: etree._Element) -> None:
    draft.note("digital-source", code(element))


def _noted(draft: Draft, name: str, element: etree._Element) -> None:
    kind = suffix(element.get("type") or element.get("environment") or "")
    draft.note(_NOTED[name], {"type": kind, "value": words(element) or code(element)})


# --- several of one kind -------------------------------------------------------------------------------------------


def _headlines(draft: Draft, elements: list[etree._Element]) -> None:
    """Tell headline, line beneath and kicker apart: by role, by rank, by order."""
    fitting = draft.in_language(elements)
    for element in fitting:
        text, role, rank = words(element), kind_of(element, "role"), element.get("rank") or ""
        if not text:
            continue
        if role in _KICKERS or (rank == "3" and not role):
            draft.note("kicker", text)
        elif "sub" in role or (rank == "2" and not role) or ("headline" in draft.values and not role):
            _beneath(draft, text)
        elif role in ("short", "shortheadline", "seo", "social", "web", "mobile"):
            draft.note("headline", {"role": role, "value": text})
        elif "headline" in draft.values:
            _beneath(draft, text)
        else:
            draft.put("headline", text)
    for element in set_apart(elements, fitting):
        draft.leave(element, "in another language")


def _beneath(draft: Draft, text: str) -> None:
    if "subheadline" in draft.values:
        draft.note("headline", {"value": text})
    elif draft.is_own or text != draft.values.get("headline"):
        draft.put("subheadline", text)


def _datelines(draft: Draft, elements: list[etree._Element]) -> None:
    draft.dateline = next(filter(None, map(words, elements)), "")


def _located(draft: Draft, elements: list[etree._Element]) -> None:
    draft.located = elements


def _sources(draft: Draft, elements: list[etree._Element]) -> None:
    first = next((e for e in elements if kind_of(e, "role") in ("", "source", "origprov")), elements[0])
    read_party(draft, first, "publisher")
    draft.about.append((first, "publisher"))
    for element in elements:
        if element is not first and code(element) != code(first):
            draft.note("info-source", {"role": kind_of(element, "role"), "value": name_of(draft, element)})


def _creators(draft: Draft, elements: list[etree._Element]) -> None:
    """Keep who wrote it where no line says so; an agency that wrote it is no byline."""
    houses = {draft.values.get(f"{who}.name", "").casefold() for who in ("publisher", "provider")}
    people = [n for n in (name_of(draft, e) for e in elements) if n and n.casefold() not in houses]
    draft.put("byline", ", ".join(people))


def _genres(draft: Draft, elements: list[etree._Element]) -> None:
    first, *more = elements
    if (first.get("qcode") or "") != "pressrelease:pressRelease":
        draft.put("genre", name_of(draft, first) or code(first))
    for element in more:
        draft.note("genre", name_of(draft, element) or code(element))


def _descriptions(draft: Draft, elements: list[etree._Element]) -> None:
    """Keep the summary, and what a picture shows."""
    for element in sorted(draft.in_language(elements), key=_rank):
        role, text = kind_of(element, "role"), prose(element)
        if role in _CAPTIONS:
            draft.caption = draft.caption or text
        elif "alt" in role:
            draft.alt = draft.alt or one_line(text)
        elif "summary" not in draft.values and role in _SUMMARIES:
            draft.put("summary", text)
        elif text and text != draft.values.get("summary"):
            draft.note("description", {"role": role, "value": text})


def _rank(element: etree._Element) -> int:
    role = kind_of(element, "role")
    return _SUMMARIES.index(role) if role in _SUMMARIES else len(_SUMMARIES)


# --- the dateline --------------------------------------------------------------------------------------------------

_TOWN = re.compile(r"[^\W\d_]+(?:[ .'’-]{1,2}[^\W\d_]+){0,4}")
"""What can be the name of a place and nothing else: letters, five words at most."""


def settle_dateline(draft: Draft) -> None:
    """Put the dateline together: of its parts where it is ours, else of its words; places without one are topics."""
    if draft.is_own:
        for element in draft.located:
            read_place(draft, element, draft.next("dateline.places"))
        return
    credit = draft.values.pop("dateline.credit", "")
    line = draft.dateline.rstrip(" -–—")
    found = dateline_in(draft.dateline, draft.language) if line else None
    if found is not None:
        draft.values["dateline"] = located_in(draft, found)
    elif line and draft.located:
        for element in draft.located:
            read_place(draft, element, draft.next("dateline.places"))
        draft.put("dateline.credit", credit)
    elif _TOWN.fullmatch(line):
        draft.put("dateline.places.0.name", line)
        draft.put("dateline.credit", credit)
    elif line:
        draft.note("dateline", line)
    if found is None and not line:
        for element in draft.located:
            read_place(draft, element, draft.next("places"))
    if (
        credit
        and "dateline.credit" not in draft.values
        and (not found.credit if found is not None else not draft.located)
    ):
        draft.note("creditline", credit)


def located_in(draft: Draft, dateline: Dateline) -> Dateline:
    """Return a dateline whose places are known by more than their names, where the item says more of them."""
    places = []
    for place in dateline.places:
        for element in draft.located:
            if name_of(draft, element).casefold() == place.name.casefold():
                told = Draft(draft.root, language=draft.language)
                read_place(told, element, "at")
                more = {name: told.values.get(f"at.{name}") for name in ("uri", "latitude", "longitude")}
                place = place.changed(**{name: value for name, value in more.items() if value is not None})
        places.append(place)
    return dateline.changed(places=tuple(places))


_READERS: Mapping[str, Callable[[Draft, etree._Element], None]] = {
    "urgency": _urgency,
    "contentCreated": _created,
    "keyword": _keyword,
    "subject": read_subject,
    "slugline": _slugline,
    "by": _by,
    "creditline": _creditline,
    "digitalSourceType": _digital_source,
}
_SEVERAL: Mapping[str, Callable[[Draft, list[etree._Element]], None]] = {
    "headline": _headlines,
    "dateline": _datelines,
    "located": _located,
    "infoSource": _sources,
    "creator": _creators,
    "genre": _genres,
    "description": _descriptions,
}
_NOTED = {
    "altId": "alt-id",
    "contributor": "contributor",
    "audience": "audience",
    "exclAudience": "excluded-audience",
}
