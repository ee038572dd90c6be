"""The gate: what the newsroom does not let out stops the whole build, and is judged once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

import pressrelease as pr
from pressrelease.cli.app import app
from pressrelease.site.kinds.gate import GateClosed

NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
HOUSE = 'title = "A"\nbase_url = "https://a.example.org/"\n[publisher]\nname = "A"\n[site]\nformats = []\n'
GATE = '[check]\ngate = "error"\n'


def room(folder: Path, gate: str = GATE, more: str = "") -> pr.Newsroom:
    folder.mkdir(exist_ok=True)
    (folder / "newsroom.toml").write_text(HOUSE + gate)
    (folder / "good.md").write_text("---\nheadline: News\npublished: 2026-01-01T00:00Z\n---\n\nWords.\n")
    (folder / "bad.md").write_text(
        f"---\nheadline: Other news\npublished: 2026-01-02T00:00Z\n{more}---\n\nThe price is TK euros.\n"
    )
    return pr.Newsroom.load(folder)


def test_without_a_gate_nothing_is_judged(tmp_path: Path) -> None:
    assert pr.build(room(tmp_path / "room", ""), tmp_path / "out", now=NOW).releases == 2


def test_a_finding_as_severe_as_the_gate_stops_the_build_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(GateClosed) as stopped:
        pr.build(room(tmp_path / "room"), tmp_path / "out", now=NOW)
    assert stopped.value.where.file == str(tmp_path / "room" / "bad.md")
    assert stopped.value.where.line == 6
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("more", ["embargo: 2027-01-01T00:00Z\n", "status: canceled\n"])
def test_only_public_releases_are_judged(more: str, tmp_path: Path) -> None:
    report = pr.build(room(tmp_path / "room", more=more), tmp_path / "out", now=NOW)
    assert report.releases == 1


def test_an_excuse_lets_a_release_through(tmp_path: Path) -> None:
    house = room(tmp_path / "room", more="excuses: {placeholder-text: it is the ticker TK}\n")
    assert pr.build(house, tmp_path / "out", now=NOW).releases == 2


def test_a_verdict_stands_until_the_text_or_a_setting_changes(tmp_path: Path) -> None:
    build = {"out": tmp_path / "out", "now": NOW, "cache": tmp_path / "cache"}
    pr.build(room(tmp_path / "room", ""), **build)
    with pytest.raises(GateClosed):
        pr.build(room(tmp_path / "room"), **build)
    (tmp_path / "room" / "bad.md").unlink()
    pr.build(pr.Newsroom.load(tmp_path / "room"), **build)
    told = GATE + '[check.severity]\nplaceholder-text = "info"\n'
    pr.build(room(tmp_path / "room", told), **build)


def test_a_closed_gate_ends_the_command_with_1_and_the_old_site_stands(tmp_path: Path) -> None:
    room(tmp_path / "room", "")
    command = [
        "build",
        str(tmp_path / "room"),
        "--out",
        str(tmp_path / "out"),
        "--cache",
        str(tmp_path / "c"),
    ]
    assert CliRunner().invoke(app, command).exit_code == 0
    room(tmp_path / "room")
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 1
    assert "bad.md:6" in result.output
    assert "gate" in result.output
    assert (tmp_path / "out" / "bad" / "index.html").is_file()
