"""A correction that does not say what was wrong, or what is right.

Who printed the first version must find the one place that changed. A correction without its words sends every desk
back to compare two texts.

Source: Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes"; German Press Code,
guideline 3.1 (readers must see that the earlier report was wrong).

Example:

    ---
    headline: Harbour opens
    version: 2
    updated: 2026-03-02T08:00Z
    change: {kind: correction}
    ---
    The harbour opens on Tuesday.

Use instead:

    ---
    headline: Harbour opens
    version: 2
    updated: 2026-03-02T08:00Z
    change: {kind: correction, wrong: Monday, right: Tuesday}
    ---
    The harbour opens on Tuesday.

Excuse it: where naming the error would repeat a libel.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield one finding for a correction or kill without words."""
    change = case.release.change
    if change.kind in ("correction", "kill") and not (change.note or change.right or change.wrong):
        what = "correction" if change.kind == "correction" else "withdrawal"
        yield Hit(
            f"a {what} that does not say what was wrong",
            "change",
            fix="give `wrong` and `right`, or a `note`",
        )


RULE = Rule(id="correction-without-words", group="editorial", severity="warning", run=run)
