"""What a site is at one moment, for whoever reads it while it is built."""

from __future__ import annotations

import os
from pathlib import Path

from pressrelease.files import SITE_MARK

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Return every file of a site at rest."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def snapshot(out: Path) -> Tree | None:
    """Return every file of one generation, read through one handle; None where it was replaced meanwhile.

    As the documentation tells readers: the mark of a generation is the same before and after.
    """
    handle = os.open(out, os.O_RDONLY)
    try:
        before = _mark(handle)
        read: Tree = {}
        for folder, _, names, at in os.fwalk(dir_fd=handle, onerror=_gone):
            for name in names:
                with open(os.open(name, os.O_RDONLY, dir_fd=at), "rb") as file:
                    read[os.path.normpath(os.path.join(folder, name))] = file.read()
        return read if _mark(handle) == before else None
    except FileNotFoundError:
        return None
    finally:
        os.close(handle)


def _gone(error: OSError) -> None:
    raise error


def _mark(handle: int) -> tuple[int, int]:
    state = os.stat(SITE_MARK, dir_fd=handle)
    return state.st_ino, state.st_mtime_ns
