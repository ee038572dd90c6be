"""Character sets of the wires: ISO 646 and its national variants, the 8-bit sets, UTF-8; written, read and guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NATIONAL: Mapping[str, Mapping[str, str]] = {
    "iso646-de": {"§": "@", "Ä": "[", "Ö": "\\", "Ü": "]", "ä": "{", "ö": "|", "ü": "}", "ß": "~"},
    "iso646-dk": {"Æ": "[", "Ø": "\\", "Å": "]", "æ": "{", "ø": "|", "å": "}"},
    "iso646-es": {"£": "#", "§": "@", "¡": "[", "Ñ": "\\", "¿": "]", "°": "{", "ñ": "|", "ç": "}"},
    "iso646-fr": {
        "£": "#", "à": "@", "°": "[", "ç": "\\", "§": "]", "µ": "`", "é": "{", "ù": "|", "è": "}", "¨": "~",
    },
    "iso646-gb": {"£": "#", "‾": "~"},
    "iso646-it": {
        "£": "#", "§": "@", "°": "[", "ç": "\\", "é": "]", "ù": "`", "à": "{", "ò": "|", "è": "}", "ì": "~",
    },
    "iso646-no": {"Æ": "[", "Ø": "\\", "Å": "]", "æ": "{", "ø": "|", "å": "}", "‾": "~"},
    "iso646-pt": {"§": "@", "Ã": "[", "Ç": "\\", "Õ": "]", "ã": "{", "ç": "|", "õ": "}", "°": "~"},
    "iso646-se": {"¤": "$", "Ä": "[", "Ö": "\\", "Å": "]", "ä": "{", "ö": "|", "å": "}", "‾": "~"},
}  # fmt: skip
"""National variants of ISO 646: the letter, and the ASCII character whose place it takes."""

CODECS: Mapping[str, str] = {
    "ascii": "ascii",
    "iso-8859-1": "latin-1",
    "iso-8859-2": "iso8859-2",
    "iso-8859-5": "iso8859-5",
    "iso-8859-7": "iso8859-7",
    "iso-8859-9": "iso8859-9",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "koi8-r": "koi8-r",
    "utf-8": "utf-8",
}
"""Sets that Python knows, by the names mail and the web have for them."""

_ALIASES = {
    "us-ascii": "ascii",
    "iso646": "ascii",
    "iso646-us": "ascii",
    "iso646-irv": "ascii",
    "latin-1": "iso-8859-1",
    "latin1": "iso-8859-1",
    "cp1252": "windows-1252",
    "utf8": "utf-8",
    **{codec: name for name, codec in CODECS.items()},
}
NAMES: tuple[str, ...] = (*CODECS, *NATIONAL)
"""Every set, by the name it is chosen by."""


@dataclass(frozen=True, slots=True)
class Charset:
    """One set: a codec of Python's, and the places of ASCII that national letters take."""

    name: str
    codec: str
    national: Mapping[str, str] = field(default_factory=dict)

    def has(self, text: str) -> bool:
        """Return whether every character of `text` is in the set."""
        if self.national:
            taken = set(self.national.values())
            return all(c in self.national or (c.isascii() and c not in taken) for c in text)
        try:
            text.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes; raise UnicodeEncodeError where a character is not in the set."""
        if self.national:
            if not self.has(text):
                # A character whose place a national letter takes is no more in the set than one beyond ASCII.
                at = next(i for i, c in enumerate(text) if not self.has(c))
                raise UnicodeEncodeError(self.name, text, at, at + 1, "not in the set")
            text = text.translate({ord(letter): place for letter, place in self.national.items()})
        return text.encode(self.codec)

    def decode(self, data: bytes) -> str:
        """Return `data` as text; a byte that stands for nothing is U+FFFD."""
        text = data.decode(self.codec, "replace")
        if self.national:
            text = text.translate({ord(place): letter for letter, place in self.national.items()})
        return text


def charset(name: str) -> Charset:
    """Return the set `name` (`latin-1`, `iso646-de`, `utf-8`); raise LookupError where there is none."""
    lower = name.strip().lower().replace("_", "-")
    if lower in NATIONAL:
        return Charset(lower, "ascii", NATIONAL[lower])
    known = lower if lower in CODECS else _ALIASES.get(lower, "")
    if not known:
        raise LookupError(f"no such charset: {name}; known: {', '.join(NAMES)}")
    return Charset(known, CODECS[known])


# A German text in ISO 646-DE: umlauts within words (`f}r`, `k|nnen`), which is no way to use braces and bars.
_GERMAN = re.compile(
    rb"(?<![\w{|}~\[\\\]])(?:f}r|[}\]]ber|k\|nn|m}ss|w{r|w}rd|h{tt|w{hrend|gr\|~|gro~|gr}n|sp{ter|n{chst|fr}h|zur}ck"
    rb"|f}nf|pr{s|[{\[]nder|m\|glich|gem{~|da~|stra~|schlie~|geh\|r|erkl{r|m}nch|k\|ln|d}ss|b}rg|best{t|h{f|"
    rb"[\\|]ffn|[\\|]sterr|[{\[]rzt|t{glich|verl{ng|l{nd|st{dt|b{nk|vertr{g|erh{lt|best{nd|pl{tz|stra~e)", re.I,
)  # fmt: skip
_BRACED = re.compile(rb"[A-Za-z][{|}~][a-z]")


def guessed(data: bytes) -> Charset:
    """Return the set that `data` is most likely in: UTF-8, Windows-1252, Latin-1, ISO 646-DE, else ASCII."""
    if data.isascii():
        german = len(_BRACED.findall(data)) >= 2 and _GERMAN.search(data) is not None
        return charset("iso646-de" if german else "ascii")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return charset("windows-1252" if re.search(rb"[\x80-\x9f]", data) else "iso-8859-1")
    return charset("utf-8")
