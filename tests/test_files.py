"""Releases by path: what a place gives, and what is told when a place is wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.files import FileProblem, Name, load_all, sluggish, sources
from pressrelease.model import Change

SUFFIXES = (".md", ".yaml")


def release_file(
    folder: Path, name: str, text: str = "headline: Hello\nlanguage: en", body: str = "Words."
) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{text}\n---\n\n{body}\n", "utf-8")
    return path


@pytest.fixture
def house(tmp_path: Path) -> pr.Newsroom:
    (tmp_path / "newsroom.toml").write_text(
        'title = "News"\nbase_url = "https://news.example.org/"\n[publisher]\nname = "Example"\n', "utf-8"
    )
    return pr.Newsroom.load(tmp_path)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("merger.md", Name("merger")),
        ("merger.de.md", Name("merger", "de")),
        ("merger@1.md", Name("merger", version=1)),
        ("merger@1.de.md", Name("merger", "de", 1)),
        ("merger.pt-BR.yaml", Name("merger", "pt-BR")),
        ("figures.q3.md", Name("figures.q3")),
        ("press.kit.md", Name("press.kit")),
        ("press.kit@2.md", Name("press.kit", version=2)),
        ("merger.gsw.md", Name("merger", "gsw")),
    ],
)
def test_a_files_name_says_slug_language_and_number(file: str, name: Name) -> None:
    assert Name.of(Path(file), SUFFIXES) == name


def test_the_slug_is_the_files_stem_and_an_explicit_one_wins(tmp_path: Path) -> None:
    assert pr.load(release_file(tmp_path, "Harbour Opening.md")).slug == "harbour-opening"
    assert pr.load(release_file(tmp_path, "a.md", "headline: A\nslug: other")).slug == "other"


def test_a_translation_inherits_the_facts_of_its_family_and_both_know_each_other(tmp_path: Path) -> None:
    release_file(tmp_path, "merger.md", "headline: Merger\nlanguage: en\nembargo: 2030-01-01T00:00Z")
    release_file(tmp_path, "merger.de.md", "headline: Fusion")
    german, english = pr.load(tmp_path / "merger.de.md"), pr.load(tmp_path / "merger.md")
    assert (german.language, german.slug, german.embargo) == ("de", "merger.de", english.embargo)
    assert [(t.language, t.title) for t in english.translations] == [("de", "Fusion")]
    assert [(t.language, t.title) for t in german.translations] == [("en", "Merger")]


def test_an_original_without_a_language_has_its_newsrooms(house: pr.Newsroom, tmp_path: Path) -> None:
    release_file(tmp_path, "merger.md", "headline: Merger")
    release_file(tmp_path, "merger.de.md", "headline: Fusion")
    german = pr.load(tmp_path / "merger.de.md", newsroom=house)
    assert [(t.language, t.title) for t in german.translations] == [("en", "Merger")]


def test_what_changed_is_told_of_one_text_and_a_kill_of_the_whole_family(tmp_path: Path) -> None:
    release_file(tmp_path, "merger.de.md", "headline: Fusion")
    release_file(tmp_path, "merger.md", "headline: Merger\nchange: {kind: correction, note: The date.}")
    assert pr.load(tmp_path / "merger.de.md").change == Change()
    release_file(tmp_path, "merger.md", "headline: Merger\nchange: {kind: kill, note: Not ours.}")
    assert pr.load(tmp_path / "merger.de.md").change == Change(kind="kill")


def test_save_writes_the_format_its_suffix_names_and_load_reads_it_back(tmp_path: Path) -> None:
    release = pr.Release(headline="Hello", language="en", story="Words.", slug="hello")
    for name in ("hello.md", "hello.yaml", "hello.json"):
        pr.save(release, tmp_path / name)
        assert pr.load(tmp_path / name).changed(translations=()) == release
        (tmp_path / name).unlink()


def test_a_folder_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as told:
        pr.load(tmp_path)
    assert str(told.value) == (
        f"{tmp_path}: cannot be read (Is a directory)\n  name a file; `pressrelease build` takes a folder"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("headline: One", '1:1: not JSON: found "headline: One"\n  Expecting value'),
        ("[" * 1000 + "1" + "]" * 1000, " nested too deeply: expected at most 200 levels"),
    ],
)
def test_what_no_reader_knows_is_told_by_the_one_its_suffix_names(
    text: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(pr.PressReleaseError) as error:
        pr.load(tmp_path / "a.json")
    assert str(error.value) == f"{tmp_path / 'a.json'}:{told}"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be read"):
        pr.load(tmp_path / "none.md")


def test_an_unknown_suffix_to_save_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no format for this suffix"):
        pr.save(pr.Release(headline="Hello"), tmp_path / "hello.xyz")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "hello.json"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem) as told:
        pr.save(pr.Release(headline="Hello"), target)
    assert str(told.value) == (
        f"{target}: cannot be written (No space left on device)\n  make room on the disk; nothing was replaced"
    )
    assert [p.name for p in tmp_path.iterdir()] == ["hello.json"]
    assert target.read_text() == "old"


def test_two_releases_with_one_id_are_told_with_both_files(house: pr.Newsroom, tmp_path: Path) -> None:
    release_file(tmp_path, "a.md", "headline: A\nid: urn:example:1")
    release_file(tmp_path, "b.md", "headline: B\nid: urn:example:1")
    with pytest.raises(FileProblem) as told:
        load_all(house)
    assert str(told.value) == (
        f'{tmp_path / "b.md"}: id: two releases with one id: found "urn:example:1", expected another id than that of '
        "a.md\n  an earlier version of a release is named like it with its number: merger@1.md"
    )


def test_two_releases_with_one_slug_are_told(house: pr.Newsroom, tmp_path: Path) -> None:
    release_file(tmp_path, "2026/a.md")
    release_file(tmp_path, "2027/A.md")
    with pytest.raises(FileProblem, match="two releases with one slug"):
        load_all(house)


def test_earlier_versions_share_the_id_of_their_release(house: pr.Newsroom, tmp_path: Path) -> None:
    release_file(tmp_path, "a.md", "headline: A\nid: urn:example:1\nversion: 2")
    release_file(tmp_path, "a@1.md", "headline: A\nid: urn:example:1")
    assert [e.release.version for e in load_all(house)] == [2, 1]


def test_translations_that_name_each_other_in_a_circle_are_told(house: pr.Newsroom, tmp_path: Path) -> None:
    release_file(
        tmp_path,
        "a.md",
        "headline: A\nid: urn:example:a\nlanguage: en\ntranslations: [{language: de, id: urn:example:b}]",
    )
    release_file(
        tmp_path,
        "b.md",
        "headline: B\nid: urn:example:b\nlanguage: en\ntranslations: [{language: de, id: urn:example:a}]",
    )
    with pytest.raises(FileProblem) as told:
        load_all(house)
    assert [p.problem for p in told.value.problems] == ["a translation that is none"] * 2


def test_every_bad_source_of_a_folder_is_told_at_once(house: pr.Newsroom, tmp_path: Path) -> None:
    release_file(tmp_path, "a.md", "subheadline: no headline")
    release_file(tmp_path, "b.md", "headline: B\nversion: zero")
    with pytest.raises(FileProblem) as told:
        load_all(house)
    assert {Path(p.where.file).name for p in told.value.problems} == {"a.md", "b.md"}


def test_templates_assets_readmes_and_dot_folders_are_no_sources(house: pr.Newsroom, tmp_path: Path) -> None:
    for name in (
        "a.md",
        "2026/b.md",
        "README.md",
        "assets/c.md",
        "templates/d.md",
        ".git/e.md",
        "LICENSE.md",
    ):
        release_file(tmp_path, name)
    assert [str(p.relative_to(tmp_path)) for p in sources(house)] == ["a.md", "2026/b.md"]


def test_a_source_that_is_a_link_out_of_the_folder_is_refused(house: pr.Newsroom, tmp_path: Path) -> None:
    outside = release_file(tmp_path.parent, f"{tmp_path.name}-outside.md")
    (tmp_path / "a.md").symlink_to(outside)
    with pytest.raises(FileProblem, match="leads out of the newsroom's folder"):
        load_all(house)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Harbour Opening", "harbour-opening"),
        ("../../etc/passwd", "etc-passwd"),
        ("فتح", "فتح"),
        ("...", "release"),
    ],
)
def test_any_text_makes_a_slug_that_stays_in_its_folder(text: str, slug: str) -> None:
    assert sluggish(text) == slug


def test_a_link_is_followed_and_a_file_keeps_its_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    pr.save(pr.Release(headline="Hello"), link)
    assert link.is_symlink()
    assert '"Hello"' in real.read_text()
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_device_is_written_to_and_never_replaced() -> None:
    pr.save(pr.Release(headline="Hello"), "/dev/null", format="json")
    assert Path("/dev/null").is_char_device()


def test_a_path_that_leads_to_nothing_is_told_with_the_nearest_name_beside_it(tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_text("---\nheadline: A\n---\n")
    for name, advice in (
        ("harbor.md", "did you mean harbour.md?"),
        ("quite-another.md", "there is nothing at this path"),
        ("nowhere/harbour.md", f"there is no folder {tmp_path}/nowhere"),
    ):
        with pytest.raises(FileProblem) as raised:
            pr.load(tmp_path / name)
        assert str(raised.value) == (
            f"{tmp_path}/{name}: cannot be read (No such file or directory)\n  {advice}"
        )


def test_a_translation_without_a_dateline_has_that_of_its_original(tmp_path: Path) -> None:
    (tmp_path / "m.md").write_text(
        "---\nheadline: One\nlanguage: en\ndateline: {places: [{name: Cologne}], date: 2026-09-14}\n---\nWords.\n"
    )
    (tmp_path / "m.de.md").write_text("---\nheadline: Eins\n---\nWorte.\n")
    (tmp_path / "m.fr.md").write_text("---\nheadline: Un\nplace: Cologne (Rhin)\n---\nMots.\n")
    dateline = pr.load(tmp_path / "m.de.md").dateline
    assert dateline is not None
    assert ([p.name for p in dateline.places], str(dateline.date)) == (["Cologne"], "2026-09-14")
    own = pr.load(tmp_path / "m.fr.md").dateline
    assert own is not None
    assert [p.name for p in own.places] == ["Cologne (Rhin)"]
