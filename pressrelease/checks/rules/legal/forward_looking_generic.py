"""A caution that would fit any issuer.

"Actual results may differ" protects nobody. The safe harbour wants meaningful cautions: what could make this issuer's
figures come out otherwise. A list of words that mark a look ahead ("expects, plans, believes") is none.

Source: 15 USC 78u-5(c)(1)(A) ("meaningful cautionary statements"); CSA Staff Notice 51-330 (Canada).

Example:

    ---
    headline: Harbour Corp opens a quay
    notices:
      - kind: forward-looking
        heading: Forward-looking statements
        text: >-
          This release contains forward-looking statements marked by words such as “expects”, “plans” and “believes”.
          Actual results may differ materially.
    ---
    Harbour Corp (NYSE: HRB) opened its quay. It expects revenue of 20 million dollars next year.

Use instead:

    ---
    headline: Harbour Corp opens a quay
    notices:
      - kind: forward-looking
        heading: Forward-looking statements
        text: >-
          What Harbour Corp expects depends on demand for night crossings, on fuel prices and on its permit for the
          north quay. Its annual report names further risks.
    ---
    Harbour Corp (NYSE: HRB) opened its quay. It expects revenue of 20 million dollars next year.

Excuse it: where the risks stand in the text, next to the statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressrelease.checks.case import Case
from pressrelease.checks.markets import caution
from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit, Rule

_FACTORS = re.compile(
    r"\b(?:compet|demand|price|weather|regulat|permit|licen[cs]|currenc|exchange rate|interest rate|suppl|fuel|energ"
    r"|litigation|clinical|trial|approv|fund|financ|integrat|inflation|econom|market|technolog|customer"
    r"|cyber|tax|geopolit"
    r"|commodit|raw material|pandemic|war\b|patent|intellectual|employ|personnel|partner|product|explor|drill|reserve"
    r"|concurren|demande|prix|change|taux|réglement|conjonctur|économi|marché|matières premières"
    r"|autori[st]|permis\b|licence"
    r"|fournis|approvisionn|livraison|pénurie|coûts?\b|droits de douane|impôt|fiscal|tribuna|litige"
    r"|contentieux|procès|recours"
    r"|météo|intempérie|énergi|crédit|client|grève|guerre|pandémie|devise"
    r"|competencia|demanda|precio|tipo de cambio|tipos|regulaci|coyuntur|económic|mercado|materias primas"
    r"|autori[zd]|permiso"
    r"|suministr|proveedor|escasez|costes?\b|costos?\b|arancel|impuesto|tribunal|litigi|judicial|clima"
    r"|meteorol|crédito|huelga"
    r"|guerra|pandemia|divisa"
    r"|concorren|domanda|prezz|camb|tass|normativ|congiuntur|economic|mercat|materie prime|autorit"
    r"|autorizz|permess|licenz"
    r"|fornit|approvvigion|carenz|cost[io]\b|dazi\b|impost[ae]\b|contenzios|giudizi|meteo|credit[io]\b"
    r"|scioper|pandemi|valut[ae]\b"
    r"|vraag|prijz|wisselkoers|rente|regelgeving|econom|grondstof|vergunning|leverancier|levering|rechter"
    r"|weer\b|belasting"
    r"|krediet|klant|staking|oorlog|tekort"
    r"|wettbewerb|konkurren|regulier|wirtschaft|markt|urteil|steuer|wetter|kunden|fachkräft|krieg|behörd"
    # German names a risk at the end of a word as well: Stahlpreis, Baugenehmigung, Leitzins.
    r"|\w{0,30}?(preis|nachfrage|rohstoff|wechselkurs|währung|zins|konjunktur|genehmig|bewilligung"
    r"|zulassung|behörd|auflagen\b"
    r"|lieferket|lieferant|lieferung|lieferzeit|lieferengp|engpass|engpäss|kosten(?!los|frei)|z(?:oll"
    r"|öll)|gericht(?:e[ns]?|s)?\b"
    r"|klage|klagen|rechtsstreit|gesetz(?:e[ns]?|gebung|lich\w{0,3})?\b|teuerung|witterung|finanzierung"
    r"|kredit|fördermittel"
    r"|streik|(?:absatz|finanz|kapital|arbeits)m[aä]rkt))",
    re.I,
)
_POINTER = re.compile(
    r"\b(?:10-[KQ]|20-F|40-F|6-K|annual report|annual information form|risk factors|prospectus|MD&A|SEDAR|EDGAR"
    r"|securities and exchange commission|SEC filings?|filings? with"
    r"|geschäftsbericht|risikobericht|document d['’]enregistrement|facteurs de risque|factores de riesgo|informe anual"
    r"|fattori di rischio|relazione (?:finanziaria )?annuale|risicofactoren|jaarverslag)",
    re.I,
)
_ENOUGH = 3
"""Different risks that make a caution the issuer's own."""


def run(case: Case) -> Iterator[Hit]:
    """Yield the caution, where it names fewer than three risks and points to no document that does."""
    passages = _caution(case)
    words = " ".join(p.text for p in passages)
    if not passages or _POINTER.search(words):
        return
    named: set[str] = set()
    for match in _FACTORS.finditer(words):
        named.add(match[match.lastindex or 0].lower())
        if len(named) == _ENOUGH:
            return
    fix = "say what could turn out otherwise, and why"
    yield passages[0].hit("this caution names no risk of this issuer", fix=fix)


def _caution(case: Case) -> Sequence[Passage]:
    """Return the passages of the caution: those of the notice, else all from the words that mark it on."""
    for i, notice in enumerate(case.release.notices):
        text = case.passage(f"notices.{i}.text")
        if notice.kind == "forward-looking" and text:
            return (text,)
    mark = caution(case.everything)
    if mark is None:
        return ()
    return case.passages[case.passages.index(mark.passage) :]


RULE = Rule(id="forward-looking-generic", group="legal", severity="warning", run=run)
