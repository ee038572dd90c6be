"""Reading back what was written changes exactly what the losses name, for every release there can be."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from feeds import HOUSE, feed, harbour
from hypothesis import given
from hypothesis import strategies as st
from strategies import releases

import pressrelease as pr
from pressrelease.formats.losses import leaves

FEEDS = ("rss", "atom", "jsonfeed")
LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
AS_SET = re.compile(r"(^|\.)(layout|style)(\.|$)")


def covered(path: str, others: set[str]) -> bool:
    return any(path == p or path.startswith(f"{p}.") or p.startswith(f"{path}.") for p in others)


def changed_and_lost(release: pr.Release, name: str, content: str) -> tuple[set[str], set[str]]:
    """Return the paths that reading back changed, and those the losses name; contacts that are gone move no others."""
    made = pr.write_all([release], name, newsroom=HOUSE, now=LATER, options={"content": content})
    (read,) = pr.parse_all(made.body, name, newsroom=HOUSE)
    lost = {loss.path.removeprefix("0.") for loss in made.losses}
    kept = [i for i in range(len(release.contacts)) if f"contacts.{i}" not in lost]
    gone = {f"contacts.{i}" for i in range(len(release.contacts)) if i not in kept}
    before = dict(leaves(release.changed(contacts=tuple(release.contacts[i] for i in kept))))
    after = dict(leaves(HOUSE.completed(read)))
    changed = {p for p in before if after.get(p) != before[p]}
    changed |= {p for p in after if p not in before and not AS_SET.search(p)}
    return gone | {_numbered(p, kept) for p in changed}, lost


def _numbered(path: str, kept: list[int]) -> str:
    """Return the path of a contact that is left as it was numbered before."""
    field, *rest = path.split(".")
    if field != "contacts" or not rest or int(rest[0]) >= len(kept):
        return path
    return ".".join((field, str(kept[int(rest[0])]), *rest[1:]))


@pytest.mark.parametrize("name", FEEDS)
@given(release=releases(id=st.just("urn:example:1"), status=st.just("usable"), layout=st.none()))
def test_a_whole_item_loses_what_the_losses_name_and_nothing_else(name: str, release: pr.Release) -> None:
    whole = HOUSE.completed(release)
    if whole.is_public(LATER):
        changed, lost = changed_and_lost(whole, name, "full")
        assert (
            {p for p in changed if not covered(p, lost)},
            {p for p in lost if not covered(p, changed)},
        ) == (
            set(),
            set(),
        )


@pytest.mark.parametrize("name", FEEDS)
@given(release=releases(id=st.just("urn:example:1"), status=st.just("usable"), layout=st.none()))
def test_a_summary_names_what_it_leaves_out(name: str, release: pr.Release) -> None:
    whole = HOUSE.completed(release)
    if whole.is_public(LATER):
        changed, lost = changed_and_lost(whole, name, "summary")
        assert {p for p in changed if not covered(p, lost)} == set()


@pytest.mark.parametrize("name", FEEDS)
def test_an_ordinary_release_comes_back_as_it_was(name: str) -> None:
    whole = HOUSE.completed(harbour())
    (reading,) = pr.read_all(feed(name, harbour()), name)
    expected = whole.changed(
        slug="",
        change=whole.change.changed(wrong="", right=""),
        assets=tuple(
            a.changed(renditions=tuple(r.changed(href=f"{whole.url}{r.href}") for r in a.renditions))
            for a in whole.assets
        ),
    )
    assert reading == pr.Reading(expected, name, 1.0)


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_recognised_by_its_content(name: str) -> None:
    made = feed(name, harbour())
    assert [r.headline for r in pr.parse_all(made)] == [harbour().headline]
    assert pr.recognised(made)[0] == (1.0, name)
