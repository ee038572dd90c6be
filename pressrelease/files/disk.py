"""Files on disk: read and written whole, and what can go wrong told with what helps."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import IO

from pressrelease.errors import PressReleaseError, Problem
from pressrelease.findings import Where

PRIVATE = 0o600
"""The mode of a file that is its owner's alone."""


class FileProblem(PressReleaseError):
    """A path that cannot be read or written, or releases beside each other that contradict."""


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


def write_whole(path: Path, body: bytes, *, mode: int | None = None) -> None:
    """Write `body` to `path` by way of a file beside it: it appears whole or not at all. Raises FileProblem.

    Its `mode` is the one given, else the one it had, else what the umask allows.
    """
    with whole(path, mode=mode) as out:
        out.write(body)


@contextmanager
def whole(path: Path, *, mode: int | None = None) -> Iterator[IO[bytes]]:
    """Open `path` to be written by way of a file beside it: it appears when the block ends well, else not at all.

    A link is followed and a file keeps its mode; a device or pipe is written to, never replaced. Raises FileProblem.
    """
    temporary = ""
    try:
        target = path.resolve()
        had = _mode(target)
        if had is not None and not stat.S_ISREG(had):
            with target.open("wb") as out:
                yield out
            return
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if mode is None:
            mode = 0o666 & ~_umask() if had is None else stat.S_IMODE(had)
        os.chmod(temporary, mode)
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
