"""The account of what a run left out, tried on small suites of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SUITE = """
import pytest

def test_runs():
    assert True

@pytest.mark.parametrize("n", [1, 2])
def test_cannot_run_here(n):
    pytest.skip("needs a moon")

@pytest.mark.xfail(reason="known")
def test_is_known_to_fail():
    assert False
"""


@pytest.fixture
def run(tmp_path):
    """Run SUITE under this folder's conftest, with an environment; return its exit status and lines."""
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_suite.py").write_text(SUITE)
    for name in ("conftest.py", "outside.py"):
        shutil.copy(HERE / name, tmp_path)

    def run(**environment):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "PRESSRELEASE"))}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
        done = subprocess.run(command, cwd=tmp_path, env=kept | environment, capture_output=True, text=True)
        return done.returncode, done.stdout.splitlines()

    return run


def test_a_run_says_how_many_tests_it_left_out_and_why(run):
    """Skips are counted by their reason; an expected failure is none."""
    status, lines = run()
    assert status == 0
    assert lines[lines.index("left out: 2 tests") + 1] == "     2  needs a moon"
    assert lines[-1].startswith("1 passed, 2 skipped, 1 xfailed in ")


def test_a_skip_fails_where_none_is_allowed(run):
    """PRESSRELEASE_NO_SKIP=1 makes each skip a failure that names its reason."""
    status, lines = run(PRESSRELEASE_NO_SKIP="1")
    assert status == 1
    assert "left out, and PRESSRELEASE_NO_SKIP allows no test to be: needs a moon" in lines
    assert lines[-1].startswith("2 failed, 1 passed, 1 xfailed in ")
