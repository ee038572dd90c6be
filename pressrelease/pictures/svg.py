"""The size of a drawing in SVG, read from its root element; nothing of it is drawn."""

from __future__ import annotations

import re

from lxml import etree

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.markup.xml import xml_tree
from pressrelease.pictures.opening import InvalidPicture

_LENGTH = re.compile(r"\s*\+?(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,2}))?\s*(px|pt|pc|mm|cm|in|q)?\s*", re.I)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_PIXELS["q"] = _PIXELS["mm"] / 4
"""CSS Values 4, section 6.2: pixels in a unit."""

Size = tuple[int | None, int | None]


def drawn_size(data: bytes, file: str = "") -> Size:
    """Return width and height in CSS pixels: as they are said, else as the proportions of `viewBox` give them.

    None where it says neither (SVG 2, section 8.2). Raises InvalidXml where `data` is not well-formed or declares
    entities, InvalidPicture where its root is not `svg`.
    """
    root = xml_tree(data)
    if etree.QName(root).localname != "svg":
        raise InvalidPicture(
            Problem(
                "not a picture for the web",
                Where(file),
                f"XML of {shown(etree.QName(root).localname)}",
                "svg",
            )
        )
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = [float(n) for n in re.findall(r"[-+]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9})", root.get("viewBox", ""))[:4]]
    if len(box) == 4 and min(box[2:]) > 0:
        proportion = box[2] / box[3]
        if width is None:
            width = height * proportion if height else box[2]
        if height is None:
            height = width / proportion
    return _whole(width), _whole(height)


def _length(text: str | None) -> float | None:
    """Return a length in pixels; None for one that depends on the page (`100%`, `2em`)."""
    match = _LENGTH.fullmatch(text or "")
    if match is None:
        return None
    number, exponent, unit = match.groups()
    return float(f"{number[:12]}e{exponent or 0}") * _PIXELS[(unit or "").lower()] or None


def _whole(length: float | None) -> int | None:
    return max(1, round(length)) if length is not None and length < 1e7 else None
