"""Losses as a person reads them: words first, the rest summed up."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.findings import Loss
from pressrelease.formats.losses import leaves
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.weights import Missed, Ranked, listed, ranked, weight

SAMPLES = Path(__file__).parents[2] / "sample_releases"


@pytest.mark.parametrize(
    ("path", "cost"),
    [
        ("headline", "words"),
        ("contacts.0.role", "words"),
        ("contacts.0.phones.1.kind", "data"),
        ("assets.0.alt", "words"),
        ("assets.0.role", "data"),
        ("assets.0.renditions.0.name", "data"),
        ("publisher.address", "words"),
        ("publisher.logo", "data"),
        ("rights.data_mining", "words"),
        ("subjects", "data"),
        ("translations", "words"),
        ("translations.0.version", "data"),
        ("dateline.time", "words"),
        ("dateline.zone_printed", "words"),
        ("dateline.zone", "data"),
        ("story.link", "words"),
        ("story.emphasis", "setting"),
        ("notices.2.layout", "setting"),
        ("embargo.printed", "setting"),
        ("change.at", "data"),
        ("change.note", "words"),
    ],
)
def test_a_loss_costs_words_data_or_setting(path: str, cost: str) -> None:
    assert weight(path) == cost


def test_words_are_told_a_reason_each_and_the_rest_is_summed_up() -> None:
    release = pr.Release(
        headline="A",
        version=2,
        summary="S",
        urgency=4,
        rights={"licence": "https://example.org/l", "data_mining": "reserved"},
        dateline={"places": [{"name": "B", "country": "PT"}]},
        story=[{"paragraph": ["A ", {"strong": "word"}]}],
    )
    assert ranked(pr.write(release, "plain").losses, DEFAULT.get("plain")) == Ranked(
        missed=(
            Missed(("summary",), "the text says it"),
            Missed(("rights.licence", "rights.data_mining"), "not printed"),
        ),
        otherwise=1,
        data=2,
        setting=1,
    )


def test_what_went_elsewhere_is_not_missed() -> None:
    lost = [Loss("headline", "latin-1 has no “", '"')]
    assert ranked(lost, DEFAULT.get("plain")) == Ranked(otherwise=1)


def test_losses_of_several_releases_are_told_once() -> None:
    lost = [Loss(f"{i}.editor_note", "for editors only") for i in range(3)]
    told = ranked(lost, DEFAULT.get("rss")).missed
    assert [str(missed) for missed in told] == ["editor_note ×3: for editors only"]


def test_paths_stand_short_behind_the_first_of_their_part() -> None:
    assert listed(("url", "rights.licence", "rights.holder", "assets.0.alt", "assets.2.alt")) == (
        "url, rights.licence, .holder, assets.*.alt ×2"
    )


def test_no_words_of_the_fullest_sample_pass_for_data() -> None:
    """What a sample says in running words is words to `weight`, but for what names things to find it by."""
    release = pr.load(SAMPLES / "harbour-opening.md")
    running = {p for p, v in leaves(release) if isinstance(v, str) and len(v.split()) > 4}
    found_by = ("subjects", "keywords", "places", "people", "organisations")
    assert {p for p in running if weight(p) != "words" and not p.startswith(found_by)} == set()
