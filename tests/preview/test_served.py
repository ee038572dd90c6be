"""The preview as it runs: a judge that attacks it, Chromium that sees an edit appear, axe-core on every view (what a frame holds is the site's)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from previews import led, parts, served

from pressrelease.preview.app import Preview
from pressrelease.preview.desk import Desk
from pressrelease.preview.serving import bound, settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "sample_releases", tmp_path / "newsroom")
    return tmp_path / "newsroom"


# --- attacked -------------------------------------------------------------------------------------------------------


def attacked(checks: Path, origin: str) -> str:
    done = subprocess.run(
        [sys.executable, checks / "preview_check.py", f"{origin}/", "--post", "/key", "--max", "600"],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_the_judge_gets_no_answer_that_should_have_been_refused(folder: Path, checks: Path) -> None:
    with served(folder) as address:
        told = attacked(checks, parts(address)[0])
    assert ", 0 failed" in told, told


def test_not_even_with_the_key_that_a_browser_would_send(folder: Path, checks: Path) -> None:
    with unlocked(folder) as origin:
        told = attacked(checks, origin)
    assert ", 0 failed" in told, told


@contextmanager
def unlocked(folder: Path) -> Iterator[str]:
    """Serve with the key added to every request, as the browser of the writer does that an attacker's page uses."""
    socket = bound("127.0.0.1", 0)
    port = socket.getsockname()[1]
    desk = Desk(folder)
    preview = Preview(desk, port=port, key="key")

    async def with_key(scope: Any, receive: Any, send: Any) -> None:
        cookie = (b"cookie", f"pressrelease-preview-{port}=key".encode())
        await preview.guarded({**scope, "headers": [*scope["headers"], cookie]}, receive, send)

    server = uvicorn.Server(settings(with_key))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
        desk.close()


# --- looked at ------------------------------------------------------------------------------------------------------


def test_an_edit_appears_in_the_page_without_a_reload_and_without_a_jump(folder: Path, axe: Path) -> None:
    file = str(folder / "harbour-opening.md")
    with served(folder) as address:
        seen = led(
            axe,
            address,
            f"""async page => {{
              await page.goto("{parts(address)[0]}/release/harbour-opening.md");
              await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.body?.dataset.prepared);
              await page.evaluate(() => {{
                window.mine = true;
                document.querySelector("iframe").contentWindow.scrollTo(0, 400);
                window.story = () => document.querySelector("iframe").contentDocument.querySelector(".story p")
                  .getBoundingClientRect().top;
                document.querySelector('[data-part="source"]').scrollTop = 300;
                document.querySelector("#L20 > a").focus();
              }});
              await page.waitForTimeout(500);
              const before = await page.evaluate(() => window.story());
              const fs = require("fs"), text = fs.readFileSync({json.dumps(file)}, "utf8");
              fs.writeFileSync({json.dumps(file)}, text.replace("new harbour to night", "old harbour to night"));
              await page.waitForFunction(() => document.querySelectorAll("iframe").length === 1 &&
                document.querySelector("iframe").contentDocument?.querySelector("h1")?.textContent.includes("old harbour"));
              return page.evaluate(before => ({{
                headline: document.querySelector("h1").textContent,
                source: document.querySelector("#pane-source").textContent.includes("old harbour to night"),
                jumped: Math.round(window.story() - before),
                scrolled: document.querySelector('[data-part="source"]').scrollTop,
                focus: document.activeElement.closest(".line")?.id,
                same: window.mine,
              }}), before);
            }}""",
        )
    assert seen == {
        "headline": "Kestrel Bay opens its old harbour to night ferries",
        "source": True,
        "jumped": 0,
        "scrolled": 300,
        "focus": "L20",
        "same": True,
    }


def test_a_fault_is_told_beside_the_text_and_the_page_stays(folder: Path, axe: Path) -> None:
    file = str(folder / "shore-power.md")
    with served(folder) as address:
        seen = led(
            axe,
            address,
            f"""async page => {{
              await page.goto("{parts(address)[0]}/release/shore-power.md");
              const fs = require("fs"), text = fs.readFileSync({json.dumps(file)}, "utf8");
              fs.writeFileSync({json.dumps(file)}, text.replace("headline:", "headlin:"));
              await page.waitForSelector("#pane-findings li.error");
              await page.click("#pane-findings li.error a");
              return [await page.textContent("#pane-source .hit > span"),
                await page.frameLocator("iframe").locator("h1").textContent()];
            }}""",
        )
    assert seen == [
        "headlin: Ships in Kestrel Bay switch off their engines",
        "Ships in Kestrel Bay switch off their engines",
    ]


def test_a_paragraph_shows_its_line_and_a_line_its_paragraph(folder: Path, axe: Path) -> None:
    with served(folder) as address:
        seen = led(
            axe,
            address,
            f"""async page => {{
              await page.goto("{parts(address)[0]}/release/shore-power.md");
              await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.body?.dataset.prepared);
              await page.frameLocator("iframe").locator("h1").click();
              const line = await page.textContent("#pane-source .hit > span");
              await page.focus("#pane-source .line a[tabindex='0']");
              const all = await page.locator("#pane-source .line").count();
              for (let i = 0; i < all; i++) await page.keyboard.press("ArrowDown");
              await page.keyboard.press("Enter");
              return [line, await page.textContent("#pane-source .hit > span"),
                await page.frameLocator("iframe").locator(".preview-hit").textContent()];
            }}""",
        )
    assert seen[0] == "headline: Ships in Kestrel Bay switch off their engines"
    assert seen[1].removeprefix("> ") == seen[2].strip()


VIEWS = [
    ("/", "1280x800"),
    ("/", "320x640"),
    ("/release/harbour-opening.md", "1280x800"),
    ("/release/harbour-opening.md", "320x640"),
    ("/release/pilot-merger.md?channel=card", "1280x800"),
    ("/release/desalination.ar.md?channel=newsml-g2", "1280x800"),
    ("/release/desalination.ar.md?channel=plain", "320x640"),
    ("/release/missing-containers.txt?channel=print", "1280x800"),
    ("/release/fish-market.yaml?channel=phone", "1280x800"),
    ("/release/lighthouse-sale@1.md", "1280x800"),
    ("/release/faulty.md", "1280x800"),
    ("/nothing", "320x640"),
]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the samples and one release that has a fault of each weight."""
    folder = tmp_path_factory.mktemp("faulty") / "newsroom"
    shutil.copytree(ROOT / "sample_releases", folder)
    (folder / "faulty.md").write_text(
        '# Faulty\n\nThe port opens at 10:30.\n\n"We grow."\n\n![](images/none.jpg)\n'
    )
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("path", "size"), VIEWS)
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(
    faulty: str, axe: Path, path: str, size: str, scheme: str
) -> None:
    seen = led(
        axe,
        faulty,
        f"""async page => {{
          await page.goto("{parts(faulty)[0]}{path}");
          const rules = {{ iframes: false, runOnly: {{ type: "tag",
            values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }} }};
          const axe = require("fs").readFileSync({json.dumps(str(axe / "axe-core/axe.min.js"))}, "utf8");
          await page.evaluate(axe);
          const found = await page.evaluate(rules => axe.run(document, rules), rules);
          return {{
            violations: found.violations.map(v => [v.id, v.nodes.map(n => n.target)]),
            sideways: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
          }};
        }}""",
        size=size,
        scheme=scheme,
    )
    assert seen == {"violations": [], "sideways": False}


def test_the_policies_hinder_none_of_our_own_pages(faulty: str, axe: Path) -> None:
    seen = led(
        axe,
        faulty,
        f"""async page => {{
          for (const source of ["shore-power.md", "fish-market.yaml"])
            for (const channel of ["page", "phone", "print", "card", "nitf"]) {{
              await page.goto(`{parts(faulty)[0]}/release/${{source}}?channel=${{channel}}`);
              await page.waitForTimeout(100);
            }}
          return page.complaints;
        }}""",
    )
    assert seen == []
