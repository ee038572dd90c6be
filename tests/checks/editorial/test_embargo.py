"""Embargoes that stand within the text, where no reader takes them for one."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
OPENING = "The harbour opens in spring after four years of work on both of its quays.\n\n"


def found(body: str, head: str = "") -> list[str]:
    """Return what is said of the embargo of a Markdown file with this front matter and body."""
    text = f"---\nheadline: One\nlanguage: en\n{head}---\n{OPENING}{body}\n"
    release = pr.parse(text, "markdown")
    return [
        f.message for f in pr.check(release, source=text, now=NOW) if f.code == "embargo-contradicts-text"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "under embargo until 5 May 2035, 09:00 GMT",
        "embargoed until Friday",
        "Sperrfrist: 2. März 2035, 9 Uhr MEZ",
        "sous embargo jusqu'au 5 mai 2035 à 9h00 CET",
        "bajo embargo hasta el 5 de mayo",
    ],
)
def test_an_embargo_in_the_middle_of_a_paragraph_is_told_where_the_release_has_none(line: str) -> None:
    assert found(f"All figures of the year are {line}.") == [
        f"“{line}.” names an embargo, the release has none"
    ]


def test_an_embargo_within_the_text_is_compared_with_that_of_the_release() -> None:
    body = "All figures are under embargo until 5 May 2035, 09:00 GMT."
    assert found(body, "embargo: 2035-05-05T09:00+00:00\n") == []
    assert found(body, "embargo: 2035-05-06T09:00+00:00\n") == [
        "“under embargo until 5 May 2035, 09:00 GMT.” names an embargo, the field says 2035-05-06T09:00:00+00:00"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The grain was under embargo for two years.",
        "The study had been under embargo until 5 May 2024, 09:00 GMT.",
        "Journalists may ask for embargoed copies of the study.",
        "Das Verfahren hat keine Sperrfrist mehr.",
    ],
)
def test_a_sentence_about_an_embargo_sets_none(body: str) -> None:
    assert found(body) == []
