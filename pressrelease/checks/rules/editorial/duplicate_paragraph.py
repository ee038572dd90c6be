"""A paragraph that stands twice.

It is left over from pasting or from two drafts put together, and a desk that cuts from the end may keep the wrong one.

Source: general editorial practice; the likeness is Jaccard's over the words, 0.9 and more.

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday after four years of work on both of its quays.

    The mayor was pleased.

    The harbour opens on Monday after four years of work on both its quays.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday after four years of work on both of its quays.

    The mayor was pleased.

Excuse it: where the words are said again on purpose, as in a speech.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit, Rule

_SHORT = 8
"""Words that a paragraph has at least: shorter ones are lines of a list or a signature."""


def run(case: Case, *, likeness: float = 0.9) -> Iterator[Hit]:
    """Yield each paragraph of the story that is as good as an earlier one."""
    seen: list[tuple[frozenset[str], Passage]] = []
    for passage in case.body.passages:
        words = frozenset(passage.words)
        if passage.kind not in ("paragraph", "quote") or len(passage.words) < _SHORT:
            continue
        for earlier, first in seen:
            # Of sets whose sizes differ more no pair can be alike enough.
            if min(len(words), len(earlier)) < likeness * max(len(words), len(earlier)):
                continue
            shared = len(words & earlier)
            if shared >= likeness * (len(words) + len(earlier) - shared):
                opening = " ".join(first.text.split()[:6])
                yield passage.hit(
                    f"this paragraph stands above already (“{opening} …”)", fix="cut one of them"
                )
                break
        else:
            seen.append((words, passage))


RULE = Rule(id="duplicate-paragraph", group="editorial", severity="warning", run=run)
