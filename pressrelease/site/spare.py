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
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pressrelease.files import SITE_MARK
from pressrelease.site.disk import folder_at, link, prune, remove
from pressrelease.site.memory import Kept

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
    def taken(cls, home: Path, near: Path) -> Spare | None:
        """Return the spare in `home`, its note taken away; None where there is none that can be trusted.

        It must lie on the disk of the folder `near`, else it could not be exchanged.
        """
        note = home / _NOTE
        try:
            told = json.loads(note.read_bytes())
            note.unlink()
            spare = cls(home, list(told["stale"]), list(told["lacking"]))
            if os.stat(spare.folder).st_dev == os.stat(near).st_dev:
                return spare
        except (OSError, ValueError, KeyError, TypeError):
            pass  # none yet, or not all of it
        cls.discard(home)
        return None

    @staticmethod
    def discard(home: Path) -> None:
        """Remove the spare in `home`, if there is one."""
        with suppress(OSError):
            (home / _NOTE).unlink()
        remove(home / _FOLDER)

    def mend(self, gone: Iterable[str], out: Path, wanted: Mapping[str, Kept]) -> set[str]:
        """Make the spare what the site at `out` is, without the files `gone`; of what it lacks only what is `wanted`.

        Return what it lacks still. A file is never written through: it may be one with a file of the site.
        """
        # The mark goes first: who still reads this generation through a handle sees that it is one no more.
        for name in dict.fromkeys((SITE_MARK, *self.stale, *self.lacking, *gone)):
            with suppress(FileNotFoundError):
                os.unlink(self.folder / name)
        states = {name: state for kept in wanted.values() for name, *state in kept.files}
        missing = set()
        for name in self.lacking:
            if name in states:
                target = self.folder / name
                folder_at(target.parent, self.folder)
                if not link(out / name, target, *states[name]):
                    missing.add(name)
        for name in sorted((*self.stale, *gone), reverse=True):
            prune((self.folder / name).parent, self.folder)
        return missing

    @classmethod
    def keep(cls, home: Path, old: Path, stale: Iterable[str], lacking: Iterable[str]) -> None:
        """Keep the generation `old` as the spare in `home`; remove it where that cannot be.

        The site is published by now: whatever goes wrong here costs the next build time, nothing else.
        """
        folder = home / _FOLDER
        try:
            if old != folder:
                remove(folder)
                os.rename(old, folder)  # fails where they lie on different disks
            note = json.dumps({"stale": sorted(stale), "lacking": sorted(lacking)})
            (home / _NOTE).write_text(note, "utf-8")
        except OSError:
            cls.discard(home)
            remove(old)
