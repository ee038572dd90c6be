"""How wide words are on a wire: a character a column, wide letters two; nothing takes none, as on a screen."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Return the columns that `text` takes."""
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(c) in "WF" for c in text)
