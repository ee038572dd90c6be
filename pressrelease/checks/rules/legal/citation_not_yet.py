"""A law that was not in force yet when the release came out.

It happens where an old release is given a new imprint: what was published is said to have stood under a norm that did
not exist. The words of a release stay those of its day.

Source: docs/notices.md, the references and their days, each with its source.

Example:

    ---
    headline: Hafen öffnet
    published: 2019-03-01T12:00+01:00
    notices: [{kind: editorial-responsibility, text: "Verantwortlich gemäß § 18 Abs. 2 MStV: Ada Byron, Kai 1"}]
    ---
    Der Hafen öffnet am Montag.

Use instead:

    ---
    headline: Hafen öffnet
    published: 2021-03-01T12:00+01:00
    notices: [{kind: editorial-responsibility, text: "Verantwortlich gemäß § 18 Abs. 2 MStV: Ada Byron, Kai 1"}]
    ---
    Der Hafen öffnet am Montag.

Excuse it: where a release is published again, and its date is that of the first time.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each citation of a norm that began after the day of the release."""
    return (one.hit for one in case.miscited if one.about == "not-yet")


RULE = Rule(id="citation-not-yet", group="legal", severity="error", run=run)
