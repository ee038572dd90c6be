"""Marks of quotation: which open, which close, and which belong together."""

from __future__ import annotations

import re

MARK = re.compile("[\"“”„‟«»‹›‘’‚']")
CLOSERS = {
    '"': '"',
    "“": "”",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
SINGLE = "'‘"
_BEHIND = re.compile(r"[\s,.;:!?)]|\Z")
_WORD = re.compile(r'(?:«[ \u00a0\u202f]?|[“"])\w')
ANY_CLOSER = "\"“”»«'’‘"


def opens(text: str, i: int) -> bool:
    """Return whether the mark at `i` opens something, by what stands beside it."""
    before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
    mark = text[i]
    if before and before in "'’" and _is_elided(text, i):
        return True
    if mark in "”’" or (
        mark == "“" and before not in ("", " ", "\u00a0", "(", "[", "—", "–", "-", "/", ":", "\n")
    ):
        return False
    if before and not (before.isspace() or before in "([{—–-/:„“‘"):
        return False
    if mark in "«»‹›":
        return bool(after) and (not after.isspace() or mark in "«‹")
    return bool(after) and not after.isspace() and after not in ",.;:!?)"


def _is_elided(text: str, i: int) -> bool:
    """Return whether the mark at `i` follows a word cut short, as in French and Italian: `l’« effet »`, `un’“ora”`."""
    return text[i] in '«“"' and text[max(0, i - 2) : i - 1].isalpha() and _WORD.match(text, i) is not None


def speaks(text: str, i: int) -> bool:
    """Return whether an apostrophe without a partner opens something said: at the beginning, or behind a colon."""
    return text[i + 1 : i + 2].isupper() and (i == 0 or text[max(0, i - 2) : i] == ": ")


def closes(text: str, j: int) -> bool:
    """Return whether the mark at `j` closes something, by what stands beside it."""
    before, after = text[j - 1 : j], text[j + 1 : j + 2]
    if text[j] in "»«›‹":
        return not after or not after.isalnum()
    return bool(before) and not before.isspace() and (not after or not after.isalnum())


def closes_apart(text: str, j: int) -> bool:
    """Return whether a straight mark with a space before it closes what is open: `"Oui ! ", dit-elle`."""
    return text[j] == '"' and text[j - 1 : j].isspace() and _BEHIND.match(text, j + 1) is not None
