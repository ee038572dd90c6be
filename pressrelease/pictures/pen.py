"""What draws on a card: few colours, and from the side on which its language begins.

It draws shades of each colour straight into a palette. To draw in all colours and look for a palette afterwards takes
twenty times as long, and shifts them.
"""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING, Any

from pressrelease.pictures.faces import shapes
from pressrelease.pictures.opening import library

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SHADES = 16
"""From the paper to a colour: as many as the edge of a letter needs."""
PICTURE = 160
"""Colours of a picture that is placed, at most."""


class Pen:
    """Writes on `paper` (`#rrggbb`), `margin` away from its sides; `mirrored`, from the right."""

    def __init__(
        self, size: tuple[int, int], margin: int, paper: str, *, mirrored: bool, language: str
    ) -> None:
        self._image = library("Image").new("L", size)
        self._paper = _rgb(paper)
        self._palette = [self._paper]
        self._inks: dict[str, int] = {}
        self._margin = margin
        self._mirrored = mirrored
        self._language = language
        self._shapes = shapes()

    def width(self, text: str, font: FreeTypeFont) -> float:
        """Return how wide `text` is."""
        return font.getlength(text, **self._how(text))

    def rise(self, text: str, font: FreeTypeFont) -> int:
        """Return how far `text` rises above its base line."""
        return -round(font.getbbox(text, anchor="ls", **self._how(text))[1])

    def write(self, text: str, font: FreeTypeFont, line: int, colour: str, *, at_end: bool = False) -> None:
        """Write `text` on the base line `line`, from where lines begin or up to where they end."""
        right = self._mirrored != at_end
        place = self._image.width - self._margin if right else self._margin
        mask = library("Image").new("L", self._image.size)
        library("ImageDraw").Draw(mask).text(
            (place, line), text, fill=255, font=font, anchor="rs" if right else "ls", **self._how(text)
        )
        box = mask.getbbox()
        if box is not None:
            self._ink(mask.crop(box), box[:2], colour)

    def bar(self, top: int, width: int, height: int, colour: str) -> None:
        """Fill a bar where lines begin."""
        self._ink(library("Image").new("L", (width, height), 255), (self._left(width), top), colour)

    def place(self, picture: Image, top: int) -> None:
        """Place a picture, which something may show through, where lines begin; one to a card."""
        images = library("Image")
        ground = images.new("RGB", picture.size, self._paper)
        ground.paste(picture, (0, 0), picture)
        few = ground.quantize(PICTURE, images.Quantize.MEDIANCUT, dither=images.Dither.NONE)
        first = len(self._palette)
        colours = few.getpalette()[: 3 * PICTURE]
        self._palette += [tuple(colours[n : n + 3]) for n in range(0, len(colours), 3)]
        shifted = images.frombytes("L", few.size, bytes(n + first for n in few.tobytes()))
        self._image.paste(shifted, (self._left(picture.width), top))

    def png(self) -> bytes:
        """Return what was drawn."""
        image = self._image.copy()
        image.putpalette([part for colour in self._palette for part in colour])
        out = io.BytesIO()
        image.save(out, "PNG", compress_level=6)
        return out.getvalue()

    def _ink(self, mask: Image, at: tuple[int, int], colour: str) -> None:
        """Lay a colour on the paper, as much of each pixel as `mask` says."""
        if colour not in self._inks:
            self._inks[colour] = len(self._palette)
            self._palette += [_between(self._paper, _rgb(colour), n / SHADES) for n in range(1, SHADES + 1)]
        levels = [round(value * SHADES / 255) for value in range(256)]
        shades = mask.point([level and self._inks[colour] + level - 1 for level in levels])
        self._image.paste(shades, at, mask.point([255 * (level > 0) for level in levels]))

    def _left(self, width: int) -> int:
        return self._image.width - self._margin - width if self._mirrored else self._margin

    def _how(self, text: str) -> dict[str, Any]:
        """Return how `text` runs, and the language whose forms it takes.

        In a card from the right only words that have no letter from the right run from the left; in any other, a text
        runs as its first letter does (UAX 9, P2).
        """
        if not self._shapes:
            return {}
        strong = [k != "L" for k in map(unicodedata.bidirectional, text) if k in ("L", "R", "AL")]
        from_right = any(strong) if self._mirrored else strong[:1] == [True]
        return {"direction": "rtl" if from_right else "ltr", "language": self._language}


Rgb = tuple[int, int, int]


def _rgb(colour: str) -> Rgb:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _between(one: Rgb, other: Rgb, part: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue
