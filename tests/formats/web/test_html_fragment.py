"""What a content system gets: a piece of HTML that stands on any page."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given
from markupsafe import Markup
from pages import HOUSE, NOW, words
from strategies import releases

import pressrelease as pr
from pressrelease.story import Heading, Link, Paragraph, Story, Text

HARBOUR = pr.Release(
    headline="Harbour opens",
    subheadline="Four berths",
    language="en",
    url="https://news.example.org/harbour/",
    story=Story(
        (
            Paragraph(
                (
                    Text("See "),
                    Link("the map", "map.pdf"),
                    Text(" and "),
                    Link("the bank", "https://bank.example/"),
                )
            ),
            Heading("Next"),
        )
    ),
    notices=[{"kind": "liability", "heading": "Liability", "text": "None is taken."}],
)


def fragment(release: pr.Release, house: pr.Newsroom | None = HOUSE, **options: object) -> Markup:
    made = pr.render(release, "html-fragment", newsroom=house, now=NOW, options=options)
    assert isinstance(made, Markup)
    return made


def headings(html: str) -> list[tuple[str, str]]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [(e.tag, words(e)) for e in tree.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]


def links(html: str) -> list[tuple[str, str | None]]:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [(e.get("href"), e.get("rel")) for e in tree.iter("a")]


def test_it_is_markup_that_template_engines_take_as_it_is() -> None:
    assert f"{Markup('<div>{}</div>').format(fragment(HARBOUR))}".count("<p") == fragment(HARBOUR).count("<p")


def test_links_that_leave_the_newsroom_carry_its_policy_and_its_own_do_not() -> None:
    assert links(fragment(HARBOUR)) == [
        ("https://news.example.org/harbour/map.pdf", None),
        ("https://bank.example/", "nofollow sponsored"),
    ]


@pytest.mark.parametrize(("rel", "said"), [("ugc", "ugc"), ("", None)])
def test_the_policy_can_be_another(rel: str, said: str | None) -> None:
    assert links(fragment(HARBOUR, rel=rel))[1] == ("https://bank.example/", said)


def test_the_headline_is_left_to_the_page_unless_asked_for() -> None:
    assert headings(fragment(HARBOUR)) == [("h2", "Next"), ("h2", "Liability")]
    assert headings(fragment(HARBOUR, headline=True)) == [
        ("h2", "Harbour opens"),
        ("h3", "Next"),
        ("h3", "Liability"),
    ]
    assert "headline" in {loss.path for loss in pr.write(HARBOUR, "html-fragment", now=NOW).losses}


@pytest.mark.parametrize("level", [1, 3, 6])
def test_headings_begin_where_the_page_wants_them(level: int) -> None:
    found = headings(fragment(HARBOUR, headline=True, level=level))
    assert [tag for tag, _ in found] == [f"h{level}", *[f"h{min(6, level + 1)}"] * 2]


@pytest.mark.parametrize("level", [0, 7, True])
def test_there_is_no_other_level(level: int) -> None:
    with pytest.raises(pr.Unwritable, match=r"level: found .*, expected 1 to 6"):
        fragment(HARBOUR, level=level)


def test_states_and_notices_stand_in_it() -> None:
    corrected = HARBOUR.changed(change={"kind": "correction", "note": "The depth was wrong."})
    html = fragment(corrected)
    assert "<strong>Correction</strong> The depth was wrong." in html
    assert "None is taken." in html


def test_a_withdrawn_release_says_only_that_and_its_notices() -> None:
    html = fragment(HARBOUR.changed(status="canceled"), headline=True)
    assert "Withdrawn" in html
    assert "Four berths" not in html
    assert "the map" not in html
    assert "None is taken." in html


@given(releases())
def test_two_fragments_on_one_page_never_clash(release: pr.Release) -> None:
    html = fragment(release, None)
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    held = {
        name for e in tree.iter() for name in e.attrib if name in ("id", "style") or name.startswith("on")
    }
    tags = {
        e.tag for e in tree.iter() if e.tag in ("script", "style", "html", "head", "body", "meta", "link")
    }
    assert (held, tags) == (set(), set())
