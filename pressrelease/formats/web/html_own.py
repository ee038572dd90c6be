"""Pages of our own making, read back: every value stands in an element marked with its field's path.

`data-field="PATH"`: its words are the value; `data-field-href`, `-src`, `-alt`: that attribute is; `data-story`: its
content is a story; `<meta name="pressrelease:PATH">`: a value without a visible place.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from bs4 import BeautifulSoup, Tag

from pressrelease.characters import cleaned, one_line
from pressrelease.findings import Finding
from pressrelease.formats.assembly import assembled, is_path, nested
from pressrelease.markup.html import story_from_html
from pressrelease.markup.html_parts import attribute, classes
from pressrelease.model import Release

GENERATOR = "pressrelease"
_PROSE = re.compile(r"(?:summary|change\.note|notices\.\d+\.text|assets\.\d+\.caption|rights\.usage_terms)\Z")
_NUMBERS = frozenset(["version", "urgency", "width", "height", "size", "year"])
_MOST = 20_000
_DEEPEST = 60
"""Marks deeper than this are none of ours: what lies within marks within marks would be read over and over."""


def is_own(page: BeautifulSoup) -> bool:
    """Return whether the page is one this library wrote."""
    generator = page.find("meta", attrs={"name": "generator"})
    own = isinstance(generator, Tag) and attribute(generator, "content") == GENERATOR
    return own and page.find(True, attrs={"data-field": "headline"}) is not None


def read_own(page: BeautifulSoup) -> tuple[Release, tuple[Finding, ...]]:
    """Return the release a page of ours holds, and what of it could not be read."""
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    prefix = f"{GENERATOR}:"
    for tag in page.find_all("meta", limit=_MOST):
        if attribute(tag, "name").startswith(prefix):
            _put(
                values,
                attribute(tag, "name").removeprefix(prefix),
                attribute(tag, "content").removeprefix("'"),
            )
    for tag in page.find_all(_is_marked, limit=_MOST):
        if len(list(islice(tag.parents, _DEEPEST))) == _DEEPEST:
            continue
        for name, path in list(tag.attrs.items()):
            if not isinstance(path, str):
                continue
            if name == "data-field":
                _put(values, path, one_line(cleaned(tag.get_text())))
            elif name == "data-story":
                story, told = story_from_html(tag, leave_out=_is_lead)
                findings += told
                values.setdefault(path, story)
            elif name.startswith("data-field-"):
                _put(values, path, attribute(tag, name.removeprefix("data-field-")))
    release, dropped = assembled(nested(values), what="a page")
    return release, (*findings, *dropped)


def _is_marked(tag: Tag) -> bool:
    return any(name.startswith(("data-field", "data-story")) for name in tag.attrs)


def _is_lead(tag: Tag) -> bool:
    # The dateline's words open the story for readers; they are the dateline's, not the story's.
    return "lead-in" in classes(tag)


def _put(values: dict[str, Any], path: str, text: str) -> None:
    if not is_path(path):
        return
    if path in values:
        if _PROSE.match(path) and isinstance(values[path], str):
            values[path] += f"\n\n{text}"
        return
    last = path.rpartition(".")[2]
    if last in _NUMBERS and re.fullmatch(r"\d{1,12}", text):
        values[path] = int(text)
    elif last == "binding":
        values[path] = text != "false"
    elif last == "until" and not text:
        values[path] = None
    else:
        values[path] = text
