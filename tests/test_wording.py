"""The words of the interface: one file a language, the same keys in each."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

import pressrelease as pr
from pressrelease import wording as package
from pressrelease.anatomy.embargoes import is_embargo
from pressrelease.characters import one_line
from pressrelease.patterns import fields
from pressrelease.theme import direction
from pressrelease.wording import LANGUAGES, State, date_words, moment_words, months, states, wording
from pressrelease.wording.states import says_it

HERE = Path(package.__file__).parent
FILES = {language: tomllib.loads((HERE / f"{language}.toml").read_text("utf-8")) for language in LANGUAGES}


def test_the_interface_speaks_seven_languages() -> None:
    assert {"ar", "de", "en", "es", "fr", "it", "nl"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_word_for_everything_and_no_more(language: str) -> None:
    assert set(FILES[language]["words"]) == set(FILES["en"]["words"])
    assert all(FILES[language]["words"].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_fills_the_same_places(language: str) -> None:
    places = {key: sorted(fields(words)) for key, words in FILES[language]["words"].items()}
    assert places == {key: sorted(fields(words)) for key, words in FILES["en"]["words"].items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_has_twelve_months_and_a_week_seven_days(language: str) -> None:
    names = FILES[language]
    assert [len(set(names[key])) for key in ("months", "months_short", "weekdays")] == [12, 12, 7]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "2 مارس 2026"),
        ("de", "2. März 2026"),
        ("de-AT", "2. März 2026"),
        ("en", "2 March 2026"),
        ("es", "2 de marzo de 2026"),
        ("fr", "2 mars 2026"),
        ("it", "2 marzo 2026"),
        ("nl", "2 maart 2026"),
        ("is", "2 March 2026"),
    ],
)
def test_a_date_is_set_as_its_language_sets_it_and_in_english_where_that_is_unknown(
    language: str, words: str
) -> None:
    assert date_words(dt.date(2026, 3, 2), language) == words


@pytest.mark.parametrize(
    ("language", "words"), [("ar", "2 مارس 2026، 09:30 (UTC)"), ("en", "2 March 2026, 09:30 (UTC)")]
)
def test_a_moment_has_the_comma_of_its_language(language: str, words: str) -> None:
    assert moment_words(dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC), language) == words


def test_french_keeps_its_spaces_before_high_punctuation_and_within_quotation_marks() -> None:
    text = " ".join(FILES["fr"]["words"].values())
    assert [mark for mark in (" ;", " :", " !", " ?", "« ", " »") if mark in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_runs_in_the_direction_of_its_script(language: str) -> None:
    assert wording(language).direction == direction(language)


def test_months_are_those_of_the_language() -> None:
    assert months("de")[2] == "März"
    assert months("ar")[0] == "يناير"


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Sperrfrist: 26.11.2026, 10:00 Uhr", "Sperrfrist: 26.11.2026, 10:00 Uhr"),
        ("EMBARGOED UNTIL the bell rings", "EMBARGOED UNTIL the bell rings"),
        ("when the bell rings", "Gesperrt bis auf Weiteres"),
        ("", "Gesperrt bis auf Weiteres"),
    ],
)
def test_an_embargo_without_a_moment_is_told_in_its_own_words_where_they_say_so(
    printed: str, label: str
) -> None:
    release = pr.Release(headline="A", language="de", embargo=pr.Embargo(printed=printed))
    assert states(release, dt.datetime(2026, 3, 2, tzinfo=dt.UTC)) == (State("embargo", label),)


@given(
    st.sampled_from(["Embargo", "Embargoed", "SPERRFRIST", "Sous embargo"]),
    st.sampled_from([": ", " until ", " 5"]),
    texts,
)
def test_words_that_tell_of_an_embargo_are_read_as_one(word: str, joint: str, rest: str) -> None:
    printed = one_line(f"{word}{joint}{rest}")
    assert not says_it(printed) or is_embargo(printed)
