"""Addresses in a text that leaves the house: whole ones, or the name of a file; a path leads nowhere from there."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

from pressrelease.findings import Loss
from pressrelease.model import Asset, Release
from pressrelease.story import Story, with_sources

_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def reachable(release: Release) -> tuple[Release, tuple[Loss, ...]]:
    """Return `release` with every address whole, by its own; where it has none, files by their names, each a loss."""
    lost: list[Loss] = []

    def moved(href: str, path: str) -> str:
        whole = _whole(release.url, href)
        if not whole:
            lost.append(Loss(path, "a path leads nowhere without the release's `url`", "the file's name"))
        return whole or _name(href)

    def story(of: Story, path: str) -> Story:
        return with_sources(of, lambda src: moved(src, path))

    values = {
        "story": story(release.story, "story.figure"),
        "boilerplates": tuple(
            b.model_copy(update={"story": story(b.story, f"boilerplates.{i}.story")})
            for i, b in enumerate(release.boilerplates)
        ),
        "assets": tuple(_asset(asset, f"assets.{i}", moved) for i, asset in enumerate(release.assets)),
        "related": tuple(
            r.model_copy(update={"href": moved(r.href, f"related.{i}.href")})
            for i, r in enumerate(release.related)
        ),
    }
    # Only addresses move: what was checked when it was made needs no second look.
    return release.model_copy(update=values), tuple(dict.fromkeys(lost))


def _whole(base: str, href: str) -> str:
    """Return `href` as a whole address, or nothing where it is a path and no `base` says of what."""
    if not href or _WHOLE.match(href):
        return href
    try:
        return urljoin(base, href) if base else ""
    except ValueError:
        return ""


def _name(href: str) -> str:
    """Return the name of the file that a path leads to: `harbour.jpg`."""
    path = re.split(r"[?#]", href, maxsplit=1)[0].rstrip("/")
    return path.rpartition("/")[2] or href


def _asset(asset: Asset, path: str, moved: Callable[[str, str], str]) -> Asset:
    files = tuple(
        file.model_copy(update={"href": moved(file.href, f"{path}.renditions.{i}.href")})
        for i, file in enumerate(asset.renditions)
    )
    return asset.model_copy(update={"renditions": files})
