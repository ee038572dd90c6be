"""A listed issuer without the line that its exchange wants.

TSX Venture and the CSE want a sentence, word for word, that they accept no responsibility for the release; the ASX
wants to know who authorised it.

Source: TSX Venture Exchange, Policy 3.3; Canadian Securities Exchange, Policy 5; ASX Listing Rule 15.5 (by general
knowledge: docs/notices.md).

Example:

    ---
    headline: Harbour Gold drills
    ---
    Harbour Gold Inc. (TSXV: HGD) has begun to drill.

Use instead:

    ---
    headline: Harbour Gold drills
    ---
    Harbour Gold Inc. (TSXV: HGD) has begun to drill.

    Neither TSX Venture Exchange nor its Regulation Services Provider (as that term is defined in policies of the TSX
    Venture Exchange) accepts responsibility for the adequacy or accuracy of this release.

Excuse it: where the issuer is only mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.checks.case import Case
from pressrelease.checks.listings import Listing
from pressrelease.checks.rule import Hit, Rule


@dataclass(frozen=True, slots=True)
class _Line:
    """What an exchange wants: how it is known, how its line begins, and the line as it should be."""

    exchange: str
    known: re.Pattern[str]
    begins: re.Pattern[str]
    line: re.Pattern[str]
    wants: str


def _line(exchange: str, known: str, begins: str, line: str, wants: str) -> _Line:
    return _Line(exchange, re.compile(known, re.I), re.compile(begins, re.I), re.compile(line, re.I), wants)


_LINES = (
    _line(
        "TSX Venture",
        r"TSX[-. ]?V",
        r"neither (?:the )?TSX|bourse de croissance TSX",
        r"neither (?:the )?TSX[- ]V(?:enture Exchange)?,? nor its Regulation Services? Provider"
        r" \(as that term is defined in (?:the )?policies of (?:the )?TSX[- ]V(?:enture Exchange)?\),?"
        r" accepts? responsibility for the adequacy or accuracy of (?:this|the)"
        r"|bourse de croissance TSX .{0,200}responsabilité",
        "the sentence of Policy 3.3: neither TSX Venture Exchange nor its Regulation Services Provider accepts …",
    ),
    _line(
        "CSE",
        r"CSE|Canadian Securities Exchange",
        r"(?:canadian securities exchange|\bthe CSE\b|\(CSE\)).{0,200}(?:responsibility|approved|disapproved|reviewed)",
        r"(?:canadian securities exchange|\bCSE\b).{0,300}(?:accepts? responsibility|has (?:not|neither)|disapproved)",
        "the sentence that the Canadian Securities Exchange accepts no responsibility",
    ),
    _line(
        "ASX",
        r"ASX",
        r"authori[sz]ed (?:for|by|to)|approved (?:for|by)",
        r"authori[sz]ed (?:for|by|to)|approved (?:for|by)",
        "who authorised the release: “Authorised for release by the Board”",
    ),
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the listing whose exchange wants a line that is not there, or not as it should be."""
    for wanted in _LINES:
        listing = next((one for one in case.listings if wanted.known.match(one.exchange)), None)
        if listing is None or wanted.line.search(case.everything.text):
            continue
        if begun := next(case.everything.find(wanted.begins), None):
            yield begun.hit(
                f"{wanted.exchange} wants its line word for word", fix=wanted.wants, severity="warning"
            )
        else:
            yield _missing(wanted, listing)


def _missing(wanted: _Line, listing: Listing) -> Hit:
    place = listing.place
    return Hit(
        f"{wanted.exchange} wants a line that is not here", place.path, place.start, place.end, wanted.wants
    )


RULE = Rule(id="exchange-line", group="legal", severity="error", run=run)
