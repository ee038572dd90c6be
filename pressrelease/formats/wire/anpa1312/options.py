"""What a newsroom may set in an ANPA 1312 message."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anpa1312Options:
    """Options of `anpa1312`. What is None is derived from the release, the same each time."""

    transliterate: bool = False
    """Write letters that ASCII lacks, and that nobody spells in it, in Latin ones; needs the extra `transliterate`."""
    embargo_in_words: bool = True
    """Say the embargo to editors and as the first line of the text: the format has no other place for it."""
    service: str | None = None
    """One letter: `a` spot news, `b` advances, `c` standing, `f` financial, `s` sports."""
    serial: int | None = None
    """The item's number; a wire counts from 1 each day."""
    selector: str | None = None
    """Five letters or hyphens that say to whom it goes."""
    priority: str | None = None
    """One letter: `f` flash, `b` bulletin, `u` urgent, `r` regular, `d` and `h` deferred, `a` and `s` advances."""
    category: str | None = None
    """One letter: `a` domestic, `f` business, `i` international, `s` sports …"""
    keyword: str | None = None
    """The slug, at most 24 letters, with its cycle: `bc-Harbour-Opening`."""
    reference: int | None = None
    """The number of the item that this one corrects, replaces or kills."""
    agency: str | None = None
    """Two to four capitals that sign the message."""

    def __post_init__(self) -> None:
        for name, pattern, wanted in (
            ("service", "[a-z]", "one small letter"),
            ("selector", "[A-Za-z-]{5}", "five letters or hyphens"),
            ("priority", "[abdfhrsu]", "one of the letters a b d f h r s u"),
            ("category", "[a-z]", "one small letter"),
            (
                "keyword",
                r"[!-;=-\]_-~]{1,24}",
                "up to 24 printable characters of ASCII without spaces, ^ and <",
            ),
            ("agency", "[A-Z]{2,4}", "two to four capitals"),
        ):
            value = getattr(self, name)
            if value is not None and not (isinstance(value, str) and re.fullmatch(pattern, value)):
                raise ValueError(f"{name} is {wanted}")
        for name in ("serial", "reference"):
            value = getattr(self, name)
            if value is not None and not (type(value) is int and 1 <= value <= 9999):
                raise ValueError(f"{name} is 1 to 9999")
