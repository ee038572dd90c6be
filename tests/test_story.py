"""A story is canonical, safe by construction, and plain data when it has to be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from strategies import spans, stories

import pressrelease as pr
from pressrelease.story import (
    Attribution,
    Break,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    InvalidStory,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Quoted,
    Story,
    Strong,
    Table,
    Text,
    from_data,
    to_data,
    with_quotes,
    words,
)

# --- canonical form ---------------------------------------------------------------------------------------------------


@given(inner=spans())
def test_a_paragraph_of_its_own_spans_is_itself(inner: Any) -> None:
    """Settling is done once and for all."""
    once = Paragraph(inner)
    assert Paragraph(once.spans) == once


@given(inner=spans())
def test_settling_keeps_the_words(inner: Any) -> None:
    """Only white space may move or go."""
    settled = words(Paragraph(inner).spans, "")
    assert "".join(settled.split()) == "".join(words(inner, "").split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a \n\t b",), ("a b",)),
        ((" a ", Break(), " b "), ("a", Break(), "b")),
        ((Strong(" a "), "b"), (" ", Strong("a"), " b")),
        ((Strong("a"), Strong("b")), (Strong("ab"),)),
        ((Strong((Strong("a"), "b")),), (Strong("ab"),)),
        ((Emphasis((Strong("a"),)),), (Strong((Emphasis("a"),)),)),
        ((Strong(""), "a", Link("", "b")), ("a",)),
    ],
)
def test_what_means_the_same_is_equal(one: Any, other: Any) -> None:
    assert Paragraph(one) == Paragraph(other)


def test_empty_blocks_say_nothing() -> None:
    empty = (Paragraph(()), Quote(()), BulletList(((),)), Table(()), Heading(" "))
    assert Story(empty) == Story()


def test_plain_text_is_paragraphs() -> None:
    assert Story("a\nb\n \n\nc") == Story((Paragraph("a b"), Paragraph("c")))


# --- safety -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:a",
        "\u200bjavascript:a",
        "data:text/html,a",
        "vbscript:a",
        "file:///etc/passwd",
        "",
        "a\\b",
        "javascript&colon;alert(1)",
        "java&Tab;script:a",
        "\x01javascript:a",
        "https://example.org/\u202e",
    ],
)
def test_an_address_that_could_run_or_mislead_is_refused(href: str) -> None:
    with pytest.raises(InvalidStory):
        Link("a", href)


@pytest.mark.parametrize(
    "href", ["https://example.org/?a=1&b=2", "mailto:a@example.org", "tel:+49", "a/b#c", "../a", "?a"]
)
def test_an_address_of_a_release_is_kept(href: str) -> None:
    assert Link("a", href).href == href


def test_a_picture_has_no_mail_address() -> None:
    with pytest.raises(InvalidStory):
        Figure("mailto:a@example.org")


@pytest.mark.parametrize("text", ["a\x00", "a\x1bb", "\ud800", "\ufffe"])
def test_a_character_that_no_document_may_hold_is_refused(text: str) -> None:
    with pytest.raises(InvalidStory, match="a character that no document may hold"):
        Text(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Heading("a", 1),
        lambda: Heading("a", 7),
        lambda: NumberedList((), -1),
        lambda: Cell("a", colspan=0),
        lambda: Cell("a", align="justify"),
        lambda: Paragraph((1,)),
    ],
)
def test_a_node_that_cannot_be_is_refused(make: Any) -> None:
    with pytest.raises(InvalidStory):
        make()


# --- data -------------------------------------------------------------------------------------------------------------


@given(story=stories())
def test_data_makes_the_story_it_came_from(story: Story) -> None:
    """Through JSON, which knows lists, mappings, texts and numbers only."""
    assert from_data(json.loads(json.dumps(to_data(story)))) == story


def test_every_problem_of_data_has_its_path() -> None:
    data = [
        "a",
        {"bold": "b"},
        {"paragraph": [{"link": "c", "href": "javascript:d"}]},
        {"bullets": [[{"heading": "e", "level": 9}]]},
    ]
    with pytest.raises(InvalidStory) as raised:
        from_data(data)
    assert [p.where.field for p in raised.value.problems] == ["1", "2.paragraph.0", "3.bullets.0.0"]


def test_data_nested_too_deeply_is_refused() -> None:
    data: Any = "a"
    for _ in range(50):
        data = [{"quote": data}]
    with pytest.raises(InvalidStory, match="nested too deeply"):
        from_data(data)


# --- quotes -----------------------------------------------------------------------------------------------------------


def test_a_quote_in_two_pieces_is_one() -> None:
    paragraph = Paragraph(
        (
            Quotation("We grow,", "q1", "“", ""),
            Text(" said "),
            Attribution("Ada", "CEO", quote="q1"),
            Text(", "),
            Quotation("and grow.", "q1", "", "”"),
        )
    )
    assert Story((paragraph,)).quotes == (Quoted("We grow, and grow.", "Ada", "CEO"),)
    assert Story((paragraph,)).text == "“We grow, said Ada, CEO, and grow.”"


def test_two_speakers_for_one_quote_are_an_error() -> None:
    with pytest.raises(InvalidStory, match="two speakers for one quote"):
        with_quotes(Story("a"), [Quoted("b", "Ada"), Quoted("“b.”", "Bob")])


def test_quotes_in_code_are_as_good_as_in_a_file() -> None:
    release = pr.Release(
        headline="A", story="“We grow,” she said.", quotes=[{"text": "We grow", "speaker": "Ada"}]
    )
    assert release.quotes == (Quoted("We grow,", "Ada"),)
    assert release.story.text == "“We grow,” she said."


def test_a_quote_given_twice_is_woven_once() -> None:
    story, missing = with_quotes(Story("She said “Yes.” Then left."), [Quoted("Yes.", "Ada")])
    assert missing == ()
    assert with_quotes(story, [Quoted("Yes.", "Ada")]) == (story, ())
