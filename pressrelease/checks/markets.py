"""Words by which the rules on securities know what a passage is: a look ahead, its caution, inside information."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressrelease.anatomy.headings import heading_kind
from pressrelease.checks.passages import Passage, Spot, Texts
from pressrelease.markup.points import points

_AHEAD = (
    *(
        "forward",
        "safe harb",
        "cautionary",
        "zukunft",
        "vorausschau",
        "prospecti",
        "prévision",
        " futuro",
        "previsional",
    ),
    *("lungimirant", "toekomst", "vooruitblik"),
)
_CAUTION = re.compile(
    r"\b(?:forward[- ]looking|safe harbou?r|cautionary (?:note|statement)|zukunftsgerichtet\w*|zukunftsbezogen\w*"
    r"|vorausschauend\w* aussag\w*"
    r"|(?:information|déclaration|énoncé|donnée|élément)s?(?: \w+){0,2} prospecti(?:ve|f)s?\b|prévisionnel\w*"
    r"|prospectiv[ao]s?|declaraciones (?:a|de) futuro"
    r"|manifestaciones (?:a|de) futuro|previsional[ei]|lungimirant[ei]|toekomstgericht\w*|vooruitblikkend\w*)",
    re.I,
)
_FIXED = ("forward-looking", "liability", "boilerplate")
_LONGEST_LINE = 80
_MEASURES = re.compile(r"\bnon-(?:GAAP|IFRS)\b", re.I)
_INSIDE = (
    r"(?<!not )\bcontains? inside information\b|\bthis (?:announcement|release) (?:is|constitutes) inside information\b"
    r"|\binside information (?:within the meaning|for the purposes|as (?:defined|stipulated)|under article|pursuant to)"
    r"|\bveröffentlichung (?:von|einer) insiderinformation(?:en)?\b|\binsiderinformation(?:en)? (?:nach|gemäß|im sinne)"
    r"|\bad[- ]hoc[- ](?:mitteilung|meldung|publizität)\b|\binformations? privilégiées?\b (?:au sens|en application)"
    r"|\binformación privilegiada\b|\binformazion[ei] privilegiat[ae]\b|\bbevat voorwetenschap\b"
)
_SOME = ("inside information", "insiderinformation", "ad-hoc", "ad hoc", "privilégié", "privileg", "voorwet")
_MARK = re.compile(_INSIDE, re.I)


def caution(texts: Texts) -> Spot | None:
    """Return the first words of `texts` that mark a notice on statements that look ahead, or None."""
    if not any(word in texts.lower for word in _AHEAD):
        return None
    return next(texts.find(_CAUTION), None)


def formulas(story: Iterable[Passage]) -> frozenset[str]:
    """Return the paths of those passages of a story that are no news: cautions, contacts, what is beneath “About …”.

    They are in the house's or its lawyers' fixed words; as `notices`, `boilerplates` and `contacts` they are no part of
    the story.
    """
    found: set[str] = set()
    kind = ""
    for passage in story:
        opened = _opened(passage)
        if opened is not None:
            kind = opened
        elif kind in _FIXED or caution(Texts((passage,))) or (kind == "contact" and points(passage.text)):
            found.add(passage.path)
        elif kind == "contact":
            kind = ""
    return frozenset(found)


def _opened(passage: Passage) -> str | None:
    """Return what a heading, or a line of its own that is one, opens: a kind, or nothing known; None: it is none."""
    if passage.kind == "heading":
        return "liability" if _MEASURES.search(passage.text) else heading_kind(passage.text, colon=False)
    if passage.kind != "paragraph" or len(passage.text) > _LONGEST_LINE:
        return None
    kind = heading_kind(passage.text, colon=passage.text.endswith(":"))
    return kind if kind in (*_FIXED, "contact") else None


def inside(texts: Texts) -> Spot | None:
    """Return the first words of `texts` that mark inside information, or None."""
    if not any(word in texts.lower for word in _SOME):
        return None
    return next(texts.find(_MARK), None)
