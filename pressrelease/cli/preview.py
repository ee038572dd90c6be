"""`pressrelease preview`."""

from __future__ import annotations

import webbrowser

import click

from pressrelease.cli.common import moment
from pressrelease.cli.progress import Progress
from pressrelease.preview import DEFAULT_PORT, preview


@click.command("preview")
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path())
@click.option(
    "--port",
    "-p",
    default=DEFAULT_PORT,
    show_default=True,
    metavar="N",
    type=click.IntRange(0, 65535),
    help="Port; 0 takes any that is free.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Loopback address; no other is served.",
)
@click.option(
    "--at", metavar="MOMENT", help="Show the newsroom as of then, such as 2026-12-01T09:00Z (default: now)."
)
@click.option("--open", "open_", is_flag=True, help="Open it in the browser.")
def command(folder: str, port: int, host: str, at: str | None, open_: bool) -> None:
    """Look at a newsroom while you write it, each edit at once.

    FOLDER (default: where you are) holds `newsroom.toml` and the releases. Source, channel and findings stand side by
    side. Drafts and embargoed releases are shown, so it is served to this machine alone, and to whoever has the key in
    the address that is printed.
    """
    with Progress() as progress:

        def ready(address: str) -> None:
            progress.clear()
            click.echo(f"preview: {address}")
            click.echo("Ctrl+C ends it", err=True)
            if open_:
                webbrowser.open(address)

        try:
            preview(
                folder,
                host=host,
                port=port,
                now=moment(at),
                told=lambda done, of: progress("reading", done, of),
                ready=ready,
            )
        except KeyboardInterrupt:
            click.echo("ended", err=True)
