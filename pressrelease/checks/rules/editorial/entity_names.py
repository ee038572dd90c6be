"""A short form that is never written out, or a known name in other letters.

A desk has to know what `SIENA` stands for before it prints it; `Motion Pictures Association` is not what the `Motion
Picture Association` calls itself. Names that are right stand in `[check] names` of `newsroom.toml`, and in the people
and organisations of the release.

Source: AP Stylebook, entry "abbreviations and acronyms".

Newsroom:

    title = "Example News"
    base_url = "https://news.example.org/"
    [publisher]
    name = "Example Ports"
    [check]
    names = ["Kestrel Bay Ports"]

Example:

    ---
    headline: Harbour opens
    ---
    The harbour of Kestrel Bay Port opens with money from the QXPF.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour of Kestrel Bay Ports opens with money from the Quay Extension Fund (QXPF). The QXPF pays half.

Excuse it: where every reader of the release knows the short form.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pressrelease.checks.case import Case
from pressrelease.checks.listings import EXCHANGES, TICKER
from pressrelease.checks.passages import Spot
from pressrelease.checks.rule import Hit, Rule
from pressrelease.datelines.places import CITIES

_SHORT = re.compile(r"[A-ZÄÖÜ](?<![\w.&-].)[A-ZÄÖÜ]{3,5}(?![\w.&-])")
_CAPITALS_OF_NAME = re.compile(r"[A-ZÄÖÜ]{2,}")
_NAME = re.compile(
    r"[A-ZÄÖÜ][\w.'’-]+(?: (?:(?:of|the|and|for|de|der|du|la|le|di|van|von) )*[A-ZÄÖÜ][\w.'’-]+)+"
)
_KNOWN = frozenset(
    (
        *(
            "AIDS",
            "ASCII",
            "ASEAN",
            "BAFTA",
            "CEST",
            "COVID",
            "EBIT",
            "EBITDA",
            "EURO",
            "FIFA",
            "GAAP",
            "GMBH",
        ),
        *("HDTV", "HTML", "HTTP", "IATA", "ICAO", "IMAX", "IPTC", "ISBN", "ISIN", "ISSN", "JPEG", "JSON"),
        *("KGAA", "LASER", "LGBT", "MDAX", "MPEG", "NAFTA", "NASA", "NASDAQ", "NATO", "NYSE", "OECD"),
        *("OPEC", "OSCE", "RADAR", "SARS", "SWAT", "SWIFT", "UEFA", "UNESCO", "UNHCR", "UNICEF", "USAID"),
        *("USPA", "WIFI", "XETRA", "YAML"),
        *("CGIL", "CISL", "CNRS", "CONSOB", "CSIC", "EEUU", "IBEX", "INPS", "INSEE", "INSERM", "ISTAT"),
        *("OTAN", "RATP", "RENFE", "SAMU", "SIDA", "SMIC", "SNCF"),
    )
)
_MARKET = re.compile(EXCHANGES, re.I)
_JOINTS = re.compile(r"[ -]")
_ROMAN = re.compile(r"[IVXLCDM]+")
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{4,}(?: [A-ZÄÖÜ]{2,})+|[A-ZÄÖÜ]{3,} [A-ZÄÖÜ]{4,}")
"""Whole words in capitals beside each other: a line that is set so, not short forms."""


def run(case: Case) -> Iterator[Hit]:
    """Yield each short form that stands for nothing said, and each name near to a known one."""
    yield from _short_forms(case)
    yield from _near_names(case)
    yield from _other_spellings(case)


def _short_forms(case: Case) -> Iterator[Hit]:
    found: dict[str, Spot] = {}
    for spot in case.body.find(_SHORT):
        if _may_be_one(spot):
            found.setdefault(spot.text, spot)
    if not found:
        return
    text = case.everything.text
    names = (*case.names, *(about.heading for about in case.release.boilerplates))
    known = {short for name in names for short in _CAPITALS_OF_NAME.findall(name)}
    known.update(ticker.symbol for house in case.release.organisations for ticker in house.tickers)
    for short, spot in found.items():
        if not (short in known or _is_written_out(short, text) or _is_symbol(short, text)):
            yield spot.hit(f"“{short}” is never written out", fix=f"write the name, then ({short})")


def _may_be_one(spot: Spot) -> bool:
    """Return whether capitals are a short form: no number, market or town, nor part of a line set in capitals."""
    short = spot.text
    around = spot.passage.text[max(0, spot.start - 30) : spot.end + 30]
    if spot.start == 0 and spot.passage.text[spot.end : spot.end + 1] == ":":
        # `WHERE: …`, `ABOUT: …` are labels.
        return False
    other = short in _KNOWN or _ROMAN.fullmatch(short) or _MARKET.fullmatch(short) or short.lower() in CITIES
    return not (other or _CAPITALS.search(around))


def _is_written_out(short: str, text: str) -> bool:
    """Return whether the form stands in brackets behind a name or before one, or beside words with its letters."""
    if re.search(rf"\({short}[)/-]|\b{short}\s*\(|[\w”\"], or {short}\b", text):
        return True
    letters = r"\w*[\s-]+(?:\w{1,3}[\s-]+)?".join(short)
    return re.search(rf"\b{letters}\w*", text, re.I) is not None


def _is_symbol(short: str, text: str) -> bool:
    """Return whether the form is what an exchange lists the issuer by."""
    behind = re.search(rf":\s?{short}\b", text)
    return behind is not None and any(match["symbol"] == short for match in TICKER.finditer(text))


def _near_names(case: Case) -> Iterator[Hit]:
    listed = [name for name in (case.newsroom.check.names if case.newsroom else ()) if " " in name]
    if not listed:
        return
    told = dict(_loose(case.newsroom.check.names)) if case.newsroom else {}
    for spot in case.news.find(_NAME):
        for name in listed:
            if name not in spot.text and not told[name].search(spot.text) and _is_near(spot.text, name):
                yield spot.hit(f"“{spot.text}”: the known name is “{name}”", fix=f"is it {name}?")
                break


def _other_spellings(case: Case) -> Iterator[Hit]:
    """Yield each known name with other capitals, a space or nothing for its hyphen, or an s within."""
    for name, pattern in _loose(case.newsroom.check.names) if case.newsroom else ():
        for spot in case.news.find(pattern):
            # "Target" is a name, "target" a word; "youtube" is none.
            is_word = spot.text.islower() and name[1:].islower()
            if spot.text != name and not (spot.text.isupper() or name.islower() or is_word):
                # Another number may be meant, other capitals never.
                instead = (
                    None
                    if _JOINTS.sub("", spot.text.casefold()) != _JOINTS.sub("", name.casefold())
                    else name
                )
                yield spot.hit(
                    f"“{spot.text}”: the known name is “{name}”", fix=f"write {name}", instead=instead
                )


@functools.lru_cache(maxsize=16)
def _loose(names: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for name in names:
        *words, last = _JOINTS.split(name)
        loose = [f"{re.escape(word.removesuffix('s'))}s?" for word in words]
        found.append((name, re.compile(rf"(?<!\w){'[ -]?'.join((*loose, re.escape(last)))}(?!\w)", re.I)))
    return tuple(found)


def _is_near(one: str, other: str) -> bool:
    # One is as good as the other but for a letter or two; a name that holds another is a different name.
    return abs(len(one) - len(other)) <= 2 and SequenceMatcher(None, one, other, False).ratio() > 0.9


RULE = Rule(id="entity-names", group="editorial", severity="info", run=run)
