"""The loaders of YAML, JSON and TOML: plain data, lines, bounds."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies import SPECIAL, TRICKY, extras

from pressrelease.errors import PressReleaseError
from pressrelease.markup.frontmatter import front_matter, load_toml
from pressrelease.markup.json import load_json
from pressrelease.markup.loaded import Malformed
from pressrelease.markup.yaml import load_yaml
from pressrelease.markup.yaml_write import dump_yaml

LOADERS = [load_yaml, load_json, load_toml]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("12:30", "12:30"),
        ("1:30:45", "1:30:45"),
        ("=", "="),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0o17", 15),
        ("0x1f", 31),
        ("017", "017"),
        ("01097", "01097"),
        ("1_000", "1_000"),
        ("0b1", "0b1"),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-03-02", dt.date(2026, 3, 2)),
        ("2026-13-02", "2026-13-02"),
        ("2026-03-02 09:30", dt.datetime(2026, 3, 2, 9, 30)),
        ("2026-03-02T09:30:15.5Z", dt.datetime(2026, 3, 2, 9, 30, 15, 500000, dt.UTC)),
        ("2026-03-02T09:30:00 -5", dt.datetime(2026, 3, 2, 14, 30, tzinfo=dt.UTC)),
        ("'2026-03-02'", "2026-03-02"),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ("<<", "<<"),
        ("|-\n  a\n  b", "a\nb"),
        (">-\n  a\n  b", "a b"),
        ("1.2.3", "1.2.3"),
        ("+49 30 1", "+49 30 1"),
    ],
)
def test_yaml_scalars_are_those_of_yaml_1_2(text: str, value: Any) -> None:
    """And dates; `no` is a country, `12:30` a time in words, a postcode keeps its zero."""
    found = load_yaml(f"a: {text}\n").data["a"]
    assert (type(found), found) == (type(value), value)


def test_lines_are_known_by_path() -> None:
    text = "a: 1\nb:\n  - c: x\n    d: y\n  - z\ne: {f: 1,\n  g: 2}\n"
    expected = {"a": 1, "b": 2, "b.0": 3, "b.0.c": 3, "b.0.d": 4, "b.1": 5, "e": 6, "e.f": 6, "e.g": 7}
    assert load_yaml(text).lines == expected
    assert load_yaml(text, first_line=11).lines == {path: line + 10 for path, line in expected.items()}


def test_json_lines_are_known_by_path() -> None:
    text = '{"a": 1,\n "b": [\n {"c": "{[,",\n "d\\n": []}, 2\n]}'
    assert dict(load_json(text).lines) == {"a": 1, "b": 2, "b.0": 3, "b.0.c": 3, "b.0.d\n": 4, "b.1": 4}


def test_toml_lines_are_known_by_path() -> None:
    text = 'a = 1\n[b]\nc.d = 2\n[[e]]\nf = 3\n[[e]]\n"f" = 4\n'
    assert load_toml(text).lines == {"a": 1, "b": 2, "b.c.d": 3, "e.0": 4, "e.0.f": 5, "e.1": 6, "e.1.f": 7}


def test_merged_mappings_yield_to_their_own_keys() -> None:
    text = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 0\n"
    assert load_yaml(text).data["c"] == yaml.safe_load(text)["c"] == {"x": 0, "y": 2, "z": 4}


@pytest.mark.parametrize(
    "text",
    [
        "a: *b",
        "a: &a [*a]",
        "&a a: {b: *a, c: &c {d: *c}}",
        "a: !!python/name:os.system",
        "a: !!binary YQ==",
        "a: !x y",
        "? [a]\n: b",
        "? {a: b}\n: c",
        "a: b\n---\nc: d",
        "a: [",
        "a: 'b",
        "\ta: b",
        "a:\n\t- b",
        "a: b: c",
        "%YAML 3.0\n---\na",
        "<<: 1",
        "a: 1e999",
        'a: "\\ud800"',
        "- a\nb",
        "a: b\n c: d",
        "@a: b",
        "`",
        "!<a",
        "a: &",
        "a\x01: b",
    ],
)
def test_yaml_that_cannot_be_read_is_our_error(text: str) -> None:
    with pytest.raises(Malformed):
        load_yaml(text)


@pytest.mark.parametrize("loader", LOADERS)
@given(
    text=st.one_of(
        st.text(SPECIAL, max_size=60), st.lists(st.sampled_from(TRICKY), max_size=8).map("\n".join), st.text()
    )
)
def test_whatever_the_text_the_error_is_ours(loader: Any, text: str) -> None:
    with contextlib.suppress(PressReleaseError):
        json.dumps(loader(text).data, default=str)


@given(
    text=st.lists(
        st.sampled_from(["---", "+++", "{", "}", "title: a", "a = 1", "", *TRICKY]), max_size=8
    ).map("\n".join)
)
def test_whatever_the_front_matter_the_error_is_ours(text: str) -> None:
    with contextlib.suppress(PressReleaseError):
        assert front_matter(text).body in text


@given(data=extras)
def test_plain_data_survives_yaml(data: dict[str, Any]) -> None:
    text = dump_yaml(data)
    assert load_yaml(text).data == data
    assert yaml.safe_load(text) == data


def test_text_of_several_lines_stands_as_such() -> None:
    assert dump_yaml({"a": "b\nc\n", "d": "x\n\ny"}) == "a: |\n  b\n  c\nd: |-\n  x\n\n  y\n"


@given(text=st.text(SPECIAL + "\r", max_size=40))
def test_what_json_reads_json_reads(text: str) -> None:
    """Nothing the standard library reads is refused but what the bounds and rules name, and nothing else is read."""
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(Malformed):
            load_json(text)
    else:
        assert load_json(text).data == expected or text.count(":") > 1


def test_a_body_keeps_its_lines() -> None:
    front = front_matter("---\ntitle: A\n---\n\n  B\n\n---\n\nC\n")
    assert (front.data, front.body) == ({"title": "A"}, "\n  B\n\n---\n\nC\n")


@pytest.mark.parametrize(
    "text", ["A: b and more.\n\nC", "Title: A\nmore\n\nC", "---\n\nA", "{a}\n", "+++", "Text.", ""]
)
def test_what_is_no_front_matter_is_body(text: str) -> None:
    assert (front_matter(text).data, front_matter(text).body) == ({}, text)
