"""Where things are on a site: its pages, editions, feeds, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urljoin, urlsplit

from pressrelease.formats.registry import DEFAULT
from pressrelease.newsroom import Newsroom
from pressrelease.site.plan import Site
from pressrelease.site.policy import policy
from pressrelease.site.summary import Summary, Term, Tongue
from pressrelease.theme import Anchor, language_name
from pressrelease.wording import wording

FEEDS = {"rss": "feed.xml", "atom": "feed.atom", "jsonfeed": "feed.json"}
"""Feed formats of a site and their file names."""
TWIN = "index.md"
"""What the Markdown twin of a page is called."""
SECTIONS = ("archive", "topics", "places", "people", "contacts")
"""The site's own pages that the masthead leads to, by the names of their outputs and addresses."""


def base_of(site: Site, language: str) -> str:
    """Return where the edition in `language` lies below the site's root: nothing for the house's own."""
    return f"{language.lower()}/" if language in site.languages else ""


def has(site: Site, name: str, language: str = "") -> bool:
    """Return whether the edition in `language` has a page `name`: asked for, and with something on it."""
    if name not in site.newsroom.site.outputs:
        return False
    if name in ("topics", "places", "people"):
        return bool(site.grouped(name, language if language in site.languages else ""))
    if name == "terms":
        return policy(site.newsroom) is not None
    return True


def address_of(site: Site, name: str, language: str, root: str) -> str:
    """Return the relative address of the page `name` in `language`, from a page that `root` leads back from."""
    return f"{root}{base_of(site, language)}{name}/"


def folder_of_term(site: Site, name: str, term: Term, language: str) -> str:
    """Return the folder of `term` among the `name` (`topics`, `places`, `people`) of the edition in `language`."""
    return f"{base_of(site, language)}{name}/{term.key}/"


def version_folder(s: Summary, version: Summary) -> str:
    """Return the folder of an earlier `version` of `s`."""
    return f"{s.folder}/v{version.version}/"


def sections(site: Site, language: str, root: str) -> tuple[Anchor, ...]:
    """Return links to the site's own pages in `language`."""
    return _anchors(site, SECTIONS, language, root)


def more(site: Site, language: str, root: str) -> tuple[Anchor, ...]:
    """Return what the foot of a page in `language` leads to beside the imprint."""
    return _anchors(site, ("contacts", "corrections", "terms"), language, root)


def imprint(site: Site, language: str, root: str) -> str:
    """Return the address of the imprint: the site's page, else the newest release's."""
    if has(site, "imprint"):
        return address_of(site, "imprint", language, root)
    newest = site.listed()[:1]
    return f"{root}{newest[0].folder}/#imprint" if newest and newest[0].has_imprint else ""


def _anchors(site: Site, names: tuple[str, ...], language: str, root: str) -> tuple[Anchor, ...]:
    w = wording(language)
    return tuple(
        Anchor(address_of(site, name, language, root), w(name)) for name in names if has(site, name, language)
    )


def navigation(site: Site, root: str) -> tuple[Anchor, ...]:
    """Return links to the home page of each language the site speaks, none where it speaks one."""
    if not site.languages:
        return ()
    own = site.newsroom.language
    return tuple(
        Anchor(f"{root}{'' if tag == own else tag.lower() + '/'}" or "./", language_name(tag), tag)
        for tag in (own, *site.languages)
    )


def editions(site: Site, name: str) -> tuple[Anchor, ...]:
    """Return the page `name` (empty: the home page) in each language that has it, as hreflang wants it."""
    if not site.languages:
        return ()
    base = site.newsroom.base_url
    return tuple(
        Anchor(f"{base}{base_of(site, language)}{name + '/' if name else ''}", "", language)
        for language in (site.newsroom.language, *site.languages)
        if not name or has(site, name, language)
    )


def feed_anchors(site: Site, language: str, topic: Term | None = None) -> tuple[Anchor, ...]:
    """Return the feeds that a page in `language` names: those of its language, or of a topic in it."""
    if ("topic-feeds" if topic else "feeds") not in site.newsroom.site.outputs:
        return ()
    folder = folder_of_term(site, "topics", topic, language) if topic else base_of(site, language)
    base, w = site.newsroom.base_url + quote(folder), wording(language)
    return tuple(
        Anchor(f"{base}{path}", w(f"feed_{name}"), language, DEFAULT.get(name).media_type)
        for name, path in FEEDS.items()
    )


def home_of(house: Newsroom, language: str) -> str:
    """Return the address of the first page in `language` (empty: the house's own)."""
    return house.base_url + (f"{language.lower()}/" if language else "")


def root_of(path: str) -> str:
    """Return what leads from the page at `path` to the site's root: `../../`, empty for a page that lies there."""
    return "../" * path.count("/")


def root_path(house: Newsroom) -> str:
    """Return the path of the site's root on its host, as a page served at any depth must name it."""
    return urlsplit(house.base_url).path or "/"


def twin_of(site: Site) -> str:
    """Return the address of the Markdown twin of a page, from the page; nothing where the site has none."""
    return TWIN if "twins" in site.newsroom.site.outputs else ""


def at_host(house: Newsroom, path: str) -> str:
    """Return the address of `path` at the root of the site's host, where well-known files belong (RFC 8615)."""
    return urljoin(house.base_url, f"/{path}")


def alternates(s: Summary, tongues: Iterable[Tongue]) -> tuple[Anchor, ...]:
    """Return every language version with `s` itself, as hreflang wants it; none where there is only one."""
    others = [Anchor(t.href, t.title, t.language) for t in tongues if t.href]
    return (Anchor(s.url, s.headline, s.language), *others) if others else ()
