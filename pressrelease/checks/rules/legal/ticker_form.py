"""A listing, ISIN or LEI that no program finds, or that is wrong.

Wires link a listing where it stands as exchange, colon, symbol in capitals: `(NYSE: ABC)`. A symbol without its
exchange may be anybody's, and so may that of an exchange which nobody knows. An ISIN and a LEI carry check digits, so
that one wrong letter shows; a wrong one sends the news to somebody else's share.

Source: ISO 6166 (ISIN), ISO 17442-1 (LEI), ISO 10383 (exchanges); PR Newswire and Business Wire, style of tickers.

Example:

    ---
    headline: Harbour Corp opens a quay
    publisher: {name: Harbour Corp, isin: US0378331006}
    ---
    Harbour Corp (NYSE - HRB) opened its quay.

Use instead:

    ---
    headline: Harbour Corp opens a quay
    publisher: {name: Harbour Corp, isin: US0378331005}
    ---
    Harbour Corp (NYSE: HRB) opened its quay.

Fix: the colon is set, and the symbol in capitals.

Excuse it: where an exchange prints its own form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.listings import EXCHANGES
from pressrelease.checks.rule import Hit, Rule
from pressrelease.errors import near

_LOOSE = re.compile(
    rf"(?<=\()(?P<exchange>(?i:{EXCHANGES}))(?: ?[-–—;,] ?| ticker:? ?| )(?P<symbol>[A-Z]{{2,5}})(?=\))"
)
_SMALL = re.compile(
    rf"(?<=\()(?P<exchange>(?=[A-Z])(?i:{EXCHANGES}))\s?:\s?(?P<symbol>[A-Za-z]?[a-z]{{1,4}})(?=\))"
)
_LISTED = re.compile(
    r"(?<=\()(?P<exchange>[A-ZÖ][A-Za-zö]{1,11}): ?(?P<symbol>[A-Z]{2,5}(?:\.[A-Z]{1,2})?)(?=\))"
)
_COMPANY = re.compile(
    r"\b(?:Inc|Corp(?:oration)?|Ltd|Limited|Co|Company|Holdings?|Group|PLC|plc|LLC|LP|AG|SE|KGaA|S\.?A|S\.?p\.?A|N\.?V"
    r"|A/S|ASA|AB|Oyj)\.?,? \(\Z"
)
"""What stands before a listing: in other brackets such words are a source or a picture's agency."""
_WITHOUT = frozenset(("Ticker", "Symbol", "Stock", "Börsenkürzel", "Kürzel", "Mnémo"))
_CODES = frozenset(("ISIN", "LEI", "WKN", "CUSIP", "SEDOL", "SIREN", "FIGI", "RIC"))
_NAMED = (
    *(
        "NYSE",
        "Nasdaq",
        "AMEX",
        "OTCQB",
        "OTCQX",
        "TSX",
        "TSXV",
        "CSE",
        "Cboe",
        "LSE",
        "AIM",
        "ASX",
        "HKEX",
        "SEHK",
    ),
    *("SGX", "TSE", "XETRA", "FWB", "Euronext", "SIX", "JSE", "BSE", "NSE", "BME"),
    *(
        "ADX",
        "ATHEX",
        "BCBA",
        "BMV",
        "BVB",
        "BVL",
        "DFM",
        "EGX",
        "GPW",
        "HOSE",
        "IDX",
        "KLSE",
        "KOSDAQ",
        "KRX",
        "MOEX",
    ),
    *(
        "MTA",
        "MYX",
        "NZX",
        "OMX",
        "PSE",
        "PSX",
        "QSE",
        "SET",
        "SSE",
        "SZSE",
        "TADAWUL",
        "TASE",
        "TPEX",
        "TWSE",
    ),
    *(
        "WBAG",
        "OSE",
        "STO",
        "HEL",
        "CPH",
        "VIE",
        "BRU",
        "LIS",
        "BUD",
        "TLX",
        "EBR",
        "ELI",
        "BIT",
        "OSL",
        "SWX",
        "VTX",
    ),
)
_KNOWN = re.compile(rf"{EXCHANGES}|X[A-Z]{{3}}|{'|'.join(_NAMED)}", re.I)
"""An exchange by its name, or by its code of ISO 10383, which mostly begins with an X."""
_CODE = re.compile(
    r"\b(?P<kind>ISIN|LEI)\b[^\w\0]{0,3}(?:(?:code|number|nr|no|is|lautet)\b[.:]? ?)?(?P<code>[A-Z0-9]{12,20})\b"
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each listing in another form, and each ISIN and LEI with wrong check digits, in text and fields."""
    if "(" in case.news.text:
        for spot in case.news.find(_LOOSE):
            meant = f"{spot.match['exchange']}: {spot.match['symbol']}"
            yield spot.hit(
                f"“{spot.text}” is no listing that a wire knows", fix=f"write ({meant})", instead=meant
            )
        yield from _lettered(case)
    if "ISIN" in case.everything.text or "LEI" in case.everything.text:
        for spot in case.everything.find(_CODE, "code"):
            if not _is_right(spot.match["kind"], spot.text):
                yield spot.hit(
                    f"{spot.text} is no {spot.match['kind']}: its check digits say otherwise",
                    fix="look it up",
                )
    release = case.release
    houses = [("publisher", release.publisher)]
    houses += [(f"organisations.{i}", house) for i, house in enumerate(release.organisations)]
    for path, house in houses:
        for kind, code in (("ISIN", house.isin), ("LEI", house.lei)) if house else ():
            if code and not _is_right(kind, code):
                message = f"{code} is no {kind}: its check digits say otherwise"
                yield Hit(message, f"{path}.{kind.lower()}", fix="look it up")


def _lettered(case: Case) -> Iterator[Hit]:
    """Yield each symbol in small letters, each without an exchange, and each of an exchange that nobody knows."""
    for spot in case.news.find(_SMALL):
        meant = f"{spot.match['exchange']}: {spot.match['symbol'].upper()}"
        message = f"“{spot.text}”: a symbol is written in capitals"
        yield spot.hit(message, fix=f"write ({meant})", instead=meant)
    for spot in case.news.find(_LISTED):
        exchange = spot.match["exchange"]
        if not _COMPANY.search(spot.passage.text[max(0, spot.start - 20) : spot.start]):
            continue
        if exchange in _WITHOUT:
            message = f"“{spot.text}” names no exchange: the symbol may be anybody's"
            yield spot.hit(message, fix="write the exchange before the colon, as in (NYSE: ABC)")
        elif exchange not in _CODES and not _KNOWN.fullmatch(exchange):
            advice = near(exchange, _NAMED)
            fix = advice if advice.startswith("did") else "write it as the exchange does"
            yield spot.hit(f"“{exchange}” is no exchange that is known here", fix=fix)


def _is_right(kind: str, code: str) -> bool:
    """Return whether `code` has the form and the check digits of an ISIN (ISO 6166) or a LEI (ISO 17442)."""
    if kind == "LEI":
        return bool(re.fullmatch(r"[A-Z0-9]{18}\d\d", code)) and int(_digits(code)) % 97 == 1
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}\d", code):
        return False
    digits = [int(d) for d in reversed(_digits(code))]
    return sum(sum(divmod(d * 2, 10)) if i % 2 else d for i, d in enumerate(digits)) % 10 == 0


def _digits(code: str) -> str:
    return "".join(str(int(c, 36)) for c in code)


RULE = Rule(id="ticker-form", group="legal", severity="warning", run=run)
