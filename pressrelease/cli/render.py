"""`pressrelease render`."""

from __future__ import annotations

import click

from pressrelease.cli import words
from pressrelease.cli.common import (
    as_json,
    moment,
    newsroom_of,
    out_to,
    reading_of,
    tell_findings,
    tell_losses,
)
from pressrelease.errors import Problem, shown
from pressrelease.files import FileProblem
from pressrelease.formats.registry import DEFAULT, Collection
from pressrelease.formats.verbs import write, write_all
from pressrelease.formats.weights import ranked


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
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
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
@click.option("--out", "-o", metavar="PATH", help="File to write (default: standard output).")
@click.option("--newsroom", metavar="PATH", help="newsroom.toml (default: the one above the first FILE).")
@click.option("--option", "-O", "pairs", multiple=True, metavar="NAME=VALUE", help="An option of the format.")
@click.option(
    "--templates", multiple=True, metavar="FOLDER", help="Templates that come before the built-in ones."
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
    """Turn a release into another format.

    FILE is a release in any format that can be read; `-` is standard input. A feed takes several. What the format
    cannot carry is told on standard error.
    """
    house = newsroom_of(newsroom, files[0])
    readings = [reading_of(file, from_, house) for file in files]
    fmt = DEFAULT.get(to)
    told = {
        "newsroom": house,
        "now": moment(at),
        "options": _options(pairs) or None,
        "templates": templates,
    }
    releases = [r.release for r in readings]
    if isinstance(fmt, Collection):
        made = write_all(releases, to, **told)  # type: ignore[call-overload]
    elif len(releases) == 1:
        made = write(releases[0], to, **told)  # type: ignore[arg-type]
    else:
        raise FileProblem(
            Problem("one release a document", found=f"{len(releases)} files", expected=shown(to))
        )
    findings = [f for r in readings for f in r.findings]
    leftovers = [left for r in readings for left in r.leftovers]
    if json_:
        report = {
            "format": to,
            "read": [r.format for r in readings],
            "media_type": made.media_type,
            "bytes": len(made.body),
            "findings": findings,
            "leftovers": leftovers,
            "losses": made.losses,
        }
        if out:
            out_to(out, made.body)
        click.echo(as_json(report))
        return
    out_to(out, made.body)
    tell_findings(findings, leftovers)
    tell_losses(ranked(made.losses, fmt))
