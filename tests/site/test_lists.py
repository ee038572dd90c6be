"""Lists of the site: what a page holds, and how few pages one more release changes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressrelease as pr
from pressrelease.site.paging import portions

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def newsroom(folder: Path, more: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "newsroom.toml").write_text(
        'title = "Example"\nbase_url = "https://news.example.org/"\ntime_zone = "Europe/Berlin"\n'
        f'[publisher]\nname = "Example Ports"\n{more}\n'
    )
    return folder


def write(folder: Path, slug: str, published: str, *fields: str) -> None:
    when = f"published: {published}\n" if published else ""
    told = "".join(f"{field}\n" for field in fields)
    (folder / f"{slug}.md").write_text(
        f"---\nheadline: News of {slug}\n{when}{told}---\n\nThe port opened.\n"
    )


def built(folder: Path, out: Path) -> dict[str, str]:
    pr.build(pr.Newsroom.load(folder), out, now=NOW)
    return {p.relative_to(out).as_posix(): p.read_text("utf-8") for p in sorted(out.rglob("*.html"))}


def shown(page: str) -> list[str]:
    return re.findall(r"News of ([\w-]+)</a>", page)


# --- pages that stay ------------------------------------------------------------------------------------------------


@given(st.integers(0, 200), st.integers(1, 9))
def test_every_entry_is_on_one_page_and_numbered_pages_are_full(count: int, size: int) -> None:
    found = list(portions(range(count), size))
    assert [entry for _, portion in found for entry in portion] == list(range(count))
    assert [number for number, _ in found] == [0, *range(len(found) - 1, 0, -1)]
    assert all(len(portion) == size for number, portion in found if number)
    assert len(found[0][1]) < 2 * size


@given(st.integers(1, 200), st.integers(1, 9))
def test_one_more_entry_leaves_every_numbered_page_as_it_was(count: int, size: int) -> None:
    before, after = (dict(portions(range(n, 0, -1), size)) for n in (count, count + 1))
    assert {number: after[number] for number in before if number} == {n: p for n, p in before.items() if n}


def test_one_more_release_changes_the_first_page_and_none_that_has_a_number(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room", "[site]\nper_page = 2")
    for day in range(1, 6):
        write(folder, f"day-{day}", f"2026-03-{day:02}T09:00Z")
    before = built(folder, tmp_path / "out")
    assert [shown(before[p]) for p in ("index.html", "page/1/index.html")] == [
        ["day-5", "day-4", "day-3"],
        ["day-2", "day-1"],
    ]
    write(folder, "day-6", "2026-03-06T09:00Z")
    after = built(folder, tmp_path / "out")
    assert shown(after["page/2/index.html"]) == ["day-4", "day-3"]
    pages = [p for p in before if p in ("index.html", "404.html") or p.startswith("page/")]
    assert [p for p in pages if before[p] != after[p]] == ["404.html", "index.html", "page/1/index.html"]
    write(folder, "day-7", "2026-03-07T09:00Z")
    third = built(folder, tmp_path / "out")
    assert [p for p in after if p.startswith("page/") and third[p] != after[p]] == []


def test_the_pages_of_a_list_lead_to_each_other(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room", "[site]\nper_page = 1")
    for day in range(1, 4):
        write(folder, f"day-{day}", f"2026-03-{day:02}T09:00Z")
    made = built(folder, tmp_path / "out")
    links = {p: re.findall(r'<a href="([^"]+)" rel="(prev|next)"', made[p]) for p in made if "page/" in p}
    assert re.findall(r'<a href="([^"]+)" rel="(prev|next)"', made["index.html"]) == [("page/2/", "next")]
    assert links == {
        "page/1/index.html": [("../../page/2/", "prev")],
        "page/2/index.html": [("../../", "prev"), ("../../page/1/", "next")],
    }


# --- the archive ----------------------------------------------------------------------------------------------------


def test_the_archive_lists_every_release_by_year_and_month_in_the_houses_zone(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "eve", "2025-12-31T23:30Z")  # half past midnight of the new year in Berlin
    write(folder, "autumn", "2025-10-02T09:00Z")
    write(folder, "undated", "")
    made = built(folder, tmp_path / "out")
    archive = {p: shown(page) for p, page in made.items() if p.startswith("archive/")}
    assert archive == {
        "archive/index.html": [],
        "archive/2026/index.html": ["eve"],
        "archive/2026/01/index.html": ["eve"],
        "archive/2025/index.html": ["autumn"],
        "archive/2025/10/index.html": ["autumn"],
        "archive/undated/index.html": ["undated"],
    }
    assert re.findall(r'<h2><a href="([^"]+)">([^<]+)</a>', made["archive/index.html"]) == [
        ("2026/", "2026"),
        ("2025/", "2025"),
        ("undated/", "Without a date"),
    ]


def test_a_hidden_release_is_in_no_archive(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "now", "2026-03-01T09:00Z")
    without = built(folder, tmp_path / "without")
    write(folder, "secret", "2026-03-02T09:00Z", "embargo: 2027-01-01T00:00Z")
    write(folder, "gone", "2026-03-03T09:00Z", "status: canceled")
    with_them = built(folder, tmp_path / "with")
    archive = {p for p in with_them if p.startswith("archive/")}
    assert {p: with_them[p] for p in archive} == {p: without[p] for p in without if p in archive}


def test_a_language_has_an_archive_of_its_own(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "merger", "2026-03-01T09:00Z")
    write(folder, "merger.de", "2026-03-01T09:00Z")
    made = built(folder, tmp_path / "out")
    assert [p for p in made if "archive/2026/index" in p] == [
        "archive/2026/index.html",
        "de/archive/2026/index.html",
    ]
    assert "März" in made["de/archive/2026/index.html"]
    assert re.findall(r'hreflang="(\w+)" href="([^"]+)"', made["de/archive/index.html"]) == [
        ("en", "https://news.example.org/archive/"),
        ("de", "https://news.example.org/de/archive/"),
    ]


# --- the frame ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outputs", "sections"),
    [
        ('["pages"]', []),
        ('["pages", "archive"]', ["archive/"]),
    ],
)
def test_the_masthead_leads_to_the_pages_that_the_site_has(
    tmp_path: Path, outputs: str, sections: list[str]
) -> None:
    folder = newsroom(tmp_path / "room", f"[site]\noutputs = {outputs}")
    write(folder, "now", "2026-03-01T09:00Z")
    home = built(folder, tmp_path / "out")["index.html"]
    masthead = home.partition('<nav class="sections"')[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', masthead) == sections


def test_the_masthead_marks_the_section_a_page_is_in(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "now", "2026-03-01T09:00Z")
    made = built(folder, tmp_path / "out")
    for path in ("archive/index.html", "archive/2026/index.html", "archive/2026/03/index.html"):
        assert re.findall(r'aria-current="true">([^<]+)<', made[path]) == ["Archive"]
