"""White space as it stood: kept apart from the words, and given up where the words are others."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressrelease as pr
from pressrelease.formats.text.spaces import spaced, spaces_of

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
TEXT = "\tHarbour  opens\n\nShips may  berth\n there from Monday on.  It is wide. \n"

words = st.lists(st.sampled_from(["a", "bc", "d\u00a0e", "–"]), min_size=1, max_size=6)
gaps = st.text(" \t\n\r\x85\u2028", min_size=1, max_size=4)


def test_a_text_prints_back_with_its_own_white_space() -> None:
    reading = pr.read(TEXT, "text")
    assert (reading.release.headline, reading.findings) == ("Harbour opens", ())
    again = pr.parse(pr.render(reading.release, "json"), "json")
    assert pr.render(again, "gna-text", now=NOW) == TEXT


def test_a_field_with_more_words_is_set_as_usual() -> None:
    release = pr.parse(TEXT, "text").changed(headline="The harbour opens")
    text = pr.render(release, "gna-text", now=NOW)
    assert text == TEXT.replace("\tHarbour  opens", "The harbour opens")


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_any_white_space_between_the_same_words_is_kept(parts: list[list[str]], data: st.DataObject) -> None:
    texts = [" ".join(part) for part in parts]
    whole = "".join(data.draw(gaps) + word for part in parts for word in part) + data.draw(gaps)
    spaces = spaces_of(texts, whole)
    assert spaces is not None
    assert "".join(map(spaced, texts, spaces)) == whole


@given(words, words)
def test_other_words_are_no_matter_of_white_space(one: list[str], other: list[str]) -> None:
    assert (spaces_of([" ".join(one)], " ".join(other)) is None) is (one != other)


@pytest.mark.parametrize(
    "odd", ["2", "2 0", "2 0x", "two", "3 0t", "2 9t", "2 0s9999" + "s9999" * 60, "2 1", "2 0t 0"]
)
def test_white_space_that_cannot_be_read_is_set_as_usual(odd: str) -> None:
    """A layout may come from anywhere; it never makes a text longer than white space of a person does."""
    assert spaced("a b", odd).split() == ["a", "b"]
    assert len(spaced("a b", odd)) < 10
