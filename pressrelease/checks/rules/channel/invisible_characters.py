"""Characters that nobody sees.

A zero width space parts a word for every search; a soft hyphen or a byte order mark within the text shows as a box in
old systems; marks hidden by tag characters carry words to a program that no reader sees. Joiners stay where a script or
an emoji needs them.

Source: Unicode Standard, 23.2 (layout controls), 23.9 (tag characters); W3C, Unicode in XML and other Markup Languages.

Example:

    ---
    headline: Harbour opens
    ---
    The har\u200bbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

Fix: they are taken out.

Excuse it: where a language without spaces is broken into lines by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_TAGS = (
    "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"  # in a flag of a region they have a use
)
_JOINER = r"(?:(?<=[A-Za-zÀ-ɏ\s])|^)[\u200c\u200d]+(?=[A-Za-zÀ-ɏ\s]|$)"
_SIGNS = "\u200b\u2060\ufeff\u00ad\u180e\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\u115f\u1160\u3164"
_SOME = re.compile(f"[{_SIGNS}\u200c\u200d\U000e0000-\U000e007f]")
_UNSEEN = re.compile(f"[{_SIGNS}]+|{_JOINER}|{_TAGS}")
_BREAKS_BY_THEM = ("km", "lo", "my", "th", "bo")


def run(case: Case) -> Iterator[Hit]:
    """Yield each run of characters that nobody sees."""
    everything = case.everything
    if not _SOME.search(everything.text):
        return
    for spot in everything.find(_UNSEEN):
        if case.language in _BREAKS_BY_THEM and set(spot.text) == {"\u200b"}:
            continue
        codes = " ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in spot.text))
        yield spot.hit(f"{codes} is here, and nobody sees it", fix="take it out", instead="")


RULE = Rule(id="invisible-characters", group="channel", severity="warning", run=run)
