"""`pressrelease validate` and `pressrelease schema fetch`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pressrelease as pr

ROOT = Path(__file__).parents[2]
GOOD = pr.render(
    pr.Release(id="tag:example.org,2026:1", headline="One", urgency=3, story="Words."), "newsml-g2"
)
assert isinstance(GOOD, bytes)
BAD = GOOD.replace(b"<urgency>3", b"<urgency>12")


def run(*args: str | Path, given: bytes = b"", **env: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pressrelease", *map(str, args)],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT), **env},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_exit_status_says_valid_faulty_or_unreadable(tmp_path: Path, schemas: Path) -> None:
    (tmp_path / "good.xml").write_bytes(GOOD)
    (tmp_path / "bad.xml").write_bytes(BAD)
    (tmp_path / "none.xml").write_bytes(GOOD[:-9])
    options = ("--schemas", schemas)
    assert run("validate", tmp_path / "good.xml", *options) == (
        0,
        f"{tmp_path}/good.xml: valid newsml-g2\n",
        "",
    )
    status, out, err = run("validate", tmp_path / "good.xml", tmp_path / "bad.xml", *options)
    assert (status, err) == (1, "")
    assert out.splitlines()[1:] == [
        f"{tmp_path}/bad.xml:{BAD[: BAD.index(b'<urgency>')].count(10) + 1}: urgency: error: urgency: The value '12'"
        " is greater than the maximum value allowed ('9'). [schema]"
    ]
    status, out, err = run("validate", tmp_path / "none.xml", tmp_path / "good.xml", *options)
    assert (status, out) == (2, f"{tmp_path}/good.xml: valid newsml-g2\n")
    assert err.startswith(f"error: {tmp_path}/none.xml:")


def test_standard_input_is_checked_and_told_as_json(schemas: Path) -> None:
    status, out, _ = run("validate", "-", "--json", given=BAD, PRESSRELEASE_SCHEMAS=str(schemas))
    (told,) = json.loads(out)
    assert (status, told["file"], told["format"], told["valid"]) == (1, "standard input", "newsml-g2", False)
    assert [(f["code"], f["where"]["field"]) for f in told["findings"]] == [("schema", "urgency")]


def test_without_schemas_the_command_says_what_gets_them(tmp_path: Path) -> None:
    status, out, err = run("validate", "-", "--schemas", tmp_path, given=GOOD)
    assert (status, out) == (2, "")
    assert err == (
        f"error: {tmp_path}: the official schemas of this format are not here\n"
        "  `pressrelease schema fetch` gets them; --schemas or $PRESSRELEASE_SCHEMAS name another folder\n"
    )


def test_a_file_in_a_newsroom_is_checked_with_its_time_zone(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text(
        'title = "A"\nbase_url = "https://a.example.org/"\ntime_zone = "Europe/Berlin"\n[publisher]\nname = "A"\n'
    )
    (tmp_path / "a.md").write_text("---\nheadline: A\nembargo: 2027-03-02 09:00\n---\nWords.\n")
    _, out, _ = run("validate", tmp_path / "a.md")
    assert "the embargo names no zone; it lifts at 2027-03-02T09:00:00+01:00" in out
    (tmp_path / "newsroom.toml").rename(tmp_path / "house.toml")
    assert "the release is held" in run("validate", tmp_path / "a.md")[1]
    assert "it lifts at" in run("validate", tmp_path / "a.md", "--newsroom", tmp_path / "house.toml")[1]


def test_fetch_without_a_network_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    status, out, err = run(
        "schema", "fetch", "--to", tmp_path / "to", "--from", "http://127.0.0.1:9", no_proxy="*"
    )
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 2
    assert re.match(r"error: http://127\.0\.0\.1:9/\S+: \d\d official schemas cannot be fetched \(", err)
    assert "Traceback" not in err
    assert not (tmp_path / "to").exists()


def test_fetch_refuses_what_is_not_the_schema(tmp_path: Path) -> None:
    (tmp_path / "from/nitf").mkdir(parents=True)
    (tmp_path / "from/nitf/xml.xsd").write_text("<other/>")
    status, _, err = run(
        "schema", "fetch", "--to", tmp_path / "to", PRESSRELEASE_SCHEMA_MIRROR=str(tmp_path / "from")
    )
    assert status == 2
    assert f"error: {tmp_path}/from/nitf/xml.xsd: not the schema that is known here" in err
