"""Lines that say a release was sent before, and those that only look like it."""

from __future__ import annotations

import pytest

import pressrelease as pr
from pressrelease.anatomy.changes import Changed, changed, is_note

ABOVE = [
    ("UPDATE - Example Air adds flights", "update", "UPDATE -", "Example Air adds flights"),
    ("UPDATE 2-Example Air adds flights", "update", "UPDATE 2-", "Example Air adds flights"),
    ("REPEAT: Example Air adds flights", "new", "REPEAT:", "Example Air adds flights"),
    ("CORRECTION: Example Air adds flights", "correction", "CORRECTION:", "Example Air adds flights"),
    ("CORRECTING and REPLACING Example Air", "correction", "CORRECTING and REPLACING", "Example Air"),
    ("Korrektur zu OTS0123: Station eröffnet", "correction", "Korrektur zu OTS0123:", "Station eröffnet"),
]
ALONE = [
    ("/C O R R E C T I O N -- Example Foundation/", "correction"),
    ("/R E P E A T -- Example Foundation/", "new"),
    ("CORRECTION...by Example Bank", "correction"),
    ("KILL NOTICE", "kill"),
]
HEADLINES = [
    "Update on the works at quay nine",
    "Repeat offenders get a second chance",
    "Correctional library opens",
    "Killing of trees halted",
]


@pytest.mark.parametrize(("line", "kind", "label", "headline"), ABOVE)
def test_a_headline_stands_behind_the_words(line: str, kind: str, label: str, headline: str) -> None:
    found = changed(line, titled=False)
    assert found == Changed(pr.Change(kind=kind), label, headline)


@pytest.mark.parametrize(("line", "kind"), ALONE)
def test_a_line_that_says_no_more_is_all_label(line: str, kind: str) -> None:
    assert changed(line, titled=False) == Changed(pr.Change(kind=kind), line)


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_that_begins_like_it_is_none(line: str) -> None:
    assert changed(line, titled=False) is None


def test_what_was_wrong_is_told_above_the_corrected_release() -> None:
    text = 'In the news release, "A", issued 04-May-2026 by Example over PR Newswire, the date was wrong. The complete, corrected release follows:'
    assert is_note(text)
    assert not is_note("In the news release, the company said that results would follow.")
