"""The site map and Google's news site map: all public addresses, only what is news, parts that stay."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree
from outside import CHECKOUT, needs

import pressrelease as pr
from pressrelease.site.kinds import sitemap
from pressrelease.site.kinds.sitemap import Entry, news_language, portions

DAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "newsroom"
    made.mkdir()
    (made / "newsroom.toml").write_text(
        'title = "Bay & Co"\nbase_url = "https://news.example.org/"\npublisher = { name = "Bay" }\n'
        'time_zone = "Europe/Lisbon"\n',
        "utf-8",
    )
    return made


def release(folder: Path, name: str, published: dt.datetime, more: str = "") -> None:
    text = f"---\nheadline: Ships & quays, {name}\npublished: {published.isoformat()}\n{more}---\nText.\n"
    (folder / f"{name}.md").write_text(text, "utf-8")


def built(folder: Path, now: dt.datetime) -> tuple[Path, pr.BuildReport]:
    out = folder.parent / "public"
    return out, pr.build(pr.Newsroom.load(folder), out, now=now)


def news(out: Path) -> list[tuple[str, str]]:
    tree = etree.parse(out / "news-sitemap.xml")
    return [
        (str(n.findtext(f"{NEWS}title")), str(n.findtext(f"{NEWS}publication_date")))
        for n in tree.iter(f"{NEWS}news")
    ]


def test_what_came_out_within_two_days_is_news(folder: Path) -> None:
    release(folder, "old", DAY - dt.timedelta(days=2))
    release(folder, "new", DAY - dt.timedelta(days=1, hours=23))
    out, _ = built(folder, DAY)
    assert news(out) == [("Ships & quays, new", "2026-02-28T10:00:00+00:00")]


def test_a_newsroom_without_news_has_an_empty_news_site_map(folder: Path) -> None:
    release(folder, "old", DAY - dt.timedelta(days=30))
    out, report = built(folder, DAY)
    assert news(out) == []
    assert report.next_change is None


def test_the_site_changes_by_itself_when_the_oldest_news_is_none_any_more(folder: Path) -> None:
    release(folder, "one", DAY - dt.timedelta(hours=30))
    release(folder, "two", DAY - dt.timedelta(hours=3))
    out, report = built(folder, DAY)
    assert report.next_change == DAY + dt.timedelta(hours=18)
    assert len(news(out)) == 2
    out, report = built(folder, report.next_change)
    assert [title for title, _ in news(out)] == ["Ships & quays, two"]


def test_a_house_without_site_maps_waits_for_no_news(folder: Path) -> None:
    with (folder / "newsroom.toml").open("a", encoding="utf-8") as file:
        file.write('[site]\noutputs = ["pages"]\n')
    release(folder, "one", DAY - dt.timedelta(hours=30))
    assert built(folder, DAY)[1].next_change is None


def test_what_was_embargoed_is_news_from_its_lift(folder: Path) -> None:
    lift = DAY - dt.timedelta(hours=1)
    release(folder, "merger", DAY - dt.timedelta(days=5), f"embargo: {lift.isoformat()}\n")
    out, _ = built(folder, lift - dt.timedelta(minutes=1))
    assert news(out) == []
    out, _ = built(folder, DAY)
    assert news(out) == [("Ships & quays, merger", lift.isoformat())]


def test_a_corrected_release_keeps_its_first_date(folder: Path) -> None:
    first = DAY - dt.timedelta(days=9)
    release(folder, "cranes", first, f"change: {{kind: correction, note: A figure, at: {DAY.isoformat()}}}\n")
    assert news(built(folder, DAY)[0]) == []


def test_google_gets_at_most_a_thousand_the_newest_ones(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST_NEWS", 2)
    for hours in range(4):
        release(folder, f"h{hours}", DAY - dt.timedelta(hours=hours))
    assert [title[-2:] for title, _ in news(built(folder, DAY)[0])] == ["h0", "h1"]


@pytest.mark.parametrize(
    ("language", "code"),
    [("en", "en"), ("pt-BR", "pt"), ("zh-Hans", "zh-cn"), ("zh-TW", "zh-tw"), ("fil", "fil"), ("und", "de")],
)
def test_languages_are_called_as_google_calls_them(language: str, code: str) -> None:
    assert news_language(language, "de") == code


def test_an_independent_judge_accepts_both(folder: Path, checks: Path, node_modules: Path) -> None:
    # Not resolved: it is a link, and knows its packages by where it lies.
    python = Path(os.environ.get("CHECKS_PYTHON") or CHECKOUT / ".checks/venv/bin/python")
    judge = needs(python if python.exists() else None, "the judges' own Python ($CHECKS_PYTHON)")
    release(folder, "new", DAY - dt.timedelta(hours=3))
    release(folder, "neu.de", DAY - dt.timedelta(hours=2))
    out, _ = built(folder, DAY)
    for file in ("sitemap.xml", "news-sitemap.xml"):
        done = subprocess.run(
            [judge, checks / "sitemap_check.py", "--now", DAY.isoformat(), out / file],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "CHECKS_NPM": str(node_modules.parent)},
        )
        assert done.stdout == "1 passed, 0 failed\n", done.stdout + done.stderr


def test_robots_name_both_site_maps(folder: Path) -> None:
    release(folder, "new", DAY)
    told = (built(folder, DAY)[0] / "robots.txt").read_text("utf-8").splitlines()
    assert told[-2:] == [
        "Sitemap: https://news.example.org/sitemap.xml",
        "Sitemap: https://news.example.org/news-sitemap.xml",
    ]


def test_an_address_of_another_host_is_in_no_site_map(folder: Path) -> None:
    release(folder, "elsewhere", DAY, "url: https://other.example.net/elsewhere/\n")
    out, _ = built(folder, DAY)
    assert b"other.example.net" not in (out / "sitemap.xml").read_bytes()
    assert news(out) == []


# --- the site's own pages -------------------------------------------------------------------------------------------


def dated(out: Path, file: str = "sitemap.xml") -> dict[str, str]:
    """Return the address below the site's root and the last change of each page of a site map."""
    found = etree.parse(out / file).getroot().findall(f"{SITEMAP}url")
    return {
        str(url.findtext(f"{SITEMAP}loc")).removeprefix("https://news.example.org/"): str(
            url.findtext(f"{SITEMAP}lastmod", "")
        )
        for url in found
    }


def test_every_page_that_a_reader_may_look_for_is_in_it_once_and_dated_by_what_it_shows(folder: Path) -> None:
    told = "keywords: [cranes]\nplaces: [Porto]\npeople: [{name: Ana Sousa}]\n"
    release(folder, "old", DAY - dt.timedelta(days=40), told)
    fixed = DAY - dt.timedelta(hours=9)
    change = f"change: {{kind: correction, note: A figure, at: {fixed.isoformat()}}}\n"
    release(folder, "cranes", DAY - dt.timedelta(days=30), f"version: 2\n{change}")
    release(folder, "neu.de", DAY - dt.timedelta(days=1), "keywords: [Kräne]\n")
    out, _ = built(folder, DAY)
    old, cranes, german = "2026-01-21T09:00:00+00:00", fixed.isoformat(), "2026-03-01T09:00:00+00:00"
    pages = {
        "old/": old,
        "cranes/": cranes,
        "de/neu/": german,
        "": cranes,
        "archive/": "",
        "archive/2026/": cranes,
        "archive/2026/01/": cranes,
        "archive/2026/03/": german,
        "topics/": "",
        "topics/cranes/": old,
        "topics/kr%C3%A4ne/": german,
        "places/": "",
        "places/porto/": old,
        "people/": "",
        "people/ana-sousa/": old,
        "contacts/": "",
        "imprint/": "",
        "corrections/": cranes,
        "de/": german,
        "de/archive/": "",
        "de/archive/2026/": german,
        "de/archive/2026/03/": german,
        "de/topics/": "",
        "de/topics/kr%C3%A4ne/": german,
        "de/contacts/": "",
        "de/imprint/": "",
        "de/corrections/": "",
    }
    assert dated(out) == pages


def test_every_page_in_it_is_there_and_may_be_found(folder: Path) -> None:
    told = "keywords: [cranes]\npeople: [{name: Ana Sousa}]\n"
    release(folder, "new", DAY, told)
    release(folder, "new.de", DAY)
    out, _ = built(folder, DAY)
    pages = [(out / unquote(path) / "index.html").read_text("utf-8") for path in dated(out)]
    assert [page for page in pages if "noindex" in page] == []


def test_a_house_without_lists_has_none_in_its_site_map(folder: Path) -> None:
    with (folder / "newsroom.toml").open("a", encoding="utf-8") as file:
        file.write('[site]\noutputs = ["pages", "sitemap"]\n')
    release(folder, "new", DAY, "keywords: [cranes]\n")
    assert list(dated(built(folder, DAY)[0])) == ["new/", ""]


def test_the_pages_of_each_edition_name_those_of_the_others(folder: Path) -> None:
    release(folder, "new", DAY)
    release(folder, "new.de", DAY)
    tree = etree.parse(built(folder, DAY)[0] / "sitemap.xml")
    link = "{http://www.w3.org/1999/xhtml}link"
    named = {
        url.findtext(f"{SITEMAP}loc"): [(a.get("hreflang"), a.get("href")) for a in url.iter(link)]
        for url in tree.iter(f"{SITEMAP}url")
    }
    both = [("en", "https://news.example.org/archive/"), ("de", "https://news.example.org/de/archive/")]
    assert [named["https://news.example.org/archive/"], named["https://news.example.org/de/archive/"]] == [
        both
    ] * 2


# --- beyond what one file may hold ----------------------------------------------------------------------------------


def test_a_full_site_map_becomes_an_index_and_a_new_release_changes_the_last_part_of_releases_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "__defaults__", (2, sitemap.MOST_BYTES))
    for day in range(4):
        release(folder, f"r{day}", DAY - dt.timedelta(days=10 - day))
    # Five: the fifth leaves room in its part.
    release(folder, "r4", DAY - dt.timedelta(days=5))
    with (folder / "newsroom.toml").open("a", encoding="utf-8") as file:
        file.write('[site]\noutputs = ["pages", "contacts", "imprint", "sitemap"]\n')
    out, _ = built(folder, DAY)
    index = etree.parse(out / "sitemap.xml").getroot()
    assert index.tag == f"{SITEMAP}sitemapindex"
    assert [loc.text for loc in index.iter(f"{SITEMAP}loc")] == [
        f"https://news.example.org/sitemap-{n}.xml" for n in (1, 2, 3, 4, 5)
    ]
    before = {n: (out / f"sitemap-{n}.xml").read_bytes() for n in (1, 2, 3, 4, 5)}
    release(folder, "r9", DAY - dt.timedelta(days=1))
    out, _ = built(folder, DAY)
    changed = [n for n in before if (out / f"sitemap-{n}.xml").read_bytes() != before[n]]
    assert changed == [3, 4]
    assert list(dated(out, "sitemap-4.xml")) == ["", "contacts/"]  # the home page shows it


def test_parts_are_cut_at_the_number_of_addresses() -> None:
    entries = [Entry(f"https://example.org/{n}/") for n in range(100_001)]
    assert [len(part) for part in portions(entries)] == [50_000, 50_000, 1]


def test_parts_are_cut_at_their_size_in_bytes() -> None:
    entries = [Entry(f"https://example.org/{'&' * 100}{n}/") for n in range(9)]
    size = entries[0].most_bytes
    assert size > 500
    assert [len(part) for part in portions(entries, 50_000, 4 * size)] == [4, 4, 1]
