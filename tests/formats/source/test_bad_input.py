"""Documents that cannot be read say what is wrong, where, and what to do; those that can be repaired say so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.files.place import read_alone
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import DEFAULT, Source

NEWSROOM = pr.Newsroom(
    title="Example News",
    base_url="https://example.org",
    publisher={"name": "Example"},
    time_zone="Europe/Berlin",
)


def page(*fields: str, body: str = "Text.") -> str:
    """Return a Markdown document whose first field stands in line 2."""
    return "\n".join(["---", *fields, "---", "", body, ""])


def told(data: str | bytes, name: str = "markdown") -> str:
    """Return the whole message of the error that reading `data` raises."""
    with pytest.raises(pr.PressReleaseError) as raised:
        pr.parse(data, name, file=f"sample.{name[:4]}")
    return str(raised.value)


def found(
    data: str | bytes, name: str = "markdown", newsroom: pr.Newsroom | None = None
) -> tuple[pr.Release, list[str]]:
    """Return the release that `data` holds, and what was noticed."""
    reading = pr.read(data, name, file="sample.md", newsroom=newsroom)
    return reading.release, [str(f) for f in reading.findings]


# --- errors ---------------------------------------------------------------------------------------------------------


def test_no_headline() -> None:
    assert told(page("city: Berlin")) == (
        "sample.mark: headline: missing: expected a headline\n  write one in the field `headline` (or `title`)"
    )


def test_an_impossible_date() -> None:
    assert told(page("title: A", "dateline:", "  date: 26.13.2020")) == (
        'sample.mark:4: dateline.date: not a date: found "26.13.2020",'
        " expected a date such as 2020-12-26 or 26.12.2020\n"
        "  month 13 does not exist; did you mean 26.12.2020?"
    )


def test_a_day_that_its_month_does_not_have() -> None:
    assert told(page("title: A", "date: 2026-02-30")) == (
        'sample.mark:3: date: not a date: found "2026-02-30", expected a date such as 2020-12-26 or 26.12.2020\n'
        "  February 2026 has 28 days; did you mean 2026-02-28?"
    )


def test_tabs_in_yaml() -> None:
    assert told(page("title: A", "contact:", "\tname: B")) == (
        "sample.mark:4:1: a tab: expected spaces\n  YAML is indented with spaces only"
    )


@pytest.mark.parametrize("name", ["markdown", "yaml", "json"])
def test_duplicate_keys(name: str) -> None:
    text = {
        "markdown": page("title: A", "city: B", "title: C"),
        "yaml": "# A comment\ntitle: A\ncity: B\ntitle: C\n",
        "json": '{\n"title": "A",\n"city": "B",\n"title": "C"}',
    }[name]
    assert told(text, name) == (
        f"sample.{name[:4]}:4: title: a key that stands twice\n  the first stands in line 2; keep one"
    )


def test_a_yaml_bomb() -> None:
    levels = [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    assert told("\n".join(["title: A", "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", *levels]), "yaml") == (
        "sample.yaml:7: f.0: too many values: expected at most 200,000\n  aliases multiply what they repeat"
    )


def test_yaml_that_contains_itself() -> None:
    assert told("title: A\nextra: &a {b: *a}", "yaml") == (
        'sample.yaml:2: extra.b: a value that contains itself: found "*a"'
    )


def test_yaml_that_would_make_an_object() -> None:
    assert told("title: !!python/object/apply:os.getcwd []", "yaml") == (
        "sample.yaml:1: title: a tag that is not read: found "
        '"tag:yaml.org,2002:python/object/apply:os.getcwd", expected plain data'
    )


@pytest.mark.parametrize("name", ["yaml", "json"])
@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_nesting(name: str, depth: int) -> None:
    place = ":1" if name == "yaml" else ""
    text = '{"extra": {"a": ' + "[" * depth + "]" * depth + "}}"
    assert told(text, name) == f"sample.{name}{place}: nested too deeply: expected at most 200 levels"


def test_a_number_of_many_digits() -> None:
    digits = "9" * 5000
    assert told(f'{{"extra": {{"a": {digits}}}}}', "json") == (
        f'sample.json: a number too long to be one: found "{"9" * 58}…, expected at most 4300 digits'
    )
    assert told(f"extra:\n  a: {digits}\n", "yaml") == (
        f'sample.yaml:2: extra.a: a number too long to be one: found "{"9" * 58}…'
    )


def test_numbers_that_json_does_not_know() -> None:
    assert told('{"extra": {"a": NaN}}', "json") == (
        'sample.json: not a number that JSON knows: found "NaN", expected a finite number'
    )


def test_a_nul_byte_in_json() -> None:
    assert told(b'{"headline": "A\x00B"}', "json") == (
        'sample.json:1:16: not JSON: found "\\x00B"}"\n  Invalid control character at'
    )


def test_empty_data() -> None:
    assert told(b"") == (
        "sample.mark: empty: expected a release\n"
        "  write a headline and a text, or see whether the file was saved whole"
    )


def test_an_unknown_field_with_its_near_match() -> None:
    assert told(page("title: A", "subtitel: B")) == (
        'sample.mark:3: subtitel: no such field: found "subtitel"\n  did you mean "subtitle"?'
    )


def test_an_unknown_field_of_a_part() -> None:
    assert told(page("title: A", "contact:", "  nmae: B")) == (
        'sample.mark:4: contact.nmae: no such field: found "nmae"\n  did you mean "name"?'
    )


def test_a_wrong_type() -> None:
    assert told(page("title: [1, 2]")) == "sample.mark:2: title: not a text: found [1, 2], expected a text"


def test_every_problem_is_told_at_once_in_the_order_of_the_document() -> None:
    text = page(
        "title: A", "date: 31.04.2020", "lang: Deutsch!", "contact:", "  name: B", "  email: nobody",
        "updated: 2026-01-01 10:00", "urgency: 12",
    )  # fmt: skip
    assert told(text).splitlines() == [
        'sample.mark:3: date: not a date: found "31.04.2020", expected a date such as 2020-12-26 or 26.12.2020',
        "  April has 30 days; did you mean 30.04.2020?",
        'sample.mark:4: lang: not a language tag: found "Deutsch!", expected a BCP 47 tag such as en, de-AT or zh-Hant',
        (
            'sample.mark:7: contact.email: not an e-mail address: found "nobody",'
            " expected an address such as press@example.org"
        ),
        (
            'sample.mark:8: updated: a moment without a zone: found "2026-01-01 10:00:00",'
            " expected a zone, such as 2026-03-02T09:00+01:00"
        ),
        "  or `time_zone` in newsroom.toml",
        "sample.mark:9: urgency: no such urgency: found 12, expected 1 (most urgent) to 9",
    ]


def test_problems_of_json_name_their_lines() -> None:
    assert told('{\n"headline": "A",\n"contacts": [\n{"emails": [\n"nobody"]}]}', "json") == (
        'sample.json:5: contacts.0.emails.0: not an e-mail address: found "nobody",'
        " expected an address such as press@example.org"
    )


def test_problems_of_toml_name_their_lines() -> None:
    assert told('+++\ntitle = "A"\n[contact]\nemail = "nobody"\n+++\n') == (
        'sample.mark:4: contact.email: not an e-mail address: found "nobody",'
        " expected an address such as press@example.org"
    )


def test_toml_that_is_none() -> None:
    assert told("+++\na = 1\na = 2\n+++\n") == (
        'sample.mark:3:6: a name that stands twice: found "a = 2"\n  keep one of them'
    )


def test_json_that_is_none() -> None:
    assert told('{"title": "A",}', "json") == (
        'sample.json:1:15: not JSON: found "}"\n  Expecting property name enclosed in double quotes'
    )


def test_front_matter_without_an_end() -> None:
    assert told("---\ntitle: A\n\nText.\n") == (
        "sample.mark:1: front matter without an end: expected a line --- behind the last field\n"
        "  write --- on a line of its own between the fields and the text"
    )


def test_front_matter_that_is_a_list() -> None:
    assert told(page("- A")) == (
        "sample.mark: front matter that is no mapping: found ['A'], expected fields such as `title: …`"
    )


def test_two_bodies() -> None:
    assert (
        told(page("title: A", "story: B"))
        == "sample.mark:3: story: a story beside the body\n  keep one of them"
    )


def test_two_speakers_for_one_quote() -> None:
    quotes = ["quotes:", "- {text: Yes, speaker: A}", "- {text: Yes, speaker: B}"]
    assert told(page("title: A", *quotes)) == (
        'sample.mark:3: quotes: two speakers for one quote: found "A" and "B" for "Yes", expected one speaker'
    )


# --- repairs --------------------------------------------------------------------------------------------------------


def test_nul_bytes_are_removed() -> None:
    release, noticed = found(page("title: A\x00B"))
    assert release.headline == "AB"
    assert noticed == [
        "sample.md:2: warning: characters that no document may hold were removed, the first U+0000 [illegal-character]"
    ]


def test_nul_bytes_at_the_very_end_are_removed() -> None:
    release, noticed = found(page("title: A") + "\x00\x00")
    assert release.story.text == "Text."
    assert len(noticed) == 1


def test_a_latin_1_file_is_read_as_such() -> None:
    release, noticed = found(page("title: Größe").encode("latin-1"))
    assert release.headline == "Größe"
    assert noticed == [
        "sample.md:2: warning: not UTF-8; read as Windows-1252 [charset]\n  save the file as UTF-8"
    ]


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_file_with_a_byte_order_mark_is_read(charset: str) -> None:
    assert found(page("title: Größe").encode(charset))[1] == []


def test_a_lone_surrogate_is_removed() -> None:
    release, noticed = found('{"headline": "A \\ud800 B"}', "json")
    assert release.headline == "A B"
    assert noticed == [
        (
            "sample.md:1: headline: warning: characters that no document may hold were removed,"
            " the first U+D800 [illegal-character]"
        )
    ]


@pytest.mark.parametrize("escape", ["\\f", "\\b", "\\u000b"])
def test_a_control_character_by_any_escape_is_removed(escape: str) -> None:
    """It must not stop a publication."""
    release, noticed = found(f'{{"headline": "A {escape}B"}}', "json")
    assert release.headline == "A B"
    assert len(noticed) == 1


def test_an_empty_entry_of_a_list_is_left_out_and_told() -> None:
    release, noticed = found('{"headline": "A", "keywords": ["", "port", " ", "\\u0000", null]}', "json")
    assert release.keywords == ("port",)
    assert [line for line in noticed if "empty-entry" in line] == [
        f"sample.md:1: keywords.{i}: info: an empty entry of a list was left out [empty-entry]"
        for i in (0, 2, 3, 4)
    ]


def test_a_surrogate_pair_is_the_one_character_it_stands_for() -> None:
    assert found('{"headline": "\\ud83d\\ude00"}', "json")[0].headline == "\U0001f600"


def test_a_script_in_a_headline_is_text() -> None:
    release, noticed = found(page("title: <script>alert(1)</script>"))
    assert release.headline == "<script>alert(1)</script>"
    assert noticed == []


def test_an_embargo_without_zone_holds() -> None:
    release, noticed = found(page("title: A", "embargo: 2026-03-02 09:00"))
    assert release.embargo == pr.Embargo(until=None, printed="2026-03-02 09:00")
    assert not release.is_public(dt.datetime(2999, 1, 1, tzinfo=dt.UTC))
    assert noticed == [
        (
            'sample.md:3: embargo: warning: the embargo "2026-03-02 09:00" names no zone;'
            " the release is held [embargo-without-zone]\n  add its zone, as in 2026-03-02T09:00+01:00"
        )
    ]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("sometime soon", "sometime soon"),
        ("2026-13-01 09:00Z", "2026-13-01 09:00Z"),
        ("[1]", "[1]"),
        ("7", "7"),
    ],
)
def test_an_embargo_that_cannot_be_read_holds(value: str, printed: str) -> None:
    release, noticed = found(page("title: A", f"embargo: {value}"))
    assert release.embargo == pr.Embargo(until=None, printed=printed)
    assert len(noticed) == 1
    assert "the release is held [embargo-unreadable]" in noticed[0]


def test_an_unreadable_lift_within_a_mapping_holds() -> None:
    release, noticed = found(page("title: A", "embargo: {until: tomorrow, binding: false}"))
    assert release.embargo == pr.Embargo(until=None, binding=False, printed="tomorrow")
    assert len(noticed) == 1


def test_an_embargo_in_the_newsrooms_zone_says_so() -> None:
    release, noticed = found(page("title: A", "embargo: 2026-03-02 09:00"), newsroom=NEWSROOM)
    assert release.embargo is not None
    assert release.embargo.until == dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
    assert noticed == [
        (
            "sample.md:3: embargo: info: the embargo names no zone; it lifts at 2026-03-02T09:00:00+01:00"
            " [embargo-in-newsroom-zone]\n  write it as 2026-03-02T09:00+01:00"
        )
    ]


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-02 09:00 Europe/Berlin",
        "2026-03-02T09:00+01:00",
        "2026-03-02 08:00 UTC",
        "until 2 March 2026, 9:00 CET",
    ],
)
def test_an_embargo_that_names_its_zone_is_understood(value: str) -> None:
    release, noticed = found(page("title: A", f"embargo: {value}"))
    assert release.embargo == pr.Embargo(until=dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC))
    assert noticed == []


def test_a_quote_that_stands_nowhere_is_added_and_told() -> None:
    reading = pr.read(page("title: A", "quotes: [{text: Not here., speaker: Ada}]"), "markdown")
    assert reading.release.story.text == "Text.\n\nNot here.\n— Ada"
    assert reading.findings == (
        Finding(
            "quote-not-in-story",
            "warning",
            '"Not here." stands nowhere in the story; it was added',
            Where(line=3, field="quotes"),
        ),
    )


def test_deep_blocks_take_linear_time() -> None:
    """A search for comments once went over each indentation again from each of its columns."""
    text = "".join(" " * i + "- \n" for i in range(2_000))
    assert told(text, "yaml") == "sample.yaml:202: nested too deeply: expected at most 200 levels"


def test_stray_bytes_in_utf_8_are_windows_1252_and_named_by_line() -> None:
    data = (
        "Große Türme für München\n\nÜber den Häusern stehen jetzt Kräne.\n\nEin Café".encode()
        + b" f\xfcr alle.\n"
    )
    text, findings = Source(data, "a.txt").text()
    assert text.startswith("Große Türme")
    assert text.endswith("Ein Café für alle.\n")
    assert [str(f) for f in findings] == [
        "a.txt:5: warning: bytes that are not UTF-8 in line 5; read as Windows-1252 [charset]\n  save the file as UTF-8"
    ]


def test_windows_1252_is_read_whole_though_two_of_its_letters_look_like_utf_8() -> None:
    said = "Größe für München: Ã¼ ist kein ü\n"
    text, findings = Source(said.encode("cp1252")).text()
    assert text == said
    assert findings[0].message == "not UTF-8; read as Windows-1252"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_and_told(name: str) -> None:
    reading = pr.read("Große Türme für München\n\nAlle Kräne stehen jetzt.\n".encode(name), "text")
    assert reading.release.headline == "Große Türme für München"
    assert [f.message for f in reading.findings][:1] == [f"no byte order mark; read as {name.upper()}"]


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("deutsch", "write `de`"),
        ("English", "write `en`"),
        ("ger", "write `de`"),
        ("xx", "write its code, such as `de` or `en-GB`"),
    ],
)
def test_a_language_that_is_no_code_is_told_with_its_code(said: str, advice: str) -> None:
    (found,) = pr.read(page("headline: A", f"language: {said}"), "markdown", file="a.md").findings
    assert (found.code, found.severity, found.where.line, found.fix) == (
        "language-unknown",
        "warning",
        3,
        advice,
    )


@pytest.mark.parametrize("said", ["de", "de-AT", "en_GB.UTF-8", "und", "nds", "xal"])
def test_a_code_of_a_language_is_not_told(said: str) -> None:
    assert pr.read(page("headline: A", f"language: {said}"), "markdown").findings == ()


def test_the_advice_for_an_embargo_shows_the_moment_that_was_read() -> None:
    text = page("headline: A", "language: de", "embargo: 27.11.2026 09:00")
    (found,) = pr.read(text, "markdown", newsroom=NEWSROOM).findings
    assert found.fix == "write it as 2026-11-27T09:00+01:00"
    (found,) = pr.read(text, "markdown").findings
    assert found.fix == "add its zone, as in 2026-11-27T09:00+01:00"


def test_a_file_that_names_another_language_than_its_release_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.uk.md"
    file.write_text(page("headline: A", "language: en"), "utf-8")
    (found,) = read_alone(file, None, DEFAULT).findings
    assert (found.code, found.message) == ("language-of-file", "the name of the file says uk, the release en")
