"""NITF: which slot holds what, judged by XPath."""

from __future__ import annotations

import pytest
from wires import found, tree

import pressrelease as pr

BASE = {"headline": "Harbour opens", "id": "harbour-1", "language": "en-GB"}


def nitf(**fields: object) -> object:
    return tree(pr.Release(**{**BASE, **fields}), "nitf")


def test_the_head_of_the_body_holds_headlines_byline_distributor_and_abstract() -> None:
    document = nitf(
        subheadline="At last", byline="Ada Byron", provider={"name": "Example Wire"}, summary="One.\n\nTwo."
    )
    head = "//n:body.head"
    assert found(document, f"{head}/n:hedline/*") == ["Harbour opens", "At last"]
    assert found(document, f"{head}/n:byline | {head}/n:distributor/n:org") == ["Ada Byron", "Example Wire"]
    assert found(document, f"{head}/n:abstract/n:p") == ["One.", "Two."]


def test_the_dateline_has_places_and_a_date_in_basic_form() -> None:
    places = [{"name": "Hamburg", "country": "DE"}, {"name": "Bremen"}]
    document = nitf(
        dateline={"places": places, "date": "2026-03-02", "time": "09:30", "zone": "Europe/Berlin"}
    )
    assert found(document, "//n:dateline//n:city") == ["Hamburg", "Bremen"]
    assert found(document, "//n:dateline//n:country/@iso-cc") == ["DE"]
    assert found(document, "//n:story.date/@norm") == ["20260302T093000+0100"]
    assert found(document, "//n:evloc/@city") == ["Hamburg", "Bremen"]


def test_dates_are_basic_iso_and_none_is_empty() -> None:
    """A peer prints a date as its language does, and empty ones too."""
    document = nitf(published="2026-03-02T09:00+01:00", expires="2027-03-02T09:00:00.5Z")
    norms = found(document, "//@norm | //@date.publication")
    assert norms == ["20260302T090000+0100", "20270302T090000.500000+0000", "20260302T090000+0100"]


def test_an_embargo_is_a_release_date_and_never_an_expiry() -> None:
    """A peer writes the lift as the expiry, which says the opposite."""
    document = nitf(embargo={"until": "2026-12-01T09:00+01:00"})
    assert found(document, "//n:docdata/@management-status") == ["embargoed"]
    assert found(document, "//n:date.release/@norm") == ["20261201T090000+0100"]
    assert found(document, "//n:date.expire") == []


def test_an_embargo_without_known_end_has_no_date() -> None:
    document = nitf(embargo={})
    assert found(document, "//n:docdata/@management-status | //n:date.release") == ["embargoed"]


def test_an_embargo_that_has_ended_leaves_the_item_usable() -> None:
    document = nitf(embargo={"until": "2026-11-01T09:00Z"})
    assert found(document, "//n:docdata/@management-status | //n:date.release/@norm") == [
        "usable",
        "20261101T090000+0000",
    ]


@pytest.mark.parametrize(
    ("change", "status", "management", "message"),
    [
        ("new", "usable", "usable", []),
        ("update", "usable", "usable", ["update"]),
        ("correction", "usable", "usable", []),
        ("new", "withheld", "withheld", ["hold"]),
        ("kill", "canceled", "canceled", ["kill"]),
    ],
)
def test_a_change_is_seen(change: str, status: str, management: str, message: list[str]) -> None:
    document = nitf(version=2, status=status, change={"kind": change})
    assert found(document, "//n:docdata/@management-status") == [management]
    assert found(document, "//n:ed-msg/@msg-type") == message
    assert bool(found(document, "//n:correction")) == (change == "correction")
    assert found(document, "//n:du-key/@version | //n:docdata/@management-doc-idref") == ["harbour-1", "2"]


def test_a_correction_names_the_earlier_document_and_the_reason() -> None:
    document = nitf(
        version=2, url="https://example.org/h", change={"kind": "correction", "note": "A figure."}
    )
    assert found(document, "//n:correction/@*") == ["Correction: A figure.", "harbour-1", "example.org"]


def test_topics_stand_as_subject_codes_and_as_media_topics() -> None:
    document = nitf(subjects=["medtop:04000000", "medtop:20000031", "subj:15000000", "acme:x", "free words"])
    assert found(document, "//n:tobject.subject/@tobject.subject.refnum") == [
        "04000000",
        "01000000",
        "15000000",
    ]
    assert found(document, "//n:classifier") == [
        "economy, business and finance",
        "visual arts",
        "",
        "",
        "free words",
    ]
    assert found(document, "//n:classifier/@value") == [
        "medtop:04000000",
        "medtop:20000031",
        "subj:15000000",
        "acme:x",
    ]


def test_securities_are_codes_of_the_organisation() -> None:
    port = {
        "name": "Port",
        "isin": "US0000000001",
        "lei": "L1",
        "tickers": [{"exchange": "NYSE", "symbol": "PRT"}],
    }
    document = nitf(organisations=[port])
    assert found(document, "//n:identified-content/n:org/@*") == ["US0000000001", "ISIN"]
    assert found(document, "//n:alt-code/@*") == ["XNYS", "PRT", "LEI", "L1"]


def test_a_picture_has_alt_text_caption_credit_and_every_rendition() -> None:
    files = [{"href": "a.jpg", "width": 1600, "height": 900}, {"href": "a-small.webp", "name": "thumbnail"}]
    picture = {
        "renditions": files,
        "alt": "A crane",
        "caption": "It lifts",
        "credit": "Photo",
        "rights": "© Port",
    }
    document = nitf(url="https://example.org/h/", assets=[picture])
    assert found(document, "//n:media/@media-type") == ["image"]
    reference = "//n:media/n:media-reference"
    assert found(document, f"{reference}/@source") == [
        "https://example.org/h/a.jpg",
        "https://example.org/h/a-small.webp",
    ]
    assert found(document, f"{reference}/@mime-type") == ["image/jpeg", "image/webp"]
    assert found(document, f"{reference}[1]/@alternate-text | {reference}[1]/@copyright") == [
        "© Port",
        "A crane",
    ]
    assert found(document, "//n:media-caption/n:p | //n:media-producer") == ["It lifts", "Photo"]


def test_sections_beneath_the_story_are_blocks_with_their_kind() -> None:
    document = nitf(
        story="Words.",
        boilerplates=[{"heading": "About Port", "story": "A port."}],
        contacts=[{"name": "Pat Pier"}],
        notices=[{"kind": "liability", "heading": "Liability", "text": "None."}],
    )
    assert found(document, "//n:body.content/n:block/@class") == [
        "boilerplate",
        "contact",
        "notice liability",
    ]
    assert found(document, "//n:block/n:hl2") == ["About Port", "Media contact", "Liability"]
    assert found(document, "//n:body.content/n:p[@lede='true']") == ["Words."]
