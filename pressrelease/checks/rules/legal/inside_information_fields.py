"""Inside information without what must stand in its announcement.

The market has to know who speaks (issuer, and a person with a position who notifies), about which security (ISIN, or
LEI), and when it was given to the media, with the zone. An announcement without them is not a disclosure.

Source: Regulation (EU) 596/2014, Art. 17; Implementing Regulation (EU) 2016/1055, Art. 2; § 4 WpAV (DE); FCA DTR 6.2.

Example:

    ---
    headline: Harbour AG sells a quay
    ---
    This announcement contains inside information within the meaning of Article 7 of Regulation (EU) 596/2014.

Use instead:

    ---
    headline: Harbour AG sells a quay
    published: 2026-03-02T09:00+01:00
    publisher: {name: Harbour AG, isin: DE0005140008}
    contacts: [{name: Ada Byron, role: Head of Investor Relations, phones: [{number: "+49 40 555 0100"}]}]
    ---
    This announcement contains inside information within the meaning of Article 7 of Regulation (EU) 596/2014.

Excuse it: where the disclosure is made elsewhere, and this release only refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.markets import inside
from pressrelease.checks.rule import Hit, Rule

_CODE = re.compile(r"\b[A-Z]{2}[A-Z0-9]{9}\d\b|\b[A-Z0-9]{18}\d{2}\b|\bWKN\b")
_PERSON = re.compile(
    r"\b(?:person (?:responsible|who arranged)|responsible (?:person|for (?:arranging|making|releasing))"
    r"|notif(?:ied|ying)|on behalf of the (?:company|issuer|board)|investor relations|mitteilende person"
    r"|ansprechpartner|kontakt|contacts?|enquiries|contatt[oi]|contacto)\b",
    re.I,
)
_MOMENT = re.compile(
    r"\b\d{1,2}[:.h]\d\d\b.{0,8}\b(?:Uhr|CES?T|MES?Z|GMT|BST|UTC|EES?T|a\.?m|p\.?m|heures)\b", re.I
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the mark of inside information, with all that its announcement leaves out."""
    mark = inside(case.everything)
    notice = next((i for i, n in enumerate(case.release.notices) if n.kind == "inside-information"), None)
    if mark is None and notice is None:
        return
    missing = list(_missing(case))
    if missing:
        message = f"inside information without {', '.join(missing)}"
        fix = "add them: publisher.isin, published, contacts with a role"
        yield mark.hit(message, fix=fix) if mark else Hit(message, f"notices.{notice}", fix=fix)


def _missing(case: Case) -> Iterator[str]:
    release, text = case.release, case.everything.text
    houses = [h for h in (release.publisher, *release.organisations) if h]
    if not houses and not release.boilerplates and not case.listings and not _CODE.search(text):
        yield "its issuer"
    if not any(h.isin or h.lei for h in houses) and not _CODE.search(text):
        yield "ISIN or LEI"
    dateline = release.dateline
    timed = release.published or (dateline and dateline.time and dateline.zone) or _MOMENT.search(text)
    if not timed:
        yield "the moment it was given to the media, with its zone"
    named = any(c.name and (c.role or c.phones or c.emails) for c in release.contacts)
    if not named and not _PERSON.search(text):
        yield "a person who notifies, with a position"


RULE = Rule(id="inside-information-fields", group="legal", severity="error", run=run)
