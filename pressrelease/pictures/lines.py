"""Where a headline breaks: at spaces and dashes, in Chinese and Japanese between characters, and into even lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

_WIDE = (
    "\u2e80-\u303f\u3041-\u30ff\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
# What may not begin a line, and what may not end one (JIS X 4051, GB/T 15834; UAX 14: CL, CJ, EX, NS and OP).
_CLOSING = "、。，．：；？！）］｝〉》」』】〕〗〙’”…‥・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%‰℃°,.:;?!)]}»›"
_OPENING = "（［｛〈《「『【〔〖〘‘“([{«‹$£¥＄￥№#"
_JOINER = "\xa0\u202f\u2060"
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]{2}")
_BREAK = re.compile(
    "(?<=[ \t\u200b])(?=[^ \t\u200b])"  # after white space that may be broken
    "|(?<=[^\\W\\d_]{3}[-–/‐])(?=[^\\W\\d_]{3})"  # within a compound, not in `Wi-Fi` or a range of numbers
    "|(?<=\\w—)(?=\\w)"
    f"|(?<=[{_WIDE}])(?=[^ \t])|(?<=[^ \t])(?=[{_WIDE}])"
)

Width = Callable[[str], float]
"""How wide a text is."""


def pieces(text: str) -> tuple[str, ...]:
    """Return `text` in pieces between which a line may break; white space ends the piece before it.

    >>> pieces("Ports-and-piers open"), pieces("港が「開く」。")
    (('Ports-', 'and-', 'piers ', 'open'), ('港', 'が', '「開', 'く」。'))
    """
    text = text.replace("\xad", "")
    cuts = [m.start() for m in _BREAK.finditer(text) if _may_part(text[m.start() - 1], text[m.start()])]
    return tuple(text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if a < b)


def _may_part(before: str, after: str) -> bool:
    glued = after in _CLOSING or before in _OPENING or before in _JOINER or after in _JOINER
    # A word in Katakana is a foreign one, which nobody can read in two halves.
    word = _KATAKANA.fullmatch(before + after)
    return not glued and not word and not unicodedata.category(after).startswith("M")


def broken(text: str, width: Width, limit: float, *, whole: bool) -> tuple[str, ...]:
    """Return `text` in as few lines of at most `limit` as there may be, all of them nearly as wide as each other.

    A piece wider than a line is broken between characters; where all are to stay `whole`, there are no lines then.
    """
    found = pieces(text)
    if whole and any(width(piece.rstrip()) > limit for piece in found):
        return ()
    parts = found if whole else [part for piece in found for part in _fitting(piece, width, limit)]
    bare = [width(part.rstrip()) for part in parts]
    space = width(" ")
    wide = [size + space * (part[-1] in " \t") for part, size in zip(parts, bare, strict=True)]
    count = len(_filled(wide, bare, limit))
    narrow, enough = max(bare, default=0.0), limit
    # The narrowest lines of the same number: what browsers do for `text-wrap: balance`.
    while enough - narrow > 1:
        middle = (narrow + enough) / 2
        if len(_filled(wide, bare, middle)) > count:
            narrow = middle
        else:
            enough = middle
    return tuple("".join(parts[a:b]).strip() for a, b in _filled(wide, bare, enough))


def _filled(wide: list[float], bare: list[float], limit: float) -> list[tuple[int, int]]:
    """Return from where to where each line goes, each taking all that fits."""
    lines, start, reached = [], 0, 0.0
    for place, size in enumerate(wide):
        if place > start and reached + bare[place] > limit:
            lines.append((start, place))
            start, reached = place, 0.0
        reached += size
    return [*lines, (start, len(wide))] if wide else []


def _fitting(piece: str, width: Width, limit: float) -> Iterator[str]:
    """Yield a piece, or where it is wider than a line, parts of it that are not; a mark stays with its letter."""
    if width(piece.rstrip()) <= limit:
        yield piece
        return
    part = ""
    for letter in piece:
        if part and not unicodedata.category(letter).startswith("M") and width(part + letter) > limit:
            yield part
            part = ""
        part += letter
    yield part


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """Return `text`, or where it does not fit as many of its pieces as do, with an ellipsis."""
    if fits(text):
        return text
    parts = pieces(text)
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(_cut(parts, middle)):
            low = middle
        else:
            high = middle - 1
    return _cut(parts, low)


def _cut(parts: tuple[str, ...], count: int) -> str:
    return "".join(parts[:count]).rstrip(" \t,;:.–—-、，；：") + "…"
