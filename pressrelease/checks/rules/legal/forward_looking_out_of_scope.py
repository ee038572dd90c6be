"""The American safe harbour, called on where it does not hold.

The Private Securities Litigation Reform Act leaves out initial public offerings, tender offers and transactions that
take a company private; and it protects only issuers that report to the SEC. To cite it there tells the other side that
nobody has read it.

Source: 15 USC 78u-5(a), (b)(2); 15 USC 77z-2(b)(2).

Example:

    ---
    headline: Harbour Corp announces pricing of its initial public offering
    ---
    Harbour Corp (NYSE: HRB) sells ten million shares. These are forward-looking statements within the meaning of the
    Private Securities Litigation Reform Act of 1995.

Use instead:

    ---
    headline: Harbour Corp announces figures of the year
    ---
    Harbour Corp (NYSE: HRB) grew. These are forward-looking statements within the meaning of the Private Securities
    Litigation Reform Act of 1995; they depend on demand, fuel prices and permits.

Excuse it: where counsel has looked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_ACT = re.compile(r"P(?<!\w.)(?:rivate Securities Litigation Reform Act(?: of 1995)?|SLRA\b)")
_LEFT_OUT = re.compile(
    r"\b(?:initial public offering|IPO|tender offer|exchange offer|going[- ]private|take[- ]private)\b", re.I
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the citation of the act, where the headline tells of what it leaves out, or no listing is American."""
    act = next(case.everything.find(_ACT), None)
    if act is None:
        return
    left_out = _LEFT_OUT.search(f"{case.release.headline}\0{case.release.subheadline}")
    if left_out:
        yield act.hit(
            f"the act leaves out what this is about: “{left_out[0]}”", fix="cite another ground, or none"
        )
    elif case.listings and not any(listing.is_american for listing in case.listings):
        exchanges = ", ".join(dict.fromkeys(listing.exchange for listing in case.listings))
        message = f"the act protects issuers that report to the SEC; this one is listed at {exchanges}"
        yield act.hit(message, fix="leave it out, unless the issuer reports there", severity="info")


RULE = Rule(id="forward-looking-out-of-scope", group="legal", severity="warning", run=run)
