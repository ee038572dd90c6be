"""Findings stand where the words stand in the source, whatever its format."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
RELEASE = pr.Release(
    id="tag:example.org,2026:1",
    headline="Harbour <opens> on Monday",
    language="en",
    story=pr.story_from_markdown(
        "The port of Altona & its *new* crane.\n\nDoors, said [the harbour master](https://example.org/a/b), open to TBC."
    )[0],
    notices=(pr.Notice(kind="other", heading="Note:", text="The “fee” is TBC."),),
)


def placeholders(release: pr.Release, source: str) -> list[pr.Finding]:
    """Return where words to come are found."""
    return [f for f in pr.check(release, source=source, now=NOW) if f.code == "placeholder-text"]


def places(source: str | bytes, name: str) -> list[tuple[str, str]]:
    """Return the words found at each finding's place, and its field."""
    text = pr.Source(source).text()[0]
    release = pr.parse(source, "text" if name == "plain" else name)
    found = pr.check(release, source=pr.Source(source, "x"), now=NOW)
    lines = text.splitlines(keepends=True)
    told = []
    for finding in found:
        where = finding.where
        if finding.code == "placeholder-text":
            assert where.line
            assert where.column
            at = sum(map(len, lines[: where.line - 1])) + where.column - 1
            told.append((text[at : at + (where.length or 0)], where.field))
    return told


@pytest.mark.parametrize(
    "name", ["markdown", "yaml", "json", "html", "nitf", "newsml-g2", "newsml-1.2", "ninjs", "plain"]
)
def test_words_are_found_in_the_source_of_every_format(name: str) -> None:
    assert {words for words, _ in places(pr.render(RELEASE, name, now=NOW), name)} == {"TBC"}


def test_the_second_of_two_equal_words_is_the_second_in_the_source() -> None:
    text = "---\nheadline: One\n---\nThe fee is known.\n\nThe fee is TBC.\n\nThe fee is **TBC**, too.\n"
    found = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    assert [(f.where.line, f.where.column) for f in found if f.code == "placeholder-text"] == [
        (6, 12),
        (8, 14),
    ]


def test_the_value_of_a_field_is_found_behind_its_key_where_the_words_stand_elsewhere_too() -> None:
    text = (
        "---\nheadline: Harbour opens\nlanguage: de\npublished: 2026-03-02T09:00+01:00\n"
        "contacts: [{name: Ada Byron}]\n"
        "notices:\n  - {kind: editorial-responsibility, jurisdiction: DE, person: Ada Byron}\n---\n"
        "Der Hafen öffnet, sagte Ada Byron.\n"
    )
    found = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    places = [(f.where.line, f.where.column) for f in found if f.code == "responsible-address"]
    assert places == [(7, text.splitlines()[6].index("Ada") + 1)]


def test_words_are_known_by_what_stands_around_them_over_the_end_of_a_line() -> None:
    text = "---\nheadline: One\n---\nDoors open at\n9:30 on Monday. Ferries sail at\n9:30 on Tuesday.\n"
    found = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    assert [(f.where.line, f.where.column) for f in found if f.code == "time-without-zone"] == [
        (5, 1),
        (6, 1),
    ]


def test_marks_without_a_letter_are_found_behind_the_words_before_them() -> None:
    text = "---\nheadline: One\n---\nName: ________ and age.\n"
    (found,) = placeholders(pr.parse(text, "markdown"), text)
    assert (found.where.line, found.where.column, found.where.length) == (4, 7, 8)


def test_words_that_stand_nowhere_in_the_source_have_a_field_and_no_line() -> None:
    (found,) = placeholders(pr.Release(headline="Fee TBC"), "something else")
    assert found.where == pr.Where(field="headline")


def test_what_the_newsroom_adds_is_not_looked_for_in_the_source() -> None:
    house = pr.Newsroom.parse(
        'title = "News"\nbase_url = "https://example.org/"\n[publisher]\nname = "A"\n'
        '[[notices]]\nkind = "other"\ntext = "The fee is TBC"\n'
    )
    text = "---\nheadline: One\nslugline: The fee is TBC\n---\nWords.\n"
    found = pr.check(pr.parse(text, "markdown"), newsroom=house, source=text, now=NOW)
    assert [f.where for f in found if f.code == "placeholder-text"] == [pr.Where(field="notices.0.text")]


def test_a_dateline_that_the_newsroom_completes_stands_where_it_stands() -> None:
    house = pr.Newsroom(
        title="N", base_url="https://example.org/", publisher=pr.Organisation(name="A"), credit="ABC"
    )
    text = "Harbour opens\n\nBrussels, 26.08.2020, 18:39 Time\n\nThe harbour opened.\n"
    found = pr.check(pr.parse(text, "text"), newsroom=house, source=text, now=NOW)
    assert [(f.where.line, f.where.column) for f in found if f.code == "time-without-zone"] == [(3, 23)]


def test_a_paragraph_that_opens_with_words_said_before_is_found_where_its_line_begins() -> None:
    text = (
        "---\nheadline: One\n---\nThere is news of the old harbour by the quay: a ship, two cranes, four ferries and "
        "a hundred people who wave from the wall are [there](https://example.org/QXPF_a).\n\n"
        "The old harbour by the quay has [QXPF’s list](https://example.org/QXPF_b).\n"
    )
    found = pr.check(pr.parse(text, "markdown"), source=text, now=NOW)
    assert [(f.where.line, f.where.column) for f in found if f.code == "entity-names"] == [(6, 34)]
