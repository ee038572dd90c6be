"""A law that was no more in force when the release came out.

A citation is free in most countries, but an old one is what gets warned about; and it tells every reader that nobody
has looked for years. Frozen words are judged by the day of publication, not by now: the remedy names the norm of that
day, which need not be the newest.

Source: docs/notices.md, the references and their days, each with its source.

Example:

    ---
    headline: Harbour opens
    published: 2020-08-26T12:00+02:00
    notices: [{kind: editorial-responsibility, text: "Verantwortlich gemäß § 6 MDStV: Ada Byron, Kai 1"}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    published: 2020-08-26T12:00+02:00
    notices: [{kind: editorial-responsibility, text: "Verantwortlich gemäß § 55 Abs. 2 RStV: Ada Byron, Kai 1"}]
    ---
    The harbour opens on Monday.

Excuse it: where the words of somebody else are printed as they came.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each citation of a norm that had ended on the day of the release."""
    return (one.hit for one in case.miscited if one.about == "superseded")


RULE = Rule(id="superseded-citation", group="legal", severity="error", run=run)
