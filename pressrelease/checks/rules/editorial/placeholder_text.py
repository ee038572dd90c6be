"""Words that stand for words still to come.

`TK`, `TBC`, `XX.XX.`, `lorem ipsum`, `[insert quote]` and the fields of templates (`{{name}}`) are notes to oneself. A
desk that finds one takes the release for a draft and the sender for careless; a feed reader shows it to everybody.

Source: Chicago Manual of Style, Q&A, "Manuscript Preparation" (tk, "to come"); the other signs: general editorial
practice.

Example:

    ---
    headline: Harbour opens on XX March
    ---
    HAMBURG — The harbour of [insert town] opens on Monday, said {{spokesperson}}.

Use instead:

    ---
    headline: Harbour opens on 2 March
    ---
    HAMBURG — The harbour of Altona opens on Monday, said Ada Byron.

Excuse it: where the sign is the news itself, such as the headline of a release about a film named "XX".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_INSERT = (
    r"insert|add|enter|your|name|date|city|town|place|quote|company|link|url|"
    r"einfügen|einsetzen|insérer|insertar|inserire|invoegen"
)
_TO_COME = (
    r"einfügen|einsetzen|ergänzen|folgt|invoegen|to come|to follow|à (?:compléter|confirmer|insérer|venir)"
)
# Each begins with a letter or sign of its own, and says what may not stand before that afterwards: so that the search
# runs from one such letter to the next.
_PLACEHOLDER = re.compile(
    r"T(?<!\w.)(?:K(?:TK)*|BC|BD|BA)\b"
    r"|\{\{[^{}\0]{0,80}\}\}|<<[^<>\0]{1,80}>>|\$\{\w{1,40}\}"
    rf"|\[(?i:{_INSERT})\b[^\[\]\0]{{0,80}}\]"
    rf"|\[[^\[\]\0]{{1,60}} (?i:{_TO_COME})\]"
    r"|À (?:COMPLÉTER|CONFIRMER)\b"
    r"|[Ll](?<!\w.)(?i:orem ipsum\b(?: dolor\b)?)"
    r"|X(?<![\w.].)X+(?:[.:/-]XX+)*(?![\w])|_{4,}"
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each sign that stands for words to come."""
    for spot in case.everything.find(_PLACEHOLDER):
        yield spot.hit(
            f"“{spot.text}” stands for words still to come", fix="write the words, or cut the sentence"
        )


RULE = Rule(id="placeholder-text", group="editorial", severity="error", run=run)
