"""Pictures, films and documents as components of a news item, each file a content item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.characters import one_line
from pressrelease.envelope import attribute
from pressrelease.markup.nitf import absolute, media_kind, media_type
from pressrelease.model import Asset, Release, Rendition

_MEDIA = {"image": "Photo", "video": "Video", "audio": "Audio", "data": "ComplexData"}
_FORMATS = {"image/jpeg": "JPEG Baseline", "application/pdf": "PDF", "image/svg+xml": "SVG"}


@dataclass(frozen=True, slots=True)
class File:
    """One file: its address, what it is, and what is known of it as (name, value)."""

    href: str
    kind: str
    format: str
    mime: str
    size: int | None
    properties: tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Medium:
    """An asset as a component; its files are the same in several sizes."""

    number: int
    role: str
    line: str
    """What BusinessWire's profile prints beneath a picture: its caption, else its title."""
    asset: Asset
    files: tuple[File, ...]


def media(release: Release) -> Iterator[Medium]:
    """Yield the assets in order."""
    for i, asset in enumerate(release.assets):
        files = tuple(_file(asset, file, release.url) for file in asset.renditions)
        yield Medium(i, media_role(asset), one_line(asset.caption) or asset.title, asset, files)


def media_role(asset: Asset) -> str:
    """Return the role of the component that an asset stands in."""
    kind = medium_of(asset)
    return "Logo" if asset.role == "logo" else "Document" if kind == "ComplexData" else kind


def medium_of(asset: Asset) -> str:
    """Return NewsML's word for what an asset is."""
    return medium_name(asset.renditions[0].href, asset.renditions[0].media_type)


def medium_name(href: str, mime: str) -> str:
    """Return NewsML's word for what a file is."""
    return _MEDIA[media_kind(href, mime)]


def usual_role(name: str) -> str:
    """Return the role of an asset whose component, or else medium, bears the name `name`."""
    return {"Logo": "logo", "Document": "document", "ComplexData": "document"}.get(name, "main")


def shows_role(asset: Asset, body: str) -> bool:
    """Return whether an asset's role is the one that its component, or in a flat item its medium, has anyway."""
    return usual_role(media_role(asset) if body == "xhtml" else medium_of(asset)) == asset.role


def _file(asset: Asset, file: Rendition, base: str) -> File:
    mime = file.media_type or media_type(file.href)
    facts = (
        ("ImageUse", file.name),
        ("Width", file.width),
        ("Height", file.height),
        ("TotalDuration", repr(file.duration) if file.duration is not None else ""),
        ("AltText", asset.alt),
        ("Caption", attribute(asset.caption)),
        ("Title", asset.title),
    )
    return File(
        absolute(file.href, base),
        medium_name(file.href, mime),
        _FORMATS.get(mime, mime.rpartition("/")[2].upper()),
        mime,
        file.size,
        tuple((name, value) for name, value in facts if value),
    )
