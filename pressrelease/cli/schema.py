"""`pressrelease schema`."""

from __future__ import annotations

import click

from pressrelease.cli.common import as_json, out_to
from pressrelease.fields import json_schema


@click.command("schema")
@click.option(
    "--out", "-o", metavar="PATH", type=click.Path(), help="File to write (default: standard output)."
)
def command(out: str | None) -> None:
    """Print the JSON Schema of front matter.

    Editors complete and check front matter with it: name it in a YAML file's first line as
    `# yaml-language-server: $schema=release.schema.json`.
    """
    out_to(out, f"{as_json(json_schema())}\n".encode())
