"""All releases of a newsroom folder, and where they contradict each other."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.files.disk import FileProblem
from pressrelease.files.place import Name, joined, read_alone, spoken
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import DEFAULT, Registry
from pressrelease.model import Release, Translation
from pressrelease.newsroom import FILE_NAME, Newsroom

SITE_MARK = ".pressrelease-site"
"""A file at the root of every built site: such a folder is no source, and only such a folder is ever replaced."""
CACHE_TAG = "CACHEDIR.TAG"
"""A file at the root of what a build remembers: such a folder is no source, and backups leave it out
(bford.info/cachedir)."""
_NOT_SOURCES = ("templates", "assets", "node_modules")
_OFFICE = (".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf")
_NOT_RELEASES = re.compile(r"(readme|license|licence|changelog|contributing|copying)\b", re.I)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One release of a folder, with where it came from."""

    release: Release
    path: Path
    format: str
    findings: tuple[Finding, ...] = ()
    leftovers: tuple[str, ...] = ()


def sources(newsroom: Newsroom, registry: Registry = DEFAULT, *, skip: Path | None = None) -> list[Path]:
    """Return the release files of a newsroom's folder, in order.

    Every file whose suffix a reader knows, below the folder of `newsroom.toml`, is one; `templates/`, `assets/`, dot
    folders, `README*` and `LICENSE*` are none. `sources` in `newsroom.toml` narrows it. A link that leads out of the
    folder raises FileProblem. A built site is none either, nor the memory of a build, nor what lies below `skip`.
    """
    suffixes = registry.release_suffixes
    found = [p for p in _candidates(newsroom, skip) if p.name.lower().endswith(suffixes)]
    for path in found:
        # Folders are not followed where they are links: only a file that is one may lead out.
        if path.is_symlink():
            inside(path, _root(newsroom))
    return found


def office_files(newsroom: Newsroom, *, skip: Path | None = None) -> list[Path]:
    """Return the files among the sources that a word processor made: nobody reads them, somebody may expect it."""
    return [p for p in _candidates(newsroom, skip) if p.suffix.lower() in _OFFICE]


def _candidates(newsroom: Newsroom, skip: Path | None) -> Iterator[Path]:
    """Yield the files of a newsroom's folder that may be sources, whatever their suffix, in order."""
    root = _root(newsroom)
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in _NOT_SOURCES and not f.startswith((".", "_")))
        here = Path(folder)
        if (
            SITE_MARK in files
            or CACHE_TAG in files
            or (skip is not None and here.resolve() == skip.resolve())
        ):
            folders.clear()
            continue
        for file in sorted(files):
            if file.startswith((".", "~$")) or _NOT_RELEASES.match(file):
                continue
            path = here / file
            if not newsroom.sources or any(path.relative_to(root).match(glob) for glob in newsroom.sources):
                yield path


def inside(path: Path, root: Path) -> Path:
    """Return `path` resolved; raise FileProblem where it leads out of `root`."""
    real = path.resolve()
    if not real.is_relative_to(root.resolve()):
        raise FileProblem(
            Problem(
                "leads out of the newsroom's folder",
                Where(str(path)),
                shown(str(real)),
                f"a file below {root}",
                "copy the file into the folder",
            )
        )
    return real


def _root(newsroom: Newsroom) -> Path:
    if newsroom.root is None:
        raise FileProblem(
            Problem(
                "this newsroom has no folder", advice=f"load it from a file: Newsroom.load({FILE_NAME!r})"
            )
        )
    return newsroom.root


@dataclass(frozen=True, slots=True)
class Family:
    """The files of one release: itself, its translations, its earlier versions; what is read together."""

    slug: str
    paths: tuple[Path, ...]


def families(newsroom: Newsroom, registry: Registry = DEFAULT, *, skip: Path | None = None) -> list[Family]:
    """Return the families of a newsroom's folder, in order of their first file; see `sources` for what counts."""
    suffixes = registry.release_suffixes
    found: dict[tuple[Path, str], list[Path]] = {}
    for path in sources(newsroom, registry, skip=skip):
        found.setdefault((path.parent, Name.of(path, suffixes).slug), []).append(path)
    return [Family(slug, tuple(paths)) for (_, slug), paths in found.items()]


def load_family(
    family: Family, newsroom: Newsroom, registry: Registry = DEFAULT, *, linked: bool = True
) -> tuple[list[Loaded], list[PressReleaseError]]:
    """Return the releases of `family`, joined, and what kept others from being read.

    `linked`: each names its family's other languages as its translations.
    """
    suffixes = registry.release_suffixes
    found: list[Loaded] = []
    errors: list[PressReleaseError] = []
    for path in family.paths:
        try:
            reading = read_alone(path, newsroom, registry)
        except PressReleaseError as error:
            errors.append(error)
            continue
        found.append(Loaded(reading.release, path, reading.format, reading.findings, reading.leftovers))
    if len(found) < 2:
        return found, errors  # the usual: nobody to be joined with
    names = {entry.path: Name.of(entry.path, suffixes) for entry in found}
    present = {e.path: e.release for e in found if names[e.path].version is None}
    whole = []
    for entry in found:
        others = {p: r for p, r in present.items() if p != entry.path}
        if others and entry.path in present:
            release = joined(entry.release, names[entry.path], others, suffixes, newsroom, linked=linked)
            entry = replace(entry, release=release)
        whole.append(entry)
    return whole, errors


def load_all(
    newsroom: Newsroom,
    registry: Registry = DEFAULT,
    *,
    skip: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Loaded]:
    """Return every release of a newsroom's folder, families joined; raise FileProblem with every problem at once.

    `progress` is called with how many families are read, and of how many.

    Two releases with one id (that are not versions of one), two with one slug, two of a family in one language, and
    translations that name each other in a circle are problems.
    """
    found: list[Loaded] = []
    errors: list[PressReleaseError] = []
    every = families(newsroom, registry, skip=skip)
    for number, family in enumerate(every, 1):
        if progress is not None:
            progress(number, len(every))
        entries, faults = load_family(family, newsroom, registry)
        found += entries
        errors += faults
    suffixes = registry.release_suffixes
    present = [e for e in found if Name.of(e.path, suffixes).version is None]
    errors += clashes([Known.of(e.release, e.path, newsroom, suffixes) for e in present])
    if errors:
        raise FileProblem.joined(errors)
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What a release is known by beside others of its folder."""

    path: Path
    family: str
    """What its translations share."""
    id: str
    url: str
    slug: str
    language: str
    translations: tuple[Translation, ...]

    @classmethod
    def of(cls, release: Release, path: Path, newsroom: Newsroom, suffixes: tuple[str, ...]) -> Known:
        """Return what `release` from the file at `path` is known by; `suffixes` are those of releases."""
        language, family = spoken(release, newsroom), f"{path.parent}/{Name.of(path, suffixes).slug}"
        return cls(path, family, release.id, release.url, release.slug, language, release.translations)


def clashes(entries: Iterable[Known]) -> Iterator[FileProblem]:
    """Yield what contradicts: one id or slug twice, one language twice in a family, translations that are none."""
    every = list(entries)
    for field in ("slug", "id"):
        first: dict[str, Known] = {}
        for entry in every:
            value = getattr(entry, field)
            key = value.casefold() if field == "slug" else value
            # An id is made of the slug where nobody gives one: two of one slug are told by that.
            if key and key in first and (field == "slug" or not _share_slug(entry, first[key])):
                yield FileProblem(
                    Problem(
                        f"two releases with one {field}",
                        Where(str(entry.path), field=field),
                        shown(value),
                        f"another {field} than that of {first[key].path.name}",
                        "an earlier version of a release is named like it with its number: merger@1.md"
                        if field == "id"
                        else "name one of them otherwise, or give it a `slug`",
                    )
                )
            first.setdefault(key, entry)
    yield from _twins(every)
    yield from _circles(every)


def _share_slug(one: Known, other: Known) -> bool:
    return bool(one.slug) and one.slug.casefold() == other.slug.casefold()


def _twins(entries: list[Known]) -> Iterator[FileProblem]:
    """Find releases of a family that are in one language: neither is a translation of the other."""
    first: dict[tuple[str, str], Known] = {}
    for entry in entries:
        other = first.setdefault((entry.family, entry.language), entry)
        if other is not entry and not _share_slug(entry, other):
            yield FileProblem(
                Problem(
                    "two releases of a family in one language",
                    Where(str(entry.path), field="language"),
                    shown(entry.language),
                    f"another language than that of {other.path.name}",
                    "say the `language` of each, or rename the one that is no translation",
                )
            )


def _circles(entries: list[Known]) -> Iterator[FileProblem]:
    """Find releases that call each other the translation into one and the same language."""
    by_id = {e.id or e.url: e for e in entries if e.id or e.url}
    for entry in entries:
        for i, translation in enumerate(entry.translations):
            other = by_id.get(translation.id) or by_id.get(translation.href)
            if other is None:
                continue
            if other is entry or other.language != translation.language:
                yield FileProblem(
                    Problem(
                        "a translation that is none",
                        Where(str(entry.path), field=f"translations.{i}"),
                        shown(translation.id or translation.href),
                        f"a release in {translation.language}",
                        f"{other.path.name} is in {other.language}",
                    )
                )
