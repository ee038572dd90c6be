"""A text that names another embargo than the release has.

One desk goes by the field, another by the line above the text; one of them publishes too early. "For immediate release"
above an embargoed text is the same contradiction, and so is a sentence within the text that holds a release which no
field holds.

Source: Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes"; IPTC NewsML-G2,
`embargoed` (the field binds, so both must agree).

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

import datetime as dt
import re
from collections.abc import Iterator

from pressrelease.anatomy.embargoes import is_embargo
from pressrelease.anatomy.moments import moment
from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WORD = re.compile(r"embargo|sperrfrist", re.I)
_WORDS = ("embargo", "sperrfrist", "gesperrt bis")
_TOLD = re.compile(
    r"\b(?:(?:strictly )?(?:under|sous|bajo|sotto|onder|unter) embargo|embargoed|sperrfrist|gesperrt (?=bis))\b",
    re.I,
)
_ENDS = re.compile(r"[ :(]{0,2}(?:until|till?|bis|jusqu|hasta|fino|tot|before|vor)\b|: ?\w", re.I)
"""What stands behind it where the words hold a release, and do not just speak of an embargo."""
_LONGEST = 200
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
    yield from _within(case, until)
    for spot in case.everything.find(_NOW) if embargo else ():
        yield spot.hit(f"“{spot.text}”, yet the release is embargoed", fix="take one of them out")


def _within(case: Case, until: dt.datetime | None) -> Iterator[Hit]:
    """Yield each embargo that stands within a passage, where the release has none, or another."""
    if not any(word in case.news.lower for word in _WORDS):
        return
    for spot in case.news.find(_TOLD):
        passage = spot.passage
        end = min(passage.sentence(spot.start)[1], spot.start + _LONGEST)
        line = passage.text[spot.start : end].rstrip()
        if is_embargo(passage.text) or not is_embargo(line):
            continue
        told, _ = moment(line)
        if told is None and (case.release.embargo or not _ENDS.match(passage.text, spot.end)):
            continue
        if told is None or (told != until and told > case.published):
            field = f"the field says {until.isoformat()}" if until else "the release has none"
            message = f"“{line}” names an embargo, {field}"
            yield passage.hit(message, spot.start, end, fix="set `embargo`, or take the words out")


RULE = Rule(id="embargo-contradicts-text", group="editorial", severity="error", run=run)
