"""A story out of a tree of XML: the inverse of what is written, and of what others write no word lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from strategies import stories

from pressrelease.markup.html_parts import BLOCKS, DROPPED, INLINE, SILENT
from pressrelease.markup.nitf import NITF, OWN, nitf
from pressrelease.markup.nitf_elements import NITF as NITF_NAMES
from pressrelease.markup.xhtml import xhtml
from pressrelease.markup.xml_build import XHTML
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.story import (
    Attribution,
    Block,
    Break,
    BulletList,
    Cell,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Story,
    Strong,
    Table,
    plain,
)


def tree(body: str, namespace: str = NITF) -> etree._Element:
    told = f' xmlns="{namespace}"' if namespace else ""
    return etree.fromstring(f'<body{told} xmlns:pr="{OWN}">{body}</body>')


def read(body: str, namespace: str = NITF) -> tuple[Block, ...]:
    return story_from_xml(tree(body, namespace))[0].blocks


@given(stories())
def test_nitf_is_read_back_exactly(story: Story) -> None:
    assert story_from_xml(tree(nitf(story))) == (story, ())


@given(stories())
def test_xhtml_is_read_back_exactly(story: Story) -> None:
    assert story_from_xml(tree(xhtml(story), XHTML)) == (story, ())


@given(stories())
def test_without_our_namespace_no_word_of_nitf_is_lost(story: Story) -> None:
    root = tree(nitf(story))
    etree.strip_elements(root, f"{{{OWN}}}*", with_tail=False)
    for element in root.iter():
        for name in [n for n in element.attrib if str(n).startswith(f"{{{OWN}}}")]:
            del element.attrib[name]
    assert letters(story_from_xml(root)[0].text) == letters(story.text)


@pytest.mark.parametrize("namespace", [NITF, XHTML], ids=["nitf", "xhtml"])
@pytest.mark.parametrize("piece", ["<em>a</em>", "<em>a</em>b", "<br/>a", "<a href='/x'>a</a>", "<x>a</x>b"])
def test_any_number_of_pieces_takes_linear_time(piece: str, namespace: str) -> None:
    """Joined one by one, as many in one line would take minutes."""
    story, _ = story_from_xml(tree(f"<p>{piece * 50_000}</p>", namespace))
    assert len(story.text) >= 50_000


# --- others' markup ---------------------------------------------------------------------------------------------------

BY = Attribution("Jo Doe", "master")
UNPRINTED = Attribution("Jo Doe", "master", layout="")


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<x><y>One.</y><y>Two.</y></x>", [Paragraph("One."), Paragraph("Two.")]),
        ("<p><y>One</y><y>Two</y></p>", [Paragraph("OneTwo")]),
        (
            "One.<br/><br/>Two.<p>Three.</p>Four.",
            [Paragraph(f"{n}.") for n in ("One", "Two", "Three", "Four")],
        ),
        ("<p>One<script>x()</script><div>Two</div></p>", [Paragraph("One"), Paragraph("Two")]),
        ("<pre>a  b\nc</pre>", [Paragraph(("a b", Break(), "c"))]),
        ("<dl><dt>Berth</dt><dd>Nine.</dd></dl>", [Paragraph(Strong("Berth")), Paragraph("Nine.")]),
        ("<fn><p>A note.</p></fn>", [Paragraph("A note.")]),
        ("<hl1>Deep</hl1><hl2>Water</hl2>", [Heading("Deep"), Heading("Water")]),
        ("<bq><block><p>Yes.</p></block><credit>Jo Doe, master</credit></bq>", [Quote("Yes.", BY)]),
        ("<bq><p>Yes.</p><credit><person>Jo Doe</person>, master</credit></bq>", [Quote("Yes.", BY)]),
        ('<bq quote-source="Jo Doe, master"><p>Yes.</p></bq>', [Quote("Yes.", UNPRINTED)]),
        (
            '<p>«<q quote-source="Jo Doe">Yes</q>», she said.</p>',
            [
                Paragraph(
                    (
                        Quotation("Yes", "q1", "«", "»"),
                        Attribution("Jo Doe", layout="", quote="q1"),
                        ", she said.",
                    )
                )
            ],
        ),
        ("<p><q>Yes</q>, she said.</p>", [Paragraph((Quotation("Yes", "", "", ""), ", she said."))]),
        (
            '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td align="right"><p>c</p><p>d</p></td></tr></table>',
            [Table(((Cell("a", colspan=2),), (Cell("b"), Cell(("c", Break(), "d"), align="right"))))],
        ),
        (
            "<table><tr><td><hl2>Deep</hl2><p>Water.</p></td></tr></table>",
            [Heading("Deep"), Paragraph("Water.")],
        ),
        (
            "<p><postaddr><addressee>Port</addressee><delivery.point>Quay 1</delivery.point></postaddr></p>",
            [Paragraph(("Port", Break(), "Quay 1"))],
        ),
        (
            '<media media-type="image"><media-caption>No file.</media-caption></media>',
            [Paragraph("No file.")],
        ),
    ],
)
def test_others_markup_gives_what_it_means(body: str, blocks: list[Block]) -> None:
    assert list(read(body)) == blocks


def test_what_is_left_out_is_told() -> None:
    _, findings = story_from_xml(
        tree('<p>One<script>x</script><a href="javascript:x">two</a></p><p hidden="">y</p>')
    )
    assert [f.code for f in findings] == ["html-dropped", "link-dropped", "html-hidden"]


def test_nesting_as_deep_as_a_document_may_be_is_read() -> None:
    deep = tree("<bq>" * 120 + "<ul><li>" * 60 + "a" + "</li></ul>" * 60 + "</bq>" * 120)
    assert story_from_xml(deep)[0].text == "a"


_ANY = sorted(
    {*NITF_NAMES, *BLOCKS, *INLINE, "a", "span", "x", "cite"} - SILENT - set(DROPPED) - {"hr", "ds", "br"}
)
_WORDLESS = {"media-metadata", "nitf-col", "nitf-colgroup", "nitf-table-metadata"}


@st.composite
def markup(draw: st.DrawFn, depth: int = 4) -> etree._Element:
    element = etree.Element(
        draw(st.sampled_from([n for n in _ANY if n not in _WORDLESS])),
        draw(
            st.sampled_from(
                [{}, {}, {"href": "/x"}, {"source": "https://example.org/a.png"}, {"class": "credit"}]
            )
        ),
    )
    element.text = draw(st.sampled_from(["", "a", "b c"]))
    for _ in range(draw(st.integers(0, 3 if depth else 0))):
        child = draw(markup(depth - 1))
        child.tail = draw(st.sampled_from(["", "d", "e."]))
        element.append(child)
    return element


def said(block: Block) -> str:
    """Return every word of a block, what describes a picture among them."""
    match block:
        case Figure():
            return block.alt + plain(block)
        case Quote():
            return "".join(map(said, block.blocks)) + (block.attribution.words if block.attribution else "")
        case BulletList() | NumberedList():
            return "".join(said(inner) for item in block.items for inner in item)
        case _:
            return plain(block)


@given(markup())
def test_no_word_of_anybodys_markup_is_lost(element: etree._Element) -> None:
    """Whatever stands in whatever: only what is printed beneath a thing may be read after it."""
    words = letters("".join(map(str, element.itertext())))
    read = letters("".join(map(said, story_from_xml(element)[0].blocks)))
    assert sorted(words) == sorted(read)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
