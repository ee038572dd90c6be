"""The last generation of a site, kept to become the next one: so that a build touches only the files that changed.

Giving every file of a big site a second name takes longer than all the rest of a build in which one release changed. So
the generation that a build replaces is kept beside the build's memory (private, on the same disk as the site), with a
note of where it differs from the one that took its place. The next build mends those files and those that it makes
itself, and exchanges the two again. The note is taken away first: a build that is killed leaves none, and a spare
without a note is thrown away.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_FOLDER = "spare"
_NOTE = "spare.json"


@dataclass
class Spare:
    """The spare generation in the folder `home`."""

    home: Path
    stale: list[str] = field(default_factory=list)
    """Files that the site no longer has, or has otherwise."""
    lacking: list[str] = field(default_factory=list)
    """Files that the site has and the spare does not, or has otherwise."""

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self.home / _FOLDER

    @classmethod
    def taken(cls, home: Path) -> Spare | None:
        """Return the spare in `home`, its note taken away; None where there is none that can be trusted."""
        note = home / _NOTE
        try:
            told = json.loads(note.read_bytes())
            note.unlink()
            spare = cls(home, list(told["stale"]), list(told["lacking"]))
        except (OSError, ValueError, KeyError, TypeError):
            spare = None
        if spare is None or not spare.folder.is_dir():
            shutil.rmtree(home / _FOLDER, ignore_errors=True)
            return None
        return spare

    def mend(self, gone: Iterable[str], out: Path, wanted: Iterable[str]) -> set[str]:
        """Make the spare what the site at `out` is, without the files `gone`; of what it lacks only what is `wanted`.

        Return what it lacks still. A file is never written through: it may be one with a file of the site.
        """
        for name in dict.fromkeys((*self.stale, *self.lacking, *gone)):
            with suppress(FileNotFoundError):
                os.unlink(self.folder / name)
        kept = set(wanted)
        missing = set()
        for name in self.lacking:
            if name not in kept:
                continue
            target = self.folder / name
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                os.link(out / name, target)
            except OSError:
                missing.add(name)
        for name in sorted((*self.stale, *gone), reverse=True):
            _prune((self.folder / name).parent, self.folder)
        return missing

    @staticmethod
    def keep(home: Path, old: Path, stale: Iterable[str], lacking: Iterable[str]) -> None:
        """Keep the generation `old` as the spare in `home`; remove it where they lie on different disks."""
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = home / _FOLDER
        if old != folder:
            shutil.rmtree(folder, ignore_errors=True)
            try:
                os.rename(old, folder)
            except OSError:
                shutil.rmtree(old, ignore_errors=True)
                return
        note = json.dumps({"stale": sorted(stale), "lacking": sorted(lacking)})
        (home / _NOTE).write_text(note, "utf-8")


def _prune(folder: Path, root: Path) -> None:
    """Remove `folder` and those above it up to `root`, as far as they are empty."""
    while folder != root and folder.is_relative_to(root):
        try:
            os.rmdir(folder)
        except OSError:  # not empty, or gone already
            return
        folder = folder.parent
