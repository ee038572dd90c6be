"""A release that does not say who it is from.

The paragraph about the issuer tells a desk who speaks and whether it matters; without it somebody has to look it up, or
leaves the news out. It may stand in the release, as a field, beneath a heading "About …" or behind "About …:", in a
later paragraph that opens "Lisbon Ports is a …", or in `newsroom.toml` for all releases.

Source: GOV.UK, guidance on press releases ("notes to editors"); general editorial practice for the rest.

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    boilerplates: [{heading: About Lisbon Ports, story: Lisbon Ports runs four harbours.}]
    ---
    The harbour opens on Monday.

Excuse it: where the issuer is a public office that every reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.anatomy.headings import about_whom, heading_kind
from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_IS_A = re.compile(r"(?: \([^()]{1,40}\))? (?:is an?|ist eine?|est une?|es una?|è un[ao]?|is een)\b(?=['’ ])")
"""What goes on behind the issuer's name where a paragraph says what it is."""
_SINCE = re.compile(
    r"(?:Founded|Established|Gegründet|Fondée?|Créée?|Fundad[ao]|Cread[ao]|Fondat[ao]|Nat[ao]|Opgericht) "
    r"(?:in|im Jahr|en|nel|dans les années) \d{4},? "
)
"""How a paragraph about the issuer may open: `Founded in 1961, Lisbon Ports …`."""


def run(case: Case) -> Iterator[Hit]:
    """Yield a release that has no paragraph about anybody; one that is killed needs none."""
    release = case.release
    if not release.boilerplates and not release.life.killed and not _is_told(case):
        yield Hit("nothing is said about the issuer", fix="add a paragraph “About …” (`boilerplates`)")


def _is_told(case: Case) -> bool:
    """Return whether a heading of the story, or the beginning of a paragraph, opens what is said about somebody."""
    house = case.release.publisher
    for number, passage in enumerate(case.body.passages):
        told = house and passage.text.startswith(house.name) and _IS_A.match(passage.text, len(house.name))
        if number and (told or _SINCE.match(passage.text)):
            return True
        opening, colon, rest = passage.text.partition(":")
        if passage.kind == "heading" or (passage.kind == "paragraph" and colon and rest[:1].isspace()):
            if heading_kind(opening, colon=True, language=case.language) == "boilerplate":
                return True
            # A name that begins small is one all the same where it is the issuer's.
            whom = about_whom(opening)
            if house and whom != opening and whom.casefold() == house.name.casefold():
                return True
    return False


RULE = Rule(id="missing-boilerplate", group="editorial", severity="warning", run=run)
