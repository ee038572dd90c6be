"""A correction that does not lead to what it corrects.

Whoever printed the first version must find it again, and a reader who kept it must see that it was replaced. In a
newsroom the earlier version stays beside the later one (`harbour@1.md`), and the pages link both ways; elsewhere
`related` names it, or one `id` with a higher `version` ties them together.

Source: IPTC NewsML-G2 (one `guid`, a `version` that counts up); RFC 5829, `predecessor-version`; German Press Code,
guideline 3.1 (readers must see that the earlier report was wrong).

Example:

    ---
    headline: Harbour opens
    version: 2
    updated: 2026-03-02T08:00Z
    change: {kind: correction, wrong: Monday, right: Tuesday}
    ---
    The harbour opens on Tuesday.

Use instead:

    ---
    headline: Harbour opens
    version: 2
    updated: 2026-03-02T08:00Z
    change: {kind: correction, wrong: Monday, right: Tuesday}
    related: [{href: "https://news.example.org/harbour-opens/1/", rel: previous}]
    ---
    The harbour opens on Tuesday.

Excuse it: where the first version was never published, or may not be shown again.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.findings import Severity

_BACK = frozenset(("previous", "prev", "predecessor-version", "corrects", "original", "version-history"))
"""How an address belongs to a release that it replaced."""


def run(case: Case) -> Iterator[Hit]:
    """Yield the correction beside which no earlier version lies, and that names none."""
    release = case.release
    if release.change.kind != "correction":
        return
    beside = any(other.version < release.version for other in case.others)
    named = any(related.rel in _BACK for related in release.related)
    tied = bool(case.own.id) and release.version > 1
    if not (beside or named or tied):
        fix = "keep the earlier version beside it (`name@1.md`), or link it in `related` with `rel: previous`"
        # A newsroom has the earlier version; whoever reads a text from elsewhere may not.
        severity: Severity | None = None if case.newsroom else "warning"
        message = "a correction that does not lead to what it corrects"
        yield Hit(message, "change", fix=fix, severity=severity)


RULE = Rule(id="correction-without-link", group="editorial", severity="error", run=run)
