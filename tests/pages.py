"""A page as another program sees it: html5lib's tree, the marks in it, its JSON-LD."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import html5lib
from strategies import releases

import pressrelease as pr
from pressrelease.characters import one_line

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUSE = pr.Newsroom(
    title="Port of Example", base_url="https://news.example.org", publisher={"name": "Port of Example"}
)
__all__ = ["HOUSE", "NOW", "all_of", "json_ld", "marks", "meta", "page", "releases", "tree", "words"]


def page(release: pr.Release, house: pr.Newsroom | None = None, **options: Any) -> str:
    """Return the page of `release`, alone or in a house."""
    return str(pr.render(release, "html", newsroom=house, now=NOW, options=options))


def tree(html: str) -> Any:
    """Return the tree that a browser's parser makes; fail on what the parser has to repair."""
    return html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(html)


def words(element: Any) -> str:
    """Return the words within an element, white space settled."""
    return one_line("".join(element.itertext()))


def all_of(html: str, path: str) -> list[str]:
    """Return the words of every element at an ElementTree path."""
    return [words(e) for e in tree(html).iterfind(path)]


def meta(html: str) -> dict[str, str]:
    """Return every `<meta>` by its name or property."""
    found = [(e.get("name") or e.get("property"), e.get("content")) for e in tree(html).iter("meta")]
    return {name: content for name, content in found if name}


def json_ld(html: str) -> dict[str, Any]:
    """Return the page's JSON-LD."""
    (script,) = (e for e in tree(html).iter("script") if e.get("type") == "application/ld+json")
    data: dict[str, Any] = json.loads(script.text)
    return data


def marks(html: str) -> dict[str, str]:
    """Return every value that the page holds, by its field's path; a story only by its first words' place."""
    root = tree(html)
    found: dict[str, str] = {}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, path in element.attrib.items():
            if name == "data-field":
                text = words(element)
                found[path] = f"{found[path]}\n\n{text}" if path in found else text
            elif name == "data-story":
                found[path] = "story"
            elif match := re.fullmatch(r"data-field-(.+)", name):
                assert path not in found, f"{path} stands twice"
                found[path] = element.get(match.group(1))
        if element.tag == "meta" and (element.get("name") or "").startswith("pressrelease:"):
            path = element.get("name").removeprefix("pressrelease:")
            assert path not in found, f"{path} stands twice"
            found[path] = element.get("content").removeprefix("'")
    return found
