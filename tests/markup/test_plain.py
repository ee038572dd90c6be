"""A story as plain text: wrapped, listed, tabled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.markup.degrade import degraded
from pressrelease.markup.plain import columns, plain_text, wrapped
from pressrelease.story import (
    Attribution,
    BulletList,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Story,
    Strong,
    Table,
    Text,
)


def test_each_kind_of_block_has_its_lines() -> None:
    story = Story(
        (
            Paragraph((Text("First "), Strong("words"))),
            Heading("Then"),
            BulletList(("one", "two")),
            NumberedList(("three", "four"), 3),
            Quote("It works.", Attribution("Jane Doe", "CEO")),
            Rule(),
            Figure("https://example.org/a.jpg", "A ship", "In port", "Jo Roe"),
        )
    )
    assert plain_text(story) == (
        "First words\n\nThen\n\n- one\n- two\n\n3. three\n4. four\n\nIt works.\n— Jane Doe, CEO\n\n* * *\n\n"
        "[A ship] – In port (Jo Roe) – https://example.org/a.jpg"
    )


def test_numbers_of_a_table_stand_to_the_right() -> None:
    table = Table((("Steel", "412"), ("Old iron", "51")), (("", "2026"),))  # type: ignore[arg-type]
    assert plain_text(Story((table,))) == "          2026\nSteel      412\nOld iron    51"


def test_items_wrap_under_their_first_word() -> None:
    story = Story((BulletList(("one two three four",)),))
    assert plain_text(story, width=12) == "- one two\n  three four"


def test_a_lead_opens_the_first_paragraph() -> None:
    assert plain_text(Story("Ships came."), lead="HAMBURG - ") == "HAMBURG - Ships came."


def test_wide_letters_take_two_columns() -> None:
    assert columns("船舶") == 4
    assert wrapped("船舶 船舶 船舶", 9) == "船舶 船舶\n船舶"


@given(st.lists(st.text("abcäß船", min_size=1, max_size=12), min_size=1, max_size=30), st.integers(20, 80))
def test_wrapping_loses_no_word_and_no_line_is_too_wide(words: list[str], width: int) -> None:
    text = wrapped(" ".join(words), width)
    assert text.split() == words
    assert all(columns(line) <= width or " " not in line for line in text.split("\n"))


@pytest.mark.parametrize(
    ("text", "language", "charset", "expected"),
    [
        ("Köln, Größe", "de", "ascii", "Koeln, Groesse"),
        ("Malmö", "sv", "ascii", "Malmo"),
        ("„Ja“ – 5 €", "de", "ascii", '"Ja" - 5 EUR'),
        ("“Yes” — №\u00a05…", "en", "ascii", '"Yes" -- No. 5...'),
        ("Łódź", "pl", "latin-1", "Lódz"),
        ("Москва", "ru", "ascii", "Moskva"),
        ("☃", "en", "ascii", "[snowman]"),
        ("Köln", "de", "latin-1", "Köln"),
    ],
)
def test_a_narrow_charset_degrades_readably(text: str, language: str, charset: str, expected: str) -> None:
    assert degraded(text, charset, language)[0] == expected


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "iso8859-15"]))
def test_degraded_text_fits_its_charset_and_names_each_replacement(text: str, charset: str) -> None:
    legal = text.encode("utf-8", "ignore").decode()
    shown, replaced = degraded(legal, charset, "de")
    shown.encode(charset)
    assert (shown == legal) == (not replaced)
    assert shown.count("?") == legal.count("?")
