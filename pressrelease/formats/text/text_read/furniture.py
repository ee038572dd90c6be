"""Words that frame a release in the wild, in six languages: what a line is by itself. Data and plain questions."""

from __future__ import annotations

import re

from pressrelease.model import NoticeKind

_I = re.I
LABEL = re.compile(
    r"(?:\W{0,4}(?:for immediate (?:release|use|publication|distribution)|immediate release|for "
    r"release(?: on receipt| immediately)?|press release|news release|media release|"
    r"media statement|press statement|news|press notice|press information|pressemitteilung|"
    r"presseinformation|presseaussendung|medienmitteilung|medieninformation|"
    r"pressemeldung|zur sofortigen veröffentlichung|communiqué(?: de presse)?|communique de presse|pour "
    r"diffusion immédiate|nota de prensa|comunicado de prensa|"
    r"para (?:su )?(?:publicación|difusión) inmediata|comunicato stampa|per diffusione immediata|"
    r"persbericht|voor onmiddellijke publicatie|press\s?info)"
    r"\W{0,4}(?:(?:nr|no|n°)\.? ?[\d/-]{1,9})?\W{0,3})",
    _I,
)
END = re.compile(
    r"\W{0,4}(?:#{1,7}|(?:# ){2,4}#|-{0,3} ?30 ?-{1,3}|\*{3,}|(?:\* ){2,5}\*|[-–—(\[*]{1,3} ?(?:ends?|"
    r"ende|fin|fine|einde|schluss|end of (?:press )?release) ?[-–—)\]*]{1,3}"
    r"|ENDS?|Ends|ENDE|FIN|EINDE|FINE)\W{0,3}|-{5,}|_{5,}|={5,}",
)
SEPARATOR = re.compile(r"(?:-{3,}|_{3,}|={3,}|~{3,}|(?:[*-] ){2,}[*-])\s*")
EMBARGO = re.compile(
    r"\W{0,4}(?:(?:strictly )?embargo(?:ed|sperrfrist)?\b|sperrfrist\b|sperrvermerk\b|under embargo\b|"
    r"sous embargo\b|bajo embargo\b|sotto embargo\b|onder embargo\b|"
    r"not for (?:release|publication|broadcast)[\w, ]{0,40} (?:before|until)\b|hold for release\b|for "
    r"release (?:at|on|after|\d|[A-Z][a-z]+day|[A-Z][a-z]+ \d)|"
    r"frei ab\b|veröffentlichung (?:frei |erst )?ab\b)",
    _I,
)
ADVICE = re.compile(r"\b(?:please|bitte|we ask|wir bitten|requested)\b", _I)
CORRECTION = re.compile(
    r"(?:\W{0,3}(?:correcting(?: and replacing)?|correct(?:ed|ion)(?: (?:from source|of))?|c o r r e c t "
    r"i o n|korrektur(?:meldung)?|berichtigung|berichtigte fassung|"
    r"rectificatif|rectification|corrección|rectificación|correzione|rettifica|correctie|rectificatie)\b)",
    _I,
)
UPDATE = re.compile(
    r"\W{0,3}(?:(?:\d(?:st|nd|rd|th)|first|second|third) )?(?:update|aktualisierung|aktualisiert|mise à "
    r"jour|actualización|aggiornamento)\b",
    _I,
)
KILL = re.compile(
    r"\W{0,3}(?:kill(?: notice)?|mandatory kill|withdrawal|withdrawn|zurückgezogen|rückruf|retrait)\b(?=\W|$)",
    _I,
)

_ORIGINS = (
    re.compile(r"SOURCE:? {1,3}(?P<organisation>\S.{0,150})"),
    re.compile(
        r"Original-Content von: (?P<organisation>.{1,150}?), (?P<text>(?:übermittelt durch|transmitted "
        r"by) .{1,80})"
    ),
    re.compile(r"(?:Quelle|Source|Fuente|Fonte|Bron) ?: (?P<organisation>[^\s:][^:]{0,120})"),
    re.compile(r"Original-Content von: (?P<organisation>.{1,150})"),
    re.compile(r"(?P<text>\*{3} ?OTS-ORIGINALTEXT .{1,200}\*{3})"),
    re.compile(r"(?P<text>OTS0\d{3} .{1,100})"),
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright(?=\W)|all rights reserved|alle rechte vorbehalten)", _I)
ASSET = re.compile(
    r"(?P<role>Photos?|Images?|Pictures?|Logos?|Videos?|Fotos?|Bilder?|Infographics?|Audio|Foto|Immagini?|"
    r"Imagen(?:es)?|Afbeelding(?:en)?)"
    r"(?P<gap>(?: ?\([^()]{1,40}\))? ?[-–—:] ?)(?P<href>https?://\S{4,500})",
    _I,
)
URL = re.compile(r"<?(?P<url>https?://[^\s<>]{3,2000}?)>?")
ARTICLE = re.compile(
    r"(?i)(?:article|story|release|read|online|web ?version|link|url|permalink|artikel|beitrag|meldung|"
    r"mitteilung|weiterlesen|volltext|lien|en ligne|lire|enlace|"
    r"en línea|versión web|leer|articolo|leggi|lees|original|source|mehr|more|internet)"
)
MAIL_HEADER = re.compile(
    r"(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|MIME-Version|Content-[A-Za-z-]+|Return-Path|"
    r"Received|X-[A-Za-z-]+|List-[A-Za-z-]+|"
    r"Von|An|Betreff|Datum|Gesendet|Kopie|De|À|Objet|Envoyé|Para|Asunto|Fecha|Da|A|Oggetto|Data|Aan|"
    r"Onderwerp): (.*)"
)
SUBJECTS = frozenset(("subject", "betreff", "objet", "asunto", "oggetto", "onderwerp"))

_ABOUT = re.compile(
    r"(?:About|ABOUT|Über(?: d(?:ie|as|en|en))?|ÜBER|Ueber|À propos d(?:e|u|es|['’])|A propos d(?:e|u|es|"
    r"['’])|À PROPOS|Acerca de|Sobre|Informazioni su|Chi è|Chi siamo|"
    r"Over|Das Unternehmen|Unternehmensprofil|Company profile|Boilerplate|Profil) ?[^.!?]{0,90}?:?"
)
_ABOUT_ALONE = re.compile(
    r"(?:Über uns|About us|About|Das Unternehmen|Unternehmensprofil|Company profile|Boilerplate|Chi siamo|"
    r"Qui sommes-nous|Wie zijn wij):?",
    _I,
)
_CONTACT = re.compile(
    r"(?:(?:for )?(?:media|press|news|investors?|analyst|public relations|pr|company|corporate|medien|"
    r"presse|investor relations|further|more|zusätzliche)?[ -]?(?:and |/ ?|& )?"
    r"(?:media|press|investors?(?: relations)?)? ?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|kontakte?|"
    r"ansprechpartner(?:in|innen)?|information contact)"
    r"(?: for (?:media|press|editors|the press|investors|journalists)| (?:information|details|us|person|"
    r"presse|de presse|médias|stampa|für (?:medien|journalisten|die presse|rückfragen)))?|"
    r"rückfragehinweise?|rückfragen(?: (?:&|und) kontakt| (?:bitte )?an| richten sie bitte an)?|bei "
    r"rückfragen|kontakt|contacts? (?:presse|médias?|de prensa|stampa|pers)|"
    r"relations (?:presse|médias)|service de presse|contactos?(?: de)?(?: prensa| para (?:los )?medios)?|"
    r"contatt[oi](?: (?:stampa|per la stampa))?|ufficio stampa|"
    r"perscontact|contactpersoon|(?:noot|informatie) voor de pers|pressestelle|press office|gabinete de prensa|"
    r"(?:for )?(?:further|more) information(?:,? (?:please )?contact| contact)?|weitere informationen|"
    r"pour (?:en savoir plus|plus d['’]informations?)|más información|per (?:maggiori )?informazioni|meer "
    r"informatie)",
    _I,
)
_EDITORS = re.compile(
    r"(?:note?s? ?(?:to|for) (?:the )?editors?|editor['’]?s?['’]? notes?|notes?|hinweise? (?:an|für) "
    r"(?:die )?(?:redaktion(?:en)?|medien|presse)|anmerkung(?:en)? (?:an|für) die redaktion(?:en)?|"
    r"redaktioneller hinweis|notes? (?:aux|à l['’]attention des) (?:rédactions?|rédacteurs|journalistes)|"
    r"nota (?:para|a) (?:los )?(?:editores|redactores|(?:la )?redacción|medios)|"
    r"not[ae] (?:per la|alla|per le) redazion[ei]|noot (?:voor|aan) de redactie|background|hintergrund)",
    _I,
)
_KIND_WORDS: dict[NoticeKind, str] = {
    "forward-looking": (
        r"forward[ -]looking|zukunfts(?:gerichtet|bezogen)|safe harbou?r|vorausschauend|prospectives?|"
        r"previsionali|toekomstgericht|proyecciones"
    ),
    "ai-disclosure": (
        r"artificial intelligence|\bAI\b|künstliche[rn]? intelligenz|\bKI\b|intelligence artificielle|"
        r"inteligencia artificial|intelligenza artificiale"
    ),
    "data-mining": (r"data[ -]mining|text[ -]mining|§ ?44b"),
    "right-of-reply": (
        r"right of reply|gegendarstellung|droit de réponse|derecho de réplica|diritto di replica|"
        r"recht van antwoord"
    ),
    "inside-information": (
        r"inside information|insiderinformation|ad[ -]hoc|art(?:icle|ikel|\.) 17|information "
        r"privilégiée|informazioni privilegiate"
    ),
    "liability": (
        r"liabilit|disclaim|haftung|(?:clause|exclusion|limitation) (?:de|of) (?:non-)?responsab|"
        r"(?:exemption|exclusion) (?:from|of)|non-responsabilité|exención|descargo|exonero|esclusione|"
        r"limitazione|aansprakelijkheid|gewähr"
    ),
    "editorial-responsibility": (
        r"responsib|verantwort|v\. ?i\. ?s\. ?d\. ?p|visdp|responsable|responsabil|verantwoordelijk|"
        r"(?:^|\W)redaktion(?:sanschrift)?\W*$|medieninhaber"
    ),
    "copyright": (
        r"copyright|urheber|bildrechte|bildnachweis|bildquelle|nutzungsrechte|droits d['’]auteur|"
        r"derechos|diritti|auteursrecht|rights|photo credit"
    ),
    "advertising": (
        r"anzeige|advertor|sponsored|werbung|publicité|publicidad|pubblicità|advertentie|advertisement"
    ),
    "provider": (
        r"impressum|imprint|mentions légales|aviso legal|colof[oó]n|note legali|publish|herausgeber|"
        r"éditeur|editor(?:ial)? (?:program )?service|editore|uitgever|program(?:me)? service|"
        r"a service of|ein service|un service|een dienst|distribut|provided by|provider|anbieter|"
        r"diensteanbieter|legal notice|offenlegung|agency service|nachrichtendienst|servizio|servicio"
    ),
}
"""Words in a heading that tell the kind of its notice; the first that fits decides."""
_KINDS = tuple((kind, re.compile(words, _I)) for kind, words in _KIND_WORDS.items())


def heading_kind(line: str, *, colon: bool) -> str:
    """Return what a heading opens: `boilerplate`, `contact`, a notice's kind, or an empty string.

    `colon`: the line ended in one, or stands by itself beneath the story; without it only the plainest are taken.
    """
    bare = line.strip().rstrip(":").strip(" *_#=-–—[]()\u00a0")
    if not bare or len(bare) > 110:
        return ""
    if _ABOUT_ALONE.fullmatch(bare) or (
        _ABOUT.fullmatch(bare) and len(bare.split()) <= 12 and not bare[:6].isdigit()
    ):
        return "boilerplate"
    if _CONTACT.fullmatch(bare):
        return "contact"
    if _EDITORS.fullmatch(bare):
        return "note-to-editors"
    if not colon:
        plain = {
            "impressum": "provider",
            "imprint": "provider",
            "disclaimer": "liability",
            "haftungsausschluss": "liability",
        }
        found = plain.get(bare.lower(), "")
        if not found and len(bare) < 80 and _KINDS[0][1].search(bare) and not re.search(r"\.$", line.strip()):
            found = "forward-looking"
        return found
    return notice_kind(bare) if len(bare.split()) <= 12 else ""


def notice_kind(heading: str) -> str:
    """Return the kind of notice that `heading` names, or an empty string."""
    return next((kind for kind, words in _KINDS if words.search(heading)), "")


def origin(line: str) -> dict[str, str]:
    """Return the fields of a tail that says whose text it is (`SOURCE Example`), with its layout; else nothing."""
    for regex in _ORIGINS:
        match = regex.fullmatch(line)
        if match:
            values = {k: v for k, v in match.groupdict().items() if v}
            layout, at = "", 0
            for name in sorted(values, key=match.start):
                layout += line[at : match.start(name)] + "{" + name + "}"
                at = match.end(name)
            return {**values, "layout": (layout + line[at:]).strip()}
    return {}


def jurisdiction(text: str) -> str:
    """Return whose law a citation or label names, as an ISO code; empty where it cannot be told."""
    for code, words in (
        ("DE", r"M(?:D)?StV|RStV|\bTMG\b|\bDDG\b|V\. ?i\. ?S\. ?d\. ?P|\bWpHG\b|§ ?44b|Landespresse"),
        ("AT", r"MedienG|\bECG\b|\bUGB\b|Mediengesetz"),
        ("CH", r"\bUWG\b|\bURG\b"),
        ("FR", r"LCEN|loi n°"),
        ("IT", r"\bL(?:egge)?\.? ?\d{1,3}/\d{4}|D\.? ?Lgs"),
        ("ES", r"LSSI|Ley \d"),
        ("EU", r"\bMAR\b|\(EU\)|Regulation EU|Verordnung \(EU"),
        ("US", r"Securities (?:Act|Exchange Act|Litigation)"),
    ):
        if re.search(words, text):
            return code
    return ""
