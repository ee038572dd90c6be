"""What a release costs to parse and render, format by format, and what starting costs.

`python benchmarks/core.py`. Ratios are medians of runs taken in turn on the same work; single times say little on a
shared machine.
"""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pressrelease as pr
from pressrelease.formats.registry import DEFAULT, AnyFormat, Collection, Format

ROOT = Path(__file__).parents[1]
NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


def median_us(work: Callable[[], object], seconds: float = 0.6) -> float:
    """Return the median time of `work` in microseconds, over about `seconds`."""
    work()
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 5:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


def in_turn(one: list[str], other: list[str], runs: int = 15) -> tuple[float, float, float]:
    """Return the median seconds of two commands run in turn, and the median of their ratios."""
    pairs = []
    for number in range(runs + 1):
        pair = []
        for command in (one, other):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            pair.append(time.perf_counter() - start)
        if number:
            pairs.append(pair)
    first, second = (statistics.median(p[i] for p in pairs) for i in (0, 1))
    return first, second, statistics.median(a / b for a, b in pairs)


def formats() -> None:
    """Print parse and render times of one rich sample in each format."""
    house = pr.Newsroom.load(ROOT / "sample_releases")
    release = house.completed(pr.load(ROOT / "sample_releases" / "harbour-opening.md", newsroom=house))
    print(f"{'format':<14} {'render µs':>10} {'parse µs':>10}  bytes")
    for fmt in DEFAULT:
        if isinstance(fmt, Format) and fmt.write is None:
            continue
        body, render, parse = _costs(fmt, release, house)
        print(f"{fmt.name:<14} {render:>10.0f} {parse:>10.0f}  {len(body)}")


def _costs(fmt: AnyFormat, release: pr.Release, house: pr.Newsroom) -> tuple[bytes, float, float]:
    told = {"newsroom": house, "now": NOW}
    if isinstance(fmt, Collection):
        body = pr.write_all([release], fmt.name, **told).body
        return (
            body,
            median_us(lambda: pr.render_all([release], fmt.name, **told)),
            median_us(lambda: list(pr.parse_all(body, fmt.name))),
        )
    body = pr.write(release, fmt.name, **told).body
    render = median_us(lambda: pr.render(release, fmt.name, **told))
    return body, render, median_us(lambda: pr.parse(body, fmt.name)) if fmt.read else float("nan")


def starting() -> None:
    """Print what starting costs beside peers."""
    python = sys.executable
    ours, theirs, ratio = in_turn([python, "-c", "import pressrelease"], [python, "-c", "import jinja2"])
    print(f"import pressrelease {ours * 1e3:.0f} ms, import jinja2 {theirs * 1e3:.0f} ms, ratio {ratio:.2f}")
    tool = Path(python).parent
    if (tool / "pelican").exists():
        help_, version, ratio = in_turn(
            [str(tool / "pressrelease"), "--help"], [str(tool / "pelican"), "--version"]
        )
        print(
            f"pressrelease --help {help_ * 1e3:.0f} ms, pelican --version {version * 1e3:.0f} ms, ratio {ratio:.2f}"
        )
    else:
        print("pelican is not installed: `pip install pelican` to compare")


if __name__ == "__main__":
    starting()
    formats()
