"""A release by its path: what lies beside a file joins when it is loaded.

Its slug (the file's stem), its language and its family (`merger.md`, `merger.de.md`), its number (`merger@1.md` is an
earlier version).
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from pressrelease.characters import is_mark
from pressrelease.errors import Problem, shown
from pressrelease.files.disk import FileProblem, data_of, write_whole
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import DEFAULT, Format, Reading, Registry
from pressrelease.formats.verbs import read, render
from pressrelease.model import Change, Release, Translation, defaults
from pressrelease.model.values import MOST_SLUG_BYTES, language_tag
from pressrelease.newsroom import Newsroom
from pressrelease.vocabulary import is_language

_STEM = re.compile(
    r"(?P<slug>.+?)(?:@(?P<version>\d{1,6}))?(?:\.(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?))?(?:@(?P<late>\d{1,6}))?"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a file's name says: slug, language of a translation, number of an earlier version.

    Case and the composition of accents (NFC or NFD, as disks and archives have it) part no family.
    """

    slug: str
    language: str = ""
    version: int | None = None

    @classmethod
    def of(cls, path: Path, suffixes: tuple[str, ...]) -> Name:
        """Read the name of `path`, its format's suffix taken off; of `suffixes`, the longest stand first."""
        stem = unicodedata.normalize("NFC", path.name)
        lower = stem.lower()
        suffix = next(filter(lower.endswith, suffixes), "")
        stem = stem[: len(stem) - len(suffix)]
        match = _STEM.fullmatch(stem)
        if match is None:
            return cls(stem.lower())
        slug, ending = match["slug"].lower(), match["language"] or ""
        number = match["version"] or match["late"]
        if ending and not is_language(ending):
            slug, ending = f"{slug}.{ending.lower()}", ""
        return cls(slug, language_tag(ending) if ending else "", int(number) if number else None)


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
    suffixes = registry.release_suffixes
    name = Name.of(file, suffixes)
    family = [p for p in _siblings(file, name, suffixes) if p != file]
    if not family:
        return reading
    others = {p: read_alone(p, newsroom, registry).release for p in family}
    return replace(reading, release=joined(reading.release, name, others, suffixes, newsroom))


def read_alone(file: Path, newsroom: Newsroom | None, registry: Registry) -> Reading:
    """Return what reading `file` gave, with what its name says and without its family."""
    return _alone(read(data_of(file), file=str(file), newsroom=newsroom, registry=registry), file, registry)


def _alone(reading: Reading, file: Path, registry: Registry) -> Reading:
    name = Name.of(file, registry.release_suffixes)
    release = reading.release
    values: dict[str, Any] = {}
    if not release.slug:
        values["slug"] = sluggish(name.slug) + (f".{name.language}" if name.language else "")
    if release.language == "und" and name.language:
        values["language"] = name.language
    if name.version is not None and release.version == 1:
        values["version"] = name.version
    if name.language and release.language != "und" and _primary(release.language) != _primary(name.language):
        message = f"the name of the file says {name.language}, the release {release.language}"
        advice = "rename the file, or mend the field `language`"
        told = Finding("language-of-file", "warning", message, Where(str(file), field="language"), advice)
        reading = replace(reading, findings=(*reading.findings, told))
    return replace(reading, release=release.changed(**values)) if values else reading


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def sluggish(text: str) -> str:
    """Return `text` as a slug: lower-case letters and digits of any script, parted by hyphens."""
    slug = re.sub(r"[^\w.]+|_+", _parting, unicodedata.normalize("NFC", text.lower())).strip("-.")
    short = re.sub(r"\.+", ".", slug)[:100].encode()[:MOST_SLUG_BYTES].decode("utf-8", "ignore")
    return short.rstrip("-.") or "release"


def _parting(signs: re.Match[str]) -> str:
    """Return what stands in a slug for signs: a hyphen; vowels and accents that belong to the letter before stay."""
    marks = "".join(takewhile(is_mark, signs[0])) if signs.start() else ""
    return marks if marks == signs[0] else f"{marks}-"


def relatives(
    path: Path, newsroom: Newsroom | None = None, registry: Registry = DEFAULT
) -> tuple[Reading, ...]:
    """Return what lies beside the file at `path` and is of its family: translations and earlier versions, by name."""
    suffixes = registry.release_suffixes
    found = _namesakes(path, Name.of(path, suffixes).slug, suffixes)
    return tuple(read_alone(p, newsroom, registry) for p in found if p.name != path.name)


def _siblings(file: Path, name: Name, suffixes: tuple[str, ...]) -> list[Path]:
    if name.version is not None:
        return []
    found = _namesakes(file, name.slug, suffixes)
    return [path for path in found if Name.of(path, suffixes).version is None]


def _namesakes(file: Path, slug: str, suffixes: tuple[str, ...]) -> list[Path]:
    """Return the release files beside `file` that are named `slug`, itself too, by name."""
    beside = (n for n in os.listdir(file.parent) if n.lower().endswith(suffixes))
    # Most are others: what a name says is asked of those alone that begin alike.
    alike = (n for n in beside if unicodedata.normalize("NFC", n).lower().startswith(slug))
    found = (file.parent / name for name in sorted(alike))
    return [path for path in found if Name.of(path, suffixes).slug == slug and path.is_file()]


def joined(
    release: Release,
    name: Name,
    family: dict[Path, Release],
    suffixes: tuple[str, ...],
    newsroom: Newsroom | None,
    *,
    linked: bool = True,
) -> Release:
    """Return `release` with what its family gives it: for a translation the original's facts, links if `linked`."""
    named = {Name.of(p, suffixes): r for p, r in family.items()}
    original = named.get(Name(name.slug))
    values: dict[str, Any] = {}
    if name.language and original is not None:
        # Dates, embargo, assets and contacts are facts of the family; a translation need not repeat them.
        for field in ("published", "updated", "expires", "embargo", "assets", "contacts", "status"):
            if getattr(release, field) == defaults(Release)[field]:
                values[field] = getattr(original, field)
        if release.dateline and original.dateline and release.dateline.date is None:
            values["dateline"] = release.dateline.changed(
                date=original.dateline.date, time=original.dateline.time, zone=original.dateline.zone
            )
        elif original.dateline and not release.dateline:
            # How it was printed is of the other language; a place that is called otherwise here is named by a dateline.
            values["dateline"] = original.dateline.changed(layout="", date_printed="", zone_printed="")
        if original.change.kind == "kill":
            # What else changed is told of one text in its own words; a kill takes back the whole family.
            values["change"] = Change(kind="kill")
        if release.version == 1:
            values["version"] = original.version
    if linked and (links := _links(release, named, newsroom)):
        values["translations"] = (*release.translations, *links)
    return release.changed(**values) if values else release


def _links(
    release: Release, named: dict[Name, Release], newsroom: Newsroom | None
) -> tuple[Translation, ...]:
    own = spoken(release, newsroom)
    known = {t.language for t in release.translations}
    return tuple(
        Translation(
            language=spoken(other, newsroom),
            href=other.url or (newsroom.address(other.slug) if newsroom else ""),
            id=other.id or (newsroom.tag(other.slug) if newsroom else ""),
            title=other.headline,
            version=other.version,
        )
        for other in named.values()
        if spoken(other, newsroom) not in known and spoken(other, newsroom) != own
    )


def spoken(release: Release, newsroom: Newsroom | None) -> str:
    """Return the language of `release`; where it names none, that of its newsroom."""
    return newsroom.language if newsroom and release.language == "und" else release.language


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
