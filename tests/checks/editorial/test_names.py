"""Names as the house spells them, and letters that are a short form or none."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr
from pressrelease.checks import check, fixed

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.parse(
    'title = "News"\nbase_url = "https://example.org/"\npublisher = {name = "A"}\n'
    'check = {names = ["Blu-ray", "YouTube", "Target", "Motion Picture Association"]}\n'
)


def found(words: str) -> list[str]:
    release = pr.Release(headline="One", language="en", story=words)
    return [
        f.message.partition(":")[0]
        for f in pr.check(release, newsroom=HOUSE, now=NOW)
        if f.code == "entity-names"
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Copies on Blu-Ray disks.", ["“Blu-Ray”"]),
        ("Copies on Blu Ray disks.", ["“Blu Ray”"]),
        ("A film on Youtube.", ["“Youtube”"]),
        ("The Motion Pictures Association met.", ["“Motion Pictures Association”"]),
        ("A film on youtube.", ["“youtube”"]),
        ("The target is met.", []),
        ("Copies on Blu-ray, on YouTube. The Motion Picture Association met.", []),
    ],
)
def test_a_name_is_spelled_as_the_house_spells_it(words: str, names: list[str]) -> None:
    assert found(words) == names


def test_a_name_with_other_capitals_is_mended_without_a_look() -> None:
    text = "---\nheadline: One\nlanguage: en\n---\nA film on Youtube and on Blu Ray.\n"
    findings = check(pr.parse(text, "markdown"), newsroom=HOUSE, source=text, now=NOW)
    edits = [f.edit for f in findings if f.code == "entity-names" and f.edit]
    assert fixed(text, edits)[0].endswith("A film on YouTube and on Blu-ray.\n")


def test_roman_numbers_and_towns_in_capitals_are_no_short_forms() -> None:
    assert found("Under Louis XVIII the port grew.\n\nNEW YORK: The port opens.") == []
    assert found("The SIENA system helped.") == ["“SIENA” is never written out"]


def test_a_symbol_behind_its_exchange_and_the_exchange_are_no_short_forms() -> None:
    assert found("Quay plc (NYSE:QUAYX) (OTCQX: QYAS) and its shares on the TSXV. QUAYX fell.") == []
    assert found("Quay plc (QUAYX: a fund) fell.") == ["“QUAYX” is never written out"]
