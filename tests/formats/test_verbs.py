"""The verbs over streams, held by one format: what is told of bad items, and where."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

import pressrelease as pr


def lines(*items: object) -> str:
    return "".join((i if isinstance(i, str) else json.dumps(i)) + "\n" for i in items)


def told(data: str | bytes, format: str | None = None, **more: object) -> tuple[list[str], list[str]]:
    """Return the headlines and the errors of a stream."""
    errors: list[pr.PressReleaseError] = []
    releases = pr.parse_all(data, format, errors=errors.append, **more)  # type: ignore[arg-type]
    return [r.headline for r in releases], [str(e) for e in errors]


def test_every_bad_item_is_told_with_file_line_number_and_field() -> None:
    data = lines({"headline": "One"}, "", {"headline": "Two", "version": 0}, "{broken", {"headline": "Four"})
    assert told(data, file="export.jsonl") == (
        ["One", "Four"],
        [
            "export.jsonl:3: item 2: version: input should be greater than or equal to 1: found 0",
            'export.jsonl:4:2: item 3: not JSON: found "broken"\n  Expecting property name enclosed in double quotes',
        ],
    )


def test_without_errors_all_problems_are_raised_after_the_last_release() -> None:
    releases = pr.parse_all(lines("{a", {"headline": "One"}, "{b", {"headline": "Two"}))
    assert [next(releases).headline, next(releases).headline] == ["One", "Two"]
    with pytest.raises(pr.Unreadable) as error:
        next(releases)
    assert [(p.where.line, p.where.item) for p in error.value.problems] == [(1, 1), (3, 3)]


def test_the_error_of_a_stream_is_bounded_and_says_how_much_it_leaves_out() -> None:
    data = lines(*["{broken"] * 250, {"headline": "One"})
    releases = pr.parse_all(data, "json")
    assert next(releases).headline == "One"
    with pytest.raises(pr.Unreadable) as error:
        next(releases)
    assert len(error.value.problems) == 101
    assert error.value.problems[-1].problem == "and 150 more problems"


def test_a_fault_of_the_stream_itself_is_told_after_its_releases() -> None:
    assert told('[{"headline": "One"}, {"headline": "Two"}', "json") == (
        ["One", "Two"],
        ["line 1: a list that does not end: found the end, expected ]\n  was it cut off?"],
    )


def test_a_document_alone_is_told_without_a_number() -> None:
    with pytest.raises(pr.InvalidRelease) as error:
        next(pr.parse_all('\n{"headline": "One",\n "version": 0}', "json", file="one.json"))
    assert str(error.value) == "one.json:3: version: input should be greater than or equal to 1: found 0"


def test_findings_of_a_streams_items_have_their_number_and_line() -> None:
    data = lines({"headline": "One"}, {"headline": "Two\\u0007", "language": "en"}).replace("\\\\", "\\")
    findings = [f for r in pr.read_all(data, "json") for f in r.findings]
    assert [(f.code, f.where) for f in findings] == [
        ("illegal-character", pr.Where(line=2, field="headline", item=2))
    ]


def test_text_files_are_streams_too() -> None:
    assert [
        r.headline for r in pr.parse_all(io.StringIO(lines({"headline": "Één"}, {"headline": "Two"})))
    ] == [
        "Één",
        "Two",
    ]


def test_a_file_that_gives_no_data_is_told() -> None:
    class Waiting:
        def read(self, size: int) -> None:
            return None

    with pytest.raises(pr.Unreadable, match="not data: found None"):
        next(pr.parse_all(Waiting(), "json"))  # type: ignore[arg-type]


def test_an_empty_stream_is_told_and_an_empty_list_holds_nothing() -> None:
    with pytest.raises(pr.Unreadable, match="empty"):
        next(pr.parse_all(io.BytesIO(b" \n ")))
    assert list(pr.parse_all("[]", "json")) == []


def test_an_item_too_large_is_told_and_the_rest_are_read() -> None:
    data = lines({"headline": "One"}, {"headline": "x" * 10_000_000}, {"headline": "Three"})
    assert told(data, "json") == (
        ["One", "Three"],
        ["line 2: item 2: too large: found a longer document, expected at most 10,000,000 bytes"],
    )


def test_what_is_no_second_release_is_left_to_the_reader() -> None:
    with pytest.raises(pr.PressReleaseError, match="not JSON"):
        pr.parse('{"headline": "One"}\nand more', "json")


# --- out -----------------------------------------------------------------------------------------------------------

PICKY = pr.Format(
    name="picky",
    title="Picky",
    group="text",
    media_type="text/x-picky",
    suffixes=(".picky",),
    write=lambda release, job: _picky(release),
    join=lambda documents, job: _framed(documents),
    cannot_carry={"story": pr.Gap("no body"), "contacts.*.name": pr.Gap("nobody")},
)
REGISTRY = pr.Registry(PICKY)


def _picky(release: pr.Release) -> pr.Written:
    if release.headline == "bad":
        raise pr.Unwritable(pr.Problem("not this one"))
    return pr.Written(f"{release.headline}\n")


def _framed(documents: Iterator[bytes]) -> Iterator[bytes]:
    yield b"<\n"
    yield from documents
    yield b">\n"


RELEASES = [
    pr.Release(headline="One", story="Words.", contacts=[{"name": "A"}, {"name": "B"}]),
    pr.Release(headline="bad"),
    pr.Release(headline="Three", contacts=[{"name": "C"}]),
]


def test_a_release_that_cannot_be_written_stops_the_stream_with_its_number() -> None:
    with pytest.raises(pr.Unwritable) as error:
        pr.write_all(RELEASES, "picky", to=io.BytesIO(), registry=REGISTRY)
    assert str(error.value) == "item 2: not this one"


def test_with_errors_the_rest_are_written() -> None:
    errors: list[pr.PressReleaseError] = []
    out = io.BytesIO()
    report = pr.write_all(RELEASES, "picky", to=out, registry=REGISTRY, errors=errors.append)
    assert out.getvalue() == b"<\nOne\nThree\n>\n"
    assert [str(e) for e in errors] == ["item 2: not this one"]
    assert (report.count, report.size) == (2, 14)
    assert report.losses == (pr.Loss("*.story", "no body"), pr.Loss("*.contacts.*.name", "nobody"))


def test_losses_in_memory_are_those_of_each_release() -> None:
    made = pr.write_all([RELEASES[0], RELEASES[2]], "picky", registry=REGISTRY)
    assert [loss.path for loss in made.losses] == [
        "0.story",
        "0.contacts.0.name",
        "0.contacts.1.name",
        "1.contacts.0.name",
    ]


def test_kinds_of_loss_are_bounded() -> None:
    fmt = pr.Format(
        name="odd",
        title="Odd",
        group="text",
        media_type="text/x-odd",
        suffixes=(".odd",),
        write=lambda release, job: pr.Written("", (pr.Loss(f"extra.{release.headline}", "odd"),)),
        join=lambda documents, job: iter(documents),
    )
    releases = (pr.Release(headline=f"h{i}") for i in range(1500))
    report = pr.write_all(releases, "odd", to=io.BytesIO(), registry=pr.Registry(fmt))
    assert len(report.losses) == 1001
    assert report.losses[-1] == pr.Loss("*", "more than these 1,000 kinds of loss")


def test_a_file_that_takes_a_few_bytes_at_a_time_gets_them_all() -> None:
    class Slow(io.RawIOBase):
        def __init__(self) -> None:
            self.got = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.got += data[:3]
            return len(data[:3])

    out = Slow()
    pr.write_all(RELEASES[:1], "picky", to=out, registry=REGISTRY)  # type: ignore[arg-type]
    assert out.got == b"<\nOne\n>\n"


def test_a_feed_written_to_a_file_is_reported_too() -> None:
    house = pr.Newsroom(title="N", base_url="https://n.example.org/", publisher={"name": "N"})
    releases = [pr.Release(headline="One", slug="one"), pr.Release(headline="Two", slug="two")]
    out = io.BytesIO()
    now = pr.Release(headline="x", published="2026-01-01T00:00Z").published
    made = pr.write_all(releases, "rss", newsroom=house, now=now)
    report = pr.write_all(releases, "rss", to=out, newsroom=house, now=now)
    assert out.getvalue() == made.body
    assert (report.count, report.etag, report.losses) == (2, made.etag, made.losses)


def test_a_file_whose_content_bears_its_suffix_out_is_shown_to_no_other_reader() -> None:
    def refused(head: pr.Head) -> float:
        raise AssertionError("asked")

    other = pr.Format(
        name="other", title="Other", group="text", media_type="text/plain", suffixes=(".other",),
        read=lambda source: pr.Reading(pr.Release(headline="Other")), recognise=refused,
    )  # fmt: skip
    registry = pr.Registry(other)
    assert pr.read("---\ntitle: One\n---\n", file="one.md", registry=registry).release.headline == "One"
    with pytest.raises(AssertionError, match="asked"):
        pr.read("title: One\n", file="one", registry=registry)


@pytest.mark.parametrize(
    "name", ["newsml-g2", "nitf", "newsml-1.2", "ninjs", "ninjs-1.6", "iptc7901", "anpa1312"]
)
@pytest.mark.parametrize("suffix", [".txt", ".json", ".xml", ".newsml", ".dat"])
def test_a_suffix_that_the_content_surely_belies_is_passed_over(name: str, suffix: str) -> None:
    item = pr.render(pr.Release(headline="Harbour opens", id="tag:example.org,2026:harbour"), name)
    assert pr.read(item, file=f"inbox/item{suffix}").format == name
