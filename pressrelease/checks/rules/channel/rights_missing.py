"""A picture, film or sound of which nobody says what may be done with it.

A desk that does not know the terms does not print it, or prints it and gets a letter. One line on the release or on the
file settles it: who owns it, and that it is free for editorial use with the credit.

Source: IPTC Photo Metadata Standard ("Copyright Notice", "Rights Usage Terms").

Example:

    ---
    headline: Harbour opens
    assets: [{href: "https://news.example.org/crane.jpg", alt: A red crane on the quay, credit: Ada Byron}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    assets: [{href: "https://news.example.org/crane.jpg", alt: A red crane on the quay, credit: Ada Byron}]
    rights: {holder: Example Corp, usage_terms: Free for editorial use with credit.}
    ---
    The harbour opens on Monday.

Excuse it: where the terms are agreed with each receiver.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield the first asset without rights, where the release has none either."""
    release = case.release
    rights = release.rights
    if rights is not None and (rights.holder or rights.notice or rights.usage_terms or rights.licence):
        return
    if any(notice.kind == "copyright" for notice in release.notices):
        return
    bare = [i for i, asset in enumerate(release.assets) if not asset.rights and asset.role != "logo"]
    if bare:
        many = "" if len(bare) == 1 else f", nor with {len(bare) - 1} more"
        yield Hit(
            f"nobody says what may be done with this{many}",
            f"assets.{bare[0]}.renditions.0.href",
            fix="add `rights` to the release, or to each file",
        )


RULE = Rule(id="rights-missing", group="channel", severity="warning", run=run)
