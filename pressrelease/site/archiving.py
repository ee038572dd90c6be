"""ZIP archives whose bytes depend on their content alone, with names that any system can unpack."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable

from pressrelease.characters import one_line

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names that Windows keeps for devices."""
_PACKED = ("image/", "video/", "audio/", "application/pdf", "application/zip")
"""What is compressed already; but for SVG, which is text."""
_FIRST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
_LAST = dt.datetime(2107, 12, 31, 23, 59, 58, tzinfo=dt.UTC)
"""The days that a ZIP archive can tell (APPNOTE 4.4.6)."""
_LONGEST = 100


def zipped(files: Iterable[tuple[str, str, bytes]], moment: dt.datetime) -> bytes:
    """Return a ZIP archive of `files` (name, media type, content) in their order, each of `moment` (aware)."""
    at = min(max(moment.astimezone(dt.UTC), _FIRST), _LAST)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, media_type, body in files:
            info = zipfile.ZipInfo(name, at.timetuple()[:6])
            # What the machine is does not show: an archive made elsewhere is the same.
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            packed = media_type.startswith(_PACKED) and not media_type.startswith("image/svg")
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, body, compresslevel=9)
    return made.getvalue()


def safe_names(paths: Iterable[str]) -> list[str]:
    """Return `paths` as those of files below one folder: none leads out of it, none are alike but for letter case.

    >>> safe_names(["a/Quay.jpg", "A/quay.jpg", "/../..", "what?.png"])
    ['a/Quay.jpg', 'A/quay-2.jpg', 'file', 'what-.png']
    """
    taken: set[str] = set()
    made = []
    for path in paths:
        parts = [_safe(part) for part in re.split(r"[/\\]", path) if part.strip(" .")] or ["file"]
        base = "/".join(parts)
        dot = base.rfind(".", base.rfind("/") + 2)
        stem, suffix = (base[:dot], base[dot:]) if dot > 0 else (base, "")
        found, number = base, 2
        while found.casefold() in taken:
            found, number = f"{stem}-{number}{suffix}", number + 1
        taken.add(found.casefold())
        made.append(found)
    return made


def _safe(name: str) -> str:
    plain = re.sub(r'[<>:"|?*\x00-\x1f\x7f]', "-", one_line(name))[-_LONGEST:].strip(" .")
    return f"_{plain}" if _RESERVED.match(plain) else plain or "file"
