"""Words of a regime that is gone, or that never was one.

The European platform for online dispute resolution was closed on 2025-07-20: its link leads nowhere and misleads. The
"disclaimer" that cites the regional court of Hamburg of 1998 protects nobody: the judgment says the opposite. A form
that is to come back by fax reaches nobody who has none.

Source: Regulation (EU) 2024/3228; LG Hamburg, 12 May 1998, 312 O 85/98; docs/notices.md.

Example:

    ---
    headline: Hafen öffnet
    published: 2026-03-01T12:00+01:00
    ---
    Der Hafen öffnet am Montag.

    Online-Streitbeilegung: https://ec.europa.eu/consumers/odr/

Use instead:

    ---
    headline: Hafen öffnet
    published: 2026-03-01T12:00+01:00
    ---
    Der Hafen öffnet am Montag.

Excuse it: in a release about the platform or the judgment.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import Phrases
from pressrelease.checks.rule import Hit, Rule

_FAX_FORMS = Phrases(
    (
        *(
            "fax[- ]?antwort",
            "antwort[- ]?fax",
            "rückfax",
            "fax[- ]?formular",
            "fax[- ]?abruf",
            "per fax zurück",
        ),
        *("fax[- ]?back", "fax[- ]on[- ]demand", "return (?:it|this form) by fax", "reply by fax"),
        *("par retour de fax", "coupon[- ]réponse par fax", "por fax adjunto", "antwoordfax"),
    )
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each reference to what is no regime, or was one and left nothing behind, and each form for the fax."""
    for one in case.miscited:
        if one.about == "dead":
            hit = one.hit
            yield Hit(hit.message, hit.path, hit.start, hit.end, "leave it out")

    for spot in _FAX_FORMS.within(case.everything) if "fax" in case.everything.lower else ():
        yield spot.hit(
            f"“{spot.text}”: few can answer by fax", fix="give an address of mail", severity="info"
        )


RULE = Rule(id="dead-regime-text", group="legal", severity="warning", run=run)
