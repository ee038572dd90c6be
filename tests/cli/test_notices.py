"""`pressrelease notices` lists what is due, with its source, its confidence and what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pressrelease.cli.app import app

HOUSE = """
title = "Hafen"
base_url = "https://hafen.example/"
language = "de"
time_zone = "Europe/Berlin"
[publisher]
legal_name = "Hafen GmbH"
emails = ["presse@hafen.example"]
[publisher.address]
street = "Kai 1"
city = "Hamburg"
[imprint]
jurisdiction = "DE"
when = ["business", "editorial"]
"""
LAST = "This informs and is no legal advice."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a newsroom that has somebody to ask, and nobody who answers."""
    (tmp_path / "newsroom.toml").write_text(HOUSE)
    return tmp_path


def run(*arguments: object) -> str:
    """Return what the command prints; it must end well."""
    result = CliRunner().invoke(app, ["notices", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_notice_is_told_with_text_source_confidence_and_missing_facts(folder: Path) -> None:
    told = run(folder, "--at", "2024-05-14")
    assert told.startswith("Hafen: the law of DE on 2024-05-14, for what is business, editorial\n")
    assert (
        "de-prov-4: provider, § 5 DDG (duty)\n"
        "  | Impressum\n"
        "  | Hafen GmbH, Kai 1, Hamburg\n"
        "  | E-Mail: presse@hafen.example\n"
        "  stands in: release, site\n"
        "  source: Chambers and regulators on § 5 DDG (ihk-nuernberg.de, medienanstalt-mv.de)"
        " (secondary pages, high confidence, checked on 2026-11-23)\n"
        "  missing: publisher.phones: a second fast way beside e-mail must be open;"
    ) in told
    assert "  not printed: without what is missing there is nothing to print\n" in told
    assert told.endswith(f"\n{LAST}\n")


def test_the_exit_status_is_1_where_a_duty_lacks_a_fact_or_a_notice_cites_wrongly_and_one_asks(
    folder: Path,
) -> None:
    def status(*arguments: object) -> int:
        return CliRunner().invoke(app, ["notices", *map(str, arguments)]).exit_code

    assert status(folder, "--fail-on", "missing") == 1
    assert status(folder, "--fail-on", "missing", "--json") == 1
    assert status(folder, "--fail-on", "fault") == 0
    release = folder / "one.md"
    release.write_text(
        "---\nheadline: Hafen\npublished: 2020-08-26T09:00+02:00\n"
        "notices: [{kind: editorial-responsibility, text: § 6 MDStV Ada Byron}]\n---\nDer Hafen.\n"
    )
    assert (status(release), status(release, "--fail-on", "fault")) == (0, 1)
    assert status(folder, "--at", "1990-01-01", "--fail-on", "missing", "--fail-on", "fault") == 0


def test_good_practice_that_lacks_a_fact_fails_nothing(folder: Path) -> None:
    file = folder / "newsroom.toml"
    file.write_text(file.read_text().replace('"DE"', '"US"'))
    assert CliRunner().invoke(app, ["notices", str(folder), "--fail-on", "missing"]).exit_code == 0


def test_the_day_decides_which_law_is_told(folder: Path) -> None:
    assert "de-prov-3:" in run(folder, "--at", "2024-05-13")
    assert "de-prov-3:" not in run(folder, "--at", "2024-05-14")


def test_what_rests_on_general_knowledge_says_how_it_is_confirmed(folder: Path) -> None:
    (folder / "newsroom.toml").write_text(HOUSE.replace('"DE"', '"NL"'))
    line = 'not printed: from general knowledge, until the house confirms it: confirmed = ["nl-prov"] in [imprint]'
    assert line in run(folder)


def test_good_practice_is_called_that(folder: Path) -> None:
    (folder / "newsroom.toml").write_text(HOUSE.replace('"DE"', '"US"'))
    assert "us-contact: provider, good practice (good practice)\n" in run(folder)


def test_a_release_is_told_by_the_law_of_its_day(folder: Path) -> None:
    release = folder / "kran.md"
    release.write_text(
        "---\nheadline: Kran\ndate: 2020-08-26\n"
        "notices: [{kind: editorial-responsibility, label: § 6 MDStV, person: Bert Quay}]\n---\nText.\n"
    )
    told = run(release)
    assert "the law of DE on 2020-08-26" in told
    assert "de-resp-3:" in told
    assert (
        "notices.0: editorial-responsibility, frozen on 2020-08-26 and printed as it stood\n"
        "  | § 6 MDStV: Bert Quay\n"
        "  superseded: § 6 MDStV was not in force on 2020-08-26: no imprint norm since 2002-07-01, it ended on 2007-02-28\n"
        "    the norm of that day is § 55(2) RStV\n"
    ) in told


def test_a_program_reads_the_same(folder: Path) -> None:
    told = json.loads(run(folder, "--at", "2026-11-25", "--json"))
    assert (told["day"], told["note"]) == ("2026-11-25", LAST)
    first = told["due"][0]
    assert (first["id"], first["citation"], first["confidence"]) == ("de-prov-4", "§ 5 DDG", "high")
    assert [m["fact"] for m in first["missing"]] == ["contact"]


def test_a_newsroom_without_imprint_is_told_how_to_begin_one(folder: Path) -> None:
    (folder / "newsroom.toml").write_text(HOUSE.partition("[imprint]")[0])
    assert run(folder).startswith("no [imprint] in newsroom.toml, so nothing is asked of it")


def test_what_is_no_day_is_refused(folder: Path) -> None:
    result = CliRunner().invoke(app, ["notices", str(folder), "--at", "26.8.2020"])
    assert str(result.exception) == 'not a date: found "26.8.2020", expected a date such as 2020-08-26'
