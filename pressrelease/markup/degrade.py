"""Letters that a narrow charset lacks, as each language writes them without it. Data and one function."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from pressrelease.markup.charsets import Charset
from pressrelease.markup.charsets import charset as known_charset

_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
_NORDIC = {"å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe", "æ": "ae", "Æ": "Ae"}
LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "de": {**_GERMAN, "„": '"', "“": '"', "‚": "'", "‘": "'"},
    "da": {**_NORDIC, "ä": "ae", "ö": "oe"},
    "nb": {**_NORDIC, "ä": "ae", "ö": "oe"},
    "no": {**_NORDIC, "ä": "ae", "ö": "oe"},
    "sv": {"å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O"},
    "fi": {"å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O"},
    "fr": {"«\u00a0": '"', "\u00a0»": '"', "«\u202f": '"', "\u202f»": '"'},
    "es": {"¿": "", "¡": ""},
    "el": {"μ": "m", "Ω": "O"},
}
"""What one language writes otherwise than the others do."""

EVERYWHERE: Mapping[str, str] = {
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‘’‚‛‹›′ʼ´`", "'"),
    **dict.fromkeys("‐‑‒–−‧", "-"),
    **dict.fromkeys("—―", "--"),
    **dict.fromkeys(
        "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys(
        "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u00ad\ufeff\ufe0e\ufe0f",
        "",
    ),
    "…": "...",
    "•": "*",
    "·": "*",
    "‣": "*",
    "▪": "*",
    "◦": "o",
    "●": "*",
    "■": "*",
    "→": "->",
    "←": "<-",
    "⇒": "=>",
    "↑": "^",
    "↓": "v",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "₿": "BTC",
    "¢": "ct",
    "¤": "currency",
    "№": "No.",
    "™": "(TM)",
    "®": "(R)",
    "©": "(c)",
    "℠": "(SM)",
    "§": "Sec.",
    "¶": "Par.",
    "†": "+",
    "‡": "++",
    "°": " deg ",
    "µ": "u",
    "μ": "u",
    "Ω": "Ohm",
    "±": "+/-",
    "×": "x",
    "÷": "/",
    "≈": "~",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "∞": "infinite",
    "√": "root",
    "‰": " per mille",
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "⅓": "1/3",
    "⅔": "2/3",
    "⁄": "/",
    "ª": "a",
    "º": "o",
    "¬": "not",
    "¦": "|",
    "ß": "ss",
    "ẞ": "SS",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "ı": "i",
    "ŋ": "ng",
    "Ŋ": "Ng",
    "ħ": "h",
    "Ħ": "H",
    "ŧ": "t",
    "Ŧ": "T",
    "ĸ": "k",
    "ſ": "s",
    "ə": "e",
    "Ə": "E",
    "✓": "[x]",
    "✔": "[x]",
    "✗": "[ ]",
    "★": "*",
    "☆": "*",
}
"""What every language writes instead."""

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
            "A",
            "V",
            "G",
            "D",
            "E",
            "Z",
            "I",
            "Th",
            "I",
            "K",
            "L",
            "M",
            "N",
            "X",
            "O",
            "P",
            "R",
            "S",
            "T",
            "Y",
            "F",
            "Ch",
            "Ps",
            "O",
        ],
        strict=True,
    )
)
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "y",
            "e",
            "yu",
            "ya",
            "i",
            "yi",
            "ye",
            "g",
        ],
        strict=True,
    )
)
_CYRILLIC.update({k.upper(): v.capitalize() for k, v in _CYRILLIC.items()})
_CYRILLIC.update(dict.fromkeys("ъьЪЬ", ""))
_ARABIC_LETTERS = {
    "ابتثج": "a b t th j",
    "حخدذرز": "h kh d dh r z",
    "سشصضطظ": "s sh s d t z",
    "عغفقكل": "' gh f q k l",
    "منهويء": "m n h w y '",
    "أإآٱؤئىة": "a i aa a u i a a",
    "پچژگکی": "p ch zh g k y",
}
_ARABIC = {
    **{c: w for cs, ws in _ARABIC_LETTERS.items() for c, w in zip(cs, ws.split(" "), strict=True)},
    **{chr(first + n): str(n) for first in (0x0660, 0x06F0) for n in range(10)},
    **{"ـ": "", "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ","},
}
SCRIPTS: Mapping[str, str] = {**_GREEK, **_CYRILLIC, **_ARABIC}


TAKEN: Mapping[str, str] = {
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "|": "/",
    "\\": "/",
    "~": "-",
    "@": "(at)",
    "#": "No. ",
    "`": "'",
    "$": "USD",
    "^": "'",
}
"""What stands for the characters of ASCII whose places a national variant of ISO 646 takes."""


def degraded(text: str, charset: str | Charset, language: str = "") -> tuple[str, dict[str, str]]:
    """Return `text` in characters that `charset` has, and what was replaced by what.

    `language` (BCP 47) decides first (`ä` is `ae` in German, `a` in Swedish). A character that nobody writes otherwise
    becomes its name in brackets: never a question mark. Raises LookupError for a charset that does not exist.
    """
    wanted = _wanted(charset)
    if wanted.has(text):
        return text, {}
    own = LANGUAGES.get(language.split("-")[0].lower(), {})
    replaced: dict[str, str] = {}
    for pair, instead in own.items():
        if len(pair) > 1 and pair in text and not wanted.has(pair):
            replaced[pair] = instead
            text = text.replace(pair, instead)
    shown: dict[str, str] = {}
    for c in dict.fromkeys(text):
        if wanted.has(c):
            shown[c] = c
        else:
            replaced[c] = shown[c] = _instead(c, wanted, own)
    return "".join(map(shown.__getitem__, text)), replaced


def unspelled(text: str, charset: str | Charset, language: str = "") -> str:
    """Return the letters of `text`, each once, that `charset` lacks and that nobody spells in it: those of a script."""
    wanted = _wanted(charset)
    if wanted.has(text):
        return ""
    own = LANGUAGES.get(language.split("-")[0].lower(), {})
    found = dict.fromkeys(
        c for c in text if not c.isascii() and unicodedata.category(c)[0] in "LM" and not wanted.has(c)
    )
    return "".join(c for c in found if _spelling(c, wanted, own) is None and not _is_latin(c))


def _wanted(charset: str | Charset) -> Charset:
    if isinstance(charset, Charset):
        return charset
    try:
        return known_charset(charset)
    except LookupError:
        "".encode(charset)  # raises LookupError where Python knows no such codec either
        return Charset(charset, charset)


def _is_latin(c: str) -> bool:
    """Return whether one letter of the kind does not make a text of another script: its name can stand for it."""
    name = unicodedata.name(c, "")
    return name.startswith(("LATIN", "MODIFIER", "COMBINING", "FULLWIDTH LATIN")) or not name


def _instead(c: str, charset: Charset, own: Mapping[str, str]) -> str:
    found = _spelling(c, charset, own)
    if found is None:
        found = f"[{unicodedata.name(c, f'U+{ord(c):04X}').lower()}]"
    return found if charset.has(found) else "".join(p if charset.has(p) else TAKEN.get(p, "") for p in found)


def _spelling(c: str, charset: Charset, own: Mapping[str, str]) -> str | None:
    """Return how `c` is written without it, or None."""
    for table in (own, EVERYWHERE, SCRIPTS):
        if c in table:
            return table[c]
    if c in TAKEN and not charset.has(c):
        return TAKEN[c]
    plain = "".join(p for p in unicodedata.normalize("NFKD", c) if not unicodedata.combining(p))
    if plain and plain != c:
        spelled = [p if charset.has(p) else _spelling(p, charset, own) for p in plain]
        if None not in spelled:
            return "".join(filter(None, spelled))
    return "" if unicodedata.combining(c) else None
