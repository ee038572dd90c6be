"""`pressrelease build`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from pressrelease.cli.standing import Told, cache_folder, forget, signature, standing
from pressrelease.cli.terminal import folded
from pressrelease.clock import utc_now

EVERY = 1.0
"""Seconds between two looks of `--watch`, or more where looking takes long."""


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
    "--watch",
    is_flag=True,
    help="Stay, and build again when a file changes or the site would change by itself: an embargo ends.",
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
    folder: str,
    out: str,
    at: str | None,
    watch: bool,
    jobs: int | None,
    cache: str | None,
    clean: bool,
    json_: bool,
) -> None:
    """Build a newsroom folder into a site.

    FOLDER (default: where you are) holds `newsroom.toml` and the releases. The site appears whole or not at all; what
    did not change since the last build is not made again.
    """
    if watch and at:
        raise click.UsageError("--watch shows the site as of now: it takes no --at")
    newsroom, site = Path(folder).absolute(), Path(out).absolute()
    newsroom = newsroom.parent if newsroom.is_file() else newsroom
    remembered = Path(cache) if cache else cache_folder(newsroom, site)
    if clean:
        forget(remembered)
    make = partial(_told, newsroom, site, remembered, Path(folder), out, at=at, jobs=jobs)
    told = make(clean=clean)
    if isinstance(told, Told):
        _say(told, json_)
    if watch:
        _watch(newsroom, site, remembered, partial(make, clean=False), json_)
    if isinstance(told, int):
        raise click.exceptions.Exit(told)


def _told(
    newsroom: Path,
    site: Path,
    cache: Path,
    folder: Path,
    out: str,
    *,
    at: str | None,
    jobs: int | None,
    clean: bool,
) -> Told | int:
    """Return what the last build said, where the site stands as it should; else build: an exit code if that failed."""
    if at is None and (told := standing(cache, newsroom, site, utc_now())) is not None:
        return told
    from pressrelease.cli.building import built  # noqa: PLC0415 - what makes a site takes longer to load than to ask

    return built(folder, out, cache, at=at, jobs=jobs, clean=clean)


def _say(told: Told, json_: bool) -> None:
    if json_:
        click.echo(told.report)
        return
    for line in told.findings:
        click.echo(line, err=True)
    for line in told.lines:
        click.echo(folded(line, sys.stdout))


def _watch(newsroom: Path, site: Path, cache: Path, make: Callable[[], Told | int], json_: bool) -> None:
    """Look again and again, and build where the site no longer stands as it should, until somebody stops it."""
    click.echo("watching; Ctrl+C ends it", err=True)
    refused = ""
    while True:
        begun = time.monotonic()
        if standing(cache, newsroom, site, utc_now()) is None:
            seen = signature(newsroom, site)
            # What was refused is refused again until somebody changes a file.
            if seen != refused:
                told = make()
                refused = seen if isinstance(told, int) else ""
                if isinstance(told, Told):
                    _say(told, json_)
        took = time.monotonic() - begun
        time.sleep(max(EVERY, 10 * took))
