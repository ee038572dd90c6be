"""Datelines in a body: what is known of them elsewhere, what is printed, and both together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pressrelease.characters import one_line, settled
from pressrelease.datelines import printed, read_lead, read_line
from pressrelease.datelines.layout import fits
from pressrelease.formats.assembly import nested
from pressrelease.model import Dateline, InvalidRelease, Organisation, Place
from pressrelease.patterns import literal
from pressrelease.story import Paragraph, Story, without, words

_P = TypeVar("_P", Dateline, Organisation)


def known_part(known: Mapping[str, Any], kind: type[_P], name: str) -> _P | None:
    """Return the part of a release that stands at `name` in values by path, or None."""
    told = nested({path: v for path, v in known.items() if path.startswith(name)}).get(name)
    try:
        return told if told is None or isinstance(told, kind) else kind(**told)
    except (InvalidRelease, TypeError):
        return None


def without_lead(story: Story, dateline: Dateline, language: str, line: str = "") -> Story | None:
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


def read_dateline(
    story: Story, line: str, language: str, known: Dateline | None
) -> tuple[Dateline | None, Story]:
    """Return the dateline that a line above `story` and its first words say, and the story without it.

    A place that is `known` to be the dateline's opens a lead even where nobody would take it for a city.
    """
    above = read_line(line, language) if line else None
    first = story.blocks[0] if story.blocks else None
    if not isinstance(first, Paragraph):
        return above, story
    text = words(first.spans, " ")
    lead = read_lead(text, language, after=above) or (_led_by(known, text) if known and not above else None)
    if lead is None:
        return above, story
    rest = Paragraph(without(first.spans, len(text) - len(lead[1])))
    return lead[0], Story((rest, *story.blocks[1:]))


_DASH = " -–—"
_FOLLOWING = "The words that follow."


def dateline_in(text: str, language: str = "") -> Dateline | None:
    """Return the dateline that `text`, which is nothing else, is: a line, or the lead of a text that follows."""
    bare = text.rstrip(_DASH)
    found = read_lead(f"{bare} - {_FOLLOWING}", language)
    lead = found[0] if found is not None and found[1] == _FOLLOWING else None
    return lead if lead is not None and bare != text else read_line(text, language) or lead


_CREDIT = r"(?P<space> )?(?:\((?P<credit>[^()]{1,30})\))?(?P<mark> ?[-–—]{1,2} |: |\.-+ ?)"


def _led_by(known: Dateline, text: str) -> tuple[Dateline, str] | None:
    """Return the dateline that opens `text` with the one place that is known, and what follows it."""
    name = known.places[0].name if len(known.places) == 1 else ""
    form = next((f for f, shown in (("", name), (":upper", name.upper())) if text.startswith(shown)), None)
    match = re.compile(_CREDIT).match(text, len(name)) if name and form is not None else None
    if match is None or not (match["credit"] or text[: len(name)].isupper()):
        return None
    layout = "{places.0.name" + (form or "") + "}" + (match["space"] or "")
    layout += ("({credit})" if match["credit"] else "") + literal(match["mark"])
    said = Dateline(places=(Place(name=name),), credit=match["credit"] or "", style="plain", layout=layout)
    return (said, text[match.end() :]) if printed(said).lead == text[: match.end()] else None


def agreed(said: Dateline, known: Dateline | None) -> Dateline:
    """Return a dateline as it is printed, with what is known elsewhere of the same places and the same hour."""
    if known is None:
        return said
    zone = known.zone if said.time is not None and said.time == known.time and not said.zone else said.zone
    if [p.name.casefold() for p in said.places] != [p.name.casefold() for p in known.places]:
        return said.changed(zone=zone)
    pairs = list(zip(said.places, known.places, strict=True))
    whole = said.changed(zone=zone, places=tuple(k.changed(name=p.name) for p, k in pairs))
    if not said.layout or fits(said.layout, whole):
        return whole
    # A region or country that its words do not say would print it otherwise.
    return said.changed(zone=zone, places=tuple(_located(p, k) for p, k in pairs))


def _located(said: Place, known: Place) -> Place:
    return said.changed(uri=known.uri, latitude=known.latitude, longitude=known.longitude)
