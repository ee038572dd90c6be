"""`pressrelease build`: what it says, when it has nothing to do, and how it watches."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from pressrelease.cli.app import app
from pressrelease.cli.standing import standing

SOURCE = "---\nheadline: News\npublished: {published}\n---\n\n{body}\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "room"
    folder.mkdir()
    (folder / "newsroom.toml").write_text(
        'title = "A"\nbase_url = "https://a.example.org/"\n[publisher]\nname = "A"\n[site]\nformats = []\n'
    )
    write(folder, "Words.")
    return folder


def write(folder: Path, body: str, published: str = "2026-01-01T00:00Z") -> None:
    (folder / "news.md").write_text(SOURCE.format(published=published, body=body))


def build(room: Path, *more: str) -> str:
    out, cache = room.parent / "out", room.parent / "cache"
    result = CliRunner().invoke(app, ["build", str(room), "--out", str(out), "--cache", str(cache), *more])
    assert result.exit_code == 0, result.output
    return result.output


def stands(room: Path, now: dt.datetime | None = None) -> bool:
    moment = now or dt.datetime.now(dt.UTC)
    return standing(room.parent / "cache", room, room.parent / "out", moment) is not None


def test_a_site_that_stands_as_it_should_is_told_again_without_a_build(room: Path) -> None:
    said = build(room)
    assert stands(room)
    assert build(room) == said


def test_site_and_memory_inside_the_newsrooms_folder_are_no_reason_to_build(room: Path) -> None:
    told = ["build", str(room), "--out", str(room / "public"), "--cache", str(room / "cache")]
    said = [CliRunner().invoke(app, told).output for _ in range(2)]
    assert said[0].partition(":")[2].startswith(" 1 release in ")
    assert said[1] == said[0]
    assert standing(room / "cache", room, room / "public", dt.datetime.now(dt.UTC)) is not None


@pytest.mark.parametrize("path", ["room/news.md", "room/newsroom.toml", "out/news/index.html"])
def test_a_changed_file_is_a_reason_to_build(room: Path, path: str) -> None:
    build(room)
    file = room.parent / path
    file.write_text(file.read_text() + " \n")
    assert not stands(room)


def test_a_new_file_a_template_too_is_a_reason_to_build(room: Path) -> None:
    build(room)
    (room / "templates" / "web").mkdir(parents=True)
    (room / "templates" / "web" / "html.html").write_text("{% extends 'builtin/web/html.html' %}")
    assert not stands(room)


def test_the_moment_at_which_the_site_changes_by_itself_is_a_reason_to_build(room: Path) -> None:
    lift = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    write(room, "Words.", lift.isoformat())
    build(room)
    assert stands(room)
    assert stands(room, lift - dt.timedelta(seconds=1))
    assert not stands(room, lift)
    assert not stands(room, lift - dt.timedelta(days=2)), "an earlier moment is another site"


def test_clean_makes_everything_anew(room: Path) -> None:
    build(room)
    page = room.parent / "out" / "news" / "index.html"
    before = page.stat().st_ino
    build(room, "--clean")
    assert page.stat().st_ino != before


def test_watch_and_a_fixed_moment_do_not_go_together(room: Path) -> None:
    result = CliRunner().invoke(app, ["build", str(room), "--watch", "--at", "2026-01-01T00:00Z"])
    assert result.exit_code == 2
    assert "--at" in result.output


def test_watch_publishes_when_an_embargo_ends_and_when_a_file_changes(room: Path) -> None:
    lift = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=6)
    write(room, "Words.", lift.isoformat())
    page = room.parent / "out" / "news" / "index.html"
    command = [
        sys.executable,
        "-m",
        "pressrelease",
        "build",
        str(room),
        "--out",
        str(room.parent / "out"),
        "--watch",
    ]
    with subprocess.Popen(
        [*command, "--cache", str(room.parent / "cache")], env={**os.environ, "NO_COLOR": "1"}
    ) as watching:
        try:
            assert until(lambda: (room.parent / "out" / "index.html").exists())
            assert not page.exists() or dt.datetime.now(dt.UTC) >= lift
            assert until(page.exists)
            write(room, "Other words.", lift.isoformat())
            assert until(lambda: "Other words." in page.read_text())
        finally:
            watching.kill()


def until(true: object, seconds: float = 60) -> bool:
    assert callable(true)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if true():
                return True
        except FileNotFoundError:
            pass
        time.sleep(0.1)
    return False
