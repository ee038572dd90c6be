"""Reading the releases of a site: summaries for the plan, and whole texts when outputs are made.

A text is parsed once: what was read for its summary is spooled (pickled, in a private folder that ends with the
build) and taken from there. Where there is no spool (a worker on another machine) or the summary was remembered from
an earlier build, the family is read again.
"""

from __future__ import annotations

import hashlib
import pickle
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pressrelease.errors import PressReleaseError
from pressrelease.files import Family, data_of, load_family
from pressrelease.findings import Finding
from pressrelease.formats.registry import DEFAULT, Registry
from pressrelease.model import Release, Translation
from pressrelease.newsroom import Newsroom
from pressrelease.site.output import Taken
from pressrelease.site.public import public_release
from pressrelease.site.summary import Summary, summary
from pressrelease.story.cutting import relinked

PORTION = 20
"""Families that are read at a time."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the spool a release lies."""

    file: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a family gave."""

    family: Family
    digest: str = ""
    summaries: tuple[Summary, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[PressReleaseError, ...] = ()
    spots: tuple[Spot, ...] = ()
    """Of each summary's release, where a spool was given."""


def read_families(
    newsroom: Newsroom, registry: Registry | None, spool: Path | None, families: Iterable[Family]
) -> list[Read]:
    """Read `families`; a worker's whole task. `spool`: the file to which their releases are written."""
    known = registry or DEFAULT
    made: list[Read] = []
    parts: list[bytes] = []
    start = 0
    for family in families:
        try:
            digest = digest_of(family)
            loaded, errors = load_family(family, newsroom, known, linked=False)
        except PressReleaseError as error:
            made.append(Read(family, errors=(error,)))
            continue
        releases = [public_release(newsroom.completed(entry.release)) for entry in loaded]
        spots = []
        if spool is not None:
            for release in releases:
                parts.append(pickle.dumps(release, pickle.HIGHEST_PROTOCOL))
                spots.append(Spot(spool.name, start, len(parts[-1])))
                start += len(parts[-1])
        made.append(
            Read(
                family,
                digest,
                tuple(
                    summary(release, entry.path, family, place, digest, newsroom, known)
                    for place, (release, entry) in enumerate(zip(releases, loaded, strict=True))
                ),
                tuple(f for entry in loaded for f in entry.findings),
                tuple(errors),
                tuple(spots),
            )
        )
    if spool is not None and spool.parent.is_dir():
        spool.write_bytes(b"".join(parts))
    return made


def digest_of(family: Family) -> str:
    """Return the digest of a family's files, names and contents."""
    seen = hashlib.blake2b(digest_size=16)
    for path in family.paths:
        data = data_of(path)
        seen.update(f"{path.name}\0{len(data)}\0".encode())
        seen.update(data)
    return seen.hexdigest()


@dataclass
class Reader:
    """Gives releases back, as the site shows them: from the spool, else from their files. Not shared by threads."""

    newsroom: Newsroom
    registry: Registry
    spool: Path | None
    spots: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    """By the digest of their family."""
    families: dict[str, Family] = field(default_factory=dict)
    """By the digest of their files."""
    _kept: OrderedDict[str, list[Release]] = field(default_factory=OrderedDict)

    def release(self, taken: Taken) -> Release:
        """Return the release `taken` as the public may see it.

        It names only languages that are public, leads nowhere that is not there, and to the page of a release where its
        writer named the file; what is for editors, or for whoever
        checks it, was left out when it was read.
        """
        release = self._plain(taken)
        tongues = tuple(
            Translation(language=t.language, href=t.href, id=t.id, title=t.title, version=t.version)
            for t in taken.tongues
        )
        values: dict[str, object] = {}
        if tongues != release.translations:
            values["translations"] = tongues
        if taken.unknown or taken.led:
            led = dict.fromkeys(taken.unknown, "") | dict(taken.led)
            beside = ((r, led.get(r.href, r.href)) for r in release.related)
            values["related"] = tuple(r.changed(href=href) for r, href in beside if href)
            values["story"] = relinked(release.story, led)
        return release.changed(**values) if values else release

    def as_written(self, taken: Taken) -> Release:
        """Return the release `taken` as its source says it: with what is for editors only, without the newsroom's."""
        loaded, errors = load_family(self.families[taken.digest], self.newsroom, self.registry)
        if errors:
            raise errors[0]
        return loaded[taken.place].release

    def _plain(self, taken: Taken) -> Release:
        spots = self.spots.get(taken.digest)
        if spots and self.spool is not None and (found := self._spooled(spots[taken.place])) is not None:
            return found
        return self._read(taken)[taken.place]

    def _spooled(self, spot: Spot) -> Release | None:
        assert self.spool is not None
        try:
            with (self.spool / spot.file).open("rb") as file:
                file.seek(spot.start)
                data = file.read(spot.length)
        except FileNotFoundError:  # a worker on another machine
            return None
        # The spool is this build's own, in a folder that nobody else may write to.
        release = pickle.loads(data)
        assert isinstance(release, Release)
        return release

    def _read(self, taken: Taken) -> list[Release]:
        kept = self._kept.get(taken.digest)
        if kept is None:
            loaded, errors = load_family(
                self.families[taken.digest], self.newsroom, self.registry, linked=False
            )
            if errors:
                raise errors[0]
            kept = self._kept[taken.digest] = [
                public_release(self.newsroom.completed(e.release)) for e in loaded
            ]
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return kept


_KEPT = 64
"""Families that a reader keeps: as many as a feed of the usual size takes."""
