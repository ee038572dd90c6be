"""Lines that frame a release in the wild, in six languages: marks, addresses, and tails that say whose text it is."""

from __future__ import annotations

import re

_I = re.I
LABEL = re.compile(
    r"(?:\W{0,4}(?:for immediate (?:release|use|publication|distribution)|immediate release|for "
    r"release(?: on receipt| immediately)?|press release|news release|media release|"
    r"media statement|press statement|news|press notice|press information|pressemitteilung|"
    r"presseinformation|presseaussendung|medienmitteilung|medieninformation|"
    r"pressemeldung|zur sofortigen veröffentlichung|communiqué(?: de presse)?|communique de presse|pour "
    r"diffusion immédiate|nota de prensa|comunicado(?: de prensa)?(?: \d{1,4})?|boletín de prensa|"
    r"para (?:su )?(?:publicación|difusión) inmediata|comunicato stampa|per diffusione immediata|"
    r"persbericht|voor onmiddellijke publicatie|press\s?info)"
    r"\W{0,4}(?:(?:nr|no|n[°º]?|núm)\.? ?[\d/-]{1,9})?\W{0,3})",
    _I,
)
_BESIDE = re.compile(LABEL.pattern + r"(?<=[:–—| -])(?=\(?\w[^:]{0,40}\d)", _I)
END = re.compile(
    r"\W{0,4}(?:#{1,7}|(?:# ){2,4}#|-{0,3} ?30 ?-{1,3}|\*{3,}|(?:\* ){2,5}\*|[-–—(\[*]{1,3} ?(?:ends?|"
    r"ende|fin|fine|einde|schluss|end of (?:press )?release) ?[-–—)\]*]{1,3}"
    r"|ENDS?|Ends|ENDE|FIN|EINDE|FINE)\W{0,3}|-{5,}|_{5,}|={5,}",
)
SEPARATOR = re.compile(r"(?:-{3,}|_{3,}|={3,}|~{3,}|(?:[*-] ){2,}[*-])\s*")

_LONGEST_MARK = 120
DESK = re.compile(r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}")
"""Initials by which an agency's desk signs: `abc/def`."""
_ORIGINS = (
    re.compile(r"SOURCE:? {1,3}(?P<organisation>\S.{0,150})"),
    re.compile(
        r"Original-Content von: (?P<organisation>.{1,150}?), (?P<text>(?:übermittelt durch|transmitted "
        r"by) .{1,80})"
    ),
    re.compile(r"(?:Quelle|Source|Fuente|Fonte|Bron) ?: (?P<organisation>[^\s:][^:]{0,120})"),
    re.compile(r"Original-Content von: (?P<organisation>.{1,150})"),
    re.compile(r"(?P<text>\*{3} ?OTS-ORIGINALTEXT .{1,200}\*{3}|OTS-ORIGINALTEXT [A-Z].{1,200})"),
    re.compile(r"(?P<text>OTS0\d{3} .{1,100})"),
    # Who wrote and edited it, as Reuters and others sign.
    re.compile(
        r"(?P<text>\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Cc]ompiled|[Ee]diting) (?:and [\w ]{1,30})?by "
        r".{1,300}\))"
    ),
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright(?=\W)|all rights reserved|alle rechte vorbehalten)", _I)
ASSET = re.compile(
    r"(?P<role>Photos?|Images?|Pictures?|Logos?|Videos?|Fotos?|Bilder?|Infographics?|Audio|Foto|Immagini?|"
    r"Imagen(?:es)?|Afbeelding(?:en)?)"
    r"(?P<gap>(?: ?\([^()]{1,40}\))? ?[-–—:] ?)(?P<href>https?://\S{4,500})",
    _I,
)
MORE = re.compile(
    r"(?:more|further|additional) information|learn more|read more|related links?|weitere informationen|mehr dazu|"
    r"pour en savoir plus|plus d['’]informations?|más información|(?:maggiori )?informazioni|meer informatie",
    _I,
)
"""Labels of an address at which more is to be read, whomever else they may name."""
URL = re.compile(r"<?(?P<url>https?://[^\s<>]{3,2000}?)>?")
ARTICLE = re.compile(
    r"(?i)(?:article|story|release|read|online|web ?version|link|url|permalink|artikel|beitrag|meldung|"
    r"mitteilung|weiterlesen|volltext|lien|en ligne|lire|enlace|"
    r"en línea|versión web|leer|articolo|leggi|lees|original|source|mehr|more|internet)"
)


def is_mark(line: str) -> bool:
    """Return whether `line`, settled, frames the text and says nothing: FOR IMMEDIATE RELEASE, ###, a line of stars."""
    if len(line) > _LONGEST_MARK:
        return SEPARATOR.fullmatch(line) is not None
    return any(regex.fullmatch(line) for regex in (LABEL, END, SEPARATOR))


def dated_mark(line: str) -> tuple[str, str] | None:
    """Return a mark with what stands beside it, where that may be a day: `FOR IMMEDIATE RELEASE: November 24, 2026`."""
    label = _BESIDE.match(line) if len(line) <= _LONGEST_MARK else None
    return None if label is None else (line[: label.end()].rstrip(), line[label.end() :])


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
