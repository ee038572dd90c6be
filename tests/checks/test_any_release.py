"""Every release can be judged by every rule: nothing breaks, places lie in the source, and large ones come to an end."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from outside import ending
from strategies import releases

import pressrelease as pr
from pressrelease.checks import DEFAULT, check, profiles

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.parse(
    'title = "News"\nbase_url = "https://example.org/"\ntime_zone = "Europe/Lisbon"\n[publisher]\nname = "Example Corp"\n'
)


@given(releases())
def test_any_release_is_judged_and_every_place_lies_in_its_source(release: pr.Release) -> None:
    text = str(pr.render(release, "markdown", now=NOW))
    read = pr.parse(text, "markdown", newsroom=HOUSE)
    lines = text.count("\n") + 1
    for finding in check(read, newsroom=HOUSE, source=pr.Source(text, "x.md"), now=NOW):
        where = finding.where
        assert where.file == "x.md"
        if where.line is not None:
            assert 1 <= where.line <= lines
            assert where.column is not None
            assert where.column >= 1
        if finding.edit is not None:
            assert 0 <= finding.edit.start <= finding.edit.end <= len(text)


@given(releases())
def test_any_release_is_judged_by_every_profile_without_a_source(release: pr.Release) -> None:
    for profile in profiles():
        for finding in check(release, profile=profile, now=NOW):
            assert finding.where.line is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "The fee is TBC at 9:30, said *An*drew “Andy” Miller of Example Corp, and [more](https://example.org/x).",
        "a " * 200 + "TBC",
        '"' * 60 + " TBC",
        "9:30 " * 100,
        "[insert " * 100,
        "A.B.C. said Mr. X. " * 30,
    ],
    ids=range(6),
)
def test_a_very_long_release_comes_to_an_end(paragraph: str) -> None:
    text = "---\nheadline: One\n---\n" + f"{paragraph}\n\n" * 2000
    release = pr.parse(text, "markdown")
    with ending(60):
        found = check(release, source=text, now=NOW)
    assert len(found) <= 101 * len(DEFAULT.ids)


@pytest.mark.parametrize(
    "words",
    [
        "It opened yesterday in Leith. ",
        "[here](https://example.org/?utm_source=a) ",
        "“We are glad of it all the same today. ",
        "It opens at 9:30 and shuts. ",
        "Das ist für die Gäste der Stadt, wenn Sie mit uns in den Hafen kommen, ",
        "Die Männer wurden festgenommen und haben das Geld der Stadt, und haben es auch, ",
        "Inc (NYSE: hrb) under embargo until Phone: ",
    ],
    ids=range(7),
)
def test_a_very_long_paragraph_comes_to_an_end(words: str) -> None:
    text = f"---\nheadline: One\n---\n{words * 10_000}All times are CET.\n"
    release = pr.parse(text, "markdown")
    with ending(60):
        found = check(release, source=text, now=NOW)
    assert len(found) <= 101 * len(DEFAULT.ids)
