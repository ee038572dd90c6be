"""Listings in running text: `Example Corp (NYSE: EXM)`, `ISIN DE000EXAMPLE`."""

from __future__ import annotations

import re

from pressrelease.markup.names import LEGAL_FORM
from pressrelease.model import Organisation, Ticker

_EXCHANGE = (
    r"(?:NYSE(?: American| Arca)?|NASDAQ(?:GS|GM|CM)?|Nasdaq(?: (?:Stockholm|Copenhagen|Helsinki))?|TSXV?|"
    r"TSX-V|CSE|OTC(?:QB|QX|MKTS| Pink)?|LSE|AIM|ASX|"
    r"FWB|FSE|XETRA|Xetra|Frankfurt|Prime Standard|SIX|BX|Euronext(?: \w+)?|EPA|ETR|BIT|BME|AMS|HKEX|SEHK|"
    r"TSE|JSE|NSE|BSE|SGX|WSE|VIE|Wiener Börse|Borsa Italiana)"
)
_LISTING = re.compile(rf"(?P<exchange>{_EXCHANGE}) ?: ?[“\"]?(?P<symbol>[A-Z0-9][A-Z0-9.\-]{{0,9}})")
_BRACKET = re.compile(r"\(([^()]{3,120})\)")
_ISIN = re.compile(r"(?<!\w)ISIN:? ?([A-Z]{2}[A-Z0-9]{9}\d)(?!\w)")
_WORD = re.compile(r"[A-ZÀ-Þ0-9][^\s(),;:!?“”„\"]{0,40}|&|and|of|und|für|de|der|des|du|di|van|the")
_OF_BOARD = re.compile(
    r"\A(?:(?:The|Die|Der|Das|Den|Dem|La|Le|El|Il) )?"
    r"(?:(?:(?:Board of )?(?:Directors|Trustees)|Vorstand|Aufsichtsrat|Verwaltungsrat|Board) (?:der|des|of the|of) )?"
)
_POSSESSIVE = re.compile(r"['’]s\Z")
_MOST = 20
_SMALL = frozenset(("and", "of", "und", "für", "de", "der", "des", "du", "di", "van", "the", "&"))


def listed(text: str) -> list[Organisation]:
    """Return the organisations that `text` names with a listing, each once, in order."""
    found: dict[str, Organisation] = {}
    last, end = "", -1
    for bracket in _BRACKET.finditer(text):
        tickers = tuple(
            Ticker(exchange=m.group("exchange"), symbol=m.group("symbol").rstrip(".-"))
            for m in _LISTING.finditer(bracket.group(1))
        )
        isin = _ISIN.search(bracket.group(1))
        if not tickers and not isin:
            continue
        if last and not text[end : bracket.start()].strip():
            # `(NYSE: ABC) (TSX: ABX)`: one house, listed twice.
            house, end = found[last], bracket.end()
            if len(house.tickers) < _MOST:
                number = house.isin or (isin.group(1) if isin else "")
                found[last] = house.changed(tickers=house.tickers + tickers, isin=number)
            continue
        name = _name_before(text[max(0, bracket.start() - 120) : bracket.start()])
        last, end = "", bracket.end()
        if name and name not in found and len(found) < 100:
            last = name
            kind = "legal_name" if LEGAL_FORM.search(name) else "name"
            found[name] = Organisation(**{kind: name}, tickers=tickers, isin=isin.group(1) if isin else "")
    return list(found.values())


def _name_before(text: str) -> str:
    """Return the words with capitals at the end of `text`: the name before a bracket."""
    words = text.rpartition("\n")[2].rstrip().rstrip('”“"').split(" ")
    taken: list[str] = []
    for word in reversed(words[-9:]):
        if word.rstrip(",") != word and not LEGAL_FORM.fullmatch(taken[-1] if taken else ""):
            break
        if not _WORD.fullmatch(word.rstrip(",")) or (
            word.endswith((".", ":")) and not LEGAL_FORM.fullmatch(word) and taken
        ):
            break
        taken.append(word)
    while taken and taken[-1] in _SMALL:
        taken.pop()
    return _POSSESSIVE.sub("", _OF_BOARD.sub("", " ".join(reversed(taken)).strip()))
