"""A newsroom is what `newsroom.toml` says; its defaults join a release when it is rendered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from strategies import releases

import pressrelease as pr
from pressrelease.errors import near
from pressrelease.model import Boilerplate, Contact, Dateline, Notice, Organisation

LEAST = 'title = "Example News"\nbase_url = "https://news.example.org"\n[publisher]\nname = "Example"\n'
HOUSE = pr.Newsroom(
    title="Example News",
    base_url="https://news.example.org/press",
    publisher={"name": "Example"},
    language="de",
    time_zone="Europe/Berlin",
    tag_date="2020",
    credit="EXN",
    contacts=[{"name": "Press office"}],
    boilerplates=[{"heading": "About Example", "story": "We are invented."}],
    notices=[{"kind": "liability", "text": "No warranty."}, {"kind": "copyright", "text": "© Example"}],
)


def told(text: str) -> str:
    """Return the whole message of the error that `text` raises."""
    with pytest.raises(pr.InvalidNewsroom) as raised:
        pr.Newsroom.parse(text)
    return str(raised.value)


def test_three_lines_are_enough() -> None:
    newsroom = pr.Newsroom.parse(LEAST)
    assert newsroom == pr.Newsroom(
        title="Example News", base_url="https://news.example.org/", publisher=Organisation(name="Example")
    )


def test_a_folder_is_loaded_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text(LEAST)
    assert pr.Newsroom.load(tmp_path) == pr.Newsroom.load(tmp_path / "newsroom.toml")
    assert pr.Newsroom.load(tmp_path).root == tmp_path


# --- bad input --------------------------------------------------------------------------------------------------------


def test_a_typo() -> None:
    assert told(LEAST.replace("base_url", "base_ulr")) == (
        "newsroom.toml: base_url: missing: expected a base url\n"
        'newsroom.toml:2: base_ulr: no such field: found "base_ulr"\n  did you mean "base_url"?'
    )


def test_a_typo_within_a_table() -> None:
    assert told(LEAST + "[feeds]\nsize = 20\ncontents = 'full'\n") == (
        'newsroom.toml:7: feeds.contents: no such field: found "contents"\n  did you mean "content"?'
    )


def test_a_base_url_without_scheme() -> None:
    assert told(LEAST.replace("https://", "")) == (
        'newsroom.toml:2: base_url: not a web address: found "news.example.org",'
        " expected an absolute URL such as https://example.org/news"
    )


def test_a_base_url_with_a_query() -> None:
    assert "base_url has a query or a fragment" in told(LEAST.replace(".org", ".org/?a=1"))


def test_what_is_no_toml() -> None:
    assert told('tags = ["a"\ntitle = "x"') == (
        'newsroom.toml:2:1: not TOML: found "title = "x""\n  Unclosed array'
    )


def test_a_publisher_without_a_name() -> None:
    assert told(LEAST.replace('name = "Example"', "")) == (
        "newsroom.toml:3: publisher: an organisation without a name: found {}, expected `name` or `legal_name`"
    )


def test_no_newsroom(tmp_path: Path) -> None:
    with pytest.raises(pr.InvalidNewsroom) as raised:
        pr.Newsroom.load(tmp_path)
    assert str(raised.value) == (
        f"{tmp_path / 'newsroom.toml'}: cannot be read (No such file or directory):"
        " expected a UTF-8 text file newsroom.toml\n  `pressrelease new FOLDER` starts a newsroom folder"
    )


def test_a_mark_before_utf_8_is_no_part_of_the_newsroom(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text(LEAST, "utf-8-sig")
    assert pr.Newsroom.load(tmp_path).title == pr.Newsroom.parse(LEAST).title


def test_a_newsroom_that_is_not_utf_8_says_in_which_line(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text("# one\n" + LEAST.replace('"Example"', '"Größe"'), "latin-1")
    with pytest.raises(pr.InvalidNewsroom, match="not UTF-8: found the byte F6") as raised:
        pr.Newsroom.load(tmp_path)
    assert raised.value.problems[0].where.line == 5


def test_a_colour_is_asked_for_in_words() -> None:
    assert told(LEAST + '[theme]\naccent = "petrol"\n') == (
        f'newsroom.toml:{len(LEAST.splitlines()) + 2}: theme.accent: not a colour: found "petrol", '
        "expected # and six digits, such as #0a5566"
    )


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"title = '\x00'", b"[[[[", b"a = " + b"[" * 5000])
def test_whatever_the_bytes_the_error_is_ours(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "newsroom.toml").write_bytes(data)
    with pytest.raises(pr.InvalidNewsroom):
        pr.Newsroom.load(tmp_path)


@pytest.mark.parametrize(
    ("name", "known", "advice"),
    [
        ("titel", ["title", "date"], 'did you mean "title"?'),
        ("xyz", ["title", "date"], "known: title, date"),
        ("xyz", [], ""),
    ],
)
def test_a_near_match_is_named(name: str, known: list[str], advice: str) -> None:
    assert near(name, known) == advice


# --- what joins a release ---------------------------------------------------------------------------------------------


def test_a_bare_release_gets_everything() -> None:
    release = pr.Release(headline="A", slug="a", dateline={"date": "2026-03-02", "time": "09:30"})
    assert HOUSE.completed(release) == pr.Release(
        headline="A",
        slug="a",
        id="tag:news.example.org,2020:press/a",
        url="https://news.example.org/press/a/",
        language="de",
        dateline=Dateline(date="2026-03-02", time="09:30", credit="EXN"),
        published=dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC),
        publisher=Organisation(name="Example"),
        contacts=[Contact(name="Press office")],
        boilerplates=[Boilerplate(heading="About Example", story="We are invented.")],
        notices=[
            Notice(kind="liability", text="No warranty."),
            Notice(kind="copyright", text="© Example"),
        ],
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "urn:a"},
        {"url": "https://example.org/a"},
        {"language": "fr"},
        {"publisher": {"name": "Other"}},
        {"contacts": [{"name": "Ada"}]},
        {"boilerplates": [{"story": "Other."}]},
        {"dateline": {"credit": "AP", "date": "2026-03-02"}},
        {
            "published": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
            "dateline": {"date": "2026-03-02", "credit": "AP"},
        },
    ],
)
def test_what_a_release_says_itself_stays(fields: dict[str, Any]) -> None:
    release = pr.Release(headline="A", **fields)
    whole = HOUSE.completed(release)
    for name in fields:
        assert getattr(whole, name) == getattr(release, name)


def test_notices_join_by_kind() -> None:
    """A release that has its own liability notice gets the house's copyright notice only."""
    whole = HOUSE.completed(pr.Release(headline="A", notices=[{"kind": "liability", "text": "Mine."}]))
    assert [n.text for n in whole.notices] == ["Mine.", "© Example"]


@given(release=releases())
def test_a_completed_release_is_complete_and_valid(release: pr.Release) -> None:
    whole = HOUSE.completed(release)
    assert HOUSE.completed(whole) == whole
    assert whole.changed() == whole
    assert whole.story == release.story
