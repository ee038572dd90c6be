"""A story as XHTML: one form for each node, valid twice over, safe anywhere, and read back exactly."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from markupsafe import Markup
from strategies import stories

from pressrelease.markup.html import story_from_html
from pressrelease.markup.xhtml import inline, medium, xhtml
from pressrelease.story import (
    Attribution,
    Block,
    Break,
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

SAID = Paragraph(
    (
        "He said ",
        Quotation("Yes", "q1"),
        ", ",
        Attribution("Ada", "chief", layout="added {speaker}", quote="q1"),
    )
)


def html(*blocks: Block) -> str:
    made = xhtml(Story(blocks))
    assert isinstance(made, Markup)
    return str(made)


# --- one form for each node ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(("a ", Strong("b"), " ", Emphasis("c"))), "<p>a <strong>b</strong> <em>c</em></p>"),
        (Paragraph(("H", Subscript("2"), "O", Superscript("3"))), "<p>H<sub>2</sub>O<sup>3</sup></p>"),
        (Paragraph(("a", Break(), "b")), "<p>a<br/>b</p>"),
        (Paragraph(("a", Break(), Break(), "b")), '<p>a<br/><br class="line"/>b</p>'),
        (Paragraph('1 < 2 & "3" > \'0\''), "<p>1 &lt; 2 &amp; \"3\" &gt; '0'</p>"),
        (Paragraph((Link("b", 'a?b=1&c="2"'),)), '<p><a href="a?b=1&amp;c=&quot;2&quot;">b</a></p>'),
        (Heading("Words", 3), "<h3>Words</h3>"),
        (Rule(), "<hr/>"),
        (BulletList(((Paragraph("a"),), (Paragraph("b"),))), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (NumberedList(((Paragraph("a"),),), 4), '<ol start="4">\n<li>a</li>\n</ol>'),
        (
            BulletList(((Paragraph("a"), Rule()),)),
            "<ul>\n<li>\n<p>a</p>\n<hr/>\n</li>\n</ul>",
        ),
        (
            Paragraph((Quotation("Yes", opening="„", closing="“"),)),
            '<p><span class="quotation">„Yes“</span></p>',
        ),
        (
            Paragraph((Quotation("Yes", opening="<<", closing=""),)),
            '<p><span class="quotation" data-opening="&lt;&lt;" data-closing="">&lt;&lt;Yes</span></p>',
        ),
        (
            Paragraph(("a", Attribution("Ada", layout="", quote="q"))),
            '<p>a<span class="attribution" data-quote="q" data-speaker="Ada" data-layout=""></span></p>',
        ),
        (Quote((Paragraph("Yes."),)), '<blockquote class="quote">\n<p>Yes.</p>\n</blockquote>'),
        (
            Figure("a.mp4?x=1", "Film"),
            '<figure>\n<video src="a.mp4?x=1" controls="controls" preload="none" aria-label="Film"></video>\n</figure>',
        ),
        (Figure("b/a.pdf"), '<figure>\n<a class="file" href="b/a.pdf" data-alt="">a.pdf</a>\n</figure>'),
    ],
)  # fmt: skip
def test_each_node_has_one_form(block: Block, expected: str) -> None:
    assert html(block) == expected + "\n"


LARGER = {
    "a quotation and who said it": (
        SAID,
        """\
<p>He said <span class="quotation" data-quote="q1">“Yes”</span>, \
<span class="attribution" data-quote="q1" data-role="chief">added <span class="speaker">Ada</span></span></p>
""",
    ),
    "a quote that stands by itself": (
        Quote((Paragraph("Yes."),), Attribution("Ada")),
        """\
<figure class="quote">
<blockquote class="quote">
<p>Yes.</p>
</blockquote>
<figcaption>— <span class="attribution"><span class="speaker">Ada</span></span></figcaption>
</figure>
""",
    ),
    "a picture": (
        Figure("a.jpg", "Alt", "Caption", "Photo: Ada"),
        """\
<figure>
<img src="a.jpg" alt="Alt"/>
<figcaption>Caption <small class="credit">Photo: Ada</small></figcaption>
</figure>
""",
    ),
    "a table": (
        Table(
            ((Cell("a", header=True), Cell("1", align="right", colspan=2)),),
            ((Cell("h"), Cell("i")),),
            "Of it",
        ),
        """\
<table>
<caption>Of it</caption>
<thead>
<tr><th scope="col">h</th><th scope="col">i</th></tr>
</thead>
<tbody>
<tr><th scope="row">a</th><td colspan="2" class="align-right">1</td></tr>
</tbody>
</table>
""",
    ),
}


@pytest.mark.parametrize("name", LARGER)
def test_each_larger_node_has_one_form(name: str) -> None:
    block, expected = LARGER[name]
    assert html(block) == expected


def test_what_is_seen_is_what_the_story_says() -> None:
    """Marks and attributions are words of the text, so that a copy of it reads as it was printed."""
    tree = ET.fromstring(f"<div>{html(SAID)}</div>")
    assert "".join(tree.itertext()).strip() == "He said “Yes”, added Ada"


# --- addresses ----------------------------------------------------------------------------------------------

LINKS = Paragraph(
    (Link("a", "a"), Link("b", "https://other.example/b"), Link("c", "mailto:c@example.org"), Link("d", "#d"))
)


def hrefs(text: Markup) -> list[tuple[str, str]]:
    return [(a.attrib["href"], a.attrib.get("rel", "")) for a in ET.fromstring(f"<p>{text}</p>").iter("a")]


def test_addresses_are_made_absolute_and_links_that_leave_the_house_marked() -> None:
    made = xhtml(
        Story((LINKS,)), base="https://example.org/n/", rel="nofollow", own="https://example.org/news"
    )
    assert hrefs(made) == [
        ("https://example.org/n/a", ""),
        ("https://other.example/b", "nofollow"),
        ("mailto:c@example.org", ""),
        ("https://example.org/n/#d", ""),
    ]


def test_without_a_house_of_its_own_every_link_to_the_web_leaves_it() -> None:
    assert hrefs(inline(LINKS.spans, rel="nofollow")) == [
        ("a", ""), ("https://other.example/b", "nofollow"), ("mailto:c@example.org", ""), ("#d", "")
    ]  # fmt: skip


def test_an_address_that_cannot_be_joined_stays_as_it_is() -> None:
    link = Paragraph((Link("a", "//[x"),))
    assert hrefs(xhtml((link,), base="https://example.org/")) == [("//[x", "")]


def test_pictures_are_made_absolute_too() -> None:
    assert 'src="https://example.org/a.jpg"' in xhtml((Figure("/a.jpg"),), base="https://example.org/n/")


@pytest.mark.parametrize(
    ("shift", "expected"), [(1, "<h3>a</h3>\n<h6>b</h6>\n"), (-1, "<h1>a</h1>\n<h5>b</h5>\n")]
)
def test_headings_are_shifted_within_what_there_is(shift: int, expected: str) -> None:
    assert xhtml((Heading("a", 2), Heading("b", 6)), shift=shift) == expected


@pytest.mark.parametrize(
    ("src", "kind"),
    [
        ("a.JPG", "image"),
        ("a", "image"),
        ("a.mp4#t=1", "video"),
        ("x.mp3?a.jpg", "audio"),
        ("a.b/c.pdf", "file"),
    ],
)
def test_a_medium_is_told_by_its_suffix(src: str, kind: str) -> None:
    assert medium(src) == kind


# --- held for every story -----------------------------------------------------------------------------------


@given(stories())
def test_every_story_is_read_back_exactly_and_without_a_word_about_it(story: Story) -> None:
    assert story_from_html(str(xhtml(story))) == (story, ())


@given(stories())
def test_it_is_well_formed_xml_and_the_same_tree_in_html(story: Story) -> None:
    """The judges are expat and html5lib: one reads it as XML, the other as browsers do; both see the same."""
    text = f"<div>{xhtml(story)}</div>"
    as_xml = ET.fromstring(text.encode())
    as_html = html5lib.parseFragment(text, namespaceHTMLElements=False)[0]
    assert _outline(as_xml) == _outline(as_html)


def _outline(tree: ET.Element) -> list[object]:
    return [
        (e.tag, sorted(e.attrib.items()), e.text or "", e.tail or "")
        for e in tree.iter()
        if isinstance(e.tag, str)
    ]


@given(stories())
def test_nothing_in_it_acts_and_nothing_is_unique_in_a_document(story: Story) -> None:
    for element in ET.fromstring(f"<div>{xhtml(story)}</div>".encode()).iter():
        assert element.tag in ALLOWED
        assert not {"id", "style"} & set(element.attrib)
        assert not [a for a in element.attrib if a.startswith("on")]


WORDS = "div p h2 h3 h4 h5 h6 strong em sup sub a span br hr ul ol li blockquote figure figcaption img video audio"
ALLOWED = frozenset(f"{WORDS} small table caption thead tbody tr th td".split())


def test_breaks_lead_out_of_a_format_however_many_they_are() -> None:
    """Else a story would change by being written and read."""
    story = Story((Paragraph(("a", Emphasis((Break(), Break(), Break(), Text("b"))))),))
    assert story.blocks[0] == Paragraph(("a", Break(), Break(), Break(), Emphasis("b")))
    assert story_from_html(str(xhtml(story)))[0] == story
