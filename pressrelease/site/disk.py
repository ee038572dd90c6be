"""A site's files as they lie on disk: never written through, readable by whatever serves them."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from pressrelease.clock import utc_now
from pressrelease.files import SITE_MARK

FILE, FOLDER = 0o644, 0o755
"""Modes of a site's files and folders, whatever the umask of who builds: a web server is another user."""


def put(target: Path, body: bytes, root: Path) -> tuple[int, int]:
    """Write `body` to `target` below `root`, as a file of its own; return its size and time of change (ns).

    What is there may have a second name in the site that readers see: it is taken away, never written to.
    """
    try:
        _write(target, body)
    except FileNotFoundError:
        folder_at(target.parent, root)
        _write(target, body)
    except FileExistsError:
        target.unlink()
        _write(target, body)
    state = os.stat(target)
    if os.name == "posix" and stat.S_IMODE(state.st_mode) != FILE:
        os.chmod(target, FILE)
    return state.st_size, state.st_mtime_ns


def _write(target: Path, body: bytes) -> None:
    with target.open("xb") as out:
        out.write(body)


def folder_at(folder: Path, root: Path) -> None:
    """Make `folder` and what it lies in below `root`, where they are missing."""
    if folder == root or folder.is_dir():
        return
    folder_at(folder.parent, root)
    with suppress(FileExistsError):  # another worker made it
        folder.mkdir()
    os.chmod(folder, FOLDER)


def link(source: Path, target: Path, size: int, changed: int) -> bool:
    """Give the file `source` the second name `target`; return whether it is still of that size and time of change."""
    try:
        try:
            os.link(source, target)
        except OSError:  # a file system without hard links, or with no room for one more
            shutil.copy2(source, target)
    except FileNotFoundError:
        return False
    state = os.stat(target)
    if (state.st_size, state.st_mtime_ns) == (size, changed):
        return True
    os.unlink(target)
    return False


def young(left: Path) -> bool:
    """Return whether `left` was changed within the last minute: whoever made it may be at it still."""
    return utc_now().timestamp() - left.stat().st_mtime < _MINUTE


_MINUTE = 60


def let_go(lock: int) -> None:
    """Close the handle of a locked folder: nothing was written by it, and it is closed whatever the disk says."""
    with suppress(OSError):
        os.close(lock)


def remove(generation: Path) -> None:
    """Remove a generation, its mark first: who still reads it through a handle sees that it is one no more."""
    with suppress(OSError):
        (generation / SITE_MARK).unlink()
    shutil.rmtree(generation, ignore_errors=True)


def prune(folder: Path, root: Path) -> None:
    """Remove `folder` and those above it up to `root`, as far as they are empty."""
    while folder != root and folder.is_relative_to(root):
        try:
            os.rmdir(folder)
        except OSError:  # not empty, or gone already
            return
        folder = folder.parent
