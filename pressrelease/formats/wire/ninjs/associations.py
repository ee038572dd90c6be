"""Assets and links as associations: items of their own, tied to the release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.formats.wire.ninjs.concepts import Member
from pressrelease.formats.wire.ninjs.uris import is_made, made, reference, uri
from pressrelease.formats.wire.ninjs.versions import VERSIONS, Version
from pressrelease.markup.nitf import media_kind, media_type
from pressrelease.model import Asset, Related, Release, Rendition, Translation

ALT, CAPTION = "alt", "text"
"""Roles of an asset's descriptions."""
URL, ID = "canonical", "id"
"""Roles of alternative identifiers: an address to read the item at, and an id that is no URI."""
TRANSLATION, RELATED = "translation", "related"
"""Names of associations that only refer to another item."""
MAIN = "main"
"""Role of the lead picture; name of a rendition that has none, numbered from the second on."""
LEADS = frozenset({MAIN, *(v.lead for v in VERSIONS.values())})
"""Names of the association that is the lead picture."""
_TYPES = {"image": "picture", "audio": "audio", "video": "video"}


def associations(release: Release, version: Version, kept: Member) -> Iterator[Member]:
    """Yield each asset; then, where the version has references, translations and related items.

    `kept` takes, by path, what a reader could not tell from a member alone.
    """
    return _Writer(release, version, kept).associations()


def role_of(name: str, rel: str = "") -> str:
    """Return the role of an asset by its association's `rel`, else by its name."""
    stem = rel or name.rstrip("0123456789")
    return MAIN if stem in LEADS else stem


def file_of(name: str) -> str:
    """Return the name of a rendition by its member's: what only numbers the files is none."""
    return "" if re.fullmatch(rf"{MAIN}\d*", name, re.A) else name


def _unique(name: str, stem: str, taken: set[str]) -> str:
    number = 2
    while name in taken:
        name = f"{stem}{number}"
        number += 1
    taken.add(name)
    return name


def _plain(name: str, instead: str) -> str:
    # What a member's name may be in 1.x, and a number after it can be told from.
    return name if re.fullmatch(r"[A-Za-z_]+", name) else instead


@dataclass(frozen=True, slots=True)
class _Writer:
    release: Release
    version: Version
    kept: Member

    def associations(self) -> Iterator[Member]:
        taken: set[str] = set()
        for i, asset in enumerate(self.release.assets):
            stem = _plain(asset.role, "asset")
            name = _unique(self.version.lead if stem == MAIN else stem, stem, taken)
            if role_of(name, asset.role if self.version.rel else "") != asset.role:
                self.kept[f"assets.{i}.role"] = asset.role
            yield self.asset(asset, name, i)
        if self.version.links:
            for i, other in enumerate(self.release.translations):
                yield self.translation(other, i)
            for i, link in enumerate(self.release.related):
                yield self.related(link, i)

    def address(self, href: str) -> str:
        return reference(href, self.release.url)

    def asset(self, asset: Asset, name: str, number: int) -> Member:
        first = asset.renditions[0]
        address = self.address(first.href)
        own = asset.id not in ("", address) and uri(asset.id) == asset.id and not is_made(asset.id)
        found: Member = {
            "name": name,
            "rel": asset.role or "asset",
            "uri": (asset.id if own else address) or made(f"{self.release.id or self.release.url}#{number}"),
            "type": _TYPES.get(media_kind(first.href, first.media_type), "component"),
        }
        if asset.title:
            found["headlines"] = [{"role": MAIN, "value": asset.title}]
        told = ((CAPTION, asset.caption), (ALT, asset.alt))
        if descriptions := [{"role": role, "value": words} for role, words in told if words]:
            found["descriptions"] = descriptions
        if asset.credit:
            found["by"] = asset.credit
        if asset.rights:
            found["copyrightNotice"] = asset.rights
        if asset.id and not own:
            found["altIds"] = [{"role": ID, "value": asset.id}]
        found["renditions"] = list(self.renditions(asset, number))
        return found

    def renditions(self, asset: Asset, number: int) -> Iterator[Member]:
        taken: set[str] = set()
        for i, file in enumerate(asset.renditions):
            stem = _plain(file.name, MAIN)
            name = _unique(stem, stem, taken)
            if file_of(name) != file.name:
                self.kept[f"assets.{number}.renditions.{i}.name"] = file.name
            yield self.rendition(file, name)

    def rendition(self, file: Rendition, name: str) -> Member:
        found: Member = {"name": name}
        if href := self.address(file.href):
            found["href"] = href
        if mime := file.media_type or media_type(file.href):
            found["contentType"] = mime
        sizes = {"width": file.width, "height": file.height, "sizeInBytes": file.size}
        found.update({key: value for key, value in sizes.items() if value is not None})
        if file.duration is not None:
            found["duration"] = file.duration
        return found

    def translation(self, other: Translation, number: int) -> Member:
        address = self.address(other.href) if other.href else ""
        own = other.id not in ("", address) and uri(other.id) == other.id and not is_made(other.id)
        name = (other.id if own else address) or made(other.id or other.href or other.language)
        if other.id and not own:
            self.kept[f"translations.{number}.id"] = other.id
        found = self.link(TRANSLATION, TRANSLATION, name, address, other.title)
        if other.version:
            found["version"] = str(other.version)
        if other.language != "und":
            found["language"] = other.language
        return found

    def related(self, other: Related, number: int) -> Member:
        address = self.address(other.href)
        rel = other.rel if self.version.rel and other.rel not in ("", TRANSLATION) else RELATED
        if other.rel != rel:
            self.kept[f"related.{number}.rel"] = other.rel
        return self.link(RELATED, rel, address or made(other.href), address, other.title)

    def link(self, name: str, rel: str, identifier: str, address: str, title: str) -> Member:
        found: Member = {
            "name": name,
            "rel": rel,
            "uri": identifier,
            "type": "text",
            "representationType": "partial",
        }
        if title:
            found["headlines"] = [{"role": MAIN, "value": title}]
        if address:
            found["altIds"] = [{"role": URL, "value": address}]
        return found
