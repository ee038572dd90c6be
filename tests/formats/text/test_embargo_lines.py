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
    ("STRICTLY EMBARGOED UNTIL 00.01 HRS GMT ON 5 MAY 2026", "2026-05-05T00:01:00+00:00"),
    ("Embargoed for release at 10 a.m. ET on March 6, 2026", "2026-03-06T10:00:00-05:00"),
    ("Embargo lifts 6 March 2026, 10:00 GMT", "2026-03-06T10:00:00+00:00"),
    ("NOT FOR PUBLICATION BEFORE 6 March 2026, 10:00 GMT", "2026-03-06T10:00:00+00:00"),
    ("Do not publish before 6 March 2026, 10:00 GMT", "2026-03-06T10:00:00+00:00"),
    ("FOR RELEASE: Friday, March 6, 2026, 10:00 a.m. ET", "2026-03-06T10:00:00-05:00"),
    ("Gesperrt bis 6. März 2026, 10 Uhr MEZ", "2026-03-06T10:00:00+01:00"),
    ("Nicht vor dem 6. März 2026, 10 Uhr MEZ veröffentlichen", "2026-03-06T10:00:00+01:00"),
    ("Sperrfrist Redebeginn: 6. März 2026, 19 Uhr MEZ", "2026-03-06T19:00:00+01:00"),
    ("No publicar antes del 6 de marzo de 2026, 10:00 CET", "2026-03-06T10:00:00+01:00"),
    ("CHECK AGAINST DELIVERY - EMBARGOED UNTIL 9 May 2026 10:00 GMT", "2026-05-09T10:00:00+00:00"),
    # Midnight of a day may be its beginning or its end: the later binds.
    ("Embargo: midnight GMT, 5 May 2026", "2026-05-06T00:00:00+00:00"),
    ("Sperrfrist: 5. Mai 2026, 24 Uhr MESZ", "2026-05-06T00:00:00+02:00"),
]
HELD = [
    ("SPERRFRIST MITTWOCH 10 UHR", "embargo-unreadable"),
    ("Embargo until 3/4/2026 10:00 GMT", "embargo-unreadable"),
    ("Embargo until 31 February 2026, 10:00 GMT", "embargo-unreadable"),
    ("Sperrfrist: Freitag, 6. März 2026", "embargo-without-time"),
    ("Sperrfrist: 23. Januar 2026, 19.00 Uhr", "embargo-without-zone"),
    ("*** EMBARGO ***", "embargo-unreadable"),
    ("EMBARGOED PRESS RELEASE", "embargo-unreadable"),
    ("HOLD FOR RELEASE", "embargo-unreadable"),
    ("Sperrfrist! Nicht vor Redebeginn", "embargo-unreadable"),
    ("Ne pas diffuser avant le 6 mars 2026, 10 h", "embargo-without-zone"),
    ("FOR RELEASE ON MARCH 6, 2026", "embargo-without-time"),
]
HEADLINES = [
    "Embargo on oil from Exampleland tightened",
    "Embargo gegen Beispielland gelockert",
    "Embargoed cargo reaches port after two years",
    "Sperrfrist für Kündigungen verlängert",
    "For release 4.2 the team rewrote the parser",
    "Under embargo since 1991, the island built its own cars",
    "Frei für alle: Museum verzichtet auf Eintritt",
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


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_about_an_embargo_is_none(line: str) -> None:
    release = pr.parse(f"{line}\n\nA paragraph that says what there is to say.\n", "text")
    assert (release.headline, release.embargo) == (line, None)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_moment_may_stand_on_the_next_line(between: str) -> None:
    found = reading(f"EMBARGOED UNTIL:{between}09:00 GMT, 6 March 2026")
    assert found.release.embargo is not None
    assert found.release.embargo.until == dt.datetime(2026, 3, 6, 9, tzinfo=dt.UTC)
    assert found.release.headline == "A headline"


def test_of_two_lines_the_later_binds() -> None:
    found = reading("Embargo: 7 March 2026, 09:00 GMT\nEmbargo: 6 March 2026, 09:00 GMT")
    assert found.release.embargo is not None
    assert found.release.embargo.until == dt.datetime(2026, 3, 7, 9, tzinfo=dt.UTC)
    assert found.leftovers == ()


def test_a_first_paragraph_that_begins_with_the_words_holds_and_stays_whole() -> None:
    text = "EMBARGOED UNTIL 6 March 2026, 09:00 GMT - The quay is open. " + "It is long and wide. " * 10
    release = pr.parse(f"A headline\n\n{text}\n", "text")
    assert release.embargo == pr.Embargo(until=dt.datetime(2026, 3, 6, 9, tzinfo=dt.UTC))
    assert release.story.text == text.strip()
