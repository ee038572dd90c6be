"""Profiles of the house's own, beside those of the law."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from houses import TODAY, house

import pressrelease as pr
from pressrelease.notices import Due, InvalidProfile, due, fulfilled
from pressrelease.wording import notice_lines

DAY = TODAY.date()
PRICES = {
    "id": "house-prices",
    "kind": "other",
    "label": {"en": "Prices", "de": "Preise"},
    "text": {"en": "Prices are those of {published}.", "de": "Preise vom {published}."},
    "may": ["published"],
    "places": ["release"],
    "checked_on": dt.date(2026, 11, 1),
}


def of(newsroom: pr.Newsroom, id: str, release: pr.Release | None = None, on: dt.date = DAY) -> Due | None:
    """Return the due notice of the profile `id`, or None."""
    return next((d for d in due(newsroom, on, release=release, place="release") if d.profile.id == id), None)


def test_a_notice_of_the_house_joins_a_release_filled_and_in_its_language() -> None:
    newsroom = house(profiles=[PRICES])
    release = pr.Release(headline="Hafen", language="de", published=TODAY, story="Er öffnet.")
    joined = [n for n in fulfilled(release, newsroom, TODAY).notices if n.kind == "other"]
    assert [[n.heading, *notice_lines(n)] for n in joined] == [["Preise", "Preise vom 25. November 2026."]]


def test_it_holds_from_its_first_day_to_its_last_and_only_where_it_says() -> None:
    day = dt.timedelta(days=1)
    newsroom = house(
        profiles=[{**PRICES, "since": DAY, "until": DAY, "requires": ["subject"], "may": ["published"]}]
    )
    release = pr.Release(headline="Hafen", published=TODAY)
    assert [of(newsroom, "house-prices", release, on) is not None for on in (DAY - day, DAY, DAY + day)] == [
        False,
        True,
        False,
    ]
    assert of(house(profiles=[{**PRICES, "when": ["newsletter"]}]), "house-prices", release) is None


def test_a_profile_of_the_house_takes_the_place_of_the_laws_by_its_id() -> None:
    own = {
        **PRICES,
        "id": "de-prov-4",
        "kind": "provider",
        "label": {"en": "Who we are"},
        "text": {"en": "{name}, {address}"},
        "requires": ["name", "address"],
    }
    made = of(house(profiles=[own]), "de-prov-4")
    assert made is not None
    assert made.notice is not None
    assert (made.notice.heading, made.notice.text) == ("Who we are", "Hafen GmbH, Kai 1, 20457 Hamburg")
    assert of(house(profiles=[own]), "de-resp-4") is not None


def test_a_house_in_a_country_that_is_not_known_here_brings_its_profiles() -> None:
    newsroom = house(jurisdiction="NO", profiles=[PRICES])
    assert [d.profile.id for d in due(newsroom, DAY)] == ["house-prices"]


def test_two_of_one_id_are_told() -> None:
    with pytest.raises(InvalidProfile) as error:
        due(house(profiles=[PRICES, PRICES]), DAY)
    assert str(error.value) == (
        'newsroom.toml: imprint.profiles.1.id: an id that stands twice: found "house-prices"'
    )


def test_what_cannot_be_meant_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "newsroom.toml"
    file.write_text(
        'title = "N"\nbase_url = "https://example.org/"\npublisher = {name = "N"}\n'
        '[imprint]\njurisdiction = "DE"\n[[imprint.profiles]]\nid = "mine"\nkind = "other"\n'
        'label = {de = "Preise"}\nchecked_on = 2026-11-01\n'
        '[[imprint.profiles]]\nid = "mine"\nkind = "other"\nlabel = {en = "Prices"}\n'
        'requires = ["adress"]\nchecked_on = 2026-11-01\n'
    )
    with pytest.raises(InvalidProfile) as error:
        due(pr.Newsroom.load(tmp_path), DAY)
    assert [str(p).splitlines()[0] for p in error.value.problems] == [
        f"{file}:9: imprint.profiles.0.label: no English words",
        f'{file}:15: imprint.profiles.1.requires: not one of the known words: found "adress"',
    ]
    assert 'did you mean "address"?' in str(error.value)
