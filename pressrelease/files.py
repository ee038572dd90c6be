"""Releases by path: load and save one, and read all that a newsroom folder holds.

What lies beside a file joins when it is loaded: its slug (the file's stem), its language and its family
(`merger.md`, `merger.de.md`), its number (`merger@1.md` is an earlier version).
"""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import IO, Any

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import DEFAULT, Format, Reading, Registry
from pressrelease.formats.verbs import read, render
from pressrelease.model import Release, Translation
from pressrelease.newsroom import FILE_NAME, Newsroom

_STEM = re.compile(
    r"(?P<slug>.+?)(?:@(?P<version>\d{1,6}))?(?:\.(?P<language>[a-z]{2,3}(?:-[A-Za-z]{2,4})?))?(?:@(?P<late>\d{1,6}))?"
)
SITE_MARK = ".pressrelease-site"
"""A file at the root of every built site: such a folder is no source, and only such a folder is ever replaced."""
_NOT_SOURCES = ("templates", "assets", "node_modules")
_NOT_RELEASES = re.compile(r"(readme|license|licence|changelog|contributing|copying)\b", re.I)


class FileProblem(PressReleaseError):
    """A path that cannot be read or written, or releases beside each other that contradict."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a file's name says: slug, language of a translation, number of an earlier version."""

    slug: str
    language: str = ""
    version: int | None = None

    @classmethod
    def of(cls, path: Path, suffixes: tuple[str, ...]) -> Name:
        """Read the name of `path`, its format's suffix taken off."""
        stem = path.name
        for suffix in sorted(suffixes, key=len, reverse=True):
            if stem.lower().endswith(suffix):
                stem = stem[: -len(suffix)]
                break
        match = _STEM.fullmatch(stem)
        if match is None:
            return cls(stem)
        number = match["version"] or match["late"]
        return cls(match["slug"], match["language"] or "", int(number) if number else None)


def load(
    path: str | Path,
    *,
    format: str | None = None,
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> Release:
    """Return the release in the file at `path`, with the slug, language and family that its place gives it.

    Raises PressReleaseError: FileProblem, and all that `parse` raises, with the file's name.
    """
    return load_reading(path, format=format, newsroom=newsroom, registry=registry).release


def load_reading(
    path: str | Path,
    *,
    format: str | None = None,
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> Reading:
    """Return what reading the file at `path` gave: the release as `load` gives it, findings, leftovers."""
    file = Path(path)
    reading = read(data_of(file), format, file=str(file), newsroom=newsroom, registry=registry)
    return in_place(reading, file, newsroom, registry)


def in_place(
    reading: Reading, file: Path, newsroom: Newsroom | None, registry: Registry = DEFAULT
) -> Reading:
    """Return `reading` of `file` with what its place gives the release: slug, language, number, family."""
    reading = _alone(reading, file, registry)
    suffixes = _suffixes(registry)
    name = Name.of(file, suffixes)
    family = [p for p in _siblings(file, name, suffixes) if p != file]
    if not family:
        return reading
    others = {p: _read_alone(p, newsroom, registry).release for p in family}
    return replace(reading, release=joined(reading.release, name, others, suffixes, newsroom))


def _read_alone(file: Path, newsroom: Newsroom | None, registry: Registry) -> Reading:
    return _alone(read(data_of(file), file=str(file), newsroom=newsroom, registry=registry), file, registry)


def _alone(reading: Reading, file: Path, registry: Registry) -> Reading:
    name = Name.of(file, _suffixes(registry))
    release = reading.release
    values: dict[str, Any] = {}
    if not release.slug:
        values["slug"] = sluggish(name.slug) + (f".{name.language}" if name.language else "")
    if release.language == "und" and name.language:
        values["language"] = name.language
    if name.version is not None and release.version == 1:
        values["version"] = name.version
    return replace(reading, release=release.changed(**values) if values else release)


def sluggish(text: str) -> str:
    """Return `text` as a slug: lower-case letters and digits of any script, parted by hyphens."""
    slug = re.sub(r"[^\w.]+|_+", "-", text.lower()).strip("-.")
    return re.sub(r"\.+", ".", slug)[:100] or "release"


def _siblings(file: Path, name: Name, suffixes: tuple[str, ...]) -> list[Path]:
    if name.version is not None:
        return []
    found = []
    for path in sorted(file.parent.glob(f"{_escaped(name.slug)}.*")):
        other = Name.of(path, suffixes)
        if (
            path.is_file()
            and path.name.lower().endswith(suffixes)
            and other.slug == name.slug
            and other.version is None
        ):
            found.append(path)
    return found


def _escaped(text: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", text)


def joined(
    release: Release,
    name: Name,
    family: dict[Path, Release],
    suffixes: tuple[str, ...],
    newsroom: Newsroom | None,
) -> Release:
    """Return `release` with what its family gives it: links to translations, and for one the original's facts."""
    named = {Name.of(p, suffixes): r for p, r in family.items()}
    original = named.get(Name(name.slug))
    values: dict[str, Any] = {}
    if name.language and original is not None:
        # Dates, embargo, assets and contacts are facts of the family; a translation need not repeat them.
        for field in ("published", "updated", "expires", "embargo", "assets", "contacts", "status", "change"):
            if getattr(release, field) == type(release).model_fields[field].get_default():
                values[field] = getattr(original, field)
        if release.dateline and original.dateline and release.dateline.date is None:
            values["dateline"] = release.dateline.changed(
                date=original.dateline.date, time=original.dateline.time, zone=original.dateline.zone
            )
        if release.version == 1:
            values["version"] = original.version
    known = {t.language for t in release.translations}
    links = tuple(
        Translation(
            language=other.language,
            href=other.url or (newsroom.address(other.slug) if newsroom else ""),
            id=other.id or (newsroom.tag(other.slug) if newsroom else ""),
            title=other.headline,
            version=other.version,
        )
        for other in named.values()
        if other.language not in known and other.language != release.language
    )
    if links:
        values["translations"] = (*release.translations, *links)
    return release.changed(**values) if values else release


def data_of(path: Path) -> bytes:
    """Return the bytes of the file at `path`; raise FileProblem."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _failed(error, path, "read") from None


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open the file at `path` to be read; raise FileProblem where it cannot be."""
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise _failed(error, path, "read") from None
    with file:
        yield file


def _failed(error: Exception, path: Path, verb: str) -> FileProblem:
    number = getattr(error, "errno", None)
    reason = getattr(error, "strerror", None) or str(error)
    advice = {
        errno.ENOENT: _nothing_at(path)
        if number == errno.ENOENT and verb == "read"
        else "make its folder first",
        errno.EISDIR: "name a file; `pressrelease build` takes a folder",
        errno.EACCES: "check the permissions",
        errno.ENOSPC: "make room on the disk; nothing was replaced",
        errno.EROFS: "choose a place that can be written",
    }.get(number or 0, "")
    return FileProblem(
        Problem(
            f"cannot be {'read' if verb == 'read' else 'written'} ({reason})", Where(str(path)), advice=advice
        )
    )


def _nothing_at(path: Path) -> str:
    """Return what may help where a path leads to nothing: the nearest name beside it."""
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    import difflib  # noqa: PLC0415 - 5 ms that only a mistake pays

    beside = [p.name for p in islice(path.parent.iterdir(), 1000)]
    match = difflib.get_close_matches(path.name, beside, 1, 0.7)
    return f"did you mean {match[0]}?" if match else "there is nothing at this path"


def save(
    release: Release,
    path: str | Path,
    *,
    format: str | None = None,
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> None:
    """Write `release` to the file at `path`, in `format` or in the one its suffix names, whole or not at all."""
    file = Path(path)
    if format is None:
        fit = [f.name for f in _writers(registry) if file.name.lower().endswith(f.suffixes[0])]
        if not fit:
            raise FileProblem(
                Problem(
                    "no format for this suffix",
                    Where(str(file)),
                    shown(file.suffix),
                    advice="name the format",
                )
            )
        format = fit[0]
    body = render(release, format, newsroom=newsroom, registry=registry)
    write_whole(file, body if isinstance(body, bytes) else body.encode())


def _writers(registry: Registry) -> Iterator[Format]:
    found = [f for f in registry if isinstance(f, Format) and f.write]
    # The longest suffix first (`.nitf.xml` before `.xml`), the lossless three before what looks like them.
    order = {"source": 0, "wire": 1, "web": 2, "text": 3, "feed": 4}
    yield from sorted(found, key=lambda f: (-len(f.suffixes[0]), order[f.group]))


def write_whole(path: Path, body: bytes) -> None:
    """Write `body` to `path` by way of a file beside it: it appears whole or not at all. Raises FileProblem."""
    with whole(path) as out:
        out.write(body)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Open `path` to be written by way of a file beside it: it appears when the block ends well, else not at all.

    A link is followed and a file keeps its mode; a device or pipe is written to, never replaced. Raises FileProblem.
    """
    temporary = ""
    try:
        target = path.resolve()
        mode = _mode(target)
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as out:
                yield out
            return
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        os.chmod(temporary, 0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))
        os.replace(temporary, target)
        temporary = ""
    except (OSError, ValueError) as error:
        raise _failed(error, path, "write") from None
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                os.unlink(temporary)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


# --- a newsroom folder ---------------------------------------------------------------------------------------------


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
    folder raises FileProblem. A built site is none either, nor what lies below `skip`.
    """
    root = _root(newsroom)
    suffixes = _suffixes(registry)
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in _NOT_SOURCES and not f.startswith((".", "_")))
        here = Path(folder)
        if SITE_MARK in files or (skip is not None and here.resolve() == skip.resolve()):
            folders.clear()
            continue
        for file in sorted(files):
            path = here / file
            if file.startswith(".") or _NOT_RELEASES.match(file) or not file.lower().endswith(suffixes):
                continue
            if newsroom.sources and not any(path.relative_to(root).match(glob) for glob in newsroom.sources):
                continue
            inside(path, root)
            found.append(path)
    return found


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


def _suffixes(registry: Registry) -> tuple[str, ...]:
    """Return the suffixes of formats that hold one release and can be read."""
    found = {s for f in registry if isinstance(f, Format) and f.read for s in f.suffixes}
    return tuple(sorted(found))


def load_all(
    newsroom: Newsroom,
    registry: Registry = DEFAULT,
    *,
    skip: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Loaded]:
    """Return every release of a newsroom's folder, families joined; raise FileProblem with every problem at once.

    `progress` is called with how many files are read, and of how many.

    Two releases with one id (that are not versions of one), two with one slug, and translations that name each other
    in a circle are problems.
    """
    suffixes = _suffixes(registry)
    found: list[Loaded] = []
    errors: list[PressReleaseError] = []
    paths = sources(newsroom, registry, skip=skip)
    for number, path in enumerate(paths, 1):
        if progress is not None:
            progress(number, len(paths))
        try:
            reading = _read_alone(path, newsroom, registry)
        except PressReleaseError as error:
            errors.append(error)
            continue
        found.append(Loaded(reading.release, path, reading.format, reading.findings, reading.leftovers))
    families: dict[tuple[Path, str], dict[Path, Release]] = {}
    names = {entry.path: Name.of(entry.path, suffixes) for entry in found}
    for entry in found:
        if names[entry.path].version is None:
            families.setdefault((entry.path.parent, names[entry.path].slug), {})[entry.path] = entry.release
    whole = []
    for entry in found:
        family = families.get((entry.path.parent, names[entry.path].slug), {})
        others = {p: r for p, r in family.items() if p != entry.path}
        if others and names[entry.path].version is None:
            release = joined(entry.release, names[entry.path], others, suffixes, newsroom)
            entry = replace(entry, release=release)
        whole.append(entry)
    errors += _clashes([e for e in whole if names[e.path].version is None])
    if errors:
        raise FileProblem.joined(errors)
    return whole


def _clashes(entries: list[Loaded]) -> Iterator[FileProblem]:
    for field in ("id", "slug"):
        first: dict[str, Loaded] = {}
        for entry in entries:
            value = getattr(entry.release, field)
            key = value.casefold() if field == "slug" else value
            if key and key in first:
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
    yield from _circles(entries)


def _circles(entries: list[Loaded]) -> Iterator[FileProblem]:
    """Find releases that call each other the translation into one and the same language."""
    by_id = {e.release.id or e.release.url: e for e in entries if e.release.id or e.release.url}
    for entry in entries:
        release = entry.release
        for i, translation in enumerate(release.translations):
            other = by_id.get(translation.id) or by_id.get(translation.href)
            if other is None:
                continue
            if other is entry or other.release.language != translation.language:
                yield FileProblem(
                    Problem(
                        "a translation that is none",
                        Where(str(entry.path), field=f"translations.{i}"),
                        shown(translation.id or translation.href),
                        f"a release in {translation.language}",
                        f"{other.path.name} is in {other.release.language}",
                    )
                )
