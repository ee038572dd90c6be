"""What stands of a site: the files of the last build that are as it made them, and what else is there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from pressrelease.files import SITE_MARK
from pressrelease.site.disk import folder_at, link
from pressrelease.site.memory import Kept


class Stands:
    """The files of the last build that still stand in `out` as they were made, and what else is there."""

    def __init__(self, out: Path, outputs: Mapping[str, Kept]) -> None:
        self._out = out
        self._outputs = outputs
        self._mark = _mark(out)
        self._there = dict(_files_in(str(out), "")) if outputs else {}
        known = {name for kept in outputs.values() for name, _, _ in kept.files}
        self.strangers = self._there.keys() - known - {SITE_MARK}
        """Files that no build made: they are no part of the next generation."""

    def seen_in(self, folder: Path) -> bool:
        """Return whether the generation in `folder` is the one that was looked at, and all of it is accounted for."""
        return bool(self._outputs) and self._mark is not None and _mark(folder) == self._mark

    def as_kept(self, path: str, key: str) -> Kept | None:
        """Return what is kept of the output at `path`, if it was made with `key` and its files are as they were."""
        kept = self._outputs.get(path)
        if kept is None or kept.key != key or any(self._there.get(n) != (s, c) for n, s, c in kept.files):
            return None
        return kept

    def gone(self, kept: Mapping[str, Kept]) -> set[str]:
        """Return the files of the last build that belong to no output that is `kept`."""
        return {n for path, value in self._outputs.items() if path not in kept for n, _, _ in value.files}

    def holds_only(self, kept: Mapping[str, Kept]) -> bool:
        """Return whether the site at `out` is made of `kept` and nothing else."""
        return kept.keys() == self._outputs.keys() and not self.strangers and SITE_MARK in self._there

    def link(self, kept: Mapping[str, Kept], fresh: Path) -> set[str]:
        """Put the files of `kept` into `fresh` too; return those that somebody changed meanwhile."""
        files = [file for value in kept.values() for file in value.files]
        for folder in sorted({os.path.dirname(name) for name, _, _ in files}):
            folder_at(fresh / folder, fresh)
        return {name for name, *state in files if not link(self._out / name, fresh / name, *state)}


def _mark(folder: Path) -> tuple[int, int] | None:
    """Return what tells a generation from every other: each has a mark of its own."""
    try:
        state = os.stat(folder / SITE_MARK)
    except OSError:
        return None
    return state.st_ino, state.st_mtime_ns


def _files_in(folder: str, prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each file below `folder` by its path there, with size and time of change (ns)."""
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    yield from _files_in(entry.path, f"{prefix}{entry.name}/")
                else:
                    state = entry.stat(follow_symlinks=False)
                    yield prefix + entry.name, (state.st_size, state.st_mtime_ns)
    except FileNotFoundError:  # no site yet, or gone while it was read
        return
