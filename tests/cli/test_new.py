"""`pressrelease new`: a newsroom, or a release in one, in the language it is asked for, which builds at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import pressrelease as pr
from pressrelease.cli.app import app
from pressrelease.wording import LANGUAGES, wording


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, args)), catch_exceptions=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_newsroom_speaks_its_language_and_builds_at_once(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "mynews"
    assert run("new", folder, "--language", language).exit_code == 0
    assert run("build", folder, "--out", tmp_path / "public").exit_code == 0
    word = wording(language)
    made = pr.load(folder / f"{word('new_file')}.md")
    assert (made.headline, made.language) == (word("new_opening"), language)
    assert made.quotes[0].text == word("new_quote")
    page = (tmp_path / "public" / word("new_file") / "index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in page
    assert word("new_lead") in page


def test_letters_stay_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    folder = tmp_path / "mynews"
    run("new", folder, "--language", "de", "--publisher", 'Häfen "Süd" & Söhne: Köln')
    assert (folder / "newsroom.toml").read_text("utf-8") == (
        "# Was Ihr Newsroom ist. Nur diese drei Angaben sind nötig: title, base_url, [publisher] name.\n"
        'title = "Newsroom von Häfen \\"Süd\\" & Söhne: Köln"\n'
        'base_url = "https://news.example.org/"\n'
        'language = "de"\n'
        "# Zone der Zeiten, die keine nennen. Ohne sie bleibt gesperrt, was eine Sperrfrist ohne Zone hat.\n"
        'time_zone = "Europe/Berlin"\n'
        "\n"
        "[publisher]\n"
        'name = "Häfen \\"Süd\\" & Söhne: Köln"\n'
        "\n"
        "[[contacts]]\n"
        'heading = "Pressekontakt"\n'
        'name = "Pressestelle"\n'
        'emails = ["press@example.org"]\n'
    )
    text = (folder / "erste-mitteilung.md").read_text("utf-8")
    assert 'headline: "Ein Newsroom öffnet seine Türen"\n' in text
    assert 'heading: "Über Häfen \\"Süd\\" & Söhne: Köln"\n' in text
    assert pr.load(folder / "erste-mitteilung.md").boilerplates[0].heading == 'Über Häfen "Süd" & Söhne: Köln'


def test_a_release_takes_language_and_time_from_its_newsroom(tmp_path: Path) -> None:
    folder = tmp_path / "mynews"
    run("new", folder, "--language", "fr", "--time-zone", "Asia/Tokyo")
    run("new", folder / "suite.md")
    text = (folder / "suite.md").read_text("utf-8")
    assert 'headline: "Un titre qui dit la nouvelle"\n' in text
    assert re.search(r"^published: \S+\+09:00$", text, re.M)


def test_a_release_may_be_in_another_language_than_its_newsroom(tmp_path: Path) -> None:
    run("new", tmp_path / "mynews")
    run("new", tmp_path / "mynews" / "nieuws.md", "--language", "nl")
    made = pr.load(tmp_path / "mynews" / "nieuws.md")
    assert (made.language, made.headline) == ("nl", "Een kop die het nieuws zegt")


def test_a_name_with_a_language_starts_a_translation(tmp_path: Path) -> None:
    run("new", tmp_path / "mynews")
    run("new", tmp_path / "mynews" / "first-release.de.md")
    made = pr.load(tmp_path / "mynews" / "first-release.de.md")
    assert (made.language, made.headline) == ("de", wording("de")("new_headline"))
    run("new", tmp_path / "mynews" / "autre.de.md", "--language", "fr")
    assert pr.load(tmp_path / "mynews" / "autre.de.md").language == "fr"


@pytest.mark.parametrize(
    ("machine", "given", "zone"),
    [
        ("Europe/Lisbon", (), "Europe/Lisbon"),
        (":America/New_York", (), "America/New_York"),
        ("UTC", (), ""),
        ("Etc/UTC", (), ""),
        ("CET-1CEST", (), ""),
        ("Nowhere/Land", (), ""),
        ("Europe/Lisbon", ("--time-zone", "UTC"), "UTC"),
    ],
)
def test_a_zone_is_the_one_given_or_the_machines_where_it_names_one(
    machine: str, given: tuple[str, ...], zone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", machine)
    run("new", tmp_path / "mynews", *given)
    assert pr.Newsroom.load(tmp_path / "mynews").time_zone == zone
    told = "\n# Zone of times that name none. Without it an embargo that names no zone is held until somebody looks.\n"
    line = f'time_zone = "{zone}"' if zone else '# time_zone = "Europe/Berlin"'
    assert f"{told}{line}\n" in (tmp_path / "mynews" / "newsroom.toml").read_text("utf-8")


def test_a_language_that_the_interface_does_not_speak_is_told(tmp_path: Path) -> None:
    done = run("new", tmp_path / "nowosci.md", "--language", "pl")
    assert done.stderr == (
        f"{tmp_path}/nowosci.md: its words are English; known are ar, de, en, es, fr, it, nl\n"
    )
    assert pr.load(tmp_path / "nowosci.md").language == "pl"


def test_a_house_may_have_a_form_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "mynews"
    run("new", folder)
    (folder / "templates" / "new").mkdir(parents=True)
    (folder / "templates" / "new" / "release.md").write_text("---\nheadline: {{ headline }}\n---\n\nOurs.\n")
    run("new", folder / "ours.md", "--headline", "News: ours")
    assert (folder / "ours.md").read_text("utf-8") == '---\nheadline: "News: ours"\n---\n\nOurs.\n'


def test_a_form_that_cannot_be_read_back_is_not_begun(tmp_path: Path) -> None:
    folder = tmp_path / "mynews"
    run("new", folder)
    (folder / "templates" / "new").mkdir(parents=True)
    (folder / "templates" / "new" / "release.md").write_text("---\nheadlin: {{ headline }}\n---\n")
    with pytest.raises(pr.PressReleaseError, match='no such field: found "headlin"'):
        run("new", folder / "ours.md")
    assert not (folder / "ours.md").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_new_writes_is_found_by_check_until_it_is_written_over(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "mynews"
    run("new", folder, "--language", language)
    run("new", folder / "next.md")
    done = run("check", folder)
    assert done.exit_code == 1
    word = wording(language)
    for part in ("headline", "subheadline", "place", "boilerplate", "lead", "quote", "speaker", "rest"):
        assert f"“{word(f'new_{part}')}” is still as `pressrelease new` wrote it" in done.stdout


def test_a_release_in_a_newsroom_is_begun_as_a_draft_that_no_build_shows(tmp_path: Path) -> None:
    folder = tmp_path / "mynews"
    run("new", folder)
    run("new", folder / "next.md")
    assert pr.load(folder / "next.md").status == "withheld"
    run("build", folder, "--out", tmp_path / "public")
    assert not (tmp_path / "public" / "next").exists()
    text = (folder / "next.md").read_text("utf-8")
    (folder / "next.md").write_text(re.sub(r"^draft: .*\n", "", text, flags=re.M), "utf-8")
    run("build", folder, "--out", tmp_path / "public")
    assert (tmp_path / "public" / "next" / "index.html").exists()


def test_a_translation_is_begun_without_what_it_inherits(tmp_path: Path) -> None:
    run("new", tmp_path / "mynews")
    run("new", tmp_path / "mynews" / "first-release.de.md")
    head = (tmp_path / "mynews" / "first-release.de.md").read_text("utf-8").split("---")[1]
    assert re.findall(r"^\w+", head, re.M) == ["headline", "subheadline", "language", "draft"]


def test_a_house_with_a_boilerplate_of_its_own_is_given_no_other(tmp_path: Path) -> None:
    run("new", tmp_path / "mynews")
    with (tmp_path / "mynews" / "newsroom.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[boilerplates]]\nheading = "About us"\nstory = "We run the harbour."\n')
    run("new", tmp_path / "mynews" / "next.md")
    assert "boilerplates" not in (tmp_path / "mynews" / "next.md").read_text("utf-8")
