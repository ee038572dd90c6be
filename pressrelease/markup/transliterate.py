"""Letters of other scripts in Latin ones, by a library that an extra brings."""

from __future__ import annotations

import unicodedata

from pressrelease.errors import PressReleaseError, Problem


class TransliterationMissing(PressReleaseError):
    """Asked to transliterate, and the library that does it is not installed."""


def transliterated(text: str, letters: str) -> str:
    """Return `text` with each of `letters` in Latin ones, as the library anyascii has it (Han as Mandarin reads it).

    Raises TransliterationMissing where it is not installed.
    """
    if not letters:
        return text
    try:
        from anyascii import anyascii  # noqa: PLC0415 - an extra
    except ImportError:
        raise TransliterationMissing(
            Problem(
                "transliteration needs the library anyascii",
                advice="python -m pip install 'pressrelease[transliterate]'",
            )
        ) from None
    table = {ord(c): anyascii(c) or f"[{unicodedata.name(c, f'U+{ord(c):04X}').lower()}]" for c in letters}
    return text.translate(table)
