"""ninjs written and read back: the same release, whichever versions it went through."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from ninjs_items import NAMES, NinjsJudge
from strategies import releases
from wires import NOW, enough

import pressrelease as pr
from pressrelease.envelope import is_killed
from pressrelease.files import load_all

SAMPLES = Path(__file__).parents[3] / "sample_releases"
each = pytest.mark.parametrize("version", list(NAMES))


def identified(release: pr.Release) -> pr.Release:
    return release if release.id or release.url else release.changed(id="tag:example.org,2026:it")


def left(release: pr.Release) -> pr.Release:
    """Return what of a killed release is written at all."""
    gone = {"story": (), "summary": "", "boilerplates": (), "assets": ()}
    return release.changed(**gone) if is_killed(release) else release


def through(release: pr.Release, version: str) -> pr.Reading:
    return pr.read(pr.render(release, NAMES[version], now=NOW), NAMES[version])


@each
@enough
@given(release=releases())
def test_every_release_comes_back_as_it_was_and_nothing_is_left_over(
    version: str, release: pr.Release
) -> None:
    release = identified(release)
    reading = through(release, version)
    assert reading.release == left(release)
    assert (reading.findings, reading.leftovers) == ((), ())


@pytest.mark.parametrize("order", list(itertools.permutations(NAMES)))
def test_a_sample_that_went_through_all_versions_is_the_same(order: tuple[str, ...]) -> None:
    house = pr.Newsroom.load(SAMPLES)
    for entry in load_all(house):
        release = house.completed(entry.release)
        back = release
        for version in order:
            back = through(back, version).release
        assert back == left(release)


def without_ours(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item as a receiver passes it on that knows nothing of us."""
    ids = {k.lower(): k for k in item}["altids"]
    kept = item[ids]
    if isinstance(kept, dict):
        kept = {k: v for k, v in kept.items() if k != "urn:pressrelease:1"}
    else:
        kept = [one for one in kept if one["role"] != "urn:pressrelease:1"]
    return {**item, ids: kept}


PLAIN = pr.Release(
    headline="Harbour opens",
    id="tag:example.org,2026:harbour",
    url="https://example.org/harbour",
    language="en-GB",
    version=2,
    subheadline="At last",
    slugline="Harbour/Opening",
    byline="Ada Byron",
    summary="Short.",
    story="The harbour opened at noon. Nobody was late.",
    publisher={"name": "Port", "isin": "US0000000001", "emails": ["port@example.org"]},
    provider={"name": "Example Wire"},
    embargo={"until": "2026-12-01T09:00Z"},
    published="2026-03-02T08:00Z",
    updated="2026-03-03T08:00Z",
    expires="2027-03-02T08:00Z",
    subjects=[{"code": "medtop:20000031", "name": "visual arts"}, {"code": "acme:x", "name": "X"}],
    keywords=["harbour"],
    places=[{"name": "Bremen", "uri": "https://example.org/bremen", "latitude": 53.1, "longitude": 8.8}],
    people=[{"name": "Jo Doe", "uri": "https://example.org/jo"}],
    organisations=[{"name": "Crane Works", "tickers": [{"exchange": "XLON", "symbol": "CRW"}]}],
    contacts=[{"name": "Pat Pier", "emails": ["pat@example.org"], "phones": [{"number": "+49 40 1234"}]}],
    assets=[
        {
            "renditions": [
                {"href": "https://example.org/a.jpg", "name": "web", "width": 1600, "height": 900},
                {"href": "https://example.org/b.jpg", "name": "thumbnail"},
            ],
            "title": "Crane",
            "alt": "A crane",
            "caption": "Up",
            "credit": "Photo",
            "rights": "© Port",
        }
    ],
    rights={"holder": "Port", "notice": "© Port", "usage_terms": "Free.", "data_mining": "reserved"},
    urgency=4,
    genre="Statement",
)


@each
def test_what_has_a_standard_place_comes_back_from_there_alone(version: str) -> None:
    """No word of it stands with us: another library's item would be read the same."""
    item = json.loads(pr.render(PLAIN, NAMES[version], now=NOW, options={"embargo_in_words": False}))
    reading = pr.read(json.dumps(without_ours(item)), NAMES[version])
    assert reading.release == PLAIN
    assert (reading.findings, reading.leftovers) == ((), ())


@pytest.mark.parametrize("order", list(itertools.permutations(NAMES)))
def test_an_item_that_went_through_all_versions_without_what_is_ours_is_the_same(
    order: tuple[str, ...],
) -> None:
    back = PLAIN
    for version in order:
        item = json.loads(pr.render(back, NAMES[version], now=NOW, options={"embargo_in_words": False}))
        back = pr.parse(json.dumps(without_ours(item)), NAMES[version])
    assert back == PLAIN


@each
def test_what_others_changed_in_a_standard_place_holds(version: str) -> None:
    item = json.loads(pr.render(PLAIN, NAMES[version], now=NOW))
    item["slugline"] = "Harbour/Closed"
    item["pubstatus" if version != "3.1" else "pubStatus"] = "canceled"
    back = pr.parse(json.dumps(item), NAMES[version])
    assert (back.slugline, back.status) == ("Harbour/Closed", "canceled")


@each
def test_a_note_to_editors_is_told_from_the_other_notes(version: str) -> None:
    release = PLAIN.changed(
        editor_note="Call first.\n\nThen come.",
        change={"kind": "correction", "note": "One.\n\nTwo."},
        contacts=[{"name": "Kay Quay", "for_editors": True}],
    )
    assert through(release, version).release == release


@each
def test_links_of_the_body_are_absolute_there_and_come_back_as_they_were(version: str) -> None:
    story = [
        {"paragraph": [{"link": "there", "href": "a/b"}, {"link": "here", "href": "https://example.org/c"}]}
    ]
    body = pr.render(PLAIN.changed(story=story), NAMES[version], now=NOW)
    assert 'href=\\"https://example.org/a/b\\"' in body
    assert through(PLAIN.changed(story=story), version).release == PLAIN.changed(story=story)


@each
def test_links_that_become_one_come_back_as_they_were(version: str) -> None:
    story = [
        {"paragraph": [{"link": "there", "href": "a/b"}, {"link": "it", "href": "https://example.org/a/b"}]}
    ]
    release = PLAIN.changed(story=story, boilerplates=[{"heading": "About", "story": story}])
    assert through(release, version).release == release


# --- members that a release has no field for -----------------------------------------------------------------------


@each
def test_members_without_a_field_are_kept_and_written_back_in_every_version(
    ninjs_judge: NinjsJudge, version: str
) -> None:
    item = {
        "uri": "tag:example.org,2026:harbour",
        "headlines": [{"value": "Harbour opens"}],
        "profile": "text-photo",
        "title": "harbour (short)",
        "contentCreated": "2026-03-01T08:00:00Z",
        "events": [{"name": "Opening", "uri": "https://example.org/opening"}],
        "objects": [{"name": "Crane", "rel": "about", "literal": "crane-1"}],
        "digitalSourceType": {"name": "human", "uri": "https://example.org/human"},
        "trustIndicators": [{"title": "Standards", "href": "https://example.org/standards"}],
        "altIds": [{"role": "house", "value": "PR-1"}, {"role": "house", "value": "PR-2"}],
    }
    first = pr.parse(json.dumps(item), "ninjs")
    written = json.loads(pr.render(first, NAMES[version], now=NOW))
    assert ninjs_judge.faults(written, version) == []
    again = pr.parse(json.dumps(without_ours(written)), NAMES[version])
    assert again.extra == first.extra
    assert sorted(first.extra) == [
        "ninjs:altIds",
        "ninjs:contentCreated",
        "ninjs:digitalSourceType",
        "ninjs:events",
        "ninjs:objects",
        "ninjs:profile",
        "ninjs:title",
        "ninjs:trustIndicators",
    ]


@each
@pytest.mark.parametrize(
    "odd",
    [
        {"ninjs:profile": 7},
        {"ninjs:events": [{"name": 1}]},
        {"ninjs:objects": {"name": "x"}},
        {"ninjs:contentCreated": "soon"},
        {"ninjs:trustIndicators": [{"role": "no uri"}]},
        {"ninjs:digitalSourceType": {"made": "up"}},
        {"ninjs:altIds": {"urn:pressrelease:1": "{}", "canonical": "x", "": "y", "n": 7, "o": {"p": "q"}}},
        {"ninjs:uri": "x", "ninjs:standard": "x", "ninjs:bodies": []},
    ],
)
def test_what_does_not_fit_there_stays_with_us(
    ninjs_judge: NinjsJudge, version: str, odd: dict[str, Any]
) -> None:
    release = PLAIN.changed(extra=odd)
    item = json.loads(pr.render(release, NAMES[version], now=NOW))
    assert ninjs_judge.faults(item, version) == []
    assert through(release, version).release.extra == release.extra
