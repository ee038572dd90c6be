"""Cost of all rules for one release, beside the cost of reading that release from Markdown.

python benchmarks/check.py [RULE]

What is aimed at: all rules together cost less than reading. Parsing and checking are measured in turn, so that a busy
machine slows both; what counts is the median of processor time. The slowest rules are told one by one.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pressrelease as pr
from pressrelease.checks import DEFAULT, Rule, Rules, check

SAMPLES = Path(__file__).parents[1] / "sample_releases"
NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.load(SAMPLES)
ROUNDS = 40


def in_turn(*works: Callable[[], object]) -> list[float]:
    """Return the median milliseconds of processor time of each of `works`."""
    times: list[list[float]] = [[] for _ in works]
    for number in range(ROUNDS + 3):
        for work, taken in zip(works, times, strict=True):
            start = time.process_time()
            work()
            if number >= 3:
                taken.append((time.process_time() - start) * 1e3)
    return [statistics.median(taken) for taken in times]


def releases(rules: Rules) -> None:
    """Print the cost of reading and of checking each Markdown sample."""
    print(f"{'release':<24} {'words':>6} {'findings':>8} {'parse ms':>9} {'check ms':>9} {'ratio':>6}")
    for file in sorted(SAMPLES.glob("*.md")):
        text = file.read_text("utf-8")
        release = pr.parse(text, "markdown", newsroom=HOUSE)
        found: list[pr.Finding] = []

        def judge(release: pr.Release = release, text: str = text, found: list[pr.Finding] = found) -> None:
            found[:] = check(release, newsroom=HOUSE, source=text, now=NOW, rules=rules)

        parse, judged = in_turn(lambda text=text: pr.parse(text, "markdown", newsroom=HOUSE), judge)
        words = len(release.story.text.split())
        print(
            f"{file.stem:<24} {words:>6} {len(found):>8} {parse:>9.2f} {judged:>9.2f} {judged / parse:>6.2f}"
        )


def each(rules: list[Rule]) -> None:
    """Print what each rule adds to a check of the longest sample, the slowest ten."""
    text = (SAMPLES / "harbour-opening.md").read_text("utf-8")
    release = pr.parse(text, "markdown", newsroom=HOUSE)

    def cost(*chosen: Rule) -> float:
        only = Rules(*chosen, others=False, groups=())
        (taken,) = in_turn(lambda: check(release, newsroom=HOUSE, source=text, now=NOW, rules=only))
        return taken

    base = cost()
    costs = sorted(((cost(rule) - base, rule.id) for rule in rules), reverse=True)
    print(f"\nno rule at all {base:.3f} ms; the slowest, each alone with the facts it needs:")
    for taken, name in costs[:10]:
        print(f"  {taken:.3f} ms  {name}")


if __name__ == "__main__":
    if sys.argv[1:]:
        each([DEFAULT.get(name) for name in sys.argv[1:]])
    else:
        releases(DEFAULT)
        each(list(DEFAULT))
