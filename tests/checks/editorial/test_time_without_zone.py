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


@pytest.mark.parametrize(
    "words",
    [
        "The crane fell shortly after 9:30 in the morning.",
        "Der Kran fiel gegen 1 Uhr um, kurz nach 23.30 Uhr war er noch heil.",
        "Die Straße blieb bis nach 4 Uhr gesperrt.",
        "La grue est tombée vers 19h30, peu après 18 h 30.",
        "La grúa cayó hacia las 9:30.",
        "La gru è caduta verso le 9:30.",
        "De kraan viel rond 06.00 uur om.",
    ],
)
def test_a_time_that_is_only_about_right_is_no_moment(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Zwischen Montag, 16 Uhr und Dienstag, 14 Uhr verschwand das Boot.",
        "Es geschah zwischen dem 3. Mai, 08.15 Uhr und dem 4. Mai, 10.00 Uhr.",
        "It fell between 9:30 and 11:00 on Monday.",
        "De kraan viel tussen 9.30 uur en 10.15 uur.",
    ],
)
def test_the_ends_of_a_span_are_no_moments(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("Zwischen den Häfen fährt um 9.30 Uhr das erste Boot.", "9.30 Uhr"),
        ("Between two of the quays the ferry leaves. It sails at 9:30 and returns.", "9:30"),
        ("Um 9.30 Uhr beginnt die Pressekonferenz gegen den Lärm.", "9.30 Uhr"),
    ],
)
def test_a_moment_behind_other_words_of_time_is_one(words: str, time: str) -> None:
    assert found(words) == [f"“{time}” names no zone"]
