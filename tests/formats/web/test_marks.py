"""Every value of a release stands on its page once, marked with its field's path, and is read back from there."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOW, marks, page
from strategies import releases

import pressrelease as pr
from pressrelease.formats.losses import leaves
from pressrelease.story import Story


def carried(release: pr.Release) -> dict[str, str]:
    """Return what the page has to hold, path by path, by the format's own word."""
    lost = {loss.path for loss in pr.write(release, "html", now=NOW).losses}
    found = {}
    for path, value in leaves(release):
        if any(path == p or path.startswith(f"{p}.") for p in lost):
            continue
        if isinstance(value, Story):
            found[path] = "story"
        elif isinstance(value, (dt.date, dt.time)):
            found[path] = value.isoformat()
        else:
            found[path] = "false" if value is False else str(value)
    return found


@given(releases(status=st.just("usable"), change=st.just(pr.Change())))
def test_each_value_stands_on_the_page_once_and_none_is_left_out(release: pr.Release) -> None:
    seen = {path: text for path, text in marks(page(release)).items() if text}
    expected = {path: text for path, text in carried(release).items() if text}
    # A story without a word has a place on the page, and nothing to say.
    empty = {path for path, text in seen.items() if text == "story"} - set(expected)
    assert {path: text for path, text in seen.items() if path not in empty} == expected


@given(releases())
def test_whatever_its_state_a_page_holds_no_value_that_is_not_the_releases(release: pr.Release) -> None:
    expected = carried(release)
    for path, text in marks(page(release)).items():
        assert expected.get(path, "") == text or text in ("story", ""), path


@pytest.mark.parametrize("kind", ["correction", "update"])
def test_what_changed_stands_on_the_page(kind: str) -> None:
    change = pr.Change(
        kind=kind, note="The depth was wrong.\n\nSorry.", wrong="12 m", right="14 m", at="2026-11-01T09:00Z"
    )
    found = marks(page(pr.Release(headline="Harbour opens", story="It is 14 m deep.", change=change)))
    assert {p: t for p, t in found.items() if p.startswith("change")} == {
        "change.kind": kind,
        "change.note": "The depth was wrong.\n\nSorry.",
        "change.wrong": "12 m",
        "change.right": "14 m",
        "change.at": "2026-11-01T09:00:00+00:00",
    }


@given(releases(status=st.just("usable"), change=st.just(pr.Change())))
def test_a_page_is_read_back_as_the_release_but_for_what_the_losses_name(release: pr.Release) -> None:
    made = pr.write(release, "html", now=NOW)
    lost = {loss.path for loss in made.losses}
    # Whom the page does not name moves those behind up a place.
    shown = tuple(c for i, c in enumerate(release.contacts) if f"contacts.{i}" not in lost)
    before, after = dict(leaves(release.changed(contacts=shown))), dict(leaves(pr.parse(made.body, "html")))
    changed = {p for p in {*before, *after} if before.get(p) != after.get(p)}
    assert {p for p in changed if not any(p == at or p.startswith(f"{at}.") for at in lost)} == set()
