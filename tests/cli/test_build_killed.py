"""A build that is killed while its workers are at it: they end too, and whoever builds next need not wait for them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only where a process can be killed")


def test_the_workers_of_a_killed_build_let_its_memory_go(tmp_path: Path) -> None:
    room, cache = tmp_path / "room", tmp_path / "cache"
    room.mkdir()
    (room / "newsroom.toml").write_text(
        'title = "A"\nbase_url = "https://a.example.org/"\n[publisher]\nname = "A"\n'
    )
    for number in range(150):
        (room / f"news-{number}.md").write_text(
            f"---\nheadline: News {number}\npublished: 2026-01-01T00:00Z\n---\n\nText.\n"
        )
    command = [sys.executable, "-m", "pressrelease", "build", str(room), "--jobs", "2"]
    command += ["--out", str(tmp_path / "out"), "--cache", str(cache)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as killed:
        while not list((cache / "spool").glob("*")):
            assert killed.poll() is None, "it is over, and no worker was seen"
            time.sleep(0.01)
        killed.send_signal(signal.SIGKILL)
    again = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert (again.returncode, again.stderr.decode()) == (0, "")
    assert (tmp_path / "out" / "news-149" / "index.html").is_file()
    assert not (cache / "spool").exists()
