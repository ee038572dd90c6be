"""What names look like: persons with titles and particles, roles, organisations by their legal forms."""

from __future__ import annotations

import re

LEGAL = (
    r"(?:GmbH & Co\. ?KG(?:aA)?|e\. ?K\.|Sp\. z o\. ?o\.|Lda\.|Ltda\.?|ApS|ASA|d\.o\.o\.|"
    r"AG & Co\. ?KG(?:aA)?|g?GmbH|mbH|AG|SE|KGaA|KG|OHG|GbR|UG(?: "
    r"\(haftungsbeschränkt\))?|e\. ?V\.|e\. ?G\.|eG|"
    r"Inc\.?|Incorporated|LLC|L\.L\.C\.|LLP|LP|Ltd\.?|Limited|plc|PLC|Corp\.?|Corporation|Co\.|Company|"
    r"Pty\.? Ltd\.?|"
    r"S\.?A\.?R\.?L\.?|S\.A\.S\.?|SAS|S\.A\.?|SA|SASU|S\.p\.A\.?|SpA|S\.r\.l\.?|Srl|S\.L\.U?\.?|SL|N\.V\.|"
    r"NV|B\.V\.|BV|VZW|ASBL|A/S|AB|Oy|Oyj|AS|Kft\.?|s\.r\.o\.)"
)
LEGAL_FORM = re.compile(rf"(?<![\w.]){LEGAL}(?![\w])")
_BODY = re.compile(
    r"\b(?:Group|Gruppe|Groupe|Grupo|Gruppo|Groep|Agency|Agentur|Agence|Agencia|Foundation|Stiftung|"
    r"Fondation|Fundación|Fondazione|Stichting|"
    r"Association|Verband|Verein|Associazione|Asociación|Vereniging|Authority|Ministry|Ministerium|"
    r"Ministère|Department|University|Universität|"
    r"Université|Institute|Institut|Museum|Musée|Council|Office|Office of|Press Office|Pressestelle|"
    r"Pressedienst|Polizei\w*|\w*[Pp]räsidium|\w*[Aa]nwaltschaft|Landratsamt|Feuerwehr|Klub|Hochschule|Klinikum|"
    r"Service|Services|News|Media|Bank|Port|Hafen|"
    r"Commission|Kommission|Stadt|City of|Ville de|Communications GmbH|Team|Redaktion|Newsroom|Verlag|"
    r"Holding|Werke|Society|Trust|Partners)\b"
)
_ROLE = re.compile(
    r"(?i)\b(?:\w*sprecher(?:in)?|\w*leiter(?:in)?|\w*referent(?:in)?|leitung|pressestelle|presse|"
    r"(?:\w+ )?öffentlichkeitsarbeit|\w*vorsteher(?:in)?|\w*ob(?:mann|frau)|\w*beauftragte[rn]?|\w*dezernent(?:in)?|"
    r"(?:stadt|gemeinde|land|bezirks|kreis|regierungs)r(?:at|ätin)|\w*anw(?:alt|ältin)|\w*abgeordnete[rn]?|"
    r"\w*mitglied|\w*expert(?:e|in)|\w*vertreter(?:in)?|\w*koordinator(?:in)?|\w+berater(?:in)?|\w+lehrer(?:in)?|"
    r"\w*gründer(?:in)?|\w*betreiber(?:in)?|\w+planer(?:in)?|\w+verwalter(?:in)?|\w+pfarrer(?:in)?|landwirt(?:in)?|"
    r"\w*woordvoerder|\w*bestuurder|\w*directeur|\w*voorzitter|\w+leider|hoogleraar|gedeputeerde|onderzoek(?:er|ster)|"
    r"\w*kommandant(?:in)?|\w*sekretär(?:in)?|rektor(?:in)?|dekan(?:in)?|\w*(?:arzt|ärztin)|"
    r"press(?: officer)?|media|public relations|pr|communications?|kommunikation|"
    r"unternehmenskommunikation|manager(?:in)?|director|\w*direktor(?:in)?|directeur|directrice|direttore|"
    r"direttrice|directora?|head|chief|officer|president|\w*präsident(?:in)?|"
    r"présidente?|president[ea]|consejer[oa] delegad[oa]|amministrat(?:ore|rice)|voorzitter|vice|"
    r"chair(?:man|woman|person)?|ceo|cfo|cto|coo|vorstand|\w*vorsitzende[r]?|\w*geschäftsführer(?:in)?|"
    r"spokes(?:man|woman|person)|"
    r"porte-parole|portavoz|portavoce|woordvoerder|attachée?|attach[ée] de presse|responsable|"
    r"responsabile|jefe|jefa|investor relations|relations? presse|ufficio stampa|"
    r"secretary|editor|consultant|adviser|advisor|referat|bereich|founder|gründer(?:in)?|professor|"
    r"\w*minister(?:in)?|mayor|\w+meister(?:in)?|executive|captain|engineer|analyst|economist|governor|curator|"
    r"architect|agent|attorney|scientist|researcher|treasurer|ambassador|commissioner|spokesperson|\w+chef(?:in)?|vorständin|"
    r"kapitän(?:in)?|\w*ingenieur(?:in)?|\w*forscher(?:in)?|\w*wissenschaftler(?:in)?|\w*trainer(?:in)?|"
    r"(?:co)?fondat(?:eur|rice)|fondatore|(?:co)?fundadora?|conservat(?:eur|rice)|commissaire|comisari[oa]|commissari[oa]|"
    r"ambassad(?:eur|rice)|embajadora?|ambasciat(?:ore|rice)|coordinat(?:eur|rice|ore)|coordinadora?|"
    r"chercheu(?:r|se)|ricercat(?:ore|rice)|investigadora?|docente|catedrátic[oa]|profesora?|professeure?|professor(?:e|essa)|"
    r"doyenne?|decan[oa]|rect(?:eur|rice)|rett(?:ore|rice)|(?-i:[Rr]ectora?)|conseill(?:er|ère)|consiglier[ea]|consejer[oa]|"
    r"assessor[ea]|concejala?|ministr[aeo]|secrétaire|secretari[oa]|segretari[oa]|déléguée?|delegad[oa]|delegat[oa]|"
    r"senat(?:ore|rice)|senadora?|deputat[oa]|procureure?|procurat(?:ore|rice)|questore|soprintendente|gerente|"
    r"curat(?:ore|rice)|adjointe?|"
    r"maire|préf(?:et|ète)|sénateur|sénatrice|députée?|alcalde(?:sa)?|diputad[oa]|sindac[oa]|prefetto|burgemeester|wethouder|"
    r"\w*inhaber(?:in)?|kurator(?:in)?|intendant(?:in)?|dirigent(?:in)?|staatssekretär(?:in)?)\b"
)
TITLE = (
    r"(?:Dr\.|Prof\.|Mr\.?|Mrs\.?|Ms\.?|Sir|Dame|Lord|Lady|Baroness|Herr|Frau|Madame|Monsieur|M\.|Mme|"
    r"Dott\.(?:ssa)?|Ing\.|Ir\.|Drs\.|Dipl\.-[A-Z]\w{1,8}\.?|Mag\.|"
    r"DI|h\. ?c\.|Sen\.|Rep\.|Gen\.|Col\.|Capt\.|Rev\.|Hon\.|Don|Doña|Sra?\.)"
)
PARTICLE = r"(?:von|van|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|vom|bin|ibn|al|el|und|y|'t)"
_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽΑ-ΩА-Я"
_OPENERS = (
    "The|A|An|He|She|It|We|They|This|That|These|In|On|At|For|From|But|And|As|If|When|While|After|Before|Since|"
    "Der|Die|Das|Er|Sie|Es|Wir|Ein|Eine|Im|Am|Auf|Bei|Mit|Nach|Seit|Und|Aber|"
    "Le|La|Les|Il|Elle|Ils|Elles|Un|Une|Ce|Cette|En|El|Los|Las|Una|Lo|Gli|De|Het|Een|Hij|Zij|Wij"
)
_INITIALS = rf"[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.){{0,3}}(?= [{_UPPER}][\w’'-])(?! (?:{_OPENERS})(?!\w))"
"""Initials within a name (`Ada B. Byron`); where a sentence opens behind them (`Ada B. The …`), the name is over."""
WORD = (
    rf"(?:{_INITIALS}|(?:[dDlL]|O|Mc|Mac)['’]?[{_UPPER}][\w’'-]{{0,40}}|"
    rf"[{_UPPER}][\w-]{{0,40}}(?:['’][{_UPPER}]?[\w-]{{1,30}})?|[{_UPPER}]\.(?:-?[{_UPPER}]\.)?)"
)
NAME = rf"(?:{TITLE} ?){{0,3}}{WORD}(?: (?:{PARTICLE} ){{0,2}}{WORD}){{1,4}}(?:,? (?:Jr\.|Sr\.|III|II|PhD|MdB|MEP|MP))?"
_NAME = re.compile(NAME)


def is_person(text: str) -> bool:
    """Return whether `text` reads as a person's name: two to six capital words, no legal form, no office."""
    return (
        len(text) <= 80
        and _NAME.fullmatch(text) is not None
        and LEGAL_FORM.search(text) is None
        and _BODY.search(text) is None
        and _ROLE.search(text) is None
    )


def is_role(text: str) -> bool:
    """Return whether `text` reads as a position: it has a word of one and no legal form."""
    return _ROLE.search(text) is not None and LEGAL_FORM.search(text) is None


def names_role(text: str) -> bool:
    """Return whether a word of a position stands in `text`, whatever else does."""
    return _ROLE.search(text) is not None


def is_organisation(text: str) -> bool:
    """Return whether `text` reads as an organisation: a legal form or a word such as agency, bank, city."""
    return LEGAL_FORM.search(text) is not None or _BODY.search(text) is not None


_DESK = (
    r"(?:media|press|news|investors?|analysts?|corporate|media relations|investor relations|public relations|pr|ir|"
    r"presse|presseamt|pressebüro|presseabteilung|medien|investoren|"
    r"relations presse|prensa|stampa|pers)(?: (?:contacts?|enquiries|inquiries|office))?"
)
_DESK_ALONE = re.compile(rf"{_DESK}:?", re.I)
_DESK_FIRST = re.compile(rf"{_DESK}(?::?$|: )", re.I)


def is_desk(text: str) -> bool:
    """Return whether `text` is the name of a desk and no more: `Investors:`, `Media Relations`."""
    return _DESK_ALONE.fullmatch(text) is not None


def opens_with_desk(line: str) -> bool:
    """Return whether `line` names a desk and, behind a colon, perhaps somebody of it."""
    return _DESK_FIRST.match(line) is not None
