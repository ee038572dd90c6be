"""Blocks of a story as NITF."""

from __future__ import annotations

import pytest

from pressrelease.markup.nitf import media_kind, media_type, nitf
from pressrelease.story import (
    Attribution,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Rule,
    Story,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Paragraph("a < b"), "<p>a &lt; b</p>\n"),
        (Paragraph((Strong("s"), Emphasis("e"))), '<p><em class="strong">s</em><em>e</em></p>\n'),
        (Paragraph((Text("H"), Subscript("2"))), "<p>H<num><sub>2</sub></num></p>\n"),
        (Paragraph((Superscript((Emphasis("n"),)),)), '<p><em class="superscript"><em>n</em></em></p>\n'),
        (Paragraph((Link("x", "/y"),)), '<p><a href="https://example.org/y">x</a></p>\n'),
        (Heading("h"), "<hl2>h</hl2>\n"),
        (Heading("h", 4), '<hl2 pr:level="4">h</hl2>\n'),
        (Rule(), "<hr/>\n"),
        (BulletList(("a",)), "<ul>\n<li>a</li>\n</ul>\n"),
        (NumberedList((("a", "b"),), start=3), '<ol seqnum="3">\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>\n'),
        (
            Table(((Cell("1", align="right", colspan=2),),), head=(("k",),), caption="c"),
            (
                "<table>\n<caption>c</caption>\n<thead>\n<tr><th>k</th></tr>\n</thead>\n"
                '<tbody>\n<tr><td colspan="2" align="right">1</td></tr>\n</tbody>\n</table>\n'
            ),
        ),
        (
            Quote("Yes.", Attribution("Jo Doe", "master")),
            (
                '<bq quote-source="Jo Doe, master">\n<block>\n<p>Yes.</p>\n</block>\n'
                "<credit><person>Jo Doe</person>, <function>master</function></credit>\n</bq>\n"
            ),
        ),
        (
            Figure("a.png", "alt", "cap", "by"),
            (
                '<media media-type="image">\n<media-reference source="https://example.org/a.png"'
                ' mime-type="image/png" alternate-text="alt"/>\n<media-caption>cap</media-caption>\n'
                "<media-producer>by</media-producer>\n</media>\n"
            ),
        ),
    ],
)
def test_a_block(block: object, written: str) -> None:
    assert nitf(Story((block,)), base="https://example.org/") == written  # type: ignore[arg-type]


def test_each_piece_of_a_quote_names_its_source_and_the_marks_stay_text() -> None:
    by = Attribution("Jo Doe", "master", layout=" said {speaker}", quote="q1")
    spans = (Quotation("We", "q1"), by, Text(", "), Quotation("open", "q1", "»", "«"))
    assert nitf(Story((Paragraph(spans),))) == (
        '<p>“<q quote-source="Jo Doe, master" pr:quote="q1">We</q>”'
        '<pr:attribution speaker="Jo Doe" role="master" quote="q1" layout=" said {speaker}"/>'
        " said <person>Jo Doe</person>, "
        '»<q quote-source="Jo Doe, master" pr:quote="q1" pr:opening="»" pr:closing="«">open</q>«</p>\n'
    )


def test_an_attribution_that_is_not_printed_prints_nothing() -> None:
    by = Attribution("Jo Doe", layout="", quote="q1")
    assert nitf(Story((Paragraph((Quotation("We", "q1", "", ""), by)),))) == (
        '<p><q quote-source="Jo Doe" pr:quote="q1" pr:opening="" pr:closing="">We</q>'
        '<pr:attribution speaker="Jo Doe" quote="q1" layout=""/></p>\n'
    )


def test_only_the_first_paragraph_leads() -> None:
    assert nitf(Story("One.\n\nTwo."), lede=True) == '<p lede="true">One.</p>\n<p>Two.</p>\n'


@pytest.mark.parametrize(
    ("href", "mime", "kind"),
    [
        ("a.jpg", "image/jpeg", "image"),
        ("https://example.org/a.MP3?x=.png#y", "audio/mpeg", "audio"),
        ("report.pdf", "application/pdf", "data"),
        ("https://example.org", "", "data"),
        ("https://example.org/a.b/c", "", "data"),
    ],
)
def test_a_suffix_says_the_media_type(href: str, mime: str, kind: str) -> None:
    assert (media_type(href), media_kind(href)) == (mime, kind)
