"""A picture opened by what its bytes are, never by its name, and never one that would fill the memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Where

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MAX_PIXELS = 100_000_000
"""The largest picture that is opened: 400 MB once it is decoded, and more than a press photograph has."""

ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held (CIPA DC-008, 4.6.5.1)."""

SVG = "image/svg+xml"

# A decoder is asked for by its class: Pillow's own `open` tries every format it knows, printers' files among them.
_DECODERS = {
    "image/jpeg": ("JpegImagePlugin", "JpegImageFile"),
    "image/png": ("PngImagePlugin", "PngImageFile"),
    "image/gif": ("GifImagePlugin", "GifImageFile"),
    "image/webp": ("WebPImagePlugin", "WebPImageFile"),
    "image/avif": ("AvifImagePlugin", "AvifImageFile"),
}


class InvalidPicture(PressReleaseError):
    """Bytes that are no picture for the web, are cut off or broken, or are too many pixels to open."""


class ImagesMissing(PressReleaseError):
    """Asked for a picture, and the library that makes it is not installed."""


def media_type(data: bytes) -> str:
    """Return the media type of a picture for the web by its first bytes; empty for anything else.

    >>> media_type(b"GIF89a"), media_type(b"%PDF-1.7")
    ('image/gif', '')
    """
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis"):
        return "image/avif"
    opening = data[:4].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return SVG if opening.startswith(b"<") else ""


def library(name: str) -> Any:
    """Return the module `PIL.{name}`; raise ImagesMissing where Pillow is not installed."""
    try:
        import PIL  # noqa: PLC0415 - an extra
    except ImportError:
        raise ImagesMissing(
            Problem(
                "pictures and cards need the library Pillow",
                advice="python -m pip install 'pressrelease[images]'",
            )
        ) from None
    return import_module(f"{PIL.__name__}.{name}")


def opened(data: bytes, file: str = "") -> ImageFile:
    """Return the picture in `data`, its head read and nothing decoded; `file` is its name in errors.

    Raises InvalidPicture where it is none that a browser shows, is broken, or has more than `MAX_PIXELS`.
    """
    kind = media_type(data)
    if kind not in _DECODERS:
        raise InvalidPicture(
            Problem(
                "not a picture for the web",
                Where(file),
                found=shown(data[:12].hex(" ")) if data else "an empty file",
                expected="JPEG, PNG, GIF, WebP, AVIF or SVG",
                advice="save it as JPEG (photographs) or PNG (drawings); the name of a file does not change what it is",
            )
        )
    module, name = _DECODERS[kind]
    decoder = getattr(library(module), name)
    with decoding(file):
        image: ImageFile = decoder(io.BytesIO(data))
    if image.width * image.height > MAX_PIXELS:
        raise InvalidPicture(_too_large(file, f"{image.width:,} × {image.height:,} pixels"))
    return image


@contextmanager
def decoding(file: str) -> Iterator[None]:
    """Turn whatever a decoder raises about the data within the block into InvalidPicture."""
    bomb = library("Image").DecompressionBombError
    try:
        yield
    except PressReleaseError:
        raise
    except (bomb, MemoryError) as error:
        raise InvalidPicture(_too_large(file, str(error) or "more than fits into memory")) from error
    # Broken data makes decoders raise almost anything: struct.error, TypeError, EOFError …
    except Exception as error:
        raise InvalidPicture(
            Problem(
                "the picture is cut off or broken",
                Where(file),
                shown(str(error) or type(error).__name__, 120),
                advice="copy or save it again",
            )
        ) from error


def _too_large(file: str, found: str) -> Problem:
    return Problem(
        "too many pixels to open",
        Where(file),
        found,
        f"at most {MAX_PIXELS:,} in all",
        "save a smaller copy; pages show no more than 1,600 across",
    )


def orientation(image: ImageFile) -> int:
    """Return how the camera was held, 1 (upright) to 8, as far as the head of the file says it.

    An EXIF block that cannot be read turns nothing, as in browsers. One that stands after the pixels (PNG may have it
    there) is not looked for.
    """
    block = image.info.get("exif")
    if not block:
        return 1
    exif = library("Image").Exif()
    try:
        with decoding(""):
            exif.load(block)
            held = exif.get(ORIENTATION, 1)
    except InvalidPicture:
        return 1
    return held if held in range(2, 9) else 1
