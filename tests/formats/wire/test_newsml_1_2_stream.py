"""Many news items of NewsML 1.2: put together valid, taken apart item by item, whatever is broken in between."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest
from lxml import etree
from wires import NOW, Judge

import pressrelease as pr
from pressrelease.formats.registry import Job
from pressrelease.formats.wire.newsml_1_2.stream import join, split
from pressrelease.markup.pieces import MAX_PIECE

HOUSE = pr.Newsroom(title="Port", base_url="https://news.example.org/", publisher={"name": "Port & Co"})
JOB = Job(now=NOW, newsroom=HOUSE)


def item(number: int = 1, **fields: object) -> bytes:
    known = {"headline": f"Harbour {number}", "id": f"tag:example.org,2026:{number}", "story": "It opened."}
    release = pr.Release(**{**known, **fields})
    made = pr.render(release, "newsml-1.2", now=NOW)
    assert isinstance(made, bytes)
    return made


def joined(*documents: bytes) -> bytes:
    return b"".join(join(documents, JOB))


def pieces(data: bytes, size: int = 1 << 16) -> list[bytes]:
    return list(split(data[i : i + size] for i in range(0, len(data), size)))


def headlines(documents: list[bytes]) -> list[str]:
    return [pr.parse(d, "newsml-1.2").headline for d in documents]


def bare(*items: str, start: str = "<NewsML><NewsEnvelope/>", end: str = "</NewsML>") -> bytes:
    return f"{start}{''.join(items)}{end}".encode()


def line(words: str, more: str = "") -> str:
    return f"<NewsItem>{more}<NewsComponent><NewsLines><HeadLine>{words}</HeadLine></NewsLines></NewsComponent></NewsItem>"


# --- put together --------------------------------------------------------------------------------------------------


def test_items_are_one_valid_document_that_says_who_sends_it_and_when(judge: Judge) -> None:
    data = joined(item(1, subjects=["medtop:04000000"]), item(2, subjects=["medtop:04000000"]))
    root = etree.fromstring(data)
    assert judge.faults(root) == []
    assert [e.get("FormalName") for e in root.iterfind("NewsEnvelope/SentFrom/Party")] == ["Port & Co"]
    assert [e.text for e in root.iterfind("NewsEnvelope/DateAndTime")] == ["20261123T120000+0000"]


def test_the_same_item_may_be_sent_twice(judge: Judge) -> None:
    twice = item(1, subjects=["medtop:04000000"], story=' <Topic Duid="i0123456789ab.x"> ')
    root = etree.fromstring(joined(twice, twice))
    assert judge.faults(root) == []
    assert [pr.parse(p, "newsml-1.2") for p in pieces(joined(twice, twice))] == [
        pr.parse(twice, "newsml-1.2")
    ] * 2


def test_a_document_without_an_item_is_refused() -> None:
    with pytest.raises(pr.Unwritable, match="a NewsML document without an item"):
        joined()


def test_the_first_item_goes_out_before_the_last_is_made() -> None:
    def endless() -> Iterator[bytes]:
        yield item(1)
        raise AssertionError("asked for more than one")

    made = join(endless(), JOB)
    assert next(made).endswith(b"</NewsEnvelope>\n")
    assert b"Harbour 1" in next(made)


# --- taken apart ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1 << 16, 100, 7])
def test_a_stream_comes_apart_as_it_was_put_together(size: int) -> None:
    documents = [item(1), item(2, summary="Two <lines> & more"), item(3)]
    found = [pr.parse(piece, "newsml-1.2") for piece in pieces(joined(*documents), size)]
    assert found == [pr.parse(document, "newsml-1.2") for document in documents]


def test_documents_one_after_the_other_come_apart_each_in_its_own_encoding() -> None:
    latin = b'<?xml version="1.0" encoding="ISO-8859-1"?>\n' + bare(line("Café")).decode().encode("latin-1")
    utf_8 = b'<?xml version="1.0"?>\n<!DOCTYPE NewsML SYSTEM "x.dtd">\n' + bare(line("Кран"), line("Two"))
    assert headlines(pieces(latin + b"\n" + utf_8 + latin)) == ["Café", "Кран", "Two", "Café"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_a_stream_in_another_encoding_comes_apart(encoding: str) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + bare(line("Один"), line("Два")).decode()
    assert headlines(pieces(text.encode(encoding), 11)) == ["Один", "Два"]


def test_what_stands_before_the_items_goes_with_each_of_them() -> None:
    topics = (
        '<n:NewsML xmlns:n="http://iptc.org/std/NewsML/2003-10-10/">\n<n:TopicSet FormalName="T"><n:Topic Duid="t1">'
        '<n:TopicType FormalName="Person"/><n:Description>Jo Doe</n:Description></n:Topic></n:TopicSet>\n'
    )
    one = (
        "<n:NewsItem><n:NewsComponent><n:NewsLines><n:HeadLine>{}</n:HeadLine></n:NewsLines><n:DescriptiveMetadata>"
        '<n:TopicOccurrence Topic="#t1"/></n:DescriptiveMetadata></n:NewsComponent></n:NewsItem>'
    )
    data = bare(one.format("One"), one.format("Two"), start=topics, end="</n:NewsML>")
    found = [pr.parse(piece, "newsml-1.2") for piece in pieces(data)]
    assert [(r.headline, r.people) for r in found] == [
        (name, (pr.Person(name="Jo Doe"),)) for name in ("One", "Two")
    ]


def test_an_item_within_a_component_stays_in_its_item() -> None:
    outer = f"<NewsItem><NewsComponent><Role FormalName='Main'/>\n{line('Inner')}{line('Other')}</NewsComponent></NewsItem>"
    found = pieces(bare(outer, line("Next")))
    assert [piece.count(b"<NewsItem>") for piece in found] == [3, 1]


def test_an_item_that_is_never_closed_costs_nothing_but_itself() -> None:
    cut = "<NewsItem><NewsComponent><NewsLines><HeadLine>Bro"
    found = pieces(bare(line("One"), cut, line("Two"), line("Three")))
    assert len(found) == 4
    assert headlines([found[0], *found[2:]]) == ["One", "Two", "Three"]
    with pytest.raises(pr.PressReleaseError):
        pr.parse(found[1], "newsml-1.2")


def test_tags_in_comments_and_character_data_are_none() -> None:
    more = "<!-- <NewsItem> --><Comment><![CDATA[</NewsItem>]]></Comment>"
    assert headlines(pieces(bare(line("One", more), line("Two")), 13)) == ["One", "Two"]


def test_the_place_of_what_is_wrong_is_that_in_the_stream() -> None:
    status = "<NewsManagement>\n<Status FormalName='Usable'/>\n<FirstCreated>\nsoon</FirstCreated></NewsManagement>"
    data = bare("\n", line("One"), "\n\n", line("Two", status))
    readings = list(pr.read_all(data, "newsml-1.2"))
    (found,) = [f for f in readings[1].findings if f.code == "date-unread"]
    assert (found.where.item, found.where.line) == (2, 6)


@pytest.mark.parametrize("data", [b"<NewsML></NewsML>", b"<NewsML/>", b"nothing", b"<NewsML><NewsEnvelope>"])
def test_what_holds_no_item_comes_out_for_the_reader_to_refuse(data: bytes) -> None:
    (piece,) = pieces(data)
    with pytest.raises(pr.PressReleaseError):
        pr.parse(piece, "newsml-1.2")


def test_an_item_beyond_all_bounds_is_cut_and_the_rest_comes_out() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"<NewsML><NewsItem><NewsComponent>"
        yield from (b"x" * 100_000 for _ in range(120))
        yield b"</NewsComponent></NewsItem>" + line("Two").encode() + b"</NewsML>"

    large, small = split(chunks())
    assert (len(large), headlines([small])) == (MAX_PIECE + 1, ["Two"])


def test_memory_does_not_grow_with_the_stream() -> None:
    one = line("One").encode() * 100

    def chunks(times: int) -> Iterator[bytes]:
        yield b"<NewsML>"
        yield from (one for _ in range(times))
        yield b"</NewsML>"

    def peak(times: int) -> int:
        tracemalloc.start()
        assert sum(1 for _ in split(chunks(times))) == times * 100
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(200) < 2 * peak(20)
