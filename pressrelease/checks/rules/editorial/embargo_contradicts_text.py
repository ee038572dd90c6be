"""A text that names another embargo than the release has.

One desk goes by the field, another by the line above the text; one of them publishes too early. "For immediate release"
above an embargoed text is the same contradiction.

Source: Reuters Handbook of Journalism, "embargoes"; IPTC NewsML-G2, `embargoed` (the field binds, so both must agree).

Example:

    ---
    headline: Harbour opens
    embargo: {until: 2035-03-02T09:00+00:00, printed: "EMBARGOED UNTIL 3 March 2035, 09:00 GMT"}
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    embargo: {until: 2035-03-02T09:00+00:00, printed: "EMBARGOED UNTIL 2 March 2035, 09:00 GMT"}
    ---
    The harbour opens on Monday.

Excuse it: where the line speaks of another document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.anatomy.embargoes import is_embargo
from pressrelease.anatomy.moments import moment
from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WORD = re.compile(r"embargo|sperrfrist", re.I)
_NOW = re.compile(
    r"for immediate (?:release|publication)|zur sofortigen veröffentlichung|pour diffusion immédiate|"
    r"para (?:publicación|difusión) inmediata|per diffusione immediata",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the printed line, then each passage, that names another moment than the embargo's."""
    embargo = case.release.embargo
    until = embargo.until if embargo else None
    lines = [("embargo.printed", embargo.printed)] if embargo else []
    if embargo or "embargo" in case.everything.lower or "sperrfrist" in case.everything.lower:
        lines += [(p.path, p.text) for p in case.passages if _WORD.search(p.text) and is_embargo(p.text)]
    for path, line in lines:
        told, _ = moment(line)
        if told is not None and told != until:
            field = f"the field says {until.isoformat()}" if until else "the release has none"
            yield Hit(
                f"“{line}” is an embargo until {told.isoformat()}, {field}",
                path,
                fix="make both say the same",
            )
    for spot in case.everything.find(_NOW) if embargo else ():
        yield spot.hit(f"“{spot.text}”, yet the release is embargoed", fix="take one of them out")


RULE = Rule(id="embargo-contradicts-text", group="editorial", severity="error", run=run)
