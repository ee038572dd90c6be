"""What Markdown with front matter means."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr
from pressrelease.formats.registry import Head, Registry
from pressrelease.model import Dateline, Place
from pressrelease.story import Attribution, Paragraph, Quotation, Quote, Text


def release(text: str) -> pr.Release:
    return pr.parse(text, "markdown")


def test_a_release_looks_as_a_press_officer_would_write_it() -> None:
    """The common case holds no markup that a person would not type."""
    text = (
        "---\n"
        "headline: Harbour opens\n"
        "language: en\n"
        "dateline:\n"
        "  places:\n"
        "  - name: Berlin\n"
        "  date: '2026-03-02'\n"
        "published: '2026-03-02T09:00:00+01:00'\n"
        "keywords:\n"
        "- harbour\n"
        "- ferries\n"
        "---\n"
        "\n"
        "The **harbour** opened on Monday (2 March).\n"
        "\n"
        "## What it costs\n"
        "\n"
        "- 4.5 million euros\n"
        "- [less](https://example.org/less) than planned\n"
        "\n"
        "> We are glad.\n"
        ">\n"
        "> — Ada Byron, chief engineer, Example Corp\n"
        "\n"
        "| Year | Ships |\n"
        "| --- | ---: |\n"
        "| 2026 | 12 |\n"
        "\n"
        '![The harbour](harbour.jpg "The harbour at dawn")\n'
    )
    assert pr.render(release(text), "markdown") == text


@pytest.mark.parametrize(
    "body",
    [
        "# Harbour opens\n\nText.\n",
        "Harbour opens\n=============\n\nText.\n",
        "\n\n# Harbour *opens* #\nText.",
    ],
)
def test_a_title_above_the_body_is_the_headline(body: str) -> None:
    """With front matter that says the same, and without any."""
    expected = pr.Release(headline="Harbour opens", story="Text.")
    assert release(body) == expected
    assert release(f"---\ntitle: Harbour opens\n---\n{body}") == expected


def test_another_title_above_the_body_stays_a_heading() -> None:
    found = release("---\ntitle: Harbour opens\n---\n# What it costs\n\nText.")
    assert found.story.text == "What it costs\n\nText."


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\ncity: Berlin\n---\nB",
        "---\r\ntitle: A\r\ncity: Berlin\r\n---\r\nB\r\n",
        "+++\ntitle = 'A'\ncity = 'Berlin'\n+++\nB",
        '{"title": "A",\n"city": "Berlin"}\n\nB',
        "Title: A\nCity: Berlin\n\nB\n",
        "---\ntitle: A\ncity: Berlin\n...\nB",
    ],
)
def test_front_matter_comes_in_many_dresses(text: str) -> None:
    """YAML, TOML, JSON, and Pelican's lines say the same; all are recognised."""
    expected = pr.Release(headline="A", dateline={"places": [{"name": "Berlin"}]}, story="B")
    assert release(text) == expected


def test_the_dateline_stands_once() -> None:
    """A body that opens with the front matter's dateline loses it, and keeps how it was set."""
    found = release(
        "---\ntitle: A\ncity: Berlin\ndate: 2014-03-05T09:00:00Z\n---\nBerlin, 05 March 2014 – Text here."
    )
    assert found.story.text == "Text here."
    assert found.published == dt.datetime(2014, 3, 5, 9, tzinfo=dt.UTC)
    assert found.dateline is not None
    assert (found.dateline.places, found.dateline.date) == ((Place(name="Berlin"),), dt.date(2014, 3, 5))
    assert "Berlin, 05 March 2014 – Text here." in str(pr.render(found, "plain"))


def test_another_dateline_in_the_body_is_left_where_it_is() -> None:
    found = release("---\ntitle: A\ncity: Paris\n---\nBERLIN, March 5, 2014 – Text here.")
    assert found.story.text == "BERLIN, March 5, 2014 – Text here."
    assert found.dateline == Dateline(places=(Place(name="Paris"),))


def test_quotes_of_the_front_matter_find_their_speaker() -> None:
    found = release(
        "---\ntitle: A\nquotes: [{text: We grow., by: Ada, title: CEO}]\n---\nShe said “We grow.” Yes."
    )
    assert found.story.blocks == (
        Paragraph(
            (
                Text("She said "),
                Quotation("We grow.", "q1"),
                Attribution("Ada", "CEO", layout="", quote="q1"),
                Text(" Yes."),
            )
        ),
    )


def test_a_quote_takes_the_place_of_its_marker() -> None:
    found = release("---\ntitle: A\nquotes: [{text: We grow., speaker: Ada}]\n---\nOne.\n\n[quote 1]\n\nTwo.")
    assert found.story.blocks == (
        Paragraph((Text("One."),)),
        Quote((Paragraph((Text("We grow."),)),), Attribution("Ada")),
        Paragraph((Text("Two."),)),
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\ntitle: A\n---\nB", "markdown"),
        ("+++\ntitle = 'A'\n+++\nB", "markdown"),
        ("# A\n\nB", "markdown"),
        ("Title: A\nDate: 2026-03-02\n\nB", "markdown"),
        ("title: A\nstory: B\n", "yaml"),
        ("headline: A\nkeywords:\n- b\n", "yaml"),
        ("---\nheadline: A\nkeywords:\n- b\n", "yaml"),
        ('{"headline": "A"}', "json"),
        ('{"title": "A", "tags": ["b"]}', "json"),
    ],
)
def test_each_is_recognised_as_what_it_is(text: str, name: str) -> None:
    registry = Registry(others=False, rooms=("source.markdown", "source.yaml", "source.json"))
    ranked = registry.ranked(Head(text.encode(), cut=False))
    assert ranked[0][1].name == name
    assert ranked[0][0] >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        '{"version": "https://jsonfeed.org/version/1.1", "title": "A", "home_page_url": "a", "items": []}',
        '{"uri": "urn:a", "version": "1", "versioncreated": "2026-03-02T09:00:00Z", "headline": "A"}',
        '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A"}',
        "Berlin, 2 March 2026 – Text.",
        "FOR IMMEDIATE RELEASE\n\nHarbour opens\n\nBERLIN – Text.",
        "Contact: Ada Byron\n\nText that is no field.",
    ],
)
def test_what_belongs_to_others_is_not_claimed(text: str) -> None:
    registry = Registry(others=False, rooms=("source.markdown", "source.yaml", "source.json"))
    assert [f.name for _, f in registry.ranked(Head(text.encode(), cut=False))] == []


# --- an embargo that opens the body ---------------------------------------------------------------------------------

UNTIL = dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC)
LINE = "EMBARGOED UNTIL 3 March 2026, 09:00 GMT"


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}\n\n# Harbour opens\n\nText.",
        f"**PRESS RELEASE**\n\n**{LINE}**\n\n# Harbour opens\n\nText.",
        f"# Harbour opens\n\n*{LINE}*\n\nText.",
        f"---\ntitle: Harbour opens\n---\n## {LINE}\n\nText.",
    ],
)
def test_an_embargo_that_opens_the_body_holds_the_release(text: str) -> None:
    found = release(text)
    assert found.headline == "Harbour opens"
    assert found.embargo == pr.Embargo(until=UNTIL, printed=LINE)
    assert found.story.text.removeprefix("PRESS RELEASE\n\n") == "Text."
    assert pr.read(text).release == found
    assert release(str(pr.render(found, "markdown"))) == found


def test_an_embargo_that_cannot_be_read_holds_without_end() -> None:
    reading = pr.read("# Kai eröffnet\n\nSperrfrist: Freitag, 9 Uhr\n\nText.", "markdown")
    assert reading.release.embargo == pr.Embargo(until=None, printed="Sperrfrist: Freitag, 9 Uhr")
    assert [f.code for f in reading.findings] == ["embargo-unreadable"]
    assert not reading.release.is_public(dt.datetime(2999, 1, 1, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("line", "until", "codes"),
    [
        ("Embargoed until Friday", UNTIL, []),
        (LINE, UNTIL, []),
        ("Embargoed until 2 March 2026, 09:00 GMT", UNTIL, []),
        ("Embargoed until 3 March 2026, 12:00 GMT", UNTIL.replace(hour=12), ["embargo-differs"]),
    ],
)
def test_the_moment_in_front_matter_stands_unless_the_body_names_a_later_one(
    line: str, until: dt.datetime, codes: list[str]
) -> None:
    reading = pr.read(f"---\ntitle: A\nembargo: 2026-03-03T09:00Z\n---\n{line}\n\nText.", "markdown")
    assert reading.release.embargo == pr.Embargo(until=until, printed=line)
    assert [f.code for f in reading.findings] == codes


def test_a_story_that_itself_opens_with_such_a_line_keeps_it() -> None:
    """A release made in code says in `embargo` what holds it; its story is only words."""
    made = pr.Release(headline="A", story=f"{LINE}\n\nText.")
    assert release(str(pr.render(made, "markdown"))) == made
