"""`pressrelease formats`."""

from __future__ import annotations

import click

from pressrelease.cli.common import as_json, newsroom_of, reading_of
from pressrelease.formats.losses import losses
from pressrelease.formats.registry import DEFAULT, AnyFormat, Collection, Format
from pressrelease.formats.verbs import write
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom


def _row(fmt: AnyFormat) -> dict[str, object]:
    one = isinstance(fmt, Format)
    reads = fmt.read if isinstance(fmt, Format) else fmt.read_all
    writes = fmt.write if isinstance(fmt, Format) else fmt.write_all
    return {
        "name": fmt.name,
        "title": fmt.title,
        "group": fmt.group,
        "holds": "one" if one else "many",
        "reads": reads is not None,
        "writes": writes is not None,
        "suffixes": list(fmt.suffixes),
        "media_type": fmt.media_type,
    }


def _carried(release: Release, newsroom: Newsroom | None, fmt: AnyFormat) -> dict[str, object]:
    if isinstance(fmt, Collection):
        whole = newsroom.completed(release) if newsroom else release
        lost = losses(whole, fmt)
    else:
        lost = write(release, fmt.name, newsroom=newsroom).losses
    partly = {p for p, gap in fmt.cannot_carry.items() if gap.partly}
    return {
        "format": fmt.name,
        "lost": [loss for loss in lost if not _one_of(loss.path, partly)],
        "in_part": [loss for loss in lost if _one_of(loss.path, partly)],
    }


def _one_of(path: str, patterns: set[str]) -> bool:
    shape = ".".join("*" if key.isdigit() else key for key in path.split("."))
    return shape in patterns or f"**.{path.rpartition('.')[2]}" in patterns


@click.command("formats")
@click.option(
    "--of", "file", metavar="FILE", help="Tell what each format carries, carries in part, and loses of FILE."
)
@click.option("--newsroom", metavar="PATH", help="newsroom.toml (default: the one above FILE).")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def command(file: str | None, newsroom: str | None, json_: bool) -> None:
    """List the formats, or what one release loses in each."""
    if file is None:
        rows = [_row(f) for f in DEFAULT]
        if json_:
            click.echo(as_json(rows))
            return
        width = max(len(str(r["name"])) for r in rows)
        for row in rows:
            does = "/".join(verb for verb, can in (("read", row["reads"]), ("write", row["writes"])) if can)
            click.echo(f"{row['name']!s:<{width}}  {does:<10}  {row['holds']!s:<4}  {row['title']}")
        return
    house = newsroom_of(newsroom, file)
    release = reading_of(file, None, house).release
    every = [f for f in DEFAULT if (f.write if isinstance(f, Format) else f.write_all) is not None]
    told = [_carried(release, house, f) for f in every]
    if json_:
        click.echo(as_json(told))
        return
    width = max(len(f.name) for f in every)
    for entry in told:
        lost, in_part = entry["lost"], entry["in_part"]
        assert isinstance(lost, list)
        assert isinstance(in_part, list)
        if not lost and not in_part:
            click.echo(f"{entry['format']!s:<{width}}  carries everything")
            continue
        click.echo(f"{entry['format']!s:<{width}}  loses {len(lost)}, in part {len(in_part)}")
        for word, entries in (("lost", lost), ("in part", in_part)):
            for loss in entries:
                click.echo(f"{'':<{width}}    {word}: {loss}")
