"""The usual slips in YAML are told in their writer's terms, with what to type; the same whichever parser met them."""

from __future__ import annotations

import pytest
import yaml

import pressrelease as pr


def page(*fields: str) -> str:
    """Return a Markdown document whose first field stands in line 2."""
    return "\n".join(["---", *fields, "---", "", "Text.", ""])


def told(text: str) -> str:
    """Return the whole message of the error that reading `text` raises."""
    with pytest.raises(pr.PressReleaseError) as raised:
        pr.parse(text, "markdown", file="sample.md")
    return str(raised.value)


SLIPS = [
    (["title: Foo: bar"], '2:8: title: a colon in a value without quotes: found "Foo: bar", expected quotes around it', 'write title: "Foo: bar"'),
    (["title: Update:"], '2:8: title: a colon in a value without quotes: found "Update:", expected quotes around it', 'write title: "Update:"'),
    (["title: A", "tags:", "  - b", "  - c: d: e"], '5:8: a colon in a value without quotes: found "d: e", expected quotes around it', "put the value in quotes"),
    (["title: @home"], '2:8: title: a value that begins with @, which YAML keeps for itself: found "@home", expected quotes around it', 'write title: "@home"'),
    (["title: %5 more"], '2:8: title: a value that begins with %, which YAML keeps for itself: found "%5 more", expected quotes around it', 'write title: "%5 more"'),
    (["title: `x`"], '2:8: title: a value that begins with `, which YAML keeps for itself: found "`x`", expected quotes around it', 'write title: "`x`"'),
    (["title: *New* harbour"], '2:8: title: a value that begins with *, which YAML keeps for itself: found "*New* harbour", expected quotes around it', 'write title: "*New* harbour"'),
    (["title: | A"], '2:8: title: a value that begins with |, which YAML keeps for itself: found "| A", expected quotes around it', 'write title: "| A"'),
    (["title: - A"], '2:8: title: a value that begins with -, which YAML keeps for itself: found "- A", expected quotes around it', 'write title: "- A"'),
    (["@title: A"], '2:1: a line that begins with @, which YAML keeps for itself: found "@title: A", expected a field such as `title: …`', "the name of a field begins with a letter"),
    (['title: "A', "city: B"], '2:8: title: a quote that is not closed: found ""A", expected " at its end', 'a " within the value is written \\"'),
    (["title: 'A", "city: B"], "2:8: title: a quote that is not closed: found \"'A\", expected ' at its end", "a ' within the value is written ''"),
    (["title: 'It's here'"], "2:8: title: words behind a closing quote: found \"'It's here'\", expected quotes around it", 'write title: "It\'s here"'),
    (['title: "Yes" to ferries'], '2:8: title: words behind a closing quote: found ""Yes" to ferries", expected quotes around it', "write title: '\"Yes\" to ferries'"),
    (['title: "C:\\Dateien"'], '2:11: title: a backslash that escapes nothing: found "\\D", expected one of \\n \\t \\" \\\\ …', "write \\\\ for a backslash, or put the value in single quotes"),
    (["title: [Update] Harbour"], '2:8: title: words behind a list: found "[Update] Harbour", expected quotes around it', 'write title: "[Update] Harbour"'),
    (["title: {A} B"], '2:8: title: words behind a mapping: found "{A} B", expected quotes around it', 'write title: "{A} B"'),
    (["tags: [a, b", "title: B"], '2:7: tags: a list that is not closed: found "[a, b", expected ] at its end', "put the value in quotes where it is a text"),
    (["dateline: {places: [{name: A: B}]}"], '2:11: dateline: a mapping that cannot be read: found "{places: [{name: A: B}]}", expected a mapping', "within brackets, put a text that holds : , [ ] { or } in quotes"),
    (["title A", "city: B"], '2:1: a line that is no field: found "title A", expected a field such as `title: …`', "a value of several lines is indented beneath its field; an entry of a list begins with -"),
    (["title: A", "and B"], '3:1: a line that is no field: found "and B", expected a field such as `title: …`', "a value of several lines is indented beneath its field; an entry of a list begins with -"),
    (["title:A", "city: B"], '2:1: no space behind the colon: found "title:A", expected a field such as `title: …`', "write title: A"),
    (["city: B", "title:A"], '3:1: no space behind the colon: found "title:A", expected a field such as `title: …`', "write title: A"),
    (["title:\u00a0A"], '2:1: no space behind the colon: found "title:\\xa0A", expected a field such as `title: …`', "write title: A"),
    (["# A comment", "title:A"], '3:1: no space behind the colon: found "title:A", expected a field such as `title: …`', "write title: A"),
    (["title: A", " city: B"], '3:2: a line that is indented unlike its neighbours: found "city: B", expected what belongs together in one column', "begin it where the line above begins"),
    (["title: A", "contact:", "  name: B", " email: b@example.org"], '5:2: a line that is indented unlike its neighbours: found "email: b@example.org", expected what belongs together in one column', "begin it where the line above begins"),
    (["title: A", "tags:", "  - b", "   - c", "  - 'd'", " - e"], '7:2: a line that is indented unlike its neighbours: found "- e", expected what belongs together in one column', "begin it where the line above begins"),
    (['title: "A', "  B"], '2:8: title: a quote that is not closed: found ""A", expected " at its end', 'a " within the value is written \\"'),
    (['title: ["A",', "  b: c: d]"], '2:8: title: a list that cannot be read: found "["A",", expected a list', "within brackets, put a text that holds : , [ ] { or } in quotes"),
    (['title: "A', '  B"', "city: C: D"], '4:7: city: a colon in a value without quotes: found "C: D", expected quotes around it', 'write city: "C: D"'),
    (["city: ]B"], '2:7: city: a value that begins with ], which YAML keeps for itself: found "]B", expected quotes around it', 'write city: "]B"'),
    (["title: A", "- b"], '3:1: an entry of a list among fields: found "- b", expected a field such as `title: …`', "a list stands beneath its field, such as `tags:`"),
    (["title: &A"], '2: title: an anchor of nothing: found "&A"', "put the value in quotes where & is a part of it"),
    (["title: *A"], '2: title: an alias of nothing: found "*A"', "put the value in quotes where * is a part of it"),
    (["title: !A"], '2: title: a tag that is not read: found "!A", expected plain data', "put the value in quotes where ! is a part of it"),
]  # fmt: skip


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(("fields", "message", "advice"), SLIPS, ids=[" / ".join(s[0]) for s in SLIPS])
def test_the_usual_slips_in_yaml_are_told_with_what_to_type(
    fields: list[str], message: str, advice: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressrelease.markup.yaml._Parser", getattr(yaml, parser))
    assert told(page(*fields)) == f"sample.md:{message}\n  {advice}"


@pytest.mark.parametrize("fields", [s[0] for s in SLIPS], ids=[" / ".join(s[0]) for s in SLIPS])
def test_what_the_advice_says_to_write_can_be_read(fields: list[str]) -> None:
    said = told(page(*fields)).rpartition("\n  write ")[2]
    if said.startswith("title: "):
        at = next(i for i, line in enumerate(fields) if line.startswith("title"))
        assert pr.parse(page(*fields[:at], said, *fields[at + 1 :]), "markdown").headline


def test_a_tab_behind_a_fields_name_is_a_space_or_told() -> None:
    assert pr.parse(page("title:\tA"), "markdown").headline == "A"


def test_yaml_that_is_no_usual_slip_is_told_in_the_parsers_words() -> None:
    assert told(page("title: A", "tags:", "  - b", "#contact:", "  name: C")) == (
        'sample.md:6:3: not YAML: found "name: C"\n'
        "  while parsing a block collection: did not find expected '-' indicator"
    )


@pytest.mark.parametrize("name", ["markdown", "yaml"])
def test_words_behind_a_hash_that_were_read_as_a_comment_are_told(name: str) -> None:
    fields = ["title: Ferry leaves berth #4 at last", "city: A  # really", "urgency: 3 #high"]
    reading = pr.read(page(*fields) if name == "markdown" else "\n".join(fields), name, file="sample.md")
    line = 2 if name == "markdown" else 1
    assert reading.release.headline == "Ferry leaves berth"
    assert str(reading.findings[0]) == (
        f'sample.md:{line}: title: warning: "#4 at last" was read as a comment [comment-in-value]\n'
        '  put the value in quotes where it is a part of it: "Ferry leaves berth #4 at last"'
    )
    assert [f.code for f in reading.findings].count("comment-in-value") == 1
