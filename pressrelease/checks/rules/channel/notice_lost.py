"""A notice that does not arrive.

Who answers for a text and what to beware of must reach whoever reads it. Some formats have no slot for a notice: it
arrives in words alone, and no program knows it there. A template of the house may leave it out altogether. So the
wire's formats are written, and what is not in them is told.

Source: the tables in docs/formats.md, made from what each format states of itself.

Profile: ap

Example:

    ---
    headline: Harbour opens
    notices: [{kind: liability, heading: Notice, text: Prices may change.}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday. Prices may change.

Excuse it: where the receiver has the notices by contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.formats.registry import Unwritable
from pressrelease.formats.verbs.writing import write

_WORD = re.compile(r"[A-Za-z]{4,}")
_WORDS = re.compile(r"(notices\.\d+)\.(?:heading|label|citation|text|person|organisation)")
_ENOUGH = 0.8
"""Share of a notice's words that are in a document which has it: letters beyond ASCII may be spelled otherwise."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each notice that a format of the profile has no slot for, or whose words are not in it."""
    if not case.release.notices:
        return
    for name in case.profile.formats:
        try:
            document = write(case.release, name, newsroom=case.newsroom, now=case.now)
        except Unwritable as error:
            yield Hit(f"{name} cannot be written: {error}")
            continue
        there = set(_WORD.findall(document.body.decode(document.charset, "replace").lower()))
        for i, notice in enumerate(case.release.notices):
            words = _WORD.findall(
                " ".join((notice.heading, notice.label, notice.text, notice.person)).lower()
            )
            if words and sum(word in there for word in words) < _ENOUGH * len(words):
                yield Hit(
                    f"the words of this notice are not in {name}", f"notices.{i}", fix="mend the template"
                )
        told: set[str] = set()
        for loss in document.losses:
            lost = _WORDS.fullmatch(loss.path)
            if lost and lost[1] not in told:
                told.add(lost[1])
                went = f"; instead: {loss.instead}" if loss.instead else ""
                yield Hit(f"{name}: {loss.reason}{went}", lost[1], severity="info" if went else None)


RULE = Rule(id="notice-lost", group="channel", severity="error", run=run)
