"""Whether a site needs no build at all: found without reading a release, or loading what reads one.

A build notes which files it saw and made, by size and time of change, and until when the site stays as it is. Where all
of that still holds there is nothing to do. Whoever is in doubt says `--clean`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

Stat: TypeAlias = tuple[str, int, int]
"""Path below a folder, size in bytes, time of change (ns)."""
_NOTE = "standing.json"
_SITE_MARK = ".pressrelease-site"
_NO_SOURCES = (_SITE_MARK, "CACHEDIR.TAG")
"""Marks of folders in which no source lies: built sites, what builds remember."""


def cache_folder(newsroom: Path, out: Path) -> Path:
    """Return where builds of the folder `newsroom` into `out` keep their memory: in the user's own for such things."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    name = f"{newsroom.resolve()}\0{out.resolve()}"
    return base / "pressrelease" / hashlib.blake2b(name.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """What the last build had to say."""

    lines: list[str]
    findings: list[str]
    report: str
    """As JSON."""


def standing(cache: Path, newsroom: Path, out: Path, now: dt.datetime) -> Told | None:
    """Return what the last build said, if one now would make the same site; None where that is not certain."""
    note = cache / _NOTE
    try:
        written = note.stat().st_mtime_ns
        known = json.loads(note.read_bytes())
        until = known["until"]
        if now < dt.datetime.fromisoformat(known["since"]) or (
            until and now >= dt.datetime.fromisoformat(until)
        ):
            return None
        seen, newest = _seen(newsroom, out)
        if seen != known["signature"] or newest >= written:
            return None
        base = os.fspath(out)
        os.stat(f"{base}/{_SITE_MARK}")
        for name, size, changed in known["files"]:
            state = os.stat(f"{base}/{name}")
            if (state.st_size, state.st_mtime_ns) != (size, changed):
                return None
        return Told(known["lines"], known["findings"], known["report"])
    except (OSError, ValueError, KeyError, TypeError):
        # No note, half of one, or a file that is gone: a build finds out.
        return None


class Sight:
    """What a build is about to see; noted when it is done."""

    def __init__(self, newsroom: Path, out: Path, now: dt.datetime) -> None:
        self._now = now
        self._signature = signature(newsroom, out)

    def note(self, cache: Path, until: dt.datetime | None, stands: Iterable[Stat], told: Told) -> None:
        """Note in `cache` what was seen, what `stands` in the site, and what the build `told`; raises FileProblem."""
        known: dict[str, Any] = {
            "signature": self._signature,
            "since": self._now.isoformat(),
            "until": until.isoformat() if until else "",
            "files": [*stands],
            "lines": told.lines,
            "findings": told.findings,
            "report": told.report,
        }
        from pressrelease.files import PRIVATE, write_whole  # noqa: PLC0415 - whoever only asks needs none of it

        write_whole(cache / _NOTE, json.dumps(known, separators=(",", ":")).encode(), mode=PRIVATE)


def forget(cache: Path) -> None:
    """Remove what was noted in `cache`."""
    (cache / _NOTE).unlink(missing_ok=True)


def signature(newsroom: Path, out: Path) -> str:
    """Return the digest of all that a build of the folder `newsroom` into `out` reads."""
    return _seen(newsroom, out)[0]


def _seen(newsroom: Path, out: Path) -> tuple[str, int]:
    """Return the digest of all that a build reads, by size and time of change, and the newest such time (ns)."""
    seen = hashlib.blake2b(f"{sys.version}\0{out.resolve()}\0".encode(), digest_size=16)
    newest = 0
    for folder in sys.path:
        # Whatever is installed or removed changes its folder.
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):
            seen.update(f"{folder}\0{os.stat(folder).st_mtime_ns}\0".encode())
    ours = os.fspath(Path(__file__).parents[1])
    beside = os.path.join(os.path.dirname(ours), "templates")
    for root in (ours, beside, os.fspath(newsroom.resolve())):
        for name, size, changed in _files(root, "", os.fspath(out.resolve())):
            seen.update(f"{name}\0{size}\0{changed}\0".encode("utf-8", "surrogateescape"))
            newest = max(newest, changed)
    return seen.hexdigest(), newest


def _files(folder: str, prefix: str, skip: str) -> Iterator[Stat]:
    """Yield each file below `folder`, in order; no built site or memory."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    if prefix and any(entry.name in _NO_SOURCES for entry in entries):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.path != skip and entry.name not in ("__pycache__", "node_modules", ".git"):
                yield from _files(entry.path, f"{prefix}{entry.name}/", skip)
        else:
            state = entry.stat()
            yield prefix + entry.name, state.st_size, state.st_mtime_ns
