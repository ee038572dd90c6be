"""Take the pictures of README and docs: `make pictures`, or `python docs/screenshots.py`.

Needs Chromium, Node and npm's playwright-core ($CHECKS_NPM).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pressrelease

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from previews import led, parts, served  # noqa: E402 - beside the tests

FAULTY = """---
headline: Kestrel Bay opens a second night ferry
subheadline: From March, eight crossings a night
dateline: {places: [{name: Kestrel Bay}], date: 2026-11-23, credit: KBN}
status: withheld
---
Kestrel Bay opens a second night ferry in March. The first crossing leaves at 22:30.

> We said four, and the islands filled them in a week.

Tickets are sold from today. The fare stays at 18 euros, bicycles travel free of charge.
"""


def main() -> None:
    """Take them."""
    npm = Path(os.environ.get("CHECKS_NPM") or ROOT / ".checks/npm") / "node_modules"
    with tempfile.TemporaryDirectory() as folder:
        newsroom = Path(folder) / "newsroom"
        shutil.copytree(ROOT / "sample_releases", newsroom)
        (newsroom / "second-ferry.md").write_text(FAULTY, "utf-8")
        with served(newsroom) as address:
            picture(npm, address, "second-ferry.md", ROOT / "docs" / "preview.png")
        out = Path(folder) / "public"
        pressrelease.build(pressrelease.Newsroom.load(ROOT / "sample_releases"), out)
        with at_an_address(out) as address:
            page(npm, f"{address}harbour-opening/", ROOT / "docs" / "release.png")


def picture(npm: Path, address: str, source: str, target: Path) -> None:
    """Take a picture of the preview of `source`, its first finding shown."""
    led(
        npm,
        address,
        f"""async page => {{
          await page.goto("{parts(address)[0]}/release/{source}");
          await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.body?.dataset.prepared);
          await page.emulateMedia({{ reducedMotion: "reduce" }});
          await page.locator("#pane-findings li a").first().click();
          await page.waitForTimeout(300);
          await page.screenshot({{ path: {json.dumps(str(target))} }});
        }}""",
        size="1280x800",
    )


@contextmanager
def at_an_address(folder: Path) -> Iterator[str]:
    """Serve `folder` on this machine while the block runs."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def page(npm: Path, address: str, target: Path) -> None:
    """Take a picture of a page of the built site, its pictures loaded."""
    led(
        npm,
        address,
        f"""async page => {{
          await page.goto({json.dumps(address)}, {{ waitUntil: "networkidle" }});
          await page.screenshot({{ path: {json.dumps(str(target))} }});
        }}""",
        size="1280x1100",
    )


if __name__ == "__main__":
    main()
