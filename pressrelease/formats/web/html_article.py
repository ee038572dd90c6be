"""Where on a page the article stands, and what around it and within it is furniture of the site."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString, Script, Stylesheet, TemplateString

from pressrelease.markup.html_parts import attribute, classes, is_hidden

_BODIES = re.compile(
    r"(?:e-content|entry-content|article-?(?:body|content|text|copy)|(?:news|press|story|post|release|pressrelease)-?_?(?:body|content|text)"
    r"|release-?body|bw-release-story|main-body-container|field--name-(?:field-)?body|node__content|news-text-wrap|ce-bodytext|bodytext"
    r"|rich-?text|press-?release(?:-body|-text|-content)?|pressemitteilung|meldungstext|story-text|ots-?text|article__(?:body|content|text)"
    r"|c-article-body|wp-block-post-content|td-post-content|single-content|c-news__body|xn-content)",
    re.I,
)
_JUNK = re.compile(
    r"(?:(?:^|[-_])(?:share|sharing|social|related|recommend(?:ed|ations)?|cookies?|consent|newsletter|subscribe|subscription|breadcrumbs?"
    r"|comments?|sidebar|advert(?:s|isement|ising)?|ads?|banner|promo|pagination|pager|paywall|toolbar|tools|tags?|tag-?list|skip-?link"
    r"|screen-reader(?:-text)?|sr-only|visually-?hidden|noprint|no-print|print-?only|footer|masthead|navbar|navigation|nav|menu|popup|modal"
    r"|search|login|more-news|also-like|read-?more|back-?to-?top|byline|entry-meta|post-meta|article-?meta|posted-on|author-?(?:box|bio|info))"
    r"(?:$|[-_]|s$))",
    re.I,
)
_KEEP = re.compile(r"(?:pull-?quote|quote|boilerplate|contacts?|about|note|legal|disclaimer)", re.I)
_ROLES = frozenset(
    [
        "navigation",
        "search",
        "banner",
        "contentinfo",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "form",
    ]
)


def is_furniture(tag: Tag) -> bool:
    """Return whether an element within an article is the site's: navigation, share bars, related lists, cookies."""
    name = tag.name
    if name in ("html", "body", "main", "article"):
        return False
    if name in ("nav", "dialog") or attribute(tag, "role").lower() in _ROLES:
        return True
    own = classes(tag) | {attribute(tag, "id")}
    if name in ("aside", "footer") and not _in_quote(tag):
        return not any(_KEEP.search(c) for c in own)
    if attribute(tag, "itemprop").lower() in ("datepublished", "datemodified", "author", "publisher"):
        return name in ("time", "div", "meta")
    return any(_JUNK.search(c) for c in own if c)


def _in_quote(tag: Tag) -> bool:
    parent = tag.parent
    for _ in range(5):
        if parent is None or parent.name == "blockquote":
            return parent is not None
        parent = parent.parent
    return False


def article(page: BeautifulSoup) -> tuple[Tag, float]:
    """Return the element that holds the article, and how sure that is (0 to 1)."""
    sizes = _sizes(page)
    body = page.find("body")
    whole = body if isinstance(body, Tag) else page
    best: tuple[int, Tag] | None = None
    for tag in page.find_all(True, attrs={"itemprop": re.compile("articlebody", re.I)}, limit=20):
        if isinstance(tag, Tag):
            best = max(filter(None, (best, (sizes.get(id(tag), 0), tag))), key=lambda b: b[0])
    if best and best[0] >= 40:
        return best[1], 0.85
    named = _largest(page, sizes, lambda t: any(_BODIES.fullmatch(c) for c in classes(t)))
    if named and named[0] >= 140:
        return named[1], 0.8
    for name, role in (("article", "article"), ("main", "main")):
        found = _largest(page, sizes, lambda t, n=name, r=role: t.name == n or attribute(t, "role") == r)
        if found and found[0] >= 40:
            return found[1], 0.7
    dense = _densest(whole, sizes)
    return (dense, 0.5) if dense is not None else (whole, 0.4)


def _largest(page: BeautifulSoup, sizes: dict[int, int], wanted: object) -> tuple[int, Tag] | None:
    best: tuple[int, Tag] | None = None
    for tag in page.find_all(wanted, limit=500):  # type: ignore[call-overload]
        if isinstance(tag, Tag) and not is_hidden(tag) and (best is None or sizes.get(id(tag), 0) > best[0]):
            best = (sizes.get(id(tag), 0), tag)
    return best


def _sizes(page: BeautifulSoup) -> dict[int, int]:
    """Return the number of letters within each element, links not counted: menus are links."""
    sizes: dict[int, int] = {}
    order: list[Tag] = []
    linked: set[int] = set()
    for node in page.descendants:
        if isinstance(node, Tag):
            order.append(node)
            if node.name == "a" or (node.parent is not None and id(node.parent) in linked):
                linked.add(id(node))
        elif isinstance(node, NavigableString) and not isinstance(
            node, (PreformattedString, Script, Stylesheet, TemplateString)
        ):
            parent = node.parent
            if parent is not None and id(parent) not in linked:
                sizes[id(parent)] = sizes.get(id(parent), 0) + len(node.strip())
    for tag in reversed(order):
        if tag.parent is not None and sizes.get(id(tag)):
            sizes[id(tag.parent)] = sizes.get(id(tag.parent), 0) + sizes[id(tag)]
    return sizes


def _densest(whole: Tag, sizes: dict[int, int]) -> Tag | None:
    """Return the element whose own paragraphs hold most words."""
    scores: dict[int, float] = {}
    tags: dict[int, Tag] = {}
    for tag in whole.find_all(["p", "blockquote", "pre", "li"]):
        size = sizes.get(id(tag), 0)
        parent = tag.parent
        if size < 25 or not isinstance(parent, Tag):
            continue
        share = size if tag.name != "li" else size / 3
        for holder, part in ((parent, 1.0), (parent.parent, 0.5)):
            if isinstance(holder, Tag) and holder.name != "[document]":
                scores[id(holder)] = scores.get(id(holder), 0) + share * part
                tags[id(holder)] = holder
    best = max(scores, key=lambda key: scores[key], default=None)
    return tags[best] if best is not None else None
