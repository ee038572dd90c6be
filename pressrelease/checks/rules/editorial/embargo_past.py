"""An embargo that had ended before the release comes out.

It holds nothing back any more. Either it was left over from a draft or an earlier release, or the release comes out
later than was meant; a desk cannot tell which and may wait.

Source: IPTC NewsML-G2, `embargoed` (a moment up to which content is held); Reuters Handbook of Journalism,
"Corrections, Refiles, Kills, Repeats and Embargoes".

Example:

    ---
    headline: Harbour opens
    embargo: 2026-03-01T09:00+00:00
    published: 2026-03-02T09:00+00:00
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    embargo: 2026-03-02T09:00+00:00
    published: 2026-03-02T09:00+00:00
    ---
    The harbour opens on Monday.

Excuse it: where the release had been out elsewhere under that embargo.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield the embargo where it ends before publication; before now, where no publication is set."""
    embargo = case.release.embargo
    until = embargo.until if embargo else None
    if until is not None and until < case.published:
        when = "publication" if case.release.comes_out else "now"
        message = f"the embargo ended on {until.isoformat()}, before {when} ({case.published.isoformat()})"
        yield Hit(message, "embargo", fix="take it out, or set it anew")


RULE = Rule(id="embargo-past", group="editorial", severity="warning", run=run)
