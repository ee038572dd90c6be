"""The same newsroom gives the same site, bytes and modes, whoever builds it, where, and in whatever surroundings."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import pressrelease as pr

ROOT = Path(__file__).parents[2]
AT = "2026-11-23T12:00Z"
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
SHUFFLED = """
import os, random
deal = random.Random(os.environ["SHUFFLE"])
listed, scanned = os.listdir, os.scandir

def listdir(*where):
    names = listed(*where)
    deal.shuffle(names)
    return names

class scandir:
    def __init__(self, *where):
        with scanned(*where) as found:
            self.entries = list(found)
        deal.shuffle(self.entries)
        self.left = iter(self.entries)
    def __iter__(self): return self.left
    def __next__(self): return next(self.left)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

os.listdir, os.scandir = listdir, scandir
"""


def site(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return mode and bytes of every file and folder of a site."""
    return {
        str(path.relative_to(folder)): (
            stat.S_IMODE(path.stat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (folder, *sorted(folder.rglob("*")))
    }


def built(tmp_path: Path, room: Path, name: str, *, umask: int = 0o022, **surroundings: str) -> Path:
    """Build with the command in a process of its own; return the site's folder."""
    out = tmp_path / name
    subprocess.run(
        [sys.executable, "-m", "pressrelease", "build", room, "--out", out, "--at", AT, "--jobs", "2"],
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / f"{name}-cache"), **surroundings},
        umask=umask,
        cwd=room,
        check=True,
        capture_output=True,
    )
    return out


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "sample_releases", tmp_path / "room"))


@pytest.mark.skipif(os.name != "posix", reason="modes and zones of POSIX")
def test_zone_language_hashes_umask_folder_and_order_of_files_change_nothing(
    room: Path, tmp_path: Path
) -> None:
    (tmp_path / "shuffled").mkdir()
    (tmp_path / "shuffled" / "sitecustomize.py").write_text(SHUFFLED)
    first = site(built(tmp_path, room, "one", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="0"))
    elsewhere = tmp_path / "a folder" / "of another name"
    elsewhere.mkdir(parents=True)
    for path in sorted(room.rglob("*"), reverse=True):
        if path.is_file():
            target = elsewhere / path.relative_to(room)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    other = built(
        tmp_path,
        elsewhere,
        "two",
        umask=0o077,
        TZ="Pacific/Kiritimati",
        LC_ALL="tr_TR.UTF-8",
        PYTHONHASHSEED="4711",
        PYTHONPATH=str(tmp_path / "shuffled"),
        SHUFFLE="7",
    )
    assert site(other) == first
    assert {mode for path, (mode, _) in first.items() if (other / path).is_dir()} == {0o755}
    assert {mode for path, (mode, _) in first.items() if (other / path).is_file()} == {0o644}


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_what_was_published_under_one_umask_is_mended_under_another(room: Path, tmp_path: Path) -> None:
    built(tmp_path, room, "one")
    for number, umask in enumerate((0o077, 0o002, 0o077)):
        with (room / "shore-power.md").open("a", encoding="utf-8") as source:
            source.write(f"\nMore {number}.\n")
        mended = built(tmp_path, room, "one", umask=umask)
    assert site(mended) == site(built(tmp_path, room, "clean"))


def test_a_memory_on_another_disk_keeps_no_spare_and_makes_the_same_site(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, rename = tmp_path / "cache", os.rename

    def across(source: str | Path, target: str | Path) -> None:
        if Path(target).is_relative_to(cache) != Path(source).is_relative_to(cache):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(source))
        rename(source, target)

    monkeypatch.setattr(os, "rename", across)
    for number in range(3):
        with (room / "shore-power.md").open("a", encoding="utf-8") as source:
            source.write(f"\nMore {number}.\n")
        pr.build(pr.Newsroom.load(room), tmp_path / "out", now=NOW, cache=cache)
    pr.build(pr.Newsroom.load(room), tmp_path / "clean", now=NOW)
    assert site(tmp_path / "out") == site(tmp_path / "clean")
    assert sorted(p.name for p in cache.iterdir()) == ["CACHEDIR.TAG", "site.json"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cache", "clean", "out", "room"]
