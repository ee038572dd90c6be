"""A body and what stands around it, made one release."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pressrelease.characters import one_line
from pressrelease.findings import Finding
from pressrelease.formats.assembly import assembled, nested, over, told_apart
from pressrelease.formats.bodies.body import Body
from pressrelease.model import Embargo, Release
from pressrelease.story import Heading, Paragraph, Story, plain

_LONGEST = 200
"""Letters a line may have that stands in for a headline."""


def release_of(known: Mapping[str, Any], body: Body, *, what: str) -> tuple[Release, tuple[Finding, ...]]:
    """Return the release that values by path and a body make together, and what was left out or stands in for a lack.

    What is `known` from elsewhere holds; but a dateline that the body prints is the printed one, and an embargo without
    a moment (`{"embargo": {}}`) gets the one in words. Without a headline the first line of the text is it.
    Raises Unreadable where there is none either; `what` names the document in that message (`an NITF document`).
    """
    values, findings = dict(known), []
    if body.dateline is not None:
        values = {path: v for path, v in values.items() if not path.startswith("dateline")}
    if values.get("embargo") == {}:
        del values["embargo"]
        if body.embargo is None:
            values["embargo"] = Embargo()
            why = "an embargo without a moment; the release is held"
            if not any(told.code.startswith("embargo-") for told in body.findings):
                findings.append(Finding("embargo-without-moment", "warning", why, fix="set `embargo.until`"))
    values = told_apart(over(body.values(), values), values)
    if not values.get("headline"):
        values["headline"], values["story"] = _first_line(body.story)
        if values["headline"]:
            findings.append(
                Finding("headline-missing", "warning", "no headline; the first line of the text is it")
            )
    release, told = assembled(nested(values), what=what)
    return release, (*body.findings, *findings, *told)


def _first_line(story: Story) -> tuple[str, Story]:
    """Return the first line of a story, and the story without it where it stands by itself."""
    for i, block in enumerate(story.blocks):
        line, _, more = plain(block).partition("\n")
        text = one_line(line)
        if text:
            alone = isinstance(block, (Heading, Paragraph)) and not more and len(text) <= _LONGEST
            rest = story.blocks[:i] + story.blocks[i + 1 :] if alone else story.blocks
            return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + " …", Story(rest)
    return "", story
