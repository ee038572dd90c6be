"""`pressrelease formats`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

import click

from pressrelease.cli import words
from pressrelease.cli.common import as_json, folded, newsroom_of, reading_of, width
from pressrelease.errors import PressReleaseError, Problem
from pressrelease.findings import Loss
from pressrelease.formats.losses import losses
from pressrelease.formats.options import options
from pressrelease.formats.registry import DEFAULT, AnyFormat, Format
from pressrelease.formats.table import writers
from pressrelease.formats.verbs import write, write_all
from pressrelease.formats.verbs.jobs import completed
from pressrelease.formats.weights import otherwise, ranked
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom, utc_now


@click.command("formats")
@click.argument("names", nargs=-1, metavar="[FORMAT…]", shell_complete=words.formats)
@click.option(
    "--of",
    "file",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Tell what each format carries, and loses, of FILE.",
)
@click.option(
    "--newsroom", metavar="PATH", type=click.Path(), help="newsroom.toml (default: the one above FILE)."
)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def command(names: tuple[str, ...], file: str | None, newsroom: str | None, json_: bool) -> None:
    """List formats, tell all of one, or what a release loses in each.

    \b
    pressrelease formats                          the list
    pressrelease formats plain                    one format: suffixes, options, what it cannot carry
    pressrelease formats --of release.md          what each format carries of this release
    pressrelease formats plain --of release.md    what this one loses of it, and why
    """  # noqa: D301 - click keeps lines as they are behind a \b
    chosen = [DEFAULT.get(name) for name in names] or list(DEFAULT)
    if file is not None:
        house = newsroom_of(newsroom, file)
        release = reading_of(file, None, house).release
        _of(release, house, writers(DEFAULT) if not names else chosen, bool(names), file, json_)
    elif json_:
        click.echo(as_json([_row(fmt) for fmt in chosen]))
    elif names:
        for fmt in chosen:
            _facts(fmt)
    else:
        _list(chosen)


# --- what there is ----------------------------------------------------------------------------------------------------


def _row(fmt: AnyFormat) -> dict[str, object]:
    reads = fmt.read if isinstance(fmt, Format) else fmt.read_all
    writes = fmt.write if isinstance(fmt, Format) else fmt.write_all
    return {
        "name": fmt.name,
        "title": fmt.title,
        "group": fmt.group,
        "holds": _holds(fmt),
        "reads": reads is not None,
        "writes": writes is not None,
        "suffixes": list(fmt.suffixes),
        "media_type": fmt.media_type,
    }


_HOLDS = {
    "one": "one release a document",
    "many": "many releases a document",
    "both": "one release a document, or a stream of many",
}


def _holds(fmt: AnyFormat) -> str:
    if isinstance(fmt, Format):
        return "both" if fmt.split or fmt.join else "one"
    return "many"


def _does(row: dict[str, object]) -> str:
    return "/".join(verb for verb, can in (("read", row["reads"]), ("write", row["writes"])) if can)


def _list(formats: Sequence[AnyFormat]) -> None:
    rows = [_row(fmt) for fmt in formats]
    room = max(len(str(row["name"])) for row in rows)
    for row in rows:
        line = f"{row['name']!s:<{room}}  {_does(row):<10}  {row['holds']!s:<4}  {row['title']}"
        click.echo(folded(line, sys.stdout, " " * (room + 20)))
    _next("`pressrelease formats NAME` tells all of one; `--of FILE` what each carries of a release")


def _facts(fmt: AnyFormat) -> None:
    row = _row(fmt)
    click.echo(f"{fmt.name}: {fmt.title}")
    click.echo(f"  {_does(row)}, {_HOLDS[_holds(fmt)]}")
    click.echo(f"  {fmt.media_type}; {', '.join(fmt.suffixes)}")
    for option in (o for o in options(fmt.options) if o.typed):
        default = f" (default: {option.default})" if option.default else ""
        click.echo(folded(f"  -O {option.name}={default} {option.says}", sys.stdout))
    told = ranked((Loss(path, gap.reason, gap.instead) for path, gap in fmt.cannot_carry.items()), fmt)
    for missed in told.missed:
        click.echo(folded(f"  cannot carry {missed}", sys.stdout))
    if not fmt.cannot_carry:
        click.echo("  carries everything")


def _next(advice: str) -> None:
    if sys.stdout.isatty():
        click.echo(folded(advice, sys.stdout, ""))


# --- what is left of one release ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """What a format does to a release, element by element."""

    format: str
    carried: tuple[str, ...] = ()
    in_part: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    problem: str = ""
    """Why it cannot be written at all."""


def _of(
    release: Release,
    house: Newsroom | None,
    formats: Sequence[AnyFormat],
    closely: bool,
    file: str,
    json_: bool,
) -> None:
    told = [_told(release, house, fmt) for fmt in formats]
    if json_:
        click.echo(as_json(told))
    elif closely:
        for fmt, one in zip(formats, told, strict=True):
            _why(fmt, one)
    else:
        _table(formats, told)
        _next(f"`pressrelease formats NAME --of {file}` tells why")


def _told(release: Release, house: Newsroom | None, fmt: AnyFormat) -> _Told:
    whole = completed(release, house, utc_now())
    try:
        found = _losses(whole, house, fmt)
    except PressReleaseError as error:
        return _Told(fmt.name, problem=str(_without_number(error.problems[0])))
    said = [n for n, field in Release.model_fields.items() if getattr(whole, n) != field.get_default()]
    fates = {name: _fate(name, found, fmt) for name in said}
    carried, in_part, lost = (
        tuple(name for name, fate in fates.items() if fate == word) for word in ("carried", "in part", "lost")
    )
    return _Told(fmt.name, carried, in_part, lost, found)


def _losses(release: Release, house: Newsroom | None, fmt: AnyFormat) -> tuple[Loss, ...]:
    if isinstance(fmt, Format):
        return write(release, fmt.name, newsroom=house).losses
    made = write_all([release], fmt.name, newsroom=house).losses
    own = tuple(Loss(loss.path.removeprefix("0."), loss.reason, loss.instead) for loss in made)
    return own or losses(release, fmt)  # a feed of what is not public yet is empty: the declared ones stand


def _without_number(problem: Problem) -> Problem:
    """Return `problem` at its place within the release: a feed of one counts from 0."""
    where = replace(problem.where, field=problem.where.field.removeprefix("0."))
    return replace(problem, where=where)


def _fate(name: str, found: tuple[Loss, ...], fmt: AnyFormat) -> str:
    own = [loss for loss in found if loss.path.partition(".")[0] == name]
    if any(loss.path == name and not otherwise(loss, fmt) for loss in own):
        return "lost"
    return "in part" if own else "carried"


def _table(formats: Sequence[AnyFormat], told: Sequence[_Told]) -> None:
    room = max(len(fmt.name) for fmt in formats)
    head = f"{'':<{room}}  carried  in part  lost  "
    click.echo(f"{head}what a reader misses")
    for fmt, one in zip(formats, told, strict=True):
        if one.problem:
            first = one.problem.partition(": found ")[0].partition(": expected ")[0]
            click.echo(
                folded(f"{fmt.name:<{room}}  cannot be written: {first}", sys.stdout, " " * (room + 2))
            )
            continue
        counts = [f"{len(one.carried):>7}", f"{len(one.in_part) or '–':>7}", f"{len(one.lost) or '–':>4}"]
        missed = [path for entry in ranked(one.losses, fmt).missed for path in entry.paths]
        elements = list(dict.fromkeys(path.partition(".")[0] for path in missed))
        line = f"{fmt.name:<{room}}  {'  '.join(counts)}  {_cut(elements, width(sys.stdout) - len(head))}"
        click.echo(line.rstrip())


def _cut(names: list[str], room: int) -> str:
    """Return `names` as a list that fits into `room` columns; those left out are counted."""
    for count in range(len(names), 0, -1):
        left = len(names) - count
        line = ", ".join(names[:count]) + (f" +{left}" if left else "")
        if len(line) <= room:
            return line
    return f"{len(names)}" if names else ""


def _why(fmt: AnyFormat, one: _Told) -> None:
    click.echo(f"{fmt.name}: {fmt.title}")
    if one.problem:
        click.echo(folded(f"  cannot be written: {one.problem}", sys.stdout))
        return
    for word, names in (("carried", one.carried), ("in part", one.in_part), ("lost", one.lost)):
        click.echo(folded(f"  {word:<8} {', '.join(names) or '–'}", sys.stdout, " " * 11))
    told = ranked(one.losses, fmt)
    for missed in told.missed:
        click.echo(folded(f"  misses {missed}", sys.stdout))
    if told.rest:
        click.echo(folded(f"  and {told.rest}; --json tells all", sys.stdout))
