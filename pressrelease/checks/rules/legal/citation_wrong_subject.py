"""A law cited for what it is not about.

`V.i.S.d.P.` is the label of press law, made for paper; the norms for what is online are others. To print both mixes two
regimes, and leaves open which one is meant. So does a section that was about something else on that day.

Source: docs/notices.md, the references with their subject on each day; the press acts of the German Länder (for print).

Example:

    ---
    headline: Hafen öffnet
    published: 2021-03-01T12:00+01:00
    notices: [{kind: editorial-responsibility, text: "V.i.S.d.P. & § 18 Abs. 2 MStV: Ada Byron, Kai 1"}]
    ---
    Der Hafen öffnet am Montag.

Use instead:

    ---
    headline: Hafen öffnet
    published: 2021-03-01T12:00+01:00
    notices: [{kind: editorial-responsibility, text: "Verantwortlich gemäß § 18 Abs. 2 MStV: Ada Byron, Kai 1"}]
    ---
    Der Hafen öffnet am Montag.

Excuse it: where one text goes to print and online, and the house wants both labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each citation of a norm with another subject, and each label of print beside a norm for online."""
    return (one.hit for one in case.miscited if one.about == "subject")


RULE = Rule(id="citation-wrong-subject", group="legal", severity="warning", run=run)
