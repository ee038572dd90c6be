"""A reader in Chromium: what one does on the site from page to page, and that nothing moves meanwhile."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from images import saved
from PIL import Image
from previews import led

import pressrelease as pr
from pressrelease.theme import palettes

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


class Quiet(SimpleHTTPRequestHandler):
    """Serves, and says nothing of it."""

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the samples' site with a logo, as a plain host does."""
    room = tmp_path_factory.mktemp("site") / "room"
    shutil.copytree(ROOT / "sample_releases", room)
    (room / "assets").mkdir()
    (room / "assets" / "logo.png").write_bytes(saved(Image.new("RGB", (480, 120), "#222222"), "PNG"))
    settings = (room / "newsroom.toml").read_text("utf-8")
    (room / "newsroom.toml").write_text(
        settings.replace("[theme]", '[theme]\nlogo = "assets/logo.png"'), "utf-8"
    )
    out = room.parent / "public"
    pr.build(pr.Newsroom.load(room), out, now=NOW)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=out))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_reader_follows_a_headline_searches_and_changes_language_and_scheme(site: str, axe: Path) -> None:
    seen = led(
        axe,
        site,
        """async page => {
          const seen = {}, paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          await page.getByRole("link", { name: "Kestrel Bay opens its new harbour to night ferries" }).click();
          await page.waitForURL("**/harbour-opening/");
          seen.headline = await page.textContent("h1");
          const light = await paper();
          await page.selectOption(".scheme select", "dark");
          seen.darker = await paper() !== light;
          await page.click(".languages a[hreflang=de]");
          await page.waitForURL("**/de/");
          seen.language = await page.evaluate(() => document.documentElement.lang);
          seen.dark = await paper() !== light;
          await page.fill(".search input", "Motoren");
          await page.press(".search input", "Enter");
          await page.locator("#found a").first().click();
          await page.waitForURL("**/de/shore-power/**");
          seen.found = await page.textContent("h1");
          seen.complaints = page.complaints;
          return seen;
        }""",
    )
    assert seen == {
        "headline": "Kestrel Bay opens its new harbour to night ferries",
        "darker": True,
        "language": "de",
        "dark": True,
        "found": seen["found"],
        "complaints": [],
    }
    assert "Motoren" in seen["found"]


def test_a_quotation_is_copied_with_who_said_it_and_where(site: str, axe: Path) -> None:
    copied = led(
        axe,
        f"{site}harbour-opening/",
        """async (page, context) => {
          await context.grantPermissions(["clipboard-read", "clipboard-write"]);
          const copied = [];
          for (const button of await page.locator("button.copy").all()) {
            await button.click();
            await page.waitForFunction(one => one.textContent === "Copied", await button.elementHandle());
            copied.push(await page.evaluate(() => navigator.clipboard.readText()));
          }
          return copied;
        }""",
    )
    address = "https://news.example.org/harbour-opening/"
    assert copied == [
        f"“We have waited six years for the first rope to be made fast,”\n— Marta Quental, harbour master\n{address}",
        "“The sea does not close at ten in the evening, and from Friday neither do we.”\n"
        f"— Marta Quental, harbour master, Kestrel Bay Ports\n{address}",
    ]


def test_on_paper_there_is_no_navigation_and_links_say_where_they_lead(site: str, axe: Path) -> None:
    seen = led(
        axe,
        f"{site}harbour-opening/",
        """async page => {
          const pdf = await page.pdf({ preferCSSPageSize: true });
          await page.emulateMedia({ media: "print" });
          return page.evaluate(pages => ({
            pages,
            shown: [".masthead nav", ".search", ".scheme", ".copy", ".related", "footer ul"]
              .filter(name => document.querySelector(name).checkVisibility()),
            kept: ["h1", ".story", ".notices", ".boilerplate", ".contact", ".house"]
              .filter(name => !document.querySelector(name).checkVisibility()),
            link: getComputedStyle(document.querySelector(".story a"), "::after").content,
          }), pdf.toString("latin1").match(/\\/Type\\s*\\/Page\\b/g).length);
        }""",
    )
    assert 1 < seen.pop("pages") < 6
    assert seen == {"shown": [], "kept": [], "link": '" (https://gannet.example.org/)"'}


@pytest.mark.parametrize("size", ["360x740", "1280x900"])
def test_nothing_moves_while_a_page_loads_and_it_asks_for_little(site: str, axe: Path, size: str) -> None:
    """Pictures come late; what comes before search is opened is a page, a style sheet, a script, an icon, pictures."""
    paths = ["", "harbour-opening/", "ar/desalination/", "corrections/", "archive/", "people/", "404.html"]
    seen = led(
        axe,
        "about:blank",
        f"""async (page, context) => {{
          await context.route(/[.](jpg|png)$/, async route => {{
            await new Promise(done => setTimeout(done, 300));
            await route.continue();
          }});
          await page.addInitScript(() => {{
            window.moved = 0;
            new PerformanceObserver(list => {{ for (const shift of list.getEntries()) window.moved += shift.value; }})
              .observe({{ type: "layout-shift", buffered: true }});
          }});
          const seen = {{}};
          for (const path of {json.dumps(paths)}) {{
            const asked = [];
            const listen = request => asked.push(new URL(request.url()).pathname);
            page.on("request", listen);
            await page.goto({json.dumps(site)} + path, {{ waitUntil: "networkidle" }});
            page.off("request", listen);
            seen[path] = [
              await page.evaluate(() => window.moved),
              asked.filter(name => !/[.](jpg|png)$/.test(name)).length,
            ];
          }}
          return seen;
        }}""",
        size=size,
    )
    assert {path: moved for path, (moved, _) in seen.items()} == dict.fromkeys(paths, 0)
    assert max(asked for _, asked in seen.values()) <= 4


def test_a_dark_logo_can_be_seen_on_dark_pages(site: str, axe: Path) -> None:
    seen = led(
        axe,
        site,
        """async page => page.evaluate(() => {
          const logo = document.querySelector(".house img"), style = getComputedStyle(logo);
          return [style.backgroundColor, getComputedStyle(document.body).backgroundColor];
        })""",
        scheme="dark",
    )
    light, dark = ("rgb({}, {}, {})".format(*bytes.fromhex(p.paper[1:])) for p in palettes("#0b5c6e"))
    assert seen == [light, dark]
