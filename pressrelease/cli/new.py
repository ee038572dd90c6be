"""`pressrelease new`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from pressrelease.cli.common import newsroom_of
from pressrelease.errors import Problem
from pressrelease.files import FileProblem, sluggish, write_whole
from pressrelease.findings import Where
from pressrelease.newsroom import FILE_NAME, Newsroom, utc_now
from pressrelease.templating import Templates


@click.command("new")
@click.argument("path", metavar="PATH")
@click.option("--headline", help="Headline of the release.")
@click.option("--title", help="Title of the newsroom.")
@click.option(
    "--base-url", default="https://news.example.org/", show_default=True, help="Where the site will lie."
)
@click.option("--publisher", default="Example Organisation", show_default=True, help="Whose newsroom it is.")
@click.option("--language", default="en", show_default=True, help="BCP 47 tag.")
@click.option("--time-zone", default="UTC", show_default=True, help="IANA zone of times that name none.")
def command(
    path: str,
    headline: str | None,
    title: str | None,
    base_url: str,
    publisher: str,
    language: str,
    time_zone: str,
) -> None:
    """Start a newsroom folder, or a release in one.

    PATH ending in .md is a release; any other PATH is a folder, which builds at once:
    `pressrelease build PATH --out public`. Nothing that exists is touched.
    """
    target = Path(path)
    now = utc_now().replace(second=0, microsecond=0)
    if target.suffix == ".md":
        house = newsroom_of(None, path)
        _start_release(target, headline or "A headline that says the news", house, now)
        click.echo(f"{target}: write it, then `pressrelease render {target} --to html`")
        return
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileProblem(
            Problem(
                "exists already", Where(path), expected="a new or empty folder", advice="choose another name"
            )
        )
    values = {
        "title": title or f"{publisher} newsroom",
        "base_url": base_url,
        "publisher": publisher,
        "language": language,
        "time_zone": time_zone,
    }
    # A JSON string is a TOML basic string too, whatever stands in it.
    quoted = {name: json.dumps(value) for name, value in values.items()}
    text = Templates().render("new/newsroom.toml", "text", **quoted)
    house = Newsroom.parse(text, file=str(target / FILE_NAME), root=target)
    target.mkdir(parents=True, exist_ok=True)
    write_whole(target / FILE_NAME, text.encode())
    _start_release(target / "first-release.md", headline or "A newsroom opens its doors", house, now)
    click.echo(f"{target}: a newsroom with one release; now `pressrelease build {target} --out public`")


def _start_release(file: Path, headline: str, house: Newsroom | None, now: dt.datetime) -> None:
    if file.exists():
        raise FileProblem(Problem("exists already", Where(str(file)), advice="choose another name"))
    slug = sluggish(file.name.removesuffix(".md"))
    values = {
        "headline": headline,
        "id": house.tag(slug) if house else f"tag:example.org,{now:%Y}:{slug}",
        "date": f"{now:%Y-%m-%d}",
        "published": now.isoformat(),
        "language": house.language if house else "en",
    }
    text = Templates().render(
        "new/release.md",
        "text",
        publisher=house.publisher.title if house else "the organisation",
        **{
            name: json.dumps(value) if name not in ("date", "published") else value
            for name, value in values.items()
        },
    )
    write_whole(file, text.encode())
