"""Cost of all rules for one release, beside the cost of reading that release from Markdown.

python benchmarks/check.py [SAMPLE]

What is aimed at: all rules together cost less than reading. Parsing and checking are measured in turn, so that a busy
machine slows both; what counts is the median of processor time. What the slowest rules take of a check is told for one
sample.
"""

from __future__ import annotations

import datetime as dt
import functools
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pressrelease as pr
from pressrelease.checks import DEFAULT, Case, Hit, Rule, Rules, check

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


def each(name: str, rules: Rules) -> None:
    """Print what the ten slowest rules take of a check of the sample `name`."""
    text = (SAMPLES / f"{name}.md").read_text("utf-8")
    release = pr.parse(text, "markdown", newsroom=HOUSE)
    taken = dict.fromkeys(rules.ids, 0.0)

    def timed(rule: Rule) -> Rule:
        @functools.wraps(rule.run)
        def run(case: Case, **options: object) -> list[Hit]:
            start = time.perf_counter()
            found = list(rule.run(case, **options))
            taken[rule.id] += time.perf_counter() - start
            return found

        return replace(rule, run=run)

    watched = Rules(*map(timed, rules), others=False, groups=())
    for _ in range(ROUNDS):
        check(release, newsroom=HOUSE, source=text, now=NOW, rules=watched)
    print(f"\nthe slowest of {len(taken)} rules in {name}; the first to ask for a fact makes it for all:")
    for rule, seconds in sorted(taken.items(), key=lambda item: -item[1])[:10]:
        print(f"  {seconds / ROUNDS * 1e3:.3f} ms  {rule}")


if __name__ == "__main__":
    releases(DEFAULT)
    each(sys.argv[1] if sys.argv[1:] else "harbour-opening", DEFAULT)
