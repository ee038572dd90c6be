"""Lines as wide as the terminal they go to."""

from __future__ import annotations

import shutil
from typing import TextIO

import click


def folded(line: str, stream: TextIO, indent: str = "    ") -> str:
    """Return `line` folded to the width of a terminal; as it is where `stream` is none, for whoever searches it."""
    if not stream.isatty():
        return line
    pieces: list[str] = []
    room = width(stream)
    for word in line.split(" "):
        if pieces and len(click.unstyle(f"{pieces[-1]} {word}")) <= room:
            pieces[-1] += f" {word}"
        else:
            pieces.append(f"{indent if pieces else ''}{word}")
    return "\n".join(pieces)


def width(stream: TextIO) -> int:
    """Return the columns of the terminal that `stream` writes to; where it is none, more than any line has."""
    return shutil.get_terminal_size().columns if stream.isatty() else 10**6
