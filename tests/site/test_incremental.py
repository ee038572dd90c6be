"""What a build remembers spares it work and changes no byte: the site is the one that a build from scratch makes."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import pressrelease as pr
from pressrelease.cli.standing import cache_folder
from pressrelease.errors import Problem
from pressrelease.files import FileProblem
from pressrelease.findings import Where
from pressrelease.site.build import Build

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
SEQUENCES = 80 if os.environ.get("CI") else 20
EDITS = 5
TOPICS = ("harbour", "ferries", "results")
PEOPLE = ("Ana Sousa", "Ben Ito")


class Room:
    """A newsroom that is edited at random, but the same way for the same seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.count = 0
        self.now = NOW
        folder.mkdir()
        self.settings = {
            "title": "Example",
            "accent": "#0b5c6e",
            "per_page": "3",
            "hub": "",
            "language": "en",
        }
        self.settle()
        (folder / "images").mkdir()
        self.picture()
        for _ in range(5):
            self.add()

    def settle(self) -> None:
        s = self.settings
        (self.folder / "newsroom.toml").write_text(
            f'title = "{s["title"]}"\nbase_url = "https://news.example.org/"\nlanguage = "{s["language"]}"\n'
            f'[publisher]\nname = "Example Ports"\n[theme]\naccent = "{s["accent"]}"\n'
            f'[feeds]\nsize = 4\n{s["hub"]}[site]\nper_page = {s["per_page"]}\nformats = ["markdown", "nitf"]\n'
        )

    def picture(self) -> None:
        (self.folder / "images" / "quay.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><title>{self.random.random()}</title></svg>'
        )

    def sources(self) -> list[Path]:
        return sorted(self.folder.glob("r*.md"))

    def add(self) -> None:
        self.count += 1
        self.write(self.folder / f"r{self.count}.md")

    def write(self, path: Path) -> None:
        pick = self.random
        moment = NOW + dt.timedelta(days=pick.randint(-400, 3), minutes=pick.randint(0, 600))
        fields = [f"headline: News {pick.randint(1, 99)}", f"published: {moment.isoformat()}"]
        fields.append(f"keywords: [{pick.choice(TOPICS)}]")
        if pick.random() < 0.3:
            fields.append(f"embargo: {(self.now + dt.timedelta(hours=pick.randint(-9, 9))).isoformat()}")
        if pick.random() < 0.3:
            fields.append("assets: [{href: images/quay.svg, alt: A quay}]")
        if pick.random() < 0.2:
            fields.append("status: canceled")
        if pick.random() < 0.2:
            fields.append(f"aliases: [old-{path.stem.partition('.')[0]}-{self.count}]")
        if pick.random() < 0.3:
            fields.append(
                f"related: [{{href: 'https://news.example.org/r{pick.randint(1, 9)}/', title: More}}]"
            )
        text = "\n".join(fields)
        path.write_text(
            f"---\n{text}\n---\n\nThe port opened [a quay](../r{pick.randint(1, 9)}/)"
            f" and [another](r{pick.randint(1, 9)}.md).\n\n"
            f"> It is {pick.randint(1, 99)} metres long.\n>\n> — {pick.choice(PEOPLE)}, harbour master\n"
        )

    def rewrite(self) -> None:
        self.write(self.random.choice(self.sources()))

    def delete(self) -> None:
        sources = self.sources()
        if len(sources) > 2:
            self.random.choice(sources).unlink()

    def rename(self) -> None:
        source = self.random.choice(self.sources())
        self.count += 1
        source.rename(self.folder / f"r{self.count}{''.join(source.suffixes)}")

    def translate(self) -> None:
        source = self.random.choice([p for p in self.sources() if p.name.count(".") == 1])
        self.write(source.with_name(f"{source.stem}.{self.random.choice(('de', 'ar'))}.md"))

    def correct(self) -> None:
        source = self.random.choice(
            [p for p in self.sources() if p.name.count(".") == 1 and "@" not in p.name]
        )
        if not source.with_name(f"{source.stem}@1.md").exists():
            shutil.copy(source, source.with_name(f"{source.stem}@1.md"))
            text = source.read_text().replace("---\n", "---\nversion: 2\nchange: {wrong: 9, right: 10}\n", 1)
            source.write_text(text)

    def change_a_setting(self) -> None:
        name, values = self.random.choice(
            (
                ("title", ("Example", "Sample")),
                ("accent", ("#0b5c6e", "#8a1c1c")),
                ("per_page", ("2", "3", "20")),
                ("hub", ("", 'hub = "https://hub.example.org/"\n')),
                ("language", ("en", "de")),
            )
        )
        self.settings[name] = self.random.choice(values)
        self.settle()

    def change_a_template(self) -> None:
        file = self.folder / "templates" / "web" / "html.html"
        if file.exists():
            file.unlink()
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            '{% extends "builtin/web/html.html" %}{% block headline %}<h1>'
            f"{self.random.randint(1, 9)} {{{{ release.headline }}}}</h1>{{% endblock %}}"
        )

    def wait(self) -> None:
        self.now += dt.timedelta(hours=self.random.randint(1, 30))

    def edit(self) -> str:
        edits: tuple[Callable[[], None], ...] = (
            self.add, self.rewrite, self.rewrite, self.delete, self.rename, self.translate, self.correct,
            self.change_a_setting, self.change_a_template, self.picture, self.wait,
        )  # fmt: skip
        edit = self.random.choice(edits)
        edit()
        return edit.__name__


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def build(room: Room, out: Path, cache: Path | None = None) -> dict[str, bytes]:
    pr.build(pr.Newsroom.load(room.folder), out, now=room.now, cache=cache)
    return tree(out)


def outcome(room: Room, out: Path, cache: Path | None = None) -> dict[str, bytes] | str:
    """Return the site, or the words in which it was refused."""
    try:
        return build(room, out, cache)
    except pr.PressReleaseError as error:
        return str(error)


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_after_any_edits_the_site_is_the_one_a_clean_build_makes(seed: int, tmp_path: Path) -> None:
    room = Room(tmp_path / "room", seed)
    build(room, tmp_path / "out", tmp_path / "cache")
    done = []
    for _ in range(EDITS):
        done.append(room.edit())
        clean, again = outcome(room, tmp_path / "clean"), outcome(room, tmp_path / "out", tmp_path / "cache")
        if isinstance(clean, str) or isinstance(again, str):
            # An edit may make a newsroom that cannot be built; then both refuse it in the same words.
            assert clean == again, done
            continue
        differing = sorted(path for path in clean.keys() | again.keys() if clean.get(path) != again.get(path))
        assert differing == [], done


def made(room: Room, out: Path, cache: Path) -> set[str]:
    """Build, and return the files that were made anew: the others keep their inode."""
    before = {p: p.stat().st_ino for p in out.rglob("*") if p.is_file()}
    build(room, out, cache)
    after = {p: p.stat().st_ino for p in out.rglob("*") if p.is_file()}
    return {str(p.relative_to(out)) for p, inode in after.items() if before.get(p) != inode} - {
        ".pressrelease-site"
    }


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(tmp_path / "room", 7)
    for source in room.sources():
        source.unlink()
    for number in range(1, 9):
        (room.folder / f"r{number}.md").write_text(
            f"---\nheadline: News {number}\npublished: 2026-01-0{number}T09:00Z\n---\n\nBody {number}.\n"
        )
    build(room, tmp_path / "out", tmp_path / "cache")
    return room


def test_where_nothing_changed_nothing_is_made(room: Room, tmp_path: Path) -> None:
    mark = (tmp_path / "out").stat().st_ino
    assert made(room, tmp_path / "out", tmp_path / "cache") == set()
    assert (tmp_path / "out").stat().st_ino == mark


def test_a_changed_body_makes_the_files_of_its_release_and_the_feeds_anew(room: Room, tmp_path: Path) -> None:
    source = room.folder / "r3.md"
    source.write_text(source.read_text().replace("Body 3", "Another body"))
    files = made(room, tmp_path / "out", tmp_path / "cache")
    assert {"r3/index.html", "r3/r3.md", "r3/r3.nitf.xml"} <= files
    assert {path for path in files if path.startswith("r") and not path.startswith("r3")} <= {
        "robots.txt"
    } - files
    assert not {"index.html", "sitemap.xml", "style.css"} & files


def test_a_file_that_was_only_touched_is_read_again_and_nothing_is_made(room: Room, tmp_path: Path) -> None:
    os.utime(room.folder / "r3.md", (0, 0))
    assert made(room, tmp_path / "out", tmp_path / "cache") == set()


def test_a_changed_template_makes_what_is_rendered_with_it_anew_and_no_more(
    room: Room, tmp_path: Path
) -> None:
    room.change_a_template()
    assert made(room, tmp_path / "out", tmp_path / "cache") == {f"r{n}/index.html" for n in range(1, 9)}


def test_a_changed_colour_leaves_wire_files_and_feeds(room: Room, tmp_path: Path) -> None:
    room.settings["accent"] = "#8a1c1c"
    room.settle()
    files = made(room, tmp_path / "out", tmp_path / "cache")
    assert "style.css" in files
    assert {path for path in files if path.endswith((".xml", ".json", ".atom", ".md"))} == set()


def test_a_deleted_release_disappears_everywhere(room: Room, tmp_path: Path) -> None:
    (room.folder / "r3.md").unlink()
    left = build(room, tmp_path / "out", tmp_path / "cache")
    assert [path for path, body in left.items() if "r3/" in path or b"News 3" in body] == []


def test_a_file_of_the_site_that_somebody_changed_is_made_anew(room: Room, tmp_path: Path) -> None:
    page = tmp_path / "out" / "r3" / "index.html"
    right = page.read_bytes()
    page.write_bytes(b"defaced")
    build(room, tmp_path / "out", tmp_path / "cache")
    assert page.read_bytes() == right


@pytest.mark.parametrize("rubbish", [b"", b"{", b'{"outputs": 3}', b"[]", b"\xff\x00"])
def test_a_memory_that_cannot_be_read_is_as_good_as_none(room: Room, tmp_path: Path, rubbish: bytes) -> None:
    before = tree(tmp_path / "out")
    (tmp_path / "cache" / "site.json").write_bytes(rubbish)
    assert build(room, tmp_path / "out", tmp_path / "cache") == before


@pytest.mark.parametrize("spoilt", [lambda line: line[:-9], lambda line: line.replace(b"null", b"1")])
def test_a_line_of_the_memory_that_the_disk_did_not_keep_is_as_good_as_none(
    room: Room, tmp_path: Path, spoilt: Callable[[bytes], bytes]
) -> None:
    before = tree(tmp_path / "out")
    memory = tmp_path / "cache" / "site.json"
    head, *lines = memory.read_bytes().splitlines()
    memory.write_bytes(b"\n".join([head, *map(spoilt, lines)]))
    assert build(room, tmp_path / "out", tmp_path / "cache") == before


def test_the_memory_is_its_owners_alone_and_lies_apart_from_the_site(room: Room, tmp_path: Path) -> None:
    if os.name == "posix":
        assert (tmp_path / "cache" / "site.json").stat().st_mode & 0o077 == 0
        assert (tmp_path / "cache").stat().st_mode & 0o077 == 0
    assert not cache_folder(room.folder, tmp_path / "out").is_relative_to(tmp_path / "out")


def test_a_stranger_in_the_sites_folder_does_not_come_back(room: Room, tmp_path: Path) -> None:
    (tmp_path / "out" / "notes.txt").write_text("mine")
    for number in range(3):
        source = room.folder / "r3.md"
        source.write_text(source.read_text() + f"\nMore {number}.\n")
        assert "notes.txt" not in build(room, tmp_path / "out", tmp_path / "cache")


def test_a_spare_that_was_being_mended_when_a_build_was_killed_is_thrown_away(
    room: Room, tmp_path: Path
) -> None:
    for number in range(2):
        (room.folder / "r3.md").write_text(f"---\nheadline: News 3\n---\n\nBody {number}.\n")
        build(room, tmp_path / "out", tmp_path / "cache")
    note = tmp_path / "cache" / "spare.json"
    note.unlink()
    (tmp_path / "cache" / "spare" / "index.html").unlink()
    (room.folder / "r3.md").write_text("---\nheadline: News 3\n---\n\nBody 9.\n")
    assert build(room, tmp_path / "out", tmp_path / "cache") == build(room, tmp_path / "clean")


def reworded(room: Room, number: int, word: str) -> None:
    (room.folder / f"r{number}.md").write_text(f"---\nheadline: News {number}\n---\n\n{word}.\n")


@pytest.fixture
def spare(room: Room, tmp_path: Path) -> Room:
    """Return a newsroom whose last generation but one is kept as a spare."""
    for word in ("one", "two"):
        reworded(room, 3, word)
        build(room, tmp_path / "out", tmp_path / "cache")
    assert (tmp_path / "cache" / "spare.json").is_file()
    return room


def test_a_build_without_its_memory_never_writes_through_to_the_site_that_readers_see(
    spare: Room, tmp_path: Path
) -> None:
    """A spare shares most of its files with the site: who writes into it writes into both."""
    (tmp_path / "cache" / "site.json").unlink()
    opened = {path: path.open("rb") for path in (tmp_path / "out").rglob("*") if path.is_file()}
    before = tree(tmp_path / "out")
    reworded(spare, 4, "three")
    build(spare, tmp_path / "out", tmp_path / "cache")
    held = {str(path.relative_to(tmp_path / "out")): file.read() for path, file in opened.items()}
    for file in opened.values():
        file.close()
    assert held == before


def test_a_release_deleted_while_the_memory_was_lost_does_not_come_back(spare: Room, tmp_path: Path) -> None:
    (tmp_path / "cache" / "site.json").unlink()
    (spare.folder / "r5.md").unlink()
    for word in ("three", "four", "five"):
        reworded(spare, 3, word)
        again = build(spare, tmp_path / "out", tmp_path / "cache")
        assert again == build(spare, tmp_path / "clean")


def test_what_another_build_published_meanwhile_is_no_part_of_later_generations(
    spare: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another one, with a memory of its own, publishes between this build's look at the site and its exchange."""
    other = Room(tmp_path / "other", 9)
    interrupted: list[Path] = []
    make = Build._make

    def slowly(self: Build, *args: Any) -> None:
        if self.cache == tmp_path / "cache" and not interrupted:
            interrupted.append(self.out)
            build(other, tmp_path / "out", tmp_path / "their-cache")
        make(self, *args)

    monkeypatch.setattr(Build, "_make", slowly)
    for word in ("three", "four", "five"):
        reworded(spare, 3, word)
        assert build(spare, tmp_path / "out", tmp_path / "cache") == build(spare, tmp_path / "clean"), word
    assert interrupted


def test_a_memory_that_cannot_be_written_is_told_and_the_site_is_published(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        raise FileProblem(Problem("cannot be written (No space left on device)", Where(str(path))))

    monkeypatch.setattr("pressrelease.site.memory.whole", full)
    reworded(room, 3, "three")
    report = pr.build(pr.Newsroom.load(room.folder), tmp_path / "out", now=room.now, cache=tmp_path / "cache")
    assert [(f.code, f.message) for f in report.findings if f.code == "not-remembered"] == [
        (
            "not-remembered",
            "the site is published, but nothing of it is remembered: cannot be written (No space left on device)",
        )
    ]
    assert b"three" in tree(tmp_path / "out")["r3/index.html"]


def test_a_memory_in_a_place_that_cannot_be_used_is_told_before_anything_is_made(
    room: Room, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    before = tree(tmp_path / "out")
    with pytest.raises(pr.PressReleaseError, match="memory cannot be kept here"):
        build(room, tmp_path / "out", tmp_path / "file" / "cache")
    assert tree(tmp_path / "out") == before


def test_builds_at_once_with_one_memory_do_not_mix(room: Room, tmp_path: Path) -> None:
    house = pr.Newsroom.load(room.folder)

    def again(number: int) -> int:
        at = room.now + dt.timedelta(minutes=number)
        return pr.build(house, tmp_path / "out", now=at, cache=tmp_path / "cache").files

    (room.folder / "r3.md").write_text("---\nheadline: News 3\n---\n\nAnother body.\n")
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(again, range(8)))
    assert len(set(counts)) == 1
    assert tree(tmp_path / "out") == build(room, tmp_path / "clean")
