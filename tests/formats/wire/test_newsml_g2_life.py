"""The life of a release in NewsML-G2: each step valid, told in its own slot, and read back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from wires import NOW, Judge, found, stripped, tree

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.losses import leaves

SAMPLES = Path(__file__).parents[3] / "sample_releases"
HOUSE = pr.Newsroom.load(SAMPLES)
WHOLE = {entry.path.name: HOUSE.completed(entry.release) for entry in load_all(HOUSE)}
STEPS: dict[str, dict[str, Any]] = {
    "new": {"version": 1, "status": "usable", "change": {}, "embargo": None},
    "embargo set": {"version": 1, "embargo": {"until": "2026-12-01T09:00+01:00"}},
    "embargo moved": {"version": 2, "embargo": {"until": "2026-12-02T09:00+01:00"}},
    "embargo without end": {"version": 3, "embargo": {}},
    "embargo lifted": {"version": 4, "embargo": None},
    "update": {"version": 5, "change": {"kind": "update", "note": "Adds the timetable."}},
    "correction": {"version": 6, "change": {"kind": "correction", "wrong": "three", "right": "four"}},
    "withheld": {"version": 7, "status": "withheld", "change": {}},
    "kill": {
        "version": 8,
        "status": "canceled",
        "change": {"kind": "kill", "note": "It never opened."},
    },
}
BODIES = ["xhtml", "nitf"]


def life(release: pr.Release) -> dict[str, pr.Release]:
    """Return a release at each step of its life, one after the other."""
    steps = {}
    for name, values in STEPS.items():
        release = steps[name] = release.changed(**values)
    return steps


SHORT = life(
    pr.Release(
        headline="Harbour opens",
        id="tag:example.org,2026:harbour",
        language="en",
        published="2026-03-02T09:00Z",
        story="The harbour opened.",
        editor_note="Call Ada.",
        assets=[{"href": "https://example.org/a.jpg", "alt": "A crane", "caption": "It lifts."}],
    )
)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("sample", WHOLE)
def test_every_step_of_every_sample_is_valid_as_item_as_message_and_as_package(
    judge: Judge, sample: str, body: str
) -> None:
    for name, release in life(WHOLE[sample]).items():
        for options in ({"body": body}, {"body": body, "package": True}):
            assert (name, judge.faults(tree(release, "newsml-g2", options, newsroom=HOUSE))) == (name, [])
        message = pr.render_all(
            [release, release], "newsml-g2", now=NOW, newsroom=HOUSE, options={"body": body}
        )
        assert (name, judge.faults(etree.fromstring(message))) == (name, [])


@pytest.mark.parametrize("package", [False, True], ids=["item", "package"])
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_read_back_as_it_was(step: str, body: str, package: bool) -> None:
    release = SHORT[step]
    made = pr.write(release, "newsml-g2", now=NOW, options={"body": body, "package": package})
    lost = {loss.path for loss in made.losses}
    kept = {p: v for p, v in leaves(release) if p.partition(".")[0] not in lost}
    back = pr.read(made.body, "newsml-g2")
    assert (dict(leaves(back.release)), back.findings, back.leftovers) == (kept, (), ())


@pytest.mark.parametrize(
    ("step", "status", "signal", "embargoed"),
    [
        ("new", "usable", [], []),
        ("embargo set", "usable", [], ["2026-12-01T09:00:00+01:00"]),
        ("embargo moved", "usable", [], ["2026-12-02T09:00:00+01:00"]),
        ("embargo without end", "usable", [], [""]),
        ("embargo lifted", "usable", [], []),
        ("update", "usable", ["sig:update"], []),
        ("correction", "usable", ["sig:correction"], []),
        ("withheld", "withheld", [], []),
        ("kill", "canceled", [], []),
    ],
)
def test_each_step_stands_in_its_own_slot_under_one_guid(
    step: str, status: str, signal: list[str], embargoed: list[str]
) -> None:
    document = tree(SHORT[step], "newsml-g2")
    version = SHORT[step].version
    assert found(document, "/g:newsItem/@guid") == ["tag:example.org,2026:harbour"]
    assert found(document, "//g:pubStatus/@qcode") == [f"stat:{status}"]
    assert found(document, "//g:signal/@qcode") == signal
    assert found(document, "//g:embargoed") == embargoed
    earlier = found(document, "//g:link[@residref='tag:example.org,2026:harbour']/@version")
    assert earlier == ([str(version - 1)] if version > 1 else [])


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("step", STEPS)
def test_without_our_marks_each_step_still_says_what_it_is(step: str, body: str) -> None:
    release = SHORT[step]
    bare = etree.tostring(stripped(tree(release, "newsml-g2", {"body": body})))
    back = pr.parse(bare, "newsml-g2")
    seen = (back.version, back.status, back.change.kind, back.embargo and back.embargo.until)
    assert seen == (
        release.version,
        release.status,
        release.change.kind,
        release.embargo and release.embargo.until,
    )
    assert (back.embargo is None) == (release.embargo is None)


@pytest.mark.parametrize(
    "step", ["embargo set", "embargo without end", "update", "correction", "withheld", "kill"]
)
def test_what_editors_must_know_stands_in_the_first_note_and_the_desks_own_note_behind_it(step: str) -> None:
    """Superdesk's parser reads one note and no other."""
    (note,) = found(tree(SHORT[step], "newsml-g2"), "//g:edNote")
    words = {
        "embargo set": "Embargoed until 1 December 2026, 09:00 (UTC+01:00)",
        "embargo without end": "Embargoed until further notice",
        "update": "Update: Adds the timetable.",
        "correction": "Correction: The earlier version said “three”; right is “four”.",
        "withheld": "Withheld",
        "kill": "Withdrawn: It never opened.",
    }
    assert note == f"{words[step]} Call Ada."


def test_a_lifted_embargo_that_is_past_is_no_longer_said_in_words() -> None:
    release = SHORT["embargo set"]
    later = pr.render(release, "newsml-g2", now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))
    assert b"Embargoed until" not in later
    assert b"<embargoed>2026-12-01T09:00:00+01:00</embargoed>" in later


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "ar", "ja"])
@pytest.mark.parametrize("step", ["embargo set", "embargo without end", "update", "withheld", "kill", "new"])
def test_in_every_language_the_desks_note_is_told_from_what_the_item_says_itself(
    step: str, language: str
) -> None:
    release = SHORT[step].changed(language=language)
    back = pr.parse(etree.tostring(stripped(tree(release, "newsml-g2"))), "newsml-g2")
    assert (back.editor_note, back.change.note, back.story.text) == (
        "Call Ada.",
        release.change.note,
        "" if step == "kill" else "The harbour opened.",
    )
