"""`pressrelease new`."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from pressrelease.characters import cleaned, one_line
from pressrelease.cli.common import newsroom_of
from pressrelease.errors import Problem
from pressrelease.files import FileProblem, Name, sluggish, write_whole
from pressrelease.findings import Where
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.verbs import parse
from pressrelease.model import zone_info
from pressrelease.newsroom import FILE_NAME, Newsroom, utc_now
from pressrelease.templating import Templates
from pressrelease.wording import LANGUAGES, wording

_LOCALTIME = Path("/etc/localtime")


@click.command("new")
@click.argument("path", metavar="PATH", type=click.Path())
@click.option("--headline", help="Headline of the release.")
@click.option("--title", help="Title of the newsroom.")
@click.option(
    "--base-url", default="https://news.example.org/", show_default=True, help="Where the site will lie."
)
@click.option("--publisher", help="Whose newsroom it is (default: an example's name).")
@click.option(
    "--language",
    help="BCP 47 tag of the release and of the words in it (default: that of a name such as merger.de.md, else the "
    "newsroom's, else en).",
)
@click.option(
    "--time-zone", help="IANA zone of times that name none (default: this machine's, where it names one)."
)
def command(
    path: str,
    headline: str | None,
    title: str | None,
    base_url: str,
    publisher: str | None,
    language: str | None,
    time_zone: str | None,
) -> None:
    """Start a newsroom folder, or a release in one.

    PATH ending in .md is a release; any other PATH is a folder, which builds at once:
    `pressrelease build PATH --out public`. A release in a newsroom is begun as a draft, which no build shows;
    one beside its original, such as merger.de.md, leaves out what it inherits. Nothing that exists is touched.
    """
    target = Path(path)
    if target.suffix == ".md":
        house = newsroom_of(None, path)
        named = Name.of(target, (".md",)).language  # `merger.de.md` is the German one
        language = language or named or (house.language if house else "en")
        headline = headline or wording(language)("new_headline")
        _start_release(target, house, language, publisher, headline, draft=house is not None)
        click.echo(f"{target}: write it, then `pressrelease render {target} --to html`")
        return
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileProblem(
            Problem(
                "exists already", Where(path), expected="a new or empty folder", advice="choose another name"
            )
        )
    word = wording(language or "en")
    publisher = publisher or word("new_publisher")
    text = Templates().render(
        "new/newsroom.toml",
        "text",
        title=quoted(title or word("new_newsroom", publisher=publisher)),
        base_url=quoted(base_url),
        publisher=quoted(publisher),
        language=quoted(language or "en"),
        time_zone=quoted(zone) if (zone := time_zone or _machines_zone()) else "",
        word=word,
        quoted=quoted,
    )
    house = Newsroom.parse(text, file=str(target / FILE_NAME), root=target)
    target.mkdir(parents=True, exist_ok=True)
    write_whole(target / FILE_NAME, text.encode())
    first = target / f"{word('new_file')}.md"
    _start_release(first, house, house.language, publisher, headline or word("new_opening"))
    click.echo(f"{target}: a newsroom with one release; now `pressrelease build {target} --out public`")


def _start_release(
    file: Path,
    house: Newsroom | None,
    language: str,
    publisher: str | None,
    headline: str,
    *,
    draft: bool = False,
) -> None:
    if file.exists():
        raise FileProblem(Problem("exists already", Where(str(file)), advice="choose another name"))
    word = wording(language)
    slug = sluggish(file.name.removesuffix(".md"))
    now = _now(house)
    text = Templates(newsroom=house).render(
        "new/release.md",
        "text",
        headline=quoted(headline),
        id=quoted(house.tag(slug) if house else f"tag:example.org,{now:%Y}:{slug}"),
        date=f"{now:%Y-%m-%d}",
        published=now.isoformat(),
        language=quoted(language),
        original=_has_original(file),
        boilerplates=house.boilerplates if house else (),
        draft=draft,
        publisher=publisher or (house.publisher.title if house else word("new_publisher")),
        word=word,
        quoted=quoted,
    )
    parse(text, "markdown", file=str(file), newsroom=house)  # what cannot be read back is not begun
    write_whole(file, text.encode())
    if word.language != language.partition("-")[0].lower():
        click.echo(f"{file}: its words are English; known are {', '.join(LANGUAGES)}", err=True)


def _has_original(file: Path) -> bool:
    """Say whether `file` is to be a translation of a release that lies beside it."""
    name = Name.of(file, (".md",))
    suffixes = DEFAULT.release_suffixes
    beside = file.parent.iterdir() if name.language and file.parent.is_dir() else ()
    return any(
        path.name.lower().endswith(suffixes) and Name.of(path, suffixes) == Name(name.slug) for path in beside
    )


def _now(house: Newsroom | None) -> dt.datetime:
    now = utc_now().replace(second=0, microsecond=0)
    return now.astimezone(zone_info(house.time_zone)) if house and house.time_zone else now


def _machines_zone() -> str:
    """Return the zone that this machine is set to by name; none where it says UTC, as one that nobody set does."""
    name = os.environ.get("TZ", "").removeprefix(":")
    if not name and _LOCALTIME.is_symlink():
        name = str(_LOCALTIME.readlink()).partition("zoneinfo/")[2]
    try:
        ZoneInfo(name or "UTC")
    except (ValueError, OSError, LookupError):
        return ""
    return name if re.match(r"(?!Etc/)\w+/", name) else ""


def quoted(value: str) -> str:
    r"""Return `value` as a string that JSON, YAML and TOML all read as it stands, its letters as they are.

    >>> print(quoted('Häfen & "Meer"'))
    "Häfen & \"Meer\""
    """
    return json.dumps(one_line(cleaned(value)), ensure_ascii=False)
