"""Topics and places: an index of each, and pages with the releases of every one; a set for each language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from pressrelease.site.addresses import (
    address_of,
    base_of,
    editions,
    feed_anchors,
    folder_of_term,
    has,
    root_of,
)
from pressrelease.site.frame import filler, framed, titled
from pressrelease.site.kinds.lists import lister, pages
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary, Term
from pressrelease.theme import Anchor
from pressrelease.wording import wording

TEXTS = {"topics": "topic_text", "places": "place_text", "people": "person_text"}
"""Which words say what the pages of a term are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic, place or person in an index."""

    name: str
    href: str
    count: int
    note: str = ""


def of_site(name: str, site: Site) -> Iterator[Output]:
    """Yield the index of `name` (`topics`, `places`) and the pages of each of its terms."""
    for language in ("", *site.languages):
        yield from index_of(site, name, language)
        for term, entries in site.grouped(name, language).items():
            folder = folder_of_term(site, name, term, language)
            for path, filled in pages(site, entries, folder, language):
                yield page_of(site, name, term, language, path, filled)


def page_of(
    site: Site, name: str, term: Term, language: str, path: str, filled: dict[str, Any], **more: Any
) -> Output:
    """Return the page of `term` at `path`; a numbered one says from when its entries are."""
    spoken = language or site.newsroom.language
    w = wording(spoken)
    what = w(TEXTS[name], name=term.name)
    told: dict[str, Any] = {"title": titled(site, term.name, w(name)), "description": what}
    if name == "topics":
        told["feeds"] = feed_anchors(site, spoken, term)
    head = {
        "heading": term.name,
        "up": Anchor(address_of(site, name, spoken, root_of(path)), w(name)),
        "description": filled["description"] or what,
    }
    return framed(site, f"{name}-page", path, language, told, {**filled, **head, **more})


def index_of(
    site: Site, name: str, language: str, note: Callable[[Term, Sequence[Summary]], str] | None = None
) -> Iterator[Output]:
    """Yield the index of `name`, from A to Z, if the edition in `language` has one; `note` says more of a term."""
    if not has(site, name, language):
        return
    w = wording(language or site.newsroom.language)
    entries = tuple(
        Entry(term.name, f"{quote(term.key)}/", len(found), note(term, found) if note else "")
        for term, found in sorted(site.grouped(name, language).items(), key=lambda pair: _order(pair[0]))
    )
    what = w(f"{name}_text")
    told = {
        "title": titled(site, w(name)),
        "description": what,
        "alternates": editions(site, name),
    }
    filled = {"heading": w(name), "description": what, "entries": entries}
    yield framed(site, name, f"{base_of(site, language)}{name}/index.html", language, told, filled)


def _order(term: Term) -> tuple[str, str]:
    """Return what sorts `term` where a reader looks for it: capitals and accents do not count."""
    bare = unicodedata.normalize("NFKD", term.name.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)), term.key


KINDS = tuple(
    kind
    for name, noun in (("topics", "topic"), ("places", "place"))
    for kind in (
        Kind(
            name,
            name,
            (f"index of {name}", f"indexes of {name}"),
            filler("site/terms.html"),
            of_site=partial(of_site, name),
            templates=("site/terms.html",),
        ),
        Kind(
            f"{name}-page",
            name,
            (f"{noun} page", f"{noun} pages"),
            lister("site/term.html"),
            templates=("site/term.html",),
        ),
    )
)
