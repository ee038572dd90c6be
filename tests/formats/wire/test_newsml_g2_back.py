"""NewsML-G2 read back: what was written, exactly; and without our own marks all that has a standard place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from strategies import releases
from wires import NOW, enough

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.losses import leaves

SAMPLES = Path(__file__).parents[3] / "sample_releases"
each = pytest.mark.parametrize("options", [None, {"body": "nitf"}], ids=["xhtml", "nitf"])


def differences(release: pr.Release, options: Any = None, **more: Any) -> dict[str, tuple[object, object]]:
    """Return what reading back changes beyond the losses of writing, by path."""
    made = pr.write(release, "newsml-g2", now=NOW, options=options, **more)
    back = pr.read(made.body, "newsml-g2", newsroom=more.get("newsroom"))
    if back.findings or back.leftovers:
        return {"findings": (back.findings, back.leftovers)}
    before, after = dict(leaves(release)), dict(leaves(back.release))
    lost = tuple(loss.path for loss in made.losses)
    return {
        path: (before.get(path), after.get(path))
        for path in {**before, **after}
        if before.get(path) != after.get(path) and not path.startswith(lost or "-")
    }


@each
@enough
@given(release=releases())
def test_every_release_comes_back_as_it_was(options: Any, release: pr.Release) -> None:
    release = release if release.id or release.url else release.changed(id="tag:example.org,2026:it")
    assert differences(release, options) == {}


@each
def test_every_sample_comes_back_as_it_was(options: Any) -> None:
    house = pr.Newsroom.load(SAMPLES)
    for entry in load_all(house):
        release = house.completed(entry.release)
        assert (entry.path.name, differences(release, options, newsroom=house)) == (entry.path.name, {})
