"""Readers and schemas that do not know us see the same items."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import feedparser
import jsonschema
import pytest
from feeds import at, feed, harbour, release
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

GERMAN = release("hafen", headline="Häfen & Kräne", language="de", story="Über 40 €.", summary="Größer.")
GONE = release("gone", status="canceled", change={"kind": "kill", "at": at("2026-03-04T08:00+01:00")})
NEWS = (harbour(), GERMAN, GONE)


def seconds(moment: dt.datetime | None) -> int:
    assert moment is not None
    return int(moment.timestamp())


@pytest.mark.parametrize("content", ["full", "summary"])
@pytest.mark.parametrize("name", ["rss", "atom"])
def test_feedparser_reads_every_field(name: str, content: str) -> None:
    parsed = feedparser.parse(feed(name, *NEWS, content=content))
    assert (parsed.bozo, parsed.version) == (0, {"rss": "rss20", "atom": "atom10"}[name])
    assert (parsed.feed.title, parsed.feed.link, parsed.feed.language) == (
        "Port of Example",
        "https://port.example.org/news/",
        "en",
    )
    assert {"self", "hub"} <= {link.rel for link in parsed.feed.links}
    first, second = parsed.entries
    assert (first.title, first.link, first.id) == (
        "Harbour <opens> & thrives",
        "https://port.example.org/news/harbour/",
        "tag:port.example.org,2026:news/harbour",
    )
    assert calendar.timegm(first.published_parsed) == seconds(harbour().published)
    assert calendar.timegm(first.updated_parsed) == seconds(harbour().updated)
    assert first.author == "Ada Byron"
    assert {(t.term, t.scheme) for t in first.tags} >= {("harbour", None), ("R&D", None), ("Shipping", None)}
    assert [(m["url"], m["medium"]) for m in first.media_content] == [
        ("https://port.example.org/news/harbour/quay.jpg", "image"),
        ("https://port.example.org/news/harbour/quay-s.jpg", "image"),
    ]
    assert first.media_thumbnail[0]["url"] == "https://port.example.org/news/harbour/quay-s.jpg"
    assert [(e.href, e.type, e.length) for e in first.enclosures] == [
        ("https://port.example.org/news/harbour/quay.jpg", "image/jpeg", "204800")
    ]
    assert first.summary_detail.value == first.summary
    assert ("content" in first) == (content == "full")
    if content == "full":
        assert "Tugs &lt; ships &amp; more." in first.content[0].value
        assert first.summary == "The harbour is open."
        assert second.summary == "Größer."
    assert (second.title, second.get("author")) == ("Häfen & Kräne", "Port of Example")


@pytest.mark.parametrize("content", ["full", "summary"])
def test_a_json_feed_keeps_the_published_schema(schemas: Path, content: str) -> None:
    old, new = (
        json.loads((schemas / "jsonfeed" / n).read_text("utf-8")) for n in ("feed-1.json", "feed.json")
    )
    registry = Registry().with_resources(
        [
            (
                "https://json.schemastore.org/feed-1",
                Resource.from_contents(old, default_specification=DRAFT4),
            ),
            (
                "https://json.schemastore.org/feed-1.json",
                Resource.from_contents(old, default_specification=DRAFT4),
            ),
        ]
    )
    judge = jsonschema.Draft7Validator(new, registry=registry, format_checker=jsonschema.FormatChecker())
    assert [e.message for e in judge.iter_errors(json.loads(feed("jsonfeed", *NEWS, content=content)))] == []
    assert list(judge.iter_errors({"title": "T", "items": [{"id": 5}]})) != []


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_three_readers_agree_on_the_items(
    name: str, checks: Path, node: Path, node_modules: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"feed.{name}"
    file.write_bytes(feed(name, *NEWS))
    done = subprocess.run(
        [node, checks / "feed_readers.cjs", file],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CHECKS_NPM": str(node_modules.parent), "CHECKS_PYTHON": sys.executable},
    )
    assert (done.stdout.strip(), done.returncode) == ("1 passed, 0 failed", 0), done.stderr
