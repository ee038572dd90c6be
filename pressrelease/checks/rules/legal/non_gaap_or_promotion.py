"""Adjusted figures that nobody can check, and praise of a share that somebody paid for.

An "adjusted" profit is what the issuer chose to leave out. Readers must see how it comes from the figure of the
accounts, or where that stands. And who is paid to praise a share says by whom and how much.

Source: 17 CFR 244 (Regulation G); ESMA guidelines on alternative performance measures (2015/1415); 15 USC 77q(b).

Example:

    ---
    headline: Harbour Corp grows
    ---
    Harbour Corp (NYSE: HRB) lifted adjusted EBITDA to 20 million dollars.

Use instead:

    ---
    headline: Harbour Corp grows
    ---
    Harbour Corp (NYSE: HRB) lifted adjusted EBITDA to 20 million dollars. A reconciliation to net income is below.

Excuse it: where the report that is linked has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import Phrases
from pressrelease.checks.rule import Hit, Rule

_ADJUSTED = re.compile(
    r"\b(?:adjusted|underlying|normali[sz]ed|non-(?:gaap|ifrs)|pro forma) (?:diluted |net |operating |basic |gross )*"
    r"(?:ebitda?r?|ebit|eps|earnings|income|profit|loss|margin)\b"
    r"|\bbereinigte[rsnm]? (?:ebitda?|ebit|ergebnis\w*|konzernergebnis\w*|umsatz\w*)"
    r"|\bebitda? (?:bereinigt|ajusté|ajustado|adjusted|rettificato)\b"
    r"|\brésultat (?:opérationnel |net )?(?:courant|ajusté)"
    r"|\bresultado (?:neto )?ajustado\b|\butile netto (?:adjusted|rettificato)\b",
    re.I,
)
_SOME = ("adjust", "underlying", "normali", "non-", "pro forma", "bereinig", "ajust", "rettific", "courant")
_EXPLAINED = re.compile(
    r"reconcil|non-(?:gaap|ifrs) (?:financial )?measures?|alternative performance measure|\bAPMs?\b|defined as"
    r"|definition|glossar|adjusted to exclude|performance indicator|as described in|see (?:note|table|page)"
    r"|überleit|definiert|alternative leistungskennzahl|réconcili|rapprochement|défini|indicateurs? alternatifs?"
    r"|concilia|medidas? alternativas?|riconcilia|indicatori alternativi",
    re.I,
)
_PROMISE = Phrases(
    (
        *("strong buy", "buy now", "price target of", "massive upside"),
        *("(?:hugely|severely|deeply) undervalued", "next (?:nvidia|tesla|apple|amazon)"),
    )
)
_AMOUNT = re.compile(
    r"(?:paid|compensat\w+|received|fee of)[^.\0]{0,80}(?:[$€£]|USD|EUR|CAD|dollars?|euros?)"
    r"|\b(?:not|un)[- ]?(?:been )?(?:paid|compensated)",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the first adjusted figure without a reconciliation, the first praise of a share without the payment."""
    if not case.listings and case.conditions.isdisjoint(("listed", "paid-securities")):
        return
    some = any(word in case.news.lower for word in _SOME)
    adjusted = next(case.news.find(_ADJUSTED), None) if some else None
    if adjusted and not _EXPLAINED.search(case.everything.text):
        message = f"“{adjusted.text}”, and nothing leads from there to a figure of the accounts"
        yield adjusted.hit(message, fix="add the reconciliation, or say where it is")
    promise = next(_PROMISE.within(case.news), None)
    if promise and not _AMOUNT.search(case.everything.text):
        yield promise.hit(
            f"“{promise.text}” praises a share: who paid for it, and how much?", fix="say it, or cut this"
        )


RULE = Rule(id="non-gaap-or-promotion", group="legal", severity="warning", run=run)
