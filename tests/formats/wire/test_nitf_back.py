"""NITF read back: what was written, exactly; and without our own marks all that has a standard place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree
from strategies import releases
from wires import NOW, WHOLE, enough, stripped, tree

import pressrelease as pr
from pressrelease.envelope import is_killed
from pressrelease.files import load_all
from pressrelease.formats.losses import leaves

SAMPLES = Path(__file__).parents[3] / "sample_releases"


def differences(release: pr.Release, **more: Any) -> dict[str, tuple[object, object]]:
    """Return what reading back changes beyond the losses of writing, by path."""
    made = pr.write(release, "nitf", now=NOW, **more)
    back = pr.parse(made.body, "nitf", newsroom=more.get("newsroom"))
    before, after = dict(leaves(release)), dict(leaves(back))
    lost = tuple(loss.path for loss in made.losses)
    return {
        path: (before.get(path), after.get(path))
        for path in {**before, **after}
        if before.get(path) != after.get(path) and not path.startswith(lost or "-")
    }


@enough
@given(release=releases())
def test_every_release_comes_back_as_it_was(release: pr.Release) -> None:
    release = release if release.id or release.url else release.changed(id="tag:example.org,2026:it")
    assert differences(release) == {}


def test_every_sample_comes_back_as_it_was() -> None:
    house = pr.Newsroom.load(SAMPLES)
    for entry in load_all(house):
        release = house.completed(entry.release)
        assert (entry.path.name, differences(release, newsroom=house)) == (entry.path.name, {})


def test_without_our_marks_all_that_has_a_standard_place_is_read() -> None:
    """What is left to differ: who speaks is printed by the words, a name and a line are those that anybody would add."""
    body = etree.tostring(stripped(tree(WHOLE, "nitf"))).replace(b' xmlns:pr="urn:pressrelease:1"', b"")
    back = pr.parse(body, "nitf")
    before, after = dict(leaves(WHOLE)), dict(leaves(back))
    assert (back.story.text, back.quotes) == (WHOLE.story.text, WHOLE.quotes)
    assert {p: after.get(p) for p in {**before, **after} if before.get(p) != after.get(p)} == {
        "story": back.story,
        "rights.notice": None,
        "dateline.style": "plain",
        "subjects.0.name": "visual arts",
    }


@pytest.mark.parametrize("sample", [entry.path.name for entry in load_all(pr.Newsroom.load(SAMPLES))])
def test_without_our_marks_no_word_of_a_samples_text_is_lost(sample: str) -> None:
    house = pr.Newsroom.load(SAMPLES)
    release = next(house.completed(e.release) for e in load_all(house) if e.path.name == sample)
    document = stripped(tree(release, "nitf", newsroom=house))
    body = etree.tostring(document).replace(b' xmlns:pr="urn:pressrelease:1"', b"")
    reading = pr.read(body, "nitf", newsroom=house)
    if is_killed(release):
        release = release.changed(story=(), summary="", boilerplates=(), assets=())
    back = reading.release
    assert back.story.text == release.story.text
    assert [b.story for b in back.boilerplates] == [b.story for b in release.boilerplates]
    assert [(n.kind, n.heading) for n in back.notices] == [(n.kind, n.heading) for n in release.notices]
    assert reading.leftovers == ()
