"""A picture without words for whom cannot see it.

A screen reader reads the alternative text, a mail program shows it where pictures are blocked, an archive is searched
by it. A file's name tells nobody what is to be seen. A logo goes without: the name of its house stands beside it.

Source: W3C, Web Content Accessibility Guidelines 2.2, 1.1.1 (non-text content).

Example:

    ---
    headline: Harbour opens
    assets: [{href: "https://news.example.org/crane.jpg", alt: IMG_2041.jpg, credit: Example Corp}]
    ---
    The harbour opens on Monday.

    ![](https://news.example.org/quay.jpg)

Use instead:

    ---
    headline: Harbour opens
    assets: [{href: "https://news.example.org/crane.jpg", alt: A red crane on the quay, credit: Example Corp}]
    ---
    The harbour opens on Monday.

    ![Two ferries at the new quay](https://news.example.org/quay.jpg)

Excuse it: where a picture is mere decoration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.model import Asset

_FILE_NAME = re.compile(r"[\w.-]*(?:\.(?:jpe?g|png|gif|webp|tiff?|svg)|\d{4,}[\w-]*)", re.I)


def run(case: Case) -> Iterator[Hit]:
    """Yield each picture without an alternative text, or with the name of a file as one."""
    fix = "say in a sentence what it shows"
    for address in case.addresses:
        shown = address.of
        if shown is None or not address.is_picture or (isinstance(shown, Asset) and shown.role == "logo"):
            continue
        if not shown.alt:
            yield address.hit("this picture has no alternative text", fix=fix)
        elif _FILE_NAME.fullmatch(shown.alt):
            yield address.hit(
                f"“{shown.alt}” is the name of a file and tells nobody what is to be seen", fix=fix
            )


RULE = Rule(id="alt-text-missing", group="channel", severity="warning", run=run)
