"""A listing, ISIN or LEI that no program finds, or that is wrong.

Wires link a listing where it stands as exchange, colon, symbol: `(NYSE: ABC)`. An ISIN and a LEI carry check digits, so
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

Fix: the colon is set.

Excuse it: where an exchange prints its own form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.listings import EXCHANGES
from pressrelease.checks.rule import Hit, Rule

_LOOSE = re.compile(
    rf"(?<=\()(?P<exchange>(?i:{EXCHANGES}))(?: ?[-–—;,] ?| ticker:? ?| )(?P<symbol>[A-Z]{{2,5}})(?=\))"
)
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
