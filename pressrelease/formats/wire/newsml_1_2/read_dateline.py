"""The dateline: ours from its parts, another's from its words, to which the parts add."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from lxml import etree

from pressrelease.formats.bodies.datelines import agreed, dateline_in
from pressrelease.formats.wire.newsml_1_2.draft import Draft
from pressrelease.model import Dateline, InvalidRelease, Place

Places: TypeAlias = list[dict[str, object]]

_DASH = " -–—"
_CREDIT = re.compile(r"(.*\S)\s*\(([^()]{1,30})\)", re.S)


def read_dateline(draft: Draft, text: str, origin: Places, dated: etree._Element | None) -> None:
    """Take the dateline out of its words, the places it names, and the element with its date."""
    said = None if draft.is_own or not text else dateline_in(text, draft.language) or _worded(text, origin)
    if said is not None:
        whole = agreed(said, _known(origin))
        if not said.places and (known := _known(origin)):
            whole = whole.changed(places=known.places)
        for name, value in _fields(whole).items():
            draft.values[f"dateline.{name}"] = value
        for place in origin:
            # A country that its words do not say would print it otherwise; what it is, is kept all the same.
            if not any(place.items() <= _fields(one).items() for one in whole.places):
                draft.note("origin", place)
        return
    for i, place in enumerate(origin):
        for name, value in place.items():
            draft.put(f"dateline.places.{i}.{name}", value)
    if draft.is_own or origin:
        at = draft.moment(dated, "DateLineDate")
        draft.put("dateline.date", at.date() if at else None)


def _worded(text: str, origin: Places) -> Dateline | None:
    """Return what the words of a dateline are that no style sets: a place, a date as it is printed, a credit."""
    bare, credit = text.rstrip(_DASH), ""
    if match := _CREDIT.fullmatch(bare):
        bare, credit = match.groups()
    town, _, rest = (part.strip() for part in bare.partition(","))
    is_town = bool(re.search(r"\d", rest)) or town in [place.get("name") for place in origin]
    if not (rest and is_town):
        town, rest = bare, ""
    if re.search(r"\d", town):
        town, rest = "", bare
    try:
        return Dateline(places=(Place(name=town),) if town else (), date_printed=rest, credit=credit)
    except InvalidRelease:
        return None


def _known(origin: Places) -> Dateline | None:
    """Return the places of a dateline as far as they can be some."""
    try:
        return Dateline(places=tuple(Place(**place) for place in origin))
    except InvalidRelease:
        return None


def _fields(part: Dateline | Place) -> dict[str, Any]:
    values = {name: getattr(part, name) for name in type(part).model_fields}
    return {name: value for name, value in values.items() if value not in ("", None, ())}
