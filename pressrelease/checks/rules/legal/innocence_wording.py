"""People called guilty before a court has spoken.

Until a judgment, suspects are suspects. "The fraudsters were arrested" says more than anybody knows, and is what
defamation suits are made of; one "alleged" in the first sentence does not cover the headline. Of a text about a
conviction, or in a sentence that says "alleged", nothing is told.

Source: Directive (EU) 2016/343, Art. 4 (public references to guilt); Press codes of Germany (no. 13), Spain, Italy.

Example:

    ---
    headline: Fraudsters arrested in the harbour
    ---
    Police arrested two suspects on Monday. The prosecutor opened an investigation.

Use instead:

    ---
    headline: Two suspects of fraud arrested in the harbour
    ---
    Police arrested two suspects on Monday. The prosecutor opened an investigation.

Excuse it: where a court has spoken, or the group is known by that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_SOME = (
    *(
        "arrest",
        "suspect",
        "prosecut",
        "indict",
        "allegation",
        "charged with",
        "festgenommen",
        "verdächtig",
        "beschuldigt",
        "angeklagt",
    ),
    *(
        "staatsanwalt",
        "ermittlungsverf",
        "arrêté",
        "interpell",
        "parquet",
        "mis en examen",
        "detenid",
        "sospechos",
        "fiscalía",
    ),
    *("imputad", "indagat", "procura", "aangehouden", "verdacht", "openbaar minist"),
)
_CASE = re.compile(
    r"\b(?:arrest(?:ed|s|ations?)?|suspects?|prosecut\w+|indict\w+|allegations?|charged with"
    r"|festgenommen\w*|verdächtig\w*|beschuldigt\w*|angeklagt\w*|staatsanwaltschaft|ermittlungsverfahren"
    r"|arrêté\w*|interpellé\w*|suspects?|parquet|mis\w* en examen|detenid[oa]s?|sospechos\w+|fiscalía|imputad\w+"
    r"|arrestat\w+|indagat\w+|procura|aangehouden|verdachten?|openbaar ministerie)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:convicted|found guilty|pleaded guilty|sentenced|verurteilt\w*|rechtskräftig|condamné\w*|reconnu\w* coupable"
    r"|condenad\w+|declarad\w+ culpable|condannat\w+|veroordeeld)\b",
    re.I,
)
_GUILTY = re.compile(
    r"\b(?:fraudsters?|criminals|thieves|smugglers?|traffickers|hackers|gangsters?|swindlers?|scammers?"
    r"|(?:crime|criminal|piracy|fraud|smuggling|trafficking|hacking) (?:gang|group|network|ring|syndicate)"
    r"|(?:they|he|she|who) (?:stole|defrauded|laundered|embezzled|smuggled|murdered|bribed|obtained)"
    r"|by deceiving|(?:were|was) causing"
    r"|betrüger\w*|kriminelle[nr]?|diebe|schmuggler|täter(?:in|innen)?|tätern"
    r"|(?:fälscher|diebes|schmuggler|betrüger|hacker)(?:bande|ring|netzwerk)\w*"
    r"|escrocs?|criminels?|trafiquants?|voleurs?|fraudeurs?|réseau criminel"
    r"|estafadores?|delincuentes?|traficantes?|ladrones|red criminal|truffatori?|criminali|trafficanti|ladri"
    r"|rete criminale|oplichters?|criminelen|smokkelaars?)\b",
    re.I,
)
_HEDGED = re.compile(
    r"\b(?:alleg(?:ed(?:ly)?|ations?)|suspect(?:s|ed)?|accused|presumed|believed|reportedly|charged with"
    r"|said to|according to"
    r"|mutmaßlich\w*|verdächtig\w*|verdacht\w*|beschuldigt\w*|soll(?:en)?|angeblich\w*|vermeintlich\w*"
    r"|présumé\w*|soupçonné\w*|suspecté\w*|aurai(?:t|ent)|presunt\w+|supuest\w+|sospechos\w+|habría\w*"
    r"|sospettat\w+|indagat\w+|avrebbe(?:ro)?|vermoedelijk\w*|verdacht\w*|zou(?:den)?)\b"
    r"|\b(?:against|fight|combat|combating|fighting|protect\w* [^.]{0,40}\bfrom|gegen|contre|contra|contro|tegen)\b",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield, for each passage of a text about suspects, the first words that call them guilty without a doubt."""
    outside = case.outside
    if (
        not any(word in outside.lower for word in _SOME)
        or not _CASE.search(outside.text)
        or _SPOKEN.search(outside.text)
    ):
        return
    for passage in outside.passages:
        for start, end in passage.sentences:
            guilty = _GUILTY.search(passage.outside, start, end)
            if guilty and not _HEDGED.search(passage.outside, start, end):
                message = f"“{guilty[0]}”, before a court has spoken"
                yield passage.hit(message, *guilty.span(), fix="write “alleged” or “suspected”")
                break


RULE = Rule(id="innocence-wording", group="legal", severity="info", run=run)
