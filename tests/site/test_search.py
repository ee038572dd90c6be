"""Search without a server: what its index holds, when a part of it is made again, and what a reader meets."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import pressrelease as pr
from pressrelease.files import FileProblem
from pressrelease.site import extras
from pressrelease.site.kinds import search
from pressrelease.site.pagefind import Document, indexed

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def room(folder: Path, site: str = 'outputs = ["pages", "archive", "search"]') -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "newsroom.toml").write_text(
        'title = "Example"\nbase_url = "https://news.example.org/press/"\n[publisher]\nname = "Example Ports"\n'
        f"[site]\n{site}\nformats = []\n"
    )
    return folder


def write(folder: Path, name: str, text: str, published: str = "2026-03-02T09:00Z", *fields: str) -> None:
    told = "".join(f"{field}\n" for field in fields)
    (folder / f"{name}.md").write_text(
        f"---\nheadline: News of {name.partition('.')[0]}\npublished: {published}\n{told}---\n\n{text}\n"
    )


def build(folder: Path, **how: Any) -> pr.site.BuildReport:
    return pr.build(pr.Newsroom.load(folder), folder.parent / "out", now=NOW, **how)


def index(out: Path) -> dict[str, bytes]:
    every = sorted(p for p in out.rglob("search/*/**/*") if p.is_file())
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in every}


def found(out: Path) -> dict[str, str]:
    """Return the text of each document in the index of the site at `out`, by its address."""
    made = {}
    for file in out.rglob("*.pf_fragment"):
        told = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        made[told["url"]] = told["content"]
    return made


# --- what is in it --------------------------------------------------------------------------------------------------


def test_each_public_release_is_in_the_index_of_its_edition(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    write(folder, "quay", "The port opened a quay.")
    write(folder, "quay.de", "Der Hafen hat einen Kai eröffnet.")
    build(folder)
    assert {name.partition("/2026/")[0] for name in index(tmp_path / "out")} == {"search", "de/search"}
    assert {url: "quay" in text for url, text in found(tmp_path / "out").items()} == {
        "/quay/": True,
        "/de/quay/": True,
    }


def test_nothing_hidden_or_withdrawn_is_in_it(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    write(folder, "quay", "The port opened a quay.")
    build(folder)
    before = index(tmp_path / "out")
    write(folder, "merger", "The ports merge.", "2026-03-03T09:00Z", "embargo: 2035-03-02T09:00Z")
    write(folder, "sale", "The lighthouse is sold.", "2026-03-03T09:00Z", "status: canceled")
    write(folder, "draft", "A draft.", "2026-03-03T09:00Z", "status: withheld")
    build(folder)
    assert index(tmp_path / "out") == before
    assert list(found(tmp_path / "out")) == ["/quay/"]


def test_a_release_joins_it_at_the_minute_its_embargo_lifts(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    write(folder, "merger", "The ports merge.", "2026-03-03T09:00Z", "embargo: 2035-03-02T09:00Z")
    out = tmp_path / "out"
    for moment, expected in (("08:59", []), ("09:00", ["/merger/"])):
        pr.build(pr.Newsroom.load(folder), out, now=dt.datetime.fromisoformat(f"2035-03-02T{moment}+00:00"))
        assert list(found(out)) == expected


def test_markup_of_a_release_is_text_in_the_index(tmp_path: Path) -> None:
    (made,) = (
        gzip.decompress(body)
        for name, body in indexed(
            [Document("a", '<script>"&', facts={"day": '"><b>'}, text=("<i data-pagefind-ignore>x",))], "en"
        )
        if name.startswith("fragment/")
    )
    told = json.loads(made.removeprefix(b"pagefind_dcd"))
    assert told["meta"] == {"title": '<script>"&', "day": '"><b>'}
    assert told["content"] == '<script>"& <i data-pagefind-ignore>x.'


# --- when it is made again ------------------------------------------------------------------------------------------


def test_two_builds_make_the_same_bytes(tmp_path: Path) -> None:
    newsroom = pr.Newsroom.load(ROOT / "sample_releases")
    made = []
    for name in ("one", "two"):
        pr.build(newsroom, tmp_path / name, now=NOW)
        made.append(index(tmp_path / name))
    assert len(made[0]) > 20
    assert made[0] == made[1]


def test_the_order_in_which_a_disk_lists_files_changes_nothing() -> None:
    documents = [Document(f"r{n}", f"News {n}", text=(f"The port opened quay {n % 7}.",)) for n in range(60)]
    assert dict(indexed(documents, "en")) == dict(indexed(reversed(documents), "en"))


def test_a_changed_release_makes_only_its_part_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = room(tmp_path / "room")
    for year in (2024, 2025, 2026):
        write(folder, f"r{year}", "The port opened a quay.", f"{year}-03-02T09:00Z")
    build(folder, cache=tmp_path / "cache")
    before = index(tmp_path / "out")
    made: list[str] = []
    real = search.indexed

    def seen(documents: Any, language: str, *, engine: bool) -> Any:
        every = list(documents)
        made.extend(d.folder for d in every)
        return real(every, language, engine=engine)

    monkeypatch.setattr(search, "indexed", seen)
    monkeypatch.setattr(search, "KINDS", tuple(search.KINDS))  # the kind calls `indexed` by its module's name
    write(folder, "r2025", "The port closed a quay.", "2025-03-02T09:00Z")
    build(folder, cache=tmp_path / "cache")
    assert made == ["r2025"]
    after = index(tmp_path / "out")
    changed = {name for name in {**before, **after} if before.get(name) != after.get(name)}
    assert {name.split("/")[1] for name in changed} == {"2025"}


def test_another_template_or_colour_makes_no_index_anew(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    write(folder, "quay", "The port opened a quay.")
    build(folder, cache=tmp_path / "cache")
    entry = tmp_path / "out/search/2026/pagefind-entry.json"
    before = entry.stat().st_mtime_ns
    (folder / "templates/web").mkdir(parents=True)
    (folder / "templates/web/html.html").write_text('{% extends "builtin/web/html.html" %}')
    settings = folder / "newsroom.toml"
    settings.write_text(settings.read_text() + '[theme]\naccent = "#123456"\n')
    build(folder, cache=tmp_path / "cache")
    assert entry.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("most", "names"),
    [
        (12, ["undated", "2025", "2026"]),
        (11, ["undated", "2025", "2026-01", "2026-04", "2026-07", "2026-10"]),
        (1, ["undated", "2025", *(f"2026-{month:02}" for month in range(1, 13))]),
    ],
)
def test_a_year_with_many_releases_is_parted_by_quarter_or_month(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, names: list[str]
) -> None:
    monkeypatch.setattr(search, "MOST", most)
    folder = room(tmp_path / "room")
    for month in range(1, 13):
        write(folder, f"m{month}", "The port opened.", f"2026-{month:02}-02T09:00Z")
    write(folder, "old", "The port opened.", "2025-06-02T09:00Z")
    (folder / "never.md").write_text("---\nheadline: News of no day\n---\n\nThe port opened.\n")
    pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))
    said = re.search(r'data-parts="([^"]*)"', (tmp_path / "out/search/index.html").read_text())
    assert said is not None
    assert said[1].split() == names
    assert sorted(p.parent.name for p in tmp_path.glob("out/search/*/pagefind-entry.json")) == sorted(names)
    assert [p.parent.name for p in tmp_path.glob("out/search/*/pagefind.js")] == ["undated"]
    assert len(found(tmp_path / "out")) == 14


# --- without the library, with nothing to search --------------------------------------------------------------------


def without_pagefind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name.startswith("pagefind") else name)


def test_without_pagefind_the_site_is_built_and_one_finding_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = room(tmp_path / "room", "")
    write(folder, "quay", "The port opened a quay.")
    without_pagefind(monkeypatch)
    report = build(folder)
    assert [str(f) for f in report.findings] == [
        "warning: the site is built without search: a library is not installed [extra-missing]\n"
        "  python -m pip install 'pressrelease[search]'"
    ]
    assert not (tmp_path / "out/search").exists()
    assert 'role="search"' not in (tmp_path / "out/index.html").read_text()


def test_without_pagefind_it_is_an_error_that_the_house_names_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = room(tmp_path / "room")
    without_pagefind(monkeypatch)
    with pytest.raises(FileProblem) as caught:
        build(folder)
    assert str(caught.value) == (
        f'{folder / "newsroom.toml"}: site.outputs: a library that is not installed: found "search"\n'
        "  python -m pip install 'pressrelease[search]'"
    )


def test_where_nothing_is_published_the_page_says_so(tmp_path: Path) -> None:
    build(room(tmp_path / "room"))
    page = (tmp_path / "out/search/index.html").read_text()
    assert ("No releases yet" in page, "search.js" in page) == (True, False)


def test_every_page_is_light_before_search_is_opened(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    write(folder, "quay", "The port opened a quay.")
    build(folder)
    out = tmp_path / "out"
    assert sum((out / name).stat().st_size for name in ("style.css", "site.js", "search.js")) < 50_000


def test_without_script_the_page_leads_to_the_archive(tmp_path: Path) -> None:
    folder = room(tmp_path / "room")
    write(folder, "quay", "The port opened a quay.")
    build(folder)
    page = (tmp_path / "out/search/index.html").read_text()
    (said,) = re.findall(r"<noscript>(.*?)</noscript>", page, re.S)
    assert "your browser must run scripts" in said
    assert '<a href="../archive/">' in said


# --- in a browser ---------------------------------------------------------------------------------------------------


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site of three years in two languages below a path, as a plain host does."""
    folder = room(tmp_path_factory.mktemp("search") / "room")
    for year in (2024, 2025, 2026):
        write(folder, f"r{year}", f"The port opened quay {year} < 2030 & more.", f"{year}-03-02T09:00Z")
    write(folder, "r2026.de", "Der Hafen hat einen Kai eröffnet.", "2026-03-02T09:00Z")
    for n in range(25):
        write(folder, f"ferry{n}", "A ferry sails.", f"2023-03-02T09:{n:02}Z")
    host = folder.parent / "host"
    pr.build(pr.Newsroom.load(folder), host / "press", now=NOW)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=host))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/press"
    server.shutdown()
    thread.join()
    server.server_close()


def driven(script: str, address: str, axe: Path) -> Any:
    """Return what the body of an asynchronous function gives, run with a `page` of Chromium at `address`."""
    program = (
        f"import {{ createRequire }} from 'node:module';\n"
        f"const {{ chromium }} = createRequire({json.dumps(str(axe) + '/')})('playwright-core');\n"
        "const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });\n"
        "const page = await browser.newPage();\n"
        "const wrong = []; page.on('pageerror', (e) => wrong.push(String(e)));\n"
        "const titles = () => page.locator('#found h3').allTextContents();\n"
        "const status = (text) => page.locator('.status', { hasText: text }).waitFor();\n"
        f"await page.goto({json.dumps(address)});\n"
        f"const told = await (async () => {{ {script} }})();\n"
        "await browser.close(); console.log(JSON.stringify([told, wrong]));\n"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "CHROMIUM": os.environ.get("CHROMIUM") or "/usr/bin/chromium"},
    )
    assert done.returncode == 0, done.stderr
    told, wrong = json.loads(done.stdout)
    assert wrong == []
    return told


def test_it_answers_while_one_types_and_leads_to_the_release(served: str, axe: Path) -> None:
    script = """
        await page.locator('#words').pressSequentially('quay 2025');
        await status('Releases found: ');
        const found = [(await titles())[0], await page.locator('.excerpt').first().innerHTML(), page.url()];
        await page.locator('#found a').first().click();
        return [...found, page.url(), await page.title()];"""
    nearest, excerpt, asked, opened, title = driven(script, f"{served}/search/", axe)
    assert nearest == "News of r2025"
    assert "<mark>quay</mark> <mark>2025</mark> &lt; 2030 &amp; more" in excerpt
    assert asked == f"{served}/search/?q=quay%202025"
    assert (opened, title) == (f"{served}/r2025/", "News of r2025 – Example")


def test_words_in_the_address_are_asked_at_once_in_all_years(served: str, axe: Path) -> None:
    script = "await status('Releases found: 3'); return (await titles()).sort();"
    assert driven(script, f"{served}/search/?q=quay", axe) == [
        "News of r2024",
        "News of r2025",
        "News of r2026",
    ]


def test_it_says_when_it_finds_nothing_and_what_to_try(served: str, axe: Path) -> None:
    script = """
        await page.fill('#words', 'zeppelin');
        await status('Nothing found');
        return [await page.locator('.status').textContent(), await page.locator('.advice').textContent(),
                await page.locator('.advice a').getAttribute('href'), await titles()];"""
    said, advice, archive, titles = driven(script, f"{served}/search/", axe)
    assert said.translate({0x2068: None, 0x2069: None}) == "Nothing found for “zeppelin”."
    assert advice.startswith("Try fewer or other words")
    assert (archive, titles) == ("../archive/", [])


def test_it_works_by_keyboard_alone(served: str, axe: Path) -> None:
    script = """
        const at = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
        const first = await at();
        await page.keyboard.insertText('ferry');
        await page.keyboard.press('Enter');
        await status('Releases found: 25');
        await page.keyboard.press('ArrowDown');
        const second = await at() === (await titles())[0];
        await page.keyboard.press('ArrowUp');
        const third = await at();
        for (let n = 0; n < 20; n += 1) await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        const fourth = await at();
        await page.keyboard.press('Enter');
        await page.locator('#found > li').nth(24).waitFor();
        const fifth = await at() === (await titles())[20];
        await page.keyboard.press('Enter');
        await page.waitForURL('**/ferry*/');
        return [first, second, third, fourth, fifth];"""
    assert driven(script, f"{served}/search/", axe) == ["words", True, "words", "Show more", True]


def test_each_edition_asks_its_own_index(served: str, axe: Path) -> None:
    script = """
        await page.fill('#words', 'eröffnete');
        await status('Gefundene Meldungen: 1');
        return page.locator('#found a').getAttribute('href');"""
    assert driven(script, f"{served}/de/search/", axe) == "/press/de/r2026/"


def test_an_index_that_cannot_be_loaded_is_told_of(served: str, axe: Path) -> None:
    script = """
        await page.route('**/pagefind.js', (route) => route.abort());
        await page.fill('#words', 'quay');
        await status('could not be loaded');
        return page.locator('.advice').isVisible();"""
    assert driven(script, f"{served}/search/", axe) is True


def test_the_search_of_every_page_leads_here_with_its_words(served: str, axe: Path) -> None:
    script = """
        await page.fill('#search-words', 'quay 2024');
        await page.keyboard.press('Enter');
        await status('Releases found: ');
        return [page.url(), (await titles())[0]];"""
    assert driven(script, f"{served}/r2026/", axe) == [
        f"{served}/search/?q=quay%202024",
        "News of r2024",
    ]
