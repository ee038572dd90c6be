"""Other documents that an item names: translations, what belongs beside it, what it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.markup.nitf import absolute
from pressrelease.model import Related, Release, Translation

TRANSLATION = "Translation"
HISTORY = "history"
"""The `rel` of a document that tells the revisions: NewsML's RevisionHistory."""
DERIVED = "derived-from"
"""The `rel` of what a release comes from: NewsML's DerivedFrom."""
_ORDER = ("RevisionHistory", "DerivedFrom", "AssociatedWith")


@dataclass(frozen=True, slots=True)
class Note:
    """A Comment of an association: what it is, its words, their language."""

    kind: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """One other document, in the element it stands in."""

    element: str
    kind: str
    item: str
    notes: tuple[Note, ...] = ()


def associations(release: Release) -> Iterator[Association]:
    """Yield what belongs to the release, in the order the schema wants: history, origins, everything else."""
    base = release.url
    elements = [_element(related, i) for i, related in enumerate(release.related)]
    if elements != sorted(elements, key=_ORDER.index):
        # Apart they would lose their order; together each still says how it belongs.
        elements = ["AssociatedWith"] * len(elements)
    for element, related in zip(elements, release.related, strict=True):
        notes = (Note("Title", related.title),) if related.title else ()
        kind = related.rel if related.rel not in ("", TRANSLATION) else "related"
        yield Association(element, kind, absolute(related.href, base), notes)
    for other in release.translations:
        yield _translation(other, base)


def _element(related: Related, place: int) -> str:
    if related.rel == HISTORY and place == 0 and not related.title:
        return "RevisionHistory"
    return "DerivedFrom" if related.rel == DERIVED else "AssociatedWith"


def _translation(other: Translation, base: str) -> Association:
    href = absolute(other.href, base) if other.href else ""
    notes = (
        Note("Language", other.language, other.language),
        Note("Title", other.title, other.language),
        Note("URL", href),
        Note("Revision", str(other.version or "")),
    )
    return Association(
        "AssociatedWith", TRANSLATION, other.id or href, tuple(note for note in notes if note.text)
    )
