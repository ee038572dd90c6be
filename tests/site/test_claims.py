"""Addresses: none for two releases, none that the site uses itself, hidden releases asked too and never shown."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.files import FileProblem

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HIDDEN = "embargo: 2027-01-01T00:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    made.mkdir()
    (made / "newsroom.toml").write_text(
        'title = "Example"\nbase_url = "https://news.example.org/"\n[publisher]\nname = "Example Ports"\n'
        '[site]\noutputs = ["pages", "redirects", "topics", "twins", "feeds"]\n'
    )
    return made


def write(folder: Path, name: str, *fields: str) -> Path:
    told = "".join(f"{field}\n" for field in ("published: 2026-03-01T09:00Z", *fields))
    path = folder / f"{name}.md"
    path.write_text(f"---\nheadline: News of {name}\n{told}---\n\nThe port opened.\n", "utf-8")
    return path


def built(folder: Path) -> dict[str, bytes]:
    out = folder.parent / "public"
    pr.build(pr.Newsroom.load(folder), out, now=NOW)
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def told(folder: Path) -> list[str]:
    with pytest.raises(FileProblem) as error:
        built(folder)
    return [str(problem) for problem in error.value.problems]


def test_a_former_address_that_a_hidden_release_will_have_is_told_before_its_embargo_ends(
    folder: Path,
) -> None:
    write(folder, "merger", HIDDEN)
    path = write(folder, "ports", "aliases: [merger]")
    assert told(folder) == [
        f'{path}:4: aliases: one address for two releases: found "merger", expected an address that merger.md has not\n'
        "  merger.md has https://news.example.org/merger/: take the alias out of one of them, or give the other a `slug`"
    ]


def test_a_clash_with_a_hidden_release_leaves_the_published_site_as_it_was(folder: Path) -> None:
    write(folder, "ports", "aliases: [merger]")
    before = built(folder)
    write(folder, "merger", HIDDEN)
    told(folder)
    out = folder.parent / "public"
    assert {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_two_releases_do_not_have_one_former_address(folder: Path) -> None:
    write(folder, "ferries", "aliases: [boats]")
    path = write(folder, "ships", "aliases: [Boats]", HIDDEN)
    assert told(folder) == [
        f'{path}:4: aliases: one address for two releases: found "Boats", expected an address that ferries.md has not\n'
        "  ferries.md had, too, by its `aliases` https://news.example.org/boats/: take the alias out of one of them, or "
        "give the other a `slug`"
    ]


def test_a_former_address_may_be_the_present_one(folder: Path) -> None:
    write(folder, "ports", "aliases: [ports]")
    assert "ports/index.html" in built(folder)


def test_a_former_address_in_an_edition_is_asked_too(folder: Path) -> None:
    write(folder, "merger")
    write(folder, "merger.de", HIDDEN)
    write(folder, "ports", "aliases: [merger.de]")
    assert [line.partition(", expected")[0].partition("ports.md")[2] for line in told(folder)] == [
        ':4: aliases: one address for two releases: found "merger.de"'
    ]


@pytest.mark.parametrize(
    "name", ["topics", "Search", "archive", "index", "de", "topics.de", "index.de", "feed.json", "404.html"]
)
def test_an_address_that_the_site_uses_itself_is_no_releases(folder: Path, name: str) -> None:
    write(folder, "merger")
    write(folder, "merger.de", HIDDEN)
    path = write(folder, name)
    slug = name.lower()
    parts = slug.removesuffix(".de")
    address = f"de/{parts}" if parts != slug else slug
    assert told(folder) == [
        f'{path}: slug: an address that the site uses itself: found "{slug}", expected a slug of its own\n'
        f"  https://news.example.org/{address}/ is a page or folder of the site; give the release another one: `slug: …`"
    ]


def test_a_slug_or_alias_that_is_written_down_is_told_with_its_line(folder: Path) -> None:
    slug = write(folder, "one", "slug: topics")
    alias = write(folder, "two", "aliases:", "- boats", "- search")
    assert [line.partition(": found")[0] for line in told(folder)] == [
        f"{slug}:4: slug: an address that the site uses itself",
        f"{alias}:6: aliases: an address that the site uses itself",
    ]


def test_a_language_that_nobody_writes_is_an_address_like_any_other(folder: Path) -> None:
    write(folder, "de")
    assert "de/index.html" in built(folder)


def test_two_releases_of_a_family_in_one_language_are_told_with_both_files(folder: Path) -> None:
    write(folder, "merger")
    path = write(folder, "merger.de-DE", "language: de")
    write(folder, "merger.de")
    assert told(folder) == [
        f'{path.with_name("merger.de.md")}: language: two releases of a family in one language: found "de", expected '
        "another language than that of merger.de-DE.md\n"
        "  say the `language` of each, or rename the one that is no translation"
    ]


def test_two_sorts_of_one_language_are_two_editions_each_at_one_address(folder: Path) -> None:
    for name in ("merger", "merger.pt", "merger.pt-BR"):
        write(folder, name)
    made = built(folder)
    assert {
        "pt/index.html",
        "pt/merger/index.html",
        "pt-br/index.html",
        "pt-br/merger/index.html",
    } <= made.keys()
    assert not any("pt-BR" in path for path in made)


def test_letter_case_parts_no_family(folder: Path) -> None:
    write(folder, "Merger")
    write(folder, "merger.DE")
    made = built(folder)
    assert b'hreflang="de" href="https://news.example.org/de/merger/"' in made["merger/index.html"]
    assert b'<html lang="de"' in made["de/merger/index.html"]


def test_a_release_named_twice_but_for_its_capitals_is_told_once(folder: Path) -> None:
    (folder / "2026").mkdir()
    write(folder, "merger")
    write(folder, "2026/Merger")
    # Files below the folder come after those in it.
    assert [line.partition(": found")[0] for line in told(folder)] == [
        f"{folder / '2026' / 'Merger.md'}: slug: two releases with one slug"
    ]


def test_an_accent_in_one_letter_or_in_two_is_one_address(folder: Path) -> None:
    write(folder, unicodedata.normalize("NFD", "café"))
    write(folder, unicodedata.normalize("NFC", "café.de"))
    made = built(folder)
    assert {"café/index.html", "de/café/index.html"} <= made.keys()
    assert b'hreflang="de"' in made["café/index.html"]


def test_topics_of_signs_alone_have_pages_of_their_own(folder: Path) -> None:
    write(folder, "stars", "keywords: ['***', '★', release]")
    assert [
        path
        for path in built(folder)
        if path.startswith("topics/") and path.count("/") == 2 and path.endswith(".html")
    ] == [
        "topics/asterisk-asterisk-asterisk/index.html",
        "topics/black-star/index.html",
        "topics/release/index.html",
    ]


def test_topics_that_signs_tell_apart_have_pages_of_their_own(folder: Path) -> None:
    write(folder, "code", "keywords: [C, C++, 'C#', '#harbour', harbour, Canal+]")
    assert {path.split("/")[1] for path in built(folder) if path.startswith("topics/")} == {
        "c",
        "c-plus-plus",
        "c-sharp",
        "canal-plus",
        "harbour",
        "index.html",
        "index.md",
    }


def test_a_long_topic_of_any_script_has_a_page(folder: Path) -> None:
    """A character has up to four bytes, a file's name at most 255: the build failed on it."""
    write(folder, "harbour", f"keywords: [{'港' * 90}]")
    assert f"topics/{'港' * 66}/index.html" in built(folder)


def test_topics_that_differ_in_vowel_signs_have_pages_of_their_own(folder: Path) -> None:
    """Vowels of Hindi, Tamil or Thai are marks on the letter before: without them two of these were one topic."""
    write(folder, "harbour", "keywords: [दील, दाल, दल]")
    pages = {path.split("/")[1] for path in built(folder) if path.startswith("topics/")}
    assert pages - {"index.html", "index.md"} == {"दील", "दाल", "दल"}


def test_a_release_named_in_any_script_is_at_its_name(folder: Path) -> None:
    for name in ("हिन्दी", "ภาษาไทย", "தமிழ்"):
        write(folder, name)
    assert {f"{name}/index.html" for name in ("हिन्दी", "ภาษาไทย", "தமிழ்")} <= built(folder).keys()
