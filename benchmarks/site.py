"""What a whole newsroom costs to build, beside Hugo on the same releases and the same pages, in turn in one run.

`python benchmarks/site.py [--releases N …] [--runs R] [--all-outputs] [--alone]`. The corpus generator and the project
for Hugo lie outside the repository: `$PRESSRELEASE_BENCH`, else `../shared/bench`. Wall and processor time are those of
a whole build, children included; memory is the peak of the proportional set sizes (PSS) of all its processes together.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(os.environ.get("PRESSRELEASE_BENCH") or Path(__file__).parents[2] / "shared" / "bench")
BIN = Path(sys.executable).parent
SAME_AS_HUGO = ("pages", "archive", "topics", "feeds", "sitemap")
NEWSROOM = """\
title = "Example Newsroom"
base_url = "https://press.example.com/"
tag_date = "2010"
[publisher]
name = "Example Corp"
[site]
formats = []
"""


_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed package has its bytecode: it is not compiled anew for every command."""


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    wall: float
    cpu: float
    memory: float
    """MB."""


def cost(command: list[str]) -> Cost:
    """Run `command` and return what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_ENVIRONMENT)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak))
    watcher.start()
    _, said = process.communicate()
    wall = time.perf_counter() - start
    watcher.join()
    if process.returncode:
        raise SystemExit(said.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, peak[0])


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_pss, _tree(process.pid))))
        time.sleep(0.03)


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(p for child in children for p in _tree(int(child)))]


def _pss(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return 0
    return 0


class Room:
    """One corpus, for both builders."""

    def __init__(self, folder: Path, releases: int, outputs: tuple[str, ...] | None) -> None:
        self.folder = folder
        self.ours, self.hugos = folder / "ours", folder / "hugo"
        generate = [sys.executable, str(BENCH / "gen.py"), str(releases)]
        subprocess.run([*generate, str(self.ours), "yaml"], check=True, stdout=subprocess.DEVNULL)
        chosen = f"outputs = {list(outputs)}\n" if outputs else ""
        (self.ours / "newsroom.toml").write_text(NEWSROOM + chosen)
        shutil.copytree(BENCH / "hugo", self.hugos)
        content = self.hugos / "content" / "releases"
        subprocess.run([*generate, str(content), "yaml"], check=True, stdout=subprocess.DEVNULL)
        for year in content.iterdir():
            (year / "_index.md").write_text(f'---\ntitle: "{year.name}"\n---\n')
        self.sources = sorted(self.ours.glob("*/*.md"))
        self.edits = 0

    def build(self, clean: bool) -> Cost:
        """Build ours."""
        out, cache = str(self.folder / "public"), str(self.folder / "cache")
        command = [str(BIN / "pressrelease"), "build", str(self.ours), "--out", out, "--cache", cache]
        if clean:
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(cache, ignore_errors=True)
        return cost(command)

    def edit_and_build(self) -> Cost:
        """Change one release and build ours."""
        self.edits += 1
        source = self.sources[len(self.sources) // 2]
        source.write_text(source.read_text() + f"\nMore, {self.edits}.\n")
        return self.build(clean=False)

    def hugo(self) -> Cost:
        """Build Hugo's, from scratch."""
        out = self.folder / "hugo-public"
        shutil.rmtree(out, ignore_errors=True)
        return cost([str(BIN / "hugo"), "--quiet", "-s", str(self.hugos), "-d", str(out)])


def measured(room: Room, runs: int, *, alone: bool) -> None:
    """Print medians, and the medians of the ratios to Hugo's clean build in the same turn."""
    kinds: dict[str, Callable[[], Cost]] = {
        "clean": lambda: room.build(clean=True),
        "one changed": room.edit_and_build,
        "nothing changed": lambda: room.build(clean=False),
    }
    found: dict[str, list[Cost]] = {name: [] for name in ("hugo", *kinds)}
    for _ in range(runs):
        if not alone:
            found["hugo"].append(room.hugo())
        found["clean"].append(kinds["clean"]())
        # After a clean build there is no generation before the last to mend: the first edit links every file.
        room.edit_and_build()
        found["one changed"].append(kinds["one changed"]())
        found["nothing changed"].append(kinds["nothing changed"]())
    print(f"{'':<16} {'wall s':>8} {'cpu s':>8} {'MB':>6}   ratio to Hugo's clean build: wall, cpu, memory")
    for name, costs in found.items():
        if not costs:
            continue
        line = " ".join(
            (
                f"{name:<16}",
                f"{statistics.median(c.wall for c in costs):>8.2f}",
                f"{statistics.median(c.cpu for c in costs):>8.2f}",
                f"{statistics.median(c.memory for c in costs):>6.0f}",
            )
        )
        if found["hugo"] and name != "hugo":
            pairs = list(zip(costs, found["hugo"], strict=True))
            ratios = (
                statistics.median(one.wall / hugo.wall for one, hugo in pairs),
                statistics.median(one.cpu / hugo.cpu for one, hugo in pairs),
                statistics.median(one.memory / hugo.memory for one, hugo in pairs),
            )
            line += "   " + "  ".join(f"{ratio:.3f}" for ratio in ratios)
        print(line, flush=True)


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, nargs="+", default=[1_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--all-outputs", action="store_true", help="search, cards, press kits and all else")
    parser.add_argument("--alone", action="store_true", help="without Hugo")
    told = parser.parse_args()
    if not BENCH.is_dir():
        print(f"left out: no corpus generator at {BENCH} ($PRESSRELEASE_BENCH)")
        return
    for releases in told.releases:
        what = "every output" if told.all_outputs else "the same pages as Hugo's"
        print(f"{releases:,} releases, {what}, {told.runs} runs, {os.cpu_count()} cores")
        with tempfile.TemporaryDirectory() as folder:
            room = Room(Path(folder), releases, None if told.all_outputs else _known(SAME_AS_HUGO))
            measured(room, told.runs, alone=told.alone)


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    from pressrelease.newsroom import OUTPUTS  # noqa: PLC0415 - only here

    return tuple(name for name in names if name in OUTPUTS)


if __name__ == "__main__":
    main()
