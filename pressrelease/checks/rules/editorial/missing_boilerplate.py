"""A release that does not say who it is from.

The paragraph about the issuer tells a desk who speaks and whether it matters; without it somebody has to look it up, or
leaves the news out. It may stand in the release, as a field, beneath a heading "About …" or behind "About …:", in a
later paragraph that opens "Lisbon Ports is a …", or in `newsroom.toml` for all releases. Offices that everybody knows,
such as police, prosecutors and towns, need none.

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

Excuse it: where every reader knows the issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.anatomy.headings import about_whom, heading_kind
from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.names import LEGAL

_IS_A = re.compile(
    rf"(?: {LEGAL})?(?: \([^()]{{1,40}}\))? "
    r"(?:is an?|ist eine?|est une?|es una?|è un[ao]?|is een|"
    r"(?P<only>is the|ist d(?:er|ie|as)|est l[ea]|es (?:el|la)|è (?:il|la|l)|is (?:de|het)))\b(?=['’ ])"
)
"""What goes on behind the issuer's name where a paragraph says what it is; `only`: the one that it is."""
_SINCE = re.compile(
    r"(?:Founded|Established|Gegründet|Fondée?|Créée?|Fundad[ao]|Cread[ao]|Fondat[ao]|Nat[ao]|Opgericht) "
    r"(?:in|im Jahr|en|nel|dans les années) \d{4},? "
)
"""How a paragraph about the issuer may open: `Founded in 1961, Lisbon Ports …`."""
_ARTICLE = re.compile(r"(?:The|Der|Die|Das|Le|La|Les|L['’]|El|Il|Lo|De|Het)(?:(?<=['’])|[ ])")
_END = 3
"""Passages at the end of which one may say what the issuer is with “the”: before, `Example is the first …` is news."""
_OFFICE = re.compile(
    rf"""(?:{_ARTICLE.pattern})?(?:
      (?:Bundes|Landes|Kriminal|Stadt|Kantons)?[Pp]olizei\w* | (?:Ober|General)?[Ss]taatsanwaltschaft
    | Generalbundesanwalt | Landratsamt | Landkreis | Stadt(?=\ ) | Gemeinde
    | (?:Bundes|Staats|Innen|Finanz)?[Mm]inisterium | (?:\w+)?[Ff]euerwehr
    | Politie | Openbaar\ Ministerie | Gemeente | Provincie | Préfecture | Mairie | Ville\ de | Ministère | Parquet
    | Ayuntamiento | Policía | Guardia\ Civil | Ministerio | Fiscalía | Comune\ di | Procura | Questura | Ministero
    | (?:[\w.’'-]+\ ){{0,3}}Police | City\ of | Town\ of | County\ of | Ministry\ of | U\.?S\.?\ Department\ of
    )\b""",
    re.X,
)
"""Names of public offices, by how they begin."""


def run(case: Case) -> Iterator[Hit]:
    """Yield a release that has no paragraph about anybody; one that is killed, or a public office's, needs none."""
    release = case.release
    office = release.publisher and _OFFICE.match(release.publisher.name)
    if not (release.boilerplates or release.life.killed or office or _is_told(case)):
        yield Hit("nothing is said about the issuer", fix="add a paragraph “About …” (`boilerplates`)")


def _is_told(case: Case) -> bool:
    """Return whether a heading of the story, or the beginning of a paragraph, opens what is said about somebody."""
    house = case.release.publisher
    names = _names(case, house.name) if house else ()
    passages = case.body.passages
    for number, passage in enumerate(passages):
        last = number >= len(passages) - _END
        told = any(_says_what(passage.text, name, last=last) for name in names)
        if number and (told or _SINCE.match(passage.text)):
            return True
        opening, colon, rest = passage.text.partition(":")
        is_line = not rest or (colon and rest[:1].isspace())
        if passage.kind == "heading" or (passage.kind == "paragraph" and is_line):
            if heading_kind(opening, colon=True, language=case.language) == "boilerplate":
                return True
            # A name that begins small is one all the same where it is the issuer's.
            whom = about_whom(opening)
            if house and whom != opening and whom.casefold() == house.name.casefold():
                return True
    return False


def _names(case: Case, name: str) -> tuple[str, ...]:
    """Return the name of a house, and the short forms that stand in brackets behind it."""
    short = re.compile(rf"{re.escape(name)} \(([A-ZÄÖÜ][\w-]{{1,11}})\)")
    return (name, *(spot.match[1] for spot in case.body.find(short)))


def _says_what(text: str, name: str, *, last: bool) -> bool:
    """Return whether a paragraph opens with `name` and what it is."""
    article = _ARTICLE.match(text) if not text.startswith(name) else None
    at = article.end() if article else 0
    told = _IS_A.match(text, at + len(name)) if text.startswith(name, at) else None
    return told is not None and (last or not told["only"])


RULE = Rule(id="missing-boilerplate", group="editorial", severity="warning", run=run)
