"""Markdown to a story and back."""

from __future__ import annotations

import re
import threading

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from outside import ending
from strategies import SPECIAL, TRICKY, stories, texts

from pressrelease.markup import markdown_inline
from pressrelease.markup.loaded import Malformed
from pressrelease.markup.markdown import markdown_from_story, story_from_markdown
from pressrelease.markup.markdown_read import attribution
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


def blocks(text: str) -> tuple[Block, ...]:
    return story_from_markdown(text)[0].blocks


def p(*spans: object) -> Paragraph:
    return Paragraph(tuple(Text(s) if isinstance(s, str) else s for s in spans))


# --- back and forth -------------------------------------------------------------------------------------------------


@given(story=stories())
def test_every_story_reads_back_as_it_was_written(story: Story) -> None:
    assert story_from_markdown(markdown_from_story(story)) == (story, ())


@given(story=st.lists(texts.map(lambda t: p(t)), max_size=4).map(lambda found: Story(tuple(found))))
@example(Story((p("1986. A great year"), p("- 5 %"), p("# 1"), p("> 3"), p("a | b"), p("=== "), p("_a_b_"))))
@example(Story((p("a\u00a0"), p("\u3000b"), p("&amp;"), p("\\"), p("!"), p("*"), p("[a]: b"), p("    a"))))
@example(Story((p(Strong("a"), "b"), p("a", Emphasis("b"), "c"), p(Strong("(a)")), p("!", Link("a", "b")))))
def test_text_stays_text_and_needs_no_html(story: Story) -> None:
    """Words that look like markup are escaped; no tag is needed for them."""
    text = markdown_from_story(story)
    assert story_from_markdown(text)[0] == story
    assert not any(line.startswith("<p>") for line in text.splitlines())


@pytest.mark.parametrize(
    "block",
    [
        Table(((Cell("a", colspan=2),),)),
        Table(((Cell("a"),),), caption="b"),
        BulletList(((p("a"), p("b")),)),
        p(Quotation("a", "q1"), Attribution("Ada", quote="q1", layout="")),
        Quote((Heading("a"),)),
        Figure("a.png", credit="b"),
    ],
)
def test_what_markdown_has_no_form_for_is_one_line_of_html(block: Block) -> None:
    text = markdown_from_story(Story((block,)))
    assert text.startswith("<")
    assert text.count("\n") == 1
    assert blocks(text) == (block,)


def test_lists_that_follow_each_other_stay_apart() -> None:
    story = Story((BulletList(((p("a"),),)), BulletList(((p("b"),),)), NumberedList(((p("c"),),), 3)))
    assert markdown_from_story(story).startswith("- a\n\n<ul>")
    assert story_from_markdown(markdown_from_story(story))[0] == story


# --- what it means --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** *c* ***d***", (p("a ", Strong("b"), " ", Emphasis("c"), " ", Strong((Emphasis("d"),))),)),
        ("__a__ _b_ c_d_e", (p(Strong("a"), " ", Emphasis("b"), " c_d_e"),)),
        ("a*b*c **d*", (p("a", Emphasis("b"), "c *", Emphasis("d")),)),
        ("m<sup>2</sup> H<sub>2</sub>O", (p("m", Superscript("2"), " H", Subscript("2"), "O"),)),
        ("a  \nb\\\nc<br>d\ne", (p("a", Break(), "b", Break(), "c", Break(), "d e"),)),
        ('[a](https://example.org/(b) "t")', (p(Link("a", "https://example.org/(b)")),)),
        (
            "[a](<b c>) [d][1] [1]\n\n[1]: https://example.org/",
            (
                p(
                    Link("a", "b c"),
                    " ",
                    Link("d", "https://example.org/"),
                    " ",
                    Link("1", "https://example.org/"),
                ),
            ),
        ),
        (
            "<https://example.org/a_b_> <a@example.org>",
            (
                p(
                    Link("https://example.org/a_b_", "https://example.org/a_b_"),
                    " ",
                    Link("a@example.org", "mailto:a@example.org"),
                ),
            ),
        ),
        ("`a*b*` &amp; &#8212; \\*c\\* &nope;", (p("a*b* & — *c* &nope;"),)),
        ("## A #\n### B\nc", (Heading("A"), Heading("B", 3), p("c"))),
        ("#tag and # more", (p("#tag and # more"),)),
        ("A\n---\n\nb\n\n---\n\n* * *", (Heading("A"), p("b"), Rule(), Rule())),
        ("- a\n- b\n    - c\n- d", (BulletList(((p("a"),), (p("b"), BulletList(((p("c"),),))), (p("d"),))),)),
        ("3. a\n\n4. b", (NumberedList(((p("a"),), (p("b"),)), 3),)),
        ("- a\n\n    b", (BulletList(((p("a"), p("b")),)),)),
        ("- a\n\n1. b", (BulletList(((p("a"),),)), NumberedList(((p("b"),),)))),
        ("    indented is no code", (p("indented is no code"),)),
        ('![a](b.png "c")', (Figure("b.png", "a", "c"),)),
        ("x ![a](b.png) y", (p("x y"), Figure("b.png", "a"))),
        (
            "| a | b |\n|---|:-:|\n| 1 \\| 2 | **3** |",
            (
                Table(
                    ((Cell("1 | 2"), Cell(Strong("3"), align="center")),),
                    ((Cell("a"), Cell("b", align="center")),),
                ),
            ),
        ),
    ],
)
def test_markdown_means_what_it_means_elsewhere(text: str, expected: tuple[Block, ...]) -> None:
    assert story_from_markdown(text) == (Story(expected), ())


@pytest.mark.parametrize(
    "text",
    [
        "> We grow.\n> — Ada Byron, chief engineer, Example Corp",
        "> We grow.\n>\n> — Ada Byron, chief engineer, Example Corp",
        "> We grow.\n\n> – Ada Byron, chief engineer, Example Corp",
        "> We grow.\n> -- Ada Byron, chief engineer, Example Corp",
        "> We grow.\n>\n> - Ada Byron, chief engineer, Example Corp",
        "> We\ngrow.\n> - **Ada Byron**, chief engineer, [Example Corp](https://example.org/)",
    ],
)
def test_a_quote_ends_with_who_said_it(text: str) -> None:
    assert blocks(text) == (
        Quote((p("We grow."),), Attribution("Ada Byron", "chief engineer", "Example Corp")),
    )


def test_two_quotes_stay_two() -> None:
    by = Attribution("Ada")
    assert blocks("> a\n> — Ada\n\n> b\n> — Ada\n\n> c") == (
        Quote((p("a"),), by),
        Quote((p("b"),), by),
        Quote((p("c"),)),
    )


@pytest.mark.parametrize(
    "line", ["Ada", "Ada, CEO", "Ada, CEO, Acme", "Ada, a, b, c", "سلمى، مديرة", "Ada,CEO", ", a", "a, "]
)
def test_an_attribution_prints_as_it_was_read(line: str) -> None:
    by = attribution(line)
    assert by is not None
    assert by.words == line.strip()


def test_raw_html_is_rebuilt_from_what_is_known() -> None:
    inline = 'a <u>b</u> <b onclick="x()">c</b><script>d()</script>'
    text = f"{inline}\n\n<div><p>e</p>\n\n<h2>f</h2></div>\n\n<!-- g\n\nh -->i"
    story, _ = story_from_markdown(text)
    assert "d()" not in story.text
    assert "onclick" not in repr(story)
    assert p("a b ", Strong("c")) in story.blocks
    assert Heading("f") in story.blocks


def test_an_address_that_is_not_kept_leaves_its_words() -> None:
    story, findings = story_from_markdown("[a](javascript:alert(1)) ![b](data:image/png;base64,x)")
    assert story == Story((p("a"),))
    assert [f.code for f in findings] == ["address-not-kept", "address-not-kept"]


def test_the_common_case_means_what_python_markdown_means() -> None:
    """The words of its HTML are ours."""
    text = "# A\n\nb **c** *d* `e` [f](g)\n\n- h\n- i\n\n1. j\n\n> k\n\nl & m < n"
    html = markdown.markdown(text)
    for word in story_from_markdown(text)[0].text.replace("\t", " ").split():
        assert word.replace("&", "&amp;").replace("<", "&lt;") in html


# --- bounds ---------------------------------------------------------------------------------------------------------


@given(
    st.lists(st.sampled_from(["*", "**", "_", "__", "a", "é1", " ", "\u00a0", ".", "(", "\n", "[", "`"])).map(
        "".join
    )
)
@example("*a* **b.** __c__, _d_e (*f*) *g*.")
def test_words_in_plain_emphasis_are_read_as_any_run_of_marks_is(text: str) -> None:
    lines = markdown_inline._TOKEN.pattern.splitlines()
    other = re.compile(
        "\n".join(line for line in lines if "<usual>" not in line), markdown_inline._TOKEN.flags
    )
    assert len(other.pattern.splitlines()) == len(lines) - 1
    quick = markdown_inline.inline(text, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_inline, "_TOKEN", other)
        assert markdown_inline.inline(text, {}) == quick


@given(
    text=st.one_of(
        st.text(SPECIAL, max_size=200), st.lists(st.sampled_from(TRICKY), max_size=20).map("\n".join)
    )
)
def test_any_text_is_markdown(text: str) -> None:
    """And the story it makes is written and read back."""
    story = story_from_markdown(text)[0]
    assert story_from_markdown(markdown_from_story(story))[0] == story


HOSTILE = [
    "*",
    "_",
    "**a ",
    "*a_b",
    "[",
    "]",
    "![](",
    "[a](",
    "[a](b(",
    "[a](<",
    '[a](b "',
    "<",
    "<a ",
    "<b>",
    "</p",
    "<!--",
    "<?",
    "<![CDATA[",
    "`",
    "`a``",
    "&#",
    "\\",
    "> ",
    "- ",
    "1. ",
    "# a\n",
    "a\n===\n",
    "---\n",
    "[a]: b\n",
    "[a]\n",
    "|a|b|\n|-|-|\n",
    "a  \n",
    "    - a\n",
    "* a\n",
    "> # a\n",
    "<div>",
    "<div>\n\n",
    " ",
    "a\n\n",
    "> a\n\n",
    "*a <b>",
    "<sup>a</sup>",
    "*a*",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_run_of_one_thing_is_read_to_its_end(piece: str) -> None:
    with ending():
        story, _ = story_from_markdown((piece * 24_000)[:24_000])
    assert isinstance(story, Story)


@pytest.mark.parametrize(("text", "problem"), [("a" * 2_000_001, "characters"), ("\n" * 50_001, "lines")])
def test_a_text_too_long_is_refused(text: str, problem: str) -> None:
    with pytest.raises(Malformed, match=f"^too long: found [0-9,]+ {problem}, expected at most"):
        story_from_markdown(text)


@pytest.mark.parametrize(
    "text", ["> " * 5000 + "a", "- " * 5000 + "a", "\n".join(" " * i + "- a" for i in range(500))]
)
def test_nesting_ends_somewhere(text: str) -> None:
    story, _ = story_from_markdown(text)
    assert markdown_from_story(story)


def test_threads_do_not_meet() -> None:
    """One parser serves one thread; link references of one text are unknown to the next."""
    found: list[bool] = []

    def work(number: int) -> None:
        text = f"[a][1] **{number}**\n\n- b\n\n[1]: https://example.org/{number}"
        expected = (
            p(Link("a", f"https://example.org/{number}"), " ", Strong(str(number))),
            BulletList(((p("b"),),)),
        )
        found.extend(blocks(text) == expected for _ in range(50))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 400
    assert blocks("[a][1]") == (p("[a][1]"),)


# --- as people type and paste --------------------------------------------------------------------------------------


def test_a_row_with_more_cells_than_the_head_widens_the_table() -> None:
    (table,) = blocks("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |")
    assert isinstance(table, Table)
    assert [[cell.spans for cell in row] for row in (*table.head, *table.body)] == [
        [(Text("a"),), (Text("b"),), ()],
        [(Text("1"),), (Text("2"),), (Text("3"),)],
        [(Text("4"),), (), ()],
    ]


def test_what_is_beyond_the_widest_table_stands_in_its_last_cell() -> None:
    (table,) = blocks("| a | b |\n|---|---|\n" + "|".join(map(str, range(50))))
    assert isinstance(table, Table)
    assert len(table.body[0]) == 40
    assert table.body[0][-1].spans == (Text("39|40|41|42|43|44|45|46|47|48|49"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1)\tone\n2)\ttwo", (NumberedList(((p("one"),), (p("two"),))),)),
        ("3) one", (NumberedList(((p("one"),),), 3),)),
        ("·\tFirst\n·\tSecond", (BulletList(((p("First"),), (p("Second"),))),)),
        ("•\u00a0First\n•\u00a0Second", (BulletList(((p("First"),), (p("Second"),))),)),
        ("We did:\n•\tFirst\n•\tSecond", (p("We did:"), BulletList(((p("First"),), (p("Second"),))))),
        ("• a\n    • b", (BulletList(((p("a"), BulletList(((p("b"),),))),)),)),
        ("A • B", (p("A • B"),)),
        ("\\1) one", None),
        ("1\\) one", (p("1) one"),)),
    ],
)
def test_lists_are_read_as_they_are_typed_and_pasted(text: str, expected: tuple[Block, ...] | None) -> None:
    assert blocks(text) == (expected or (p("\\1) one"),))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It is ~~old~~ new.", ["strikethrough"]),
        ("It is new.[^1]", ["footnote"]),
        ("About ~~ 3", []),
        (r"\~~old\~~ \[^1]", []),
    ],
)
def test_marks_that_a_release_has_nothing_for_are_told(text: str, codes: list[str]) -> None:
    assert [f.code for f in story_from_markdown(text)[1]] == codes


WEB, MAIL = (
    Link("https://example.org/a_b", "https://example.org/a_b"),
    Link("a_b@example.org", "mailto:a_b@example.org"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a_b.", p("See ", WEB, ".")),
        ("(https://example.org/a_b)", p("(", WEB, ")")),
        ("**https://example.org/a_b**", p(Strong((WEB,)))),
        ("[see https://example.org/a_b]", p("[see ", WEB, "]")),
        ("Write to a_b@example.org, please", p("Write to ", MAIL, ", please")),
        (
            "[https://example.org/a_b](https://example.org/c)",
            p(Link("https://example.org/a_b", "https://example.org/c")),
        ),
        ("`https://example.org/a_b`", p("https://example.org/a_b")),
        ("https\\://example.org/a_b a_b\\@example.org", p("https://example.org/a_b a_b@example.org")),
        (
            "@example at 5@6, https:// and ftp://example.org",
            p("@example at 5@6, https:// and ftp://example.org"),
        ),
    ],
)
def test_bare_addresses_are_links(text: str, expected: Paragraph) -> None:
    assert story_from_markdown(text) == (Story((expected,)), ())


@pytest.mark.parametrize(
    "block",
    [
        p("https://example.org a@example.org"),
        p("1) a"),
        p("• a"),
        p("~~a~~ [^1]"),
        p(Link("See https://example.org", "https://example.com")),
        p(Link("a@example.org", "mailto:a@example.org")),
        p("https:", Strong("//example.org"), "a", Emphasis("b@example.org")),
    ],
)
def test_what_would_be_read_as_more_is_written_so_that_it_is_not(block: Block) -> None:
    assert story_from_markdown(markdown_from_story(Story((block,)))) == (Story((block,)), ())
