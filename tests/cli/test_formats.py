"""`pressrelease formats`: the list, one format, and what each carries of one release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pressrelease.cli.app import app
from pressrelease.formats.registry import DEFAULT

SAMPLES = Path(__file__).parents[2] / "sample_releases"
HARBOUR = SAMPLES / "harbour-opening.md"


def told(*args: str | Path) -> str:
    done = CliRunner().invoke(app, ["formats", *map(str, args)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def unnamed(tmp_path: Path) -> Path:
    """Return a release that nothing identifies."""
    file = tmp_path / "unnamed.md"
    file.write_text("---\nheadline: A\n---\n\nText.\n")
    return file


def test_the_list_has_a_line_for_each_format_with_what_it_can_do() -> None:
    lines = told().splitlines()
    assert len(lines) == len(DEFAULT.names)
    assert lines[0].split() == ["html", "read/write", "one", "HTML", "page"]


def test_the_list_for_a_program() -> None:
    rows = json.loads(told("--json"))
    assert {r["name"]: (r["reads"], r["writes"]) for r in rows}["text"] == (True, False)


def test_one_format_tells_its_options_and_what_it_cannot_carry() -> None:
    lines = told("plain").splitlines()
    assert lines[:4] == [
        "plain: Plain text",
        "  write, one release a document",
        "  text/plain; .plain.txt, .txt",
        "  -O width= (default: 72) Columns at which lines are wrapped; 0: not at all.",
    ]
    assert "  cannot carry summary: the text says it" in lines


def test_options_that_only_a_program_can_say_are_none_of_the_command_lines() -> None:
    assert "-O css= (default: inline)" in told("html")
    assert "-O navigation=" not in told("html")


def test_a_release_is_told_as_a_table_of_formats() -> None:
    lines = told("--of", HARBOUR).splitlines()
    assert lines[0].split() == ["carried", "in", "part", "lost", "what", "a", "reader", "misses"]
    rows = {line.split()[0]: line for line in lines[1:]}
    assert list(rows) == [f.name for f in DEFAULT if f.name != "text"]
    assert rows["json"].split() == ["json", "36", "–", "–"]
    assert rows["html"].split() == ["html", "31", "1", "4", "editor_note,", "contacts"]


def test_each_element_of_a_release_is_carried_in_part_carried_or_lost() -> None:
    for row in json.loads(told("--of", HARBOUR, "--json")):
        elements = [*row["carried"], *row["in_part"], *row["lost"]]
        assert (len(elements), len(set(elements))) == (36, 36)


def test_one_format_of_a_release_tells_why() -> None:
    assert told("html", "--of", HARBOUR).splitlines()[2:] == [
        "  in part  contacts",
        "  lost     editor_note, aliases, excuses, extra",
        "  misses editor_note: for editors only, and a page is public",
        "  misses contacts.1: a contact for editors only, and a page is public",
        "  and 3 that no reader misses (3 for systems alone); --json tells all",
    ]


def test_a_format_that_cannot_write_the_release_says_why(unnamed: Path) -> None:
    assert "rss            cannot be written: id: a release without an id\n" in told("--of", unnamed)
    assert told("nitf", "--of", unnamed).splitlines()[1:] == [
        "  cannot be written: id: nothing identifies this release: expected an `id` or a `url`:"
        " NITF's `uno` and `doc-id` stay the same in every version",
        "  write an id into the release, or render it in a newsroom, which makes one of its slug",
    ]
    row = next(r for r in json.loads(told("--of", unnamed, "--json")) if r["format"] == "nitf")
    assert (row["losses"], row["problem"][:34]) == ([], "id: nothing identifies this releas")
