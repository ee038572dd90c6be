"""What a picture is and how large it is shown, from the head of its file."""

from __future__ import annotations

from dataclasses import dataclass

from pressrelease.markup.xml import InvalidXml
from pressrelease.pictures.opening import SVG, decoding, media_type, opened, orientation
from pressrelease.pictures.svg import drawn_size


@dataclass(frozen=True, slots=True)
class Measure:
    """A picture as a browser lays it out."""

    media_type: str
    """By its content, whatever its name says."""
    width: int | None
    """Pixels, as it is seen: a photograph taken upright is higher than wide. None: an SVG that says no size."""
    height: int | None
    moves: bool = False
    """It has more than one frame."""


def measured(data: bytes, *, file: str = "") -> Measure:
    """Return what the picture in `data` is, none of it decoded; `file` is its name in errors.

    Raises InvalidPicture where it is none that a browser shows, is broken, or has more pixels than are opened;
    InvalidXml where it is an SVG that is not well-formed; ImagesMissing without Pillow.
    """
    kind = media_type(data)
    if kind == SVG:
        try:
            return Measure(SVG, *drawn_size(data, file))
        except InvalidXml as error:
            raise error.in_file(file) from None
    image = opened(data, file)
    with decoding(file):
        moves = bool(getattr(image, "is_animated", False))
    lies = orientation(image) >= 5
    width, height = (image.height, image.width) if lies else image.size
    return Measure(kind, width, height, moves)
