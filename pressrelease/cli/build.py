"""`pressrelease build`."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path

import click

from pressrelease.cli.common import as_json, folded, moment, tell_findings
from pressrelease.cli.errors import tell
from pressrelease.cli.progress import Progress
from pressrelease.cli.workers import Workers
from pressrelease.errors import PressReleaseError
from pressrelease.files import SITE_MARK
from pressrelease.newsroom import Newsroom
from pressrelease.site import build
from pressrelease.site.memory import cache_folder, forget


@click.command("build")
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path())
@click.option(
    "--out",
    "-o",
    default="public",
    show_default=True,
    metavar="DIR",
    type=click.Path(),
    help="Folder of the site.",
)
@click.option(
    "--at", metavar="MOMENT", help="Show the site as of then, such as 2026-12-01T09:00Z (default: now)."
)
@click.option(
    "--jobs",
    "-j",
    metavar="N",
    type=click.IntRange(1, 256),
    help="Processes that work side by side where there is much to do (default: one a core).",
)
@click.option(
    "--cache",
    metavar="DIR",
    type=click.Path(),
    help="Where the build remembers what it made (default: the user's folder for such things).",
)
@click.option("--clean", is_flag=True, help="Make everything anew, whatever is remembered.")
@click.option("--json", "json_", is_flag=True, help="Print the report as JSON.")
def command(
    folder: str, out: str, at: str | None, jobs: int | None, cache: str | None, clean: bool, json_: bool
) -> None:
    """Build a newsroom folder into a site.

    FOLDER (default: where you are) holds `newsroom.toml` and the releases. The site appears whole or not at all; what
    did not change since the last build is not made again.
    """
    house = Newsroom.load(folder)
    remembered = Path(cache) if cache else cache_folder(house, Path(out))
    if clean:
        forget(remembered)
    with ExitStack() as held:
        executor = held.enter_context(Workers(jobs or os.cpu_count() or 1))
        progress = held.enter_context(Progress())
        try:
            report = build(house, out, now=moment(at), executor=executor, cache=remembered, progress=progress)
        except PressReleaseError as error:
            progress.clear()
            tell(error)
            stands = f"; the site in {out} is the earlier one" if (Path(out) / SITE_MARK).is_file() else ""
            click.echo(f"nothing was built{stands}", err=True)
            raise click.exceptions.Exit(2) from None
    if json_:
        click.echo(as_json(report))
        return
    tell_findings(report.findings)
    for line in report.lines():
        click.echo(folded(line, sys.stdout))
