"""Embargo lines: a moment where one is named, held where none can be read. None of them ever publishes."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr

LINES = [
    ("EMBARGOED UNTIL 26 August 2026, 09:00 BST", "2026-08-26T09:00:00+01:00"),
    ("Embargo: 00:01 GMT, Tuesday 5 May 2026", "2026-05-05T00:01:00+00:00"),
    ("Embargoed until March 5, 2026 at 9:00 a.m. ET", "2026-03-05T09:00:00-05:00"),
    ("Embargoed until noon UTC on 5 June 2026", "2026-06-05T12:00:00+00:00"),
    ("Sperrfrist: 23.01.2026, 10 Uhr MEZ", "2026-01-23T10:00:00+01:00"),
    ("Sous embargo jusqu'au 3 mars 2026 à 10h00 CET", "2026-03-03T10:00:00+01:00"),
    ("Embargo hasta el 5 de marzo de 2026, 12:00 CET", "2026-03-05T12:00:00+01:00"),
    ("Embargo tot 5 maart 2026, 12.00 uur CET", "2026-03-05T12:00:00+01:00"),
    ("EMBARGO 2026-03-05 09:00 UTC+2", "2026-03-05T09:00:00+02:00"),
]
HELD = [
    ("SPERRFRIST MITTWOCH 10 UHR", "embargo-unreadable"),
    ("Embargo until 3/4/2026 10:00 GMT", "embargo-unreadable"),
    ("Embargo until 31 February 2026, 10:00 GMT", "embargo-unreadable"),
    ("Sperrfrist: Freitag, 6. März 2026", "embargo-without-time"),
    ("Sperrfrist: 23. Januar 2026, 19.00 Uhr", "embargo-without-zone"),
]


def reading(line: str, newsroom: pr.Newsroom | None = None) -> pr.Reading:
    return pr.read(
        f"{line}\n\nA headline\n\nA paragraph that says what there is to say.\n", "text", newsroom=newsroom
    )


@pytest.mark.parametrize(("line", "until"), LINES)
def test_the_moment_of_an_embargo_is_read(line: str, until: str) -> None:
    found = reading(line)
    assert found.release.embargo == pr.Embargo(until=dt.datetime.fromisoformat(until), printed=line)
    assert found.release.headline == "A headline"
    assert found.findings == ()


@pytest.mark.parametrize(("line", "code"), HELD)
def test_an_embargo_that_cannot_be_read_holds(line: str, code: str) -> None:
    found = reading(line)
    assert found.release.embargo == pr.Embargo(until=None, printed=line)
    assert [f.code for f in found.findings] == [code]
    assert not found.release.is_public(dt.datetime(2999, 1, 1, tzinfo=dt.UTC))


def test_the_newsrooms_zone_stands_in_for_a_missing_one() -> None:
    house = pr.Newsroom(
        title="Example",
        base_url="https://example.org",
        publisher=pr.Organisation(name="Example"),
        time_zone="Europe/Berlin",
    )
    embargo = reading("Sperrfrist: 23. Januar 2026, 19.00 Uhr", house).release.embargo
    assert embargo is not None
    assert embargo.until == dt.datetime(2026, 1, 23, 18, tzinfo=dt.UTC)
