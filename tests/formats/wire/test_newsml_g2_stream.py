"""News messages: put together valid, taken apart item by item, whatever is broken in between."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from collections.abc import Iterator

import NewsMLG2
import pytest
from lxml import etree
from outside import ending
from wires import NOW, Judge

import pressrelease as pr
from pressrelease.formats.registry import Job
from pressrelease.formats.wire.newsml_g2.join import join
from pressrelease.formats.wire.newsml_g2.split import split
from pressrelease.markup.pieces import MAX_PIECE

NAR = "http://iptc.org/std/nar/2006-10-01/"
HOUSE = pr.Newsroom(title="Port", base_url="https://news.example.org/", publisher={"name": "Port"})
JOB = Job(now=NOW, newsroom=HOUSE)


def item(number: int = 1, **fields: object) -> bytes:
    release = pr.Release(
        headline=f"Harbour {number}", id=f"tag:example.org,2026:{number}", story="It opened.", **fields
    )
    body = pr.render(release, "newsml-g2", now=NOW)
    assert isinstance(body, bytes)
    return body


def joined(*documents: bytes, job: Job = JOB) -> bytes:
    return b"".join(join(documents, job))


def pieces(data: bytes, size: int = 1 << 16) -> list[bytes]:
    return list(split(data[i : i + size] for i in range(0, len(data), size)))


def guids(documents: list[bytes]) -> list[str | None]:
    return [etree.fromstring(d).get("guid") for d in documents]


def message(items: str, header: str = "", start: str = f'<newsMessage xmlns="{NAR}">') -> bytes:
    return f"{start}{header}<itemSet>{items}</itemSet></newsMessage>".encode()


def same(one: bytes, other: bytes) -> bool:
    """Return whether two documents hold the same tree."""
    return etree.tostring(etree.fromstring(one), method="c14n") == etree.tostring(
        etree.fromstring(other), method="c14n"
    )


# --- put together --------------------------------------------------------------------------------------------------


def test_a_message_is_valid_and_another_library_reads_its_header(judge: Judge) -> None:
    """That library does not read the items within a message; it reads each of them once it is taken out."""
    data = joined(item(1), item(2))
    assert judge.faults(etree.fromstring(data)) == []
    found = NewsMLG2.NewsMLG2Document(data).get_item()
    assert (str(found.header.sender), str(found.header.sent)) == (
        "news.example.org",
        "2026-11-23T12:00:00+00:00",
    )
    read = [NewsMLG2.NewsMLG2Document(piece).get_item() for piece in pieces(data)]
    assert [i.guid for i in read] == ["tag:example.org,2026:1", "tag:example.org,2026:2"]


def test_a_header_says_who_sends_and_when_and_names_the_message_the_same_each_time() -> None:
    header = etree.fromstring(joined(item())).find(f"{{{NAR}}}header")
    assert header is not None
    assert [(etree.QName(e).localname, e.text) for e in header] == [
        ("sent", "2026-11-23T12:00:00+00:00"),
        ("sender", "news.example.org"),
        ("transmitId", "tag:news.example.org,2026-11-23:message:120000000000"),
        ("origin", "pressrelease"),
    ]


def test_without_a_newsroom_nobody_is_invented_as_sender(judge: Judge) -> None:
    root = etree.fromstring(joined(item(), job=Job(now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))))
    assert judge.faults(root) == []
    assert [etree.QName(e).localname for e in root[0]] == ["sent", "origin"]


def test_a_message_without_an_item_is_refused() -> None:
    with pytest.raises(pr.Unwritable, match="a news message without an item"):
        joined()


def test_items_of_a_message_go_into_the_message() -> None:
    assert guids(pieces(joined(joined(item(1), item(2)), item(3)))) == [
        f"tag:example.org,2026:{n}" for n in (1, 2, 3)
    ]


def test_the_first_item_goes_out_before_the_last_is_made() -> None:
    def endless() -> Iterator[bytes]:
        yield item(1)
        raise AssertionError("asked for more than one")

    made = join(endless(), JOB)
    assert next(made).endswith(b"<itemSet>\n")
    assert b"Harbour 1" in next(made)


# --- taken apart ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1 << 16, 100, 7])
def test_a_message_comes_apart_as_it_was_put_together(size: int) -> None:
    documents = [item(1), item(2, summary="Two <lines> & more"), item(3)]
    found = pieces(joined(*documents), size)
    assert [same(a, b) for a, b in zip(found, documents, strict=True)] == [True] * 3


def test_an_item_alone_comes_out_as_it_is() -> None:
    data = item()
    assert pieces(data, 50) == [data]


def test_what_is_no_xml_comes_out_as_it_is() -> None:
    assert pieces(b"not XML at all") == [b"not XML at all"]


def test_each_item_says_in_which_line_of_the_message_it_begins() -> None:
    data = message('\n<newsItem guid="a"/>\n\n<newsItem\n guid="b"></newsItem><newsItem guid="c"/>')
    assert [piece.line for piece in split([data])] == [2, 4, 5]


def test_namespaces_language_and_catalogues_of_the_message_go_with_each_item() -> None:
    data = message(
        '<n:newsItem guid="a"/><n:newsItem guid="b" xml:lang="de"><n:catalogRef href="own"/></n:newsItem>',
        '<n:header><n:catalogRef href="shared"/><n:catalog><n:scheme alias="a" uri="b"/></n:catalog></n:header>',
        f'<n:newsMessage xmlns:n="{NAR}" xmlns:x="urn:x" xml:lang="it">',
    )
    first, second = (etree.fromstring(d) for d in pieces(data))
    named = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (first.tag, first.get(named), second.get(named)) == (f"{{{NAR}}}newsItem", "it", "de")
    assert [
        e.get("href") for e in first.iter(f"{{{NAR}}}catalogRef")
    ] == []  # nothing stands in an empty item
    assert [e.get("href") for e in second.iter(f"{{{NAR}}}catalogRef")] == ["own"]
    assert first.nsmap["x"] == "urn:x"


def test_an_item_without_catalogues_gets_those_of_the_header() -> None:
    data = message(
        '<newsItem guid="a"><itemMeta/></newsItem>', '<header><catalogRef href="shared"/></header>'
    )
    (found,) = pieces(data)
    assert [etree.QName(e).localname for e in etree.fromstring(found)] == ["catalogRef", "itemMeta"]


def test_a_broken_item_costs_nothing_but_itself() -> None:
    data = message('<newsItem guid="a"/><newsItem guid="b"><p>cut off<newsItem guid="c"></newsItem>')
    first, second, third = pieces(data)
    assert second == f'<newsItem xmlns="{NAR}" guid="b"><p>cut off'.encode()
    assert guids([first, third]) == ["a", "c"]


def test_tags_in_comments_and_character_data_are_none() -> None:
    inner = "<!-- <newsItem> --><![CDATA[</newsItem><itemSet>]]><body><header>h</header></body>"
    data = message(f'<newsItem guid="a">{inner}</newsItem><!-- <newsItem guid="x"/> -->')
    assert pieces(data, 5) == [f'<newsItem xmlns="{NAR}" guid="a">{inner}</newsItem>'.encode()]


def test_events_plans_and_catalogues_are_passed_over() -> None:
    data = message('<conceptItem guid="e"><newsItemLike/></conceptItem><newsItem guid="a"/><planningItem/>')
    assert guids(pieces(data)) == ["a"]


def test_a_document_type_is_passed_over() -> None:
    data = b'<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "http://example.org/x" [<!ENTITY a "b">]>\n' + message(
        '<newsItem guid="a"/>'
    )
    assert guids(pieces(data)) == ["a"]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_the_charset_of_a_message_is_that_of_its_items(charset: str) -> None:
    text = '<?xml version="1.0" encoding="{}"?>'.format("utf-8" if charset == "utf-8-sig" else charset)
    data = (text + message('<newsItem guid="é"/>').decode()).encode(charset)
    assert guids(pieces(data, 10)) == ["é"]


def test_a_message_of_any_length_takes_the_memory_of_an_item() -> None:
    whole = item()

    def chunks() -> Iterator[bytes]:
        yield message("").partition(b"</itemSet>")[0]
        for _ in range(3000):
            yield whole.partition(b"?>")[2]
        yield b"</itemSet></newsMessage>"

    tracemalloc.start()
    count = sum(1 for _ in split(chunks()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (count, peak < 1_000_000) == (3000, True)


def test_of_an_item_that_is_too_large_one_byte_too_many_comes_out() -> None:
    def chunks() -> Iterator[bytes]:
        yield message('<newsItem guid="a">').partition(b"</itemSet>")[0]
        for _ in range(MAX_PIECE // 50_000 + 9):
            yield b"x" * 50_000
        yield b'</newsItem><newsItem guid="b"/></itemSet></newsMessage>'

    assert [len(piece) > MAX_PIECE for piece in split(chunks())] == [True, False]


@pytest.mark.parametrize(
    "piece",
    [
        "<newsItem ",
        '<newsItem "',
        "<newsItem a='",
        "<!-- ",
        "<![CDATA[",
        "</newsItem>",
        "<header>",
        "<itemSet>",
        '<newsItem guid="a">',
    ],
)
def test_hostile_messages_take_time_that_grows_with_their_size(piece: str) -> None:
    data = message(piece * (3_000_000 // len(piece)))
    with ending(30):
        for found in pieces(data):
            assert len(found) <= MAX_PIECE + 1
