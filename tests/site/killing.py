"""A build to be killed: `python killing.py make|reset|judge|naive|verify FOLDER`, the steps of one trial.

FOLDER holds a newsroom that changed since the last build into `out`; `kept` beside it is a copy of how it began, with
digests of the old site and of the new one. The states that a build may leave are those two.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

HOUSE = 'title = "A"\nbase_url = "https://a.example.org/"\ntime_zone = "UTC"\n[publisher]\nname = "A"\n'
HOUSE += '[site]\nformats = ["markdown"]\noutputs = ["pages", "renditions", "feeds", "topics", "sitemap"]\n'


def write(room: Path, number: int, words: str) -> None:
    (room / f"news-{number}.md").write_text(
        f"---\nheadline: News {number}\npublished: 2026-01-0{number}T09:00Z\nkeywords: [t{number % 2}]\n---\n\n{words}\n"
    )


def made(room: Path, out: Path, cache: Path | None) -> None:
    """Build as the command does, note included."""
    import pressrelease as pr  # noqa: PLC0415 - the steps around a trial are many, and need none of it
    from pressrelease.cli.standing import Sight, Told  # noqa: PLC0415
    from pressrelease.newsroom import utc_now  # noqa: PLC0415

    now = utc_now()
    sight = Sight(room, out, now)
    report = pr.build(pr.Newsroom.load(room), out, now=now, cache=cache)
    if cache is not None:
        sight.note(cache, report.next_change, report.stands, Told([], [], "{}"))


def make(base: Path) -> None:
    """Make a newsroom whose next build changes, adds and removes releases; with a spare generation to be mended."""
    room, out, cache = base / "room", base / "out", base / "cache"
    room.mkdir(parents=True)
    (room / "newsroom.toml").write_text(HOUSE)
    for number in range(1, 6):
        write(room, number, "One.")
    made(room, out, cache)
    for number in (2, 3):
        write(room, number, "Two.")
        made(room, out, cache)
    write(room, 3, "Three.")
    write(room, 6, "Six.")
    (room / "news-1.md").unlink()
    made(room, base / "clean", None)
    sites = {"old": digest(out), "new": digest(base / "clean")}
    shutil.rmtree(base / "clean")
    if "linked" in base.name:
        # A build without a spare gives every file that did not change a second name.
        shutil.rmtree(cache / "spare")
        (cache / "spare.json").unlink()
    (base / "sites.json").write_text(json.dumps(sites))
    shutil.copytree(base, kept(base), symlinks=True)
    reset(base)


def kept(base: Path) -> Path:
    return base.with_name(f"{base.name}-kept")


def reset(base: Path) -> None:
    """Put everything back as it was, hard links between the site and its spare too."""
    shutil.rmtree(base, ignore_errors=True)
    done: dict[int, str] = {}

    def copy(source: str, target: str) -> None:
        inode = os.stat(source).st_ino
        if inode in done:
            os.link(done[inode], target)
        else:
            shutil.copy2(source, target)
            done[inode] = target

    shutil.copytree(kept(base), base, copy_function=copy)


def digest(site: Path) -> str:
    """Return the digest of a site's files: paths, modes and bytes."""
    seen = hashlib.sha256()
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        seen.update(f"{path.relative_to(site)}\0{path.stat().st_mode:o}\0".encode() + path.read_bytes())
    return seen.hexdigest()


def judge(base: Path) -> None:
    """Note in `faults` what is wrong after a build was struck, and let a minute pass for what it left."""
    sites, now = json.loads((base / "sites.json").read_text()), digest(base / "out")
    code, told = (base / "code").read_text() if (base / "code").exists() else "", base / "told"
    words = told.read_text(errors="replace") if told.exists() else ""
    faults = []
    if now not in sites.values():
        faults.append("torn")
    if code.strip() == "0" and now != sites["new"]:
        faults.append("said done, was not")
    if "nothing was built" in words and now != sites["old"]:
        faults.append("said not done, was")
    if faults:
        (base / "faults").write_text("; ".join(faults))
    # The next command looks itself, and does not take this one's word for it.
    (base / "cache" / "standing.json").unlink(missing_ok=True)
    for left in (*base.glob(".out.*"), *(base / "cache").glob(".*")):
        os.utime(left, (0, 0))


def naive(base: Path) -> None:
    """Build as one should not: into the folder that readers see."""
    with tempfile.TemporaryDirectory() as beside:
        fresh = Path(beside, "out")
        made(base / "room", fresh, None)
        shutil.rmtree(base / "out")
        for path in sorted(p for p in fresh.rglob("*") if p.is_file()):
            target = base / "out" / path.relative_to(fresh)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def verify(base: Path) -> int:
    """Print what is lost, left over and torn after the restart."""
    new = json.loads((base / "sites.json").read_text())["new"]
    lost = int(digest(base / "out") != new)
    beside = {p.name for p in base.iterdir()} - {
        "room",
        "out",
        "cache",
        "sites.json",
        "code",
        "told",
        "faults",
    }
    remembered = {p.name for p in (base / "cache").iterdir()} - {
        "site.json",
        "standing.json",
        "spare.json",
        "spare",
        "CACHEDIR.TAG",
    }
    torn = int((base / "faults").exists())
    sys.stdout.write(f"lost={lost} duplicate={len(beside | remembered)} torn={torn}\n")
    if torn or beside or remembered:
        faults = (base / "faults").read_text() if torn else ""
        sys.stdout.write(f"{faults} {sorted(beside | remembered)}\n")
    return int(bool(lost or torn or beside or remembered))


if __name__ == "__main__":
    step, folder = sys.argv[1:]
    sys.exit(
        {"make": make, "reset": reset, "judge": judge, "naive": naive, "verify": verify}[step](Path(folder))
    )
