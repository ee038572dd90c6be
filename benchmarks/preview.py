"""From a saved edit to the changed page in the browser, in a newsroom of 1,000 releases.

`python benchmarks/preview.py [RELEASES]`. Two clocks: without a browser (the file is saved, the stream tells of it, the
pane and the page are fetched), and in Chromium (the headline in the frame has changed and been painted), where that is
there with Node and playwright-core ($CHECKS_NPM). Each is a median of edits; on a shared machine it is an upper bound.
"""

from __future__ import annotations

import datetime as dt
import http.client
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from previews import led, parts, served  # noqa: E402 - beside the tests

EDITS = 15
STORY = "\n\n".join(
    f"In week {week} the port counted {week * 37} ferries, more than in any week before, and said so to all who asked."
    for week in range(1, 13)
)


def newsroom(folder: Path, count: int) -> Path:
    """Fill `folder` with releases; return the file that will be edited, in their middle."""
    (folder / "newsroom.toml").write_bytes((ROOT / "sample_releases" / "newsroom.toml").read_bytes())
    for number in range(count):
        day = dt.date(2020, 1, 1) + dt.timedelta(days=number * 2)
        text = (
            f"---\nheadline: Bay counts ferries, edit 0, release {number}\n"
            f"dateline: {{places: [{{name: Kestrel Bay}}], date: {day}, time: '10:30', zone: Atlantic/Azores}}\n"
            f"keywords: [harbour, topic {number % 40}]\n---\n{STORY}\n"
        )
        (folder / f"release-{number:05}.md").write_text(text, "utf-8")
    return folder / f"release-{count // 2:05}.md"


def without_browser(file: Path, address: str) -> list[float]:
    """Return the milliseconds from each edit to the last byte of pane and page."""
    _, port, key = parts(address)
    headers = {"Cookie": f"pressrelease-preview-{port}={key}"}
    pages = http.client.HTTPConnection("127.0.0.1", port)

    def get(path: str) -> bytes:
        pages.request("GET", path, headers=headers)
        return pages.getresponse().read()

    stream = http.client.HTTPConnection("127.0.0.1", port)
    stream.request("GET", "/events", headers=headers)
    events = stream.getresponse()
    told(events)
    get(f"/release/{file.name}")
    times = []
    for edit in range(1, EDITS + 1):
        text = file.read_text("utf-8").replace(f"edit {edit - 1},", f"edit {edit},")
        start = time.perf_counter()
        file.write_text(text, "utf-8")
        told(events)
        assert f"edit {edit}," in get(f"/release/{file.name}").decode()
        assert f"edit {edit}," in get(f"/site/{file.stem}/").decode()
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.3)
    pages.close()
    stream.close()
    return times


def told(events: http.client.HTTPResponse) -> None:
    """Wait until the stream tells of a change."""
    while not events.readline().startswith(b"data:"):
        pass


def in_chromium(npm: Path, file: Path, address: str) -> list[float]:
    """Return the milliseconds from each edit to the painted page."""
    times: list[float] = led(
        npm,
        address,
        f"""async page => {{
          const fs = require("fs"), file = {json.dumps(str(file))}, times = [];
          await page.goto("{parts(address)[0]}/release/{file.name}");
          await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.body?.dataset.prepared);
          for (let edit = 1; edit <= {EDITS}; edit++) {{
            await page.waitForTimeout(300);
            const seen = page.evaluate(words => new Promise(done => {{
              const look = () => {{
                const frames = document.querySelectorAll("iframe");
                if (frames.length === 1 && frames[0].contentDocument?.querySelector("h1")?.textContent.includes(words))
                  requestAnimationFrame(() => done(Date.now()));
                else requestAnimationFrame(look);
              }};
              look();
            }}), `chrome ${{edit}},`);
            await page.waitForTimeout(50);
            const text = fs.readFileSync(file, "utf8").replace(/(edit|chrome) \\d+,/, `chrome ${{edit}},`);
            const start = Date.now();
            fs.writeFileSync(file, text);
            times.push(await seen - start);
          }}
          return times;
        }}""",
    )
    return times


def tell(name: str, times: list[float]) -> None:
    """Print one row."""
    print(f"{name}: median {statistics.median(times):.0f} ms, worst of {len(times)} {max(times):.0f} ms")


def main(count: int = 1000) -> None:
    """Measure both."""
    npm = Path(os.environ.get("CHECKS_NPM") or ROOT / ".checks/npm") / "node_modules"
    with tempfile.TemporaryDirectory() as folder:
        file = newsroom(Path(folder), count)
        start = time.perf_counter()
        with served(Path(folder)) as address:
            print(f"{count:,} releases read and served after {time.perf_counter() - start:.1f} s")
            tell("saved to fetched, no browser", without_browser(file, address))
            if (npm / "playwright-core").is_dir():
                tell("saved to painted in Chromium", in_chromium(npm, file, address))
            else:
                print("saved to painted in Chromium: not measured, needs playwright-core ($CHECKS_NPM)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
