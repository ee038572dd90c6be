"""What feedgen 1.0.0 does wrong, each shown of feedgen itself and then shown not to reach a user."""

from __future__ import annotations

import datetime as dt
import email.utils
import locale

import pytest
from feedgen.feed import FeedGenerator
from feeds import NOW, at, attributes, feed, harbour, release, texts, tree

import pressrelease as pr


def by_hand() -> FeedGenerator:
    made = FeedGenerator()
    made.id("urn:example")
    made.title("t")
    made.description("d")
    made.link(href="https://example.org/feed.xml", rel="self")
    made.link(href="https://example.org/", rel="alternate")
    return made


def test_links_of_an_atom_entry_keep_their_attributes() -> None:
    feedgens = by_hand()
    entry = feedgens.add_entry()
    entry.id("1")
    entry.title("a")
    entry.link(href="https://example.org/1.pdf", rel="enclosure", type="application/pdf", length="9")
    entry.content("x")
    assert b"enclosure" not in feedgens.atom_str()

    assert attributes(tree("atom", harbour()), "atom:entry/atom:link") == [
        {"rel": "alternate", "type": "text/html", "href": "https://port.example.org/news/harbour/"},
        {
            "rel": "related",
            "href": "https://port.example.org/news/hafen/",
            "hreflang": "de",
            "title": "Hafen",
        },
        {"rel": "related", "href": "https://port.example.org/news/plan/", "title": "The plan"},
        {"rel": "license", "href": "https://example.org/licence"},
        {
            "rel": "enclosure",
            "type": "image/jpeg",
            "href": "https://port.example.org/news/harbour/quay.jpg",
            "length": "204800",
        },
    ]


def test_content_of_an_atom_entry_is_html_and_never_of_type_cdata() -> None:
    assert attributes(tree("atom", harbour()), "atom:entry/atom:content") == [{"type": "html"}]


def test_a_summary_does_not_take_the_place_of_the_content() -> None:
    entry = tree("atom", harbour())
    assert texts(entry, "atom:entry/atom:summary") == ["The harbour is open."]
    assert "Tugs &lt; ships &amp; more." in texts(entry, "atom:entry/atom:content")[0]
    item = tree("rss", harbour())
    assert texts(item, "channel/item/description") == ["The harbour is open."]
    assert "Tugs &lt; ships &amp; more." in texts(item, "channel/item/content:encoded")[0]


def test_the_channels_link_is_the_page_and_not_the_feed() -> None:
    channel = tree("rss", harbour())
    assert texts(channel, "channel/link") == ["https://port.example.org/news/"]
    assert attributes(channel, "channel/atom:link") == [
        {"href": "https://port.example.org/news/feed.xml", "rel": "self", "type": "application/rss+xml"},
        {"rel": "hub", "href": "https://hub.example.org/"},
    ]


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_entries_stand_newest_first_whatever_the_order_they_came_in(name: str) -> None:
    days = [release(f"d{day}", published=at(f"2026-03-0{day}T09:00+01:00")) for day in (1, 3, 2)]
    path = "channel/item/title" if name == "rss" else "atom:entry/atom:title"
    assert texts(tree(name, *days), path) == ["D3", "D2", "D1"]


@pytest.mark.parametrize("name", ["rss", "atom", "jsonfeed"])
def test_releases_of_one_moment_stand_in_one_order_however_they_came_in(name: str) -> None:
    gone = {"status": "canceled", "change": {"kind": "kill", "at": at("2026-03-04T08:00+01:00")}}
    these = [release("a"), release("b"), release("c", **gone), release("d", **gone)]
    assert feed(name, *these) == feed(name, *reversed(these))


def test_the_feeds_moment_is_that_of_its_newest_change_and_not_the_clocks() -> None:
    older = release("older")
    assert texts(tree("rss", harbour(), older), "channel/lastBuildDate") == [
        "Tue, 03 Mar 2026 10:30:00 +0100"
    ]
    assert texts(tree("atom", harbour(), older), "atom:updated") == ["2026-03-03T10:30:00+01:00"]
    assert texts(tree("atom", harbour(), older), "atom:entry/atom:updated") == [
        "2026-03-03T10:30:00+01:00",
        "2026-03-01T09:00:00+01:00",
    ]


def test_an_author_without_an_address_is_named_in_rss() -> None:
    feedgens = by_hand()
    entry = feedgens.add_entry()
    entry.title("a")
    entry.author({"name": "Ada Byron"})
    assert b"Ada" not in feedgens.rss_str()

    assert texts(tree("rss", harbour()), "channel/item/dc:creator") == ["Ada Byron"]
    assert texts(tree("rss", release("a")), "channel/item/dc:creator") == ["Port of Example"]


def test_a_control_character_never_reaches_a_feed() -> None:
    feedgens = by_hand()
    entry = feedgens.add_entry()
    entry.title("ctl\x0b")
    with pytest.raises(ValueError, match="XML compatible"):
        feedgens.rss_str()

    with pytest.raises(pr.InvalidRelease):
        release("a", headline="ctl\x0b")
    with pytest.raises(pr.Unwritable):
        feed("rss", release("a"), title="ctl\x0b")


def test_a_moment_without_a_zone_is_refused_by_the_model() -> None:
    with pytest.raises(ValueError, match="timezone"):
        by_hand().add_entry().published(dt.datetime(2020, 8, 26))
    with pytest.raises(pr.InvalidRelease):
        release("a", published=dt.datetime(2020, 8, 26))


def test_a_category_shows_its_name_and_keeps_its_code() -> None:
    assert attributes(tree("atom", harbour()), "atom:entry/atom:category") == [
        {"term": "04000000", "scheme": "http://cv.iptc.org/newscodes/mediatopic/", "label": "economy"},
        {"term": "Shipping", "label": "Shipping"},
        {"term": "harbour"},
        {"term": "R&D"},
    ]
    item = tree("rss", harbour())
    assert texts(item, "channel/item/category") == ["economy", "harbour", "R&D"]
    assert attributes(item, "channel/item/category")[0] == {
        "domain": "http://cv.iptc.org/newscodes/mediatopic/04000000"
    }
    assert texts(item, "channel/item/dc:subject") == ["Shipping"]


def test_the_end_mark_of_cdata_within_a_text_does_not_end_it() -> None:
    item = tree("rss", release("a", story="Before ]]> after."))
    assert "Before ]]&gt; after." in texts(item, "channel/item/content:encoded")[0]


def test_writing_a_feed_leaves_the_locale_of_the_process_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Feedgen prints each date by setting the locale of all threads, and setting it back."""
    called: list[object] = []
    monkeypatch.setattr(locale, "setlocale", lambda *args: called.append(args))
    by_hand().rss_str()
    assert called != []
    called.clear()
    feed("rss", harbour())
    feed("atom", harbour())
    assert called == []


def test_dates_have_numeric_offsets_and_are_those_of_the_release() -> None:
    item = tree("rss", harbour())
    assert texts(item, "channel/item/pubDate") == ["Mon, 02 Mar 2026 09:00:00 +0100"]
    assert email.utils.parsedate_to_datetime(texts(item, "channel/item/pubDate")[0]) == harbour().published
    assert texts(item, "channel/item/dcterms:modified") == ["2026-03-03T10:30:00+01:00"]


def test_an_offset_with_seconds_is_written_in_utc() -> None:
    odd = dt.timezone(dt.timedelta(minutes=53, seconds=28))
    entry = tree("atom", release("a", published=dt.datetime(2026, 3, 1, 9, tzinfo=odd)))
    assert texts(entry, "atom:entry/atom:published") == ["2026-03-01T08:06:32+00:00"]


@pytest.mark.parametrize("name", ["rss", "atom", "jsonfeed"])
def test_equal_input_gives_equal_bytes_at_any_time(name: str) -> None:
    assert feed(name, harbour()) == feed(name, harbour(), now=NOW + dt.timedelta(days=300))
