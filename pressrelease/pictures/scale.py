"""Smaller copies of a picture, for pages: no camera data, sRGB colours, upright, in the format the original has."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pressrelease.errors import Problem
from pressrelease.findings import Where
from pressrelease.pictures.measure import Measure
from pressrelease.pictures.opening import InvalidPicture, decoding, library, media_type, opened, orientation
from pressrelease.theme import Picture

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

WIDTHS = (480, 960, 1600)
"""Of the copies: a phone's column, the same on a dense screen, the widest that a page shows."""
WORTH = 1.25
"""A copy is made where the original is wider by this much; else it would save nobody anything."""
SCALED: Mapping[str, tuple[str, dict[str, Any]]] = {
    "image/jpeg": ("JPEG", {"quality": 82, "progressive": True, "optimize": True}),
    "image/png": ("PNG", {"optimize": True}),
    "image/webp": ("WEBP", {"quality": 82, "method": 4}),
}
"""What copies are made of, and how they are saved. The rest stays as it is: what moves, and what scales by itself."""


def widths(measure: Measure) -> tuple[int, ...]:
    """Return how wide the copies are to be, smallest first; none for what stays as it is.

    >>> widths(Measure("image/jpeg", 1200, 800)), widths(Measure("image/gif", 1200, 800))
    ((480, 960), ())
    """
    if measure.width is None or measure.moves or measure.media_type not in SCALED:
        return ()
    return tuple(w for w in WIDTHS if w * WORTH <= measure.width)


def copies(href: str, measure: Measure) -> dict[int, str]:
    """Return the addresses of the copies of the picture at `href`, by their widths.

    >>> copies("images/quay.jpg", Measure("image/jpeg", 1200, 800))
    {480: 'images/quay-480w.jpg', 960: 'images/quay-960w.jpg'}
    """
    stem, suffix = posixpath.splitext(href)
    return {width: f"{stem}-{width}w{suffix}" for width in widths(measure)}


def picture(href: str, measure: Measure, copies: Mapping[int, str], *, alt: str = "") -> Picture:
    """Return what a page says of the picture at `href`; `copies` are the addresses of its copies by their widths.

    The original is among what a browser may choose where it is hardly larger than the largest copy.
    """
    offered = dict(sorted(copies.items()))
    if offered and measure.width and measure.width <= max(WIDTHS) * WORTH:
        offered[measure.width] = href
    srcset = ", ".join(f"{_unbroken(address)} {width}w" for width, address in offered.items())
    return Picture(href, alt, measure.width, measure.height, srcset)


def _unbroken(address: str) -> str:
    """Return an address as a srcset takes it: spaces and a comma at an end would part it (WHATWG HTML, 4.8.4.2)."""
    address = address.replace(" ", "%20")
    return f"{address[:-1]}%2C" if address.endswith(",") else address


def scaled(data: bytes, width: int, *, file: str = "") -> bytes:
    """Return a copy of the picture in `data`, `width` pixels across and no wider than it is; `file` is for errors.

    JPEG stays JPEG (progressive), PNG stays PNG, WebP stays WebP. EXIF, GPS, XMP and comments are gone; the picture is
    turned as its EXIF says; colours are those of sRGB. Same input, same bytes. Raises InvalidPicture where the picture
    moves, is of another format, is broken, or has more than `MAX_PIXELS`.
    """
    image = opened(data, file)
    kind = media_type(data)
    with decoding(file):
        if kind not in SCALED or getattr(image, "is_animated", False):
            raise InvalidPicture(
                Problem(
                    "a picture that stays as it is", Where(file), kind, "JPEG, PNG or WebP that does not move"
                )
            )
        small = _resized(image, width)
        out = io.BytesIO()
        format, how = SCALED[kind]
        small.save(out, format, **how)
    return out.getvalue()


def _resized(image: ImageFile, width: int) -> Image:
    """Return the pixels and nothing else, upright, in sRGB, `width` across."""
    held = orientation(image)
    lies = held >= 5
    across = image.height if lies else image.width
    part = min(1.0, width / across)
    size = (max(1, round(image.width * part)), max(1, round(image.height * part)))
    # A JPEG gives half, a quarter or an eighth of its pixels for less work; twice the size leaves enough to average.
    image.draft(None, (2 * size[0], 2 * size[1]))
    palette = image.mode == "P" or _is_drawn(image)
    whole = _in_srgb(_in_eight_bits(image), image.info.get("icc_profile"))
    turned = _turned(whole.resize(size, library("Image").Resampling.LANCZOS), held)
    if palette:
        turned = _with_palette(turned)
    turned.info.clear()
    return turned


def _is_drawn(image: ImageFile) -> bool:
    """Return whether a PNG has so few colours that it must be a drawing or a chart, whatever it was saved as."""
    return image.format == "PNG" and image.mode in ("RGB", "RGBA") and image.getcolors(256) is not None


def _in_eight_bits(image: ImageFile) -> Image:
    """Return the pixels as 8-bit grey or colours, with alpha where something shows through."""
    if image.mode.startswith("I"):
        # Sixteen bits of grey: to convert would cut off what is above 255.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("LA" if image.mode in ("1", "L", "LA") else "RGBA")
    return image.convert({"1": "L", "L": "L", "CMYK": "CMYK"}.get(image.mode, "RGB"))


def _in_srgb(image: Image, profile: Any) -> Image:
    """Return `image` in sRGB, which every browser and screen takes, and so without a profile."""
    mode = {"CMYK": "RGB"}.get(image.mode, image.mode)
    if not profile:
        return image.convert(mode)
    cms = library("ImageCms")
    try:
        known = cms.ImageCmsProfile(io.BytesIO(profile))
        space = known.profile.xcolor_space.strip()
        if space != {"L": "GRAY", "LA": "GRAY", "CMYK": "CMYK"}.get(image.mode, "RGB"):
            return image.convert(mode)  # of another picture: browsers pass over it too
        if space == "GRAY":
            return image  # a curve of grey; no camera writes one, and sRGB's is near all of them
        alpha = image.getchannel("A") if image.mode == "RGBA" else None
        opaque = image if alpha is None else image.convert("RGB")
        changed: Image = cms.profileToProfile(opaque, known, cms.createProfile("sRGB"), outputMode="RGB")
    except (cms.PyCMSError, OSError):
        return image.convert(mode)  # a profile that cannot be read says nothing
    if alpha is not None:
        changed.putalpha(alpha)
    return changed


def _turned(image: Image, held: int) -> Image:
    turn = library("Image").Transpose
    ways = {
        2: turn.FLIP_LEFT_RIGHT, 3: turn.ROTATE_180, 4: turn.FLIP_TOP_BOTTOM, 5: turn.TRANSPOSE,
        6: turn.ROTATE_270, 7: turn.TRANSVERSE, 8: turn.ROTATE_90,
    }  # fmt: skip
    return image.transpose(ways[held]) if held in ways else image


def _with_palette(image: Image) -> Image:
    """Return `image` with a palette again: a drawing with few colours would grow to many times its size."""
    ways = library("Image").Quantize
    return image.quantize(256, ways.FASTOCTREE if image.mode == "RGBA" else ways.MEDIANCUT)
