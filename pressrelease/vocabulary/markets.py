"""Markets by the names that stand before a ticker symbol, as ISO 10383 codes (MIC)."""

from __future__ import annotations

import re

_MARKETS = {
    "AIM": "AIMX",
    "ASX": "XASX",
    "BME": "XMAD",
    "BSE": "XBOM",
    "EURONEXT AMSTERDAM": "XAMS",
    "EURONEXT BRUSSELS": "XBRU",
    "EURONEXT DUBLIN": "XDUB",
    "EURONEXT LISBON": "XLIS",
    "EURONEXT MILAN": "XMIL",
    "EURONEXT PARIS": "XPAR",
    "FRANKFURT": "XFRA",
    "FWB": "XFRA",
    "HKEX": "XHKG",
    "JSE": "XJSE",
    "LSE": "XLON",
    "NASDAQ": "XNAS",
    "NSE": "XNSE",
    "NYSE": "XNYS",
    "NYSE AMERICAN": "XASE",
    "NYSE ARCA": "ARCX",
    "SGX": "XSES",
    "SIX": "XSWX",
    "SIX SWISS EXCHANGE": "XSWX",
    "TSX": "XTSE",
    "TSXV": "XTSX",
    "WIENER BÖRSE": "XWBO",
    "XETRA": "XETR",
}


def market_code(exchange: str) -> str:
    """Return the ISO 10383 code of `exchange` (a code already, or a name as printed), or an empty string."""
    name = exchange.strip().upper()
    if name in _MARKETS:
        return _MARKETS[name]
    # Operating codes begin with X. Other four letters may be a name (`NYSE`), so they are no code before we know them.
    return name if re.fullmatch(r"X[A-Z0-9]{3}", name) or name in _MARKETS.values() else ""
