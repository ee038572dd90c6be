"""What lies outside the repository and a test may need: where it is looked for, and how a test says it cannot run.

A test that is left out says why; `PRESSRELEASE_NO_SKIP=1` makes that a failure (see `conftest.py`).
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
"""The folder that holds `pressrelease/`, `templates/` and `tests/`."""


def place(variable: str, default: str) -> Path | None:
    """Return the path that the environment's `variable` names, else `default` below the checkout; None if absent."""
    path = Path(os.environ.get(variable) or CHECKOUT / default).resolve()
    return path if path.exists() else None


def program(*names: str, variable: str = "") -> Path | None:
    """Return the first program of `names` on the search path (or the one `variable` names), None without one."""
    wanted = (os.environ.get(variable, ""), *names) if variable else names
    found = next(filter(None, map(shutil.which, filter(None, wanted))), None)
    return Path(found) if found else None


def needs(found: Path | None, what: str) -> Path:
    """Return `found`; where it is None, leave the running test out because `what` is missing."""
    if found is None:
        pytest.skip(f"needs {what}")
    return found


@contextmanager
def ending(seconds: int = 60) -> Iterator[None]:
    """Fail the running test where the block has no end in sight: far beyond what a slow machine needs."""

    def stop(*_: object) -> None:
        pytest.fail(f"no end after {seconds} s: work that grows with the square of the input")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
