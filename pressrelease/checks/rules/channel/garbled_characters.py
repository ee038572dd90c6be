"""Letters that were read in the wrong set.

`Ã¤` for `ä`, `â€™` for `’` and the mark U+FFFD are traces of a file that was read in another charset than it was
written in. Every reader sees them, names are spoiled, and no program can bring back what became U+FFFD.

Source: Unicode Standard, 5.22 (U+FFFD substitution); W3C, Character Model 1.0, 4.3.

Example:

    ---
    headline: Harbour opens
    ---
    The harbourâ€™s cafÃ© opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour’s café opens on Monday.

Fix: the letters that were meant take their place, where they can be told.

Excuse it: in a text about such faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_SOME = re.compile("[ÂÃÄÅĂâã\ufffd]")
_MARKS = "»‘’“”–—"
_BEHIND = "\u0080-\u00ba\u00bc-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ"
"""What the later bytes of UTF-8 look like, but the marks that may stand behind a letter in any text."""
_GARBLED = re.compile(
    f"\ufffd+|[âã][{_BEHIND}{_MARKS}]{{2}}|[ÂÃÄÅ][{_BEHIND}]|Ă[¤¶Ľź©„łś§¨]|(?<![A-ZÀ-Þ«“„])[ÂÃ][{_MARKS}](?=[a-zß-ÿ])"
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each trace of a wrong charset; what was meant where it is one character of UTF-8 read in a narrower set."""
    everything = case.everything
    if not _SOME.search(everything.text):
        return
    for spot in everything.find(_GARBLED):
        if spot.text[0] == "\ufffd":
            yield spot.hit("a character was lost here (U+FFFD)", fix="look into the original")
        elif meant := _meant(spot.text):
            yield spot.hit(
                f"“{spot.text}” was read in the wrong charset", fix=f"“{meant}” is meant", instead=meant
            )


def _meant(text: str) -> str:
    """Return the one character that `text` was before it was read in a narrower set, or nothing."""
    for codec in ("cp1252", "latin-1", "cp1250"):
        try:
            meant = text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if len(meant) == 1:
            return meant
    return ""


RULE = Rule(id="garbled-characters", group="channel", severity="error", run=run)
