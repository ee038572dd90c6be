"""The command line: the library's verbs, results on standard output, talk on standard error, exit 0, 1 or 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pressrelease.cli.app import COMMANDS, app

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_releases"


def run(*args: str | Path, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pressrelease", *map(str, args)],
        input=given,
        capture_output=True,
        cwd=cwd,
        check=False,
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT)},
    )


def test_help_names_every_command_with_a_line() -> None:
    done = run("--help")
    assert done.returncode == 0
    told = " ".join(done.stdout.decode().split())
    assert [name for name, line in COMMANDS.items() if f" {name} {line}" not in told] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_opens_its_help_with_the_line_that_the_list_has(command: str) -> None:
    known = app.get_command(click.Context(app), command)
    assert known is not None
    assert (known.help or "").partition("\n")[0] == COMMANDS[command]
    assert [p.name for p in known.params if isinstance(p, click.Option) and not p.help] == []


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("rendr", "x"), "Did you mean 'render'?"),
        (("build", "--ot", "x"), "--out"),
        (("render", "x", "--to", "ntif"), 'did you mean "nitf"?'),
        (("render", SAMPLES / "shore-power.md", "--to", "plain", "-O", "widht=3"), 'did you mean "width"?'),
    ],
)
def test_what_is_mistyped_is_told_with_its_near_match_and_status_2(args: tuple[str, ...], told: str) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()


def test_render_prints_the_document_and_tells_losses_on_standard_error() -> None:
    done = run("render", SAMPLES / "harbour-opening.md", "--to", "plain")
    assert done.returncode == 0
    assert b"Kestrel Bay opens its new harbour to night ferries" in done.stdout
    assert b"not carried: summary: the text says it\n" in done.stderr
    assert b"that no reader misses (" in done.stderr.splitlines()[-1]


def test_the_mail_around_a_release_is_told_in_one_line() -> None:
    mail = (ROOT / "tests/formats/text/cases/en_mail_forwarded.txt").read_bytes()
    done = run("render", "-", "--from", "text", "--to", "json", given=mail)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "line 1: info: the mail around the release was left out: headers, a greeting, a closing [mail-left-out]"
    ]


def test_what_loses_nothing_says_nothing() -> None:
    done = run("render", SAMPLES / "harbour-opening.md", "--to", "json")
    assert (done.returncode, done.stderr) == (0, b"")


def test_render_reads_standard_input_and_recognises_it() -> None:
    done = run("render", "-", "--to", "json", given=(SAMPLES / "missing-containers.txt").read_bytes())
    assert json.loads(done.stdout)["headline"] == "Court closes the case of the missing containers"


def test_render_makes_a_feed_of_several_files() -> None:
    done = run("render", SAMPLES / "shore-power.md", SAMPLES / "crane-count.md", "--to", "rss")
    assert done.returncode == 0
    assert done.stdout.count(b"<item>") == 2


def test_render_with_json_tells_findings_and_losses_for_a_program() -> None:
    done = run("render", SAMPLES / "harbour-opening.md", "--to", "plain", "--json")
    told = json.loads(done.stdout)
    assert told["format"] == "plain"
    assert {"path", "reason", "instead"} == set(told["losses"][0])


def test_render_takes_options_of_the_format() -> None:
    done = run("render", SAMPLES / "shore-power.md", "--to", "plain", "-O", "width=40")
    lines = done.stdout.decode().splitlines()
    assert [line for line in lines if len(line) > 40 and not line.startswith("https://")] == []


def test_an_unknown_format_ends_with_status_2_and_a_near_match() -> None:
    done = run("render", SAMPLES / "shore-power.md", "--to", "newsml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b'error: no such format: found "newsml"\n  did you mean "newsml-g2"?\n'


def test_bad_input_ends_with_status_2_and_every_problem(tmp_path: Path) -> None:
    file = tmp_path / "bad.md"
    file.write_text("---\nversion: zero\nheadlin: x\n---\n")
    done = run("render", file, "--to", "json")
    assert done.returncode == 2
    assert done.stderr.count(b"error: ") == 3
    assert b"Traceback" not in done.stderr


def test_a_new_newsroom_builds_at_once(tmp_path: Path) -> None:
    assert run("new", "mynews", "--publisher", 'A "quoted" & Sons', cwd=tmp_path).returncode == 0
    done = run("build", "mynews", "--out", "public", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "A newsroom opens its doors" in (tmp_path / "public/first-release/index.html").read_text("utf-8")


def test_new_touches_nothing_that_exists(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = run("new", tmp_path)
    assert done.returncode == 2
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_new_release_in_a_newsroom_has_its_id(tmp_path: Path) -> None:
    run("new", "mynews", cwd=tmp_path)
    assert run("new", "mynews/launch.md", "--headline", "We launch: at last", cwd=tmp_path).returncode == 0
    done = run("render", "mynews/launch.md", "--to", "json", cwd=tmp_path)
    made = json.loads(done.stdout)
    assert (made["headline"], made["id"]) == ("We launch: at last", "tag:news.example.org,2026:launch")


def test_build_tells_what_it_made_and_where_to_look(tmp_path: Path) -> None:
    done = run("build", SAMPLES, "--out", tmp_path / "public")
    assert done.returncode == 0, done.stderr
    assert f"look at {tmp_path}/public/index.html" in done.stdout.decode()
    assert b"not public yet: 1" in done.stdout


def test_a_site_is_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        done = run("build", SAMPLES, "--out", tmp_path / jobs, "--at", "2026-11-23T12:00Z", "--jobs", jobs)
        assert done.returncode == 0, done.stderr
    one, two = (
        {p.relative_to(tmp_path / jobs): p.read_bytes() for p in (tmp_path / jobs).rglob("*") if p.is_file()}
        for jobs in ("1", "2")
    )
    assert one == two


def test_build_in_a_pipe_says_nothing_on_standard_error(tmp_path: Path) -> None:
    done = run("build", SAMPLES, "--out", tmp_path / "public")
    assert [line for line in done.stderr.splitlines() if b"info" not in line] == []


def test_schema_is_a_json_schema_that_knows_headline_and_title() -> None:
    schema = json.loads(run("schema").stdout)
    assert {"headline", "title"} <= set(schema["properties"])


def test_a_moment_without_a_zone_is_refused(tmp_path: Path) -> None:
    done = run("build", SAMPLES, "--out", tmp_path / "public", "--at", "2026-12-01T09:00")
    assert (done.returncode, (tmp_path / "public").exists()) == (2, False)
    assert b"not a moment with a zone" in done.stderr


MISSING = "---\nheadline: A\nslug: a\nassets:\n  - href: none.jpg\n---\nWords.\n\nRead [more](none.pdf).\n"


@pytest.mark.parametrize("command", [("render", "--to", "json"), ("validate",)])
def test_a_file_that_is_not_beside_a_source_is_told_with_its_line(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(MISSING)
    done = run(command[0], tmp_path / "a.md", *command[1:])
    told = (done.stderr if command[0] == "render" else done.stdout).decode()
    assert done.returncode == 0
    for line, name in ((5, "none.jpg"), (9, "none.pdf")):
        assert f"{tmp_path}/a.md:{line}: warning: the file {name} is not there; " in told
    (tmp_path / "none.jpg").write_bytes(b"")
    (tmp_path / "none.pdf").write_bytes(b"")
    done = run(command[0], tmp_path / "a.md", *command[1:])
    assert b"is not there" not in done.stderr + done.stdout


def test_a_build_that_fails_says_that_nothing_was_built_and_what_stands(tmp_path: Path) -> None:
    run("new", "mynews", cwd=tmp_path)
    (tmp_path / "mynews/a.md").write_text(MISSING)
    done = run("build", "mynews", cwd=tmp_path)
    assert (done.returncode, done.stderr.decode().splitlines()[-1]) == (2, "nothing was built")
    (tmp_path / "mynews/a.md").rename(tmp_path / "a.md")
    run("build", "mynews", cwd=tmp_path)
    (tmp_path / "a.md").rename(tmp_path / "mynews/a.md")
    done = run("build", "mynews", cwd=tmp_path)
    assert done.stderr.decode().splitlines()[-1] == "nothing was built; the site in public is the earlier one"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1\\ansi Words}", "an RTF file"),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", "a Word file, or another in ZIP"),
        (b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word file"),
    ],
)
@pytest.mark.parametrize("command", [("render", "--to", "json"), ("validate",)])
def test_a_word_processors_file_is_named_with_what_to_do(
    data: bytes, kind: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "release").write_bytes(data)
    done = run(command[0], tmp_path / "release", *command[1:])
    told = f"error: {tmp_path}/release: {kind}\n  save it as text, Markdown or HTML\n"
    assert (done.returncode, done.stderr.decode()) == (2, told)
