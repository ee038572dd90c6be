"""A release as a package: its text, each picture, film and sound as an item of its own, and what ties them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from pressrelease.envelope import is_absolute, is_killed
from pressrelease.formats.registry import Job
from pressrelease.formats.wire.newsml_g2.join import opening
from pressrelease.formats.wire.newsml_g2.places import guid_of, reference
from pressrelease.markup.nitf import media_kind, media_type
from pressrelease.model import Asset, Release, Rendition, Translation
from pressrelease.vocabulary.schemes import HOUSE

TEMPLATE = "wire/newsml_g2_package.xml"
_CLASSES = {"image": "picture", "video": "video", "audio": "audio"}
_RENDITIONS = {
    "print": "rnd:highRes",
    "highres": "rnd:highRes",
    "original": "rnd:highRes",
    "web": "rnd:web",
    "preview": "rnd:preview",
    "thumbnail": "rnd:thumbnail",
}
_ITEM = "application/vnd.iptc.g2.newsitem+xml"


@dataclass(frozen=True, slots=True)
class File:
    """One file of an item, as `remoteContent` says it."""

    rendition: str
    href: str
    contenttype: str
    size: int | None
    width: int | None
    height: int | None
    duration: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, a film or a sound as an item: without files where it is withdrawn with its text."""

    guid: str
    kind: str
    headline: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""
    rights: str = ""
    files: tuple[File, ...] = ()


def packaged(item: str, release: Release, assets: tuple[Asset, ...], job: Job, shared: dict[str, Any]) -> str:
    """Return a message with `item`, the text of `release`, its media and the package that ties them.

    `assets` are those the release had before a kill took them: their items are canceled with it. `shared` is what the
    items have in common: `guid`, `created`, `status`, `embargo`, `provider`, `states`.
    """
    guid = shared["guid"]
    body = job.templates.render(
        TEMPLATE,
        "xml",
        **shared,
        release=release,
        item=Markup(re.sub(r"\A<\?xml[^>]*\?>\s*", "", item)),
        package=_beside(guid, "package"),
        mark=_digest(guid),
        media=tuple(_media(release, assets, guid)),
        translations=tuple(_translations(release)),
        item_type=_ITEM,
        house=HOUSE,
        terms=release.rights.usage_terms if release.rights and not is_killed(release) else "",
    )
    start = opening(job, release.urgency).decode("utf-8")
    return f"{start}{body.strip()}\n</itemSet>\n</newsMessage>\n"


def _digest(name: str) -> str:
    return hashlib.blake2s(name.encode("utf-8"), digest_size=4).hexdigest()


def _beside(guid: str, name: str) -> str:
    return f"{guid}{'-' if '#' in guid else '#'}{name}"


def _media(release: Release, assets: tuple[Asset, ...], guid: str) -> Iterator[Medium]:
    told = set()
    for asset in assets:
        first = asset.renditions[0]
        kind = _CLASSES.get(media_kind(first.href, first.media_type), "")
        files = tuple(_files(asset, release.url))
        own = guid_of(asset.id) if is_absolute(asset.id) else _beside(guid, _digest(asset.id or first.href))
        if not kind or not files or own in told or own == guid:
            continue
        told.add(own)
        if is_killed(release):
            yield Medium(own, kind)
        else:
            headline = asset.title or asset.alt
            yield Medium(own, kind, headline, asset.caption, asset.alt, asset.credit, asset.rights, files)


def _files(asset: Asset, base: str) -> Iterator[File]:
    names: set[str] = set()
    for number, file in enumerate(asset.renditions, 1):
        href = reference(file.href, base)
        if not href:
            continue
        name = _rendition(file, number)
        name = f"pressrelease:file-{number}" if name in names else name
        names.add(name)
        mime = file.media_type or media_type(file.href) or "application/octet-stream"
        duration = repr(file.duration) if file.duration else ""
        yield File(name, href, mime, file.size, file.width, file.height, duration)


def _rendition(file: Rendition, number: int) -> str:
    known = _RENDITIONS.get(file.name.lower(), "")
    if known or not file.name:
        return known or ("rnd:web" if number == 1 else f"pressrelease:file-{number}")
    plain = re.fullmatch(r"[A-Za-z][\w.-]*", file.name, re.A)
    return f"pressrelease:{file.name}" if plain else f"pressrelease:file-{number}"


def _translations(release: Release) -> Iterator[Translation]:
    for one in release.translations:
        href = reference(one.href, release.url)
        if one.id or href:
            yield one.changed(href=href)
