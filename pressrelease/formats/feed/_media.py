"""Assets as feeds carry them: absolute addresses, media types, Media RSS's `medium`."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.model import Asset, Release, Rendition

_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "csv": "text/csv",
    "txt": "text/plain",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class File:
    """One rendition: `type` is the one stated, else by suffix, else empty."""

    href: str
    type: str
    width: int | None
    height: int | None
    duration: float | None
    size: int | None

    @property
    def medium(self) -> str:
        """Media RSS's word for its kind."""
        kind = self.type.partition("/")[0]
        return kind if kind in ("image", "video", "audio") else "document"


@dataclass(frozen=True, slots=True)
class Medium:
    """One asset: its words and its files, the best for the web first."""

    asset: Asset
    files: tuple[File, ...]

    @property
    def is_image(self) -> bool:
        """Whether its first file is a picture."""
        return self.files[0].medium == "image"

    @property
    def thumbnail(self) -> File | None:
        """The smallest picture among its files."""
        pictures = [f for f in self.files if f.medium == "image"]
        return min(pictures, key=lambda f: (f.width or 10**9, f.height or 10**9), default=None)


def media(release: Release, base: str) -> tuple[Medium, ...]:
    """Return the assets of `release`, their addresses made absolute against `base`."""
    return tuple(Medium(a, tuple(_file(r, base) for r in a.renditions)) for a in release.assets)


def enclosure(found: tuple[Medium, ...]) -> File | None:
    """Return the one file a feed encloses: the first whose size and type are known."""
    files: Iterator[File] = (f for m in found for f in m.files)
    return next((f for f in files if f.size and f.type), None)


def joined(base: str, href: str) -> str:
    """Return `href` made absolute against `base`, or as it is where that cannot be."""
    if not base or _WHOLE.match(href):
        return href
    if _NAME.fullmatch(href) and "?" not in base and "#" not in base and base.count("/") > 2:
        return f"{base[: base.rindex('/') + 1]}{href}"  # what urljoin says of a bare name, at a tenth of its cost
    try:
        return urllib.parse.urljoin(base, href)
    except ValueError:
        return href


def type_of(href: str) -> str:
    """Return the media type that the suffix of `href` stands for; empty where none is known."""
    match = re.search(r"\.(\w{1,5})$", href.split("?")[0].split("#")[0])
    return _TYPES.get(match.group(1).lower(), "") if match else ""


def _file(r: Rendition, base: str) -> File:
    return File(joined(base, r.href), r.media_type or type_of(r.href), r.width, r.height, r.duration, r.size)
