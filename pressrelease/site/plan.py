"""What a site holds at a moment: outputs, each with its path and kind. Pure: no file is read, no clock.

The plan never sees a hidden release: no page, number, feed or link can depend on one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import unquote, urlsplit

from pressrelease.errors import Problem, shown
from pressrelease.files import FileProblem, Loaded, linked, pictured, places, site_path
from pressrelease.findings import Where
from pressrelease.formats.registry import Format, Registry
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom, folder_of

Kind: TypeAlias = Literal[
    "page", "format", "asset", "list", "feed", "sitemap", "robots", "missing", "style", "script"
]
FEEDS = {"rss": "feed.xml", "atom": "feed.atom", "jsonfeed": "feed.json"}
"""Feed formats of a site and their file names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A release as the site shows it: completed by the newsroom, with the folder of its page and its source file."""

    release: Release
    folder: str
    """Below the site's root: `merger`, `de/merger`; no slash at its ends."""
    path: Path
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site. `about` names the release's folder, the language or the page it is about."""

    path: str
    kind: Kind
    about: str = ""
    format: str = ""
    source: Path | None = None
    number: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole site at a moment, as values."""

    newsroom: Newsroom
    now: dt.datetime
    entries: tuple[Entry, ...]
    """Public and withdrawn releases, newest first; equal moments by id."""
    outputs: tuple[Output, ...]
    next_change: dt.datetime | None
    hidden: int = 0
    """How many sources are not public now; nothing else of them is here."""
    by_folder: dict[str, Entry] = field(default_factory=dict)

    def listed(self, language: str = "") -> tuple[Entry, ...]:
        """Return what a list of `language` shows, newest first; without one, each family once, in the house's own."""
        shown = tuple(e for e in self.entries if not e.withdrawn)
        if language:
            return tuple(e for e in shown if e.release.language == language)
        return tuple(e for e in shown if _speaks_for_its_family(e, self.newsroom.language))


def _speaks_for_its_family(entry: Entry, language: str) -> bool:
    release = entry.release
    if release.language == language or not release.translations:
        return True
    languages = [t.language for t in release.translations]
    return language not in languages and "." not in release.slug


def plan(newsroom: Newsroom, loaded: Iterable[Loaded], now: dt.datetime, registry: Registry) -> Plan:
    """Return the site of `newsroom` at `now` (aware). Raises FileProblem with every missing or misplaced file."""
    whole = [(newsroom.completed(e.release), e) for e in loaded if not is_earlier(e)]
    public = [(r, e) for r, e in whole if r.is_public(now) or r.was_withdrawn(now)]
    hidden = [r for r, _ in whole if not (r.is_public(now) or r.was_withdrawn(now))]
    secrets = {key for r in hidden for key in (r.id, r.url) if key}
    entries = sorted(
        (
            Entry(
                _without_links(r, secrets),
                folder_of(r.slug),
                e.path,
                r.was_withdrawn(now) and not r.is_public(now),
            )
            for r, e in public
        ),
        key=lambda e: (_moment(e.release, now), e.release.id),
        reverse=True,
    )
    changes = [m for r, _ in whole if (m := r.next_change(now)) is not None]
    made = Plan(
        newsroom=newsroom,
        now=now,
        entries=tuple(entries),
        outputs=(),
        next_change=min(changes, default=None),
        hidden=len(hidden),
        by_folder={e.folder: e for e in entries},
    )
    outputs = tuple(_outputs(made, registry))
    _refuse_clashes(outputs)
    return Plan(newsroom, now, made.entries, outputs, made.next_change, made.hidden, made.by_folder)


def is_earlier(entry: Loaded) -> bool:
    """Return whether a source is an earlier version (`merger@1.md`), kept for the record."""
    return "@" in entry.path.name


def _moment(release: Release, now: dt.datetime) -> dt.datetime:
    return release.published or dt.datetime.min.replace(tzinfo=dt.UTC)


def _without_links(release: Release, secrets: set[str]) -> Release:
    """Take out references to releases that are not public: here they are unknown."""
    if not secrets:
        return release
    translations = tuple(t for t in release.translations if t.href not in secrets and t.id not in secrets)
    related = tuple(r for r in release.related if r.href not in secrets)
    if translations == release.translations and related == release.related:
        return release
    return release.changed(translations=translations, related=related)


def _outputs(site: Plan, registry: Registry) -> Iterable[Output]:
    formats = [registry.get(name) for name in site.newsroom.site.formats]
    for name, fmt in zip(site.newsroom.site.formats, formats, strict=True):
        if not isinstance(fmt, Format) or fmt.write is None:
            raise FileProblem(
                Problem(
                    "a format that writes no single release",
                    Where("newsroom.toml", field="site.formats"),
                    shown(name),
                )
            )
    problems = []
    made = {f"{e.folder}/{file_name(e, fmt.suffixes[0])}" for e in site.entries for fmt in formats}
    for entry in site.entries:
        yield Output(f"{entry.folder}/index.html", "page", entry.folder)
        if entry.withdrawn:
            continue
        for fmt in formats:
            yield Output(
                f"{entry.folder}/{file_name(entry, fmt.suffixes[0])}", "format", entry.folder, fmt.name
            )
        for href, where in _named_files(entry, made, registry).items():
            try:
                source = _asset(site, entry, href, where)
                yield Output(site_path(entry.folder, href), "asset", entry.folder, source=source)
            except FileProblem as error:
                problems.append(error)
    if problems:
        raise FileProblem.joined(problems)
    yield from _lists(site)
    for fmt_name, path in FEEDS.items():
        yield Output(path, "feed", "", fmt_name)
        for language in languages(site):
            yield Output(f"{language.lower()}/{path}", "feed", language, fmt_name)
    yield Output("sitemap.xml", "sitemap")
    yield Output("robots.txt", "robots")
    yield Output("404.html", "missing")
    yield Output("style.css", "style")
    yield Output("site.js", "script")


def _named_files(entry: Entry, made: set[str], registry: Registry) -> dict[str, str]:
    """Return the address of each file that a release names, and in which field; what the site makes is none."""
    links = {h: "story" for h in linked(entry.release, registry) if site_path(entry.folder, h) not in made}
    return links | dict.fromkeys(pictured(entry.release), "assets")


def _lists(site: Plan) -> Iterable[Output]:
    for language in ("", *languages(site)):
        count = len(site.listed(language))
        base = f"{language.lower()}/" if language else ""
        per_page = site.newsroom.site.per_page
        for number in range(1, max(1, -(-count // per_page)) + 1):
            path = f"{base}index.html" if number == 1 else f"{base}page/{number}/index.html"
            yield Output(path, "list", language, number=number)


def languages(site: Plan) -> tuple[str, ...]:
    """Return the languages of the site's releases besides the house's own, in order."""
    found = {e.release.language for e in site.entries if not e.withdrawn}
    return tuple(sorted(found - {site.newsroom.language, "und"}))


def file_name(entry: Entry, suffix: str) -> str:
    """Return the name of a format's file in the folder of a release."""
    return f"{entry.folder.rpartition('/')[2]}{suffix}"


def _asset(site: Plan, entry: Entry, href: str, field: str) -> Path:
    root = site.newsroom.root
    assert root is not None
    name = unquote(urlsplit(href).path)
    candidates = places(entry.path, root, entry.folder, href)
    where = Where(str(entry.path), field=field)
    target = site_path(entry.folder, href)
    if target.startswith("..") or name.startswith("/"):
        raise FileProblem(
            Problem(
                "a file outside the newsroom's folder",
                where,
                shown(href),
                f"a file below {root}",
                "copy it there",
            )
        )
    for path in candidates:
        real = path.resolve()
        if path.is_file():
            if not real.is_relative_to(root.resolve()):
                raise FileProblem(
                    Problem(
                        "a file outside the newsroom's folder",
                        where,
                        shown(href),
                        f"a file below {root}",
                        f"it leads to {real}; copy it into the folder",
                    )
                )
            return real
    raise FileProblem(Problem("a file that is missing", where, shown(href), f"a file at {candidates[0]}"))


def _refuse_clashes(outputs: tuple[Output, ...]) -> None:
    """Refuse two outputs at one path, also where only letter case parts them: some disks cannot hold both."""
    seen: dict[str, Output] = {}
    problems = []
    for output in outputs:
        other = seen.setdefault(output.path.casefold(), output)
        if other is not output and not (
            output.kind == other.kind == "asset" and output.source == other.source
        ):
            problems.append(
                Problem(
                    "two files of the site at one path",
                    found=shown(output.path),
                    advice=f"{other.kind} {other.about} and {output.kind} {output.about}: rename one",
                )
            )
    if problems:
        raise FileProblem(*problems)
