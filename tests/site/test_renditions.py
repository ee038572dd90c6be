"""Copies of pictures: beside their originals, offered by pages, never in place of them."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from images import camera, reopened, saved, shades
from PIL import Image

import pressrelease as pr
from pressrelease.site import beside, extras

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
PHOTOGRAPH = saved(shades(1200, 800), "JPEG", quality=95, exif=camera())


def room(folder: Path, picture: bytes = PHOTOGRAPH, name: str = "quay.jpg", **fields: str) -> Path:
    (folder / "images").mkdir(parents=True)
    (folder / "newsroom.toml").write_text(
        'title = "Example"\nbase_url = "https://news.example.org/"\n[publisher]\nname = "Example Ports"\n'
        '[site]\noutputs = ["pages", "renditions"]\nformats = ["plain"]\n'
    )
    (folder / "images" / name).write_bytes(picture)
    alt = fields.get("alt", "The quay")
    (folder / "opening.md").write_text(
        "---\nheadline: Quay opens\npublished: 2026-03-02T09:00Z\n"
        f"assets: [{{href: images/{name}, alt: {alt!r}}}]\n{fields.get('more', '')}---\n\nThe port opened.\n"
    )
    return folder


def build(folder: Path, **how: Any) -> pr.site.BuildReport:
    return pr.build(pr.Newsroom.load(folder), folder.parent / "out", now=NOW, **how)


def image(page: Path) -> dict[str, Any]:
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser").select_one("main img")
    assert found is not None
    return dict(found.attrs)


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def codes(report: pr.site.BuildReport) -> list[str]:
    return [f.code for f in report.findings]


@pytest.mark.parametrize("pillow", [True, False])
def test_no_published_picture_says_where_it_was_taken_in_the_press_kit_neither(
    pillow: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = room(tmp_path / "room")
    house = folder / "newsroom.toml"
    told = house.read_text().replace('"renditions"', '"press-kit"' + (', "renditions"' if pillow else ""))
    house.write_text(told)
    if not pillow:
        monkeypatch.setattr(extras, "find_spec", lambda name: None)
    build(folder)
    made = tmp_path / "out/opening"
    with zipfile.ZipFile(made / "opening-press-kit.zip") as kit:
        packed = kit.read(next(name for name in kit.namelist() if name.endswith("quay.jpg")))
    for picture in (packed, *(path.read_bytes() for path in (made / "images").iterdir())):
        assert dict(Image.open(io.BytesIO(picture)).getexif().get_ifd(0x8825)) == {}
    assert Image.open(io.BytesIO(packed)).getexif()[0x013B] == "Ada Byron"
    assert (folder / "images" / "quay.jpg").read_bytes() == PHOTOGRAPH


def test_a_picture_has_smaller_copies_beside_it_without_camera_data(tmp_path: Path) -> None:
    build(room(tmp_path / "room"))
    made = tmp_path / "out/opening/images"
    assert names(made) == ["quay-480w.jpg", "quay-960w.jpg", "quay.jpg"]
    assert reopened((made / "quay.jpg").read_bytes()).tobytes() == reopened(PHOTOGRAPH).tobytes()
    small = reopened((made / "quay-480w.jpg").read_bytes())
    assert (small.size, dict(small.getexif())) == ((480, 320), {})


def test_a_page_says_how_large_its_picture_is_and_which_copies_there_are(tmp_path: Path) -> None:
    build(room(tmp_path / "room"))
    said = image(tmp_path / "out/opening/index.html")
    assert (said["src"], said["width"], said["height"]) == ("images/quay.jpg", "1200", "800")
    assert said["srcset"] == "images/quay-480w.jpg 480w, images/quay-960w.jpg 960w, images/quay.jpg 1200w"


def test_the_home_page_offers_the_copies_of_its_newest_release(tmp_path: Path) -> None:
    build(room(tmp_path / "room", name="a quay.jpg"))
    said = image(tmp_path / "out/index.html")
    assert said["src"] == "opening/images/a%20quay.jpg"
    assert said["srcset"].startswith("opening/images/a%20quay-480w.jpg 480w, ")
    assert said["alt"] == "The quay"


def test_a_picture_turned_by_its_camera_is_measured_as_it_is_seen(tmp_path: Path) -> None:
    build(room(tmp_path / "room", saved(shades(1200, 800), "JPEG", exif=camera(held=6))))
    said = image(tmp_path / "out/opening/index.html")
    assert (said["width"], said["height"]) == ("800", "1200")


def test_a_copy_that_would_be_no_smaller_than_its_original_is_not_published(tmp_path: Path) -> None:
    """A drawing of a few long lines packs better large than small, where its edges are blurred."""
    drawing = Image.new("1", (1200, 900))
    drawing.paste(1, (0, 0, 601, 900))
    build(room(tmp_path / "room", saved(drawing, "PNG", optimize=True), "plan.png"))
    made = tmp_path / "out/opening/images"
    original = (made / "plan.png").stat().st_size
    assert all(p.stat().st_size < original for p in made.glob("*w.png"))
    assert names(made) == ["plan.png"]
    assert "srcset" not in image(tmp_path / "out/opening/index.html")


@pytest.mark.parametrize(
    ("picture", "name", "sides"),
    [
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="700"></svg>',
            "plan.svg",
            ("1400", "700"),
        ),
        (
            saved(shades(800, 400), "GIF", save_all=True, append_images=[Image.new("RGB", (800, 400))]),
            "moving.gif",
            ("800", "400"),
        ),
    ],
)
def test_what_scales_by_itself_or_moves_stays_alone_and_is_measured(
    tmp_path: Path, picture: bytes, name: str, sides: tuple[str, str]
) -> None:
    build(room(tmp_path / "room", picture, name))
    assert names(tmp_path / "out/opening/images") == [name]
    said = image(tmp_path / "out/opening/index.html")
    assert ((said["width"], said["height"]), "srcset" in said) == (sides, False)


def test_a_file_that_is_no_picture_is_published_as_it_is_and_told_of_in_every_build(tmp_path: Path) -> None:
    folder = room(tmp_path / "room", b"not a picture")
    for _ in range(2):
        report = build(folder, cache=tmp_path / "cache")
        assert [(f.code, f.where.file, f.message) for f in report.findings] == [
            (
                "broken-picture",
                str(folder / "images/quay.jpg"),
                'published as it is: not a picture for the web: found "6e 6f 74 20 61 20 70 69 63 74 75 72", '
                "expected JPEG, PNG, GIF, WebP, AVIF or SVG",
            )
        ]
    assert (tmp_path / "out/opening/images/quay.jpg").read_bytes() == b"not a picture"


def test_a_photograph_that_is_cut_off_has_no_copies_and_is_told_of_in_every_build(tmp_path: Path) -> None:
    folder = room(tmp_path / "room", PHOTOGRAPH[: len(PHOTOGRAPH) // 2])
    for _ in range(2):
        assert codes(build(folder, cache=tmp_path / "cache")) == ["broken-picture"]
    assert names(tmp_path / "out/opening/images") == ["quay.jpg"]
    assert "srcset" not in image(tmp_path / "out/opening/index.html")


def test_a_picture_that_nothing_describes_is_told_of(tmp_path: Path) -> None:
    report = build(room(tmp_path / "room", alt=""))
    assert [(f.code, f.where.file, f.fix) for f in report.findings] == [
        ("picture-without-alt", "opening.md", "say in `alt` what it shows")
    ]


def test_a_withdrawn_release_leaves_no_picture(tmp_path: Path) -> None:
    build(room(tmp_path / "room", more="status: canceled\n"))
    assert names(tmp_path / "out/opening") == ["index.html"]


def test_an_unchanged_picture_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = room(tmp_path / "room")
    build(folder, cache=tmp_path / "cache")
    os.utime(folder / "opening.md", (1, 1))
    before = (tmp_path / "out/opening/images/quay-480w.jpg").stat().st_mtime_ns

    def refuse(path: Path) -> bytes:
        raise AssertionError(f"{path} was opened")

    monkeypatch.setattr(beside, "data_of", refuse)
    build(folder, cache=tmp_path / "cache")
    assert (tmp_path / "out/opening/images/quay-480w.jpg").stat().st_mtime_ns == before


def test_a_changed_picture_changes_copies_and_page(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    build(folder, cache=tmp_path / "cache")
    (folder / "images/quay.jpg").write_bytes(saved(shades(600, 300), "JPEG", quality=95))
    build(folder, cache=tmp_path / "cache")
    assert names(tmp_path / "out/opening/images") == ["quay-480w.jpg", "quay.jpg"]
    assert image(tmp_path / "out/opening/index.html")["width"] == "600"


# --- without the library --------------------------------------------------------------------------------------------


def without_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "PIL" else name)


def test_without_pillow_the_site_is_built_and_one_finding_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = room(tmp_path / "room")
    settings = folder / "newsroom.toml"
    settings.write_text(settings.read_text().replace('outputs = ["pages", "renditions"]\n', ""))
    without_pillow(monkeypatch)
    report = build(folder)
    assert [str(f) for f in report.findings if f.code == "extra-missing"] == [
        "warning: the site is built without renditions and cards: a library is not installed [extra-missing]\n"
        "  python -m pip install 'pressrelease[images]'"
    ]
    assert names(tmp_path / "out/opening/images") == ["quay.jpg"]


def test_without_pillow_it_is_an_error_that_the_house_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = room(tmp_path / "room")
    without_pillow(monkeypatch)
    with pytest.raises(pr.files.FileProblem) as caught:
        build(folder)
    assert str(caught.value) == (
        f'{folder / "newsroom.toml"}: site.outputs: a library that is not installed: found "renditions"\n'
        "  python -m pip install 'pressrelease[images]'"
    )
