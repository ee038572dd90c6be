"""Assets out of an item's enclosures, Media RSS and attachments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pressrelease.characters import one_line
from pressrelease.formats.feed._raw import Raw, RawAsset, RawFile
from pressrelease.formats.feed._sanitary import told
from pressrelease.formats.feed._sections import Shown
from pressrelease.model import Asset, Rendition


def assets_of(raw: Raw, shown: Mapping[int, Shown]) -> tuple[Asset, ...]:
    """Return the assets of an item; `shown` is what its body says of them, by its place among them."""
    found = (_asset(raw, asset, shown.get(i)) for i, asset in enumerate(raw.assets))
    return tuple(asset for asset in found if asset is not None)


def _asset(raw: Raw, asset: RawAsset, here: Shown | None) -> Asset | None:
    files = tuple(f for file in asset.files if (f := _file(raw, file)) is not None)
    if not files:
        return None
    alt, caption = asset.alt, asset.caption or asset.described
    values: dict[str, Any] = {}
    if here is not None and any(f.href == here.href for f in files):
        values = {"role": here.role, "id": here.id}
        alt = alt or here.alt
        if here.is_image or caption == alt:
            caption = here.caption or asset.caption
    return told(
        Asset,
        raw.findings,
        raw.where,
        renditions=files,
        title=asset.title,
        alt=one_line(alt),
        caption=caption,
        credit=asset.credit,
        rights=asset.rights,
        **values,
    )


def _file(raw: Raw, file: RawFile) -> Rendition | None:
    return told(
        Rendition,
        raw.findings,
        raw.where,
        href=file.href,
        media_type=file.type,
        width=_count(file.width),
        height=_count(file.height),
        size=_count(file.size),
        duration=_seconds(file.duration),
    )


def _count(text: str) -> int | None:
    number = int(text) if re.fullmatch(r"[0-9]{1,10}", text) else 0
    return number if 0 < number <= 10**9 else None


def _seconds(text: str) -> float | None:
    """Return seconds out of `90`, `90.5` or `1:30`."""
    if not re.fullmatch(r"(?:[0-9]{1,4}:){0,2}[0-9]{1,20}(?:\.[0-9]{1,20})?(?:e[+-]?[0-9]{1,3})?", text):
        return None
    seconds = 0.0
    for part in text.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds if 0 < seconds < float("inf") else None
