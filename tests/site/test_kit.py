"""The press kit: whole, the same bytes for the same input, nothing in it that is for editors only."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from outside import needs, program

import pressrelease as pr
from pressrelease.files import FileProblem
from pressrelease.site.archiving import safe_names, zipped

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HARBOUR = "harbour-opening/harbour-opening-press-kit.zip"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "public"
    pr.build(pr.Newsroom.load(ROOT / "sample_releases"), out, now=NOW)
    return out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "newsroom"
    made.mkdir()
    return made


def house(folder: Path, more: str = "") -> None:
    (folder / "newsroom.toml").write_text(
        'title = "Bay"\nbase_url = "https://news.example.org/"\npublisher = { name = "Bay" }\n' + more,
        "utf-8",
    )


def kit(folder: Path, name: str = "quay") -> dict[str, bytes]:
    out = folder.parent / "public"
    pr.build(pr.Newsroom.load(folder), out, now=NOW)
    with zipfile.ZipFile(out / name / f"{name}-press-kit.zip") as archive:
        return {entry.removeprefix(f"{name}/"): archive.read(entry) for entry in archive.namelist()}


def test_a_kit_holds_every_format_of_the_house_the_pictures_and_their_credits(site: Path) -> None:
    with zipfile.ZipFile(site / HARBOUR) as archive:
        assert archive.testzip() is None
        names = [name.removeprefix("harbour-opening/") for name in archive.namelist()]
    assert names == [
        *(f"harbour-opening.{suffix}" for suffix in ("plain.txt", "md", "json", "prn.txt", "nitf.xml")),
        *(f"harbour-opening.{suffix}" for suffix in ("newsml-g2.xml", "newsml-1.2.xml", "ninjs.json")),
        *("images/harbour.jpg", "images/harbour-small.jpg", "images/plan.png"),
        *("credits.txt", "LICENCE.txt", "manifest.json"),
    ]


def test_what_the_site_shows_beside_the_page_is_in_the_kit_byte_for_byte(site: Path) -> None:
    with zipfile.ZipFile(site / HARBOUR) as archive:
        for name in archive.namelist():
            if (site / name).exists():
                assert archive.read(name) == (site / name).read_bytes()


def test_another_unpacker_finds_each_kit_sound(site: Path) -> None:
    unzip = needs(program("unzip"), "unzip")
    for file in site.rglob("*-press-kit.zip"):
        assert subprocess.run([unzip, "-tq", file], capture_output=True, check=False).returncode == 0


def test_another_reckoner_finds_the_checksums_of_the_manifest(site: Path, tmp_path: Path) -> None:
    reckoner = needs(program("sha256sum"), "sha256sum")
    with zipfile.ZipFile(site / HARBOUR) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "harbour-opening"
    files = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    listed = "".join(f"{file['sha256']}  {file['file']}\n" for file in files)
    subprocess.run([reckoner, "--check", "--strict"], input=listed.encode(), cwd=folder, check=True)
    told = {file["file"]: file["size"] for file in files}
    there = {str(p.relative_to(folder)): p.stat().st_size for p in folder.rglob("*") if p.is_file()}
    assert told == {name: size for name, size in there.items() if name != "manifest.json"}


def test_a_picture_within_the_text_is_credited_too(folder: Path) -> None:
    house(folder)
    (folder / "plan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>', "utf-8"
    )
    picture = '![The *quay*. Photo: Ada Byron](plan.svg "A quay")'
    (folder / "quay.md").write_text(f"---\nheadline: Quay\n---\nText.\n\n{picture}\n", "utf-8")
    release = pr.load(folder / "quay.md")
    (figure,) = (block for block in release.story.blocks if isinstance(block, pr.story.Figure))
    packed = kit(folder)
    said = packed["credits.txt"].decode()
    assert said.startswith("plan.svg\n")
    assert all(words in said for words in (figure.alt, pr.story.words(figure.caption), figure.credit))


def test_the_manifest_tells_of_each_picture_who_is_to_be_named(site: Path) -> None:
    with zipfile.ZipFile(site / HARBOUR) as archive:
        files = json.loads(archive.read("harbour-opening/manifest.json"))["files"]
    told = {file["file"]: file for file in files}
    harbour, plan = told["images/harbour.jpg"], told["images/plan.png"]
    assert harbour["credit"] == "Kestrel Bay Ports / A. Novais"
    assert harbour["caption"] == "The night ferry Procellaria at the North Quay on her trial call."
    assert harbour["rights"] == "© 2026 Kestrel Bay Ports"
    assert (plan["role"], plan["caption"]) == (
        "story",
        "The North Quay and its two gates. Plan: Kestrel Bay Ports",
    )


def test_a_page_links_its_kit_with_the_size(site: Path) -> None:
    page = BeautifulSoup((site / "harbour-opening/index.html").read_text("utf-8"), "html.parser")
    link = page.select_one('.files a[type="application/zip"]')
    assert link is not None
    assert link.parent is not None
    assert (link["href"], link.text) == ("harbour-opening-press-kit.zip", "Press kit")
    size = (site / HARBOUR).stat().st_size
    assert f"{size / 1000:.0f} kB" in link.parent.text


def test_a_withdrawn_release_has_no_kit(site: Path) -> None:
    assert (site / "lighthouse-sale/index.html").is_file()
    assert not list((site / "lighthouse-sale").glob("*.zip"))


def test_a_kit_is_dated_by_its_release_and_the_same_at_any_later_build(folder: Path) -> None:
    house(folder)
    shutil.copy(ROOT / "sample_releases/images/plan.png", folder)
    (folder / "quay.md").write_text(
        "---\nheadline: Quay\npublished: 2026-03-02T09:00Z\nassets: plan.png\n---\nA.\n"
    )
    kits = []
    for days in (0, 40):
        out = folder.parent / f"public{days}"
        pr.build(pr.Newsroom.load(folder), out, now=NOW + dt.timedelta(days=days))
        kits.append((out / "quay/quay-press-kit.zip").read_bytes())
    assert kits[0] == kits[1]
    with zipfile.ZipFile(io.BytesIO(kits[0])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 3, 2, 9, 0, 0)}
        stored = {i.filename for i in archive.infolist() if i.compress_type == zipfile.ZIP_STORED}
        assert stored == {"quay/plan.png"}
        assert not any(info.extra for info in archive.infolist())


def test_a_kit_has_text_markdown_and_json_where_the_house_offers_none(folder: Path) -> None:
    house(folder, "[site]\nformats = []\n")
    (folder / "quay.md").write_text("---\nheadline: Quay\npublished: 2026-03-02T09:00Z\n---\nA.\n", "utf-8")
    assert list(kit(folder)) == ["quay.plain.txt", "quay.md", "quay.json", "manifest.json"]


def test_a_site_of_kits_alone_has_kits(folder: Path) -> None:
    house(folder, '[site]\noutputs = ["press-kit"]\nformats = ["nitf"]\n')
    (folder / "quay.md").write_text("---\nheadline: Quay\npublished: 2026-03-02T09:00Z\n---\nA.\n", "utf-8")
    assert "quay.nitf.xml" in kit(folder)


def test_what_is_for_editors_only_is_in_no_file_of_the_site(folder: Path) -> None:
    house(folder, 'editor_note = "Houseword"\n[[contacts]]\nname = "Housedesk"\nfor_editors = true\n')
    front = (
        "headline: Quay\npublished: 2026-03-02T09:00Z\neditor_note: Noteword\n"
        "contacts:\n- name: Deskword\n  for_editors: true\n- name: Ada Byron\n"
        "excuses:\n  no-media: Excuseword\n"
    )
    (folder / "quay.md").write_text(f"---\n{front}---\nA.\n", "utf-8")
    (folder / "pier.md").write_text("---\nheadline: Pier\npublished: 2026-03-02T09:00Z\n---\nA.\n", "utf-8")
    found = kit(folder)
    assert b"Ada Byron" in found["quay.md"]
    out = folder.parent / "public"
    bodies = [*found.values(), *kit(folder, "pier").values()]
    bodies += [p.read_bytes() for p in out.rglob("*") if p.is_file()]
    for word in (b"Noteword", b"Deskword", b"Houseword", b"Housedesk", b"Excuseword"):
        assert [body for body in bodies if word in body] == []


def test_a_missing_picture_is_told_once(folder: Path) -> None:
    house(folder)
    (folder / "quay.md").write_text(
        "---\nheadline: Quay\npublished: 2026-03-02T09:00Z\nassets: gone.png\n---\nA.\n", "utf-8"
    )
    with pytest.raises(FileProblem) as caught:
        pr.build(pr.Newsroom.load(folder), folder.parent / "public", now=NOW)
    assert len(caught.value.problems) == 1


# --- the archive ----------------------------------------------------------------------------------------------------


@given(st.lists(st.text(max_size=30), max_size=8))
def test_no_name_leads_out_of_the_kit_or_meets_another(names: list[str]) -> None:
    made = safe_names(names)
    assert len({name.casefold() for name in made}) == len(names)
    for name in made:
        assert name
        assert not name.startswith("/")
        assert "\\" not in name
        assert ":" not in name
        assert not {"", ".", ".."} & set(name.split("/"))


def test_names_that_a_system_keeps_for_itself_are_changed() -> None:
    assert safe_names(["CON.jpg", "lpt1", "../../etc/passwd", "C:\\quay.png"]) == [
        "_CON.jpg",
        "_lpt1",
        "etc/passwd",
        "C-/quay.png",
    ]


@pytest.mark.parametrize(("year", "told"), [(1970, 1980), (2400, 2107)])
def test_a_moment_that_no_archive_can_tell_becomes_the_nearest(year: int, told: int) -> None:
    body = zipped([("a.txt", "text/plain", b"A")], dt.datetime(year, 6, 1, tzinfo=dt.UTC))
    assert zipfile.ZipFile(io.BytesIO(body)).infolist()[0].date_time[0] == told


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_an_archive_gives_back_what_was_packed(bodies: list[bytes]) -> None:
    body = zipped([(f"{n}.bin", "application/x", b) for n, b in enumerate(bodies)], NOW)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert [hashlib.sha256(archive.read(n)).digest() for n in archive.namelist()] == [
            hashlib.sha256(b).digest() for b in bodies
        ]
