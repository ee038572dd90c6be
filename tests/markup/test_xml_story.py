"""A story out of a tree of XML: the inverse of what is written, and of what others write no word lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree
from strategies import stories

from pressrelease.markup.nitf import NITF, OWN, nitf
from pressrelease.markup.xhtml import xhtml
from pressrelease.markup.xml_build import XHTML
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.story import (
    Block,
    Story,
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


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
