"""`pressrelease check --fix`, and a rule of another package, found by its entry point."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOY = '''
"""The word "great".

Nobody believes it.

Source: common sense.

Example:

    ---
    headline: A great day
    ---
    Words.

Use instead:

    ---
    headline: A good day
    ---
    Words.

Excuse it: in names.

Fix: writes "good".
"""

import re

import pressrelease as pr

GREAT = re.compile("great")


def run(case):
    for spot in case.everything.find(GREAT):
        yield spot.hit("great", instead="good")


RULE = pr.Rule(id="toy-great", group="editorial", severity="error", run=run)
'''
RELEASE = "---\r\nheadline: A great day\r\n---\r\nA great story, and a gr*ea*t one.\r\n\r\nIt is “great”.\r\n"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Return a folder in which a package with one rule is installed."""
    (tmp_path / "packages" / "toy_rules-1.dist-info").mkdir(parents=True)
    (tmp_path / "packages" / "toy_rules.py").write_text(TOY)
    told = tmp_path / "packages" / "toy_rules-1.dist-info"
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-rules\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[pressrelease.rules]\ntoy = toy_rules:RULE\n")
    return tmp_path / "packages"


def run(packages: Path, *args: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pressrelease", "check", *args],
        input=given,
        capture_output=True,
        check=False,
        cwd=packages.parent,
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": os.pathsep.join((str(ROOT), str(packages)))},
    )


def of_toy(done: subprocess.CompletedProcess[bytes]) -> list[tuple[int, int]]:
    """Return the places at which the toy's rule found its word."""
    told = json.loads(done.stdout)["findings"]
    return [(f["where"]["line"], f["where"]["column"]) for f in told if f["rule"] == "toy-great"]


def test_a_rule_of_an_installed_package_is_run_and_explained(packages: Path) -> None:
    done = run(packages, "-", "--json", given=RELEASE.encode())
    assert of_toy(done) == [(2, 13), (4, 3), (4, 22), (6, 8)]
    page = run(packages, "--explain", "toy-great").stdout.decode()
    assert page.startswith('# toy-great\n\nThe word "great". (editorial, error)\n')
    assert '`check --fix`: writes "good".' in page


def test_fix_writes_what_is_sure_keeps_every_other_byte_and_tells_what_is_left(packages: Path) -> None:
    file = packages.parent / "one.md"
    file.write_bytes(b"\xef\xbb\xbf" + RELEASE.encode())
    done = run(packages, "one.md", "--fix", "--json")
    mended = RELEASE.replace("A great day", "A good day").replace("A great story", "A good story")
    assert file.read_bytes() == b"\xef\xbb\xbf" + mended.replace("“great”", "“good”").encode()
    assert of_toy(done) == [(4, 21)]
    assert done.returncode == 1
    again = file.read_bytes()
    run(packages, "one.md", "--fix")
    assert file.read_bytes() == again


def test_fix_leaves_alone_what_is_not_utf_8_and_what_machines_write(packages: Path) -> None:
    latin = "---\nheadline: A great caf\xe9\n---\nWords.\n".encode("latin-1")
    (packages.parent / "latin.md").write_bytes(latin)
    done = run(packages, "latin.md", "--fix")
    assert (packages.parent / "latin.md").read_bytes() == latin
    assert "latin.md: not in UTF-8, in which --fix writes; nothing is mended" in done.stderr.decode()
    nitf = b"<nitf><body><body.head><hedline><hl1>A great day</hl1></hedline></body.head></body></nitf>"
    (packages.parent / "one.nitf.xml").write_bytes(nitf)
    done = run(packages, "one.nitf.xml", "--fix", "--json")
    assert (packages.parent / "one.nitf.xml").read_bytes() == nitf
    assert len(of_toy(done)) == 1


def test_what_an_edit_uncovers_is_mended_in_the_same_run(packages: Path) -> None:
    file = packages.parent / "one.md"
    file.write_text("---\nheadline: One\n---\nThe new harbour opened \u200b, and everybody came there.\n")
    run(packages, "one.md", "--fix")
    assert file.read_text().endswith("---\nThe new harbour opened, and everybody came there.\n")


def test_without_fix_nothing_is_written_and_the_closing_line_says_what_could_be(packages: Path) -> None:
    file = packages.parent / "one.md"
    file.write_bytes(RELEASE.encode())
    done = run(packages, "one.md")
    assert file.read_bytes() == RELEASE.encode()
    assert "3 to be mended by --fix" in done.stdout.decode().splitlines()[-1]
