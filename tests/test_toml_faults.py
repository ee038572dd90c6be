"""The usual slips in TOML, of `newsroom.toml` and of front matter, are told with what to type."""

from __future__ import annotations

import tomllib

import pytest

import pressrelease as pr

SLIPS = [
    ("title = Kestrel Bay", '1:9: a value without quotes: found "title = Kestrel Bay", expected quotes around it', 'write title = "Kestrel Bay"'),
    ("title = 12 Monkeys", '1:12: a value without quotes: found "title = 12 Monkeys", expected quotes around it', 'write title = "12 Monkeys"'),
    ("tag_date = 26.12.2020", '1:17: a value without quotes: found "tag_date = 26.12.2020", expected quotes around it', 'write tag_date = "26.12.2020"'),
    ("title: Kestrel Bay", '1:6: a colon in the place of =: found "title: Kestrel Bay", expected a field such as `title = "…"`', 'write title = "Kestrel Bay"'),
    ('title: "A"', '1:6: a colon in the place of =: found "title: "A"", expected a field such as `title = "…"`', 'write title = "A"'),
    ("title = “Häfen”", '1:9: typographic quotes around a value: found "title = “Häfen”", expected straight ones', 'write title = "Häfen"'),
    ("title =", '1: a field without a value: found "title =", expected a field such as `title = "…"`', "leave the line out where nothing is to be said"),
    ('title = "A" and B', '1:13: words behind a closing quote: found "title = "A" and B", expected quotes around the whole value', "write title = '\"A\" and B'"),
    ('title = "C:\\Dateien"', '1:14: a backslash that escapes nothing: found "title = "C:\\Dateien"", expected one of \\n \\t \\" \\\\ …', "put the value in single quotes"),
    ("binding = True", '1:11: a word in capitals: found "binding = True", expected true or false', "write binding = true"),
    ('title = "A', '1: a quote that is not closed: found "title = "A", expected " at its end', ""),
    ('[publisher\nname = "A"', '1:11: a table\'s name that is not closed: found "[publisher", expected ] at its end', ""),
    ('tags = ["a"\ntitle = "x"', '2:1: not TOML: found "title = "x""', "Unclosed array"),
    ("[a]\n[a]", '2:3: a name that stands twice: found "[a]"', "keep one of them"),
    ("a = 1\na = 2", '2: a name that stands twice: found "a = 2"', "keep one of them"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "advice"), SLIPS, ids=[s[0] for s in SLIPS])
def test_the_usual_slips_in_toml_are_told_with_what_to_type(text: str, message: str, advice: str) -> None:
    with pytest.raises(pr.InvalidNewsroom) as raised:
        pr.Newsroom.parse(text, file="newsroom.toml")
    assert str(raised.value) == f"newsroom.toml:{message}" + (f"\n  {advice}" if advice else "")


@pytest.mark.parametrize("advice", [s[2] for s in SLIPS if s[2].startswith("write ")])
def test_what_the_advice_says_to_write_is_toml(advice: str) -> None:
    assert len(tomllib.loads(advice.removeprefix("write "))) == 1


def test_the_lines_of_front_matter_are_those_of_the_document() -> None:
    with pytest.raises(pr.PressReleaseError) as raised:
        pr.parse('+++\nlanguage = "en"\ntitle = A\n+++\n', "markdown", file="a.md")
    assert str(raised.value) == (
        'a.md:3:9: a value without quotes: found "title = A", expected quotes around it\n  write title = "A"'
    )
