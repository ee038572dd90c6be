"""`pressrelease schema`."""

from __future__ import annotations

import click

from pressrelease.cli.common import as_json, out_to, talk
from pressrelease.fields import json_schema


@click.group("schema", invoke_without_command=True)
@click.option(
    "--out", "-o", metavar="PATH", type=click.Path(), help="File to write (default: standard output)."
)
@click.pass_context
def command(ctx: click.Context, out: str | None) -> None:
    """Print the JSON Schema of front matter, or fetch the official schemas.

    Editors complete and check front matter with it: name it in a YAML file's first line as
    `# yaml-language-server: $schema=release.schema.json`.
    """
    if ctx.invoked_subcommand is None:
        out_to(out, f"{as_json(json_schema())}\n".encode())


@command.command("fetch")
@click.option(
    "--to",
    metavar="DIR",
    type=click.Path(),
    help="Folder to fill (default: $PRESSRELEASE_SCHEMAS, else one in your data folder).",
)
@click.option(
    "--from",
    "from_",
    default="",
    metavar="PLACE",
    envvar="PRESSRELEASE_SCHEMA_MIRROR",
    help="A mirror of such a folder, its address or path (default: where they are published).",
)
def fetch_command(to: str | None, from_: str) -> None:
    """Get the official schemas that `validate` checks by.

    Each is known by its hash; one that is another is refused, and one that is there already stays. This is the only
    command that opens a connection.
    """
    from pressrelease.validation import fetch, schema_folder  # noqa: PLC0415 - lxml, only for who fetches

    new = fetch(to, source=from_, told=talk)
    click.echo(
        f"{schema_folder(to)}: {len(new)} fetched" if new else f"{schema_folder(to)}: nothing was missing"
    )
