"""Links beside an item: translations, related documents, the licence."""

from __future__ import annotations

from pressrelease.formats.feed._items import relation
from pressrelease.formats.feed._options import absolute
from pressrelease.formats.feed._raw import Raw
from pressrelease.formats.feed._sanitary import told
from pressrelease.model import Related, Translation


def links_of(raw: Raw) -> tuple[tuple[Related, ...], tuple[Translation, ...], str]:
    """Return related documents, translations, and the licence's address."""
    related: list[Related] = []
    translations: list[Translation] = []
    licence = ""
    for link in raw.links:
        if link.rel == "license" and absolute(link.href):
            licence = link.href
        elif link.rel in ("alternate", "related") and link.language:
            found = told(
                Translation, raw.findings, raw.where, language=link.language, href=link.href, title=link.title
            )
            translations += [found] if found else []
        elif link.rel == relation(link.rel):
            known = told(Related, raw.findings, raw.where, href=link.href, title=link.title, rel=link.rel)
            related += [known] if known else []
    return tuple(related), tuple(translations), licence
