"""Who speaks, in running text."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
SAID = '"We have worked on both quays for six long years," said'


def found(body: str) -> list[str]:
    """Return what is said of speakers in a Markdown file with this body."""
    text = f"---\nheadline: One\nlanguage: en\n---\n{body}\n"
    release = pr.parse(text, "markdown")
    return [
        f.message for f in pr.check(release, source=text, now=NOW) if f.code == "speaker-never-introduced"
    ]


def test_a_speaker_between_marks_in_a_paragraph_is_introduced_too() -> None:
    assert found(f"{SAID} Ada Byron.") == ["Ada Byron speaks, and the release does not say who that is"]
    assert found(f"{SAID} Ada Byron, harbour master.") == []


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (
            "Ada Byron, mayor, and George Byron, harbour master, came.",
            ["Byron speaks: Ada Byron or George Byron?"],
        ),
        ("Ada Byron, mayor, came.", []),
        ("Mayor Ada Byron came. Mrs Byron spoke.", []),
    ],
)
def test_a_surname_that_two_have_names_nobody(before: str, told: list[str]) -> None:
    assert found(f"{before}\n\n{SAID} Byron.") == told


def dateline(head: str) -> list[str]:
    """Return what is said of the dateline of a release with this front matter."""
    text = f"---\nheadline: One\n{head}---\nIt opens.\n"
    found = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    return [f"{f.severity}: {f.message}" for f in found if f.code == "dateline-after-publication"]


def test_a_dateline_that_is_yet_to_come_is_told_where_nothing_holds_the_release_until_then() -> None:
    line = "dateline: {places: [Lisbon], date: 2027-03-12}\n"
    assert dateline(line) == ["info: the dateline says 2027-03-12, which is yet to come"]
    assert dateline(line + "embargo: 2027-03-12T09:00+00:00\n") == []
    assert dateline("dateline: {places: [Lisbon], date: 2026-11-26}\n") == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Phone:\n\nThe harbour opens.", ["“Phone:” has nothing behind it"]),
        ("Ada Byron\\\nPhone:\\\nE-mail: ada@example.org", ["“Phone:” has nothing behind it"]),
        ("Phone: +44 20 7946 0321", []),
        ("Phone:\\\n+44 20 7946 0321", []),
        ("These are the prices:\n\n- one euro", []),
        ("Contact:\n\nAda Byron", []),
    ],
)
def test_a_label_with_nothing_behind_it_is_words_still_to_come(body: str, told: list[str]) -> None:
    text = f"---\nheadline: One\nlanguage: en\n---\n{body}\n"
    found = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    assert [f.message for f in found if f.code == "placeholder-text"] == told


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("it", "“Il molo apre oggi”, spiega Paola Bianchi docente di storia del porto."),
        ("fr", "« Le quai ouvre », explique Jeanne Dupont chercheuse au port."),
        ("es", "«El muelle abre», explica Ana Pérez catedrática de Historia."),
    ],
)
def test_a_position_behind_a_name_introduces_without_a_comma(language: str, words: str) -> None:
    text = f"---\nheadline: One\nlanguage: {language}\n---\n{words}\n"
    told = [f.code for f in pr.check(pr.parse(text, "markdown"), source=text, now=NOW)]
    assert "speaker-never-introduced" not in told


@pytest.mark.parametrize(
    "who",
    [
        "Klubobmann Max Muster",
        "Stadtverordnetenvorsteherin Eva Muster",
        "Landesgeschäftsführer der Hafenpartei Max Muster",
        "Oberstaatsanwältin Eva Muster",
        "Gemeinderätin Eva Muster",
        "Chefarzt Max Muster",
        "Vizepräsidentin Eva Muster",
        "Vorstandsmitglied Max Muster",
        "Energieberaterin Eva Muster",
    ],
)
def test_german_offices_made_of_several_words_are_roles(who: str) -> None:
    text = f'---\nheadline: Eins\nlanguage: de\n---\n"Wir haben sechs Jahre auf diesen Kai gewartet", so {who}.\n'
    told = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    assert [f for f in told if f.code == "speaker-never-introduced"] == []


def german(words: str) -> list[str]:
    """Return what is said of speakers and quotations in a German Markdown file with this body."""
    text = f"---\nheadline: Eins\nlanguage: de\n---\n{words}\n"
    found = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    return [f.code for f in found if f.code in ("speaker-never-introduced", "quote-without-speaker")]


@pytest.mark.parametrize(
    "verb", ["mahnte", "kritisiert", "forderte", "erläutert", "bedauerte", "verdeutlichte"]
)
def test_who_speaks_in_a_paragraph_goes_on_speaking_behind_a_sentence_between(verb: str) -> None:
    said = f"„Wir warten seit drei Jahren auf den neuen Kai“, {verb} Hafenchef Max Muster."
    more = "Das schaffe Unsicherheit. „Die Häfen erleben jetzt die schwerste Zeit seit vierzig Jahren.“"
    assert german(f"{said} {more}") == []
    assert german(f"{said}\n\nEs regnet.\n\nEs regnet. {more}") == ["quote-without-speaker"]


@pytest.mark.parametrize("verb", ["erklärten", "forderten", "sagen", "fordern", "kritisierten"])
def test_several_who_speak_are_no_name_to_be_introduced(verb: str) -> None:
    first = f"„Wir warten seit drei Jahren auf einen neuen Kai in der Stadt“, {verb} die Anwohner."
    assert german(f"{first} „Die Häfen erleben jetzt die schwerste Zeit seit vierzig Jahren.“") == []
    assert german("„Wir warten seit drei Jahren auf einen neuen Kai in der Stadt“, sagte Muster.") == [
        "speaker-never-introduced"
    ]
