"""Publishing whole: a new generation beside the old one, then one exchange of the two folders."""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pressrelease.errors import Problem, shown
from pressrelease.files import SITE_MARK, FileProblem
from pressrelease.findings import Where
from pressrelease.site.disk import FOLDER, let_go, put, remove, young

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
        fresh = str(spare or tempfile.mkdtemp(prefix=f".{out.name}.new-", dir=out.parent))
        with _held(Path(fresh)):
            os.chmod(fresh, FOLDER)
            yield Path(fresh)
            put(Path(fresh) / SITE_MARK, b"", Path(fresh))
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
            remove(Path(fresh))


def heal(out: Path) -> None:
    """Remove what builds that were killed left beside `out`: no process holds such a folder any more.

    A site that one of them had just put aside is put back.
    """
    name = glob.escape(out.name)
    for left in (*out.parent.glob(f".{name}.old-*"), *out.parent.glob(f".{name}.new-*")):
        try:
            # A folder made just now may belong to a build that has not locked it yet.
            if left.is_symlink() or young(left):
                continue
            with _held(left) as ours:
                if not ours:
                    continue
                if not out.exists() and (left / out.name).exists():
                    os.rename(left / out.name, out)
                remove(left)
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
        let_go(handle)


def _locks(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # another build holds it, or the file system knows no locks
        return False
    return True


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
    try:
        os.rename(fresh, out)  # where there is nothing yet, or an empty folder
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
    else:
        return
    if _exchanged_by_kernel(fresh, out):
        return
    # Between these two renames there is no site; only systems without an exchange come here.
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}.old-", dir=out.parent))
    with _held(aside):
        os.rename(out, aside / out.name)
        try:
            os.rename(fresh, out)
        except OSError:
            os.rename(aside / out.name, out)
            raise
        finally:
            remove(aside / out.name)
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
