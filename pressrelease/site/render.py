"""The bytes of each output. Releases are the work that is shared out: each goes to a worker with all its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pressrelease.formats.document import last_modified
from pressrelease.formats.registry import DEFAULT, Registry
from pressrelease.formats.verbs import render, render_all, write
from pressrelease.formats.web.html import HtmlOptions
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom
from pressrelease.site.frame import feed_anchors, frame, home_of, item, list_values, navigation, root_path
from pressrelease.site.plan import Entry, Output, Plan, file_name
from pressrelease.templating import Templates
from pressrelease.theme import Anchor, style_sheet, values

CHUNK = 50
"""Releases that a worker gets at a time."""


@dataclass(frozen=True, slots=True)
class Work:
    """All that a worker needs to make the files of one release."""

    entry: Entry
    formats: tuple[str, ...]
    earlier: tuple[Anchor, ...]
    later: tuple[Anchor, ...]
    alternates: tuple[Anchor, ...]
    feeds: tuple[Anchor, ...]
    navigation: tuple[Anchor, ...]


def rendered(site: Plan, registry: Registry, executor: Executor | None) -> Iterator[tuple[str, bytes | Path]]:
    """Yield path and content of every output of `site`: bytes, or the file to copy."""
    house = site.newsroom
    templates = Templates(newsroom=house)
    works = list(_works(site))
    if executor is None:
        made: Iterable[list[tuple[str, bytes]]] = (
            _release(house, site.now, templates, registry, w) for w in works
        )
    else:
        # A registry of the caller's own may hold functions that do not travel; the usual one is found again over there.
        travelling = None if registry is DEFAULT else registry
        made = executor.map(partial(_release, house, site.now, templates, travelling), works, chunksize=CHUNK)
    for files in made:
        yield from files
    for output in site.outputs:
        if output.kind == "asset":
            assert output.source is not None
            yield output.path, output.source
        elif output.kind not in ("page", "format"):
            yield output.path, _shared(site, output, templates, registry)


def _works(site: Plan) -> Iterator[Work]:
    shown = [e for e in site.entries if not e.withdrawn]
    place = {e.folder: i for i, e in enumerate(shown)}
    formats: dict[str, list[str]] = {}
    for output in site.outputs:
        if output.kind == "format":
            formats.setdefault(output.about, []).append(output.format)
    for entry in site.entries:
        i = place.get(entry.folder)
        yield Work(
            entry=entry,
            formats=tuple(formats.get(entry.folder, ())),
            earlier=_neighbours(shown, i, 1),
            later=_neighbours(shown, i, -1),
            alternates=_alternates(entry),
            feeds=feed_anchors(site, entry.release.language),
            navigation=navigation(site, _root(entry)),
        )


def _root(entry: Entry) -> str:
    """Return what leads from a release's page to the site's root."""
    return "../" * (entry.folder.count("/") + 1)


def _neighbours(shown: list[Entry], place: int | None, step: int) -> tuple[Anchor, ...]:
    """Return the next release in one direction that speaks the same language, as a link."""
    if place is None:
        return ()
    language, root = shown[place].release.language, _root(shown[place])
    place += step
    while 0 <= place < len(shown):
        release = shown[place].release
        if release.language == language:
            href = f"{root}{shown[place].folder}/"
            return (Anchor(href, release.headline, language, published=release.published),)
        place += step
    return ()


def _alternates(entry: Entry) -> tuple[Anchor, ...]:
    """Return every language version with the page itself, as hreflang wants it; none where there is only one."""
    release = entry.release
    others = [Anchor(t.href, t.title, t.language) for t in release.translations if t.href]
    return (Anchor(release.url, release.headline, release.language), *others) if others else ()


def _release(
    house: Newsroom, now: dt.datetime, templates: Templates, registry: Registry | None, work: Work
) -> list[tuple[str, bytes]]:
    """Make the files of one release: its formats first, since the page tells their sizes."""
    release, folder = work.entry.release, work.entry.folder
    known = registry or DEFAULT
    made = _made(release, now, house)
    files: list[tuple[str, bytes]] = []
    downloads = []
    for name in work.formats:
        fmt = known.get(name)
        document = write(release, name, newsroom=house, now=made, templates=templates, registry=known)
        path = file_name(work.entry, fmt.suffixes[0])
        files.append((f"{folder}/{path}", document.body))
        downloads.append(Anchor(path, fmt.title, release.language, fmt.media_type, len(document.body)))
    root = _root(work.entry)
    options = HtmlOptions(
        css="link",
        stylesheet=f"{root}style.css",
        script=f"{root}site.js",
        home=root,
        navigation=work.navigation,
        alternates=work.alternates,
        feeds=work.feeds,
        downloads=tuple(downloads),
        earlier=work.earlier,
        later=work.later,
    )
    page = render(
        release, "html", newsroom=house, now=now, options=options, templates=templates, registry=known
    )
    assert isinstance(page, str)
    files.append((f"{folder}/index.html", page.encode()))
    return files


def _made(release: Release, now: dt.datetime, house: Newsroom) -> dt.datetime:
    """Return the moment that files of `release` name as their own.

    Not that of the build: two builds of one folder would differ in every file whose envelope is dated.
    """
    opened = release.dateline.moment(house.time_zone or "+00:00") if release.dateline else None
    return last_modified(release, now) or (opened if opened and opened <= now else now)


def _shared(site: Plan, output: Output, templates: Templates, registry: Registry) -> bytes:
    """Make an output that is about more than one release."""
    match output.kind:
        case "list":
            page, more = list_values(site, output)
            return templates.render("site/index.html", "html", **values(page, **more)).encode()
        case "missing":
            root = root_path(site.newsroom)
            page = frame(site, site.newsroom.language, root, robots="noindex")
            newest = tuple(item(site, entry, root) for entry in site.listed()[:5])
            more = {
                "newest": None,
                "items": newest,
                "description": "",
                "heading": "",
                "later": "",
                "earlier": "",
            }
            return templates.render("site/404.html", "html", **values(page, **more)).encode()
        case "feed":
            return _feed(site, output, templates, registry)
        case "style":
            return style_sheet(site.newsroom.theme, templates).encode()
        case "script":
            return templates.render("site/site.js", "text").encode()
        case "sitemap":
            return templates.render(
                "site/sitemap.xml", "xml", entries=_located(site), home=site.newsroom.base_url
            ).encode()
        case "robots":
            return templates.render("site/robots.txt", "text", base=site.newsroom.base_url).encode()
        case _:
            raise AssertionError(output.kind)


def _feed(site: Plan, output: Output, templates: Templates, registry: Registry) -> bytes:
    newest = site.listed(output.about)[: site.newsroom.feeds.size]
    gone = [
        e for e in site.entries if e.withdrawn and (not output.about or e.release.language == output.about)
    ]
    options = {
        "self_url": site.newsroom.base_url + output.path,
        "home": home_of(site.newsroom, output.about),
        "language": output.about or site.newsroom.language,
    }
    body = render_all(
        [e.release for e in (*newest, *gone)],
        output.format,
        newsroom=site.newsroom,
        now=site.now,
        options=options,
        templates=templates,
        registry=registry,
    )
    return body if isinstance(body, bytes) else body.encode()


def _located(site: Plan) -> list[tuple[str, str, tuple[Anchor, ...]]]:
    """Return address, last change and language versions of every page, for the site map."""
    found = []
    for entry in site.entries:
        if not entry.withdrawn:
            release = entry.release
            moments = [
                m for m in (release.published, release.updated, release.change.at) if m and m <= site.now
            ]
            changed = max(moments).isoformat(timespec="seconds") if moments else ""
            found.append((release.url, changed, _alternates(entry)))
    return found
