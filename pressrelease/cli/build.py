"""`pressrelease build`."""

from __future__ import annotations

import sys

import click

from pressrelease.cli.common import as_json, moment, talk, tell_findings
from pressrelease.newsroom import Newsroom
from pressrelease.site import build


@click.command("build")
@click.argument("folder", default=".", metavar="FOLDER")
@click.option("--out", "-o", default="public", show_default=True, metavar="DIR", help="Folder of the site.")
@click.option(
    "--at", metavar="MOMENT", help="Show the site as of then, such as 2026-12-01T09:00Z (default: now)."
)
@click.option("--json", "json_", is_flag=True, help="Print the report as JSON.")
def command(folder: str, out: str, at: str | None, json_: bool) -> None:
    """Build a newsroom folder into a site.

    FOLDER holds `newsroom.toml` and the releases. The site appears whole or not at all.
    """
    house = Newsroom.load(folder)
    talk(f"building {house.title} …")
    report = build(house, out, now=moment(at))
    if json_:
        click.echo(as_json(report))
        return
    tell_findings(report.findings)
    for line in report.lines():
        click.echo(line)
    if sys.stderr.isatty():
        talk(f"open {report.out}/index.html")
