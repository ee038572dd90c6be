"""An excuse that excuses nothing.

The text it was written for has changed, or the rule's name is misspelled. Left in place, it would hide the next
mistake. An excuse for a rule that does not run by this profile stays.

Source: this library (`excuses` in front matter).

Example:

    ---
    headline: Harbour opens
    excuses: {time-without-zone: all times are Lisbon time}
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

Excuse it: never; take the excuse out.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.errors import near


def run(case: Case) -> Iterator[Hit]:
    """Yield each excuse of a rule that found nothing, or that is none."""
    for rule in case.own.excuses:
        if rule not in case.verdicts:
            advice = near(rule, tuple(case.verdicts))
            fix = advice if advice.startswith("did") else "take the excuse out"
            yield Hit(f"{rule} is no rule", f"excuses.{rule}", fix=fix)
        elif case.verdicts[rule] is False:
            yield Hit(f"{rule} finds nothing to excuse here", f"excuses.{rule}", fix="take the excuse out")


RULE = Rule(id="excuse-unused", group="editorial", severity="warning", run=run, last=True)
