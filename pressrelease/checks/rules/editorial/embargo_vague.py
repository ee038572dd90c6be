"""An embargo of which nobody can tell when it ends.

"Embargoed until Friday morning" is another minute in every newsroom. Without day, time and zone the release is
held, and whoever gets it publishes when he thinks it right.

Source: Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes"; IPTC NewsML-G2,
`embargoed` (a moment with its offset).

Example:

    ---
    headline: Harbour opens
    embargo: {printed: EMBARGOED UNTIL 2 March 2035}
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    embargo: {until: 2035-03-02T09:00+00:00, printed: "EMBARGOED UNTIL 2 March 2035, 09:00 GMT"}
    ---
    The harbour opens on Monday.

Excuse it: where it is held on purpose until somebody says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.anatomy.moments import moment
from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_LACKS = {"without-zone": "names no time zone", "without-time": "names no time of day"}


def run(case: Case) -> Iterator[Hit]:
    """Yield an embargo without an end, and one whose printed line lacks the time or the zone."""
    embargo = case.release.embargo
    if embargo is None:
        return
    if embargo.until is None:
        said = f"“{embargo.printed}” names no moment" if embargo.printed else "the embargo names no moment"
        yield Hit(f"{said}: it never ends", "embargo", fix="set `until` with date, time and offset")
    elif embargo.printed:
        lacks = _LACKS.get(moment(embargo.printed)[1])
        if lacks:
            message = f"“{embargo.printed}” {lacks}"
            yield Hit(message, "embargo.printed", fix="print date, time and zone", severity="warning")


RULE = Rule(id="embargo-vague", group="editorial", severity="error", run=run)
