"""Data of a person that a release should not carry.

Once sent it cannot be called back. A bank account, a private number, a home address, a day of birth or the number of a
card serve no reader. Account numbers for donations are left alone, and so are the numbers of contacts.

Source: Regulation (EU) 2016/679 (GDPR), Art. 5(1)(c) (data minimisation); ISO 13616-1 (IBAN), ISO/IEC 7812-1 (cards).

Example:

    ---
    headline: Harbour opens
    ---
    Ada Byron, born on 10 December 1985, transfers the fee to DE89 3704 0044 0532 0130 00.

Use instead:

    ---
    headline: Harbour opens
    ---
    Ada Byron, 40, pays the fee.

Excuse it: where the person agreed, or the account is the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.passages import Spot
from pressrelease.checks.rule import Hit, Rule

_DIGITS = re.compile(r"\d{4}[ -]?\d{4}")
_NUMBER = re.compile(
    r"\b(?P<iban>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b|\b(?P<card>\d{4}(?:[ -]\d{4}){3})\b"
)
_DONATE = re.compile(r"\b(?:spende|donat|don[so]?\b|doar|donazion|aiuti|giro|hilfe|gift)", re.I)
_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.? ?(?:of )?[^\W\d]{3,10} (?:de )?\d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_SOME = (
    *(
        "born ",
        "geboren",
        "geb. ",
        "né le",
        "née le",
        "nacid",
        "nato il",
        "nata il",
        "lives at",
        "resid",
        "wohnhaft",
    ),
    *("domicili", "private", "privat", "privé", "privad", "home "),
)
_PRIVATE = re.compile(
    rf"\b(?:born (?:on )?|geboren am |geb\. |née? le |nacid[oa] el |nat[oa] il |geboren op ){_DAY}"
    r"|\b(?:lives at|resid(?:es|ing) at|wohnhaft in|domiciliée? (?:au|à)|domiciliad[oa] en|residente in)"
    r"\s[^.\0]{0,40}?\d+"
    r"|\b(?:private|home|privat|privée?|privad[oa]|privato)\s?"
    r"(?:phone|number|mobile|tel\w*|nummer|handy|numéro|número|numero)?\s?:?\s?\+?\d[\d /-]{6,}",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each number of an account or a card, each day of birth, home address and private telephone."""
    news = case.news
    for spot in news.find(_NUMBER) if _DIGITS.search(news.text) else ():
        if _is_card(spot):
            yield spot.hit("the number of a card", fix="take it out", severity="error")
        elif _is_account(spot):
            yield spot.hit("the number of a bank account", fix="take it out, or name the purpose")
    for spot in news.find(_PRIVATE) if any(word in news.lower for word in _SOME) else ():
        yield spot.hit(f"“{spot.text}”: does a reader need to know?", fix="take it out, or have a consent")


def _is_card(spot: Spot) -> bool:
    digits = [int(d) for d in spot.match["card"] or "" if d.isdecimal()]
    doubled = [sum(divmod(d * 2, 10)) if i % 2 == len(digits) % 2 else d for i, d in enumerate(digits)]
    return bool(digits) and sum(doubled) % 10 == 0


def _is_account(spot: Spot) -> bool:
    """Return whether an IBAN stands there by its check digits, and not one for donations."""
    iban = (spot.match["iban"] or "").replace(" ", "")
    if not 15 <= len(iban) <= 34 or int("".join(str(int(c, 36)) for c in iban[4:] + iban[:4])) % 97 != 1:
        return False
    return _DONATE.search(spot.passage.text) is None


RULE = Rule(id="personal-data", group="legal", severity="warning", run=run)
