"""What a newsroom may set in an IPTC 7901 message."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressrelease.formats.wire.wiretext.lettering import checked


@dataclass(frozen=True, slots=True)
class Iptc7901Options:
    """Options of `iptc7901`. What is None is derived from the release, the same each time."""

    charset: str = "auto"
    """`auto` (Latin-1, or UTF-8 where that lacks a letter), `ascii`, `latin-1`, `cp1252`, `iso646-de`, `utf-8` …"""
    transliterate: bool = False
    """Write letters that the charset lacks in Latin ones; needs the extra `transliterate`."""
    embargo_in_words: bool = True
    """Say the embargo above the text, in it and in the notes: the format has no other place for it."""
    source: str | None = None
    """Three letters for who sends."""
    serial: int | None = None
    """The item's number; a wire counts from 1 each day."""
    priority: int | None = None
    """1 (flash) to 6."""
    category: str | None = None
    """Up to three letters."""
    free: str | None = None
    """The header's free field."""
    earlier: str = ""
    """The number of the item that this one corrects, replaces or kills: `kbn0122`."""
    sign_off: str = ""
    """Initials beneath the text."""

    def __post_init__(self) -> None:
        if self.charset != "auto":
            checked(self.charset)
        for name, pattern, wanted in (
            ("source", "[A-Za-z]{3}", "three letters"),
            ("category", "[A-Za-z]{0,3}", "up to three letters"),
            ("free", r"[\x20-\x7e]{0,50}", "up to 50 printable characters of ASCII"),
            ("earlier", r"[\x21-\x7e]{0,20}", "a number such as kbn0122"),
            ("sign_off", r"[\x20-\x7e]{0,60}", "up to 60 printable characters of ASCII"),
        ):
            value = getattr(self, name)
            if value is not None and not (isinstance(value, str) and re.fullmatch(pattern, value)):
                raise ValueError(f"{name} is {wanted}")
        for name, most in (("serial", 9999), ("priority", 6)):
            value = getattr(self, name)
            if value is not None and not (type(value) is int and 1 <= value <= most):
                raise ValueError(f"{name} is 1 to {most}")
