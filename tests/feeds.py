"""A newsroom and releases for tests of feeds, and feeds made of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lxml import etree

import pressrelease as pr

NOW = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
CET = dt.timezone(dt.timedelta(hours=1))
HOUSE = pr.Newsroom(
    title="Port of Example",
    base_url="https://port.example.org/news/",
    publisher={"name": "Port of Example"},
    feeds={"hub": "https://hub.example.org/"},
)
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "at": "http://purl.org/atompub/tombstones/1.0",
}


def at(text: str) -> dt.datetime:
    """Return the moment `text` names: `2026-03-02T09:00+01:00`."""
    return dt.datetime.fromisoformat(text)


def harbour(**values: Any) -> pr.Release:
    """Return a release with everything a feed has a place for."""
    whole: dict[str, Any] = {
        "headline": "Harbour <opens> & thrives",
        "subheadline": "After four years",
        "slug": "harbour",
        "language": "en",
        "byline": "Ada Byron",
        "summary": "The harbour is open.",
        "story": 'The harbour opened. "We are open," said Bo Diaz.\n\nTugs < ships & more.',
        "dateline": {"places": [{"name": "Brussels"}], "date": "2026-03-02", "credit": "AP"},
        "published": at("2026-03-02T09:00+01:00"),
        "updated": at("2026-03-03T10:30+01:00"),
        "change": {"kind": "correction", "note": "A figure was wrong.", "wrong": "3", "right": "4"},
        "boilerplates": [{"heading": "About the port", "story": "It is old."}],
        "contacts": [{"name": "Bo Diaz", "role": "Press officer", "emails": ["press@example.org"]}],
        "notices": [
            {"kind": "liability", "heading": "Exemption from liability:", "text": "None is taken."},
            {
                "kind": "editorial-responsibility",
                "label": "V.i.S.d.P.",
                "citation": "§ 18",
                "person": "Cy Poe",
            },
        ],
        "subjects": [{"code": "medtop:04000000", "name": "economy"}, {"name": "Shipping"}],
        "keywords": ["harbour", "R&D"],
        "assets": [
            {
                "renditions": [
                    {
                        "href": "quay.jpg",
                        "media_type": "image/jpeg",
                        "width": 1600,
                        "height": 900,
                        "size": 204800,
                    },
                    {"href": "quay-s.jpg", "media_type": "image/jpeg", "width": 320, "height": 180},
                ],
                "title": "Quay",
                "alt": "A ship at a quay",
                "caption": "The quay at dawn.",
                "credit": "E. Foto",
                "rights": "© Port",
            }
        ],
        "related": [{"href": "https://port.example.org/news/plan/", "title": "The plan"}],
        "translations": [
            {"language": "de", "href": "https://port.example.org/news/hafen/", "title": "Hafen"}
        ],
        "rights": {"holder": "Port of Example", "year": 2026, "licence": "https://example.org/licence"},
    }
    return pr.Release(**(whole | values))


def release(slug: str, **values: Any) -> pr.Release:
    """Return a small release, public since 1 March."""
    usual: dict[str, Any] = {"language": "en", "story": "Words.", "published": at("2026-03-01T09:00+01:00")}
    return pr.Release(**({"headline": slug.title(), "slug": slug} | usual | values))


def feed(name: str, *releases: pr.Release, now: dt.datetime = NOW, **options: Any) -> bytes:
    """Return the feed of `releases`, as bytes."""
    return pr.write_all(releases, name, newsroom=HOUSE, now=now, options=options).body


def tree(name: str, *releases: pr.Release, now: dt.datetime = NOW, **options: Any) -> etree._Element:
    """Return the XML of a feed as any reader parses it."""
    return etree.fromstring(feed(name, *releases, now=now, **options))


def texts(element: etree._Element, path: str) -> list[str]:
    """Return the texts of what `path` finds, by the prefixes of NAMES."""
    return [found.text or "" for found in element.findall(path, NAMES)]


def attributes(element: etree._Element, path: str) -> list[dict[str, str]]:
    """Return the attributes of what `path` finds."""
    return [{str(k): str(v) for k, v in found.attrib.items()} for found in element.findall(path, NAMES)]
