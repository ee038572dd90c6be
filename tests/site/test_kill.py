"""A build that is killed, or that the disk fails, at any of its system calls: the site is the old one or the new one.

An independent driver strikes at the n-th call; `killing.py` holds the steps of a trial.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from outside import needs, program

STEPS = Path(__file__).with_name("killing.py")
THOROUGH = bool(os.environ.get("CI"))
CHANGES = (
    "write,rename,renameat2,link,unlink,mkdir,rmdir,chmod,fsync" if THOROUGH else "write,renameat2,unlink"
)
"""The calls that change what is on disk."""
POINTS = 15 if THOROUGH else 4


@pytest.fixture(scope="module")
def struck(checks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    needs(program("strace"), "strace")
    return checks / "kill_points.py"


@pytest.fixture(scope="module")
def base(struck: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a newsroom to be built: over a spare generation that is mended, or into a new one of second names."""
    folder = tmp_path_factory.mktemp("kill") / str(request.param)
    subprocess.run([sys.executable, STEPS, "make", folder], check=True)
    return folder


def strike(driver: Path, base: Path, mode: str, build: str, calls: str = CHANGES) -> tuple[int, str]:
    """Let the driver strike `build`; return its exit code and its account."""
    step = f"{sys.executable} {STEPS}"
    run = (
        f"if [ -e $W/begun ]; then {step} judge {base}; else : >$W/begun; fi; "
        f"{build} >{base}/told 2>&1; code=$?; echo $code >{base}/code; exit $code"
    )
    command = [sys.executable, str(driver), "--mode", mode, "--calls", calls, "--max", str(POINTS)]
    command += ["--setup", f"{step} reset {base}", "--run", run, "--verify", f"{step} verify {base}"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.returncode, done.stdout + done.stderr


def command(base: Path) -> str:
    return (
        f"{sys.executable} -m pressrelease build {base}/room --out {base}/out --cache {base}/cache --jobs 1"
    )


@pytest.mark.parametrize(
    ("base", "mode"),
    [("mended", "kill"), ("linked", "kill"), ("mended", "eio"), ("linked", "enospc")],
    indirect=["base"],
)
def test_a_build_that_is_struck_leaves_the_old_site_or_the_new_one(
    struck: Path, base: Path, mode: str
) -> None:
    """And says which; the next one makes the new one, and leaves nothing beside it."""
    code, told = strike(struck, base, mode, command(base))
    assert code == 0, told
    points, hit = map(int, re.findall(r"(\d+) points, (\d+) struck", told)[0])
    assert (points, hit > points // 2) == (POINTS, True), told


@pytest.mark.parametrize("base", ["linked"], indirect=True)
def test_the_driver_finds_a_build_that_writes_in_place(struck: Path, base: Path) -> None:
    code, told = strike(struck, base, "kill", f"{sys.executable} {STEPS} naive {base}", "write")
    assert (code, re.findall(r"torn (\d+)", told) > ["0"]) == (1, True), told
