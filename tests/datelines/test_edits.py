"""One changed field of a dateline that was read moves its own bytes only, and nothing it says gets lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from datelines.tables import LEADS, LINES

from pressrelease.datelines import STYLES, printed, read_lead, read_line
from pressrelease.model import Dateline, Place

REST = "Example AG said so on Monday."


def _all() -> list[tuple[str, str, Dateline]]:
    found = []
    for row in LEADS:
        reading = read_lead(row["text"] + REST, row["language"])
        assert reading is not None
        found.append((row["text"], row["language"], reading[0]))
    for row in LINES:
        line = read_line(row["text"], row["language"])
        assert line is not None
        found.append((row["text"], row["language"], line))
    return found


ALL = _all()


def words(dateline: Dateline, language: str) -> str:
    both = printed(dateline, language)
    return both.line + both.lead


def one_replaced(text: str, old: str, new: str) -> set[str]:
    """Return `text` with one of its `old` replaced, each in turn."""
    parts = text.split(old)
    return {old.join(parts[: i + 1]) + new + old.join(parts[i + 1 :]) for i in range(len(parts) - 1)}


def strays(
    changes: Callable[[Dateline], dict[str, Any]], old: Callable[[Dateline], str], new: str
) -> list[str]:
    """Return the datelines of the tables where a change moves more than the bytes of the field, or other bytes."""
    found = []
    for text, language, dateline in ALL:
        edit = changes(dateline)
        if edit and words(dateline.changed(**edit), language) not in one_replaced(text, old(dateline), new):
            found.append(f"{text} -> {words(dateline.changed(**edit), language)}")
    return found


def test_another_city_moves_only_the_citys_bytes() -> None:
    found = []
    for text, language, dateline in ALL:
        for i, place in enumerate(dateline.places):
            moved = place.changed(name="Ulmen")
            edited = dateline.changed(places=(*dateline.places[:i], moved, *dateline.places[i + 1 :]))
            capitals = next((form for form in _capitals(place.name) if form in text), "")
            expected = one_replaced(text, place.name, "Ulmen") | one_replaced(text, capitals or "\0", "ULMEN")
            if words(edited, language) not in expected:
                found.append(f"{text} -> {words(edited, language)}")
    assert found == []


def _capitals(name: str) -> tuple[str, ...]:
    return (name.upper(), name.upper().replace("MC", "Mc", 1), name.upper().replace("'S-", "'s-"))


def test_another_credit_moves_only_its_bytes() -> None:
    assert strays(lambda d: {"credit": "Kestrel"} if d.credit else {}, lambda d: d.credit, "Kestrel") == []


def test_another_year_moves_only_its_bytes() -> None:
    """A weekday moves with the date, so those that print one are left out; two-digit years have their own test."""

    def edit(d: Dateline) -> dict[str, Any]:
        plain = d.date is not None and not any(form in d.layout for form in ("weekday", "year:02"))
        return {"date": d.date.replace(year=2037)} if plain and d.date else {}

    assert strays(edit, lambda d: str(d.date and d.date.year), "2037") == []


def test_another_date_moves_the_weekday_with_it() -> None:
    dateline = read_line("Thursday, March 5, 2026")
    assert dateline is not None
    assert words(dateline.changed(date=dt.date(2026, 8, 16)), "en") == "Sunday, August 16, 2026"


def test_another_year_of_two_digits_moves_only_its_bytes() -> None:
    dateline = read_line("Brussels, 26.08.20, 18:39 Time")
    assert dateline is not None
    assert words(dateline.changed(date=dt.date(2031, 8, 26)), "en") == "Brussels, 26.08.31, 18:39 Time"


def test_another_minute_moves_only_its_bytes() -> None:
    def edit(d: Dateline) -> dict[str, Any]:
        return {"time": d.time.replace(minute=47)} if d.time and "minute:some" not in d.layout else {}

    assert strays(edit, lambda d: f"{d.time:%M}", "47") == []


def test_minutes_that_were_not_printed_appear_when_there_are_some() -> None:
    dateline = read_line("Chicago, March 5, 2026, 9 a.m. CT")
    assert dateline is not None
    assert words(dateline.changed(time=dt.time(21, 30)), "en") == "Chicago, March 5, 2026, 9:30 p.m. CT"


def test_another_printed_zone_moves_only_its_bytes() -> None:
    assert (
        strays(lambda d: {"zone_printed": "XKT"} if d.zone_printed else {}, lambda d: d.zone_printed, "XKT")
        == []
    )


def test_another_date_as_printed_moves_only_its_bytes() -> None:
    def edit(d: Dateline) -> dict[str, Any]:
        return {"date_printed": "in spring"} if d.date_printed else {}

    assert strays(edit, lambda d: d.date_printed, "in spring") == []


ADDED: dict[str, tuple[Any, str]] = {
    "date": (dt.date(2031, 10, 28), "2031"),
    "time": (dt.time(11, 58), "11:58"),
    "zone_printed": ("XKT", "XKT"),
    "credit": ("Kestrel", "Kestrel"),
    "places": ((Place(name="Ulmen"), Place(name="Kestrel Bay")), "Kestrel Bay"),
}


@pytest.mark.parametrize("field", ADDED)
def test_nothing_added_to_a_layout_vanishes(field: str) -> None:
    """A layout has no place for it, so its style sets the whole anew (what that never prints is left out)."""
    value, shown = ADDED[field]
    found = []
    for text, language, dateline in ALL:
        style = STYLES[dateline.style]
        name = {"zone_printed": "time"}.get(field, field)
        prints = f"{{{name}}}" in style.line + style.lead and (field != "date" or style.dates == "full")
        if (
            getattr(dateline, field)
            or not dateline.layout
            or not prints
            or (name == "time" and not dateline.time)
        ):
            continue
        edited = words(dateline.changed(**{field: value}), language)
        if shown.lower() not in edited.lower():
            found.append(f"{text} -> {edited}")
    assert found == []


def test_a_country_added_to_a_layout_is_printed() -> None:
    dateline = read_line("Leeds, 5 March 2026, 9.30 Uhr")
    assert dateline is not None
    edited = dateline.changed(places=(Place(name="Leeds", country="GB"),))
    assert words(edited, "en") == "Leeds, UK, 5 March 2026, 09:30 – "


@pytest.mark.parametrize("field", ["date", "time", "zone_printed", "date_printed", "credit", "places"])
def test_an_emptied_field_leaves_no_label_behind(field: str) -> None:
    empty: dict[str, Any] = {field: {"date": None, "time": None, "places": ()}.get(field, "")}
    if field == "time":
        empty |= {"zone": "", "zone_printed": ""}
    found = []
    for text, language, dateline in ALL:
        edited = words(dateline.changed(**empty), language) if getattr(dateline, field) else ""
        odd = any(mark in edited for mark in ("()", "//", ", ,", "  ", "( ", " )", "None"))
        if odd or edited.startswith((",", " ", "-", "–")):
            found.append(f"{text} -> {edited}")
    assert found == []
