"""Markdown twins and `llms.txt`: what a reader of the pages sees, linked from them, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import unquote

import markdown
import pytest
import yaml
from bs4 import BeautifulSoup

import pressrelease as pr

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
BASE = "https://news.example.org/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "public"
    pr.build(pr.Newsroom.load(ROOT / "sample_releases"), out, now=NOW)
    return out


def parts(file: Path) -> tuple[dict[str, object], str]:
    _, front, body = file.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def test_a_twin_names_the_facts_of_its_release_and_says_its_text(site: Path) -> None:
    facts, body = parts(site / "harbour-opening/index.md")
    assert facts["title"] == "Kestrel Bay opens its new harbour to night ferries"
    assert (facts["url"], facts["language"], facts["version"]) == (f"{BASE}harbour-opening/", "en", 3)
    assert body.startswith("\n# Kestrel Bay opens its new harbour to night ferries\n\n**Update** Adds")
    for words in (
        "“We have waited six years for the first rope to be made fast,” says Marta Quental",
        "## Media contact",
    ):
        assert words in body
    assert "<span" not in body
    assert "<p>" not in body


def test_another_reader_of_markdown_sees_the_headings_of_the_page(site: Path) -> None:
    _, body = parts(site / "harbour-opening/index.md")
    seen = BeautifulSoup(markdown.markdown(body, extensions=["tables"]), "html.parser")
    page = BeautifulSoup((site / "harbour-opening/index.html").read_text("utf-8"), "html.parser")
    assert [h.text for h in seen.find_all("h1")] == [h.text for h in page.find_all("h1")]
    assert len(seen.find_all("table")) == len(page.find_all("table")) == 1


def test_the_twin_of_a_withdrawn_release_says_only_that(site: Path) -> None:
    _, body = parts(site / "lighthouse-sale/index.md")
    assert body.strip().startswith("# Old lighthouse to be sold\n\n**Withdrawn** Mandatory withdrawal.")
    assert len(body.strip().splitlines()) == 3


def read(twin: Path) -> BeautifulSoup:
    """Return what another reader of Markdown sees."""
    return BeautifulSoup(markdown.markdown(twin.read_text("utf-8")), "html.parser")


def test_each_page_that_says_something_links_its_twin(site: Path) -> None:
    alone = set()
    for file in site.rglob("*.html"):
        page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        links = [link["href"] for link in page.select('link[type="text/markdown"]')]
        assert links == (
            ["index.md"] if (file.parent / "index.md").is_file() and file.name != "404.html" else []
        )
        if not links:
            alone.add(file.relative_to(site).as_posix())
    assert alone == {
        "404.html",
        *(f"{edition}search/index.html" for edition in ("", "de/", "ar/")),
        *(f"{former}/index.html" for former in ("new-harbour", "north-harbour-2026")),
        "crane-count/v1/index.html",
    }


def test_a_twin_says_the_words_of_its_page(site: Path) -> None:
    """Of every page of the site itself; releases, and the lists of all of them, are looked at above."""
    looked = 0
    for twin in site.rglob("*/index.md"):
        page = BeautifulSoup(twin.with_suffix(".html").read_text("utf-8"), "html.parser")
        main = page.select_one("main")
        assert main is not None
        if main.select("article"):
            continue
        # Days are told by their numbers; a language, and what a list is called, are told by the page alone.
        for alone in main.select(".up, time, .facts li:not(:has(time)), .list-title"):
            alone.decompose()
        said = set(re.findall(r"\w+", read(twin).get_text(" ")))
        assert set(re.findall(r"\w+", main.get_text(" "))) <= said, twin
        looked += 1
    assert looked > 60


def test_every_link_of_every_twin_and_of_llms_txt_leads_to_a_file(site: Path) -> None:
    for file in (*site.rglob("index.md"), site / "llms.txt"):
        for link in (str(a["href"]) for a in read(file).select("a[href]")):
            if ":" in link and not link.startswith(BASE):
                continue
            target = (
                site / unquote(link.removeprefix(BASE))
                if link.startswith(BASE)
                else file.parent / unquote(link)
            )
            assert target.is_file() or (target / "index.html").is_file(), (file, link)
    for file in (site / "index.md", site / "topics/index.md", site / "llms.txt"):
        assert read(file).select("a[href$='index.md']")


def test_llms_txt_opens_with_a_heading_a_quotation_and_sections_of_links(site: Path) -> None:
    """As llmstxt.org has it: H1, blockquote, then H2 sections of lists of links."""
    text = (site / "llms.txt").read_text("utf-8")
    seen = BeautifulSoup(markdown.markdown(text), "html.parser")
    tags = [tag.name for tag in seen.find_all(True, recursive=False)]
    assert tags[:2] == ["h1", "blockquote"]
    assert tags[2:] == ["h2", "ul"] * (len(tags[2:]) // 2)
    assert all(item.find("a") for item in seen.find_all("li"))


def test_a_headline_cannot_become_markdown(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    folder.mkdir()
    (folder / "newsroom.toml").write_text(
        f'title = "# *Bay*"\nbase_url = "{BASE}"\npublisher = {{ name = "Bay" }}\n', "utf-8"
    )
    evil = "](https://evil.example) `x` *y* # z"
    (folder / "quay.md").write_text(
        f"---\nheadline: '{evil}'\npublished: 2026-03-02T09:00Z\n---\nA.\n", "utf-8"
    )
    pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    for name in ("index.md", "llms.txt"):
        seen = BeautifulSoup(markdown.markdown((tmp_path / "out" / name).read_text("utf-8")), "html.parser")
        assert evil in [a.text for a in seen.find_all("a")]
        assert "evil" not in "".join(str(a["href"]) for a in seen.find_all("a"))


def test_a_house_that_wants_no_twins_has_none(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    folder.mkdir()
    (folder / "newsroom.toml").write_text(
        f'title = "Bay"\nbase_url = "{BASE}"\npublisher = {{ name = "Bay" }}\n[site]\noutputs = ["pages"]\n',
        "utf-8",
    )
    (folder / "quay.md").write_text("---\nheadline: Quay\npublished: 2026-03-02T09:00Z\n---\nA.\n", "utf-8")
    pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    assert not list((tmp_path / "out").rglob("index.md"))
    assert 'text/markdown" href="index.md' not in (tmp_path / "out/quay/index.html").read_text("utf-8")
