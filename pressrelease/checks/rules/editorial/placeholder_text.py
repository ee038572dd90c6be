"""Words that stand for words still to come.

`TK`, `TBC`, `XX.XX.`, `lorem ipsum`, `[insert quote]`, the fields of templates (`{{name}}`) and a label with nothing
behind it (`Phone:`) are notes to oneself, and so are the words with which `pressrelease new` begins a release. A desk
that finds one takes the release for a draft and the sender for careless; a feed reader shows it to everybody.

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
from itertools import chain

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.wording import LANGUAGES, wording

_INSERT = (
    r"insert|add|enter|your|name|date|city|town|place|quote|company|link|url|"
    r"einfügen|einsetzen|insérer|insertar|inserire|invoegen"
)
_NAME_OF = r"(?:nom|prénom|nombre|nome|cognome|naam)(?: (?:d[eiu]|des|del|dell[ao]|van)\b[^\[\]\0]{0,80})?"
_TO_COME = r"einfügen|einsetzen|ergänzen|folgt|invoegen|to come|to follow|à venir"
_TO_DO = (
    r"à (?:compléter|confirmer|insérer|préciser)|(?:a|por) (?:completar|confirmar|definir|precisar)"
    r"|da (?:completare|confermare|definire|precisare|inserire)"
)
# Each begins with a letter or sign of its own, and says what may not stand before that afterwards: so that the search
# runs from one such letter to the next.
_PLACEHOLDER = re.compile(
    r"T(?<!\w.)(?:K(?:TK)*|BC|BD|BA)\b"
    r"|\{\{[^{}\0]{0,80}\}\}|<<[^<>\0]{1,80}>>|\$\{\w{1,40}\}"
    rf"|\[(?i:{_INSERT})\b[^\[\]\0]{{0,80}}\]"
    rf"|\[(?i:{_NAME_OF})\]"
    rf"|\[[^\[\]\0]{{1,60}} (?i:{_TO_COME})\]"
    rf"|\[(?:[^\[\]\0]{{1,60}} )?(?i:{_TO_DO})(?: [^\[\]\0]{{1,40}})?\]"
    r"|À (?:COMPLÉTER|CONFIRMER)\b"
    r"|X(?<![\w.].)X+(?:[.:/-]XX+)*(?![\w])|_{4,}"
)


_LOREM = re.compile(r"\blorem ipsum\b(?: dolor\b)?")
_NOTHING = re.compile(r": ?(?=[\0\n]|\Z)")
_LABEL = re.compile(
    r"(?:\A|[\n,|] ?)(?P<label>Phone|Telephone|Tel\.?|Mobile|Cell|Fax|E-?mails?|Web(?:site)?|Date|Time|Price"
    r"|Telefon|Mobil|Datum|Uhrzeit|Preis|Téléphone|Tél\.?|Courriel|Teléfono|Correo|Fecha|Telefono|Data|Telefoon)\s?\Z",
    re.I,
)
_LONGEST_LABEL = 12
_NEXT = re.compile(r": ?(?:\Z|\n[^\W\d][\w. -]{0,20}:)")
"""Behind an empty label nothing follows, or the next one."""
_BEGUN = ("headline", "subheadline", "place", "boilerplate", "lead", "quote", "speaker", "rest")
"""What `new` writes for somebody to write over; the headline of a first release may be its news."""
_FORM = frozenset(wording(language)(f"new_{part}") for language in LANGUAGES for part in _BEGUN)


def run(case: Case) -> Iterator[Hit]:
    """Yield each sign that stands for words to come, and each passage that is still as `new` wrote it."""
    told = case.everything
    dummy = told.find(_LOREM, lower=True) if "lorem" in told.lower else ()
    for spot in chain(told.find(_PLACEHOLDER), dummy):
        yield spot.hit(
            f"“{spot.text}” stands for words still to come", fix="write the words, or cut the sentence"
        )

    for spot in told.find(_NOTHING):
        text = spot.passage.text
        label = _LABEL.search(text, max(0, spot.start - _LONGEST_LABEL), spot.start)
        if label and _NEXT.match(text, spot.start):
            message = f"“{label['label']}:” has nothing behind it"
            yield spot.passage.hit(message, label.start("label"), spot.start + 1, fix="fill it in, or cut it")

    for passage in told.passages:
        if passage.text.strip() in _FORM:
            message = f"“{passage.text.strip()}” is still as `pressrelease new` wrote it"
            yield passage.hit(message, fix="write the words, or cut them")
    for i, place in enumerate(case.release.dateline.places if case.release.dateline else ()):
        if place.name in _FORM:
            message = f"“{place.name}” is still as `pressrelease new` wrote it"
            yield Hit(message, path=f"dateline.places.{i}.name", fix="name the place, or cut it")


RULE = Rule(id="placeholder-text", group="editorial", severity="error", run=run)
