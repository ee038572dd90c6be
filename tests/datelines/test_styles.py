"""House styles are data: what each prints, what houses dispute, and how to make one's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.datelines import STYLES, Printed, Style, UnknownStyle, printed, read_lead
from pressrelease.model import Dateline, Place

PORTLAND = Place(name="Portland", region="Oregon", country="US")
BERLIN = Place(name="Berlin", country="DE")
AUGUST = dt.date(2026, 8, 5)


def set_in(style: str | Style, language: str = "en", **fields: object) -> str:
    values: dict[str, object] = {"places": (BERLIN,), "date": AUGUST, **fields}
    both = printed(Dateline(**values), language, style)  # type: ignore[arg-type]
    return "\n".join(filter(None, (both.line, both.lead)))


@pytest.mark.parametrize(
    ("style", "credit", "expected"),
    [
        ("plain", "", "Portland, Oregon, 5 August 2026 – "),
        ("ap", "AP", "PORTLAND, Ore. (AP) — "),
        ("prnewswire", "PRNewswire", "PORTLAND, Ore., Aug. 5, 2026 /PRNewswire/ -- "),
        ("businesswire", "BUSINESS WIRE", "PORTLAND, Ore.--(BUSINESS WIRE)--"),
        ("globenewswire", "GLOBE NEWSWIRE", "PORTLAND, Ore., Aug. 05, 2026 (GLOBE NEWSWIRE) -- "),
        ("reuters", "Reuters", "PORTLAND, Oregon, Aug 5 (Reuters) - "),
        ("dpa", "dpa", "Portland (dpa) - "),
        ("ots", "ots", "Portland (ots) - "),
        ("apa-ots", "OTS", "Portland (OTS) - "),
        ("afp", "AFP", "PORTLAND, August 5, 2026 (AFP) - "),
        ("gna", "USPA NEWS", "Portland, Oregon, 05.08.2026\nUSPA NEWS - "),
    ],
)
def test_each_named_style_sets_a_dateline_its_own_way(style: str, credit: str, expected: str) -> None:
    assert set_in(style, places=(PORTLAND,), credit=credit) == expected


def test_every_named_style_is_tested_above_and_known_by_its_own_name() -> None:
    marks = test_each_named_style_sets_a_dateline_its_own_way.pytestmark  # type: ignore[attr-defined]
    assert [row[0] for row in marks[0].args[1]] == list(STYLES) == [style.name for style in STYLES.values()]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "BERLIN, Aug. 5, 2026 -- "),
        ("de", "BERLIN, 5. Aug. 2026 -- "),
        ("fr", "BERLIN, 5 août 2026 -- "),
        ("es", "BERLIN, 5 de ago de 2026 -- "),
        ("it", "BERLIN, 5 ago 2026 -- "),
        ("nl", "BERLIN, 5 aug. 2026 -- "),
        ("xx", "BERLIN, Aug. 5, 2026 -- "),
    ],
)
def test_a_date_speaks_the_language_of_the_release(language: str, expected: str) -> None:
    assert set_in("prnewswire", language) == expected


def test_ap_never_abbreviates_march_to_july() -> None:
    dated = replace(STYLES["ap"], dates="no-year")
    shown = [set_in(dated, date=dt.date(2026, month, 1)) for month in range(1, 13)]
    assert shown == [
        f"BERLIN, {month} 1 — "
        for month in (
            "Jan.",
            "Feb.",
            "March",
            "April",
            "May",
            "June",
            "July",
            "Aug.",
            "Sept.",
            "Oct.",
            "Nov.",
            "Dec.",
        )
    ]


def test_ap_never_abbreviates_eight_states() -> None:
    names = ("Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Texas", "Utah")
    shown = [set_in("ap", places=(Place(name="Lyme", region=name, country="US"),)) for name in names]
    assert shown == [f"LYME, {name} — " for name in names]


def test_whether_states_are_abbreviated_is_a_setting() -> None:
    assert set_in(replace(STYLES["ap"], full_states=True), places=(PORTLAND,)) == "PORTLAND, Oregon — "


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(name="Boston", region="Massachusetts", country="US"), "BOSTON — "),
        (Place(name="Paris", country="FR"), "PARIS — "),
        (Place(name="Paris", region="Texas", country="US"), "PARIS, Texas — "),
        (Place(name="São Paulo", country="BR"), "SÃO PAULO — "),
        (Place(name="Hamburg", country="DE"), "HAMBURG, Germany — "),
        (Place(name="Leeds", country="GB"), "LEEDS, UK — "),
    ],
)
def test_ap_lets_the_cities_of_its_list_stand_alone(place: Place, expected: str) -> None:
    assert set_in("ap", places=(place,)) == expected


def test_the_list_of_cities_is_a_setting() -> None:
    own = replace(STYLES["ap"], stand_alone={"Hamburg": "DE"})
    assert set_in(own, places=(Place(name="Hamburg", country="DE"),)) == "HAMBURG — "
    assert set_in(own, places=(Place(name="Paris", country="FR"),)) == "PARIS, France — "


def test_separator_capitals_and_order_are_settings() -> None:
    own = Style(
        name="harbour", lead="[{date} — ][{places}: ]", capitals=False, months="three", two_digit_day=True
    )
    assert set_in(own) == "Aug 05, 2026 — Berlin: "
    assert set_in(own, date=None) == "Berlin: "


def test_several_cities_are_joined_as_the_house_does() -> None:
    places = (Place(name="London"), Place(name="Paris"), Place(name="Rome"))
    assert set_in("dpa", places=places) == "London/Paris/Rome - "
    assert set_in("ap", places=places) == "LONDON, PARIS and ROME — "
    assert set_in("prnewswire", "de", places=places, date=None) == "LONDON, PARIS und ROME -- "


def test_a_style_credits_nobody_unless_told() -> None:
    assert set_in("ap") == "BERLIN — "
    assert (
        set_in(replace(STYLES["prnewswire"], credit="PRNewswire")) == "BERLIN, Aug. 5, 2026 /PRNewswire/ -- "
    )


def test_an_own_layout_holds_until_another_style_is_asked_for() -> None:
    found = read_lead("NEW YORK, NY (AP) -- The harbour opens.")
    assert found is not None
    assert printed(found[0]).lead == "NEW YORK, NY (AP) -- "
    assert printed(found[0], "en", "dpa").lead == "New York (AP) - "


def test_an_unknown_style_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UnknownStyle) as raised:
        printed(Dateline(places=(BERLIN,)), "en", "pa")
    assert str(raised.value) == ('style: no such dateline style: found "pa", expected ' + " or ".join(STYLES))


def test_a_style_from_elsewhere_in_a_document_prints_as_plain() -> None:
    assert printed(Dateline(places=(BERLIN,), style="house-of-ours")).lead == "Berlin, Germany – "


def test_an_empty_dateline_prints_nothing() -> None:
    assert {printed(Dateline(), "en", style) for style in STYLES} == {Printed("", "")}


def test_a_time_whose_zone_was_never_printed_shows_its_offset() -> None:
    berlin = Dateline(date=AUGUST, time=dt.time(9, 30), zone="Europe/Berlin")
    assert printed(berlin).lead == "5 August 2026, 09:30 UTC+02:00 – "


@pytest.mark.parametrize(
    "layout", ["{", "}", "{places.9999.name}", "{nobody}", "{places.0.x}", "{month:zz.yy}", "\n\n", "{0}"]
)
def test_a_broken_layout_from_a_document_does_no_harm(layout: str) -> None:
    dateline = Dateline(places=(BERLIN,), date=AUGUST, layout=layout)
    assert printed(dateline).lead == "Berlin, Germany, 5 August 2026 – "


_PLACES = st.builds(
    Place,
    name=st.sampled_from(
        ["Berlin", "New York", "McAllen", "St. Louis", "Rio de Janeiro", "'s-Hertogenbosch", "Ulm", "Gießen"]
    ),
    region=st.sampled_from(["", "Oregon", "Texas", "Ontario", "England", "Hessen"]),
    country=st.sampled_from(["", "US", "DE", "GB", "CA", "XX"]),
)
DATELINES = st.builds(
    Dateline,
    places=st.lists(_PLACES, max_size=3).map(tuple),
    date=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    time=st.none() | st.times().map(lambda t: t.replace(microsecond=0)),
    zone=st.sampled_from(["", "UTC", "Europe/Berlin", "+05:30"]),
    zone_printed=st.sampled_from(["", "Time", "CET"]),
    date_printed=st.sampled_from(["", "March 5"]),
    credit=st.sampled_from(["", "AP", "dpa", "PRNewswire", "USPA NEWS"]),
)


@given(
    DATELINES,
    st.sampled_from(list(STYLES)),
    st.sampled_from(["en", "en-GB", "de", "fr", "es", "it", "nl", "pl", "ar", "zh"]),
)
def test_what_a_style_sets_is_one_line_and_reads_back_to_the_same_words(
    dateline: Dateline, style: str, language: str
) -> None:
    both = printed(dateline, language, style)
    assert "\n" not in both.line + both.lead
    found = read_lead(both.lead + "Example AG said so.", language)
    if found is not None:
        assert printed(found[0], language).lead + found[1] == both.lead + "Example AG said so."
