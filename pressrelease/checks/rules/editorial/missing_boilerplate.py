"""A release that does not say who it is from.

The paragraph about the issuer tells a desk who speaks and whether it matters; without it somebody has to look it up, or
leaves the news out. It may stand in the release, or in `newsroom.toml` for all releases.

Source: PR Newswire, content guidelines; news aktuell, ots handbook; GOV.UK, guidance on press releases ("notes to
editors").

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    boilerplates: [{heading: About Lisbon Ports, story: Lisbon Ports runs four harbours.}]
    ---
    The harbour opens on Monday.

Excuse it: where the issuer is a public office that every reader knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield a release that has no paragraph about anybody; one that is killed needs none."""
    release = case.release
    if not release.boilerplates and not case.release.life.killed:
        yield Hit("nothing is said about the issuer", fix="add a paragraph “About …” (`boilerplates`)")


RULE = Rule(id="missing-boilerplate", group="editorial", severity="warning", run=run)
