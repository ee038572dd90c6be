"""`pressrelease validate`."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from pressrelease.cli import words
from pressrelease.cli.common import as_json, finding_lines, newsroom_of
from pressrelease.cli.errors import tell
from pressrelease.errors import PressReleaseError
from pressrelease.files import data_of, in_place, with_missing
from pressrelease.findings import Finding
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.verbs import read_all
from pressrelease.newsroom import Newsroom
from pressrelease.validation.verb import Checked, checked


@click.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    shell_complete=words.formats_to_read,
    help="Format of the files (default: by suffix, then by content).",
)
@click.option(
    "--schemas",
    metavar="DIR",
    type=click.Path(),
    help="Folder of schemas (default: $PRESSRELEASE_SCHEMAS, else where `schema fetch` puts them).",
)
@click.option(
    "--newsroom",
    metavar="PATH",
    type=click.Path(),
    help="newsroom.toml (default: the one above each FILE).",
)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def command(
    files: tuple[str, ...], format_: str | None, schemas: str | None, newsroom: str | None, json_: bool
) -> None:
    """Check documents against the official schemas of their formats.

    FILE is a document of NewsML-G2, NITF, NewsML 1.2, ninjs or JSON Feed; `-` is standard input. A fault is told with
    its line and the field of the release it belongs to. What has no schema is checked by its rules or by reading it.
    Exit status: 0 valid, 1 faults, 2 what cannot be read. Nothing is fetched: see `pressrelease schema fetch`.
    """
    told: list[dict[str, object]] = []
    status = 0
    for file in files:
        name = "standard input" if file == "-" else file
        data = sys.stdin.buffer.read() if file == "-" else None
        try:
            house = newsroom_of(newsroom, file)
            found = checked(
                data_of(Path(file)) if data is None else data,
                format_,
                file=name,
                schemas=schemas,
                newsroom=house,
            )
            if data is None and found.is_valid:
                found = replace(found, findings=(*found.findings, *_missing(file, found.format, house)))
        except PressReleaseError as error:
            tell(error)
            status = 2
            continue
        status = max(status, 0 if found.is_valid else 1)
        told.append(
            {"file": name, "format": found.format, "valid": found.is_valid, "findings": found.findings}
        )
        if not json_:
            _print(name, found)
    if json_:
        click.echo(as_json(told))
    raise click.exceptions.Exit(status)


def _missing(file: str, format_: str, house: Newsroom | None) -> tuple[Finding, ...]:
    """Return a finding for each file that a source names and that is not beside it."""
    fmt = DEFAULT.get(format_)
    if fmt.group != "source":
        return ()
    readings = list(islice(read_all(data_of(Path(file)), format_, file=file, newsroom=house), 2))
    if len(readings) != 1:
        return ()
    reading = in_place(readings[0], Path(file), house)
    return with_missing(replace(reading, findings=()), Path(file), house).findings


def _print(name: str, found: Checked) -> None:
    for finding in found.findings:
        for line in finding_lines(finding):
            click.echo(line)
    if found.is_valid:
        click.echo(f"{name}: valid {found.format}" if found.by_schema else f"{name}: no fault found")
