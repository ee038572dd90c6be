"""The contract of every format that splits and joins streams: all come back, in order, and one by one."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.registry import DEFAULT, Format

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.load(Path(__file__).parents[2] / "sample_releases")
SAMPLES = [HOUSE.completed(e.release) for e in load_all(HOUSE)]
JOINING = [pytest.param(f, id=f.name) for f in DEFAULT if isinstance(f, Format) and f.join and f.write]
READABLE = [p for p in JOINING if p.values[0].read and p.values[0].split]
SPLITTING = [
    pytest.param(f, id=f.name) for f in DEFAULT if isinstance(f, Format) and f.split and f.read and f.write
]


def alone(fmt: Format, release: pr.Release) -> pr.Release:
    """Return what a document of its own gives back."""
    return pr.parse(pr.render(release, fmt.name, now=NOW), fmt.name)


def stream(fmt: Format, releases: list[pr.Release] = SAMPLES) -> bytes:
    return pr.write_all(releases, fmt.name, now=NOW).body


def documents(fmt: Format, releases: list[pr.Release]) -> list[bytes]:
    return [pr.write(r, fmt.name, now=NOW).body for r in releases]


def joined(fmt: Format, parts: list[bytes]) -> bytes:
    assert fmt.join is not None
    return b"".join(fmt.join(parts, pr.Job(NOW, format=fmt.name)))


class Pipe(io.RawIOBase):
    """A stream that gives a few bytes at a time, and cannot be wound back."""

    def __init__(self, data: bytes, most: int) -> None:
        self._data = io.BytesIO(data)
        self._most = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._data.read(min(self._most, len(buffer)))
        buffer[: len(part)] = part
        return len(part)


def sources(data: bytes) -> Iterator[bytes | IO[bytes]]:
    yield data
    yield io.BytesIO(data)
    yield io.BufferedReader(Pipe(data, 1000))
    yield Pipe(data, 7)


@pytest.mark.parametrize("fmt", READABLE)
def test_a_stream_gives_back_what_each_document_alone_does_in_order(fmt: Format) -> None:
    data = stream(fmt)
    want = [alone(fmt, r) for r in SAMPLES]
    for source in sources(data):
        assert list(pr.parse_all(source, fmt.name)) == want


@pytest.mark.parametrize("fmt", READABLE)
def test_a_stream_is_recognised_by_its_head(fmt: Format) -> None:
    readings = list(pr.read_all(io.BytesIO(stream(fmt))))
    assert {r.format for r in readings} == {fmt.name}
    assert len(readings) == len(SAMPLES)


@pytest.mark.parametrize("fmt", READABLE)
def test_one_release_is_asked_for_and_several_are_there(fmt: Format) -> None:
    with pytest.raises(pr.Unreadable) as told:
        pr.parse(stream(fmt), fmt.name, file="many")
    assert str(told.value) == "many: several releases: expected one\n  read them with `parse_all`"


@pytest.mark.parametrize("fmt", READABLE)
def test_a_stream_of_one_is_that_one(fmt: Format) -> None:
    data = stream(fmt, SAMPLES[:1])
    assert pr.parse(data, fmt.name) == alone(fmt, SAMPLES[0])
    assert list(pr.parse_all(data, fmt.name)) == [alone(fmt, SAMPLES[0])]


@pytest.mark.parametrize("fmt", JOINING)
def test_a_stream_written_to_a_file_is_the_stream_in_memory(fmt: Format) -> None:
    made = pr.write_all(SAMPLES, fmt.name, now=NOW)
    out = io.BytesIO()
    report = pr.write_all(iter(SAMPLES), fmt.name, to=out, now=NOW)
    assert out.getvalue() == made.body
    assert (report.count, report.size, report.etag) == (len(SAMPLES), len(made.body), made.etag)
    assert (report.last_modified, report.cache, report.media_type, report.suffix, report.charset) == (
        made.last_modified,
        made.cache,
        made.media_type,
        made.suffix,
        made.charset,
    )


@pytest.mark.parametrize("fmt", JOINING)
def test_what_many_releases_lose_alike_is_told_once(fmt: Format) -> None:
    once = pr.write_all(SAMPLES, fmt.name, to=io.BytesIO(), now=NOW).losses
    thrice = pr.write_all(SAMPLES * 3, fmt.name, to=io.BytesIO(), now=NOW).losses
    every = pr.write_all(SAMPLES, fmt.name, now=NOW).losses
    assert thrice == once
    starred = {".".join("*" if k.isdigit() else k for k in loss.path.split(".")) for loss in every}
    assert {loss.path for loss in once} == starred


@pytest.mark.parametrize("fmt", READABLE)
def test_a_release_that_is_held_goes_between_desks_marked(fmt: Format) -> None:
    held = SAMPLES[0].changed(embargo=pr.Embargo(until=NOW + dt.timedelta(days=1)))
    made = pr.write_all([SAMPLES[1], held], fmt.name, now=NOW)
    assert made.cache == pr.Cache(0, public=False)
    assert [r.embargo for r in pr.parse_all(made.body, fmt.name)][1] == alone(fmt, held).embargo


@pytest.mark.parametrize("fmt", JOINING)
def test_a_release_is_written_before_the_next_is_asked_for(fmt: Format) -> None:
    asked = []

    def releases() -> Iterator[pr.Release]:
        for release in SAMPLES:
            asked.append(len(out.getvalue()))
            yield release

    out = io.BytesIO()
    pr.write_all(releases(), fmt.name, to=out, now=NOW)
    assert sorted(set(asked)) == asked, "nothing was written between two releases"


@pytest.mark.parametrize("fmt", SPLITTING)
def test_a_release_comes_out_before_the_stream_is_read_to_its_end(fmt: Format) -> None:
    pipe = io.BytesIO(stream(fmt, SAMPLES * 10))
    next(pr.parse_all(pipe, fmt.name))
    assert pipe.tell() < len(pipe.getvalue()) / 2


@pytest.mark.parametrize("fmt", READABLE)
def test_a_broken_item_is_told_with_its_number_and_the_rest_are_read(fmt: Format) -> None:
    before, after = SAMPLES[:2], SAMPLES[2:4]
    broken = BROKEN.get(fmt.name, BROKEN[""])(documents(fmt, SAMPLES[4:5])[0])
    data = joined(fmt, [*documents(fmt, before), broken, *documents(fmt, after)])
    want = [alone(fmt, r) for r in before + after]
    told: list[pr.PressReleaseError] = []
    assert list(pr.parse_all(io.BytesIO(data), fmt.name, file="many", errors=told.append)) == want
    assert [(e.where.file, e.where.item) for e in told] == [("many", 3)]
    releases, got = pr.parse_all(io.BytesIO(data), fmt.name, file="many"), []
    got += [next(releases) for _ in want]
    assert got == want
    with pytest.raises(pr.Unreadable) as raised:
        next(releases)
    assert raised.value.problems == told[0].problems


BROKEN = {
    "": lambda document: document[: len(document) // 2],
    # Desks read what is left of a message; one without a word above its text is none.
    "iptc7901": lambda document: document.partition(b"\x02")[0] + b"\x02 =\r\n\x03\x04",
    "anpa1312": lambda document: document.partition(b"\x02")[0] + b"\x02^<\r\n\x03\x04",
}
"""What makes a document unreadable, by format, where half of it is a document still."""
