"""What a body opens with and its front matter may say too: the dateline, and the embargo."""

from __future__ import annotations

from itertools import takewhile

from pressrelease.anatomy.embargoes import held, is_embargo
from pressrelease.anatomy.furniture import is_mark
from pressrelease.characters import one_line
from pressrelease.datelines import read_lead
from pressrelease.findings import Finding, Where
from pressrelease.markup.markdown import markdown_from_story
from pressrelease.markup.markdown_write import raw
from pressrelease.model import Dateline, Place, Release
from pressrelease.story import Block, Paragraph, Story, plain, without, words


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


def held_back(release: Release, body: str, zone: str) -> tuple[Release, tuple[Finding, ...]]:
    """Return `release` with the embargo that opens its story in `embargo` only, and what is odd about it.

    The front matter's own moment stands, unless the line names a later one. As for `settled_lead`, a body whose first
    letter is a character reference means what it says.
    """
    opening = _opening(release)
    found = held(opening, zone)
    if found.embargo is None or body.lstrip()[:1] in ("&", "<"):
        return release, ()
    story = Story((*found.blocks, *release.story.blocks[len(opening) :]))
    embargo, findings = found.embargo, found.findings
    known = release.embargo
    if known is not None:
        findings = ()
        embargo = known.changed(printed=known.printed or embargo.printed)
        later = found.embargo.until
        if known.until and later and later > known.until:
            embargo = embargo.changed(until=later)
            findings = (_two_moments(known.until.isoformat(), later.isoformat()),)
    return release.model_copy(update={"embargo": embargo, "story": story}), findings


def _two_moments(one: str, other: str) -> Finding:
    message = f"front matter and body name two moments, {one} and {other}; the later binds"
    return Finding("embargo-differs", "warning", message, Where(field="embargo.until"), "name one")


def _opening(release: Release) -> tuple[Block, ...]:
    """Return the blocks that frame a story at its opening, marks and lines that hold it, and the one beneath."""
    blocks = release.story.blocks
    count = sum(1 for _ in takewhile(lambda block: frames(plain(block)), blocks))
    return blocks[: count + 1]


def frames(text: str) -> bool:
    """Return whether `text` is a line that frames a body: a mark, or one that holds it."""
    line = one_line(text)
    return bool(line) and (is_mark(line) or is_embargo(line))


def guarded(release: Release, text: str) -> str:
    """Return a story's Markdown so that a dateline or an embargo at its beginning stays there when it is read."""
    holds = held(_opening(release)).embargo is not None
    if not text or text[0] == "<" or (_lead(release) is None and not holds):
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
    return lead.model_copy(update=values)


def _fuller(one: Place, other: Place) -> Place:
    return one if one != Place(name=one.name) else other
