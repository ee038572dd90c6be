"""A body that opens with the dateline of its front matter has it once."""

from __future__ import annotations

from pressrelease.datelines import read_lead
from pressrelease.markup.markdown import markdown_from_story
from pressrelease.markup.markdown_write import raw
from pressrelease.model import Dateline, Place, Release
from pressrelease.story import Paragraph, Story, without, words


def settled_lead(release: Release, body: str) -> Release:
    """Return `release` with the dateline that opens its story in `dateline` only, where the two agree.

    A body whose first letter is a character reference, or that begins with a tag, means what it says (`guarded`).
    """
    found = None if body.lstrip()[:1] in ("&", "<") else _lead(release)
    if found is None:
        return release
    lead, length = found
    dateline = agreed(release.dateline, lead)
    if dateline is None:
        return release
    first = release.story.blocks[0]
    assert isinstance(first, Paragraph)
    blocks = (Paragraph(without(first.spans, length)), *release.story.blocks[1:])
    return release.model_copy(update={"dateline": dateline, "story": Story(blocks)})


def guarded(release: Release, text: str) -> str:
    """Return a story's Markdown so that a dateline at its beginning stays there when it is read."""
    if not text or text[0] == "<" or _lead(release) is None:
        return text
    if text[0].isalnum():
        return f"&#{ord(text[0])};{text[1:]}"
    first, *rest = release.story.blocks
    return (
        "\n\n".join(filter(None, (raw(first), markdown_from_story(Story(tuple(rest)))))).rstrip("\n") + "\n"
    )


def _lead(release: Release) -> tuple[Dateline, int] | None:
    """Return the dateline that opens the first paragraph, and how many characters it has there."""
    first = release.story.blocks[0] if release.story else None
    if not isinstance(first, Paragraph):
        return None
    text = words(first.spans)
    language = "" if release.language == "und" else release.language
    found = read_lead(text, language)
    return (found[0], len(text) - len(found[1])) if found and found[1].strip() else None


def agreed(known: Dateline | None, lead: Dateline) -> Dateline | None:
    """Return what front matter and lead say together; None where they disagree, or have too little in common."""
    if known is None:
        return lead if lead.places and (lead.date or lead.date_printed or lead.credit) else None
    values = {name: getattr(lead, name) for name in type(lead).model_fields}
    for name in ("date", "time", "zone", "zone_printed", "date_printed", "credit"):
        mine = getattr(known, name)
        if mine not in (None, "") and values[name] not in (None, "") and mine != values[name]:
            return None
        if mine not in (None, ""):
            values[name] = mine
    if known.places and lead.places:
        if [p.name.casefold() for p in known.places] != [p.name.casefold() for p in lead.places]:
            return None
        values["places"] = tuple(_fuller(a, b) for a, b in zip(known.places, lead.places, strict=True))
    elif known.places:
        values["places"] = known.places
    if not lead.places and lead.date is None:
        return None
    if known.style or known.layout:
        values["style"], values["layout"] = known.style, known.layout
    return Dateline(**values)


def _fuller(one: Place, other: Place) -> Place:
    return one if one != Place(name=one.name) else other
