"""The wire's own spelling: quotation marks of grave accents and apostrophes, a dash as an underscore."""

from __future__ import annotations

import re

_PAIRS: dict[str, tuple[str, str, str, str]] = {
    "de": ("„", "“", "‚", "‘"),
    "fr": ("«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"),
    "es": ("«", "»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "": ("“", "”", "‘", "’"),
}
"""Marks of each language: opening, closing, and those within."""
_ALWAYS = str.maketrans({
    "“": "``", "”": "''", "„": "``", "‟": "``", "«": "``", "»": "''", "‘": "`", "’": "'", "‚": "`", "‹": "`", "›": "'",
    "<": "[less-than sign]", "^": "[circumflex accent]",
})  # fmt: skip
_DASH = re.compile(r"(?<= )[–—](?= )")
_LONG_DASH = ("en", "und", "")
"""Languages that part with a long dash."""


def wired(text: str, language: str) -> str:
    """Return `text` with marks and dashes as the wire has them; what it takes for its own signs becomes its name."""
    primary = language.split("-")[0].lower()
    opening, closing, *_ = _PAIRS.get(primary, _PAIRS[""])
    text = _DASH.sub("_", text)
    text = text.replace(opening, "``").replace(closing, "''")
    if primary == "de":
        text = text.replace("‘", "'")
    return text.translate(_ALWAYS)


def unwired(text: str, language: str) -> str:
    """Return what the wire spells in its own way as people print it in `language`."""
    primary = language.split("-")[0].lower()
    opening, closing, *_ = _PAIRS.get(primary, _PAIRS[""])
    text = text.replace("``", opening).replace("''", closing)
    text = re.sub(r"`(?=\S)", _PAIRS.get(primary, _PAIRS[""])[2], text)
    return re.sub(r"(?<= )_(?= )", "—" if primary in _LONG_DASH else "–", text)
