"""A line that counts and says how long it will still take: on a terminal, once something takes over a second."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from pressrelease.cli.errors import colour

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is shown."""
EVERY = 0.1
"""Seconds between two changes of the line."""


class Progress:
    """Show how far a work is. Call it with what is done, how much of it, and of how much (0: unknown).

    Nothing is shown where standard error is no terminal, or a dumb one: a screen reader would read every step.
    """

    def __init__(self, *, silent: bool = False) -> None:
        self.stream: TextIO = sys.stderr
        self.silent = silent or not self.stream.isatty() or colour() is False
        self.what = ""
        self.begun = self.shown = time.monotonic()
        self.drawn = False

    def __call__(self, what: str, done: int, of: int = 0) -> None:
        """Say that `done` of `of` is done of `what`."""
        now = time.monotonic()
        if self.silent or now - self.shown < (EVERY if self.drawn else 0):
            return
        if what != self.what:
            self.what, self.begun = what, now
        if not self.drawn and now - self.shown < PATIENCE:
            return
        self.shown, self.drawn = now, True
        line = _line(what, done, of, now - self.begun)
        self.stream.write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")
        self.stream.flush()

    def each(self, what: str, items: Iterable[T]) -> Iterator[T]:
        """Yield `items`, counting them."""
        try:
            for count, item in enumerate(items, 1):
                yield item
                self(what, count)
        finally:
            self.clear()

    def clear(self) -> None:
        """Take the line away: what is printed next stands where it stood."""
        if self.drawn:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.drawn = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()


def _line(what: str, done: int, of: int, taken: float) -> str:
    """Return a line such as `writing 120 of 2,428 ███░░░░░░░ 34 s left`.

    >>> _line("writing", 30, 120, 5.0)
    'writing 30 of 120 ██▌░░░░░░░ 15 s left'
    >>> _line("reading", 1200, 0, 5.0)
    'reading 1,200'
    """
    if not of:
        return f"{what} {done:,}"
    left = taken / done * (of - done) if done else 0.0
    eighths = round(80 * done / of)
    bar = "█" * (eighths // 8) + ("▏▎▍▌▋▊▉"[eighths % 8 - 1] if eighths % 8 else "")
    return f"{what} {done:,} of {of:,} {bar.ljust(10, '░')} {_time(left)} left"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
