"""Indented JSON: what the standard library makes, to the letter."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.markup.json_write import json_text

data = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(st.characters(exclude_categories=["Cs"])),
    ),
    lambda inner: st.one_of(st.lists(inner), st.lists(inner).map(tuple), st.dictionaries(st.text(), inner)),
)


@given(data)
def test_data_is_written_as_the_standard_library_writes_it(data: Any) -> None:
    assert json_text(data) == json.dumps(data, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_does_not_know_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="is no number that JSON knows"):
        json_text({"a": [number]})


@pytest.mark.parametrize("odd", [b"a", {1}, object()])
def test_what_is_no_plain_data_is_refused(odd: Any) -> None:
    with pytest.raises(TypeError, match="is no plain data"):
        json_text([odd])
