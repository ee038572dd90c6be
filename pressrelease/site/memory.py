"""What a build remembers of the last one, in a folder of its own: summaries of the sources, keys of the outputs.

Nothing depends on it: without it, or with one that cannot be read, a build makes the same bytes and takes longer. It
tells of hidden releases too, so it lies apart from the site, readable by its owner alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, astuple, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from pressrelease.errors import Problem
from pressrelease.files import CACHE_TAG, PRIVATE, Family, FileProblem, whole
from pressrelease.findings import Finding, Where
from pressrelease.newsroom import Newsroom
from pressrelease.pictures import Measure
from pressrelease.site.beside import FileFacts
from pressrelease.site.disk import let_go, young
from pressrelease.site.reading import Read
from pressrelease.site.settings import AT_READING
from pressrelease.site.summary import from_row, row_of

if sys.platform != "win32":
    import fcntl

Stat = tuple[str, int, int]
"""Path, size in bytes, time of change in nanoseconds."""
_FILE = "site.json"
_SPOOL = "spool"
_ENGINES = ("markdown", "jinja2", "markupsafe", "lxml", "beautifulsoup4", "pyyaml", "pydantic", "tzdata")


@dataclass(frozen=True, slots=True)
class Kept:
    """An output of the last build: its key, and the files it was."""

    key: str
    files: tuple[Stat, ...]
    told: tuple[Finding, ...] = ()
    """What its maker found worth saying."""


class Seen(NamedTuple):
    """A family that was read now, with the state of its files."""

    stats: list[list[Any]]
    read: Read

    @property
    def line(self) -> bytes:
        """Return it as one line of the memory."""
        told = [
            self.stats,
            self.read.digest,
            list(map(row_of, self.read.summaries)),
            list(map(asdict, self.read.findings)),
        ]
        return json.dumps(told, separators=(",", ":")).encode()


@dataclass
class Memory:
    """What is known of the last build of this newsroom into this folder."""

    families: dict[str, bytes | Seen] = field(default_factory=dict)
    """By the path of its first file: a family's line, or what will be written there."""
    outputs: dict[str, Kept] = field(default_factory=dict)
    beside: dict[str, FileFacts] = field(default_factory=dict)
    """Facts of files beside releases, by their paths."""
    written: int = 0
    """When it was written (ns): a file changed in that moment may have changed after it was read."""

    def recall(self, family: Family, stats: list[list[Any]]) -> Read | None:
        """Return what reading `family` gave, if its files are what they were."""
        line = self.families.get(str(family.paths[0]))
        if not isinstance(line, bytes) or any(changed >= self.written for _, _, changed in stats):
            return None
        try:
            then, digest, summaries, findings = json.loads(line)
            if then != stats:
                return None
            return Read(family, digest, tuple(map(from_row, summaries)), tuple(map(_finding, findings)))
        except (ValueError, TypeError, LookupError):
            # A line that a disk did not keep: as good as none.
            return None

    def keep(self, stats: list[list[Any]], read: Read, line: bytes | Seen | None) -> None:
        """Keep what reading a family gave; `line`: as it was remembered before, where nothing changed."""
        self.families[str(read.family.paths[0])] = line or Seen(stats, read)


def engine() -> str:
    """Return the digest of all code that reads or writes: this package as installed, and what it stands on."""
    here = Path(__file__).resolve().parents[1]
    seen = hashlib.blake2b(digest_size=16)
    for folder, folders, files in os.walk(here):
        folders[:] = sorted(f for f in folders if f not in ("__pycache__", "templates"))
        for name in sorted(files):
            state = os.stat(os.path.join(folder, name))
            seen.update(f"{folder}/{name}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    for name in _ENGINES:
        seen.update(f"{name} {metadata.version(name)}\0".encode())
    return seen.hexdigest()


def reading_key(newsroom: Newsroom, engine: str) -> str:
    """Return the digest of all that decides what a source is read as, besides its own bytes."""
    settings = newsroom.model_dump_json(include=set(AT_READING))
    return hashlib.blake2b(f"{engine}\0{settings}".encode(), digest_size=16).hexdigest()


def recall(folder: Path | None, reading: str) -> Memory:
    """Return what the memory in `folder` tells; an empty one where there is none, or none that can be used."""
    if folder is None:
        return Memory()
    file = folder / _FILE
    try:
        written = file.stat().st_mtime_ns
        head, *lines = file.read_bytes().splitlines()
        told = json.loads(head)
        made = Memory(
            outputs={path: _kept(*row) for path, *row in told["outputs"]},
            written=written,
        )
        if told["reading"] == reading:
            made.beside = {path: _facts(*row) for path, *row in told["beside"]}
            made.families = dict(zip(told["families"], lines, strict=True))
    except (OSError, ValueError, TypeError, KeyError):
        # What an earlier version wrote, or half of a file: as good as none.
        return Memory()
    return made


def remember(folder: Path, reading: str, memory: Memory) -> None:
    """Write `memory` into `folder`, whole or not at all; raises FileProblem."""
    told = {
        "reading": reading,
        "families": list(memory.families),
        "outputs": [[path, *_row(kept)] for path, kept in memory.outputs.items()],
        "beside": [[path, *_plain(facts)] for path, facts in memory.beside.items()],
    }
    # ASCII: no character of a path may end a line.
    head = json.dumps(told, separators=(",", ":")).encode()
    with whole(folder / _FILE, mode=PRIVATE) as out:
        out.write(head)
        for family in memory.families.values():
            out.write(b"\n" + (family.line if isinstance(family, Seen) else family))


_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n"


@contextmanager
def alone(folder: Path | None) -> Iterator[Path]:
    """Hold the memory in `folder` for this build alone, and give a folder for what it puts down meanwhile.

    Another build waits; a killed one's lock is let go by the kernel, and what it put down is removed. Raises
    FileProblem where `folder` cannot be used.
    """
    if folder is None or sys.platform == "win32":
        with tempfile.TemporaryDirectory(prefix="pressrelease-") as spool:
            yield Path(spool)
        return
    with _locked(folder):
        spool_folder = folder / _SPOOL
        try:
            _remove_halves(folder)
            shutil.rmtree(spool_folder, ignore_errors=True)
            spool_folder.mkdir(mode=0o700)
        except OSError as error:
            raise _unusable(folder, error) from None
        try:
            yield spool_folder
        finally:
            shutil.rmtree(spool_folder, ignore_errors=True)


def _remove_halves(folder: Path) -> None:
    """Remove files that whoever was killed had not written whole."""
    for left in folder.glob(".*.json.*"):
        with suppress(FileNotFoundError):
            # The command notes what it saw without the lock.
            if not young(left):
                left.unlink()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (folder / CACHE_TAG).is_file():
            (folder / CACHE_TAG).write_bytes(_TAG)
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _unusable(folder, error) from None
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        let_go(handle)


def _unusable(folder: Path, error: OSError) -> FileProblem:
    reason = error.strerror or str(error)
    advice = "name another folder with --cache (in a program: cache=)"
    return FileProblem(
        Problem(f"the build's memory cannot be kept here ({reason})", Where(str(folder)), advice=advice)
    )


def forget(folder: Path) -> None:
    """Remove the memory in `folder`, if there is one."""
    (folder / _FILE).unlink(missing_ok=True)


def stats_of(family: Family) -> list[list[Any]]:
    """Return path, size and time of change (ns) of each file of `family`."""
    return [[str(p), (state := os.stat(p)).st_size, state.st_mtime_ns] for p in family.paths]


def _row(kept: Kept) -> list[Any]:
    # Thousands of outputs, and next to none has anything to say.
    return [kept.key, kept.files, *([[asdict(f) for f in kept.told]] if kept.told else [])]


def _kept(key: str, files: list[list[Any]], told: Sequence[dict[str, Any]] = ()) -> Kept:
    return Kept(key, tuple(map(tuple, files)), tuple(map(_finding, told)))


def _plain(facts: FileFacts) -> list[Any]:
    measure = facts.measure
    return [*facts[:3], list(astuple(measure)) if isinstance(measure, Measure) else measure]


def _facts(size: int, changed: int, digest: str, measure: Any) -> FileFacts:
    return FileFacts(size, changed, digest, Measure(*measure) if isinstance(measure, list) else measure)


def _finding(told: dict[str, Any]) -> Finding:
    return Finding(**{**told, "where": Where(**told["where"])})
