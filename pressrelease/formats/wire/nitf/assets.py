"""Media of an NITF document that stand beside the story: read as assets."""

from __future__ import annotations

import re

from lxml import etree

from pressrelease.formats.wire.nitf.draft import MARK, Draft, attribute, kids, prose, words
from pressrelease.markup.html_parts import href
from pressrelease.markup.nitf import media_type

_FACTS = ("id", "role", "title")


def read_asset(draft: Draft, element: etree._Element, base: str) -> None:
    """Read a `media` element as an asset, at the place our own mark gives it."""
    place = element.get(f"{MARK}asset") or ""
    path = f"assets.{place}" if re.fullmatch(r"\d{1,4}", place, re.A) else draft.next("assets")
    references = [r for r in kids(element, "media-reference") if href(r.get("source"), base, _SCHEMES)]
    if not references:
        draft.find("asset-dropped", "a medium without an address to keep was left out", element)
        return
    for i, reference in enumerate(references):
        _file(draft, reference, f"{path}.renditions.{i}", base)
    for fact in kids(element, "media-metadata"):
        if (name := attribute(fact, "name").lower()) in _FACTS:
            draft.put(f"{path}.{name}", attribute(fact, "value"))
    draft.put(f"{path}.alt", attribute(references[0], "alternate-text"))
    draft.put(f"{path}.rights", attribute(references[0], "copyright"))
    draft.put(f"{path}.caption", "\n\n".join(filter(None, map(prose, kids(element, "media-caption")))))
    draft.put(f"{path}.credit", ", ".join(filter(None, map(words, kids(element, "media-producer")))))


_SCHEMES = ("http", "https", "mailto", "tel")


def _file(draft: Draft, element: etree._Element, path: str, base: str) -> None:
    address = href(element.get("source"), base, _SCHEMES)
    draft.put(f"{path}.href", address)
    draft.put(f"{path}.name", attribute(element, "name"))
    mime = attribute(element, "mime-type")
    draft.put(f"{path}.media_type", mime if mime != media_type(address) else "")
    for name in ("height", "width"):
        draft.number(f"{path}.{name}", attribute(element, name), 1, 10**9, f"the {name}")
    time = attribute(element, "time")
    if re.fullmatch(r"\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?", time) and float(time) > 0:
        draft.put(f"{path}.duration", float(time))
