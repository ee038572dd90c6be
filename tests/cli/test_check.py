"""`pressrelease check`: what it prints, what it mends, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pressrelease.checks import DEFAULT, profiles
from pressrelease.cli.app import app

ROOT = Path(__file__).parents[2]
TOML = 'title = "News"\nbase_url = "https://example.org/"\n[publisher]\nname = "Example Corp"\n[check]\noff = [{off}]\n'
RULES = tuple(rule.id for rule in DEFAULT if rule.id != "placeholder-text")
CLOSING = "This informs; it is no legal advice."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in a newsroom with one release, in which only placeholders are looked for."""
    off = ", ".join(f'"{rule}"' for rule in RULES)
    (tmp_path / "newsroom.toml").write_text(TOML.format(off=off))
    (tmp_path / "one.md").write_text("---\nheadline: Harbour opens\n---\nThe fee is TBC on Monday.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str, given: str = "") -> Result:
    return CliRunner().invoke(app, ["check", *args], input=given, catch_exceptions=False)


def test_a_finding_is_told_with_its_line_the_words_marked_and_what_settles_it(folder: Path) -> None:
    done = run("one.md")
    assert done.stdout.splitlines() == [
        "one.md:4:12: error: “TBC” stands for words still to come [placeholder-text]",
        "    The fee is TBC on Monday.",
        "               ^^^",
        "    write the words, or cut the sentence",
        f"1 release: 1 error. {CLOSING}",
    ]
    assert done.exit_code == 1


def test_a_folder_is_checked_whole_and_is_where_one_is_unless_said(folder: Path) -> None:
    (folder / "two.md").write_text("---\nheadline: Two TBA\n---\nWords.\n")
    assert run().stdout == run(".").stdout
    assert run().stdout.endswith(f"2 releases: 2 errors. {CLOSING}\n")


def test_the_exit_status_is_1_from_the_severity_that_is_asked_for(folder: Path) -> None:
    toml = (folder / "newsroom.toml").read_text()
    (folder / "newsroom.toml").write_text(f'{toml}severity = {{placeholder-text = "warning"}}\n')
    assert run("one.md").exit_code == 0
    assert run("one.md", "--fail-on", "warning").exit_code == 1
    (folder / "newsroom.toml").write_text(
        f'{toml}severity = {{placeholder-text = "warning"}}\nfail_on = "info"\n'
    )
    assert run("one.md").exit_code == 1


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "bad.md").write_text("---\nheadline: [\n---\nWords.\n")
    done = run(".")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: bad.md:")
    assert done.stdout.endswith(f"1 release: 1 error, 1 could not be read. {CLOSING}\n")
    assert run("bad.md").stdout == f"0 releases: 1 could not be read. {CLOSING}\n"


def test_a_rule_that_is_none_in_the_newsroom_is_told_once_for_all_its_releases(folder: Path) -> None:
    file = folder / "newsroom.toml"
    file.write_text(TOML.format(off='"time-without-zon"'))
    (folder / "two.md").write_text("---\nheadline: Ferries sail\n---\nThe fee is known.\n")
    result = CliRunner().invoke(app, ["check", str(folder)])
    assert result.exit_code == 2
    assert result.output.count("newsroom.toml:") == 1
    assert 'check.off: no such rule: found "time-without-zon"' in result.output


def test_standard_input_is_checked_without_a_newsroom(folder: Path) -> None:
    done = run("-", "--format", "json", given="---\nheadline: Fee TBC\n---\nWords.\n")
    (found,) = (f for f in json.loads(done.stdout)["findings"] if f["rule"] == "placeholder-text")
    assert (found["where"]["file"], found["where"]["line"], found["where"]["column"]) == (
        "standard input",
        2,
        15,
    )


def test_each_release_of_a_stream_is_judged_and_named_by_its_number(folder: Path) -> None:
    lines = '{"headline": "One"}\n{"headline": "Fee TBC"}\n'
    (folder / "many.jsonl").write_text(lines)
    found = json.loads(run("many.jsonl", "--json").stdout)
    assert found["releases"] == 2
    assert [(f["where"]["item"], f["where"]["field"]) for f in found["findings"]] == [(2, "headline")]


def test_json_has_every_finding_the_counts_and_what_is_excused(folder: Path) -> None:
    (folder / "two.md").write_text(
        "---\nheadline: Two TBA\nexcuses: {placeholder-text: TBA is a band}\n---\nWords.\n"
    )
    told = json.loads(run("--json").stdout)
    assert told["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert told["findings"] == [
        {
            "rule": "placeholder-text",
            "severity": "error",
            "message": "“TBC” stands for words still to come",
            "where": {
                "file": "one.md",
                "line": 4,
                "column": 12,
                "field": "story.blocks.0",
                "item": None,
                "length": 3,
            },
            "fix": "write the words, or cut the sentence",
            "edit": None,
        }
    ]
    assert [(e["where"]["file"], e["reason"]) for e in told["excused"]] == [("two.md", "TBA is a band")]
    assert told["notice"] == CLOSING


def test_annotations_for_github_are_one_line_each(folder: Path) -> None:
    assert run("--format", "github").stdout == (
        "::error file=one.md,line=4,col=12,endLine=4,endColumn=15,title=placeholder-text"
        "::“TBC” stands for words still to come%0Awrite the words, or cut the sentence\n"
    )


def test_nothing_found_is_status_0_and_no_output_for_github(folder: Path) -> None:
    (folder / "one.md").write_text("---\nheadline: One\n---\nWords.\n")
    assert (run("--format", "github").stdout, run("--format", "github").exit_code) == ("", 0)
    assert run().stdout == f"1 release: nothing found. {CLOSING}\n"


@pytest.mark.parametrize("rule", DEFAULT.ids)
def test_every_rule_explains_itself(rule: str) -> None:
    done = run("--explain", rule)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"# {rule}\n")
    assert "Use instead:" in done.stdout


@pytest.mark.parametrize(
    ("args", "advice"),
    [(("--explain", "placeholder-txt"), "placeholder-text"), (("--for", "prnewswir"), "prnewswire")],
)
def test_what_is_misspelled_is_told_with_its_near_match(
    folder: Path, args: tuple[str, str], advice: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pressrelease", "check", *args],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2
    assert f'did you mean "{advice}"?' in done.stderr


def test_equal_input_gives_equal_bytes_in_every_report() -> None:
    at = ("--at", "2026-11-25T12:00Z")
    for name in ("terminal", "json", "sarif", "github"):
        first, second = (run(str(ROOT / "sample_releases"), "--format", name, *at) for _ in range(2))
        assert first.stdout == second.stdout


@pytest.mark.parametrize("name", [p.name for p in profiles()])
def test_the_samples_can_be_judged_by_every_profile(name: str) -> None:
    done = run(str(ROOT / "sample_releases"), "--for", name, "--at", "2026-11-25T12:00Z")
    assert done.exit_code in (0, 1)
    assert done.stdout.endswith(f"{CLOSING}\n")


def test_standard_input_cannot_be_mended() -> None:
    assert "standard input is none" in CliRunner().invoke(app, ["check", "-", "--fix"]).stderr


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("slug: one", "two releases with one slug"),
        ("id: tag:example.org,2026:a", "two releases with one id"),
        ("slug: search", "an address that the site uses itself"),
    ],
)
def test_a_folder_is_checked_for_what_a_build_would_refuse(folder: Path, head: str, told: str) -> None:
    (folder / "one.md").write_text("---\nheadline: Harbour opens\nid: tag:example.org,2026:a\n---\nWords.\n")
    (folder / "two.md").write_text(f"---\nheadline: Ferries sail\n{head}\n---\nWords.\n")
    done = run(".")
    assert done.exit_code == 1
    assert f"error: {told}" in done.stdout
    assert done.stdout.endswith(f"2 releases: 1 error. {CLOSING}\n")
    assert run("two.md").exit_code == 0
