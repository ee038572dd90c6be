"""A picture that names nobody who made it.

A desk prints no picture without a credit: it does not know whom to name, nor whom it would have to pay. In many
countries the maker has a right to be named.

Source: IPTC Photo Metadata Standard ("Credit Line"); § 13 UrhG (DE), art. L121-1 CPI (FR): the right to be named.

Example:

    ---
    headline: Harbour opens
    assets: [{href: "https://news.example.org/crane.jpg", alt: A red crane on the quay}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    assets: [{href: "https://news.example.org/crane.jpg", alt: A red crane on the quay, credit: Ada Byron}]
    ---
    The harbour opens on Monday.

Excuse it: where the maker does not want to be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.model import Asset
from pressrelease.story import words

_CREDIT = re.compile(
    r"©|\(c\)|\b(?:photo(?:graph)?|picture|image|courtesy|credit|foto|fotografía|bild|quelle|crédit|imagen|immagine|beeld|"
    r"plan|map|drawing|graphic|illustration|grafik|karte|zeichnung|render(?:ing)?)"
    r"s?\b[^.:/]{0,12}(?:[:/]|\b(?:by|of|von|de|di|door)\b)",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each picture without a credit: neither in its field nor in its caption."""
    credited = {file.href for a in case.release.assets if a.credit for file in a.renditions}
    for address in case.addresses:
        shown = address.of
        if shown is None or not address.is_picture or shown.credit or address.href in credited:
            continue
        if isinstance(shown, Asset) and (shown.role == "logo" or shown.rights):
            continue
        caption = shown.caption if isinstance(shown, Asset) else words(shown.caption)
        if not _CREDIT.search(caption):
            yield address.hit("this picture names nobody who made it", fix="add `credit`")


RULE = Rule(id="asset-credit-missing", group="channel", severity="warning", run=run)
