"""The sample releases show every element of the model: none is without a sample, and each is read without a finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.losses import present
from pressrelease.model import Part
from pressrelease.story import BLOCKS, CONTAINERS, Attribution, Break, Text

ROOT = Path(__file__).parents[1]
HOUSE = pr.Newsroom.load(ROOT / "sample_releases")
LOADED = load_all(HOUSE)


def elements(model: type[Part], prefix: str = "") -> Iterator[str]:
    """Yield the path of every field of `model`, parts taken apart, indexes as `*`."""
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        parts = [k for k in _kinds(field.annotation) if isinstance(k, type) and issubclass(k, Part)]
        many = any(
            getattr(k, "__origin__", None) is tuple for k in (field.annotation, *get_args(field.annotation))
        )
        yield path
        for part in parts:
            yield from elements(part, f"{path}.*." if many else f"{path}.")


def _kinds(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)


def test_every_element_of_the_model_has_a_sample() -> None:
    # How an address, a phone or a contact had been set is a matter of single texts; the setting of a whole text,
    # a notice and an organisation has its sample in agency text.
    of_texts = {p for p in elements(pr.Release) if p.endswith(".layout") or p.startswith("layout.slots.*.")}
    of_texts |= {"layout.newline", "layout.end"}
    of_texts -= {"notices.*.layout", "provider.layout", "layout"}
    bare = [
        path
        for path in elements(pr.Release)
        if path not in of_texts
        and not any(any(True for _ in present(HOUSE.completed(e.release), path)) for e in LOADED)
    ]
    # An organisation has the same fields wherever it stands, a contact's and a publisher's address too.
    same = {
        path
        for path in bare
        for other in ("publisher", "provider", "organisations.*")
        if path.startswith(("publisher.", "provider.", "organisations.*."))
        and f"{other}.{path.split('.', 2)[-1] if path.startswith('organisations') else path.split('.', 1)[1]}"
        not in bare
    }
    same |= {path for path in bare if path.startswith("contacts.*.address.")}
    assert sorted(set(bare) - same) == []


def test_every_kind_of_story_node_has_a_sample() -> None:
    seen = {type(node) for e in LOADED for node in e.release.story.walk()}
    assert {*BLOCKS, *CONTAINERS, Attribution, Break, Text} - seen == set()


def test_the_samples_are_at_least_eight_and_speak_of_invented_houses() -> None:
    assert len({e.path.name.split(".")[0].split("@")[0] for e in LOADED}) >= 8
    hosts = [e.release.url for e in LOADED if e.release.url]
    assert all("example.org" in url for url in hosts)


def test_the_samples_are_read_without_an_error_or_a_leftover() -> None:
    told = [(e.path.name, f.code) for e in LOADED for f in e.findings if f.severity != "info"]
    left = [(e.path.name, e.leftovers) for e in LOADED if e.leftovers]
    assert (told, left) == ([], [])
