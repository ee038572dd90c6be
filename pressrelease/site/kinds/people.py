"""People: an index of everyone whom a release quotes or names, and who said what; a set for each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressrelease.site.addresses import folder_of_term, root_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, line
from pressrelease.site.kinds.lists import pages
from pressrelease.site.kinds.terms import index_of, page_of
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Said, Summary, Term
from pressrelease.theme import Item


@dataclass(frozen=True, slots=True)
class Occasion:
    """A release in which a person is quoted or named."""

    release: Item
    role: str
    """The person's role and organisation at the time."""
    quotes: tuple[tuple[str, ...], ...]
    """Each in its pieces; none: the person is named."""


def of_site(site: Site) -> Iterator[Output]:
    """Yield the index of people and the pages of each."""
    for language in ("", *site.languages):
        yield from index_of(site, "people", language, _newest_role)
        for person, entries in site.grouped("people", language).items():
            folder = folder_of_term(site, "people", person, language)
            role = _newest_role(person, entries)
            for path, filled in pages(site, entries, folder, language):
                yield page_of(site, "people", person, language, path, filled, role=role, person=person)


def make(output: Output, desk: Desk) -> bytes:
    """Fill the template with what the person said on each occasion."""
    _, filled = output.inputs
    root = root_of(output.path)
    items = tuple(_occasion(filled["person"], s, root) for s in filled["items"])
    return fill(output, desk, items=items)


fill = filler("site/person.html")


def _occasion(person: Term, s: Summary, root: str) -> Occasion:
    said = said_by(person, s)
    return Occasion(line(s, root), _role(said), tuple(entry.pieces for entry in said if entry.pieces))


def said_by(person: Term, s: Summary) -> tuple[Said, ...]:
    """Return what `person` said in `s`."""
    return tuple(entry for entry in s.said if entry.person.key == person.key)


def _role(said: Sequence[Said]) -> str:
    """Return role and organisation as the first of `said` that gives any tells them."""
    told = (", ".join(filter(None, (entry.role, entry.organisation))) for entry in said)
    return next(filter(None, told), "")


def _newest_role(person: Term, entries: Sequence[Summary]) -> str:
    return _role([said for s in entries for said in said_by(person, s)])


KINDS = (
    Kind(
        "people",
        "people",
        ("index of people", "indexes of people"),
        filler("site/terms.html"),
        of_site=of_site,
        templates=("site/terms.html",),
    ),
    Kind(
        "people-page",
        "people",
        ("page of a person", "pages of people"),
        make,
        templates=("site/person.html",),
    ),
)
