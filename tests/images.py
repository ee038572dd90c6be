"""Pictures made for the tests of this room."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def saved(image: Image.Image, format: str, **how: Any) -> bytes:
    """Return `image` as a file."""
    out = io.BytesIO()
    image.save(out, format, **how)
    return out.getvalue()


def shades(width: int = 1200, height: int = 800, mode: str = "RGB") -> Image.Image:
    """Return a picture whose left is red and whose top is bright."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").rotate(180).resize((width, height))
    return Image.merge("RGB", (across, down, Image.new("L", (width, height), 40))).convert(mode)


def reopened(data: bytes) -> Image.Image:
    """Return the picture in `data`, decoded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def camera(held: int = 1) -> Image.Exif:
    """Return what a telephone writes about a photograph: where, by whom, how it was held."""
    exif = Image.Exif()
    exif[0x0112] = held
    exif[0x013B] = "Ada Byron"
    exif.get_ifd(0x8825).update({1: "N", 2: (38.0, 42.0, 30.0), 3: "W", 4: (9.0, 8.0, 15.0)})
    return exif
