"""What reaches a feed: the public, and nothing else, to the second."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from feeds import HOUSE, NOW, at, attributes, feed, release, texts, tree

import pressrelease as pr

FEEDS = ("rss", "atom", "jsonfeed")
LIFT = at("2026-03-02T09:00+01:00")
SECOND = dt.timedelta(seconds=1)
PUBLIC = release("public")
NO_TITLE = """\
options.title: a feed without a title: expected a title, a newsroom, or releases of one publisher
  pass newsroom=… or options={'title': …}"""
NO_PAGE = """\
options.home: an RSS channel without its page: expected the address of the page the feed belongs to
  pass newsroom=… or options={'home': 'https://…'}; RSS 2.0 requires it"""
NO_ID = """\
options.self_url: an Atom feed without an id: expected the feed's own address, or that of the page it belongs to
  pass newsroom=… or options={'self_url': 'https://…'}; RFC 4287 requires it"""
WRONG_OPTIONS = """\
options.home: not a web address: found "example.org", expected an absolute URL such as https://example.org/
options.content: no such content: found "half", expected full or summary
options.size: no such size: found -1, expected 1 to 1000
options.language: not a language tag: found "en_US", expected a BCP 47 tag such as de-AT"""


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize(
    "hidden",
    [
        release("secret", embargo={"until": LIFT}, updated=at("2026-03-01T20:00+01:00")),
        release("secret", published=LIFT),
        release("secret", embargo={"until": None}),
        release("secret", embargo={"until": LIFT, "binding": False}),
    ],
    ids=["embargo", "to come", "embargo without end", "advice"],
)
def test_a_release_enters_a_feed_at_its_second_and_leaves_no_trace_before(
    name: str, hidden: pr.Release
) -> None:
    alone = feed(name, PUBLIC, now=LIFT - SECOND)
    assert feed(name, PUBLIC, hidden, now=LIFT - SECOND) == alone
    shown = hidden.embargo is None or hidden.embargo.until is not None
    for now in (LIFT, LIFT + SECOND):
        assert (b"Secret" in feed(name, PUBLIC, hidden, now=now)) is shown


@pytest.mark.parametrize("name", FEEDS)
def test_a_release_that_expires_leaves_the_feed_at_its_second(name: str) -> None:
    brief = release("brief", expires=LIFT)
    assert b"Brief" in feed(name, brief, PUBLIC, now=LIFT - SECOND)
    assert b"Brief" not in feed(name, brief, PUBLIC, now=LIFT)


@pytest.mark.parametrize("name", FEEDS)
def test_a_withheld_release_is_as_if_it_were_not(name: str) -> None:
    assert feed(name, PUBLIC, release("secret", status="withheld")) == feed(name, PUBLIC)


@pytest.mark.parametrize("name", ["rss", "jsonfeed"])
def test_a_withdrawn_release_is_gone_where_the_format_has_no_word_for_it(name: str) -> None:
    gone = release("gone", status="canceled", change={"kind": "kill", "note": "It was wrong."})
    assert b"Gone" not in feed(name, PUBLIC, gone)
    assert b"wrong" not in feed(name, PUBLIC, gone)


def test_a_withdrawn_release_is_a_deleted_entry_in_atom() -> None:
    """RFC 6721: its id and moment, the note that may be published, and no more."""
    gone = release(
        "gone",
        status="canceled",
        change={"kind": "kill", "note": "It was wrong.", "at": at("2026-03-04T08:00+01:00")},
    )
    made = tree("atom", PUBLIC, gone)
    assert attributes(made, "at:deleted-entry") == [
        {"ref": "tag:port.example.org,2026:news/gone", "when": "2026-03-04T08:00:00+01:00"}
    ]
    assert texts(made, "at:deleted-entry/at:comment") == ["It was wrong."]
    assert texts(made, "atom:entry/atom:title") == ["Public"]
    assert texts(made, "atom:updated") == ["2026-03-04T08:00:00+01:00"]


def test_one_that_was_never_out_is_not_withdrawn() -> None:
    gone = release("gone", status="canceled", embargo={"until": NOW + SECOND})
    assert feed("atom", PUBLIC, gone) == feed("atom", PUBLIC)


@pytest.mark.parametrize("name", FEEDS)
def test_a_killed_version_takes_its_earlier_ones_with_it(name: str) -> None:
    first = release("story", headline="First")
    killed = release("story", headline="Second", version=2, status="canceled", change={"kind": "kill"})
    assert b"First" not in feed(name, first, killed, PUBLIC)


@pytest.mark.parametrize("name", FEEDS)
def test_of_several_versions_the_newest_public_one_stands_alone(name: str) -> None:
    """Readers show one of two items with one id; which, is luck."""
    versions = [release("story", headline=f"Take {n}", version=n) for n in (1, 3, 2)]
    to_come = release("story", headline="Take 4", version=4, embargo={"until": NOW + SECOND})
    made = feed(name, *versions, to_come)
    assert [n for n in range(1, 5) if f"Take {n}".encode() in made] == [3]


@pytest.mark.parametrize("name", FEEDS)
def test_two_releases_with_one_id_are_refused(name: str) -> None:
    with pytest.raises(pr.Unwritable) as error:
        feed(name, release("a", id="urn:example:1"), release("b", id="urn:example:1"))
    assert str(error.value) == (
        '1.id: two releases with one id: found "urn:example:1", '
        'expected an id of its own, or another version than "A"'
    )


@pytest.mark.parametrize("name", FEEDS)
def test_a_release_without_an_id_is_refused_with_the_remedy(name: str) -> None:
    with pytest.raises(pr.Unwritable) as error:
        pr.render_all(
            [pr.Release(headline="Words")],
            name,
            now=NOW,
            options={"title": "T", "home": "https://example.org/"},
        )
    assert str(error.value) == (
        '0.id: a release without an id: found "Words", expected `id` or `url`\n'
        "  readers show an item without a permanent id again and again; a newsroom gives one by the slug"
    )


@pytest.mark.parametrize("name", FEEDS)
def test_an_empty_feed_is_a_feed(name: str) -> None:
    made = feed(name)
    assert list(pr.parse_all(made, name)) == []


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_holds_its_newest_and_no_more(name: str) -> None:
    days = [release(f"d{day}", published=at(f"2026-03-0{day}T09:00+01:00")) for day in (1, 2, 3, 4)]
    assert [r.headline for r in pr.parse_all(feed(name, *days, size=2), name)] == ["D4", "D3"]


def test_without_a_newsroom_the_releases_say_whose_feed_it_is() -> None:
    whose = {"publisher": {"name": "Example Corp", "web": "https://example.org"}}
    news = [release(n, id=f"urn:example:{n}", **whose) for n in ("a", "b")]
    made = json.loads(pr.render_all(news, "jsonfeed", now=NOW))
    assert (made["title"], made["home_page_url"], made["language"]) == (
        "Example Corp",
        "https://example.org",
        "en",
    )


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("jsonfeed", {}, NO_TITLE),
        ("rss", {"title": "T"}, NO_PAGE),
        ("atom", {"title": "T"}, NO_ID),
        ("rss", {"content": "half", "size": -1, "home": "example.org", "language": "en_US"}, WRONG_OPTIONS),
    ],
)
def test_what_a_standard_needs_is_asked_for(name: str, options: dict[str, object], message: str) -> None:
    with pytest.raises(pr.Unwritable) as error:
        pr.render_all([release("a", id="urn:example:a")], name, now=NOW, options=options)
    assert str(error.value) == message


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_may_be_cached_until_the_next_lift(name: str) -> None:
    soon = release("soon", embargo={"until": NOW + dt.timedelta(minutes=5)})
    assert str(pr.write_all([PUBLIC, soon], name, newsroom=HOUSE, now=NOW).cache) == "public, max-age=300"
