"""Where the issuer of a release is listed, and whether it trades under the law of a market."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit
from pressrelease.model import Release

EXCHANGES = (
    r"NYSE(?: American| Arca)?"
    r"|Nasdaq(?:GS|GM|CM)?(?: (?:Stockholm|Helsinki|Copenhagen|Iceland|First North)(?: Growth Market)?)?"
    r"|AMEX|OTC(?: ?(?:QB|QX|PK|Pink|Markets|BB))?|TSX(?:[-. ]?V(?:enture)?(?: Exchange)?)?|CSE|NEO|Cboe(?: Canada)?"
    r"|LSE|AIM|ASX|HKEX|SEHK|SGX|TSE|TYO|FSE|FWB|FRA|XETRA|Frankfurt"
    r"|Euronext(?: (?:Growth )?(?:Paris|Amsterdam|Brussels|Lisbon|Milan|Dublin|Oslo))?|Borsa Italiana|BIT|BME|SIX"
    r"|JSE|BSE|NSE|WSE|EPA|AMS|ETR|LON"
)
"""Exchanges as releases name them."""
TICKER = re.compile(rf"\b(?P<exchange>(?i:{EXCHANGES}))\s?:\s?(?P<symbol>[A-Z0-9][A-Z0-9.\-]{{0,9}})\b")
"""A listing as releases print it: `NYSE: ABC`."""
_LEAD = 4
"""Passages at the start in which an issuer names itself."""
_VENTURE = re.compile(r"TSX[-. ]?V", re.I)
_AMERICAN = re.compile(r"NYSE|Nasdaq(?! (?:Stock|Hels|Cop|Ice|First))|AMEX|OTC|Cboe(?! Canada)|XN", re.I)


@dataclass(frozen=True, slots=True)
class Listing:
    """Hold an exchange and a symbol as printed, and their place as a Hit without a message."""

    exchange: str
    symbol: str
    place: Hit

    @property
    def is_venture(self) -> bool:
        """Whether it is TSX Venture."""
        return _VENTURE.match(self.exchange) is not None

    @property
    def is_american(self) -> bool:
        """Whether it is a market of the United States."""
        return _AMERICAN.match(self.exchange) is not None


def listings(release: Release, passages: Iterable[Passage]) -> tuple[Listing, ...]:
    """Return the listings of the house behind `release`, of organisations it names, and those its lead prints."""
    found = [
        Listing(ticker.exchange, ticker.symbol, Hit("", f"{path}.tickers.{j}"))
        for path, house in (
            ("publisher", release.publisher),
            *((f"organisations.{i}", house) for i, house in enumerate(release.organisations)),
        )
        if house
        for j, ticker in enumerate(house.tickers)
    ]
    told = {listing.symbol for listing in found}
    lead = [p for p in passages if p.kind != "notice"][:_LEAD]
    found += [
        Listing(m["exchange"], m["symbol"], passage.hit("", *m.span()))
        for passage in lead
        if ":" in passage.text
        for m in TICKER.finditer(passage.text)
        if m["symbol"] not in told
    ]
    return tuple(found)
