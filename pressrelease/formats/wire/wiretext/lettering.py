"""In which characters a message is written, and how its words are spelled in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.formats.registry import Unwritable
from pressrelease.markup.charsets import NAMES, Charset, charset, guessed
from pressrelease.markup.degrade import degraded, unspelled
from pressrelease.markup.transliterate import transliterated
from pressrelease.wording import wording

STATED = re.compile(rb"^Charset: ([A-Za-z0-9-]{3,20})\r?$", re.M)
"""The note that names a charset which nobody would guess."""
Speller: TypeAlias = Callable[[str], str]
_CONTROL = dict.fromkeys((*range(32), *range(127, 160)))
"""What would end a slot, ring a bell or change a font: no word may hold it."""


def checked(name: str) -> None:
    """Raise ValueError where no charset has this name; for options."""
    try:
        charset(name)
    except (LookupError, AttributeError) as error:
        raise ValueError(str(error)) from None


def chosen(name: str, text: str) -> Charset:
    """Return the charset `name`; `auto`: Latin-1 where it has every letter of `text`, else UTF-8."""
    if name != "auto":
        return charset(name)
    latin = charset("iso-8859-1")
    lacking = (c for c in set(text) if unicodedata.category(c)[0] in "LM" and not latin.has(c))
    return charset("utf-8") if any(lacking) else latin


def label_language(name: str, language: str) -> str:
    """Return the language of labels: the release's, or English where a charset lacks the letters of its script."""
    if name == "auto":
        return language
    known = charset(name)
    told = (c for c in wording(language)("not_for_publication") if c.isalpha() and not known.has(c))
    return language if all(unicodedata.name(c, "").startswith("LATIN") for c in told) else "en"


def speller(
    wanted: Charset, text: str, language: str, *, transliterate: bool, sooner: Speller = str
) -> Speller:
    """Return what writes words in `wanted`; `sooner` is the wire's own spelling, which comes first.

    Raises Unwritable where `text` is in letters that `wanted` lacks and nobody spells in it.
    """
    foreign = unspelled(text, wanted, language)
    if foreign and not transliterate:
        raise Unwritable(
            Problem(
                f"letters that {wanted.name} does not have",
                Where(field="charset"),
                shown(foreign[:20]),
                "a charset that has them, such as utf-8",
                "choose another `charset`, or `transliterate=True`",
            )
        )

    def spell(words: str) -> str:
        latin = transliterated(sooner(words), "".join(c for c in foreign if c in words))
        return degraded(latin, wanted, language)[0].translate(_CONTROL)

    return spell


def detected(data: bytes, sent_in: str = "") -> Charset:
    """Return the charset that a text names in its notes, else its sender's where that can be, else the likeliest."""
    stated = STATED.search(data)
    name = stated.group(1).decode("ascii").lower() if stated else ""
    if name in NAMES:
        return charset(name)
    likely = guessed(data)
    if not sent_in or likely.name == "utf-8":
        return likely
    try:
        known = charset(sent_in)
    except LookupError:
        known = Charset(sent_in, sent_in)
    return likely if "\ufffd" in known.decode(data) else known
