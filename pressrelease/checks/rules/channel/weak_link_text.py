"""A link whose words do not say where it leads.

A screen reader lists the links of a page without the sentence around them: "here, here, more". In plain text and on a
wire the address stands apart from the words. The name of what is behind the link works everywhere.

Source: W3C, WCAG 2.2, 2.4.4 and 2.4.9 (link purpose).

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday. [Click here](https://news.example.org/prices/) for the prices.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday. See [the prices of all crossings](https://news.example.org/prices/).

Excuse it: never in text of one's own; where a partner's text may not be touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WORD = re.compile(r"[^\W_]+")
_WEAK = """
here; click here; right here; click; click this link; this; this link; link; this page; this website; website; page;
read more; learn more; find out more; see more; more; more here; more info; more information; details; read on;
hier; hier klicken; klicken sie hier; klick hier; diesen link; dieser link; mehr; mehr erfahren; mehr lesen; mehr dazu;
mehr infos; mehr informationen; weitere informationen; weitere infos; weiterlesen; weiter lesen; webseite;
ici; cliquez ici; cliquer ici; ce lien; lien; en savoir plus; lire la suite; lire plus; plus d informations;
plus d infos; aquí; aqui; haga clic aquí; haz clic aquí; clic aquí; pinche aquí; pincha aquí; este enlace; enlace;
leer más; ver más; saber más; más información; más info; qui; clicca qui; cliccare qui; cliccando qui; questo link;
leggi; leggi di più; leggi tutto; scopri di più; maggiori informazioni; ulteriori informazioni; per saperne di più;
klik hier; deze link; lees meer; lees verder; meer; meer informatie; meer info;
clique aqui; saiba mais; leia mais; mais informações;
هنا; اضغط هنا; انقر هنا; المزيد; اقرأ المزيد; للمزيد; هذا الرابط
"""
_PHRASES = frozenset(phrase.strip() for phrase in _WEAK.split(";"))


def run(case: Case) -> Iterator[Hit]:
    """Yield each link whose words say nothing."""
    for address in case.addresses:
        words = address.words
        if words is not None and " ".join(_WORD.findall(address.shown.lower())) in _PHRASES:
            message = f"“{address.shown}” does not say where the link leads"
            yield Hit(message, words.path, words.start, words.end, "link the name of what is there")


RULE = Rule(id="weak-link-text", group="channel", severity="warning", run=run)
