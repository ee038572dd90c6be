"""Exclamation marks in the release's own voice.

News does not shout. Wires ask for none in headline and text, and some send back a release that has them; within a
quotation they are the speaker's own.

Source: PRWeb, editorial guidelines ("hype flags": exclamation points); AP Stylebook, entry "exclamation point".

Example:

    ---
    headline: Harbour opens on Monday!
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens on Monday
    ---
    The harbour opens on Monday. "At last!" said Ada Byron, the mayor.

Excuse it: where the mark belongs to a name, such as that of a town or a brand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_MARK = re.compile(r"¡(?=\w)(?:[^!！¡\0]{0,300}[!！]+)?|(?<=[^\W_])\s?(?:[!！]+|¡(?!\w))")
"""One exclamation: in Spanish with the mark that opens it."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each exclamation mark outside quotations, but for those within a known name."""
    if not any(mark in case.outside.text for mark in "!！¡"):
        return
    named = [name for name in case.names if "!" in name]
    for spot in case.outside.find(_MARK):
        around = spot.passage.text[max(0, spot.start - 60) : spot.end]
        if not any(around.endswith(name[: name.index("!") + 1]) for name in named):
            yield spot.hit(
                "an exclamation mark in the release's own voice", fix="end the sentence with a full stop"
            )


RULE = Rule(id="exclamation-marks", group="editorial", severity="warning", run=run)
