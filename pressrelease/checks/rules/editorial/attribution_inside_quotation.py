"""Who speaks stands within the quotation marks, or nothing parts the words from it.

"The work is done, said Ada Byron" makes her say that she said it. Where neither comma nor full stop stands between the
last word and "said", English, German and Spanish readers stumble; French and Italian have no such comma.

Source: AP Stylebook, "comma" and "quotation marks"; Amtliches Regelwerk der deutschen Rechtschreibung, §§ 90 to 93
(comma behind direct speech).

Example:

    ---
    headline: Harbour opens
    ---
    "The work is done, said Ada Byron, harbour master. "It took six years."

Use instead:

    ---
    headline: Harbour opens
    ---
    "The work is done," said Ada Byron, harbour master. "It took six years."

Excuse it: where somebody quotes somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.marks import Marked
from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit, Rule
from pressrelease.markup.speech_words import SPEECH

_NAME = re.compile(r" (?:[A-Z]\w+[ .]){1,3}[A-ZÀ-Þ]\w+")
_WORDS = 4
"""Words between marks that somebody said; fewer are a title: the “Sparks Group” said."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each attribution within an open quotation, and each that nothing parts from the words before it."""
    verb = SPEECH[case.language].verb
    comma = case.lexicon.table["comma_before_verb"]
    for passage in case.body.passages:
        for piece in passage.marked:
            if piece.fault == "open":
                yield from _inside(passage, piece, verb)
            elif comma and piece.fault != "stray":
                yield from _unparted(passage, piece, verb)


def _inside(passage: Passage, piece: Marked, verb: re.Pattern[str]) -> Iterator[Hit]:
    for match in verb.finditer(passage.text, piece.start, piece.end):
        name = _NAME.match(passage.text, match.end())
        if name and passage.text[: match.start()].rstrip(" ").endswith(","):
            message = f"“{match.group()}{name.group()}” stands within the quotation marks"
            yield passage.hit(message, match.start(), name.end(), fix="close the quotation before it")
            return


def _unparted(passage: Passage, piece: Marked, verb: re.Pattern[str]) -> Iterator[Hit]:
    text = passage.text
    match = verb.match(text, piece.end + 1) if text[piece.end : piece.end + 1] == " " else None
    if match is None or not text[piece.end - 2].isalnum():
        return
    name = _NAME.match(text, match.end())
    if name and len(text[piece.start : piece.end].split()) >= _WORDS:
        message = f"nothing parts the quotation from “{match.group()}{name.group()}”"
        yield passage.hit(
            message, piece.end - 1, match.end(), fix="put a comma between the words and who said them"
        )


RULE = Rule(
    id="attribution-inside-quotation", group="editorial", severity="warning", run=run, languages=LANGUAGES
)
