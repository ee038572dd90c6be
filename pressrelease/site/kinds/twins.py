"""Markdown twins of the pages, for programs that read: `index.md` beside `index.html`, and `llms.txt` at the root."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast
from urllib.parse import quote

from pressrelease.markup.markdown import markdown_from_story
from pressrelease.markup.yaml_write import dump_yaml
from pressrelease.model import Release
from pressrelease.outline import Outline, outline, section_blocks
from pressrelease.site.addresses import TWIN, base_of, feed_anchors, folder_of_term, has, home_of, root_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import line
from pressrelease.site.kinds.lists import pages
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.settings import WITHOUT_LOOK
from pressrelease.site.summary import Summary
from pressrelease.story import Block, BulletList, Heading, Link, Paragraph, Quote, Spans, Story, Strong, Text
from pressrelease.story.cutting import unmarked
from pressrelease.theme import language_name
from pressrelease.wording import wording

NEWEST = 20
"""Releases that `llms.txt` names itself."""


# --- releases ---------------------------------------------------------------------------------------------------------


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield the twin of the page of `s`; that of a withdrawn release says so, and no more."""
    yield Output(f"{s.folder}/{TWIN}", "twin", releases=(site.take(s),))


def make_twin(output: Output, desk: Desk) -> bytes:
    """Write what a reader of the page sees as Markdown, with the facts of its head as front matter."""
    taken = output.releases[0]
    release = desk.shown(taken)
    seen = outline(release, taken.as_of, newsroom=desk.newsroom)
    withdrawn = any(state.kind == "withdrawn" for state in seen.states)
    blocks = [*_states(seen), *([] if withdrawn else _rest(seen))]
    return f"---\n{dump_yaml(_facts(release))}---\n\n{document(seen.headline, blocks)}".encode()


def _facts(release: Release) -> dict[str, Any]:
    publisher = release.publisher
    told = {
        "title": release.headline,
        "url": release.url,
        "id": release.id,
        "language": release.language,
        "version": release.version,
        "published": release.published.isoformat() if release.published else "",
        "updated": release.updated.isoformat() if release.updated else "",
        "publisher": publisher.title if publisher else "",
        "keywords": list(release.keywords),
    }
    return {name: value for name, value in told.items() if value}


def _states(seen: Outline) -> Iterator[Block]:
    for state in seen.states:
        yield Paragraph((Strong(set_words(state.label)), *((Text(f" {state.text}"),) if state.text else ())))


def _rest(seen: Outline) -> Iterator[Block]:
    for said in (seen.subheadline, seen.byline, seen.dateline.line):
        if said:
            yield Paragraph(set_words(said))
    yield from unmarked(seen.story).blocks
    for section in seen.sections:
        yield from section_blocks(section)
    for said in (seen.rights, seen.usage_terms):
        if said:
            yield Paragraph(set_words(said))


# --- lists ------------------------------------------------------------------------------------------------------------


def of_site(site: Site) -> Iterator[Output]:
    """Yield the twin of each list page."""
    for language in ("", *site.languages):
        for path, filled in pages(site, site.listed(language), base_of(site, language), language):
            w = wording(language or site.newsroom.language)
            about = site.newsroom.site.description if path == "index.html" else filled["description"]
            further = tuple(
                (w(name), f"{filled[name]}{TWIN}") for name in ("later", "earlier") if filled[name]
            )
            twin = f"{path.removesuffix('index.html')}{TWIN}"
            yield Output(twin, "list-twin", (site.newsroom.title, about, filled["items"], further))


def entry(s: Summary, root: str) -> tuple[str, str, str]:
    """Return what a list says of a release: headline, address of its twin, day and place."""
    item = line(s, root)
    day = item.published.date().isoformat() if item.published else ""
    return item.headline, f"{item.href}{TWIN}", ", ".join(filter(None, (day, item.place)))


def make_list(output: Output, desk: Desk) -> bytes:
    """Write a list of releases as Markdown, each with its twin."""
    title, about, entries, further = output.inputs
    blocks: list[Block] = [Paragraph(set_words(about))] if about else []
    blocks += links(entry(s, root_of(output.path)) for s in entries)
    blocks += [Paragraph((Link(set_words(words), href),)) for words, href in further]
    return document(title, blocks).encode()


# --- llms.txt ---------------------------------------------------------------------------------------------------------


def llms_of(site: Site) -> Iterator[Output]:
    """Yield `llms.txt` (llmstxt.org): what the newsroom is, its newest releases, archive, topics and feeds."""
    house = site.newsroom
    base = house.base_url
    w = wording(house.language)
    newest = tuple(
        (s.headline, f"{base}{quote(s.folder)}/{TWIN}", s.published.date().isoformat() if s.published else "")
        for s in site.listed()[:NEWEST]
    )
    lists: tuple[tuple[str, str, str], ...] = (
        ((w("all_releases"), f"{base}{TWIN}", ""),) if site.listed() else ()
    )
    lists += tuple(
        (w("all_releases"), f"{home_of(house, tag)}{TWIN}", language_name(tag)) for tag in site.languages
    )
    lists += ((w("archive"), f"{base}archive/{TWIN}", ""),) if has(site, "archive") else ()
    topics = tuple(
        (term.name, f"{base}{quote(folder_of_term(site, 'topics', term, ''))}{TWIN}", "")
        for term in (site.grouped("topics", "") if has(site, "topics") else ())
    )
    feeds = tuple((feed.title, feed.href, "") for feed in feed_anchors(site, house.language))
    sections = ((w("releases"), newest), (w("archive"), lists), (w("topics"), topics), (w("feeds"), feeds))
    yield Output("llms.txt", "llms", (house.title, house.site.description, sections))


def make_llms(output: Output, desk: Desk) -> bytes:
    """Write the file as Markdown: a heading, a quotation of what it is, sections of links."""
    title, about, sections = output.inputs
    blocks: list[Block] = [Quote((Paragraph(set_words(about)),))] if about else []
    for name, entries in sections:
        if entries:
            blocks += [Heading(set_words(name), 2), *links(entries)]
    return document(title, blocks).encode()


def document(title: str, blocks: Sequence[Block]) -> str:
    """Return `title` and `blocks` as Markdown; no story has a heading of the first level, so the title stands apart."""
    head = markdown_from_story(Story((Paragraph(set_words(title)),))).strip()
    return f"# {head}\n\n{markdown_from_story(Story(tuple(blocks)))}".rstrip("\n") + "\n"


def links(entries: Iterable[tuple[str, str, str]]) -> list[Block]:
    """Return names with their addresses and notes as a list, or nothing."""
    items = tuple(
        (Paragraph((Link(set_words(name), href), *((Text(f": {note}"),) if note else ()))),)
        for name, href, note in entries
    )
    return [BulletList(items)] if items else []


def set_words(text: str) -> Spans:
    """Return `text` as words that no Markdown is read in."""
    return cast(Spans, (Text(text),))


KINDS = (
    Kind(
        "twin",
        "twins",
        ("Markdown twin", "Markdown twins"),
        make_twin,
        of_release=of_release,
        settings=WITHOUT_LOOK,
    ),
    Kind(
        "list-twin",
        "twins",
        ("Markdown twin of a list", "Markdown twins of lists"),
        make_list,
        of_site=of_site,
    ),
    Kind("llms", "twins", ("llms.txt", "llms.txt"), make_llms, of_site=llms_of),
)
