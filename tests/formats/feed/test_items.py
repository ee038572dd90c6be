"""What an item of a feed says."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from feeds import HOUSE, NOW, attributes, feed, harbour, release, texts, tree

import pressrelease as pr
from pressrelease.story import Heading

FEEDS = ("rss", "atom", "jsonfeed")


def body(name: str, *releases: pr.Release, **options: object) -> BeautifulSoup:
    """Return the body of the first item, as any reader parses it."""
    if name == "jsonfeed":
        html = json.loads(feed(name, *releases, **options))["items"][0]["content_html"]
    elif name == "rss":
        item = tree(name, *releases, **options)
        html = (texts(item, "channel/item/content:encoded") or texts(item, "channel/item/description"))[0]
    else:
        entry = tree(name, *releases, **options)
        html = (texts(entry, "atom:entry/atom:content") or texts(entry, "atom:entry/atom:summary"))[0]
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("name", FEEDS)
def test_a_body_shows_everything_the_page_shows_in_its_order(name: str) -> None:
    lines = [line for line in body(name, harbour()).get_text("\n").split("\n") if line.strip()]
    assert lines == [
        "Correction",
        "A figure was wrong.",
        "The earlier version said “3”; right is “4”.",
        "After four years",
        "The quay at dawn.",
        "E. Foto",
        "Brussels, 2 March 2026 (AP) – ",
        'The harbour opened. "We are open," said Bo Diaz.',
        "Tugs < ships & more.",
        "About the port",
        "It is old.",
        "Media contact",
        "Bo Diaz, Press officer",
        "press@example.org",
        "Exemption from liability:",
        "None is taken.",
        "V.i.S.d.P.",
        " (",
        "§ 18",
        "): ",
        "Cy Poe",
        "© 2026 Port of Example",
    ]


@pytest.mark.parametrize("name", FEEDS)
def test_a_summary_still_shows_corrections_and_notices(name: str) -> None:
    words = body(name, harbour(), content="summary").get_text(" ", strip=True)
    assert words == (
        "Correction A figure was wrong. The earlier version said “3”; right is “4”. The harbour is open. "
        "Exemption from liability: None is taken. V.i.S.d.P. ( § 18 ): Cy Poe © 2026 Port of Example"
    )


@pytest.mark.parametrize("name", FEEDS)
def test_addresses_are_absolute_and_links_to_others_are_marked(name: str) -> None:
    words = [{"link": "there", "href": "../plan/"}, " ", {"link": "else", "href": "https://other.example/"}]
    story = [{"paragraph": words}, {"figure": "crane.jpg", "alt": "A crane"}]
    soup = body(name, release("a", story=story))
    assert [(a["href"], a.get("rel")) for a in soup.find_all("a")] == [
        ("https://port.example.org/news/plan/", None),
        ("https://other.example/", ["nofollow", "sponsored"]),
    ]
    assert [(i["src"], i["alt"]) for i in soup.find_all("img")] == [
        ("https://port.example.org/news/a/crane.jpg", "A crane")
    ]


@pytest.mark.parametrize("name", FEEDS)
def test_what_is_for_editors_never_reaches_a_feed(name: str) -> None:
    quiet = release(
        "a", editor_note="Hold the front page", contacts=[{"name": "Secret Person", "for_editors": True}]
    )
    assert b"front page" not in feed(name, quiet)
    assert b"Secret" not in feed(name, quiet)


@pytest.mark.parametrize("name", FEEDS)
def test_a_template_of_the_house_replaces_one_block(name: str, tmp_path: object) -> None:
    folder = tmp_path / "feed"  # type: ignore[operator]
    folder.mkdir()
    (folder / "item.html").write_text(
        '{% extends "builtin/feed/item.html" %}{% block rights %}<p>Ours.</p>{% endblock %}', "utf-8"
    )
    made = pr.render_all(
        [harbour(id="urn:example:1")], name, now=NOW, options={"title": "T", "home": "https://example.org/"},
        templates=tmp_path,
    )  # fmt: skip
    text = made.decode() if isinstance(made, bytes) else made
    assert "Ours." in text
    assert "The harbour opened." in text


def test_an_id_is_a_permalink_only_where_it_is_the_address() -> None:
    assert attributes(tree("rss", release("a")), "channel/item/guid") == [{"isPermaLink": "false"}]
    url = "https://port.example.org/news/a/"
    assert attributes(tree("rss", release("a", id=url)), "channel/item/guid") == [{"isPermaLink": "true"}]


def test_an_id_that_is_no_iri_becomes_a_urn_in_atom_and_is_read_back() -> None:
    """RFC 4287, 4.2.6."""
    made = feed("atom", release("a", id="OTS 0274"))
    assert b"<id>urn:x-pressrelease:OTS%200274</id>" in made
    assert [r.id for r in pr.parse_all(made, "atom")] == ["OTS 0274"]


def test_media_rss_says_what_is_known_of_a_picture() -> None:
    item = tree("rss", harbour())
    assert attributes(item, "channel/item/media:group/media:content") == [
        {
            "url": "https://port.example.org/news/harbour/quay.jpg",
            "medium": "image",
            "type": "image/jpeg",
            "width": "1600",
            "height": "900",
            "fileSize": "204800",
            "isDefault": "true",
        },
        {
            "url": "https://port.example.org/news/harbour/quay-s.jpg",
            "medium": "image",
            "type": "image/jpeg",
            "width": "320",
            "height": "180",
        },
    ]
    group = "channel/item/media:group/media:"
    assert {n: texts(item, group + n) for n in ("title", "text", "credit", "copyright")} == {
        "title": ["Quay"],
        "text": ["The quay at dawn."],
        "credit": ["E. Foto"],
        "copyright": ["© Port"],
    }
    assert attributes(item, f"{group}thumbnail") == [
        {"url": "https://port.example.org/news/harbour/quay-s.jpg", "width": "320", "height": "180"}
    ]


def test_one_file_is_enclosed_the_first_whose_size_is_known() -> None:
    enclosed = [
        {"url": "https://port.example.org/news/harbour/quay.jpg", "length": "204800", "type": "image/jpeg"}
    ]
    assert attributes(tree("rss", harbour()), "channel/item/enclosure") == enclosed


@pytest.mark.parametrize("summary", ["5 < 6 & <b>AT&T</b>", "One.\n\nTwo."])
def test_a_summary_is_plain_text_wherever_it_stands(summary: str) -> None:
    made = release("a", summary=summary)
    for name in FEEDS:
        assert [r.summary for r in pr.parse_all(feed(name, made), name)] == [summary]


def test_an_item_of_a_json_feed_has_its_words_as_plain_text_too() -> None:
    item = json.loads(feed("jsonfeed", release("a", story="One & two.\n\nThree.")))["items"][0]
    assert item["content_text"] == "One & two.\n\nThree."


@pytest.mark.parametrize("story", ["One. Two.", (Heading("One."), "Two.")])
def test_a_summary_that_is_all_of_the_text_is_told_to_stand_there(story: Any) -> None:
    made = release("a", summary="One. Two.", story=pr.Story(story))
    assert "0.summary" in [loss.path for loss in pr.write_all([made], "rss", newsroom=HOUSE, now=NOW).losses]


def test_feeds_that_share_their_items_make_each_once_and_say_the_same() -> None:
    items: dict[Any, Any] = {}
    given = [*map(HOUSE.completed, (harbour(), release("b")))]
    shared = [feed(name, *given, items=items) for name in FEEDS]
    assert shared == [feed(name, *given) for name in FEEDS]
    assert len(items) == 2


def test_a_feed_takes_no_item_of_another_moment_or_with_other_content() -> None:
    items: dict[Any, Any] = {}
    one = HOUSE.completed(harbour())
    feed("rss", one, items=items)
    assert feed("rss", one, content="summary", items=items) == feed("rss", one, content="summary")
    later = NOW + dt.timedelta(days=400)
    moved = [
        pr.render_all([one], "atom", newsroom=HOUSE, now=later, options=options)
        for options in ({"items": items}, {})
    ]
    assert moved[0] == moved[1]
    assert len(items) == 3
