"""Releases as they lie about, in pairs: `NAME.txt` as it was sent, `NAME.json` with the facts a reader must find.

A bug becomes two files, no code. In the JSON, `exact` says whether `gna-text`, after a trip through JSON, gives the
same bytes; `#story` counts; `quotes` are text, speaker and role; `findings` are codes; all other keys are field paths.
"""

from __future__ import annotations

import datetime as dt
import json
import quopri
import re
from pathlib import Path
from typing import Any

import pytest

import pressrelease as pr

HERE = Path(__file__).parent / "cases"
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
CASES = sorted(p.stem for p in HERE.glob("*.txt"))


def at(data: Any, path: str) -> Any:
    """Return what stands at `path` in plain data; None where nothing does."""
    for key in path.split("."):
        if isinstance(data, list):
            data = data[int(key)] if int(key) < len(data) else None
        elif isinstance(data, dict):
            data = data.get(key)
        else:
            return None
    return data


def test_each_text_has_its_facts_and_each_fact_its_text() -> None:
    assert {p.stem for p in HERE.glob("*.txt")} == {p.stem for p in HERE.glob("*.json")}


@pytest.mark.parametrize("name", CASES)
def test_the_facts_of_a_release_are_read(name: str) -> None:
    reading = pr.read((HERE / f"{name}.txt").read_bytes(), "text")
    expected = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    data = reading.release.model_dump(mode="json", exclude_defaults=True)
    found: dict[str, Any] = {}
    for path in expected:
        if path == "exact":
            found[path] = exact(name, reading.release)
        elif path == "quotes":
            found[path] = [[q.text, q.speaker, q.role] for q in reading.release.quotes]
        elif path == "findings":
            found[path] = [f.code for f in reading.findings]
        elif path == "leftovers":
            found[path] = list(reading.leftovers)
        elif path.startswith("#"):
            found[path] = len(at(data, path[1:]) or [])
        elif path == "text":
            found[path] = reading.release.story.text
        else:
            found[path] = at(data, path)
    assert found == expected


def exact(name: str, release: pr.Release) -> bool:
    """Return whether the text comes back byte for byte after a trip through JSON."""
    again = pr.parse(pr.render(release, "json"), "json")
    return str(pr.render(again, "gna-text", now=NOW)).encode() == (HERE / f"{name}.txt").read_bytes()


@pytest.mark.parametrize("name", CASES)
def test_no_word_of_a_text_is_lost(name: str) -> None:
    """Every word stands in the release or among the leftovers."""
    data = (HERE / f"{name}.txt").read_bytes()
    reading = pr.read(data, "text")
    whole = json.dumps(reading.release.model_dump(mode="json"), ensure_ascii=False) + "\n".join(
        reading.leftovers
    )
    whole += str(pr.render(reading.release, "gna-text", now=NOW))
    known = re.sub(r"\W+", "", whole)
    sent = quopri.decodestring(data) if any(f.code == "quoted-printable" for f in reading.findings) else data
    words = re.findall(r"\w+", sent.decode())
    assert [w for w in words if w not in known] == []
