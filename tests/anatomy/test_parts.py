"""A story taken apart: the same whoever wrote it, a page, a feed, a wire."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr
from pressrelease.anatomy import taken_apart
from pressrelease.anatomy.headings import about_whom, heading_kind
from pressrelease.anatomy.tickers import listed
from pressrelease.story import Heading, Paragraph, Strong, Text

OPENING = "The Port of Example has opened a quay at which twice as many ships can berth as before."


def story(*blocks: str | pr.story.Block) -> pr.Story:
    return pr.Story(tuple(Paragraph(b) if isinstance(b, str) else b for b in blocks))  # type: ignore[arg-type]


def test_a_story_is_its_own_when_all_that_frames_it_is_taken_off() -> None:
    parts = taken_apart(
        story(
            "FOR IMMEDIATE RELEASE",
            Heading("Quay nine opens", 2),  # type: ignore[arg-type]
            Heading("Twice as many ships", 2),  # type: ignore[arg-type]
            f"LONDON, 7 May 2026 - {OPENING}",
            "###",
            "About the Port of Example",
            "The Port of Example runs nine quays.",
            Paragraph((Strong((Text("Media contact:"),)),)),
            "Ada Byron, press officer\n+44 20 7946 0100\npress@example.org",
            "SOURCE Port of Example",
        ),
        "Quay nine opens",
        "",
        "en",
    )
    assert parts.blocks == [Paragraph(OPENING)]  # type: ignore[arg-type]
    assert parts.subheadline == "Twice as many ships"
    assert parts.dateline is not None
    assert (parts.dateline.places, parts.dateline.date) == ((pr.Place(name="London"),), dt.date(2026, 5, 7))
    assert [(b.heading, b.story.text) for b in parts.boilerplates] == [
        ("About the Port of Example", "The Port of Example runs nine quays.")
    ]
    assert [(c.heading, c.name, c.role, c.emails) for c in parts.contacts] == [
        ("Media contact:", "Ada Byron", "press officer", ("press@example.org",))
    ]
    assert [(n.kind, n.organisation) for n in parts.notices] == [("origin", "Port of Example")]


@pytest.mark.parametrize(
    ("above", "beneath", "kept"),
    [
        ((), OPENING, (OPENING,)),
        (("Quay nine opens",), OPENING, ()),
        ((), "Twice as many ships", ()),
    ],
)
def test_the_line_beneath_is_dropped_where_the_text_repeats_it_but_not_a_lead(
    above: tuple[str, ...], beneath: str, kept: tuple[str, ...]
) -> None:
    parts = taken_apart(story(*above, beneath, "More of it."), "Quay nine opens", beneath, "en")
    assert parts.blocks == list(story(*kept, "More of it.").blocks)


def test_an_embargo_line_is_a_moment_or_holds() -> None:
    read = taken_apart(story("Embargo: 00:01 GMT, Tuesday 5 May 2026", OPENING), "Quay nine opens", "", "en")
    assert read.embargo is not None
    assert read.embargo.until == dt.datetime(2026, 5, 5, 0, 1, tzinfo=dt.UTC)
    held = taken_apart(story("Sperrfrist: Montag, 9 Uhr", OPENING), "Kai neun eröffnet", "", "de")
    assert held.embargo == pr.Embargo(until=None, printed="Sperrfrist: Montag, 9 Uhr")
    assert [f.code for f in held.findings] == ["embargo-unreadable"]


def test_the_zone_given_stands_in_for_a_missing_one() -> None:
    line = "Sperrfrist: 23. Januar 2026, 19.00 Uhr"
    parts = taken_apart(story(line, OPENING), "Kai neun eröffnet", "", "de", zone="Europe/Berlin")
    assert parts.embargo is not None
    assert parts.embargo.until == dt.datetime(2026, 1, 23, 18, tzinfo=dt.UTC)


def test_a_correction_is_told_from_the_story() -> None:
    parts = taken_apart(story("CORRECTING and REPLACING", OPENING), "Quay nine opens", "", "en")
    assert (parts.change, parts.blocks) == (pr.Change(kind="correction"), [Paragraph(OPENING)])  # type: ignore[arg-type]


def test_a_listing_names_an_organisation() -> None:
    parts = taken_apart(story("Example Corp (NYSE: EXM) has opened a quay."), "Quay nine opens", "", "en")
    assert parts.values() == {
        "organisations": [
            pr.Organisation(legal_name="Example Corp", tickers=(pr.Ticker(exchange="NYSE", symbol="EXM"),))
        ]
    }


def test_listings_side_by_side_are_one_organisations() -> None:
    text = "Example Inc. (NASDAQ: EXB) (TSX: EXR) (ISIN DE000EXAMPL8) met Other Corp (NYSE: OTH)."
    assert [(o.legal_name, [t.symbol for t in o.tickers], o.isin) for o in listed(text)] == [
        ("Example Inc.", ["EXB", "EXR"], "DE000EXAMPL8"),
        ("Other Corp", ["OTH"], ""),
    ]


@pytest.mark.parametrize("board", ["The Board of Directors of", "The Board of", "The Trustees of the"])
def test_a_board_is_no_part_of_the_name_of_its_house_nor_is_a_possessive(board: str) -> None:
    (found,) = listed(f"{board} Example Harbours Corp’s (NYSE: EXB) met.")
    assert found.legal_name == "Example Harbours Corp"


def test_listings_without_end_are_bounded() -> None:
    (found,) = listed("Example Inc. " + "(NYSE: EXB) " * 20_000)
    assert len(found.tickers) == 20


@pytest.mark.parametrize(
    ("language", "heading", "whom"),
    [
        ("es", "Acerca del Puerto", "Puerto"),
        ("es", "Sobre el Puerto de Ejemplo", "Puerto de Ejemplo"),
        ("nl", "Over het Havenbedrijf", "Havenbedrijf"),
        ("nl", "Over De Haas BV", "De Haas BV"),
        ("it", "Informazioni sull’Autorità Portuale", "Autorità Portuale"),
        ("it", "Su Example Porti", "Example Porti"),
        ("it", "Sull’Autorità Portuale", "Autorità Portuale"),
        ("en", "ABOUT EXAMPLE ROBOTICS INC.", "EXAMPLE ROBOTICS INC."),
    ],
)
def test_a_heading_says_about_whom_it_is(language: str, heading: str, whom: str) -> None:
    assert (heading_kind(heading, colon=False, language=language), about_whom(heading)) == (
        "boilerplate",
        whom,
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "Sobre la mesa hay cinco"),
        ("nl", "Over de toekomst"),
        ("it", "Su misura"),
        ("es", "Su Example"),
    ],
)
def test_a_line_that_begins_like_about_and_names_nobody_is_no_heading(language: str, line: str) -> None:
    assert heading_kind(line, colon=False, language=language) == ""


def test_who_answers_and_the_imprint_are_facts() -> None:
    parts = taken_apart(
        story(
            OPENING,
            "Editorial responsibility:",
            "V.i.S.d.P., § 18 MStV: Ada Byron - Port of Example",
            "Imprint",
            "Example Press Ltd, 12 Quay Street, London E1 6AN, press@example.org",
        ),
        "Quay nine opens",
        "",
        "en",
    )
    assert [(n.kind, n.person, n.citation) for n in parts.notices] == [
        ("editorial-responsibility", "Ada Byron", "§ 18 MStV"),
        ("provider", "", ""),
    ]
    assert parts.provider is not None
    assert (parts.provider.legal_name, parts.provider.emails) == ("Example Press Ltd", ("press@example.org",))


def test_a_heading_that_only_begins_like_a_section_stays_in_the_story() -> None:
    blocks = (OPENING, Heading("Background", 2), "It took ten years.", Heading("Overall results", 2), "Good.")  # type: ignore[arg-type]
    parts = taken_apart(story(*blocks), "Quay nine opens", "", "en")
    assert pr.Story(tuple(parts.blocks)) == story(*blocks)
    assert parts.values() == {}


def test_of_two_embargoes_the_one_that_cannot_be_read_binds() -> None:
    lines = ("Embargoed until 5 May 2026, 09:00 GMT", "Embargo: Friday, 9 a.m.")
    parts = taken_apart(story(*lines, OPENING), "Quay nine opens", "", "en")
    assert parts.embargo == pr.Embargo(until=None, printed="Embargo: Friday, 9 a.m.")
    assert parts.blocks == [Paragraph(OPENING)]  # type: ignore[arg-type]


def test_a_headline_that_holds_the_release_is_heeded_and_stays() -> None:
    parts = taken_apart(story(OPENING), "EMBARGOED UNTIL 5 May 2026, 09:00 GMT: Quay nine opens", "", "en")
    assert parts.embargo == pr.Embargo(until=dt.datetime(2026, 5, 5, 9, tzinfo=dt.UTC))
