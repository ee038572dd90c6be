"""Headings of what stands beneath a story: about whom, whom to ask, and each kind of notice."""

from __future__ import annotations

import re

from pressrelease.markup.names import LEGAL_FORM
from pressrelease.model import NoticeKind

_I = re.I
_ABOUT = re.compile(
    r"(?:About|ABOUT|Über(?: d(?:ie|as|en|en))?|ÜBER|Ueber|À propos d(?:e|u|es|['’])|A propos d(?:e|u|es|"
    r"['’])|À PROPOS|Acerca del?|Sobre|Informazioni su(?:ll['’]|lla|gli|lle|l|i)?|Chi è|Chi siamo|"
    r"Over|Das Unternehmen|Unternehmensprofil|Company profile|Boilerplate|Profile?)\b[^.!?]{0,90}"
)
_ABOUT_WORD = re.compile(
    r"\A(?:About(?: the)?|Über(?: d(?:ie|as|en))?|À propos d(?:e la |e |u |es |['’])|Acerca del?|"
    r"Sobre(?-i: (?:el|la|los|las)\b)?|Over(?-i: (?:de|het)\b)?|Informazioni su(?:ll['’]|lla|gli|lle|l|i)?|"
    r"Su(?:(?=ll['’])ll['’]|(?:lla|llo|gli|lle|l|i)?(?= ))) ?",
    _I,
)
_SU = re.compile(r"Su(?:ll['’]|(?:llo|lla|l|i|gli|lle)? )[A-ZÀ-Þ]\S*(?: \S+){0,5}")
"""The Italian `About …`: few words, for a heading may begin so that names nobody."""
_ABOUT_ALONE = re.compile(
    r"(?:Über uns|About us|About|Das Unternehmen|Unternehmensprofil|Company profile|Boilerplate|Chi siamo|"
    r"Qui sommes-nous|Quiénes somos|Wie zijn wij|About the (?:company|authors?)|À propos|L['’]azienda|"
    r"Profilo (?:aziendale|della società)|"
    r"Sobre (?:nosotros|nosotras|el autor|la autora|la empresa|la compañía)):?",
    _I,
)
_CONTACT = re.compile(
    r"(?:(?:for )?(?:media|press|news|investors?|analyst|public relations|pr|company|corporate|medien|"
    r"presse|investor relations|further|more|zusätzliche)?[ -]?(?:and |/ ?|& )?"
    r"(?:media|press|investors?(?: relations)?)? ?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|kontakte?|"
    r"ansprechpartner(?:in|innen)?|information contact)"
    r"(?: for (?:media|press|editors|the press|investors|journalists)| (?:information|details|us|person|"
    r"presse|de presse|médias|stampa|für (?:die )?(?:medien|journalisten|presse|rückfragen)))?|"
    r"rückfragehinweise?|rückfragen(?: (?:&|und) kontakt| (?:bitte )?an| richten sie bitte an)?|bei "
    r"rückfragen|kontakte?(?: (?:pr|ir|presse|medien|investoren|investor relations))?|"
    r"contacts? (?:presse|médias?|de prensa|stampa|pers)|"
    r"relations (?:presse|médias)|service de presse|contactos?(?: de)?(?: prensa| para (?:los )?medios)?|"
    r"contatt[oi](?: (?:stampa|per la stampa))?|ufficio stampa|"
    r"perscontact|contactpersoon|(?:noot|informatie) voor de pers|pressestelle|press office|gabinete de prensa|"
    r"(?:for )?(?:further|more) information(?:,? (?:please )?contact| contact)?|weitere informationen|"
    r"pour (?:en savoir plus|plus d['’]informations?)|más información|per (?:maggiori )?informazioni|meer "
    r"informatie|[a-z]{2,5}-kontakte?)",
    _I,
)
_EDITORS = re.compile(
    r"(?:note?s? ?(?:to|for) (?:the )?editors?|editor['’]?s?['’]? notes?|notes?|hinweise? (?:an|für) "
    r"(?:die )?(?:redaktion(?:en)?|medien|presse)|anmerkung(?:en)? (?:an|für) die redaktion(?:en)?|"
    r"redaktioneller hinweis|notes? (?:aux|à l['’]attention des) (?:rédactions?|rédacteurs|journalistes)|"
    r"nota (?:para|a) (?:los )?(?:editores|redactores|(?:la )?redacción|medios)|"
    r"not[ae] (?:per la|alla|per le) redazion[ei]|noot (?:voor|aan) de redactie|notizblock)",
    _I,
)
_ASIDE = re.compile(r" \([^()]{1,60}\)\Z")
_BACKGROUND = re.compile(r"background|hintergrund|contexte|antecedentes|contesto|achtergrond", _I)
_KIND_WORDS: dict[NoticeKind, str] = {
    "forward-looking": (
        r"forward[ -]looking|"
        r"^cautionary (?:notes?|statements?)|zukunfts(?:gerichtet|bezogen)|safe harbou?r|vorausschauend|"
        r"(?:information|déclaration|énoncé|donnée|élément)s?(?: \w+){0,2} prospecti(?:ve|f)s?|"
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
        r"a service of|ein service|un service|een dienst|programm?dienst|"
        r"distributed by|provided by|provider|anbieter|"
        r"diensteanbieter|legal notice|offenlegung|agency service|nachrichtendienst|servizio|servicio"
    ),
}
"""Words in a heading that tell the kind of its notice; the first that fits decides."""
_KINDS = tuple((kind, re.compile(words, _I)) for kind, words in _KIND_WORDS.items())


_PLAIN: dict[str, NoticeKind] = {
    "impressum": "provider",
    "imprint": "provider",
    "disclaimer": "liability",
    "haftungsausschluss": "liability",
    "haftungshinweis": "liability",
    "exemption from liability": "liability",
    "copyright": "copyright",
    "bildnachweis": "copyright",
    "bildrechte": "copyright",
}
"""Headings that need no colon to be told from a heading within the story."""


def heading_kind(line: str, *, colon: bool, language: str = "") -> str:
    """Return what a heading opens: `boilerplate`, `contact`, a notice's kind, or an empty string.

    `colon`: the line ended in one, or stands by itself beneath the story; without it only the plainest are taken.
    """
    bare = _ASIDE.sub("", line.strip().rstrip(":")).strip(" *_#=-–—[]()\u00a0")
    if not bare or len(bare) > 110:
        return ""
    if _is_about(bare, line.rstrip().endswith(":"), language):
        return "boilerplate"
    if _CONTACT.fullmatch(bare):
        return "contact"
    if _EDITORS.fullmatch(bare) or (colon and _BACKGROUND.fullmatch(bare)):
        return "note-to-editors"
    if colon:
        return notice_kind(bare) if len(bare.split()) <= 12 else ""
    found = _PLAIN.get(bare.lower(), "")
    if not found and len(bare) < 80 and _KINDS[0][1].search(bare) and not line.rstrip().endswith("."):
        return "forward-looking"
    return found


def about_whom(heading: str) -> str:
    """Return whom a heading names: `About Example Corp:` is about Example Corp."""
    return _ABOUT_WORD.sub("", heading.strip().rstrip(": "))


def _is_about(bare: str, colon: bool, language: str) -> bool:
    """Return whether a heading that begins like `About` is one in this language, and names somebody."""
    if _ABOUT_ALONE.fullmatch(bare) or (language[:2] == "it" and _SU.fullmatch(bare)):
        return True
    ended = LEGAL_FORM.sub("", bare.rstrip(".") if bare.isupper() else bare)
    if not _ABOUT.fullmatch(ended) or len(bare.split()) > 12 or bare[:6].isdigit():
        return False
    primary = language.split("-")[0]
    if language and bare.startswith("Over ") and primary != "nl":
        return False
    if language and bare.startswith("Sobre ") and primary not in ("es", "pt"):
        return False
    named = re.match(
        r"(?:About|ABOUT|Über|ÜBER|Over|Sobre)(?: d(?:ie|as|en)| the| el| las?| los| de| het)? (.)", bare
    )
    return named is None or named.group(1).isupper() or (named.group(1).isdigit() and colon)


def notice_kind(heading: str) -> str:
    """Return the kind of notice that `heading` names, or an empty string."""
    return next((kind for kind, words in _KINDS if words.search(heading)), "")
