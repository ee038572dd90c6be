"""What a character may be: XML's `Char` (XML 1.0, section 2.2) without the control characters."""

from __future__ import annotations

import re
import unicodedata

# C0 (but tab and line ends), DEL and C1 (but NEL), surrogates, the two non-characters that XML forbids.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Every one of these has one of these bytes in UTF-8, as most texts have none: that is seen in a third of the time.
_SUSPECT = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xC2, 0xED, 0xEF])
_WHITE = re.compile("[ \t\r\n\x85\u2028\u2029]+")
# Most texts hold nothing of this, and need neither check nor copy: one search tells.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|  ")


def is_odd(text: str) -> bool:
    """Return whether `text` may hold what is illegal or not settled; most texts do not."""
    # The only white space that counts as printable is the space; nothing illegal does.
    return not (text.isprintable() and "  " not in text) and _ODD.search(text) is not None


def illegal(text: str) -> str:
    """Return the first character of `text` that no XML document may hold, or an empty string."""
    if text.isprintable():  # no control character, no surrogate, nothing unassigned: the usual, and fast
        return ""
    match = _ILLEGAL.search(text)
    return match.group() if match else ""


def is_mark(sign: str) -> bool:
    """Return whether `sign` belongs to the letter before: the vowels of Hindi, Tamil or Thai, an accent of its own."""
    # A selector of variants belongs to an emoji.
    return unicodedata.category(sign) in ("Mn", "Mc") and not "\ufe00" <= sign <= "\ufe0f"


def cleaned(text: str) -> str:
    """Return `text` without the characters that no XML document may hold.

    A surrogate pair, as broken decoders leave it, becomes the one character it stands for.
    """
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _SUSPECT)) == len(data) or not _ILLEGAL.search(text):
        return text
    text = re.sub(
        "[\ud800-\udbff][\udc00-\udfff]",
        lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"),
        text,
    )
    return _ILLEGAL.sub(lambda c: " " if c.group() in "\x0b\x0c" else "", text)


def settled(text: str) -> str:
    """Return `text` with each run of white space as one space; no-break and other typographic spaces stay."""
    return _WHITE.sub(" ", text) if is_odd(text) else text


def one_line(text: str) -> str:
    """Return `text` settled and without white space at its ends."""
    if text.isprintable() and "  " not in text:  # the only white space that counts as printable is the space
        return text.strip(" ")
    return settled(text).strip(" ")


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of plain `text`, parted by empty lines, each as one line."""
    lines = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x85", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
    )
    return tuple(p for p in (one_line(block) for block in re.split(r"\n[ \t]*\n", lines)) if p)
