"""A paid release without the label that says so, or with one that courts found too weak.

Who reads must see that money changed hands, and whose. A release that a house publishes for itself, free, needs no
label; one that runs for payment on somebody else's pages does. `when: [paid]` in front matter says that it is paid.

Source: Directive 2005/29/EC, Annex I no. 11; § 22 MStV, § 5a(4) UWG (DE), BGH I ZR 2/11 ("sponsored by" is too weak);
16 CFR 255 (US); docs/notices.md.

Example:

    ---
    headline: Harbour opens
    extra: {notices: {when: [paid]}}
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    extra: {notices: {when: [paid]}}
    notices: [{kind: advertising, label: Advertisement}]
    ---
    The harbour opens on Monday.

Excuse it: where the page around the release carries the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WEAK = re.compile(
    r"\b(?:(?:sponsored|presented) by|brought to you|in (?:co-?operation|partnership|collaboration) with"
    r"|partner ?(?:content|post|inhalt)|gesponsert|sponsored|präsentiert von|mit freundlicher unterstützung"
    r"|in (?:kooperation|zusammenarbeit) mit|sponsorisé|en partenariat avec|en colaboración con"
    r"|con la colaboración|in collaborazione con|in samenwerking met)\b",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the missing label of a paid release, and each label that is too weak."""
    labels = [(i, n) for i, n in enumerate(case.release.notices) if n.kind == "advertising"]
    if not labels and not case.conditions.isdisjoint(("paid", "paid-securities")):
        yield Hit(
            "this release is paid, and nothing says so",
            "extra.notices.when",
            fix="add a notice `advertising`",
        )
    for i, notice in labels:
        words = " ".join((notice.heading, notice.label, notice.text))
        if weak := _WEAK.search(words):
            message = f"“{weak[0]}” is too weak a label for what is paid"
            yield Hit(
                message,
                f"notices.{i}",
                fix="write “Advertisement”, “Anzeige”, “Publicité” …",
                severity="warning",
            )


RULE = Rule(id="paid-label", group="legal", severity="error", run=run)
