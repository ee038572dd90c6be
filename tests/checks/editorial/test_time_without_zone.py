"""Which words are a clock time, and what names its zone."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)


def found(words: str) -> list[str]:
    release = pr.Release(headline="One", language="en", story=words)
    return [f.message for f in pr.check(release, now=NOW) if f.code == "time-without-zone"]


@pytest.mark.parametrize(
    "time",
    [
        "9:30",
        "09:30",
        "22:00:15",
        "9.30 Uhr",
        "6.30pm",
        "10 a.m.",
        "19h30",
        "18 h 30",
        "18.39 uur",
        "12pm",
    ],
)
def test_a_clock_time_is_found_as_it_is_written(time: str) -> None:
    assert found(f"Doors open at {time}") == [f"“{time}” names no zone"]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "version 1.30 is out",
            "a ratio of 9:75",
            "24:10 is none",
            "€9:30",
            "3.45 percent",
            "in 2020-12-10",
        ),
        *("Matthew 5:3", "13 pm", "10:30%", "see 1:2"),
    ],
)
def test_what_only_looks_like_one_is_none(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    "zone",
    ["CEST", "UTC", "MEZ", "Eastern Time", "ET", "local time", "heure de Paris", "(+02:00)", "Europe/Lisbon"],
)
def test_a_zone_in_the_same_paragraph_is_enough(zone: str) -> None:
    assert found(f"Doors open at 9:30 {zone} on Monday.") == []


@pytest.mark.parametrize("words", ["Das ist um 9:30", "Il est 19h30 et demie", "9:30 Time"])
def test_words_in_lower_case_that_spell_a_zone_are_none(words: str) -> None:
    assert len(found(words)) == 1


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("Le quai ouvre à 8 heures.", "8 heures"),
        ("Le bal va jusqu’à 23 heures.", "23 heures"),
        ("De kade opent om 9 uur.", "9 uur"),
    ],
)
def test_hours_behind_a_word_of_time_are_a_time_of_day(words: str, time: str) -> None:
    assert found(words) == [f"“{time}” names no zone"]


@pytest.mark.parametrize(
    "words",
    [
        "La traversée dure de 10 à 20 heures.",
        "Le radoub prend 9 heures.",
        "Après 12 heures de mer, le quai.",
        "De reis duurt 9 uur.",
    ],
)
def test_hours_that_say_how_long_are_none(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize("words", ["Video (3:47)", "La vidéo, 3:47", "Podcast: 12:30"])
def test_minutes_behind_a_film_or_a_sound_are_none(words: str) -> None:
    assert found(words) == []
