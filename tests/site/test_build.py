"""The site: whole or not at all, public releases only, the same bytes for the same input."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import feedparser
import pytest

import pressrelease as pr
from pressrelease.files import SITE_MARK, FileProblem

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "newsroom"
    shutil.copytree(ROOT / "sample_releases", made)
    return made


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def built(folder: Path, out: Path, now: dt.datetime = NOW) -> dict[str, bytes]:
    pr.build(pr.Newsroom.load(folder), out, now=now)
    return tree(out)


def test_the_samples_make_pages_feeds_wire_files_and_lists(folder: Path, tmp_path: Path) -> None:
    report = pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    made = tree(tmp_path / "out")
    for path in (
        "index.html",
        "404.html",
        "feed.xml",
        "feed.atom",
        "feed.json",
        "sitemap.xml",
        "robots.txt",
        "style.css",
        "harbour-opening/index.html",
        "harbour-opening/harbour-opening.md",
        "harbour-opening/images/harbour.jpg",
        "de/shore-power/index.html",
        "de/index.html",
        "ar/desalination/index.html",
        "lighthouse-sale/index.html",
    ):
        assert path in made
    assert report.files == len(made) - 1  # but for the mark of the folder
    assert (report.hidden, report.withdrawn) == (1, 1)
    assert report.next_change == dt.datetime(2035, 3, 2, 9, tzinfo=dt.UTC)


def test_the_masthead_marks_the_language_a_page_is_in(folder: Path, tmp_path: Path) -> None:
    made = built(folder, tmp_path / "out")
    for path, language in (
        ("index.html", b"en"),
        ("de/index.html", b"de"),
        ("shore-power/index.html", b"en"),
    ):
        assert re.findall(rb'hreflang="(\w+)" aria-current="true"', made[path]) == [language]


def test_a_later_build_of_the_same_folder_makes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Envelopes that are dated (NewsML 1.2, ninjs) name the release's moment, not the build's."""
    house, later = pr.Newsroom.load(folder), NOW + dt.timedelta(hours=5)
    pr.build(house, tmp_path / "one", now=NOW)
    pr.build(house, tmp_path / "two", now=later)
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert [path for path in one if one[path] != two[path]] == []


def test_a_build_tells_how_far_it_is(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW, progress=lambda *step: told.append(step))
    read = [step for step in told if step[0] == "reading"]
    assert read == [("reading", n, len(read)) for n in range(1, len(read) + 1)]
    written = told[len(read) :]
    assert written == [("writing", n, len(written)) for n in range(1, len(written) + 1)]


def test_equal_input_gives_an_equal_site(folder: Path, tmp_path: Path) -> None:
    assert built(folder, tmp_path / "one") == built(folder, tmp_path / "two")


def test_workers_in_other_processes_make_the_same_site(folder: Path, tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        pr.build(pr.Newsroom.load(folder), tmp_path / "many", now=NOW, executor=pool)
    assert tree(tmp_path / "many") == built(folder, tmp_path / "one")


def test_an_embargoed_release_leaves_no_trace_before_its_lift(folder: Path, tmp_path: Path) -> None:
    with_it = built(folder, tmp_path / "with")
    (folder / "pilot-merger.md").unlink()
    (folder / "images" / "pilot.jpg").unlink()
    assert built(folder, tmp_path / "without") == with_it


def test_an_embargoed_release_appears_in_its_minute_at_the_address_it_had(
    folder: Path, tmp_path: Path
) -> None:
    lift = dt.datetime(2035, 3, 2, 9, tzinfo=dt.UTC)
    before = built(folder, tmp_path / "before", lift - dt.timedelta(seconds=1))
    after = built(folder, tmp_path / "after", lift)
    assert "pilot-merger/index.html" not in before
    assert "pilot-merger/index.html" in after
    assert "pilot-merger" in {e.link.split("/")[-2] for e in feedparser.parse(after["feed.xml"]).entries}


def test_a_reference_to_a_hidden_release_is_a_reference_to_nothing(folder: Path, tmp_path: Path) -> None:
    page = folder / "crane-count.md"
    link = "related: [{href: 'https://news.example.org/pilot-merger/', title: Secret}]\n"
    page.write_text(page.read_text("utf-8").replace("city:", link + "city:", 1), "utf-8")
    made = built(folder, tmp_path / "out")
    assert (
        [path for path, body in made.items() if b"pilot-merger" in body or b"Secret" in body]
        == [
            # What the release itself says in its own sources is the writer's business; the page says nothing.
        ]
    )


def test_a_withdrawn_release_keeps_a_page_that_says_so_and_leaves_feeds_and_lists(
    folder: Path, tmp_path: Path
) -> None:
    made = built(folder, tmp_path / "out")
    assert b"Withdrawn" in made["lighthouse-sale/index.html"]
    assert b"lighthouse-sale" not in made["index.html"] + made["feed.xml"] + made["sitemap.xml"]
    assert b"at:deleted-entry" in made["feed.atom"]


def test_an_earlier_version_is_a_source_of_history_not_a_page(folder: Path, tmp_path: Path) -> None:
    made = built(folder, tmp_path / "out")
    assert not any("@" in path for path in made)
    assert b"nine electric cranes" not in made["index.html"]


def test_a_failing_build_leaves_the_old_site_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    old = built(folder, tmp_path / "out")
    (folder / "bad.md").write_text("---\nsubheadline: none\n---\n", "utf-8")
    with pytest.raises(FileProblem):
        built(folder, tmp_path / "out")
    assert tree(tmp_path / "out") == old
    assert sorted(p.name for p in tmp_path.iterdir()) == ["newsroom", "out"]


def test_what_a_killed_build_left_is_removed_and_a_running_builds_folder_is_not(
    folder: Path, tmp_path: Path
) -> None:
    fcntl = pytest.importorskip("fcntl", reason="only where processes can lock folders")
    left, running, young = (tmp_path / f".out.new-{n}" for n in ("left", "running", "young"))
    for made in (left, running, young):
        made.mkdir()
        (made / "half.html").write_bytes(b"<p>")
    for old in (left, running):
        os.utime(old, (0, 0))
    held = os.open(running, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        built(folder, tmp_path / "out")
    finally:
        os.close(held)
    assert [made.exists() for made in (left, running, young)] == [False, True, True]


def test_a_full_disk_leaves_the_old_site_and_nothing_else(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = built(folder, tmp_path / "out")
    opened = Path.open

    def full(path: Path, mode: str = "r", **more: Any) -> Any:
        if path.name == "robots.txt" and mode == "xb":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return opened(path, mode, **more)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(FileProblem, match="No space left on device"):
        built(folder, tmp_path / "out")
    monkeypatch.undo()
    assert tree(tmp_path / "out") == old
    assert sorted(p.name for p in tmp_path.iterdir()) == ["newsroom", "out"]


def test_a_site_that_is_published_is_not_said_to_be_untouched_because_a_lock_could_not_be_let_go(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl", reason="only where processes can lock folders")
    lock, close, locked = fcntl.flock, os.close, set[int]()

    def noted(handle: int, how: int) -> None:
        lock(handle, how)
        locked.add(handle)

    def failing(handle: int) -> None:
        close(handle)
        if handle in locked:
            locked.remove(handle)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(fcntl, "flock", noted)
    monkeypatch.setattr(os, "close", failing)
    report = pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW, cache=tmp_path / "cache")
    assert report.files == len(tree(tmp_path / "out")) - 1


def test_a_folder_that_no_build_made_is_never_replaced(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letters.txt").write_text("dear")
    with pytest.raises(FileProblem, match="a folder that this program did not make"):
        built(folder, tmp_path / "home")
    assert (tmp_path / "home" / "letters.txt").read_text() == "dear"


def test_the_site_never_replaces_the_sources(folder: Path) -> None:
    for out in (folder, folder.parent):
        with pytest.raises(FileProblem):
            built(folder, out)
    assert (folder / "newsroom.toml").exists()


def test_a_site_inside_the_newsrooms_folder_is_no_source(folder: Path) -> None:
    first = built(folder, folder / "public")
    assert built(folder, folder / "public") == first
    assert SITE_MARK in first


def edited(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_missing_picture_is_told_with_its_release(folder: Path, tmp_path: Path) -> None:
    edited(folder, "shore-power.md", "images/shore-power.jpg", "images/none.jpg")
    with pytest.raises(FileProblem) as told:
        built(folder, tmp_path / "out")
    assert str(told.value.problems[-1]) == (
        f'{folder / "shore-power.md"}: assets: a file that is missing: found "images/none.jpg", '
        f"expected a file at {folder / 'images' / 'none.jpg'}"
    )


@pytest.mark.parametrize("href", ["../../secret.jpg", "/etc/hostname"])
def test_a_picture_outside_the_folder_is_refused(folder: Path, tmp_path: Path, href: str) -> None:
    (tmp_path.parent / "secret.jpg").write_bytes(b"secret")
    edited(folder, "shore-power.md", "images/shore-power.jpg", href)
    with pytest.raises(FileProblem, match="a file outside the newsroom's folder"):
        built(folder, tmp_path / "out")


def test_a_picture_that_is_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (folder / "images" / "shore-power.jpg").unlink()
    (folder / "images" / "shore-power.jpg").symlink_to(tmp_path / "secret.jpg")
    with pytest.raises(FileProblem, match="a file outside the newsroom's folder"):
        built(folder, tmp_path / "out")


def test_an_output_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem, match=r"cannot be written|not a folder"):
        built(folder, tmp_path / "file" / "out")


def test_a_templates_mistake_is_told_with_its_line_and_nothing_is_written(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "templates" / "web").mkdir(parents=True)
    (folder / "templates" / "web" / "html.html").write_text(
        '{% extends "builtin/web/html.html" %}\n{% block headline %}{{ release.headlin }}{% endblock %}\n',
        "utf-8",
    )
    with pytest.raises(pr.TemplateError) as told:
        built(folder, tmp_path / "out")
    assert "headlin" in str(told.value)
    assert told.value.where.line == 2
    assert not (tmp_path / "out").exists()


def test_all_that_is_wrong_with_sources_and_templates_is_told_at_once(folder: Path, tmp_path: Path) -> None:
    (folder / "templates" / "site").mkdir(parents=True)
    (folder / "templates" / "site" / "404.html").write_text("{% if %}", "utf-8")
    (folder / "broken.md").write_text("---\nheadline: [\n---\n", "utf-8")
    (folder / "lost.md").write_text("---\nheadline: Lost\n---\n[Plan](plan.pdf)\n", "utf-8")
    with pytest.raises(pr.PressReleaseError) as told:
        built(folder, tmp_path / "out")
    assert {Path(p.where.file).name for p in told.value.problems} == {"404.html", "broken.md", "lost.md"}


def test_what_cannot_be_made_is_told_with_what_comes_later(folder: Path, tmp_path: Path) -> None:
    # A press kit is made of formats that are made before it.
    (folder / "templates" / "site").mkdir(parents=True)
    for name in ("404.html", "credits.txt"):
        (folder / "templates" / "site" / name).write_text("{{ absent }}", "utf-8")
    with pytest.raises(pr.TemplateError) as told:
        built(folder, tmp_path / "out")
    assert {Path(p.where.file).name for p in told.value.problems} == {"404.html", "credits.txt"}


def test_a_template_from_which_nothing_is_made_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "templates" / "site").mkdir(parents=True)
    (folder / "templates" / "site" / "indx.html").write_text("mine", "utf-8")
    report = pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    (found,) = (f for f in report.findings if f.code == "template-unused")
    assert (Path(found.where.file).name, found.fix) == ("indx.html", 'did you mean "site/index.html"?')


def test_another_site_built_inside_the_newsrooms_folder_is_no_source_either(
    folder: Path, tmp_path: Path
) -> None:
    built(folder, folder / "public")
    assert built(folder, tmp_path / "other") == tree(folder / "public")


def test_what_was_found_in_a_held_release_is_told_too(folder: Path, tmp_path: Path) -> None:
    (folder / "speech.md").write_text(
        "---\nheadline: Speech\nembargo: after the speech\n---\n\nWords.\n", "utf-8"
    )
    report = pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    assert report.hidden == 2
    assert ["speech.md" in f.where.file for f in report.findings if "embargo" in f.code] == [True]


def test_a_day_to_come_holds_a_release_though_no_zone_is_known(folder: Path, tmp_path: Path) -> None:
    (folder / "newsroom.toml").write_text(
        'title = "News"\nbase_url = "https://news.example.org/"\n[publisher]\nname = "Example"\n', "utf-8"
    )
    (folder / "later.md").write_text("---\nheadline: Later\ndate: 2099-01-01\n---\n\nWords.\n", "utf-8")
    assert "later/index.html" not in built(folder, tmp_path / "out")


def test_a_release_that_names_no_language_is_linked_in_its_newsrooms(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text(
        'title = "A"\nbase_url = "https://a.example.org/"\n[publisher]\nname = "A"\n'
    )
    (tmp_path / "merger.md").write_text("---\nheadline: Merger\npublished: 2026-01-01T00:00Z\n---\nWords.\n")
    (tmp_path / "merger.de.md").write_text("---\nheadline: Fusion\n---\nWorte.\n")
    made = built(tmp_path, tmp_path / "out")
    assert [
        path for path, body in made.items() if b"und" in re.findall(rb'(?:hreflang|lang)="(\w+)"', body)
    ] == []
    assert b'hreflang="en"' in made["de/merger/index.html"]
    assert b">und<" not in made["de/merger/index.html"]


def test_a_word_file_in_the_folder_is_told_unless_a_release_links_to_it(folder: Path, tmp_path: Path) -> None:
    for name in ("Draft.docx", "terms.pdf"):
        (folder / name).write_bytes(b"A")
    source = folder / "shore-power.md"
    source.write_text(f"{source.read_text('utf-8')}\nRead [the terms](terms.pdf).\n", "utf-8")
    report = pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    assert [(f.where.file, f.message, f.fix) for f in report.findings if f.code == "not-read"] == [
        (
            str(folder / "Draft.docx"),
            "a .docx file is not read, and no release names it",
            "a release? save it as text, Markdown or HTML",
        )
    ]


def test_a_file_that_a_text_links_to_goes_with_its_page(folder: Path, tmp_path: Path) -> None:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7 A")
    source = folder / "shore-power.md"
    source.write_text(f"{source.read_text('utf-8')}\nRead [the report](report.pdf).\n", "utf-8")
    assert built(folder, tmp_path / "out")["shore-power/report.pdf"] == b"%PDF-1.7 A"


def test_a_link_to_a_file_that_is_missing_is_told_like_a_picture(folder: Path, tmp_path: Path) -> None:
    source = folder / "shore-power.md"
    source.write_text(f"{source.read_text('utf-8')}\nRead [the report](none.pdf).\n", "utf-8")
    with pytest.raises(FileProblem) as told:
        built(folder, tmp_path / "out")
    assert [(p.problem, p.found, p.where.field) for p in told.value.problems if "none.pdf" in p.found] == [
        ("a file that is missing", '"none.pdf"', "story")
    ] * len(told.value.problems)


@pytest.mark.parametrize(
    "href", ["../harbour-opening/", "#contacts", "shore-power.md", "../harbour-opening/harbour-opening.md"]
)
def test_a_link_to_what_the_site_makes_is_no_missing_file(folder: Path, tmp_path: Path, href: str) -> None:
    def paths() -> set[str]:
        # Files of the search index are named by their contents.
        return {path for path in built(folder, tmp_path / "out") if not path.startswith("search/")}

    before = paths()
    source = folder / "shore-power.md"
    source.write_text(f"{source.read_text('utf-8')}\nRead [more]({href}).\n", "utf-8")
    assert paths() == before


def test_nothing_that_is_for_editors_only_is_in_any_file_of_the_site(folder: Path, tmp_path: Path) -> None:
    house = folder / "newsroom.toml"
    told = house.read_text("utf-8").replace("title =", 'editor_note = "Call Quentin first"\ntitle =', 1)
    house.write_text(told, "utf-8")
    source = folder / "shore-power.md"
    own = "editor_note: Ask for Walburga\nexcuses: {exclamation-marks: Walburga likes them}\n"
    more = "contacts: [{name: Nobody Public, for_editors: true}, {name: Press Desk}]\n"
    source.write_text(source.read_text("utf-8").replace("---\n", f"---\n{own}{more}", 1), "utf-8")
    made = built(folder, tmp_path / "out")
    assert [p for p, b in made.items() for w in (b"Quentin", b"Walburga", b"Nobody Public") if w in b] == []
    assert b"Press Desk" in made["shore-power/shore-power.md"]


@pytest.mark.parametrize(
    ("outputs", "told"),
    [
        (
            "[]",
            "a site that holds nothing: found [], expected names of outputs\n  take it out to have all there is",
        ),
        (
            "['search']",
            'no pages to lead to search: found [\'search\'], expected "pages" among them\n  add "pages"',
        ),
        (
            "['feeds', 'cards', 'archive']",
            "no pages to lead to cards and archive: found ['feeds', 'cards', 'archive'], "
            'expected "pages" among them\n  add "pages"',
        ),
    ],
)
def test_outputs_that_lead_nowhere_are_refused_and_the_site_stands(
    outputs: str, told: str, folder: Path, tmp_path: Path
) -> None:
    before = built(folder, tmp_path / "out")
    house = folder / "newsroom.toml"
    house.write_text(f"{house.read_text('utf-8')}\noutputs = {outputs}\n", "utf-8")
    line = len(house.read_text("utf-8").splitlines())
    with pytest.raises(pr.InvalidNewsroom) as error:
        built(folder, tmp_path / "out")
    assert str(error.value) == f"{house}:{line}: site.outputs: {told}"
    assert tree(tmp_path / "out") == before


def test_feeds_of_pages_that_another_program_serves_are_built_and_told_of(
    folder: Path, tmp_path: Path
) -> None:
    house = folder / "newsroom.toml"
    house.write_text(f"{house.read_text('utf-8')}\noutputs = ['feeds', 'twins']\n", "utf-8")
    report = pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    assert [(f.message, f.where.file, f.fix) for f in report.findings if f.code == "no-pages"] == [
        (
            "feeds and twins name the addresses of pages that this site does not hold",
            str(house),
            'add "pages", unless another program serves them there',
        )
    ]


def test_a_site_inside_the_newsrooms_folder_is_built_again_without_its_own_files(folder: Path) -> None:
    """Nor does another site there, or what was remembered, become a source."""
    house = pr.Newsroom.load(folder)
    reports = [
        pr.build(house, folder / name, now=NOW, cache=folder / "cache")
        for name in ("public", "public", "other", "public")
    ]
    assert len({(r.releases, r.files, r.hidden, r.findings) for r in reports}) == 1
    assert tree(folder / "other") == tree(folder / "public")
