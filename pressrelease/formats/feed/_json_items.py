"""Items of JSON Feed 1.0 and 1.1, leniently: a member of the wrong kind is left out with a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pressrelease.characters import cleaned, one_line
from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.formats.feed._categories import Category
from pressrelease.formats.feed._channel import GENERATOR
from pressrelease.formats.feed._elements import resolved
from pressrelease.formats.feed._items import LinkTo
from pressrelease.formats.feed._raw import Raw, RawAsset, RawFile
from pressrelease.formats.registry import Head, Source, Unreadable
from pressrelease.markup.json import load_json

EXTENSION = "_pressrelease"
MAX_BYTES = 50_000_000
MAX_ITEMS = 20_000
_VERSION = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version')


def looks_like(head: Head) -> float:
    """Return how sure it is that `head` opens a JSON Feed."""
    text = head.text.lstrip()
    if not text.startswith("{"):
        return 0.0
    if _VERSION.search(text[:8000]):
        return 1.0
    return 0.2 if '"items"' in text and '"content_' in text else 0.0


def json_items(source: Source) -> Iterator[Raw]:
    """Yield the items of a JSON Feed; raise Unreadable, or Malformed, where there is none."""
    if len(source.raw) > MAX_BYTES:
        raise Unreadable(
            Problem("too large", Where(source.file), f"{len(source.raw):,} bytes", f"at most {MAX_BYTES:,}")
        )
    text, repairs = source.text()
    loaded = load_json(text)
    feed = loaded.data
    if not isinstance(feed, Mapping) or not isinstance(feed.get("items"), list):
        raise Unreadable(
            Problem("not a JSON Feed", Where(source.file), shown(feed), "an object with a list named items")
        )
    if len(feed["items"]) > MAX_ITEMS:
        raise Unreadable(Problem("too many items", Where(source.file), expected=f"at most {MAX_ITEMS:,}"))
    found = list(repairs)
    for number, item in enumerate(feed["items"]):
        where = Where(source.file, field=f"items.{number}")
        if not isinstance(item, Mapping):
            found.append(Finding("bad-item", "error", "an item that is no object", where))
            continue
        raw = _item(item, feed, where)
        raw.findings = [*found, *raw.findings]
        found = []
        yield raw
    if found and found != list(repairs):
        raw = Raw(Where(source.file))
        raw.findings = found
        yield raw


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], where: Where) -> Raw:
    raw = Raw(where, title_html=False)
    get = _Members(item, raw)
    more = get.mapping(EXTENSION)
    about = feed.get(EXTENSION)
    raw.ours = isinstance(about, Mapping) and about.get("generator") == GENERATOR
    base = text_of(feed.get("home_page_url")) or text_of(feed.get("feed_url"))
    raw.base = base
    raw.id, raw.title, raw.language = get.text("id"), get.text("title"), get.text("language")
    raw.url = resolved(base, get.text("url")) if item.get("url") else ""
    raw.summary, raw.summary_html = get.text("summary"), False
    raw.content, raw.content_html = get.text("content_html"), True
    if not raw.content:
        raw.content, raw.content_html = get.text("content_text"), False
    raw.published, raw.updated = get.text("date_published"), get.text("date_modified")
    if not raw.language and not raw.ours:
        raw.language = text_of(feed.get("language"))
    raw.author = _author(item) or ("" if raw.ours else _author(feed))
    raw.publisher, raw.rights = text_of(more.get("publisher")), text_of(more.get("rights"))
    raw.links = [
        LinkTo(*(text_of(n.get(k)) for k in ("rel", "href", "title", "hreflang")))
        for n in _mappings(more.get("links"))
    ]
    raw.categories = [
        Category(*(text_of(c.get(k)) for k in ("term", "label", "scheme")))
        for c in _mappings(more.get("categories"))
    ] or [Category(one_line(t)) for t in get.texts("tags") if one_line(t)]
    _attachments(raw, get)
    picture = resolved(base, get.text("image")) if item.get("image") else ""
    if picture and not any(f.href == picture for a in raw.assets for f in a.files):
        raw.assets.insert(0, RawAsset([RawFile(picture)]))
    return raw


class _Members:
    """The members of one item; what is of the wrong kind is as if absent, and a finding."""

    def __init__(self, item: Mapping[str, Any], raw: Raw) -> None:
        self._item, self._raw = item, raw

    def text(self, name: str) -> str:
        """Return a text; a number, as ids were in version 1, as its digits."""
        value = self._item.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, (str, int, float))):
            self._wrong(name, value)
        return text_of(value)

    def texts(self, name: str) -> list[str]:
        """Return a list of texts."""
        value = self._item.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(name, value)
            return []
        return [text_of(v) for v in value if isinstance(v, str)]

    def mappings(self, name: str) -> list[Mapping[str, Any]]:
        """Return a list of objects."""
        value = self._item.get(name)
        if value is not None and not isinstance(value, list):
            self._wrong(name, value)
        return _mappings(value)

    def mapping(self, name: str) -> Mapping[str, Any]:
        """Return an object."""
        value = self._item.get(name)
        return value if isinstance(value, Mapping) else {}

    def _wrong(self, name: str, value: object) -> None:
        where = Where(self._raw.where.file, field=f"{self._raw.where.field}.{name}")
        self._raw.findings.append(Finding("wrong-type", "warning", f"left out: found {shown(value)}", where))


def text_of(value: object) -> str:
    """Return `value` as a text without characters that no document may hold; empty where it is none."""
    if isinstance(value, str):
        return cleaned(value)
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def _author(holder: Mapping[str, Any]) -> str:
    authors = [*_mappings(holder.get("authors")), *_mappings([holder.get("author")])]
    return next((n for a in authors if (n := one_line(text_of(a.get("name"))))), "")


def _attachments(raw: Raw, get: _Members) -> None:
    for attachment in get.mappings("attachments"):
        more = attachment.get(EXTENSION)
        more = more if isinstance(more, Mapping) else {}
        href = text_of(attachment.get("url"))
        if not href:
            continue
        file = RawFile(
            resolved(raw.base, href),
            text_of(attachment.get("mime_type")).replace("application/octet-stream", ""),
            text_of(more.get("width")),
            text_of(more.get("height")),
            text_of(attachment.get("duration_in_seconds")),
            text_of(attachment.get("size_in_bytes")),
        )
        if raw.assets and more.get("rendition"):
            raw.assets[-1].files.append(file)
            continue
        told = {name: text_of(more.get(name)) for name in ("alt", "caption", "credit", "rights")}
        raw.assets.append(RawAsset([file], title=one_line(text_of(attachment.get("title"))), **told))
