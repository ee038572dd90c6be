"""Progress: a line on a terminal once something takes over a second, and nothing anywhere else."""

from __future__ import annotations

import io

import pytest

from pressrelease.cli import progress as module
from pressrelease.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the time, in seconds, as a list of one that a test sets."""
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return now


def shown(monkeypatch: pytest.MonkeyPatch, clock: list[float], stream: io.StringIO, seconds: float) -> str:
    """Return what a work of 40 steps of so many seconds shows."""
    monkeypatch.setattr("sys.stderr", stream)
    with Progress() as progress:
        for step in range(1, 41):
            clock[0] += seconds
            progress("writing", step, 40)
    return stream.getvalue()


def test_what_takes_less_than_a_second_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    assert shown(monkeypatch, clock, Terminal(), 0.02) == ""


def test_what_takes_longer_counts_says_what_is_left_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    lines = shown(monkeypatch, clock, Terminal(), 0.5).split("\r\x1b[K")
    assert lines[1] == "writing 2 of 40 ▌░░░░░░░░░ 10 s left"
    assert lines[-2:] == ["writing 40 of 40 ██████████ 0 s left", ""]


def test_the_line_changes_ten_times_a_second_at_most(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    assert shown(monkeypatch, clock, Terminal(), 0.03).count("writing") <= 3


def test_a_pipe_a_dumb_terminal_and_who_wants_no_colour_get_nothing(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    assert shown(monkeypatch, clock, io.StringIO(), 0.5) == ""
    monkeypatch.setenv("TERM", "dumb")
    assert shown(monkeypatch, clock, Terminal(), 0.5) == ""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown(monkeypatch, clock, Terminal(), 0.5) == ""


def test_the_line_is_no_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    lines = shown(monkeypatch, clock, Terminal(), 0.5).split("\r\x1b[K")
    assert max(map(len, lines)) == 19
