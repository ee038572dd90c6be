"""Bodies of wires taken apart: our own marks decide, others' bodies are read by what they look like."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from lxml import etree

from pressrelease.envelope import OwnField
from pressrelease.findings import Finding
from pressrelease.formats.assembly import over, with_own
from pressrelease.formats.bodies import Body, read_body, release_of
from pressrelease.formats.registry import Unreadable
from pressrelease.model import Boilerplate, Contact, Dateline, Embargo, Organisation, Place
from pressrelease.story import Heading, Paragraph, Story

NINE = dt.datetime(2026, 3, 2, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def xhtml(body: str) -> etree._Element:
    return etree.fromstring(
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{body}</body></html>'
    )


def read(body: str, **more: Any) -> Body:
    return read_body(xhtml(body), language="en", **more)


STATE = '<p class="state correction"><strong>Correction</strong> The year was wrong.</p>'


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ("<p>a</p>", "story", Story((Paragraph("Harbour."), Heading("About us"), Paragraph("a")))),
        ("", "change", {"kind": "correction", "note": "The year was wrong."}),
        (
            '<p class="state embargo"><strong>Embargoed until 2 March 2026, 09:00 (UTC+01:00)</strong></p>',
            "embargo",
            Embargo(until=NINE),
        ),
        (
            '<section class="boilerplate"><h2>About Quay</h2><p>A quay.</p></section>'
            '<section class="boilerplate bare"><h2>No heading</h2></section>',
            "boilerplates",
            [
                Boilerplate(heading="About Quay", story=Story("A quay.")),
                Boilerplate(story=Story((Heading("No heading"),))),
            ],
        ),
        (
            '<section class="contact"><h2>Media contact</h2><p>Ada Byron<br/>ada@example.org</p></section>',
            "contacts",
            [Contact(name="Ada Byron", emails=("ada@example.org",))],
        ),
        (
            '<section class="notice liability"><h2>Mind</h2><p>One.</p><p>Two.</p></section>',
            "notices",
            [{"kind": "liability", "heading": "Mind", "text": "One.\n\nTwo."}],
        ),
        (
            '<section class="notice provider imprint"><h2>Provider</h2><p>Harbour Ltd</p></section>',
            "provider",
            Organisation(legal_name="Harbour Ltd"),
        ),
        (
            '<section class="contact"><p>VAT DE123456789</p></section>',
            "leftovers",
            ["VAT DE123456789"],
        ),
    ],
)
def test_our_marks_decide(body: str, field: str, value: object) -> None:
    whole = f"{STATE}<p>Harbour.</p><h2>About us</h2>{body}"
    assert getattr(read(whole), field) == value


def test_an_asset_shown_beside_the_story_is_no_part_of_it() -> None:
    body = read(f'{STATE}<p>One.</p><div class="asset"><p>A film.</p></div>')
    assert (body.story, [e.get("class") for e in body.assets]) == (Story("One."), ["asset"])


def test_a_known_dateline_is_cut_off_as_it_prints() -> None:
    known = {"dateline.places.0.name": "Lisbon", "dateline.credit": "kbn", "dateline.style": "plain"}
    dateline = Dateline(places=(Place(name="Lisbon"),), credit="kbn", style="plain")
    body = read(f"{STATE}<p>Lisbon (kbn) – The harbour opens.</p>", known=known)
    assert (body.story, body.dateline) == (Story("The harbour opens."), dateline)


def test_a_dateline_that_prints_otherwise_is_read_from_the_words() -> None:
    body = read(f"{STATE}<p>PORTO, March 5 (AP) - It opens.</p>", known={"dateline.places.0.name": "Lisbon"})
    assert body.story == Story("It opens.")
    assert body.dateline is not None
    assert body.dateline.places[0].name == "Porto"


def test_what_is_known_elsewhere_is_not_read_from_words_again() -> None:
    section = '<section class="contact"><p>Ada Byron<br/>ada@example.org</p></section>'
    assert read(section, known={"contacts.0.name": "Ada"}).contacts == []


def test_a_body_of_others_is_taken_apart_by_what_it_looks_like() -> None:
    body = read(
        "<h1>Harbour opens</h1><p>EMBARGOED until 2 March 2026, 09:00 CET</p>"
        "<p>LISBON, March 2, 2026 - It opens.</p><h2>About Harbour Ltd</h2><p>A harbour.</p>",
        headline="Harbour opens",
    )
    assert body.story == Story("It opens.")
    assert body.embargo is not None
    assert body.embargo.until == NINE
    assert body.boilerplates == [Boilerplate(heading="About Harbour Ltd", story=Story("A harbour."))]
    assert body.dateline is not None
    assert body.dateline.date == dt.date(2026, 3, 2)


# --- laying values over one another ---------------------------------------------------------------------------------


def test_what_lies_above_replaces_the_whole_below_and_the_parts_of_it() -> None:
    below = {"headline": "A", "contacts.0": 1, "contacts.1": 2, "dateline.credit": "x", "dateline.date": "y"}
    above = {"contacts.0.name": "Ada", "dateline": {"credit": "z"}}
    assert over(below, above) == {"headline": "A", "contacts.1": 2, **above}


def test_our_own_fields_lie_over_standard_ones_and_hostile_ones_are_told() -> None:
    values, findings = with_own(
        {"headline": "A", "notices.0.kind": "other", "notices.0.text": "all its words"},
        [
            OwnField("notices.0.label", "V.i.S.d.P."),
            OwnField("urgency", "3", "json"),
            OwnField("__class__", "x"),
            OwnField("extra", "{", "json"),
        ],
    )
    assert values == {
        "headline": "A",
        "notices.0.kind": "other",
        "notices.0.label": "V.i.S.d.P.",
        "urgency": 3,
    }
    assert [f.code for f in findings] == ["own-field-dropped", "own-field-dropped"]


# --- a release of both ----------------------------------------------------------------------------------------------


def test_an_embargo_without_a_moment_holds() -> None:
    release, findings = release_of({"headline": "A", "embargo": {}}, Body(), what="a wire")
    assert release.embargo == Embargo()
    assert [f.code for f in findings] == ["embargo-without-moment"]


def test_an_embargo_without_a_moment_gets_the_one_in_words() -> None:
    release, _ = release_of(
        {"headline": "A", "embargo": {}}, Body(embargo=Embargo(until=NINE)), what="a wire"
    )
    assert release.embargo == Embargo(until=NINE)


def test_the_first_line_stands_in_for_a_headline() -> None:
    release, findings = release_of({}, Body(story=Story("Harbour opens\n\nIt does.")), what="a wire")
    assert (release.headline, release.story) == ("Harbour opens", Story("It does."))
    assert findings == (
        Finding("headline-missing", "warning", "no headline; the first line of the text is it"),
    )


def test_nothing_at_all_is_no_release() -> None:
    with pytest.raises(Unreadable):
        release_of({}, Body(), what="a wire")


@pytest.mark.parametrize(
    ("words", "embargo", "codes"),
    [
        ("Embargoed until further notice", Embargo(), []),
        ("Gesperrt bis auf Weiteres", Embargo(), []),
        (
            "Sperrfrist: 26.11.2026, 10:00 Uhr",
            Embargo(printed="Sperrfrist: 26.11.2026, 10:00 Uhr"),
            ["embargo-without-zone"],
        ),
    ],
)
def test_our_words_of_an_embargo_without_a_moment_are_no_fault(
    words: str, embargo: Embargo, codes: list[str]
) -> None:
    body = read(f'<p class="state embargo"><strong>{words}</strong></p><p>Harbour.</p>')
    assert (body.embargo, [f.code for f in body.findings]) == (embargo, codes)
