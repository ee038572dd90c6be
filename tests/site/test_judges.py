"""Judges that do not know us look at the built samples: the Nu checker, axe-core in Chromium, links, feeds."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup
from previews import led

import pressrelease as pr
from pressrelease.theme import palettes

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "public"
    pr.build(pr.Newsroom.load(ROOT / "sample_releases"), out, now=NOW)
    return out


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_the_nu_checker_finds_no_error_on_any_page(site: Path, vnu: Path) -> None:
    done = subprocess.run(
        ["java", "-jar", vnu, "--format", "json", "--errors-only", *pages(site)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stderr)["messages"]
    assert [(m["url"].rpartition("public/")[2], m["message"]) for m in told] == []


@pytest.mark.parametrize(("width", "scheme"), [("1280", "light"), ("360", "light"), ("1280", "dark")])
def test_axe_finds_no_violation_and_no_page_scrolls_sideways(
    site: Path, axe: Path, checks: Path, tmp_path: Path, width: str, scheme: str
) -> None:
    shown = tmp_path / scheme
    shutil.copytree(site, shown)
    style = shown / "style.css"
    css = style.read_text("utf-8")
    assert "color-scheme: light dark" in css
    style.write_text(css.replace("color-scheme: light dark", f"color-scheme: {scheme}"), "utf-8")
    # A page that sends its readers on at once cannot be looked at.
    stay = [page for page in pages(shown) if 'http-equiv="refresh"' not in page.read_text("utf-8")]
    done = subprocess.run(
        ["node", checks / "axe_check.cjs", "--npm", axe.parent, "--width", width, *stay],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CHROMIUM": os.environ.get("CHROMIUM") or "/usr/bin/chromium"},
    )
    assert done.stdout == f"pages {len(stay)}, violations 0, script errors 0\n", done.stderr


def test_a_browser_keeps_the_scheme_that_a_reader_chose(site: Path, axe: Path) -> None:
    done = subprocess.run(
        ["node", Path(__file__).with_name("scheme.cjs"), axe, site],
        capture_output=True,
        text=True,
        check=False,
    )
    light, dark = (
        "rgb({}, {}, {})".format(*bytes.fromhex(palette.paper[1:])) for palette in palettes("#0b5c6e")
    )
    assert json.loads(done.stdout or "{}") == {
        "system": light,
        "chosen": dark,
        "next": dark,
        "offered": "dark",
        "back": light,
    }, done.stderr


def test_a_house_of_many_languages_scrolls_no_page_sideways_on_a_small_phone(
    tmp_path: Path, axe: Path
) -> None:
    room = tmp_path / "room"
    shutil.copytree(ROOT / "sample_releases", room)
    settings = (room / "newsroom.toml").read_text("utf-8")
    seven = 'languages = ["de", "fr", "es", "it", "nl", "ar"]'
    (room / "newsroom.toml").write_text(settings.replace('languages = ["de", "ar"]', seven), "utf-8")
    for language in ("fr", "es", "it", "nl"):
        (room / f"quai.{language}.md").write_text(f"---\nheadline: Quai {language}\n---\nTexte.\n", "utf-8")
    pr.build(pr.Newsroom.load(room), tmp_path / "public", now=NOW)
    home = tmp_path / "public/index.html"
    assert len(BeautifulSoup(home.read_text("utf-8"), "html.parser").select(".languages a")) == 7
    shown = [home, home.with_name("harbour-opening") / "index.html", home.with_name("ar") / "index.html"]
    wide = """async page => {
      const widths = [];
      for (const address of %s) {
        await page.goto(address);
        widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
      }
      return widths;
    }"""
    addresses = json.dumps([page.as_uri() for page in shown])
    assert led(axe, home.as_uri(), wide % addresses, size="320x640") == [320, 320, 320]


def test_every_internal_link_and_file_of_the_site_is_there(site: Path) -> None:
    base = "https://news.example.org/"
    missing = []
    for page in pages(site):
        address = urljoin(base, str(page.relative_to(site).parent).replace(".", "") + "/")
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        for tag in soup.find_all(["a", "link", "img", "script", "source"]):
            href = str(tag.get("href") or tag.get("src") or "")
            target = urlsplit(urljoin(address, href))
            if target.scheme not in ("http", "https") or target.netloc != "news.example.org":
                continue
            path = site / unquote(target.path).lstrip("/")
            if not (path.is_file() or (path / "index.html").is_file()):
                missing.append((str(page.relative_to(site)), href))
            elif target.fragment and not target.fragment.startswith(":~:") and path.suffix in ("", ".html"):
                there = path if path.is_file() else path / "index.html"
                if f'id="{target.fragment}"' not in there.read_text("utf-8"):
                    missing.append((str(page.relative_to(site)), href))
    # The samples name two pages that stand for others' on purpose: the terms and the publisher's logo.
    assert [m for m in missing if not m[1].endswith(("/terms/", "/assets/logo.svg"))] == []


def test_a_first_page_is_light(site: Path) -> None:
    page = (site / "index.html").stat().st_size
    shared = (site / "style.css").stat().st_size + (site / "site.js").stat().st_size
    assert shared < 50_000
    assert page + shared < 100_000


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    asked = set()
    for page in pages(site):
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        for tag in soup.find_all(["img", "script", "iframe"]):
            asked.add(urlsplit(str(tag.get("src") or "")).netloc)
        for tag in soup.find_all("link", rel="stylesheet"):
            asked.add(urlsplit(str(tag.get("href"))).netloc)
    assert asked <= {"", "news.example.org"}


@pytest.mark.parametrize("name", ["feed.xml", "feed.atom", "de/feed.xml", "ar/feed.atom"])
def test_feedparser_reads_the_feeds_without_a_complaint(site: Path, name: str) -> None:
    feed = feedparser.parse((site / name).read_bytes())
    assert (feed.bozo, bool(feed.entries)) == (0, True)
    for entry in feed.entries:
        assert entry.id
        assert entry.link.startswith(("https://news.example.org/", "https://wire.example.org/"))
        assert entry.title
        assert entry.content[0].value
        assert entry.published_parsed


def test_nothing_public_tells_of_an_embargoed_release(tmp_path: Path, checks: Path) -> None:
    """The judge compares two builds and looks for words in every disguise, in archives and hashes too."""
    with_it, without = tmp_path / "with", tmp_path / "without"
    for folder in (with_it, without):
        shutil.copytree(ROOT / "sample_releases", folder / "newsroom")
    (without / "newsroom" / "pilot-merger.md").unlink()
    (without / "newsroom" / "images" / "pilot.jpg").unlink()
    words = ["pilot-merger", "Two pilot services", "One channel, one voice", "Joana Brito", "pilot.jpg"]
    for second in (-1, -3600, -86400 * 365):
        moment = dt.datetime(2035, 3, 2, 9, tzinfo=dt.UTC) + dt.timedelta(seconds=second)
        for folder in (with_it, without):
            pr.build(pr.Newsroom.load(folder / "newsroom"), folder / "public", now=moment)
        done = subprocess.run(
            [
                *(sys.executable, checks / "embargo_leak.py"),
                *("--with", with_it / "public", "--without", without / "public"),
                *(part for word in words for part in ("--word", word)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
