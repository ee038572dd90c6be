"""The writers of plain text: each house's order, wrapping, charsets, states first."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
STYLES = ["gna-text", "ots-text", "prn-text", "plain"]
HOUSE = pr.Organisation(name="Example Corp")


@pytest.fixture
def release() -> pr.Release:
    return pr.Release(
        headline="Example Corp opens plant",
        subheadline="Three yards to be supplied",
        language="en",
        dateline=pr.Dateline(places=(pr.Place(name="Hamburg"),), date=dt.date(2026, 3, 5)),
        story="The plant opened on Monday.\n\n“It works,” said Jane Doe, chief engineer.",
        boilerplates=(pr.Boilerplate(heading="About Example Corp", story="Example Corp makes steel."),),
        contacts=(pr.Contact(name="Jane Doe", emails=("press@example.org",)),),
        notices=(pr.Notice(kind="origin", organisation="Example Corp"),),
        url="https://news.example.org/plant",
    )


def test_gna_text_puts_the_dateline_on_a_line_of_its_own(release: pr.Release) -> None:
    assert pr.render(release, "gna-text", now=NOW) == (
        "Example Corp opens plant\n\n"
        "Three yards to be supplied\n\n"
        "Hamburg, 05.03.2026\n\n"
        "The plant opened on Monday.\n\n"
        "“It works,” said Jane Doe, chief engineer.\n\n"
        "About Example Corp\n\nExample Corp makes steel.\n\n"
        "Online:\n\nhttps://news.example.org/plant\n\n"
        "Media contact:\nJane Doe\npress@example.org\n\n"
        "Source: Example Corp\n"
    )


def test_ots_text_says_at_its_end_whose_content_it_is(release: pr.Release) -> None:
    german = release.changed(
        language="de",
        notices=(
            pr.Notice(kind="origin", organisation="Example Corp", text="übermittelt durch news aktuell"),
        ),
    )
    assert pr.render(german, "ots-text", now=NOW) == (
        "Example Corp opens plant\n\n"
        "Three yards to be supplied\n\n"
        "Hamburg (ots) - The plant opened on Monday.\n\n"
        "“It works,” said Jane Doe, chief engineer.\n\n"
        "About Example Corp\nExample Corp makes steel.\n\n"
        "Online: https://news.example.org/plant\n\n"
        "Pressekontakt:\nJane Doe\npress@example.org\n\n"
        "Original-Content von: Example Corp, übermittelt durch news aktuell\n"
    )


def test_prn_text_ends_in_its_source(release: pr.Release) -> None:
    assert pr.render(release, "prn-text", now=NOW) == (
        "Example Corp opens plant\n\n"
        "Three yards to be supplied\n\n"
        "HAMBURG, March 5, 2026 /PRNewswire/ -- The plant opened on Monday.\n\n"
        "“It works,” said Jane Doe, chief engineer.\n\n"
        "About Example Corp\nExample Corp makes steel.\n\n"
        "Media contact:\nJane Doe\npress@example.org\n\n"
        "View original content: https://news.example.org/plant\n\n"
        "SOURCE Example Corp\n"
    )


def test_the_publisher_is_the_source_where_no_notice_says_so(release: pr.Release) -> None:
    bare = release.changed(notices=(), publisher=HOUSE)
    assert str(pr.render(bare, "prn-text", now=NOW)).endswith("\n\nSOURCE Example Corp\n")
    assert str(pr.render(bare, "ots-text", now=NOW)).endswith("\n\nOriginal-Content von: Example Corp\n")


def test_plain_wraps_at_72_columns_or_as_told() -> None:
    long = pr.Release(headline="A headline", story="word " * 60)
    assert max(map(len, str(pr.render(long, "plain", now=NOW)).split("\n"))) <= 72
    assert max(map(len, str(pr.render(long, "plain", options={"width": 40}, now=NOW)).split("\n"))) <= 40
    assert max(map(len, str(pr.render(long, "plain", options={"width": 0}, now=NOW)).split("\n"))) == 299


def test_a_narrow_charset_is_written_readably_and_each_replacement_is_a_loss() -> None:
    german = pr.Release(headline="Größe für 5 €", language="de", story="„Ja“, sagte er.")
    made = pr.write(german, "plain", options={"charset": "ascii"}, now=NOW)
    assert made.body == b'Groesse fuer 5 EUR\n\n"Ja", sagte er.\n'
    assert made.media_type == "text/plain; charset=ascii"
    assert [(loss.path, loss.instead) for loss in made.losses] == [
        ("headline", "oe"),
        ("headline", "ss"),
        ("headline", "ue"),
        ("headline", "EUR"),
        ("story", '"'),
        ("story", '"'),
    ]


@pytest.mark.parametrize(
    "options",
    [{"width": 5}, {"width": "wide"}, {"charset": "klingon"}, {"charset": "utf-16"}, {"newline": "x"}],
)
def test_options_that_cannot_be_are_refused(release: pr.Release, options: dict[str, object]) -> None:
    with pytest.raises(pr.Unwritable, match="not options of plain"):
        pr.render(release, "plain", options=options, now=NOW)


@pytest.mark.parametrize("style", STYLES)
def test_states_stand_first(release: pr.Release, style: str) -> None:
    lift = dt.datetime(2027, 1, 2, 9, tzinfo=dt.UTC)
    held = release.changed(
        embargo=pr.Embargo(until=lift), change=pr.Change(kind="correction", note="It was Monday.")
    )
    opening = str(pr.render(held, style, now=NOW, options={"width": 0} if style == "plain" else None))
    assert opening.startswith(
        "Embargoed until 2 January 2027, 09:00 (UTC)\n\nCorrection: It was Monday.\n\nExample Corp opens "
        "plant\n"
    )


@pytest.mark.parametrize("style", STYLES)
def test_of_a_withdrawn_release_only_the_head_is_printed(release: pr.Release, style: str) -> None:
    gone = release.changed(status="canceled")
    text = str(pr.render(gone, style, now=NOW))
    assert text.startswith("Withdrawn")
    assert "The plant opened" not in text


@pytest.mark.parametrize("style", STYLES)
def test_what_a_writer_printed_is_read_back(release: pr.Release, style: str) -> None:
    """All but what the format declares it cannot carry, and the heading of the contacts, which it adds."""
    again = pr.parse(str(pr.render(release, style, now=NOW)), "text")
    assert again.headline == release.headline
    assert again.subheadline == release.subheadline
    assert again.story.text == release.story.text
    assert again.quotes == (pr.Quoted("It works,", "Jane Doe", "chief engineer"),)
    assert again.boilerplates == release.boilerplates
    assert [(c.name, c.emails) for c in again.contacts] == [("Jane Doe", ("press@example.org",))]
    assert again.url == release.url
    assert again.dateline is not None
    assert again.dateline.places == (pr.Place(name="Hamburg"),)
    assert again.dateline.date == (None if style == "ots-text" else dt.date(2026, 3, 5))


def test_the_layout_of_another_format_is_ignored(release: pr.Release) -> None:
    foreign = pr.Layout(style="prn-text", slots=(pr.Slot(what="headline"),))
    assert pr.render(release.changed(layout=foreign), "gna-text", now=NOW) == pr.render(
        release, "gna-text", now=NOW
    )


def test_what_is_added_to_a_release_that_was_read_is_printed_behind_the_rest() -> None:
    read = pr.parse("A headline\n\nThe only paragraph, which is long enough to be one.\n", "text")
    more = read.changed(boilerplates=(pr.Boilerplate(heading="About us", story="We are here."),))
    assert pr.render(more, "gna-text", now=NOW) == (
        "A headline\n\nThe only paragraph, which is long enough to be one.\n\nAbout us\n\nWe are here.\n"
    )


@pytest.mark.parametrize(
    ("style", "template"), [("gna-text", "gna"), ("ots-text", "ots"), ("prn-text", "prn"), ("plain", "plain")]
)
def test_a_block_can_be_overridden_alone(
    release: pr.Release, tmp_path: Path, style: str, template: str
) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / f"{template}.txt").write_text(
        f'{{% extends "builtin/text/{template}.txt" %}}{{% block headline %}}* {{{{ release.headline }}}} '
        f"*\n\n{{% endblock %}}",
        "utf-8",
    )
    text = str(pr.render(release, style, templates=tmp_path, now=NOW))
    assert text.startswith("* Example Corp opens plant *\n\nThree yards to be supplied\n")


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("About Harbour AG", "Harbour AG (NYSE: HBR) runs quays in Lindau."),
        ("About Us", "Our mission: to build quays."),
    ],
)
def test_a_colon_in_the_first_words_beneath_a_heading_opens_no_other_part(heading: str, text: str) -> None:
    given = f"Quay opens\n\nBERLIN, March 5, 2026 /PRNewswire/ -- The quay opens.\n\n{heading}\n\n{text}\n"
    release = pr.parse(given, "text")
    assert [(b.heading, b.story.text) for b in release.boilerplates] == [(heading, text)]
    assert release.notices == ()


PICTURED = pr.Release(
    headline="A",
    language="en",
    story=[
        {"paragraph": ["B."]},
        {"figure": "images/plan.png", "alt": "Plan"},
        {"bullets": [[{"figure": "../quay.png"}]]},
    ],
    assets=["images/plant.jpg?w=800", "https://media.example.org/film.mp4"],
    related=[{"href": "/first-half/", "title": "First half"}, {"href": "mailto:press@example.org"}],
)


@pytest.mark.parametrize("style", STYLES)
def test_addresses_are_whole_where_the_release_has_one(style: str) -> None:
    made = pr.write(PICTURED.changed(url="https://news.example.org/plant/"), style, now=NOW)
    lines = made.text.split()
    assert [word for word in lines if "/" in word and not word.startswith("https://")] == []
    assert {
        "https://news.example.org/plant/images/plan.png",
        "https://news.example.org/quay.png",
        "https://news.example.org/plant/images/plant.jpg?w=800",
        "https://media.example.org/film.mp4",
        "https://news.example.org/first-half/",
        "mailto:press@example.org",
    } <= set(lines)
    assert [loss for loss in made.losses if loss.instead == "the file's name"] == []


@pytest.mark.parametrize("style", STYLES)
def test_without_an_address_a_file_has_its_name_and_no_dead_path(style: str) -> None:
    made = pr.write(PICTURED, style, now=NOW)
    assert "images/" not in made.text
    assert {"plan.png", "quay.png", "plant.jpg", "https://media.example.org/film.mp4"} <= set(
        made.text.split()
    )
    reason = "a path leads nowhere without the release's `url`"
    assert [loss for loss in made.losses if loss.instead == "the file's name"] == [
        pr.Loss(path, reason, "the file's name")
        for path in ("story.figure", "assets.0.renditions.0.href", "related.0.href")
    ]


def test_a_text_that_was_read_keeps_its_paths_letter_for_letter() -> None:
    text = "Example Corp opens plant\n\nHamburg, 05.03.2026\n\nIt opened.\n\nimages/plant.jpg\n"
    assert pr.render(pr.parse(text, "text"), "gna-text", now=NOW) == text
