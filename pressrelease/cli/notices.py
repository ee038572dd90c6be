"""`pressrelease notices`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from pressrelease.cli.common import as_json, newsroom_of, reading_of
from pressrelease.errors import Problem, shown
from pressrelease.formats.registry import Unreadable
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom, utc_now
from pressrelease.notices import Due, Standing, conditions, day_of, due, law_day, standings
from pressrelease.wording import notice_lines

_LAST = "This informs and is no legal advice."
_NONE = (
    "no [imprint] in newsroom.toml, so nothing is asked of it; two lines begin one:\n"
    '  [imprint]\n  jurisdiction = "DE"'
)
_BASIS = {
    "statute": "the statute itself",
    "secondary": "secondary pages",
    "general": "general knowledge",
    "house": "the house itself",
}


@click.command("notices")
@click.argument("path", metavar="[PATH]", default=".", type=click.Path(exists=True))
@click.option(
    "--at",
    metavar="DATE",
    help="The day whose law is asked, such as 2020-08-26 (default: a release's own day, else today).",
)
@click.option("--newsroom", metavar="PATH", type=click.Path(), help="newsroom.toml (default: that of PATH).")
@click.option(
    "--fail-on",
    type=click.Choice(["missing", "fault"]),
    multiple=True,
    help="Make the exit status 1 where a duty lacks a fact, or a notice of the release cites a law wrongly; may be"
    " given twice (default: it informs, and the status is 0).",
)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def command(path: str, at: str | None, newsroom: str | None, fail_on: tuple[str, ...], json_: bool) -> None:
    """Tell which notices a newsroom or release owes, and what is missing.

    PATH is a newsroom's folder (default: this one) or a release. Each notice is told with its text, its law, where that
    was read and how sure it is, and the facts that are missing. A release's own notices are judged by the law of its
    publication date, and stay as they are. Exit status: 0; 1 what --fail-on asks for; 2 what cannot be read.
    """
    now = utc_now()
    release = None
    if Path(path).is_dir():
        house: Newsroom | None = Newsroom.load(newsroom or path)
    else:
        house = newsroom_of(newsroom, path)
        release = reading_of(path, None, house).release
    whole = house.completed(release) if release and house else release
    day = _day(at) or _own_day(whole, house, now)
    made = due(house, day, release=whole) if house else ()
    frozen = standings(release, now, newsroom=house, on=day) if release else ()
    if json_:
        told = {"day": day, "due": list(map(_data, made)), "frozen": list(map(_frozen_data, frozen))}
        click.echo(as_json({**told, "note": _LAST}))
    else:
        for block in (
            _head(house, whole, day),
            *("\n".join(_due_lines(d, now.date())) for d in made),
            *("\n".join(_frozen_lines(s)) for s in frozen),
        ):
            click.echo(f"{block}\n")
        click.echo(_LAST)
    lacks = {
        "missing": any(one.binds and one.missing for one in made),
        "fault": any(one.faults for one in frozen),
    }
    raise click.exceptions.Exit(int(any(lacks[what] for what in fail_on)))


def _own_day(release: Release | None, house: Newsroom | None, now: dt.datetime) -> dt.date:
    if release is not None:
        return law_day(release, house, now)
    return day_of(now, house) if house else now.date()


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise Unreadable(
            Problem("not a date", found=shown(text), expected="a date such as 2020-08-26")
        ) from None


def _head(house: Newsroom | None, release: Release | None, day: dt.date) -> str:
    if house is None or house.imprint is None:
        return _NONE
    held = ", ".join(sorted(conditions(house, release)))
    return f"{house.title}: the law of {house.imprint.jurisdiction} on {day}, for what is {held}"


def _due_lines(one: Due, today: dt.date) -> Iterator[str]:
    profile = one.profile
    word = "good practice" if profile.nature == "practice" else "duty"
    yield f"{click.style(profile.id, bold=True)}: {profile.kind}, {profile.citation} ({word})"
    if one.notice is not None:
        yield from _words(one)
    yield f"  stands in: {', '.join(profile.places)}"
    yield (
        f"  source: {profile.source} ({_BASIS[profile.basis]}, {profile.confidence} confidence,"
        f" checked on {profile.checked_on})"
    )
    if profile.is_old(today):
        yield f"  {click.style('old', fg='yellow')}: checked more than a year before; look again"
    for missing in one.missing:
        yield f"  {click.style('missing', fg='red')}: {missing}"
    if not one.printed:
        yield f"  {click.style('not printed', fg='yellow')}: {_why_not(one)}"
    yield f"  may be left out: {profile.omit}"


def _why_not(one: Due) -> str:
    if one.notice is None:
        return "without what is missing there is nothing to print"
    said = "good practice" if one.profile.nature == "practice" else "from general knowledge"
    return f"{said}, until the house confirms it: confirmed = [{shown(one.profile.id)}] in [imprint]"


def _words(one: Due) -> Iterator[str]:
    assert one.notice is not None
    for line in filter(None, (one.notice.heading, *notice_lines(one.notice, None, one.language))):
        yield f"  | {line}".replace("\n", "\n  | ")


def _frozen_lines(one: Standing) -> Iterator[str]:
    notice = one.notice
    yield f"{click.style(one.path, bold=True)}: {notice.kind}, frozen on {one.day} and printed as it stood"
    for line in filter(None, (notice.heading, *notice_lines(notice))):
        yield f"  | {line}"
    for fault in one.faults:
        yield f"  {click.style(fault.kind, fg='red')}: {fault.message}"
        if fault.advice:
            yield f"    {fault.advice}"
    for beside in one.beside:
        yield f"  beside it now: {beside.profile.id}"
        yield from _words(beside)


def _data(one: Due) -> dict[str, Any]:
    profile = one.profile
    names = ("id", "jurisdiction", "kind", "nature", "citation", "valid_from", "valid_until")
    more = ("places", "basis", "confidence", "checked_on", "source", "omit")
    return {
        **{name: getattr(profile, name) for name in (*names, *more)},
        "language": one.language,
        "text": _text(one),
        "printed": one.printed,
        "missing": list(one.missing),
    }


def _text(one: Due) -> list[str]:
    lines: Iterable[str] = notice_lines(one.notice, None, one.language) if one.notice else ()
    return list(filter(None, (one.notice.heading if one.notice else "", *lines)))


def _frozen_data(one: Standing) -> dict[str, Any]:
    return {
        "path": one.path,
        "kind": one.notice.kind,
        "day": one.day,
        "text": list(filter(None, (one.notice.heading, *notice_lines(one.notice)))),
        "faults": [
            {"kind": f.kind, "cited": f.cited.words, "message": f.message, "advice": f.advice}
            for f in one.faults
        ],
        "beside": [{"id": d.profile.id, "text": _text(d)} for d in one.beside],
    }
