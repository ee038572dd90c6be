"""What a person at a terminal sees: folded to its width, colour only where wanted, the next step last."""

from __future__ import annotations

import os
import re
import struct
import sys
from pathlib import Path

import pytest

fcntl, pty, termios = (pytest.importorskip(name) for name in ("fcntl", "pty", "termios"))

SAMPLES = Path(__file__).parents[2] / "sample_releases"
HARBOUR = str(SAMPLES / "harbour-opening.md")
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def seen(columns: int, *args: str, **surroundings: str) -> str:
    """Return all that `pressrelease ARGS` prints, results and talk alike, on a terminal of so many columns."""
    command = [sys.executable, "-m", "pressrelease", *args]
    usual = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR")}
    around = {**usual, "TERM": "xterm", "PYTHONPATH": str(SAMPLES.parent), **surroundings}
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child becomes the command
        os.execve(command[0], command, around)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    pieces = []
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux's word for: the other end is closed
            break
        if not piece:
            break
        pieces.append(piece)
    os.waitpid(pid, 0)
    os.close(terminal)
    return b"".join(pieces).decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    "args",
    [
        ("formats",),
        ("formats", "plain"),
        ("formats", "--of", HARBOUR),
        ("formats", "rss", "--of", HARBOUR),
        ("check", str(SAMPLES / "missing-containers.txt"), "--at", "2026-11-25T12:00Z"),
        ("render", HARBOUR, "--to", "plain", "--out", os.devnull),
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_terminal(args: tuple[str, ...]) -> None:
    lines = ANSI.sub("", seen(60, *args)).splitlines()
    # A path that a click opens stays in one piece.
    assert [line for line in lines if len(line) > 60 and str(SAMPLES) not in line] == []


def test_colour_marks_what_is_lost_and_never_alone() -> None:
    assert "\x1b[33mnot carried\x1b[0m: summary" in seen(
        80, "render", HARBOUR, "--to", "plain", "--out", os.devnull
    )


@pytest.mark.parametrize("surroundings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
@pytest.mark.parametrize(
    "args", [("render", HARBOUR, "--to", "plain", "--out", os.devnull), ("render", HARBOUR, "--to", "x")]
)
def test_who_wants_no_colour_gets_none(args: tuple[str, ...], surroundings: dict[str, str]) -> None:
    assert "\x1b" not in seen(80, *args, **surroundings)


def test_a_table_too_wide_counts_what_it_leaves_out() -> None:
    row = next(line for line in seen(60, "formats", "--of", HARBOUR).splitlines() if line.startswith("plain"))
    assert row.split()[4:] == ["summary,", "publisher", "+6"]


def test_the_last_line_says_what_to_do_next() -> None:
    assert seen(400, "formats", "--of", HARBOUR).splitlines()[-1] == (
        f"`pressrelease formats NAME --of {HARBOUR}` tells why"
    )
