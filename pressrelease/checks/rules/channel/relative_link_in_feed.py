"""A relative address that no channel can make whole.

On the page a path such as `images/crane.jpg` is found. In a feed, a mail or on a wire it needs the release's own
address before it; where that is not known, the link is dead and the picture is missing.

Source: RFC 4287, 2 (`xml:base`); RSS Advisory Board, RSS Best Practices Profile ("relative URLs"); IPTC NewsML-G2,
which takes whole addresses.

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday, see [the prices](/prices.html).

Use instead:

    ---
    headline: Harbour opens
    url: https://news.example.org/harbour-opens/
    ---
    The harbour opens on Monday, see [the prices](/prices.html).

Excuse it: where the release never leaves its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")


def run(case: Case) -> Iterator[Hit]:
    """Yield each relative address of a release that has no address of its own."""
    if case.release.url:
        return
    for address in case.addresses:
        if not _WHOLE.match(address.href):
            fix = "write the whole address, or give the release its `url`"
            yield address.hit(f"“{address.href}” leads nowhere outside the page", fix=fix)


RULE = Rule(id="relative-link-in-feed", group="channel", severity="warning", run=run)
