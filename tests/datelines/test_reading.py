"""Datelines are read out of lines and opening paragraphs; sentences are not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from datelines.tables import LEADS, LINES, NEGATIVES, told
from hypothesis import given
from hypothesis import strategies as st
from outside import ending

from pressrelease.datelines import Printed, printed, read_lead, read_line
from pressrelease.model import Dateline, Place

REST = "Example AG said so on Monday."
LANGUAGES = ("", "en", "en-US", "en-GB", "de", "de-AT", "fr", "es", "it", "nl", "ar")


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("text", "language")}


@pytest.mark.parametrize("row", LEADS, ids=lambda row: row["text"])
def test_a_lead_is_read_field_by_field(row: dict[str, Any]) -> None:
    found = read_lead(row["text"] + REST, row["language"])
    assert found is not None
    dateline, rest = found
    assert rest == REST
    assert told(dateline) == _said(row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_leads_are_printed_again_to_the_letter_whatever_language_was_told(language: str) -> None:
    for row in LEADS:
        found = read_lead(row["text"] + REST, language)
        assert found is not None
        assert (printed(found[0], language), found[1]) == (Printed("", row["text"]), REST)


def test_a_lead_read_without_a_language_prints_the_same_in_every_language() -> None:
    for row in LEADS:
        found = read_lead(row["text"] + REST)
        assert found is not None
        assert {printed(found[0], language).lead for language in LANGUAGES} == {row["text"]}


@pytest.mark.parametrize("row", LINES, ids=lambda row: row["text"])
def test_a_line_is_read_field_by_field(row: dict[str, Any]) -> None:
    dateline = read_line(row["text"], row["language"])
    assert dateline is not None
    assert told(dateline) == _said(row)
    assert printed(dateline, row["language"]) == Printed(row["text"], "")


@pytest.mark.parametrize("text", NEGATIVES)
def test_a_sentence_or_a_headline_is_no_dateline(text: str) -> None:
    for language in LANGUAGES:
        assert read_lead(text, language) is None
        assert read_line(text, language) is None


def test_a_line_and_the_credit_beneath_it_are_one_dateline() -> None:
    """Above the body place, date and a zone that is none; at its opening the service's name."""
    line = read_line("Brussels, 26.08.2020, 18:39 Time")
    found = read_lead("USPA NEWS - The harbour opens to ferries.", after=line)
    assert found is not None
    dateline, rest = found
    assert rest == "The harbour opens to ferries."
    assert dateline == Dateline(
        places=(Place(name="Brussels"),),
        date=dt.date(2020, 8, 26),
        time=dt.time(18, 39),
        zone_printed="Time",
        credit="USPA NEWS",
        style="gna",
    )
    assert printed(dateline, "en") == Printed("Brussels, 26.08.2020, 18:39 Time", "USPA NEWS - ")


def test_any_words_in_capitals_are_a_credit_beneath_a_dateline_only() -> None:
    line = read_line("Leeds, 1.8.2020, 8:05 Time")
    assert read_lead("BLUE FERRY - The harbour opens.") is None
    found = read_lead("BLUE FERRY - The harbour opens.", after=line)
    assert found is not None
    assert printed(found[0], "en") == Printed("Leeds, 1.8.2020, 8:05 Time", "BLUE FERRY - ")
    assert found[0].credit == "BLUE FERRY"


def test_a_city_in_capitals_beneath_a_date_is_the_place_never_a_credit() -> None:
    line = read_line("March 05, 2026", "en")
    found = read_lead("CHICAGO — The harbour opens.", "en", after=line)
    assert found is not None
    assert found[0].places == (Place(name="Chicago"),)
    assert (found[0].date, found[0].credit) == (dt.date(2026, 3, 5), "")
    assert printed(found[0], "en") == Printed("March 05, 2026", "CHICAGO — ")


def test_a_wire_that_dates_its_line_and_signs_its_lead_is_one_dateline() -> None:
    line = read_line("March 05, 2026 09:00 AM Eastern Standard Time")
    found = read_lead("CUPERTINO, Calif.--(BUSINESS WIRE)--Example Corp opens.", after=line)
    assert found is not None
    dateline = found[0]
    assert told(dateline) == {
        "places": ["Cupertino, California, US"],
        "date": "2026-03-05",
        "time": "09:00:00",
        "zone": "-05:00",
        "zone_printed": "Eastern Standard Time",
        "credit": "BUSINESS WIRE",
        "set_by": "its own layout",
    }
    assert printed(dateline, "en") == Printed(
        "March 05, 2026 09:00 AM Eastern Standard Time", "CUPERTINO, Calif.--(BUSINESS WIRE)--"
    )


def test_what_line_and_lead_both_say_is_not_joined() -> None:
    line = read_line("Berlin, 5. März 2026")
    assert read_lead("Berlin (dpa) - Die Brücke ist offen.", "de", after=line) is None


@pytest.mark.parametrize(
    ("text", "language", "zone"),
    [
        ("Delhi, India, 5 March 2026, 18:39 IST", "en", "+05:30"),
        ("Dublin, Ireland, 5 March 2026, 18:39 IST", "en", "+01:00"),
        ("Delhi, 5 March 2026, 18:39 IST", "en-IN", "+05:30"),
        ("Delhi, 5 March 2026, 18:39 IST", "en", ""),
        ("Leeds, 5 July 2026, 18:39 BST", "en", ""),
        ("Leeds, UK, 5 July 2026, 18:39 BST", "en", "+01:00"),
        ("Brussels, 5 July 2026, 18:39 Time", "en", ""),
        ("Brussels, 5 July 2026, 18:39 XYT", "en", ""),
        ("Boston, 5 July 2026, 6:39 p.m. ET", "en", "America/New_York"),
    ],
)
def test_only_a_zone_that_means_one_thing_becomes_a_zone(text: str, language: str, zone: str) -> None:
    dateline = read_line(text, language)
    assert dateline is not None
    assert dateline.zone == zone
    assert dateline.zone_printed == text.rpartition(" ")[2]
    assert printed(dateline, language).line == text


def test_a_date_that_could_be_two_is_kept_as_printed() -> None:
    readings = {
        language: read_line("Leeds, 08/05/2020", language) for language in ("", "en", "en-US", "en-GB", "fr")
    }
    assert {k: v and (v.date, v.date_printed) for k, v in readings.items()} == {
        "": (None, "08/05/2020"),
        "en": (None, "08/05/2020"),
        "en-US": (dt.date(2020, 8, 5), ""),
        "en-GB": (dt.date(2020, 5, 8), ""),
        "fr": (dt.date(2020, 5, 8), ""),
    }


def test_a_weekday_that_is_not_that_of_the_date_keeps_the_date_as_printed() -> None:
    dateline = read_line("London, Friday, March 5, 2026")
    assert dateline is not None
    assert (dateline.date, dateline.date_printed) == (None, "Friday, March 5, 2026")


HOSTILE = (
    "A, " * 100_000,
    "A" * 1_000_000,
    "A " * 500_000,
    "A-" * 500_000,
    "A/" * 500_000,
    "(" * 1_000_000,
    "/" * 1_000_000,
    " " * 1_000_000,
    "BERLIN, " + "March " * 200_000,
    "5" * 1_000_000,
    "A.B" * 300_000,
    "'s-" * 300_000,
    "BERLIN (" + "dpa/" * 200_000,
    "Å" * 500_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_a_hostile_line_is_no_dateline_and_is_refused_at_once(text: str) -> None:
    with ending(10):
        found = read_line(text), read_line(text[:240])
        read_lead(text)
    assert found == (None, None)


_PIECES = st.sampled_from(
    ["Berlin", "PORTLAND", "New York", "NEW YORK", "McALLEN", "'s-HERTOGENBOSCH", "Ore.", "Oregon", "OR",
     "Germany", "UK", "U.S.", "D.C.", "March", "Mrz", "Aug.", "5", "05", "2026", "26.08.2020", "08/26/2020",
     "2020-08-26", "18:39", "9:30", "a.m.", "ET", "Time", "IST", "Uhr", "Thursday", "(dpa)", "(AP)",
     "/PRNewswire/", "(BUSINESS WIRE)", "(Example)", "AP", "ACCESSWIRE", "USPA NEWS", "and", "und", "le", "den",
     ",", ", ", " ", "  ", "/", " / ", " - ", " – ", "—", "--", ": ", "(", ")", ".", ".- ", "\u00a0", "{", "}",
     "{credit}", "\n", "İSTANBUL", "GIEßEN", "ﬁ", "e\u0301", "|", "said", "x"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map("".join), st.sampled_from(LANGUAGES))
def test_whatever_is_accepted_is_printed_again_to_the_letter(text: str, language: str) -> None:
    found = read_lead(text, language)
    if found is not None:
        assert printed(found[0], language).line == ""
        assert printed(found[0], language).lead + found[1] == text
    line = read_line(text, language)
    if line is not None:
        assert printed(line, language) == Printed(text, "")


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_a_fault(text: str, language: str) -> None:
    found = read_lead(text, language)
    assert found is None or printed(found[0], language).lead + found[1] == text
    line = read_line(text, language)
    assert line is None or printed(line, language).line == text


@given(
    st.sampled_from([row["text"] for row in LINES]),
    st.sampled_from(
        ["BLUE FERRY - ", "XYZ NEWS – ", "USPA NEWS -- ", "CUPERTINO, Calif.--(BUSINESS WIRE)--", "(dpa) - "]
    ),
    st.sampled_from(LANGUAGES),
)
def test_line_and_lead_joined_are_printed_again_to_the_letter(line: str, lead: str, language: str) -> None:
    above = read_line(line, language)
    found = read_lead(lead + REST, language, after=above) if above else None
    if found is not None:
        assert printed(found[0], language) == Printed(line, lead)
        assert found[1] == REST
