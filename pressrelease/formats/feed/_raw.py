"""An item as it was found in a feed, before it becomes a release: texts as they came, nothing judged yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressrelease.findings import Finding, Where
from pressrelease.formats.feed._categories import Category
from pressrelease.formats.feed._items import LinkTo


@dataclass(slots=True)
class RawFile:
    """A media file."""

    href: str
    type: str = ""
    width: str = ""
    height: str = ""
    duration: str = ""
    size: str = ""


@dataclass(slots=True)
class RawAsset:
    """An asset: `described` is a text that may be its caption or its alternative text."""

    files: list[RawFile] = field(default_factory=list)
    title: str = ""
    described: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""


@dataclass(slots=True)
class Raw:
    """An item. `title_html`, `summary_html`: the text is markup. `ours`: our own writer made it."""

    where: Where
    title: str = ""
    title_html: bool = False
    id: str = ""
    url: str = ""
    base: str = ""
    language: str = ""
    summary: str = ""
    summary_html: bool = True
    content: str = ""
    content_html: bool = True
    published: str = ""
    updated: str = ""
    author: str = ""
    publisher: str = ""
    rights: str = ""
    categories: list[Category] = field(default_factory=list)
    links: list[LinkTo] = field(default_factory=list)
    assets: list[RawAsset] = field(default_factory=list)
    ours: bool = False
    findings: list[Finding] = field(default_factory=list)
