"""A blanket refusal to answer for anything.

A clause in a release is a note to the world, no contract: it rarely changes who is liable, for one's own words never,
and for intent nowhere. A house that edits what it prints and then calls itself a mere space for others' words
contradicts itself, and a court reads both. Say whose words these are, and that statutory rights remain.

Source: § 276(3), § 309 no. 7 BGB (DE), Art. 100 OR (CH), art. 93-3 law 82-652 (FR); Regulation (EU) 2022/2065, Art. 6.

Example:

    ---
    headline: Harbour opens
    notices: [{kind: liability, text: The publisher assumes no liability for the accuracy of this report.}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    notices: [{kind: liability, text: This release comes from Example Corp. Statutory rights remain as they are.}]
    ---
    The harbour opens on Monday.

Excuse it: where a contract or the receiver prescribes the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_BLANKET = re.compile(
    r"\b(?:no|any|all|not?\s+(?:be\s+)?)\s*(?:legal )?(?:liability|liable|responsibility)\b"
    r"(?!\s+(?:company|to update|for updating))"
    r"|\b(?:solely|exclusively)\s+(?:with|by|responsible)\b|\bsole(?:ly)? responsib\w+"
    r"|\bkeine(?:rlei)?\s+(?:haftung|gewähr|verantwortung|garantie)\b|\bohne gewähr\b|\bhaftung\b[^.\0]{0,60}"
    r"\bausgeschlossen\b"
    r"|\bhaftet nicht\b|\bhaftungsausschluss\b|\b(?:allein|ausschließlich)\b[^.\0]{0,40}\bverantwort\w+"
    r"|\b(?:décline|aucune|n['’]engage que|sans)\b[^.\0]{0,30}\b(?:responsabilité|garantie|auteurs?)\b"
    r"|\bno (?:se hace responsable|asume)\b[^.\0]{0,40}|\bexime de (?:toda )?responsabilidad\b"
    r"|\b(?:nessuna|declina ogni|non si assume)\b[^.\0]{0,20}\bresponsabilità\b"
    r"|\b(?:geen|niet)\b[^.\0]{0,20}\b(?:aansprakelijk\w*|verantwoordelijk\w*)\b",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the first words of each liability notice that refuse to answer for anything."""
    for i, notice in enumerate(case.release.notices):
        if notice.kind != "liability":
            continue
        blanket = _BLANKET.search(notice.text)
        if blanket:
            yield Hit(
                f"“{blanket[0]}”: a blanket refusal changes little, and misleads",
                f"notices.{i}.text",
                *blanket.span(),
                "say whose words these are; statutory rights remain",
            )


RULE = Rule(id="liability-overreach", group="legal", severity="warning", run=run)
