"""Moments, addresses and fields as the wires' envelopes need them."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from strategies import releases

import pressrelease as pr
from pressrelease.envelope import OwnField, encoded, iri, moment, norm, own_fields
from pressrelease.formats.losses import leaves
from pressrelease.model import Layout

ANY_URI = etree.XMLSchema(
    etree.fromstring(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:anyURI"/></xs:schema>'
    )
)
pieces = st.lists(
    st.one_of(
        st.sampled_from(["http://", "a:", "//", "/", "#", "?", "%", "%41", "[", "]", "::1", "@", " ", ":"]),
        st.text("ab1:é|\\^"),
    ),
    max_size=8,
).map("".join)


@given(text=pieces)
def test_what_iri_returns_is_an_any_uri(text: str) -> None:
    element = etree.Element("a")
    element.text = iri(text)
    assert ANY_URI.validate(element), ANY_URI.error_log


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("tag:example.org,2026:a", "tag:example.org,2026:a"),
        ("https://example.org/a b[1]|100%", "https://example.org/a%20b%5B1%5D%7C100%25"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("12:30", "12%3A30"),
        ("https://exa mple.org/", ""),
        ("https://example.org:port/", ""),
        ("www.example.org", "www.example.org"),
    ],
)
def test_odd_characters_of_an_address_are_encoded(text: str, found: str) -> None:
    assert iri(text) == found


@given(
    value=st.datetimes(
        timezones=st.one_of(
            st.none(), st.builds(dt.timezone, st.timedeltas(dt.timedelta(hours=-23), dt.timedelta(hours=23)))
        )
    )
)
def test_a_moment_keeps_its_instant(value: dt.datetime) -> None:
    back = dt.datetime.fromisoformat(moment(value))
    if (value.tzinfo is None) == (back.tzinfo is None):
        assert back == value
    assert dt.datetime.fromisoformat(norm(value)) == back


plain = st.text() | st.integers() | st.booleans()


@given(value=st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_within_xml_comes_back_as_it_was(value: object) -> None:
    element = etree.Element("a")
    element.text = encoded(value)
    again = etree.fromstring(etree.tostring(element))
    assert json.loads(again.text or "") == value


@given(release=releases())
def test_with_no_place_for_anything_every_field_is_an_own_field(release: pr.Release) -> None:
    """So a field that the model gains tomorrow is carried before a standard's place for it is known."""

    def whole(path: str) -> str:
        return "layout" if path.startswith("layout.") else path

    told = [field.path for field in own_fields(release, {})]
    said = [whole(path) for path, _ in leaves(release)]
    assert told == list(dict.fromkeys(said)) or release.layout == Layout()


def test_a_field_with_line_ends_that_xml_would_change_stands_as_json() -> None:
    release = pr.Release(headline="x", dateline={"layout": "a\rb"})
    assert own_fields(release, {"headline": True}) == (OwnField("dateline.layout", '"a\\rb"', "json"),)
