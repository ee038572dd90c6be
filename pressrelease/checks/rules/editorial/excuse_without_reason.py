"""An excuse that gives no reason.

A rule is excused for one release by one line with a reason, so that whoever reads the release next knows that somebody
looked. Without a reason nothing is excused.

Source: this library (`excuses` in front matter).

Example:

    ---
    headline: Harbour opens
    excuses: {time-without-zone: ""}
    ---
    The harbour opens at 9:30 on Monday.

Use instead:

    ---
    headline: Harbour opens
    excuses: {time-without-zone: all times are Lisbon time}
    ---
    The harbour opens at 9:30 on Monday.

Excuse it: never; write the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each excuse without a reason."""
    for rule, reason in case.own.excuses.items():
        if not reason:
            yield Hit(f"{rule} is excused without a reason", f"excuses.{rule}", fix="say why")


RULE = Rule(id="excuse-without-reason", group="editorial", severity="warning", run=run)
