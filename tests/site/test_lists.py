"""Lists of the site: what a page holds, and how few pages one more release changes."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import pressrelease as pr
from pressrelease.site.paging import portions

ROOT = Path(__file__).parents[2]
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


def test_a_home_page_without_a_list_says_whom_to_ask(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room", "[[contacts]]\nname = 'Ana Sousa'\nemails = ['ana@example.org']")
    asked = []
    for day in range(3):
        if day:
            write(folder, f"day-{day}", f"2026-03-0{day}T09:00Z")
        home = built(folder, tmp_path / "out")["index.html"]
        asked.append(re.findall(r'<section class="contact">\n<h2>([^<]+)</h2>', home))
        assert ("mailto:ana@example.org" in home) is bool(asked[-1])
    assert asked == [["Media contact"], ["Media contact"], []]


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
        "archive/2026/01/index.html": ["eve"],
        "archive/2026/index.html": ["eve"],
        "archive/2025/10/index.html": ["autumn"],
        "archive/2025/index.html": ["autumn"],
        "archive/undated/index.html": ["undated"],
    }
    main = made["archive/index.html"].partition("<main")[2].partition("</main>")[0]
    assert re.findall(r'<a href="([^"]+)">([^<]+) <span class="count">1</span></a>', main) == [
        ("2026/", "2026"),
        ("2026/01/", "January"),
        ("2025/", "2025"),
        ("2025/10/", "October"),
        ("undated/", "Without a date"),
    ]
    assert '<h2><a href="10/">October</a></h2>' in made["archive/2025/index.html"]
    month = made["archive/2025/10/index.html"]
    assert '<p class="up"><a href="../">2025</a></p>\n<h1>Releases of October 2025</h1>' in month


def test_one_more_release_changes_its_month_and_year_and_no_other(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    for year, month in ((2025, 3), (2026, 3), (2026, 5)):
        write(folder, f"news-{year}-{month}", f"{year}-0{month}-02T09:00Z")
    before = built(folder, tmp_path / "out")
    write(folder, "late", "2026-03-09T09:00Z")
    after = built(folder, tmp_path / "out")
    assert [p for p in before if p.startswith("archive/") and after[p] != before[p]] == [
        "archive/2026/03/index.html",
        "archive/2026/index.html",
        "archive/index.html",
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


def test_the_foot_calls_feeds_by_names_that_readers_know(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room", "[site]\noutputs = ['pages', 'feeds']")
    write(folder, "now", "2026-03-01T09:00Z")
    foot = built(folder, tmp_path / "out")["index.html"].partition("<footer")[2]
    assert re.findall(r'href="[^"]+/feed\.\w+"[^>]*>([^<]+)<', foot) == ["RSS", "Atom", "JSON Feed"]


# --- topics, places, people -----------------------------------------------------------------------------------------


def quoting(folder: Path, slug: str, day: int, speaker: str, words: str, *fields: str) -> None:
    write(folder, slug, f"2026-03-{day:02}T09:00Z", *fields)
    with (folder / f"{slug}.md").open("a") as file:
        file.write(f"\n> {words}\n>\n> — {speaker}\n")


def test_a_topic_has_a_page_that_says_what_it_is_and_lists_its_releases(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "old", "2026-03-01T09:00Z", "keywords: [Shore power, cranes]")
    write(folder, "new", "2026-03-02T09:00Z", "keywords: [shore power]")
    made = built(folder, tmp_path / "out")
    page = made["topics/shore-power/index.html"]
    assert shown(page) == ["new", "old"]
    assert "<p>Releases about shore power, the newest first.</p>" in page
    assert re.findall(
        r'<a href="([^"]+)"><bdi>([^<]+)</bdi> <span class="count">(\d)', made["topics/index.html"]
    ) == [
        ("cranes/", "cranes", "1"),
        ("shore-power/", "shore power", "2"),
    ]


def test_the_kicker_of_a_release_leads_to_its_topic(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "new", "2026-03-02T09:00Z", "keywords: [Shore power]")
    page = built(folder, tmp_path / "out")["new/index.html"]
    assert '<p class="kicker"><a href="../topics/shore-power/">Shore power</a></p>' in page


def test_a_place_has_a_page_of_the_releases_that_come_from_it_or_are_about_it(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "from", "2026-03-01T09:00Z", "city: Porto")
    write(folder, "about", "2026-03-02T09:00Z", "city: Lisbon", "places: [Porto]")
    assert shown(built(folder, tmp_path / "out")["places/porto/index.html"]) == ["about", "from"]


def test_a_person_has_a_page_of_who_said_what_on_which_occasion(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    quoting(folder, "first", 1, "Ana Sousa, engineer", "It floats.")
    quoting(folder, "later", 2, "Ana Sousa, harbour master", "It sails.")
    write(folder, "named", "2026-03-03T09:00Z", "people: [{name: Ana Sousa}]")
    page = built(folder, tmp_path / "out")["people/ana-sousa/index.html"]
    assert re.findall(r"<blockquote><p>([^<]+)</p>", page) == ["“It sails.”", "“It floats.”"]
    assert shown(page) == ["named", "later", "first"]
    assert '<p class="role"><bdi>harbour master</bdi></p>' in page
    assert "<li><bdi>engineer</bdi></li>" in page
    assert 'Named in: <a href="../../named/">' in page


def test_a_quote_that_other_words_part_stays_in_pieces(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    shutil.copy(ROOT / "sample_releases" / "missing-containers.txt", folder)
    page = built(folder, tmp_path / "out")["people/marta-quental/index.html"]
    assert re.findall(r"<blockquote><p>([^<]+)</p>", page) == [
        "“We counted twice and looked once, and it should have been the other way round,” "
        "“From May every container answers when it is called.”"
    ]


def test_terms_that_differ_in_capitals_alone_share_a_page(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "one", "2026-03-01T09:00Z", "keywords: [Straße]")
    write(folder, "two", "2026-03-02T09:00Z", "keywords: [STRASSE]")
    made = built(folder, tmp_path / "out")
    assert [shown(page) for path, page in made.items() if path.startswith("topics/str")] == [["two", "one"]]


def test_what_is_hidden_or_withdrawn_is_on_no_page_of_a_topic_place_or_person(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    quoting(folder, "now", 1, "Ana Sousa, engineer", "It floats.", "keywords: [cranes]", "city: Porto")
    for slug, state in (("gone", "status: canceled"), ("secret", "embargo: 2027-01-01T00:00Z")):
        quoting(folder, slug, 2, "Zoe Z, chief", "Hush.", "keywords: [cranes, hush]", "city: Faro", state)
    made = built(folder, tmp_path / "out")
    pages = [p for p in made if p.partition("/")[0] in ("topics", "places", "people")]
    assert [p for p in pages if re.search("(?i)hush|faro|zoe|gone|secret", p + made[p])] == []


def test_a_long_topic_is_paged_like_the_home(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room", "[site]\nper_page = 2")
    for day in range(1, 6):
        write(folder, f"day-{day}", f"2026-03-{day:02}T09:00Z", "keywords: [cranes]")
    made = built(folder, tmp_path / "out")
    assert shown(made["topics/cranes/index.html"]) == ["day-5", "day-4", "day-3"]
    assert shown(made["topics/cranes/page/1/index.html"]) == ["day-2", "day-1"]
    assert "1 March 2026 to 2 March 2026" in made["topics/cranes/page/1/index.html"]


def test_a_topic_has_feeds_of_its_own_that_its_page_names(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "cranes-come", "2026-03-01T09:00Z", "keywords: [cranes]")
    write(folder, "other", "2026-03-02T09:00Z", "keywords: [ferries]")
    made = built(folder, tmp_path / "out")
    for name in ("feed.xml", "feed.atom"):
        feed = feedparser.parse((tmp_path / "out" / "topics" / "cranes" / name).read_bytes())
        assert (feed.bozo, feed.feed.title) == (0, "Example: cranes")
        assert [entry.title for entry in feed.entries] == ["News of cranes-come"]
    assert re.findall(
        r'<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)"', made["topics/cranes/index.html"]
    ) == [f"https://news.example.org/topics/cranes/{name}" for name in ("feed.xml", "feed.atom", "feed.json")]


def test_a_language_has_topics_of_its_own(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    write(folder, "merger", "2026-03-01T09:00Z", "keywords: [merger]")
    write(folder, "merger.de", "2026-03-01T09:00Z", "keywords: [Fusion]")
    made = built(folder, tmp_path / "out")
    assert [p for p in made if "topics/" in p] == [
        "de/topics/fusion/index.html",
        "de/topics/index.html",
        "topics/index.html",
        "topics/merger/index.html",
    ]


# --- from release to release ----------------------------------------------------------------------------------------


def beside(page: str) -> list[tuple[str, list[str]]]:
    """Return heading and links of what stands beneath a release."""
    navs = BeautifulSoup(page, "html.parser").select("nav.related")
    return [(str(nav.h2.text), [a.text for a in nav.select("a")]) for nav in navs if nav.h2]


def test_releases_of_a_topic_lead_to_each_other_and_others_are_not_said_to_be_about_it(
    tmp_path: Path,
) -> None:
    folder = newsroom(tmp_path / "room")
    for day, topic in ((1, "keywords: [ferry]"), (2, "keywords: [crane]"), (3, "keywords: [ferry]"), (4, "")):
        write(folder, f"day-{day}", f"2026-03-0{day}T09:00Z", topic)
    pages = built(folder, tmp_path / "out")
    assert beside(pages["day-1/index.html"]) == [("More on this", ["News of day-3"])]
    assert beside(pages["day-2/index.html"]) == [("Releases", ["News of day-3", "News of day-1"])]
    assert beside(pages["day-4/index.html"]) == [("Releases", ["News of day-3"])]


def test_what_a_release_names_itself_is_not_named_again_as_the_next_one(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room")
    own = "related: [{href: 'https://news.example.org/day-1/', title: How it began}]"
    write(folder, "day-1", "2026-03-01T09:00Z", "keywords: [ferry]")
    write(folder, "day-2", "2026-03-02T09:00Z", "keywords: [ferry]", own)
    pages = built(folder, tmp_path / "out")
    assert beside(pages["day-2/index.html"]) == [("More on this", ["How it began"])]


def test_downloads_are_called_by_words_of_the_pages_language(tmp_path: Path) -> None:
    folder = newsroom(tmp_path / "room", "[site]\nformats = ['plain', 'json']")
    write(folder, "day-1", "2026-03-01T09:00Z", "language: de")
    (folder / "newsroom.toml").write_text(
        (folder / "newsroom.toml").read_text("utf-8").replace("time_zone", 'language = "de"\ntime_zone')
    )
    page = BeautifulSoup(built(folder, tmp_path / "out")["day-1/index.html"], "html.parser")
    assert [a.text for a in page.select(".downloads a")] == ["Pressemappe", "Reiner Text", "JSON"]
