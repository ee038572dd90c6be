"""The site map and Google's news site map: all public addresses, only what is news, parts that stay."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

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


# --- beyond what one file may hold ----------------------------------------------------------------------------------


def test_a_full_site_map_becomes_an_index_and_a_new_release_changes_the_last_part_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "__defaults__", (2, sitemap.MOST_BYTES))
    for day in range(4):
        release(folder, f"r{day}", DAY - dt.timedelta(days=10 - day))
    out, _ = built(folder, DAY)
    index = etree.parse(out / "sitemap.xml").getroot()
    assert index.tag == f"{SITEMAP}sitemapindex"
    assert [loc.text for loc in index.iter(f"{SITEMAP}loc")] == [
        f"https://news.example.org/sitemap-{n}.xml" for n in (1, 2, 3)
    ]
    before = {n: (out / f"sitemap-{n}.xml").read_bytes() for n in (1, 2, 3)}
    release(folder, "r9", DAY - dt.timedelta(days=1))
    out, _ = built(folder, DAY)
    changed = [n for n in before if (out / f"sitemap-{n}.xml").read_bytes() != before[n]]
    assert changed == [3]


def test_parts_are_cut_at_the_number_of_addresses() -> None:
    entries = [Entry(f"https://example.org/{n}/") for n in range(100_001)]
    assert [len(part) for part in portions(entries)] == [50_000, 50_000, 1]


def test_parts_are_cut_at_their_size_in_bytes() -> None:
    entries = [Entry(f"https://example.org/{'&' * 100}{n}/") for n in range(9)]
    size = entries[0].most_bytes
    assert size > 500
    assert [len(part) for part in portions(entries, 50_000, 4 * size)] == [4, 4, 1]
