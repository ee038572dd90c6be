"""Any HTML becomes a story: what is known is rebuilt, the rest opened up or left out, and said so."""

from __future__ import annotations

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from outside import ending

from pressrelease.findings import Finding
from pressrelease.markup.html import story_from_html
from pressrelease.markup.xhtml import xhtml
from pressrelease.story import Attribution, Figure, Paragraph, Quotation, Quote, Story
from pressrelease.story.data import MAX_DEPTH, from_data, to_data


def clean(html: str, **how: str) -> str:
    """Return what becomes of `html`, one block a line."""
    return str(xhtml(story_from_html(html, **how)[0])).replace("\n", "")


def messages(html: str) -> list[str]:
    return [str(f) for f in story_from_html(html)[1]]


# --- words and lines ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("words", "<p>words</p>"),
        ("<p>  a \n b\t</p>\n\n<p>c", "<p>a b</p><p>c</p>"),
        ("<div>a<p>b</p>c</div>d", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
        ("a<br>b<br/><br>c<br><br><br>d<br>", "<p>a<br/>b</p><p>c</p><p>d</p>"),
        ('a<br><br class="line">b', '<p>a<br/><br class="line"/>b</p>'),
        ("<b>a</b><strong>b</strong> <b><b>c</b></b>", "<p><strong>ab</strong> <strong>c</strong></p>"),
        ("<b>bold<p>still <i>so</i></p></b>", "<p><strong>bold</strong></p><p>still <em>so</em></p>"),
        ("<div><b>a<div>b</div></b></div>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        ("a<!-- no -->b<?x y?>c", "<p>abc</p>"),
        ("<pre>a\n  b\n\nc</pre>", "<p>a<br/>b</p><p>c</p>"),
        ("<p>&lt;b&gt; &amp;amp; &copy; &#x1F;&#128;</p>", "<p>&lt;b&gt; &amp;amp; © €</p>"),
        ("<p></p><p> </p><div><span></span></div>", ""),
        (
            '<span style="font-weight:700">a</span><b style="font-weight:normal">b</b>',
            "<p><strong>a</strong>b</p>",
        ),
        ("<my-element>a</my-element> <u>b</u> <code>c</code>", "<p>a b c</p>"),
        ("H<sub>2</sub>O<sup>3</sup>", "<p>H<sub>2</sub>O<sup>3</sup></p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p><strong>a</strong></p><p>b</p>"),
        ("<h1>a</h1><h4>b<div>c</div></h4><h2></h2>", "<h2>a</h2><h4>b<br/>c</h4>"),
        ("a<hr>b", "<p>a</p><hr/><p>b</p>"),
    ],
)
def test_words_keep_their_lines(html: str, expected: str) -> None:
    assert clean(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a<li><p>b</p></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>a<ul><li>b</ul></ul>", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"),
        ("<ol start=3><li>a<br><br>b</ol>", '<ol start="3"><li><p>a</p><p>b</p></li></ol>'),
        ("<ol start=-7><li>a</ol>", "<ol><li>a</li></ol>"),
        ("<ul>a<li>b</ul><li>c", "<ul><li>a</li><li>b</li></ul><p>c</p>"),
    ],
)
def test_lists_hold_items(html: str, expected: str) -> None:
    assert clean(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><th>a<td>b</table>", '<tr><th scope="row">a</th><td>b</td></tr>'),
        ("<table><tr><td><p>a</p><p>b</p><ul><li>c</ul></table>", "<tr><td>a<br/>b<br/>c</td></tr>"),
        (
            "<table><tr><td align=RIGHT colspan=0 rowspan=9999>a</table>",
            '<tr><td rowspan="1000" class="align-right">a</td></tr>',
        ),
        ("<table><tr><td style='text-align: center'>a</table>", '<tr><td class="align-center">a</td></tr>'),
    ],
)
def test_tables_hold_cells_of_one_line(html: str, expected: str) -> None:
    assert clean(html) == f"<table><tbody>{expected}</tbody></table>"


def test_a_first_row_of_nothing_but_headings_is_the_head() -> None:
    head = '<thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>'
    assert clean("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>") == f"<table>{head}</table>"


def test_a_table_that_only_places_things_is_opened_up() -> None:
    html = "<table><tr><td>menu</td><td><h2>a</h2><table><tr><td>b</td></tr></table></td></tr></table>"
    assert clean(html) == "<p>menu</p><h2>a</h2><table><tbody><tr><td>b</td></tr></tbody></table>"


# --- quotes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<q>Yes</q>", "“Yes”"),
        ("<q>a <q>b</q></q>", "“a ‘b’”"),
        ('<html lang="de"><q>Ja</q></html>', "„Ja“"),
        ('<q lang="fr-FR">Oui</q>', "«\u00a0Oui\u00a0»"),
        ('<q lang="de-CH">Ja</q>', "«Ja»"),
    ],
)
def test_an_inline_quotation_gets_the_marks_of_its_language(html: str, expected: str) -> None:
    story, findings = story_from_html(html)
    assert (story.text, findings) == (expected, ())
    assert any(isinstance(node, Quotation) for node in story.walk())


ADA = Attribution("Ada Byron", "chief engineer")
YES = (Paragraph("Yes."),)


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Yes.</p><footer>— Ada Byron, chief engineer</footer></blockquote>",
        "<blockquote><p>Yes.</p><footer>– <cite>Ada Byron</cite>, chief engineer</footer></blockquote>",
        '<blockquote class="wp-block-quote"><p>Yes.</p><cite>Ada Byron, chief engineer</cite></blockquote>',
        "<blockquote><p>Yes.</p><p>— Ada Byron, chief engineer</p></blockquote>",
        "<figure><blockquote>Yes.</blockquote><figcaption>Ada Byron, chief engineer</figcaption></figure>",
    ],
)
def test_who_said_it_is_found_in_the_ways_people_mark_it(html: str) -> None:
    assert story_from_html(html)[0] == Story((Quote(YES, ADA),))


def test_a_block_quote_of_nobody_names_nobody() -> None:
    assert story_from_html("<blockquote>Yes.</blockquote>")[0] == Story((Quote(YES),))


def test_words_somebody_changed_in_our_own_markup_are_what_counts() -> None:
    """A page may be edited by hand: what it prints is right, not what the attributes say."""
    made = str(
        xhtml(
            Story(
                (
                    Paragraph(
                        (Quotation("Yes", "q1"), Attribution("Ada", layout=" said {speaker}", quote="q1"))
                    ),
                )
            )
        )
    )
    edited = made.replace("“Yes”", "„No“").replace("Ada<", "Eve<").replace(" said ", " shouted ")
    story = story_from_html(edited)[0]
    assert story.text == "„No“ shouted Eve"
    assert [(q.text, q.speaker) for q in story.quotes] == [("No", "Eve")]


# --- links and pictures ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVa\tScript:alert(1)", " \x01javascript:alert(1)", "java&#x0A;script:alert(1)", "blob:x",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "jav&#x61;script&colon;alert(1)",
        "\u200bjavascript:x", "https://exa\\mple.org",
    ],
)  # fmt: skip
def test_a_link_to_what_no_release_links_to_becomes_its_words(href: str) -> None:
    story, findings = story_from_html(f'<p>a <a href="{href}" onclick="x()">b</a></p>')
    assert story == Story("a b")
    assert [f.code for f in findings] == ["link-dropped"]


def test_a_link_keeps_its_address_as_a_browser_reads_it() -> None:
    assert (
        clean('<a href=" https://example.org/a\nb?c=1&amp;d ">x</a>')
        == '<p><a href="https://example.org/ab?c=1&amp;d">x</a></p>'
    )


def test_addresses_are_joined_to_the_base() -> None:
    html = '<a href="../a">b</a><img src="c.jpg" alt="d">'
    assert clean(html, base="https://example.org/x/y/") == (
        '<p><a href="https://example.org/x/a">b</a></p>'
        '<figure><img src="https://example.org/x/y/c.jpg" alt="d"/></figure>'
    )


def test_a_link_within_a_link_ends_the_first() -> None:
    assert clean("<a href=1>a<a href=2>b</a>c</a>") == '<p><a href="1">a</a><a href="2">b</a>c</p>'


def test_a_picture_in_a_line_stands_after_it() -> None:
    story = story_from_html('<p>a <img src="x.jpg" alt="X"> b</p><p>c</p>')[0]
    assert story == Story((Paragraph("a b"), Figure("x.jpg", "X"), Paragraph("c")))


def test_a_picture_that_loads_lazily_is_found_and_a_counting_pixel_is_not() -> None:
    html = '<img src="data:image/gif;base64,R0" data-src="/a.jpg" alt="A"><img src="/p.gif" width="1" height="1">'
    assert story_from_html(html) == (Story((Figure("/a.jpg", "A"),)), ())


def test_captions_and_credits_belong_to_their_picture() -> None:
    html = '<figure><img src="a.jpg"><figcaption>Sea <small class="credit">Photo: Ada</small></figcaption></figure>'
    assert str(xhtml(story_from_html(html)[0])).count("credit") == 1
    assert story_from_html(html)[0].blocks[0].credit == "Photo: Ada"  # type: ignore[union-attr]


def test_film_and_sound_are_figures() -> None:
    html = '<video poster="x"><source src="a.webm"><source src="a.mp4">no film</video><audio src="b.mp3"></audio>'
    assert story_from_html(html)[0] == Story((Figure("a.webm"), Figure("b.mp3")))


# --- what is left out -----------------------------------------------------------------------------------------


def test_what_has_no_place_is_left_out_and_said_so() -> None:
    html = (
        "<script>a()</script><script>b()</script><style>p{}</style><p>Words<iframe src=x>no</iframe></p>"
        "<svg><text>no</text></svg>"
        '<form><input value="no"><button>no</button>more</form>'
        '<p hidden>no</p><p style="display:none">no</p><img alt="no">'
    )
    story, findings = story_from_html(html)
    assert story.text == "Words\n\nmore"
    assert [str(f) for f in findings] == [
        "info: 2 script elements were left out [html-dropped]",
        "info: 1 style element was left out [html-dropped]",
        "warning: 1 iframe element was left out [html-dropped]",
        "warning: 1 svg element was left out [html-dropped]",
        "info: 1 input element was left out [html-dropped]",
        "info: 1 button element was left out [html-dropped]",
        "info: 2 hidden p elements were left out [html-hidden]",
        'warning: 1 picture without an address to keep was left out ("") [image-dropped]',
    ]


def test_findings_are_few_however_much_is_wrong() -> None:
    findings = story_from_html("".join(f'<a href="x{i}:y">a</a>' for i in range(500)))[1]
    assert len(findings) == 10


def test_part_of_a_page_is_read_without_what_the_caller_leaves_out() -> None:
    page = BeautifulSoup("<div id=a><p>one</p><nav>two</nav></div><p>three</p>", "lxml")
    part = page.find(id="a")
    assert part is not None
    assert story_from_html(part, leave_out=lambda tag: tag.name == "nav") == (Story("one"), ())


# --- bounds ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "words",
        "<b>" * 10_000 + "words",
        "<blockquote>" * 5_000 + "words",
        "<ul><li>" * 5_000 + "words",
        "<table><tr><td>" * 3_000 + "words",
        "<figure>" * 5_000 + "words",
        "<q>" * 5_000 + "words",
        "<a href=x>" * 5_000 + "words",
        '<span class="quotation">' * 5_000 + "words",
        '<span class="attribution">' * 5_000 + "words",
        "<b><p>" * 5_000 + "words",
        "<i>x</i><b>y</b>" * 5_000 + "words",
        "<b>x</b>" * 10_000 + "words",
        "a<!-- -->" * 20_000 + "words",
        "<a " * 50_000 + "words",
        "<!--" * 50_000 + "words",
        "&" * 100_000 + "words",
        "</p>" * 30_000 + "words",
        "<br>" * 20_000 + "words",
        "<p>x" + "<br>" * 20_000 + "words",
        "<img src=x>" * 10_000 + "words",
        "<td>" * 10_000 + "words",
    ],
    ids=lambda html: html[:24],
)
def test_hostile_nesting_and_length_cost_little(html: str) -> None:
    with ending():
        story = story_from_html(html)[0]
    assert from_data(to_data(story)) == story, (
        f"no deeper than {MAX_DEPTH} levels, so that every format carries it"
    )
    assert story_from_html(str(xhtml(story)))[0] == story


def test_depth_that_is_flattened_is_reported() -> None:
    assert messages("<blockquote>" * 50 + "words")[0].endswith(
        "elements were nested too deeply and flattened [html-too-deep]"
    )


def test_text_beyond_the_bound_is_cut_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressrelease.markup.html.MAX_CHARS", 12)
    expected = Finding("html-cut", "warning", "only the first 12 characters were read")
    assert story_from_html("<p>words</p><p>more</p>") == (Story("words"), (expected,))


# --- held for everything --------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "i",
        "em",
        "a|href=x",
        "ul",
        "li",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "footer",
        "cite",
        "figure",
        "figcaption",
        "img|src=a",
        "br",
        "q",
        "pre",
        "h2",
        "hr",
        "dl",
        "span|class=quotation",
        "span|class=attribution",
        "small|class=credit",
        "sup",
        "script",
        "form",
        "section",
        "dt",
        "dd",
        "caption",
        "thead",
    ]
)
SOUP = st.lists(
    st.one_of(
        PIECES.map(lambda p: "<" + p.replace("|", " ") + ">"),
        PIECES.map(lambda p: f"</{p.partition('|')[0]}>"),
        st.sampled_from([" ", "a", "“b”", "\n", "&nbsp;", "— Ada, x", "<!--", "&lt;", "<", "\u00a0c"]),
        st.text(max_size=5),
    ),
    max_size=25,
).map("".join)


@given(SOUP)
def test_what_was_rebuilt_once_stays_as_it_is(html: str) -> None:
    """Sanitising is idempotent, and every story made of HTML is canonical."""
    story = story_from_html(html)[0]
    assert story_from_html(str(xhtml(story))) == (story, ())


@given(SOUP)
def test_no_words_of_paragraphs_are_lost(html: str) -> None:
    """Judged by html5lib: the letters `a` and `b` of the soup are in the story, unless something hides them."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    hidden = ("script", "style", "img", "figcaption", "small", "cite", "footer")
    if any(e.tag in hidden or not isinstance(e.tag, str) for e in tree.iter()):
        return
    story = story_from_html(html)[0]
    assert story.text.count("“b”") >= "".join(tree.itertext()).count("“b”")
