"""A site that is built again and again while it is read: no file is ever missing, empty, half or older than before."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from states import snapshot, tree

import pressrelease as pr

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only where the kernel can exchange folders")
NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
BUILDS = 200 if os.environ.get("CI") else 40
ENDS = {
    "index.html": b"</html>",
    "feed.xml": b"</rss>",
    "sitemap.xml": b"</urlset>",
    "count/index.html": b"</html>",
}
HOUSE = 'title = "A"\nbase_url = "https://a.example.org/"\ntime_zone = "UTC"\n[publisher]\nname = "A"\n'
HOUSE += '[site]\nformats = []\noutputs = ["pages", "feeds", "sitemap"]\n'


def counted(room: Path, number: int) -> None:
    """Write the one release: each file that is polled shows `number` as a moment."""
    moment = (dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=number)).isoformat()
    (room / "count.md").write_text(f"---\nheadline: At {moment}\npublished: {moment}\n---\n\nAt {moment}.\n")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "room"
    folder.mkdir()
    (folder / "newsroom.toml").write_text(HOUSE)
    counted(folder, 0)
    pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW, cache=tmp_path / "cache")
    return folder


def during_builds(room: Path, look: Callable[[], None], cache: Path | None) -> int:
    """Build anew, again and again, while another thread looks; return how often it looked."""
    over = Event()

    def looking() -> int:
        times = 0
        while not over.is_set():
            look()
            times += 1
        return times

    with ThreadPoolExecutor(1) as pool:
        looked = pool.submit(looking)
        try:
            for number in range(1, BUILDS + 1):
                counted(room, number)
                pr.build(pr.Newsroom.load(room), room.parent / "out", now=NOW, cache=cache)
                if looked.done():
                    break
        finally:
            over.set()
        return looked.result()


def shown(body: bytes) -> bytes:
    """Return the latest moment that a file shows, of those that count."""
    return max(re.findall(rb"2026-01-01T00:0\d:\d\d", body), default=b"")


@pytest.mark.parametrize("remembered", [True, False])
def test_a_reader_of_paths_sees_each_file_whole_and_never_an_older_one(
    room: Path, tmp_path: Path, remembered: bool
) -> None:
    latest: dict[str, bytes] = {}

    def look() -> None:
        for path, end in ENDS.items():
            body = (tmp_path / "out" / path).read_bytes()
            assert body.rstrip().endswith(end), path
            if path != "feed.xml":  # its dates are of another shape
                assert shown(body) >= latest.get(path, b""), path
                latest[path] = shown(body)

    assert during_builds(room, look, tmp_path / "cache" if remembered else None) > BUILDS
    look()
    assert set(latest.values()) == {shown(tree(tmp_path / "out")["index.html"])}


def test_a_reader_who_compares_the_mark_gets_files_of_one_generation(room: Path, tmp_path: Path) -> None:
    """Two files read one after the other may come from two generations; the mark tells."""
    seen: list[bytes] = []

    def look() -> None:
        site = snapshot(tmp_path / "out")
        if site is not None:
            (moment,) = {shown(site[path]) for path in ENDS if path != "feed.xml"}
            assert site["feed.xml"].count(b"At " + moment) == site["feed.xml"].count(b"At 2026")
            seen.append(moment)

    during_builds(room, look, tmp_path / "cache")
    assert len(set(seen)) > BUILDS // 10


# --- two at once ----------------------------------------------------------------------------------------------------

AGAIN = """
import datetime as dt, pathlib, sys
import pressrelease as pr
room, out, cache, times = sys.argv[1:]
house = pr.Newsroom.load(room)
now = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
for number in range(int(times)):
    word = f"{pathlib.Path(room).name} {number % 2}"
    pathlib.Path(room, f"news-{number % 3}.md").write_text(f"---\\nheadline: News\\n---\\n\\n{word}.\\n")
    pr.build(house, out, now=now, cache=cache)
"""


def clean_sites(room: Path, tmp_path: Path) -> list[dict[str, bytes]]:
    """Return what clean builds of `room` make in each state in which AGAIN builds it."""
    sites = []
    for number in range(6 + 3):
        word = f"{room.name} {number % 2}"
        (room / f"news-{number % 3}.md").write_text(f"---\nheadline: News\n---\n\n{word}.\n")
        pr.build(pr.Newsroom.load(room), tmp_path / "clean", now=NOW)
        sites.append(tree(tmp_path / "clean"))
    return sites


@pytest.mark.parametrize("caches", [("cache", "cache"), ("one", "two")], ids=["one memory", "two memories"])
def test_two_processes_that_build_into_one_folder_never_mix(tmp_path: Path, caches: tuple[str, str]) -> None:
    rooms = [tmp_path / "left", tmp_path / "right"]
    allowed = []
    for room in rooms:
        room.mkdir()
        (room / "newsroom.toml").write_text(HOUSE)
        for number in range(3):
            (room / f"news-{number}.md").write_text(f"---\nheadline: News\n---\n\n{room.name} {number}.\n")
        allowed += clean_sites(room, tmp_path)
    out, seen = tmp_path / "out", 0
    pr.build(pr.Newsroom.load(rooms[0]), out, now=NOW)
    builders = [
        subprocess.Popen([sys.executable, "-c", AGAIN, room, out, tmp_path / cache, str(BUILDS // 2)])
        for room, cache in zip(rooms, caches, strict=True)
    ]
    while any(builder.poll() is None for builder in builders):
        site = snapshot(out)
        if site is not None:
            assert site in allowed
            seen += 1
    assert [builder.wait() for builder in builders] == [0, 0]
    assert tree(out) in allowed
    assert seen > BUILDS // 10
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []
