"""The card of each release: drawn once, named by its page, never with boxes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from images import reopened, saved, shades

import pressrelease as pr
from pressrelease.files import FileProblem

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def room(folder: Path, headline: str = "Quay opens", theme: str = "", status: str = "usable") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "newsroom.toml").write_text(
        'title = "Example"\nbase_url = "https://news.example.org/press/"\n[publisher]\nname = "Example Ports"\n'
        f'[site]\noutputs = ["pages", "cards"]\nformats = []\n[theme]\n{theme}\n'
    )
    (folder / "opening.md").write_text(
        f"---\nheadline: {headline}\npublished: 2026-03-02T09:00Z\nstatus: {status}\n---\n\nThe port opened.\n"
    )
    return folder


def build(folder: Path, **how: Any) -> pr.site.BuildReport:
    return pr.build(pr.Newsroom.load(folder), folder.parent / "out", now=NOW, **how)


def card_of(page: Path) -> str:
    found = re.search(r'property="og:image" content="([^"]*)"', page.read_text("utf-8"))
    return found[1] if found else ""


def test_each_release_has_a_card_that_its_page_names_by_its_whole_address(tmp_path: Path) -> None:
    build(room(tmp_path / "room"))
    assert reopened((tmp_path / "out/opening/card.png").read_bytes()).size == (1200, 630)
    page = tmp_path / "out/opening/index.html"
    assert card_of(page) == "https://news.example.org/press/opening/card.png"


def test_every_sample_has_one_whatever_its_script(tmp_path: Path) -> None:
    report = pr.build(pr.Newsroom.load(ROOT / "sample_releases"), tmp_path / "out", now=NOW)
    assert (report.kinds["card"], report.kinds["page"], report.withdrawn) == (8, 9, 1)
    assert (tmp_path / "out/ar/desalination/card.png").is_file()


def test_a_withdrawn_release_has_none(tmp_path: Path) -> None:
    build(room(tmp_path / "room", status="canceled"))
    assert [p.name for p in (tmp_path / "out/opening").iterdir()] == ["index.html"]
    assert card_of(tmp_path / "out/opening/index.html") == ""


def test_letters_that_no_face_has_make_no_card_but_a_finding_in_every_build(tmp_path: Path) -> None:
    folder = room(tmp_path / "room", headline="Quay \U0001e2ff\U000e0fff opens \ue123")
    for _ in range(2):
        report = build(folder, cache=tmp_path / "cache")
        assert [(f.code, f.where.file) for f in report.findings] == [("card-without-face", "opening.md")]
    assert not (tmp_path / "out/opening/card.png").exists()
    assert card_of(tmp_path / "out/opening/index.html") == ""


def test_another_text_below_the_same_headline_draws_no_card_again(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    build(folder, cache=tmp_path / "cache")
    drawn = (tmp_path / "out/opening/card.png").stat().st_mtime_ns
    source = folder / "opening.md"
    source.write_text(source.read_text() + "\nMany came.\n")
    build(folder, cache=tmp_path / "cache")
    assert "Many came" in (tmp_path / "out/opening/index.html").read_text()
    assert (tmp_path / "out/opening/card.png").stat().st_mtime_ns == drawn


@pytest.mark.parametrize("theme", ['accent = "#0b5c6e"', 'logo = "logo.png"'])
def test_another_accent_or_logo_changes_the_card(tmp_path: Path, theme: str) -> None:
    folder = room(tmp_path / "room")
    build(folder, cache=tmp_path / "cache")
    before = (tmp_path / "out/opening/card.png").read_bytes()
    (folder / "logo.png").write_bytes(saved(shades(300, 60), "PNG"))
    build(room(folder, theme=theme), cache=tmp_path / "cache")
    assert (tmp_path / "out/opening/card.png").read_bytes() != before


def test_two_builds_draw_the_same_bytes(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    build(folder)
    before = (tmp_path / "out/opening/card.png").read_bytes()
    build(folder)
    assert (tmp_path / "out/opening/card.png").read_bytes() == before


@pytest.mark.parametrize(
    ("theme", "field"),
    [('logo = "gone.png"', "theme.logo"), ('card_fonts = ["gone.ttf"]', "theme.card_fonts")],
)
def test_a_logo_or_font_that_is_missing_is_an_error_that_names_the_setting(
    tmp_path: Path, theme: str, field: str
) -> None:
    folder = room(tmp_path / "room", theme=theme)
    with pytest.raises(FileProblem) as caught:
        build(folder)
    assert (caught.value.where.file, caught.value.where.field) == (str(folder / "newsroom.toml"), field)


def test_a_logo_that_lies_in_another_folder_is_found_by_its_name(tmp_path: Path) -> None:
    folder = room(tmp_path / "room", theme='logo = "logo.png"')
    (folder / "assets").mkdir()
    (folder / "assets/logo.png").write_bytes(saved(shades(300, 60), "PNG"))
    with pytest.raises(FileProblem) as caught:
        build(folder)
    assert [p.advice for p in caught.value.problems] == ['did you mean "assets/logo.png"?']


def test_a_logo_that_is_no_picture_is_an_error_that_names_its_file(tmp_path: Path) -> None:
    folder = room(tmp_path / "room", theme='logo = "logo.png"')
    (folder / "logo.png").write_bytes(b"no picture")
    with pytest.raises(FileProblem, match="not a picture for the web") as caught:
        build(folder)
    assert caught.value.where.file == str(folder / "logo.png")
