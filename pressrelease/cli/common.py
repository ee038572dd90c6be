"""What commands share: reading the input, finding the newsroom, telling findings."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from pressrelease.cli.terminal import folded as folded
from pressrelease.cli.terminal import width as width
from pressrelease.errors import Problem, shown
from pressrelease.files import load_reading, write_whole
from pressrelease.findings import Finding
from pressrelease.formats.registry import Reading, Unreadable
from pressrelease.formats.verbs import read
from pressrelease.formats.weights import Ranked
from pressrelease.newsroom import FILE_NAME, Newsroom


def newsroom_of(named: str | None, beside: str) -> Newsroom | None:
    """Return the newsroom `named`, else the one whose folder the file `beside` lies in, else None."""
    if named:
        return Newsroom.load(named)
    if beside == "-":
        return None
    for folder in Path(beside).resolve().parents:
        if (folder / FILE_NAME).is_file():
            return Newsroom.load(folder)
    return None


def reading_of(path: str, format: str | None, newsroom: Newsroom | None) -> Reading:
    """Read the release at `path`; `-` is standard input."""
    if path == "-":
        return read(sys.stdin.buffer.read(), format, file="standard input", newsroom=newsroom)
    return load_reading(path, format=format, newsroom=newsroom)


def moment(text: str | None) -> dt.datetime | None:
    """Return an aware moment from the command line; raise Unreadable where it has no zone."""
    if text is None:
        return None
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Unreadable(
            Problem(
                "not a moment with a zone", found=shown(text), expected="a moment such as 2026-12-01T09:00Z"
            )
        )
    return found


def talk(message: str) -> None:
    """Say something to a person: on standard error, and only to a terminal."""
    if sys.stderr.isatty():
        click.echo(message, err=True)


def tell_findings(findings: Iterable[Finding], leftovers: Iterable[str] = ()) -> None:
    """Print findings to standard error: a pipe's reader must know too what was repaired."""
    findings = tuple(findings)
    for finding in findings:
        for line in finding_lines(finding):
            click.echo(line, err=True)
    codes = {finding.code for finding in findings}
    # The mail around a release is understood well enough: the finding that tells of it is all there is to say.
    for left in () if "mail-left-out" in codes and "left-over" not in codes else leftovers:
        click.echo(f"{click.style('warning', fg='yellow')}: not understood: {shown(left)}", err=True)


def finding_lines(finding: Finding) -> Iterator[str]:
    """Yield a finding as a person reads it: place, what was found, and on a line of its own what settles it."""
    colours = {"info": "blue", "warning": "yellow", "error": "red"}
    first, _, rest = str(finding).partition("\n")
    place = str(finding.where)
    body = first.removeprefix(f"{place}: ") if place else first
    word, _, body = body.partition(": ")
    line = f"{click.style(word, fg=colours[finding.severity])}: {body}"
    yield f"{place}: {line}" if place else line
    if rest:
        yield rest


def tell_losses(told: Ranked) -> None:
    """Print what a reader of the document will miss, a line a reason, and the rest summed up, to standard error."""
    word = click.style("not carried", fg="yellow")
    for missed in told.missed:
        click.echo(folded(f"{word}: {missed}", sys.stderr), err=True)
    if told.rest:
        more = "and " if told.missed else ""
        click.echo(folded(f"{word}: {more}{told.rest}; --json tells all", sys.stderr), err=True)


def as_json(value: Any) -> str:
    """Return `value` as JSON for a program."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    return asdict(value) if hasattr(value, "__dataclass_fields__") else str(value)


def out_to(path: str | None, body: bytes) -> None:
    """Write `body` to the file `path`, whole or not at all, or to standard output."""
    if path is None or path == "-":
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
    else:
        write_whole(Path(path), body)
