"""A slugline that is no slugline.

A desk sorts by it: a few keywords, parted by slash or hyphen, the general one first. A sentence, the headline again or
an empty part sorts nowhere; wires cut what is longer than their field.

Source: IPTC NewsML-G2, `slugline` (with its separator); NINJS, `slugline`.

Example:

    ---
    headline: Harbour opens
    slugline: The harbour of Kestrel Bay opens on Monday.
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    slugline: Harbour/Opening
    ---
    The harbour opens on Monday.

Excuse it: where a receiver asks for another form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_PARTS = re.compile(r"[/\-–—;|]")


def run(case: Case, *, most: int = 64, words: int = 8) -> Iterator[Hit]:
    """Yield a slugline that is a sentence or the headline, has an empty part, or more than `most` characters."""
    slugline = case.release.slugline
    if not slugline:
        return
    parts = [part.strip() for part in _PARTS.split(slugline)]
    fault = ""
    if slugline.casefold() == case.release.headline.casefold():
        fault = "is the headline again"
    elif slugline[-1] in ".!?" or len(slugline.split()) > words:
        fault = "reads like a sentence"
    elif not all(parts):
        fault = "has an empty part"
    elif len(slugline) > most:
        fault = f"has {len(slugline)} characters, more than {most}"
    if fault:
        yield Hit(f"the slugline {fault}", "slugline", fix="keywords, the general one first: Harbour/Opening")


RULE = Rule(id="slugline-form", group="editorial", severity="warning", run=run)
