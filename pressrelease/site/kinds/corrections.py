"""Corrections: what was changed after publication, with links to the earlier wording; a set for each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.characters import paragraphs
from pressrelease.site.addresses import base_of, editions, version_folder
from pressrelease.site.frame import filler, framed, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.paging import sheets
from pressrelease.site.plan import Site
from pressrelease.site.summary import Changed, Summary
from pressrelease.theme import Anchor
from pressrelease.wording import wording

KIND_WORDS = {"correction": "correction", "update": "update", "new": "update", "kill": "withdrawn"}
"""What a change is called; a version that follows another is an update where it says nothing of it."""
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of a release, or its withdrawal."""

    release: Summary
    version: Summary
    kind: str
    at: dt.datetime | None
    before: Summary | None
    """The version whose wording it replaced, where that can be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as the page shows it."""

    label: str
    release: Anchor
    version: int
    at: dt.datetime | None
    note: tuple[str, ...]
    wrong: str
    right: str
    before: str
    """Address of the earlier wording; empty: it cannot be read."""


def of_site(site: Site) -> Iterator[Output]:
    """Yield the pages of corrections, the newest change first."""
    for language in ("", *site.languages):
        w = wording(language or site.newsroom.language)
        told = {
            "title": titled(site, w("corrections")),
            "description": w("corrections_text"),
        }
        found = site.shared(corrections, language)
        folder = f"{base_of(site, language)}corrections/"
        for sheet in sheets(found, site.newsroom.site.per_page, folder):
            more = {} if sheet.number else {"alternates": editions(site, "corrections")}
            filled = {
                "entries": tuple(
                    _entry(c, sheet.root, language or site.newsroom.language) for c in sheet.entries
                ),
                "later": sheet.later,
                "earlier": sheet.earlier,
            }
            yield framed(site, "corrections", sheet.path, language, {**told, **more}, filled)


def corrections(site: Site, language: str) -> tuple[Correction, ...]:
    """Return the changes that the pages of `language` tell of, the newest first."""
    return tuple(sorted(_corrections(site, language), key=_order, reverse=True))


def _corrections(site: Site, language: str) -> Iterator[Correction]:
    for s in site.listed(language):
        before = None
        for version in (*site.versions(s), s):
            kind = version.changed.kind if version.changed else "new"
            if before is not None or kind == "correction" or (version.changed and _says(version.changed)):
                yield Correction(s, version, KIND_WORDS[kind], site.changed_at(version), before)
            before = version
    for s in site.gone(language):
        yield Correction(s, s, "withdrawn", site.changed_at(s), None)


def _says(changed: Changed) -> bool:
    return bool(changed.note or changed.wrong or changed.right)


def _order(c: Correction) -> tuple[dt.datetime, str, int]:
    # One that nobody dates has its place by when the release came out, and no date on the page.
    return c.at or c.version.published or _NEVER, c.release.id, c.version.version


def _entry(c: Correction, root: str, language: str) -> Entry:
    changed = c.version.changed or Changed("new")
    return Entry(
        label=wording(language)(c.kind),
        release=Anchor(f"{root}{c.release.folder}/", c.release.headline, c.release.language),
        version=c.version.version,
        at=c.at,
        note=paragraphs(changed.note),
        wrong=changed.wrong,
        right=changed.right,
        before=root + version_folder(c.release, c.before) if c.before else "",
    )


KINDS = (
    Kind(
        "corrections",
        "corrections",
        ("page of corrections", "pages of corrections"),
        filler("site/corrections.html"),
        of_site=of_site,
        templates=("site/corrections.html",),
    ),
)
