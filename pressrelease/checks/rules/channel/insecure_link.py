"""An address without encryption.

Browsers warn of `http:` pages, and pictures from there are not shown on an `https:` page at all. Nearly every site
answers by `https:` too; whether this one does, a person has to try.

Source: W3C, Mixed Content, 4; RFC 9325 (use of TLS).

Example:

    ---
    headline: Harbour opens
    ---
    See [the prices](http://news.example.org/prices/).

Use instead:

    ---
    headline: Harbour opens
    ---
    See [the prices](https://news.example.org/prices/).

Excuse it: where the other site has no `https:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield each address by `http:`; a picture weighs more, since it is not shown."""
    for address in case.addresses:
        if address.href[:5].lower() == "http:":
            picture = address.is_picture
            message = (
                "browsers do not show a picture by http: on a secure page"
                if picture
                else "an address by http:"
            )
            yield address.hit(
                message, fix="try https:, and write that", severity="warning" if picture else "info"
            )


RULE = Rule(id="insecure-link", group="channel", severity="info", run=run)
