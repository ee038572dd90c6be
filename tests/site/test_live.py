"""A newsroom looked at while it is written: the bytes that a build would make, drafts included, edits at once."""

from __future__ import annotations

import datetime as dt
import inspect
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.site.live import LiveSite, NothingThere

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "sample_releases", tmp_path / "newsroom")
    return tmp_path / "newsroom"


@pytest.fixture
def live(folder: Path) -> Iterator[LiveSite]:
    site = LiveSite(folder, now=NOW)
    yield site
    site.close()


def edit(live: LiveSite, source: str, old: str, new: str) -> None:
    """Change a source, and let the site know which."""
    path = live.root / source
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    live.refresh([path])


def test_where_nothing_is_hidden_every_file_is_the_one_that_a_build_makes(folder: Path) -> None:
    (folder / "pilot-merger.md").unlink()
    out = folder.parent / "public"
    pr.build(pr.Newsroom.load(folder), out, now=NOW)
    built = sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file() and p.stat().st_size)
    live = LiveSite(folder, now=NOW)
    try:
        assert live.site.early == {}
        assert [path for path in built if live.body(path) != (out / path).read_bytes()] == []
    finally:
        live.close()


def test_an_embargoed_release_is_shown_as_it_will_look_when_the_embargo_lifts(live: LiveSite) -> None:
    page = live.body("pilot-merger/index.html").decode()
    assert live.site.early == {"pilot-merger": dt.datetime(2035, 3, 2, 9, tzinfo=dt.UTC)}
    assert "Two pilot services" in page
    assert "pilot-merger" in live.body("index.html").decode()


def test_a_draft_is_shown_as_of_now(live: LiveSite, folder: Path) -> None:
    (folder / "draft.md").write_text("---\nheadline: Not yet\nstatus: withheld\n---\nText.\n")
    live.refresh()
    assert live.site.early["draft"] == NOW
    assert b"Not yet" in live.body("draft/index.html")


def test_a_build_cannot_ask_for_what_is_hidden() -> None:
    assert "everything" not in inspect.signature(pr.build).parameters


def test_an_edit_changes_the_page_at_once(live: LiveSite) -> None:
    before = live.body("harbour-opening/index.html")
    edit(live, "harbour-opening.md", "night ferries", "day ferries")
    assert b"day ferries" in live.body("harbour-opening/index.html")
    assert live.body("harbour-opening/index.html") != before


def test_a_source_that_cannot_be_read_any_more_is_told_and_its_page_stays(live: LiveSite) -> None:
    before = live.body("harbour-opening/index.html")
    edit(live, "harbour-opening.md", "headline: Kestrel", "headlin: Kestrel")
    (problem,) = live.problems
    assert problem.where.file.endswith("harbour-opening.md")
    assert live.body("harbour-opening/index.html") == before
    edit(live, "harbour-opening.md", "headlin: Kestrel", "headline: Kestrel")
    assert live.problems == ()


def test_settings_that_cannot_be_read_are_told_and_the_earlier_ones_hold(
    live: LiveSite, folder: Path
) -> None:
    toml = folder / "newsroom.toml"
    good = toml.read_text("utf-8")
    toml.write_text("title = 3\n")
    live.refresh([toml])
    assert any("newsroom.toml" in str(problem) for problem in live.problems)
    assert b"Kestrel Bay Newsroom" in live.body("index.html")
    toml.write_text(good.replace("Kestrel Bay Newsroom", "Kestrel News"), "utf-8")
    live.refresh([toml])
    assert live.problems == ()
    assert b"Kestrel News" in live.body("index.html")


def test_new_and_removed_releases_come_and_go(live: LiveSite, folder: Path) -> None:
    (folder / "late.md").write_text("# Late news\n\nText.\n")
    live.refresh([folder / "late.md"])
    assert b"Late news" in live.body("late/index.html")
    (folder / "late.md").unlink()
    live.refresh([folder / "late.md"])
    assert "late.md" not in live.sources
    with pytest.raises(NothingThere):
        live.body("late/index.html")


def test_a_template_of_the_house_is_taken_up(live: LiveSite, folder: Path) -> None:
    (folder / "templates" / "web").mkdir(parents=True)
    own = folder / "templates" / "web" / "html.html"
    own.write_text(
        '{% extends "builtin/web/html.html" %}{% block headline %}<h1 class="loud">{{ release.headline }}</h1>'
        "{% endblock %}"
    )
    live.refresh([own])
    assert b'<h1 class="loud">' in live.body("shore-power/index.html")


@pytest.mark.parametrize(
    "path", ["../newsroom.toml", "shore-power/../../newsroom.toml", "/etc/passwd", "", "x"]
)
def test_only_files_of_the_site_are_given(live: LiveSite, path: str) -> None:
    with pytest.raises(NothingThere):
        live.body(path)
