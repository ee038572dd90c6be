"""A later version that does not say when it was made.

Whoever has the first version sees by the time whether this one is newer. Feeds, pages and wires show it as the moment
of change; without it some show the old release as news, others do not show the change at all.

Source: IPTC NewsML-G2, `versionCreated`; Google's guide to NewsArticle, `dateModified`; Atom (RFC 4287, 4.2.15).

Example:

    ---
    headline: Harbour opens
    version: 2
    published: 2026-03-02T09:00+00:00
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    version: 2
    published: 2026-03-02T09:00+00:00
    updated: 2026-03-03T11:00+00:00
    ---
    The harbour opens on Monday.

Excuse it: where nobody knows any more when it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield a version above the first that has no moment."""
    release = case.release
    if release.version > 1 and release.updated is None and release.change.at is None:
        message = f"version {release.version} does not say when it was made"
        yield Hit(message, "version", fix="set `updated`, or `at` in `change`")


RULE = Rule(id="updated-missing", group="editorial", severity="warning", run=run)
