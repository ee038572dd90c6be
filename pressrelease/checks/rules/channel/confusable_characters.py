"""Letters of another script that look like one's own.

A Cyrillic `а` in "Bаnk" is no `a`: searches miss the word, an address with it leads elsewhere, and a screen reader
stumbles. It slips in by a keyboard left in the other language, or as a trap. Letters drawn of mathematical signs (𝐛𝐨𝐥𝐝)
are read letter by letter, or not at all.

Source: Unicode Technical Standard 39, 4 (confusable detection); Unicode Technical Report 36, 2.

Example:

    ---
    headline: Harbour opens
    ---
    The B\u0430nk of the harbour \U0001d428\U0001d429\U0001d41e\U0001d427\U0001d42c on Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    The Bank of the harbour opens on Monday.

Fix: the letters that were meant take their place, where the rest of the word is in one script.

Excuse it: where a name is spelled so on purpose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_LOOKS = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxijshdqwABEKMHOPCTYXSIJABEZHIKMNOPTYXo"
)
_OTHER = "".join(map(chr, _LOOKS))
_MIXED = re.compile(
    rf"(?<![^\W\d_])(?:[{_OTHER}]+[A-Za-zÀ-ɏ]|[A-Za-zÀ-ɏ]+[{_OTHER}])[A-Za-zÀ-ɏ{_OTHER}]*(?![^\W\d_])"
)
_DRAWN = re.compile("[\U0001d400-\U0001d7cb]+|[\uff21-\uff3a\uff41-\uff5a]+")
_SOME = re.compile(f"[{_OTHER}\U0001d400-\U0001d7cb\uff21-\uff5a]")
_EAST_ASIAN = ("ja", "ko", "zh")


def run(case: Case) -> Iterator[Hit]:
    """Yield each word that mixes scripts, and each run of letters drawn of other signs."""
    everything = case.everything
    if not _SOME.search(everything.text):
        return
    for spot in everything.find(_MIXED):
        other = next(c for c in spot.text if c in _OTHER)
        name = unicodedata.name(other).split()[0].title()
        meant = spot.text.translate(_LOOKS)
        message = f"“{spot.text}” has a {name} {other} (U+{ord(other):04X})"
        yield spot.hit(message, fix=f"“{meant}” is meant", instead=meant)
    for spot in everything.find(_DRAWN):
        if case.language in _EAST_ASIAN and spot.text < "\U0001d400" and spot.text[0] >= "\uff21":
            continue
        meant = unicodedata.normalize("NFKC", spot.text)
        yield spot.hit(
            f"“{spot.text}” is drawn of signs that are no letters", fix=f"write “{meant}”", instead=meant
        )


RULE = Rule(id="confusable-characters", group="channel", severity="warning", run=run)
