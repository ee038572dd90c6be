"""What a page says of itself to machines: JSON-LD, Open Graph and meta elements, microdata and microformats."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from itertools import islice
from typing import Any

from bs4 import BeautifulSoup, Tag

from pressrelease.characters import cleaned, one_line, settled
from pressrelease.markup.html_parts import attribute, classes, language_of

_LONGEST = 2_000_000
_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|PressRelease|Report|LiveBlogPosting)\Z")
_PAGE = re.compile(r"(?:WebPage|ItemPage|CreativeWork)\Z")


@dataclass(slots=True)
class Facts:
    """What one source on the page says; dates as they stand there."""

    headline: str = ""
    subheadline: str = ""
    summary: str = ""
    published: str = ""
    updated: str = ""
    expires: str = ""
    url: str = ""
    language: str = ""
    authors: list[str] = field(default_factory=list)
    publisher: dict[str, str] = field(default_factory=dict)
    keywords: list[str] = field(default_factory=list)
    section: str = ""
    images: list[dict[str, str]] = field(default_factory=list)
    dateline: str = ""
    identifier: str = ""
    holder: str = ""
    year: str = ""
    licence: str = ""
    translations: list[tuple[str, str]] = field(default_factory=list)
    body: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self))


def merged(*sources: Facts) -> Facts:
    """Return what the sources say together, the first word on each thing winning."""
    whole = Facts()
    for f in fields(Facts):
        setattr(
            whole, f.name, next(filter(None, (getattr(s, f.name) for s in sources)), getattr(whole, f.name))
        )
    return whole


# --- JSON-LD ---------------------------------------------------------------------------------------------------------


def linked_data(page: BeautifulSoup) -> Facts:
    """Return what the page's JSON-LD says of its article (schema.org NewsArticle and its kin)."""
    nodes = list(_nodes(page))
    named = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    node = next((n for n in nodes if _is_a(n, _ARTICLE)), None)
    if node is not None:
        return _article(node, named)
    node = next((n for n in nodes if _is_a(n, _PAGE) and ("headline" in n or "datePublished" in n)), None)
    # The name of a page is its title, the site's name and all: no headline.
    return _article({k: v for k, v in node.items() if k != "name"}, named) if node else Facts()


def _nodes(page: BeautifulSoup) -> Iterator[dict[str, Any]]:
    left = _LONGEST
    for script in page.find_all("script"):
        if "ld+json" not in attribute(script, "type").lower():
            continue
        text = "".join(s for s in script.strings)
        left -= len(text)
        if left < 0:
            return
        text = re.sub(r"\A\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*\Z", "", text)
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue  # what one script says badly, the page says elsewhere; its headline is looked for there
        yield from _opened(data)


def _opened(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a document: it may be one, an array, a graph, or a page that names its main entity."""
    waiting = [data]
    for _ in range(2000):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:500]
        elif isinstance(value, dict):
            yield value
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                if isinstance(value.get(key), (list, dict)):
                    waiting.append(value[key])


def _is_a(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(isinstance(t, str) and kind.fullmatch(t.rpartition("/")[2]) for t in _many(types))


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _article(node: dict[str, Any], named: dict[str, dict[str, Any]]) -> Facts:
    def parts(key: str) -> list[Any]:
        return [
            named.get(v.get("@id", ""), v) if isinstance(v, dict) else v for v in _many(node.get(key))[:50]
        ]

    def text(key: str) -> str:
        return next((t for t in map(_text, parts(key)) if t), "")

    page = next((p for p in parts("mainEntityOfPage")), None)
    where = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    keywords = [
        k for v in _many(node.get("keywords")) for k in (v.split(",") if isinstance(v, str) else [_text(v)])
    ]
    return Facts(
        headline=text("headline") or text("name"),
        subheadline=text("alternativeHeadline"),
        summary=text("abstract") or text("description"),
        published=text("datePublished"),
        updated=text("dateModified"),
        expires=text("expires"),
        url=text("url") or _text(where),
        language=text("inLanguage"),
        authors=[n for n in map(_text, parts("author") or parts("creator")) if n],
        publisher=next(
            (p for p in map(_organisation, parts("publisher") or parts("sourceOrganization")) if p), {}
        ),
        keywords=[k for k in map(one_line, keywords) if k][:50],
        section=text("articleSection"),
        images=[i for i in map(_image, parts("image")) if i],
        dateline=text("dateline"),
        identifier=text("identifier"),
        holder=text("copyrightHolder"),
        year=text("copyrightYear"),
        licence=text("license"),
        body=_body(node.get("articleBody")),
    )


def _body(value: Any) -> str:
    return cleaned(value) if isinstance(value, str) else ""


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = next(
            (value[k] for k in ("name", "@value", "headline", "value", "url", "@id") if value.get(k)), ""
        )
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return one_line(cleaned(value)) if isinstance(value, str) else ""


def _organisation(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {"name": _text(value)} if _text(value) else {}
    told = {
        "name": _text(value.get("name")),
        "legal_name": _text(value.get("legalName")),
        "web": _text(value.get("url")),
    }
    return {k: v for k, v in told.items() if v} if told["name"] or told["legal_name"] else {}


def _image(value: Any) -> dict[str, str]:
    if isinstance(value, str):
        return {"href": one_line(cleaned(value))}
    if not isinstance(value, dict):
        return {}
    href = _text(value.get("contentUrl")) or _text(value.get("url")) or _text(value.get("@id"))
    names = {"alt": "description", "caption": "caption", "credit": "creditText", "rights": "copyrightNotice"}
    told = {k: _text(value.get(v)) for k, v in names.items()}
    told |= {k: _text(value.get(k)) for k in ("width", "height")}
    return {"href": href, **{k: v for k, v in told.items() if v}} if href else {}


# --- meta elements ---------------------------------------------------------------------------------------------------


def meta(page: BeautifulSoup) -> Facts:
    """Return what the page's head says: Open Graph, Dublin Core, Twitter card, plain names, links."""
    told: dict[str, list[str]] = {}
    for tag in page.find_all("meta", limit=2000):
        if isinstance(tag, Tag):
            content = attribute(tag, "content")
            for name in {attribute(tag, "property").lower(), attribute(tag, "name").lower()} - {""}:
                if content:
                    told.setdefault(name, []).append(content)

    def first(*names: str) -> str:
        return next((told[n][0] for n in names if n in told), "")

    canonical, licence, translations = _links(page)
    authors = [a for a in told.get("author", []) + told.get("article:author", []) if not a.startswith("http")]
    words = [k for n in ("news_keywords", "keywords") for v in told.get(n, []) for k in v.split(",")]
    site, alt = (
        first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher"),
        first("og:image:alt"),
    )
    image = {"href": first("og:image:secure_url", "og:image", "og:image:url", "twitter:image"), "alt": alt}
    image |= {"width": first("og:image:width"), "height": first("og:image:height")}
    return Facts(
        headline=first("og:title", "dc.title", "dcterms.title", "twitter:title"),
        summary=first("description", "og:description", "dc.description", "twitter:description"),
        published=first(
            *("article:published_time", "og:published_time", "dcterms.created", "dc.date", "dcterms.date"),
            *(
                "dc.date.issued",
                "dcterms.issued",
                "pubdate",
                "publishdate",
                "publish-date",
                "parsely-pub-date",
                "date",
            ),
        ),
        updated=first("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified"),
        expires=first("article:expiration_time"),
        url=canonical or first("og:url"),
        language=_page_language(page)
        or first("dc.language", "dcterms.language", "og:locale").replace("_", "-"),
        authors=list(dict.fromkeys(authors)),
        publisher={"name": site} if site else {},
        keywords=[k for k in dict.fromkeys(map(one_line, told.get("article:tag", []) or words)) if k][:50],
        section=first("article:section"),
        images=[{k: v for k, v in image.items() if v}] if image["href"] else [],
        licence=licence,
        translations=translations,
    )


def is_article(page: BeautifulSoup) -> bool:
    """Return whether Open Graph calls the page an article."""
    tag = page.find("meta", attrs={"property": "og:type"})
    return isinstance(tag, Tag) and attribute(tag, "content").lower() == "article"


def _links(page: BeautifulSoup) -> tuple[str, str, list[tuple[str, str]]]:
    canonical = licence = ""
    translations: list[tuple[str, str]] = []
    for tag in page.find_all("link", limit=1000):
        if not attribute(tag, "href"):
            continue
        rel = attribute(tag, "rel").lower().split()
        if "canonical" in rel:
            canonical = canonical or attribute(tag, "href")
        elif "license" in rel:
            licence = licence or attribute(tag, "href")
        elif "alternate" in rel and attribute(tag, "hreflang"):
            translations.append((attribute(tag, "hreflang"), attribute(tag, "href")))
    return canonical, licence, translations


def _page_language(page: BeautifulSoup) -> str:
    top = page.find("html")
    return language_of(top) if isinstance(top, Tag) else ""


# --- microdata, microformats -----------------------------------------------------------------------------------------

_CLASSES = {
    "headline": ("p-name", "entry-title"),
    "published": ("dt-published", "published"),
    "updated": ("dt-updated", "updated"),
    "summary": ("p-summary", "entry-summary"),
    "author": ("p-author", "author"),
    "dateline": ("dateline",),
    "publisher": ("source-org",),
}
_PROPERTIES = {
    "headline": "headline",
    "alternativeheadline": "subheadline",
    "datepublished": "published",
    "datemodified": "updated",
    "description": "summary",
    "author": "author",
    "publisher": "publisher",
    "sourceorganization": "publisher",
    "keywords": "keywords",
    "articlesection": "section",
    "copyrightholder": "holder",
    "copyrightyear": "year",
    "dateline": "dateline",
    "inlanguage": "language",
}


def marked(page: BeautifulSoup) -> Facts:
    """Return what microdata (schema.org), hNews and h-entry mark in the visible article."""
    found: dict[str, str] = {}
    entry = page.find(class_=re.compile(r"\A(?:h-entry|hentry|hnews|h-news)\Z"))
    for tag, name in _marks(page, entry if isinstance(entry, Tag) else None):
        if name not in found and (value := _value(tag)):
            found[name] = value
    author, publisher = found.pop("author", ""), found.pop("publisher", "")
    keywords = [k for k in map(one_line, found.pop("keywords", "").split(",")) if k]
    return Facts(
        **found,  # type: ignore[arg-type]
        authors=[author] if author else [],
        publisher={"name": publisher} if publisher else {},
        keywords=keywords or _tags(page),
        images=_marked_images(page),
    )


def _tags(page: BeautifulSoup) -> list[str]:
    """Return the words of links that are tags and nothing else (microformats' rel-tag; `category tag` files a page)."""
    links = page.find_all("a", rel=True, limit=500)
    words = [words_of(a) for a in links if attribute(a, "rel").lower().split() == ["tag"]]
    return [w for w in dict.fromkeys(words) if w][:50]


def _marked_images(page: BeautifulSoup) -> list[dict[str, str]]:
    told = []
    for image in page.find_all("img", attrs={"itemprop": "image"}, src=True, limit=20):
        names = {"href": "src", "alt": "alt", "width": "width", "height": "height"}
        figure = image.find_parent("figure")
        caption = figure.find("figcaption") if isinstance(figure, Tag) else None
        found = {ours: attribute(image, theirs) for ours, theirs in names.items()}
        found["caption"] = words_of(caption) if isinstance(caption, Tag) else ""
        told.append({k: v for k, v in found.items() if v})
    return told


def shown(body: Tag) -> Facts:
    """Return the date that stands above the article's body, in the article, as content systems show it."""
    whole = body.find_parent(["article", "main"])
    for node in islice(whole.descendants, 2000) if isinstance(whole, Tag) else ():
        if node is body:
            break
        if isinstance(node, Tag) and node.name == "time" and attribute(node, "datetime"):
            return Facts(published=attribute(node, "datetime"))
    return Facts()


def _marks(page: BeautifulSoup, entry: Tag | None) -> Iterable[tuple[Tag, str]]:
    for tag in page.find_all(True, attrs={"itemprop": True}, limit=200):
        if isinstance(tag, Tag):
            for word in attribute(tag, "itemprop").lower().split():
                if word in _PROPERTIES:
                    yield tag, _PROPERTIES[word]
    for tag in entry.find_all(class_=True, limit=500) if entry else ():
        if isinstance(tag, Tag):
            own = classes(tag)
            for name, wanted in _CLASSES.items():
                if not own.isdisjoint(wanted):
                    yield tag, name


def _value(tag: Tag) -> str:
    for name in ("content", "datetime"):
        if attribute(tag, name):
            return attribute(tag, name)
    if tag.name == "abbr" and attribute(tag, "title"):
        return attribute(tag, "title")
    inner = tag.find(True, attrs={"itemprop": "name"}) or tag.find(class_="fn") or tag.find("time")
    if isinstance(inner, Tag):
        return attribute(inner, "datetime") or words_of(inner)
    return words_of(tag)


def words_of(tag: Tag) -> str:
    """Return the words of an element on one line."""
    return one_line(settled(cleaned(tag.get_text(" "))))[:5000]
