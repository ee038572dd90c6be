"""`pressrelease render`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click

from pressrelease.cli import words
from pressrelease.cli.common import as_json, moment, newsroom_of, out_to, talk, tell_findings, tell_losses
from pressrelease.cli.hidden import Hidden
from pressrelease.cli.inputs import Inputs, Item
from pressrelease.cli.outputs import Folder, is_folder, refuse_many, stream_to
from pressrelease.cli.progress import Progress
from pressrelease.errors import PressReleaseError
from pressrelease.findings import Finding, Loss, Where
from pressrelease.formats.document import Document
from pressrelease.formats.losses import EachOnce
from pressrelease.formats.registry import DEFAULT, Collection
from pressrelease.formats.verbs import write, write_all
from pressrelease.formats.verbs.jobs import completed
from pressrelease.formats.weights import ranked
from pressrelease.model import Release
from pressrelease.newsroom import utc_now

MOST_TOLD = 1000
"""Findings that a JSON report holds."""


def _options(pairs: tuple[str, ...]) -> dict[str, object]:
    options: dict[str, object] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"{pair!r}: expected NAME=VALUE", param_hint="--option")
        known: dict[str, object] = {"true": True, "false": False}
        options[name.replace("-", "_")] = known.get(value.lower(), int(value) if value.isdigit() else value)
    return options


@click.command("render")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(allow_dash=True))
@click.option(
    "--to",
    required=True,
    metavar="FORMAT",
    shell_complete=words.formats_to_write,
    help="Format to write; `pressrelease formats` lists them.",
)
@click.option(
    "--from",
    "from_",
    metavar="FORMAT",
    shell_complete=words.formats_to_read,
    help="Format to read (default: by suffix, then by content).",
)
@click.option(
    "--out",
    "-o",
    metavar="PATH",
    type=click.Path(allow_dash=True),
    help="File to write (default: standard output), or FOLDER/ for a file each.",
)
@click.option(
    "--newsroom",
    metavar="PATH",
    type=click.Path(),
    help="newsroom.toml (default: the one above the first FILE).",
)
@click.option(
    "--option",
    "-O",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=words.options,
    help="An option of the format; `pressrelease formats FORMAT` lists them.",
)
@click.option(
    "--templates",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(),
    help="Templates that come before the built-in ones.",
)
@click.option("--at", metavar="MOMENT", help="The present, such as 2026-12-01T09:00Z (default: now).")
@click.option(
    "--json", "json_", is_flag=True, help="Print findings and losses as JSON instead of the document."
)
def command(
    files: tuple[str, ...],
    to: str,
    from_: str | None,
    out: str | None,
    newsroom: str | None,
    pairs: tuple[str, ...],
    templates: tuple[str, ...],
    at: str | None,
    json_: bool,
) -> None:
    """Turn releases into another format.

    FILE holds a release in any format that can be read, or many: a feed, JSON Lines, an agency's stream; `-` is
    standard input. Many are written to a feed, to a format that has streams, or to a file each in `--out FOLDER/`.
    What the format cannot carry is told on standard error; a release of many that cannot be read or written is told
    there too, the rest are written, and the exit status is 2.
    """
    house = newsroom_of(newsroom, files[0])
    told: dict[str, Any] = {
        "newsroom": house,
        "now": moment(at) or utc_now(),
        "options": _options(pairs) or None,
        "templates": templates,
    }
    # Where results go to the terminal themselves, a line that comes and goes would stand in them.
    progress = Progress(silent=sys.stdout.isatty() and not out)
    job = _Render(Inputs(files, from_, house, progress), to, out, told, json_)
    job.run()
    if job.inputs.failed:
        raise click.exceptions.Exit(2)


class _Render:
    """One run of the command: what goes where, and what there is to tell."""

    def __init__(self, inputs: Inputs, to: str, out: str | None, told: dict[str, Any], json_: bool) -> None:
        self.fmt = DEFAULT.get(to)
        self.inputs = inputs
        self.out = out
        self.told = told
        self.json = json_
        self.where = Where()
        self.read: list[str] = []
        self.findings: list[Finding] = []
        self.leftovers: list[str] = []
        self.hidden = Hidden("feed" if self.fmt.group == "feed" else self.fmt.name, told["now"])

    def run(self) -> None:
        """Read, write and tell."""
        items = iter(self.inputs)
        first = list(islice(items, 2))
        if not first:
            return
        fmt, releases = self.fmt, self._releases(chain(first, items))
        if is_folder(self.out):
            self._to_folder(releases)
        elif isinstance(fmt, Collection):
            self._to_file(write_all(releases, fmt.name, **self.told))
        elif len(first) == 1:
            self._to_file(write(next(releases), fmt.name, **self.told))
        elif fmt.join is None:
            raise refuse_many(fmt)
        else:
            self._to_stream(releases)

    def _releases(self, items: Iterable[Item]) -> Iterator[Release]:
        """Yield the releases; what was noticed of each is told as it comes."""
        for item in items:
            self.where, reading = item.where, item.reading
            if reading.format not in self.read:
                self.read.append(reading.format)
            if self.json:
                self.findings += reading.findings[: MOST_TOLD - len(self.findings)]
                self.leftovers += reading.leftovers[: MOST_TOLD - len(self.leftovers)]
            elif reading.findings or reading.leftovers:
                self.inputs.progress.clear()
                tell_findings(reading.findings, reading.leftovers)
            if isinstance(self.fmt, Collection) and self.fmt.public:
                self.hidden.add(completed(reading.release, self.told["newsroom"], self.told["now"]))
            yield reading.release

    def _unwritten(self, error: PressReleaseError) -> None:
        self.inputs.tell(error, self.where)

    def _to_file(self, made: Document) -> None:
        if self.out or not self.json:
            out_to(self.out, made.body)
        self._tell(made.losses, {"media_type": made.media_type, "bytes": len(made.body)})

    def _to_stream(self, releases: Iterable[Release]) -> None:
        with stream_to(os.devnull if self.json and not self.out else self.out) as file:
            made = write_all(releases, self.fmt.name, to=file, errors=self._unwritten, **self.told)
        self._tell(made.losses, {"media_type": made.media_type, "bytes": made.size, "releases": made.count})

    def _to_folder(self, releases: Iterable[Release]) -> None:
        folder, lost = Folder(Path(self.out or ".")), EachOnce()
        for release in releases:
            try:
                made = self._document(release)
            except PressReleaseError as error:
                self._unwritten(error)
                continue
            folder.add(release, made)
            for loss in made.losses:
                lost.add(loss)
        self._tell(lost.told(), {"media_type": self.fmt.media_type, "releases": folder.count})
        talk(f"{folder.count:,} files in {folder.path}")

    def _document(self, release: Release) -> Document:
        made: Document = (
            write_all([release], self.fmt.name, **self.told)
            if isinstance(self.fmt, Collection)
            else write(release, self.fmt.name, **self.told)
        )
        return made

    def _tell(self, losses: Iterable[Loss], facts: dict[str, Any]) -> None:
        # An empty feed looks like a mistake: why it is empty is said to a person also where a program reads the rest.
        hidden = list(self.hidden.findings())
        tell_findings(hidden)
        self.findings += hidden
        if self.json:
            report = {
                "format": self.fmt.name,
                "read": self.read,
                **facts,
                "failed": self.inputs.failed,
                "findings": self.findings,
                "leftovers": self.leftovers,
                "losses": losses,
            }
            click.echo(as_json(report))
            return
        tell_losses(ranked(losses, self.fmt))
