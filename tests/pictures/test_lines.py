"""Where a headline breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.pictures.lines import broken, pieces, shortened


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("New harbour opens", "New |harbour |opens"),
        ("Sold", "Sold"),
        ("Müller-Lüdenscheidt", "Müller-|Lüdenscheidt"),
        ("Wi-Fi 2019–2020", "Wi-Fi |2019–2020"),
        ("Port\u00a0: ouvert", "Port\u00a0: |ouvert"),
        ("Port : ouvert !", "Port : |ouvert !"),
        ("港口开放，减少", "港|口|开|放，|减|少"),
        ("为“绿色”港", "为|“绿|色”|港"),
        ("新港「世界」へ", "新|港|「世|界」|へ"),
        ("夜間フェリー向け", "夜|間|フェリー|向|け"),
        ("12,500吨排放", "12,500|吨|排|放"),
        ("항구가 열린다", "항구가 |열린다"),
        ("", ""),
    ],
)
def test_a_line_may_break_where_readers_of_the_script_expect_it(text: str, parts: str) -> None:
    assert "|".join(pieces(text)) == parts


def length(text: str) -> float:
    """Return the width of a text whose letters are all one wide."""
    return float(len(text))


def test_lines_are_as_even_as_they_can_be() -> None:
    text = "Kestrel Bay opens its new harbour to night ferries"
    assert broken(text, length, 30, whole=True) == ("Kestrel Bay opens its new", "harbour to night ferries")


def test_a_word_wider_than_a_line_has_no_lines_where_it_must_stay_whole() -> None:
    assert broken("a harbourmaster", length, 9, whole=True) == ()


def test_a_word_wider_than_a_line_is_broken_where_it_may_be_and_a_mark_stays_with_its_letter() -> None:
    assert broken("harbourmaster", length, 9, whole=False) == ("harbourma", "ster")
    assert broken("abce\u0301f", length, 4, whole=False) == ("abce\u0301", "f")


@given(st.text(alphabet="ab -港ー、「 \u0301é", max_size=60), st.integers(2, 20))
def test_nothing_is_lost_between_lines_and_none_is_too_wide(text: str, limit: int) -> None:
    lines = broken(text, length, limit, whole=False)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(length(line.replace("\u0301", "")) <= limit for line in lines)


def test_a_text_that_does_not_fit_ends_in_an_ellipsis_after_a_whole_word() -> None:
    assert shortened("Kestrel Bay, its harbour", lambda text: len(text) <= 14) == "Kestrel Bay…"
    assert shortened("Kestrel", lambda text: len(text) <= 14) == "Kestrel"
