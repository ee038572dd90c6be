"""Building for the command line: with workers and progress, and again whenever something changes."""

from __future__ import annotations

import gc
import os
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path

import click

from pressrelease.cli.common import as_json, finding_lines, moment
from pressrelease.cli.errors import tell
from pressrelease.cli.progress import Progress
from pressrelease.cli.standing import Sight, Told
from pressrelease.cli.workers import Workers
from pressrelease.errors import PressReleaseError
from pressrelease.files import SITE_MARK, FileProblem
from pressrelease.newsroom import Newsroom, utc_now
from pressrelease.site import build
from pressrelease.site.kinds.gate import GateClosed
from pressrelease.site.memory import forget


def built(
    folder: Path, out: str, cache: Path, *, at: str | None, jobs: int | None, clean: bool
) -> Told | int:
    """Build `folder` into `out`; return what is to be told, or an exit code where it failed, which is told already."""
    # Summaries and plans are many small values without circles: looking through them again and again finds nothing.
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    now = moment(at) or utc_now()
    if clean:
        forget(cache)
    with ExitStack() as held:
        executor = held.enter_context(Workers(jobs or os.cpu_count() or 1))
        progress = held.enter_context(Progress())
        try:
            house = Newsroom.load(folder)
            sight = Sight(folder, Path(out), now)
            report = build(house, out, now=now, executor=executor, cache=cache, progress=progress)
        except PressReleaseError as error:
            progress.clear()
            tell(error)
            gated = isinstance(error, GateClosed)
            if gated:
                click.echo("the newsroom's gate stopped it: `[check] gate` in newsroom.toml", err=True)
            stands = f"; the site in {out} is the earlier one" if (Path(out) / SITE_MARK).is_file() else ""
            click.echo(f"nothing was built{stands}", err=True)
            return 1 if gated else 2
    findings = [line for finding in report.findings for line in finding_lines(finding)]
    said = {f.name: getattr(report, f.name) for f in fields(report) if f.repr}
    told = Told(list(report.lines()), findings, as_json(said))
    if at is None:
        try:
            sight.note(cache, report.next_change, report.stands, told)
        except FileProblem as error:
            # The site is published; the next command looks through it again.
            told.findings.append(f"{error}")
    return told
