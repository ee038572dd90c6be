"""Publishing whole: a new generation beside the old one, then one exchange of the two folders."""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pressrelease.errors import Problem, shown
from pressrelease.files import SITE_MARK, FileProblem
from pressrelease.findings import Where
from pressrelease.site.memory import Kept, Stat

if sys.platform != "win32":
    import fcntl


@contextmanager
def generation(
    out: Path, spare: Path | None = None, replaced: Callable[[Path], None] | None = None
) -> Iterator[Path]:
    """Give a folder to fill, or `spare` to mend; when the block ends well it takes the place of `out`.

    What stood there is then where the folder was: `replaced` may take it away, else it is removed. Raises FileProblem
    where `out` is no site of ours, or a file cannot be written; the old site stays as it is.
    """
    _refuse_foreign(out)
    fresh = ""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(out)
        fresh = str(spare or tempfile.mkdtemp(prefix=f".{out.name}.new-", dir=out.parent))
        with _held(Path(fresh)):
            os.chmod(fresh, 0o755)
            yield Path(fresh)
            (Path(fresh) / SITE_MARK).write_bytes(b"")
            _exchange(Path(fresh), out)
            if replaced is not None and Path(fresh).is_dir():
                replaced(Path(fresh))
                fresh = ""
    except OSError as error:
        reason = error.strerror or str(error)
        advice = "make room on the disk" if error.errno == errno.ENOSPC else "check path and permissions"
        place = Where(str(error.filename or out))
        raise FileProblem(
            Problem(
                f"the site cannot be written ({reason})", place, advice=f"{advice}; the old site is untouched"
            )
        ) from None
    finally:
        if fresh:
            shutil.rmtree(fresh, ignore_errors=True)


_MINUTE = 60


def _remove_abandoned(out: Path) -> None:
    """Remove what builds that were killed left beside `out`: no process holds such a folder any more."""
    for left in out.parent.glob(f".{glob.escape(out.name)}.new-*"):
        try:
            # A folder made just now may belong to a build that has not locked it yet.
            if left.is_symlink() or time.time() - left.stat().st_mtime < _MINUTE:
                continue
            with _held(left) as ours:
                if ours:
                    shutil.rmtree(left, ignore_errors=True)
        except OSError:
            continue  # gone meanwhile


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    """Hold `folder` for this process, and tell whether that was possible; a killed one's are let go by the kernel."""
    if sys.platform == "win32":
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _locks(handle)
    finally:
        os.close(handle)


def _locks(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # another build holds it, or the file system knows no locks
        return False
    return True


class Stands:
    """The files of the last build that still stand in `out` as they were made, and what else is there."""

    def __init__(self, out: Path, outputs: Mapping[str, Kept]) -> None:
        self._out = out
        self._outputs = outputs
        self._there = dict(_files_in(str(out), "")) if outputs else {}
        known = {name for kept in outputs.values() for name, _, _ in kept.files}
        self.strangers = self._there.keys() - known - {SITE_MARK}
        """Files that no build made: they are no part of the next generation."""

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
        folders = {os.path.dirname(name) for value in kept.values() for name, _, _ in value.files}
        for folder in sorted(folders):
            (fresh / folder).mkdir(parents=True, exist_ok=True)
        return {file[0] for value in kept.values() for file in value.files if not self._link(file, fresh)}

    def _link(self, file: Stat, fresh: Path) -> bool:
        name, size, changed = file
        source, target = os.path.join(self._out, name), os.path.join(fresh, name)
        try:
            os.link(source, target)
        except FileNotFoundError:
            return False
        except OSError:  # a file system without hard links, or with no room for one more
            shutil.copy2(source, target)
        state = os.stat(target)
        if (state.st_size, state.st_mtime_ns) == (size, changed):
            return True
        os.unlink(target)
        return False


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


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise FileProblem(Problem("not a folder", Where(str(out)), advice="name a folder for the site"))
    if out.is_dir() and any(out.iterdir()) and not (out / SITE_MARK).exists():
        raise FileProblem(
            Problem(
                "a folder that this program did not make",
                Where(str(out)),
                shown(sorted(os.listdir(out))[0]),
                "a new or empty folder, or an earlier build",
                "a build replaces the whole folder: name another one, or empty this one first",
            )
        )


def _exchange(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out` in one step where the kernel can, else in two renames."""
    if not out.exists():
        os.rename(fresh, out)
        return
    if _exchanged_by_kernel(fresh, out):
        return
    # Between these two renames there is no site; only systems without an exchange come here.
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}.old-", dir=out.parent))
    os.rename(out, aside / out.name)
    try:
        os.rename(fresh, out)
    except OSError:
        os.rename(aside / out.name, out)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _exchanged_by_kernel(fresh: Path, out: Path) -> bool:
    """Exchange two folders by renameat2(2) with RENAME_EXCHANGE (Linux 3.15); return whether that was possible."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    at_cwd, exchange = -100, 2
    done: bool = library.renameat2(at_cwd, os.fsencode(fresh), at_cwd, os.fsencode(out), exchange) == 0
    if not done and ctypes.get_errno() not in (errno.ENOSYS, errno.EINVAL):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(out))
    return done
