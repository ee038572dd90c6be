"""A link to a place of the page that is not there.

A story has no marks to jump to, so `#prices` leads nowhere: not on the page, and still less in a feed, a mail or on a
wire.

Source: W3C, WCAG 2.2, 2.4.4 (link purpose); HTML Standard, 7.4.6.4 (scrolling to a fragment).

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday, see [the prices](#prices).

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday, see [the prices](https://news.example.org/prices/).

Excuse it: where a template of the house sets the mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each link that is a fragment alone."""
    for address in case.addresses:
        if address.href.startswith("#"):
            yield address.hit(f"“{address.href}” leads nowhere", fix="link to a page, or leave the link out")


RULE = Rule(id="dead-anchor", group="channel", severity="warning", run=run)
