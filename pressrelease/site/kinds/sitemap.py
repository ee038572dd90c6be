"""`sitemap.xml` (sitemaps.org 0.9) with each page's last change and languages, and Google's `news-sitemap.xml`.

A site map is full at 50,000 addresses or 50 MiB: beyond that `sitemap.xml` is an index of parts. Releases come first,
oldest before newest, then the site's other pages: a new release changes the last part of releases, and those with the
lists that show it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import escape

from pressrelease.site.addresses import alternates, base_of, editions, folder_of_term, has
from pressrelease.site.desk import Desk
from pressrelease.site.kinds.archive import calendar, month_href, year_href
from pressrelease.site.kinds.corrections import corrections
from pressrelease.site.output import Kind, Output, Turn
from pressrelease.site.paging import sheets
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor

MOST_ENTRIES = 50_000
MOST_BYTES = 50 * 1024 * 1024
FRAME_BYTES = 1024
"""More than what a site map holds besides its entries."""
MOST_NEWS = 1000
NEWS_AGE = dt.timedelta(days=2)
"""How long a release is news to Google."""
NEWS_PATH = "news-sitemap.xml"
_TRADITIONAL = ("hant", "tw", "hk", "mo")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in a site map."""

    address: str
    changed: str = ""
    """ISO 8601 with the offset, or empty."""
    languages: tuple[tuple[str, str], ...] = ()
    """Language and address of each version, its own too."""

    @property
    def most_bytes(self) -> int:
        """Return a number of bytes that it surely fits in."""
        texts = (self.address, self.changed, *(text for pair in self.languages for text in pair))
        return 80 + 60 * len(self.languages) + sum(len(str(escape(text)).encode()) for text in texts)


def sitemap_of(site: Site) -> Iterator[Output]:
    """Yield the site map, or an index and its parts."""
    releases = [_entry(site, s) for s in reversed(site.shown) if _is_ours(site, s)]
    lists = list(_lists(site))
    parts = tuple(portions((*releases, *lists)))
    if len(parts) == 1:
        yield Output("sitemap.xml", "sitemap", (parts[0],))
        return
    parts = (*portions(releases), *portions(lists))
    listed = []
    for number, part in enumerate(parts, 1):
        path = f"sitemap-{number}.xml"
        yield Output(path, "sitemap", (part,))
        changed = max((dt.datetime.fromisoformat(e.changed) for e in part if e.changed), default=None)
        listed.append((f"{site.newsroom.base_url}{path}", changed.isoformat() if changed else ""))
    yield Output("sitemap.xml", "sitemap-index", (tuple(listed),))


def portions(
    entries: Iterable[Entry], most: int = MOST_ENTRIES, most_bytes: int = MOST_BYTES - FRAME_BYTES
) -> Iterator[tuple[Entry, ...]]:
    """Yield `entries` in order, as many together as one site map may hold."""
    part: list[Entry] = []
    size = 0
    for entry in entries:
        more = entry.most_bytes
        if part and (len(part) == most or size + more > most_bytes):
            yield tuple(part)
            part, size = [], 0
        part.append(entry)
        size += more
    yield tuple(part)


def _entry(site: Site, s: Summary) -> Entry:
    changed = _changed(site, (s,))
    return Entry(
        s.url,
        changed.isoformat(timespec="seconds") if changed else "",
        tuple((other.language, other.href) for other in alternates(s, site.tongues(s))),
    )


def _lists(site: Site) -> Iterator[Entry]:
    """Yield the pages of the site itself: of each edition the home page and all that its masthead and foot lead to.

    Each is dated by what it shows, and by nothing where that says no date. Of a list in several pages the first stands
    for all; search is no page to be found.
    """
    for language in ("", *site.languages):
        yield _named(site, language, "", _first(site, site.listed(language)))
        if has(site, "archive", language):
            yield _named(site, language, "archive")
            yield from _archive(site, language)
        for name in ("topics", "places", "people"):
            if has(site, name, language):
                yield _named(site, language, name)
                for term, entries in site.grouped(name, language).items():
                    folder = folder_of_term(site, name, term, language)
                    yield _page(site, folder, _first(site, entries))
        for name in ("contacts", "imprint", "terms"):
            if has(site, name, language):
                yield _named(site, language, name)
        if has(site, "corrections", language):
            told = (c.at for c in site.shared(corrections, language) if c.at)
            yield _named(site, language, "corrections", max(told, default=None))


def _archive(site: Site, language: str) -> Iterator[Entry]:
    """Yield years and months, the oldest first: what is over stays where it is."""
    for year, months in sorted(site.shared(calendar, language).items()):
        folder = f"{base_of(site, language)}archive/{year_href(year)}"
        dated = {month: _changed(site, entries) for month, entries in sorted(months.items())}
        yield _page(site, folder, max((d for d in dated.values() if d), default=None))
        for month, changed in dated.items():
            if month:
                yield _page(site, folder + month_href(month), changed)


def _named(site: Site, language: str, name: str, changed: dt.datetime | None = None) -> Entry:
    """Return the entry of the page `name` (empty: the home page) of the edition in `language`."""
    folder = base_of(site, language) + (f"{name}/" if name else "")
    return _page(site, folder, changed, editions(site, name))


def _page(site: Site, folder: str, changed: dt.datetime | None, spoken: Iterable[Anchor] = ()) -> Entry:
    return Entry(
        site.newsroom.base_url + quote(folder),
        changed.isoformat(timespec="seconds") if changed else "",
        tuple((anchor.language, anchor.href) for anchor in spoken),
    )


def _first(site: Site, entries: Sequence[Summary]) -> dt.datetime | None:
    """Return when the first page of the list of `entries` changed."""
    return _changed(site, next(sheets(entries, site.newsroom.site.per_page, "")).entries)


def _changed(site: Site, entries: Iterable[Summary]) -> dt.datetime | None:
    """Return when the last of `entries` changed."""
    return max((m for s in entries for m in s.moments if m <= site.now), default=None)


def _is_ours(site: Site, s: Summary) -> bool:
    """Return whether the address of `s` is below the site's own: a site map may hold no other."""
    return s.url.startswith(site.newsroom.base_url)


def make_sitemap(output: Output, desk: Desk) -> bytes:
    """Fill the template of the site map."""
    return desk.templates.render("site/sitemap.xml", "xml", entries=output.inputs[0]).encode()


def make_index(output: Output, desk: Desk) -> bytes:
    """Fill the template of the index."""
    return desk.templates.render("site/sitemap-index.xml", "xml", parts=output.inputs[0]).encode()


# --- Google News ----------------------------------------------------------------------------------------------------


def news_of(site: Site) -> Iterator[Output]:
    """Yield the site map of what is news: at most the newest 1,000, none older than two days; it may be empty."""
    entries = tuple(
        (
            s.url,
            news_language(s.language, site.newsroom.language),
            out.isoformat(timespec="seconds"),
            s.headline,
        )
        for out, s in _news(site)
    )
    yield Output(NEWS_PATH, "news-sitemap", (site.newsroom.title, entries))


def _news(site: Site) -> list[tuple[dt.datetime, Summary]]:
    """Return what came out within two days with the moment it did, newest first."""
    known = ((_came_out(s), s) for s in site.shown if _is_ours(site, s))
    fresh = [(out, s) for out, s in known if out is not None and site.now < out + NEWS_AGE]
    return sorted(fresh, key=lambda pair: (pair[0], pair[1].id), reverse=True)[:MOST_NEWS]


def _came_out(s: Summary) -> dt.datetime | None:
    """Return when the public first saw `s`: what was published under an embargo came out as that ended."""
    return max((m for m in (s.published, s.life.comes_out, s.life.lift) if m is not None), default=None)


def news_change(site: Site) -> Turn | None:
    """Return the moment at which the oldest piece of news is none any more."""
    oldest = min((out for out, _ in _news(site)), default=None)
    return Turn(oldest + NEWS_AGE, "the news site map drops what is two days old") if oldest else None


def news_language(language: str, fallback: str) -> str:
    """Return the code that Google News has for `language` (BCP 47); `fallback` where it is undetermined.

    >>> news_language("de-AT", "en"), news_language("zh-Hant-HK", "en"), news_language("zh", "en")
    ('de', 'zh-tw', 'zh-cn')
    """
    primary, *rest = (fallback if language == "und" else language).lower().split("-")
    if primary != "zh":
        return primary
    return "zh-tw" if any(part in _TRADITIONAL for part in rest) else "zh-cn"


def make_news(output: Output, desk: Desk) -> bytes:
    """Fill the template of the news site map."""
    name, entries = output.inputs
    return desk.templates.render("site/news-sitemap.xml", "xml", name=name, entries=entries).encode()


KINDS = (
    Kind(
        "sitemap",
        "sitemap",
        ("site map", "site maps"),
        make_sitemap,
        of_site=sitemap_of,
        templates=("site/sitemap.xml",),
    ),
    Kind(
        "sitemap-index",
        "sitemap",
        ("index of site maps", "indexes of site maps"),
        make_index,
        templates=("site/sitemap-index.xml",),
    ),
    Kind(
        "news-sitemap",
        "sitemap",
        ("news site map", "news site maps"),
        make_news,
        of_site=news_of,
        next_change=news_change,
        templates=("site/news-sitemap.xml",),
    ),
)
