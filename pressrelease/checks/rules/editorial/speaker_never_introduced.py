"""Somebody speaks, and the release never says who that is.

A name alone tells a reader nothing, and a surname alone may be two people's. At the first mention somebody has a full
name and a role, in the text, beneath the quote, or among the release's `people`.

Source: AP Stylebook, "names" and "titles"; general editorial practice (name and role at first mention).

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

    > We have waited six years for this day.
    >
    > — Byron

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

    > We have waited six years for this day.
    >
    > — Ada Byron, harbour master of Lisbon

Excuse it: where everybody knows who it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.names import is_organisation, names_role
from pressrelease.markup.speech_words import SPEECH

_TITLE = re.compile(
    r"(?:Mrs?|Ms|Dr|Prof|Sir|Lady|Herrn?|Frau|Madame|Monsieur|Señora?|Signora?|Mevrouw|The|And|Und)\b", re.I
)
_AROUND = 90
"""Characters beside a name within which its role stands."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each speaker without a role whose name is nowhere explained."""
    quotes = case.quotes
    known = {p.name for p in case.release.people if p.role or p.organisation}
    known |= {c.name for c in case.release.contacts if c.role or c.organisation}
    known |= {q.speaker for q in quotes if q.role or q.organisation}
    told = set[str]()
    for quote in quotes:
        name = quote.speaker
        if not name or name in told or any(name in whole for whole in known) or _is_group(case, name):
            continue
        told.add(name)
        alike = _of_surname(case, name)
        if len(alike) > 1:
            message = f"{name} speaks: {' or '.join(sorted(alike))}?"
        elif not _is_introduced(case, name):
            message = f"{name} speaks, and the release does not say who that is"
        else:
            continue
        passage = next((p for p in case.passages if name in p.text and p.in_story), None)
        at = passage.text.rindex(name) if passage else 0
        fix = "give full name and role at first mention"
        yield passage.hit(message, at, at + len(name), fix=fix) if passage else Hit(message, fix=fix)


def _is_group(case: Case, name: str) -> bool:
    """Return whether `name` is an organisation's or, in German, a word such as in `die Anwohner`."""
    if is_organisation(name):
        return True
    noun = re.compile(rf"\b(?:der|die|das) {re.escape(name)}(?!\w)")
    return case.language == "de" and " " not in name and any(case.body.find(noun))


def _of_surname(case: Case, name: str) -> set[str]:
    """Return the full names in the release whose surname is all that `name` says."""
    if " " in name:
        return set()
    named = re.compile(rf"(?<![\w.’'-])[A-ZÀ-Þ][\w’'-]+ {re.escape(name)}(?!\w)")
    found = {spot.text for spot in case.everything.find(named)}
    return {whole for whole in found if not names_role(whole.split()[0]) and not _TITLE.match(whole)}


def _is_introduced(case: Case, name: str) -> bool:
    """Return whether a role, or words set off by commas, stand beside the name anywhere."""
    surname = re.escape(name.split()[-1])
    verb = SPEECH[case.language].verb
    for spot in case.everything.find(re.compile(rf"(?<!\w){surname}(?!\w)")):
        text, start, end = spot.passage.text, spot.start, spot.end
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        if names_role(before) or names_role(after):
            return True
        aside = re.match(r" ?[,(–—] ?(.+)", after)
        if aside and not verb.match(aside.group(1)) and len(aside.group(1).split()) > 1:
            return True
        lead = re.search(r"(?:^|[.!?,;:”»\"“] )((?:[^.!?,;:”»\"“]+ )?)(?:[A-ZÀ-Þ][\w.-]* )*\Z", before)
        if lead and re.search(r"\w{4,} \Z", lead.group(1)) and not verb.search(lead.group(1)):
            return True
    return False


RULE = Rule(
    id="speaker-never-introduced", group="editorial", severity="warning", run=run, languages=LANGUAGES
)
