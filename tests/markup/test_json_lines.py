"""Streams of JSON texts taken apart: what comes out, whatever the layout and the chunks."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outside import ending

from pressrelease.markup.json_lines import join_json, split_json
from pressrelease.markup.loaded import Malformed

OBJECTS = [
    {"headline": "One", "story": 'A "quote", a } and a \\ and\na line'},
    {"headline": "Zwölf 船", "subjects": [{"code": "1"}, {"code": "2"}], "extra": {"a": [[], [{}]]}},
    {},
    {"headline": "Three"},
]
LAYOUTS = {
    "lines": "\n".join(json.dumps(o) for o in OBJECTS),
    "lines of Windows": "".join(json.dumps(o) + "\r\n" for o in OBJECTS),
    "with empty lines": "\n\n".join(json.dumps(o) for o in OBJECTS) + "\n\n",
    "record separators": "".join(f"\x1e{json.dumps(o)}\n" for o in OBJECTS),
    "one after the other": "".join(json.dumps(o, ensure_ascii=False) for o in OBJECTS),
    "indented": "\n".join(json.dumps(o, indent=2) for o in OBJECTS),
    "indented by nothing": "\n".join(json.dumps(o, indent=0) for o in OBJECTS),
    "a list": json.dumps(OBJECTS),
    "an indented list": json.dumps(OBJECTS, indent=4),
    "a list indented by nothing": json.dumps(OBJECTS, indent=0),
    "a list of lines": "[" + ",\n".join(json.dumps(o) for o in OBJECTS) + "]",
    "a list, commas first": "[" + "\n,".join(json.dumps(o) for o in OBJECTS) + "\n]",
    "lists one after the other": f"{json.dumps(OBJECTS[:2])}\n{json.dumps(OBJECTS[2:])}",
    "lines with commas": ",\n".join(json.dumps(o) for o in OBJECTS),
}


def chunked(data: bytes, size: int) -> Iterator[bytes]:
    return (data[i : i + size] for i in range(0, len(data), size))


def texts(data: str | bytes, size: int = 1 << 16) -> list[bytes]:
    return list(split_json(chunked(data.encode() if isinstance(data, str) else data, size)))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 65536])
@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_each_object_comes_out_however_the_stream_is_laid_out_and_cut(layout: str, size: int) -> None:
    assert [json.loads(t) for t in texts(LAYOUTS[layout], size)] == OBJECTS


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("size", [1, 3, 65536])
def test_a_byte_order_mark_says_how_the_stream_is_encoded(charset: str, size: int) -> None:
    data = LAYOUTS["one after the other"].encode(charset)
    assert [json.loads(t) for t in texts(data, size)] == OBJECTS


@pytest.mark.parametrize(
    "layout", ["lines", "with empty lines", "indented", "an indented list", "a list, commas first"]
)
def test_a_text_knows_the_line_and_column_in_which_it_begins(layout: str) -> None:
    data = LAYOUTS[layout].encode()
    places = [(piece.line, piece.column) for piece in split_json(chunked(data, 5))]
    at, want = 0, []
    for piece in texts(data):
        at = data.index(piece, at)
        want.append((data[:at].count(b"\n") + 1, at - data.rfind(b"\n", 0, at)))
        at += len(piece)
    if layout == "a list, commas first":  # nothing but white space tells where the first begins in its line
        want[0] = (1, None)
    assert places == want


def test_of_objects_in_one_line_only_the_first_knows_its_column() -> None:
    assert [(p.line, p.column) for p in split_json([b'{"a": 1}{"b": 2} {"c": 3}'])] == [
        (1, 1),
        (1, None),
        (1, None),
    ]


BROKEN = {
    "cut off": '{"headline": "Two", "story": "x',
    "cut off after a comma": '{"headline": "Two",',
    "cut off within a list": '{"headline": "Two", "subjects": [{"code": "1"},',
    "cut off after a list opens": '{"headline": "Two", "subjects": [',
    "brackets crossed": '{"headline": "Two", "subjects": [}',
    "no object": "null and void",
    "text": '"Two, {3}"',
}


@pytest.mark.parametrize("size", [1, 2, 65536])
@pytest.mark.parametrize("broken", list(BROKEN))
def test_a_broken_line_comes_out_as_it_is_and_the_next_begins_after_it(broken: str, size: int) -> None:
    good = json.dumps(OBJECTS[0])
    assert texts(f"{good}\n{BROKEN[broken]}\n{good}\n{good}", size) == [
        t.encode() for t in (good, BROKEN[broken], good, good)
    ]


@pytest.mark.parametrize("size", [1, 65536])
@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize("broken", [b for b in BROKEN if BROKEN[b].startswith("{")])
def test_a_broken_object_among_indented_ones_costs_nothing_but_itself(
    broken: str, listed: bool, size: int
) -> None:
    good = json.dumps(OBJECTS[1], indent=2)
    bad = "{\n  " + BROKEN[broken][1:].replace(", ", ",\n  ")
    parts = [good, bad, good, good]
    if listed:
        parts = [p.replace("\n", "\n  ") for p in parts]
        text = "[\n  " + ",\n  ".join(parts) + "\n]"
    else:
        text = "\n".join(parts)
    # The comma that parts it from the next belongs to what cannot be understood.
    assert [t.rstrip(b",") for t in texts(text, size)] == [p.encode().rstrip(b",") for p in parts]


def test_a_list_that_does_not_end_is_told_after_its_objects() -> None:
    stream = split_json([b'\n[{"headline": "One"},\n {"headline": "Two"},\n'])
    assert [next(stream), next(stream)] == [b'{"headline": "One"}', b'{"headline": "Two"}']
    with pytest.raises(Malformed) as told:
        next(stream)
    assert str(told.value) == "line 2: a list that does not end: found the end, expected ]\n  was it cut off?"


def test_of_a_text_that_is_too_long_only_the_beginning_is_kept() -> None:
    long = json.dumps({"headline": "x" * 1000})
    data = f'{{"a": 1}}\n{long}\n{{"b": 2}}'.encode()
    for size in (1, 10, 65536):
        assert list(split_json(chunked(data, size), most=100)) == [
            b'{"a": 1}',
            long.encode()[:101],
            b'{"b": 2}',
        ]


VALUES = st.recursive(
    st.none() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)


@given(st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=3), max_size=4), st.integers(1, 9))
def test_what_is_joined_comes_apart_again(objects: list[dict[str, object]], size: int) -> None:
    documents = [json.dumps(o, indent=2, ensure_ascii=i % 2 == 0).encode() for i, o in enumerate(objects)]
    joined = b"".join(join_json(documents))
    assert joined.count(b"\n") == len(objects)
    assert [json.loads(t) for t in texts(joined, size)] == objects


@given(st.text(alphabet='{}[]",:\\\n a1', max_size=60), st.integers(1, 9))
def test_nothing_is_lost_of_what_makes_no_sense(text: str, size: int) -> None:
    """Every character comes out, but for white space, commas and the brackets of lists; chunks change nothing."""
    try:
        pieces = texts(text, size)
    except Malformed:
        pieces = []
        text = ""
    for mark in " \n,[]":
        text = text.replace(mark, "")
        pieces = [p.replace(mark.encode(), b"") for p in pieces]
    assert b"".join(pieces).decode() == text


@given(st.text(alphabet='{}[]",:\\\n a1', max_size=60))
def test_where_the_chunks_end_makes_no_difference(text: str) -> None:
    def outcome(size: int) -> list[bytes] | str:
        try:
            return texts(text, size)
        except Malformed as error:
            return str(error)

    assert outcome(1) == outcome(2) == outcome(1000)


@pytest.mark.parametrize(
    "unit", ['{"a":[\n', "{\n", '{"a":\n{', "[", "{}", "\n", '"', "\\", "}", ",", "[{},", "[1,"]
)
def test_hostile_streams_take_time_in_proportion(unit: str) -> None:
    with ending(), contextlib.suppress(Malformed):
        for _ in split_json([unit.encode() * (2_000_000 // len(unit))]):
            pass
