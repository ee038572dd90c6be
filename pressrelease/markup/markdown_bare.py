"""Addresses that stand bare in Markdown (`https://example.org`, `press@example.org`): where, and how not to be one.

They are links as on GitHub: what ends a sentence ends the address too, and a bracket that it did not open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WEB = r"https?://[^\s<>\[\]\\`\"“”„«»‹›|]{1,2000}"
_MAIL = r"[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_BARE = re.compile(rf"(?<![\w/])(?P<web>{_WEB})|(?<![\w.+@/:-])(?P<mail>{_MAIL})(?![\w@])", re.I)
_BEHIND = "?!.,:;*_~'’‘…–—"
_PROTECTED = re.compile(r"(?:(?<=http)|(?<=https)):(?=//)|(?<=[\w.+-])@(?=[\w-]{1,63}\.[\w-])", re.I)
_UNPROTECTED = re.compile(r"((?<=http)|(?<=https)|(?<=[\w.+-]))\\(?=://|@)", re.I)


@dataclass(frozen=True, slots=True)
class Bare:
    """An address as it stands in a text."""

    start: int
    end: int
    href: str


def bare_addresses(text: str) -> list[Bare]:
    """Return the addresses that stand bare in `text`, the last first."""
    if "://" not in text and "@" not in text:
        return []
    found = []
    for match in _BARE.finditer(text):
        if match["mail"]:
            found.append(Bare(match.start(), match.end(), f"mailto:{match['mail']}"))
            continue
        words = _trimmed(match["web"])
        if len(words.partition("://")[2]) > 1:
            found.append(Bare(match.start(), match.start() + len(words), words))
    return found[::-1]


def _trimmed(words: str) -> str:
    """Return an address without the punctuation behind it."""
    opened, closed = words.count("("), words.count(")")
    end = len(words)
    while end and (words[end - 1] in _BEHIND or (words[end - 1] == ")" and closed > opened)):
        closed -= words[end - 1] == ")"
        end -= 1
    return words[:end]


def protected(text: str) -> str:
    """Return Markdown, its own marks escaped, in which no bare address is read as a link."""
    return _PROTECTED.sub(r"\\\g<0>", text)


def unprotected(text: str) -> str:
    """Return Markdown without that protection, as it may stand within the words of a link."""
    return _UNPROTECTED.sub("", text)
