"""The quick reading of plain XHTML blocks: the same story as the lenient walk, and the walk for what is not plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from strategies import stories

from pressrelease.markup.xhtml import xhtml
from pressrelease.markup.xhtml_quick import Unusual, quick
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.story import Heading, Paragraph, Story

SPACE = "http://www.w3.org/1999/xhtml"
TAGS = ["p", "h1", "h2", "h4", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "caption", "figure", "img", "figcaption", "blockquote", "strong", "em", "a", "br", "sub", "sup", "span", "hr", "small", "div"]  # fmt: skip
TEXTS = st.sampled_from(["", "", " ", "\n", "a", " b ", "“c”", "d\u00a0e", "f\x85g", "— h", "i  j"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        ["class", "href", "src", "alt", "start", "scope", "colspan", "data-speaker", "data-quote", "style"]
    ),
    st.sampled_from(
        ["quote", "quotation", "attribution", "align-left", "x", "2", "0", "https://example.org/", "a b"]
    ),
    max_size=2,
)


def body(inner: str) -> etree._Element:
    return etree.fromstring(f'<body xmlns="{SPACE}">{inner}</body>')


@st.composite
def trees(draw: st.DrawFn) -> etree._Element:
    """Draw a tree of a few elements, in any order: most of it is no valid XHTML."""
    root = etree.Element(f"{{{SPACE}}}body", nsmap={None: SPACE})
    known = [root]
    for _ in range(draw(st.integers(1, 9))):
        parent = draw(st.sampled_from(known[-3:]))
        element = etree.SubElement(parent, f"{{{SPACE}}}{draw(st.sampled_from(TAGS))}", draw(ATTRIBUTES))
        element.text, element.tail = draw(TEXTS), draw(TEXTS)
        known.append(element)
    return root


def lenient(root: etree._Element) -> Story:
    return story_from_xml(root, leave_out=lambda element: False)[0]


@given(trees())
def test_any_tree_makes_the_same_story_both_ways(root: etree._Element) -> None:
    assert story_from_xml(root)[0] == lenient(root)


@given(stories())
def test_what_we_write_makes_the_same_story_both_ways(story: Story) -> None:
    root = body(xhtml(story))
    assert story_from_xml(root)[0] == lenient(root) == story


@pytest.mark.parametrize(
    "inner",
    [
        '<p class="x">a</p>',
        "<p>a<b>c</b></p>",
        "<p>a<br/><br/>b</p>",
        '<p><a href="javascript:x">a</a></p>',
        "<ul><li>a</li>b</ul>",
        "<div>a</div>",
        "<p>a<!-- b --></p>",
        "<h1>a</h1>",
    ],
)
def test_what_is_not_plain_is_left_to_the_walk(inner: str) -> None:
    with pytest.raises(Unusual):
        quick(body(inner)[0])


def test_plain_blocks_are_read_in_one_go() -> None:
    assert [quick(child) for child in body("<h2>a</h2><p>b <strong>c</strong></p><p> </p>")] == [
        Heading("a"),
        story_from_xml(body("<p>b <strong>c</strong></p>"))[0].blocks[0],
        None,
    ]
    assert isinstance(quick(body("<p>a</p>")[0]), Paragraph)


def test_children_that_are_to_be_passed_over_are() -> None:
    root = body("<p>a</p><p>b</p><div>c</div><p>d</p>")
    assert story_from_xml(root, but={root[1], root[2]})[0].text == "a\n\nd"
    assert story_from_xml(root, but={root[1]})[0].text == "a\n\nc\n\nd"
