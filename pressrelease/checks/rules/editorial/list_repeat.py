"""One name twice in the lists of a paragraph.

Where a paragraph lists countries, towns or partners, each stands once: a name that comes again was either forgotten to
be taken out, or stands in the place of another.

Source: Reuters Handbook of Journalism, "Corrections" (proper names are among what to check first); general editorial
practice.

Example:

    ---
    headline: Harbour opens
    ---
    Ferries sail to Denmark, Romania, Spain and Norway. Other lines go to Italy, Romania and Canada.

Use instead:

    ---
    headline: Harbour opens
    ---
    Ferries sail to Denmark, Romania, Spain and Norway. Other lines go to Italy and Canada.

Excuse it: where a name belongs in both lists.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import LANGUAGES
from pressrelease.checks.rule import Hit, Rule

_ARTICLES = r"(?:(?:the|die|der|den|le|la|les|el|los|las|il|lo|gli) |l['’])"
_ARTICLE = re.compile(rf"\A{_ARTICLES}")
_NAME = rf"{_ARTICLES}?[A-ZÀ-Þ][\w'’-]*(?: (?:of |de |di )?[A-ZÀ-Þ][\w'’-]*){{0,3}}"


def run(case: Case) -> Iterator[Hit]:
    """Yield each name that an enumeration has and one before it in the paragraph had."""
    enumeration, item = _patterns(case.lexicon.table["and"])
    for passage in case.body.passages:
        if passage.text.count(",") < 2:
            continue
        seen = set[str]()
        for listed in enumeration.finditer(passage.text):
            for match in item.finditer(passage.text, listed.start(), listed.end()):
                name = _ARTICLE.sub("", match.group(), count=1)
                # `Ada Byron, MBE, Ada Lee, MBE and …`: what people bear is theirs, each time.
                if name in seen and not name.isupper():
                    message = f"“{name}” stands in the lists of this paragraph before"
                    yield passage.hit(
                        message, match.end() - len(name), match.end(), fix="see which name is meant"
                    )
                seen.add(name)


@functools.cache
def _patterns(joining: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of an enumeration of names, and that of one name; `joining` are the words before the last."""
    listed = re.compile(rf"(?<![\w.]){_NAME}(?:, {_NAME}){{1,80}},? (?:{joining}) {_NAME}")
    return listed, re.compile(_NAME)


RULE = Rule(id="list-repeat", group="editorial", severity="info", run=run, languages=LANGUAGES)
