"""Who owns the content, and what may be done with it (`rightsInfo`)."""

from __future__ import annotations

import re

from lxml import etree

from pressrelease.formats.wire.newsml_g2.draft import Draft, children, prose, suffix, words
from pressrelease.formats.wire.newsml_g2.read_links import read_link
from pressrelease.formats.wire.newsml_g2.read_parties import name_of


def read_rights(draft: Draft, info: etree._Element) -> None:
    """Read one `rightsInfo` into `draft`; where there are several, the first that says a thing holds."""
    if draft.is_own:
        draft.values.setdefault("rights", {})
    several: dict[str, list[etree._Element]] = {}
    for name, element in children(info):
        if name in ("copyrightNotice", "usageTerms"):
            several.setdefault(name, []).append(element)
        elif name == "copyrightHolder":
            draft.put(
                "rights.holder", name_of(draft, element) or (element.get("qcode") or "").partition(":")[2]
            )
        elif name == "link":
            read_link(draft, element)
        elif name == "dataMining":
            said = suffix(element.get("uri") or element.get("qcode") or "")
            known = "reserved" if "prohibited" in said else "allowed" if "allowed" in said else ""
            draft.put("rights.data_mining", known)
            if not known:
                draft.leave(element)
        else:
            draft.leave(element)
    for name, elements in several.items():
        fitting = draft.in_language(elements)
        if name == "copyrightNotice":
            _notice(draft, words(fitting[0]))
        else:
            _terms(draft, fitting)
        for element in (e for e in elements if e not in fitting[:1]):
            draft.leave(element)


def _notice(draft: Draft, text: str) -> None:
    year = draft.own.get("rights.year")
    made_up = " ".join(filter(None, ("©", year.value if year else "", draft.values.get("rights.holder", ""))))
    if not draft.is_own or text != made_up:
        draft.put("rights.notice", text)


def _terms(draft: Draft, elements: list[etree._Element]) -> None:
    draft.put("rights.usage_terms", prose(elements[0]))
    href = next((e.get("href") or "" for e in elements if e.get("href")), "")
    if re.match(r"https?://", href, re.I):
        draft.put("rights.licence", href)
