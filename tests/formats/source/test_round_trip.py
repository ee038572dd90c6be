"""Markdown, YAML and JSON lose nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from strategies import releases, texts, words

import pressrelease as pr
from pressrelease.markup.yaml import load_yaml
from pressrelease.story import Figure, Paragraph, Story

LOSSLESS = ["markdown", "yaml", "json"]


@pytest.mark.parametrize("name", LOSSLESS)
@given(release=releases())
def test_every_release_reads_back_as_it_was_written(name: str, release: pr.Release) -> None:
    """Every field, every kind of node, all planes of Unicode."""
    assert pr.parse(pr.render(release, name), name) == release


@given(release=releases())
def test_the_three_say_the_same(release: pr.Release) -> None:
    """A release may go from one to the next and back."""
    there = release
    for name in (*LOSSLESS, *reversed(LOSSLESS)):
        there = pr.parse(pr.render(there, name), name)
    assert there == release


@given(release=releases())
def test_json_is_what_any_json_reader_reads(release: pr.Release) -> None:
    """The model's names stand at the top level, and nothing that says nothing."""
    data = json.loads(pr.render(release, "json"))
    assert set(data) <= set(pr.Release.model_fields)
    assert data["headline"] == release.headline
    assert not [name for name, value in data.items() if value in (None, "", [])]


@given(release=releases())
def test_yaml_is_read_alike_by_pyyaml(release: pr.Release) -> None:
    """YAML 1.1 and 1.2 see the same values of the same types."""
    text = str(pr.render(release, "yaml"))
    ours = load_yaml(text).data
    quick = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert _typed(ours) == _typed(yaml.safe_load(text)) == _typed(quick)


TRAPS = [
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "n",
    "~",
    "null",
    "",
    "true",
    "=",
    "<<",
    "12:30",
    "1:30:45",
    "2026-03-02",
    "1_000",
    "0x1f",
    "2026-03-02T09:00:00Z",
    "2026-3-2 9:00",
    "1e3",
    "1.5E+3",
    ".5",
    "+1",
    "017",
    "0o17",
    "0b1",
    ".inf",
    "-.INF",
    ".nan",
    "-",
    "?",
    "- a",
    "a: b",
    "a #b",
    "#a",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "'a'",
    '"a"',
    "{a",
    "[a",
    "---",
    "...",
    "| a",
    "> a",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_text_that_looks_like_something_else_stays_text(text: str) -> None:
    """Whatever YAML 1.1 or 1.2 could take it for is quoted."""
    release = pr.Release(headline="A", extra={text: [text, {"b": text}]})
    written = str(pr.render(release, "yaml"))
    assert pr.parse(written, "yaml") == release
    assert yaml.safe_load(written)["extra"] == {text: [text, {"b": text}]}


@given(text=texts)
@example("\n")
@example("\n\na\n\n")
@example(" a\n b")
@example("a\u2028b\u0085c\rd")
def test_any_text_with_line_ends_stays_as_it_is(text: str) -> None:
    """Layouts hold line ends of every kind."""
    release = pr.Release(headline="A", notices=[{"layout": text + "\n" + text}])
    for name in LOSSLESS:
        assert pr.parse(pr.render(release, name), name) == release


@given(headline=words)
def test_a_body_that_opens_with_a_dateline_of_its_own_keeps_it(headline: str) -> None:
    """What the story says itself is not taken for the dateline when it was written by us."""
    story = "BERLIN, March 5, 2026 – The harbour opened."
    release = pr.Release(
        headline=headline, story=story, dateline={"places": [{"name": "Berlin"}], "date": "2026-03-05"}
    )
    assert pr.parse(pr.render(release, "markdown"), "markdown") == release


def test_equal_releases_give_equal_bytes() -> None:
    """The order of fields is the model's, whatever the order they were given in."""
    one = pr.Release(headline="A", keywords=["b"], extra={"x:b": 1, "x:a": 2})
    two = pr.Release(extra={"x:b": 1, "x:a": 2}, keywords=["b"], headline="A")
    assert [pr.render(one, n) for n in LOSSLESS] == [pr.render(two, n) for n in LOSSLESS]


def test_a_number_too_large_for_json_is_refused_in_words() -> None:
    """A writer fails with the library's own error."""
    release = pr.Release(headline="A", extra={"x:n": 10**5000})
    for name in LOSSLESS:
        with pytest.raises(pr.PressReleaseError, match="Exceeds the limit"):
            pr.render(release, name)


def test_an_odd_address_of_a_figure_is_kept() -> None:
    """An example that a property test once found."""
    release = pr.Release(
        headline="A", story=Story((Figure("https://example.org/", credit="\xa0"), Paragraph("b")))
    )
    assert pr.parse(pr.render(release, "markdown"), "markdown") == release


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, _typed(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    return type(value).__name__, value
