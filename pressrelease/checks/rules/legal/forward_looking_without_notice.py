"""A listed issuer that looks ahead, without a word of caution.

A forecast binds whoever makes it. In the United States a safe harbour protects what is marked as looking ahead and
names what could turn out otherwise; in Canada the caution is a duty; elsewhere it shows that nothing was promised.

Source: 15 USC 78u-5 (PSLRA); National Instrument 51-102, 4A.3 (Canada); s. 769C Corporations Act (Australia).

Example:

    ---
    headline: Harbour Corp opens a quay
    ---
    Harbour Corp (NYSE: HRB) opened its quay. It expects revenue of 20 million dollars next year.

Use instead:

    ---
    headline: Harbour Corp opens a quay
    notices:
      - kind: forward-looking
        heading: Forward-looking statements
        text: What Harbour Corp expects depends on demand, fuel prices and the weather, and may turn out otherwise.
    ---
    Harbour Corp (NYSE: HRB) opened its quay. It expects revenue of 20 million dollars next year.

Excuse it: where the statement is about somebody else's plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.lexicon import Phrases
from pressrelease.checks.markets import caution
from pressrelease.checks.rule import Hit, Rule

_AHEAD = {
    "en": (
        *(
            "expects? (?:to|that|its|revenue|sales|earnings|net|full)",
            "anticipates?",
            "forecasts?",
            "guidance",
        ),
        *("outlook for", "(?:is|are) expected to", "on track to", "(?:plans|intends|aims) to"),
        "will (?:reach|grow|increase|generate|exceed|achieve|deliver)",
    ),
    "de": (
        *("erwartet", "rechnet (?:für|mit|im)", "prognostiziert", "prognose", "ausblick"),
        *("geht (?:davon aus|von)", "in aussicht", "plant(?:,| für| bis)", "beabsichtigt", "strebt"),
    ),
    "fr": (
        *(
            "prévoit",
            "s['’]attend à",
            "anticipe",
            "objectifs? (?:pour|annuel)",
            "perspectives (?:pour|20\\d\\d)",
        ),
        "table sur",
    ),
    "es": (
        *("prevé", "espera (?:que|alcanzar|un|una)", "pronostica", "perspectivas (?:para|20\\d\\d)"),
        "previsiones",
    ),
    "it": ("prevede", "si attende", "stima (?:di|per)", "prospettive (?:per|20\\d\\d)", "guidance"),
    "nl": ("verwacht", "voorziet", "vooruitzichten", "prognose"),
}
_PHRASES = {language: Phrases(phrases) for language, phrases in _AHEAD.items()}


def run(case: Case) -> Iterator[Hit]:
    """Yield the first statement that looks ahead, where issuer or house is listed and no caution stands."""
    if not case.listings and case.conditions.isdisjoint(("listed", "forward-looking")):
        return
    if any(n.kind == "forward-looking" for n in case.release.notices) or caution(case.everything):
        return
    ahead = min(_PHRASES[case.language].within(case.news), key=lambda spot: spot.match.start(), default=None)
    if ahead:
        message = f"“{ahead.text}” looks ahead, and nothing says that it may turn out otherwise"
        yield ahead.hit(message, fix="add a notice `forward-looking` that names the risks of this issuer")


RULE = Rule(
    id="forward-looking-without-notice",
    group="legal",
    severity="warning",
    run=run,
    languages=tuple(_AHEAD),
)
