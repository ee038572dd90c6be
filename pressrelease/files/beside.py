"""Files that a release names and that lie beside its source: pictures, and what its text links to."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pressrelease.files.disk import data_of
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import DEFAULT, Reading, Registry
from pressrelease.formats.web.media import medium
from pressrelease.model import Release, Rendition
from pressrelease.newsroom import Newsroom, folder_of
from pressrelease.story import Link, figures

_PAGE = re.compile(r"\.(?:html?|xml|atom|json|php|aspx?)", re.I)


def pictured(release: Release) -> tuple[str, ...]:
    """Return the addresses of pictures and other assets that lie beside the source, each once."""
    every = [r.href for a in release.assets for r in a.renditions]
    every += [f.src for f in figures(release.story.blocks)]
    return tuple(dict.fromkeys(h for h in every if not urlsplit(h).scheme and not h.startswith("//")))


def undescribed(release: Release) -> tuple[str, ...]:
    """Return the addresses of pictures that are shown and have no text for whom cannot see them, each once."""
    every = [(a.renditions[0], a.alt) for a in release.assets]
    every += [(Rendition(href=f.src), f.alt) for f in figures(release.story.blocks)]
    return tuple(dict.fromkeys(r.href for r, alt in every if not alt and medium(r) == "image"))


def linked(release: Release, registry: Registry = DEFAULT) -> tuple[str, ...]:
    """Return the addresses of files that the text links to and that lie beside the source, each once.

    A folder is a page, and so is `.html`; the source of another release is none of its files.
    """
    stories = (release.story, *(b.story for b in release.boilerplates))
    every = dict.fromkeys(link.href for s in stories for link in s.found(Link))
    sources = registry.release_suffixes
    return tuple(h for h in every if _is_file(h, sources))


def _is_file(href: str, sources: tuple[str, ...]) -> bool:
    parts = urlsplit(href)
    suffix = posixpath.splitext(parts.path)[1]
    return (
        not parts.scheme
        and not parts.netloc
        and not parts.path.startswith("/")
        and bool(suffix)
        and not _PAGE.fullmatch(suffix)
        and not parts.path.lower().endswith(sources)
    )


def source_named(href: str, source: str, suffixes: tuple[str, ...]) -> str:
    """Return the release file that `href`, in the one at `source`, may name: below the newsroom's root; else nothing.

    `suffixes` are those of releases. Composed as disks and editors may not agree to (NFC).
    """
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
    known = path.lower().endswith(suffixes) and not path.startswith("../")
    return unicodedata.normalize("NFC", path) if known else ""


def site_path(folder: str, href: str) -> str:
    """Return where a file named relative to the page of `folder` lies below the site's root."""
    return posixpath.normpath(posixpath.join(folder, unquote(urlsplit(href).path)))


def places(source: Path, root: Path | None, folder: str, href: str) -> tuple[Path, ...]:
    """Return where the file at `href` of the release from `source` may lie, likeliest first.

    A translation's page lies one folder deeper than its source: its files are named like the original's.
    """
    beside = source.parent / unquote(urlsplit(href).path)
    return (beside, root / site_path(folder, href)) if root is not None else (beside,)


def with_missing(
    reading: Reading, source: Path, newsroom: Newsroom | None, registry: Registry = DEFAULT
) -> Reading:
    """Return `reading` of the file `source` with a warning for each file that it names and that is not there.

    Only what is written by hand lies beside its files: a wire document's pictures come by another way.
    """
    if registry.get(reading.format).group != "source":
        return reading
    missing = tuple(_missing(reading.release, source, newsroom, registry))
    return replace(reading, findings=(*reading.findings, *missing)) if missing else reading


def _missing(
    release: Release, source: Path, newsroom: Newsroom | None, registry: Registry
) -> Iterator[Finding]:
    root = newsroom.root if newsroom else None
    named = dict.fromkeys((*pictured(release), *linked(release, registry)))
    gone = [
        h for h in named if not any(p.is_file() for p in places(source, root, folder_of(release.slug), h))
    ]
    lines = data_of(source).decode("utf-8", "replace").splitlines() if gone else []
    for href in gone:
        line = next((n for n, text in enumerate(lines, 1) if href in text), None)
        yield Finding(
            "missing-file",
            "warning",
            f"the file {href} is not there; a site is not built without it",
            Where(str(source), line),
            f"put it at {source.parent / href}",
        )
