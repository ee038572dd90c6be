"""Addresses that releases claim: none twice, none that the site has for itself.

All sources are asked, hidden ones too: what would clash when an embargo ends is told before, to whoever builds and to
nobody else: a build with such a clash publishes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pressrelease.errors import Problem, shown
from pressrelease.files import FileProblem, clashes, data_of
from pressrelease.findings import Where
from pressrelease.newsroom import Newsroom, folder_of
from pressrelease.site.plan import RESERVED
from pressrelease.site.summary import Summary


class Claim(NamedTuple):
    """An address below the site's root that a release wants."""

    folder: str
    value: str
    """The slug or alias that says so."""
    field: str
    release: Summary


def contradictions(newsroom: Newsroom, entries: Iterable[Summary]) -> Iterator[FileProblem]:
    """Yield what contradicts among `entries`: all of `newsroom`, public or not (earlier versions claim nothing).

    An error names both files, or file and address of the site, and what to do.
    """
    assert newsroom.root is not None
    every = [s for s in entries if not s.earlier]
    yield from clashes(s.known(newsroom.root) for s in every)
    taken: dict[str, Claim] = {}
    spoken = {s.language for s in every} | set(newsroom.languages)
    editions = frozenset(tag.lower() for tag in spoken - {newsroom.language, "und"})
    # Addresses first: a former one gives way to one that is in use.
    claims = [Claim(s.folder, s.slug, "slug", s) for s in every]
    claims += [Claim(folder_of(alias), alias, "aliases", s) for s in every for alias in s.aliases]
    for claim in claims:
        if _is_reserved(claim.folder.casefold(), editions):
            yield _reserved(newsroom, claim)
        other = taken.setdefault(claim.folder.casefold(), claim)
        # Two of one slug are told by `clashes`; a former address that is the present one leads nowhere else.
        if claim.field == "aliases" and other.release is not claim.release:
            yield _twice(newsroom, claim, other)


def _is_reserved(folder: str, editions: frozenset[str]) -> bool:
    first, _, name = folder.partition("/")
    if first in editions:
        if not name:
            return True
        first, _, name = name.partition("/")
    # A page that is called like its own file would have two Markdown files of one name.
    return first in RESERVED or (name or first) == "index"


def _reserved(newsroom: Newsroom, claim: Claim) -> FileProblem:
    remedy = "take it out" if claim.field == "aliases" else "give the release another one: `slug: …`"
    return FileProblem(
        Problem(
            "an address that the site uses itself",
            _where(newsroom, claim),
            shown(claim.value),
            "a slug of its own" if claim.field == "slug" else "an address that a release had",
            f"{newsroom.base_url}{claim.folder}/ is a page or folder of the site; {remedy}",
        )
    )


def _twice(newsroom: Newsroom, claim: Claim, other: Claim) -> FileProblem:
    has = "has" if other.field == "slug" else "had, too, by its `aliases`"
    return FileProblem(
        Problem(
            "one address for two releases",
            _where(newsroom, claim),
            shown(claim.value),
            f"an address that {other.release.source} has not",
            f"{other.release.source} {has} {newsroom.base_url}{other.folder}/: take the alias out of one of them, "
            "or give the other a `slug`",
        )
    )


def _where(newsroom: Newsroom, claim: Claim) -> Where:
    """Return file, field, and the line at which the file says so, if it does."""
    assert newsroom.root is not None
    path = newsroom.root / claim.release.source
    lines = data_of(path).decode("utf-8", "replace").splitlines()
    start = next((n for n, text in enumerate(lines) if text.strip(' "').startswith(claim.field)), len(lines))
    line = next((n for n, text in enumerate(lines[start:], start + 1) if claim.value in text), None)
    return Where(str(path), line, field=claim.field)
