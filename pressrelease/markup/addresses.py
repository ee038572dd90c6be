"""A postal address out of a text, whatever the country's order: every word of it in a field, the rest in the layout."""

from __future__ import annotations

import re

from pressrelease.characters import illegal
from pressrelease.markup.cuts import Cut, pattern, trimmed
from pressrelease.model import Address
from pressrelease.patterns import filled

COUNTRIES = frozenset(
    (
        "USA|U.S.A.|US|U.S.|United States|United States of America|Vereinigte Staaten|UK|U.K.|"
        "United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|Ireland|Germany|"
        "Deutschland|Allemagne|Alemania|Germania|Duitsland|Austria|Österreich|Autriche|Oostenrijk|"
        "Switzerland|Schweiz|Suisse|Svizzera|Suiza|Zwitserland|Liechtenstein|France|Frankreich|"
        "Francia|Frankrijk|Italy|Italia|Italien|Italie|Italië|Spain|España|Spanien|Espagne|Spagna|"
        "Spanje|Netherlands|The Netherlands|Niederlande|Nederland|Pays-Bas|Paesi Bassi|Países Bajos|"
        "Belgium|Belgien|Belgique|België|Bélgica|Belgio|Luxembourg|Luxemburg|Denmark|Dänemark|Danmark|"
        "Sweden|Schweden|Sverige|Norway|Norwegen|Norge|Finland|Finnland|Suomi|Poland|Polen|Polska|"
        "Czech Republic|Czechia|Tschechien|Portugal|Greece|Griechenland|Canada|Kanada|Australia|"
        "Australien|New Zealand|Japan|China|India|Indien|Singapore|Mexico|México|Brazil|Brasil|"
        "Brasilien|South Africa|Israel|Turkey|Türkei"
    )
    .lower()
    .split("|")
)
"""Names a country goes by in an address, in lower case."""
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|"
    r"UT|V[AT]|W[AIVY]|PR|"
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|"
    r"Idaho|Illinois|Indiana|Iowa|Kansas|"
    r"Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|"
    r"Nebraska|Nevada|New (?:Hampshire|"
    r"Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode "
    r"Island|Tennessee|Texas|Utah|Vermont|"
    r"Virginia|Washington|West Virginia|Wisconsin|Wyoming|N\.[YJHMCD]\.|D\.C\.|NSW|VIC|QLD|TAS|ACT)"
)
_PROVINCE = r"(?:AB|BC|MB|N[BLSTU]|ON|PE|QC|SK|YT|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba)"
_AMERICAN = re.compile(rf"(?P<region>{_STATE})\.? (?P<postcode>\d{{5}}(?:-\d{{4}})?|\d{{4}})(?!\d)")
_CANADIAN = re.compile(rf"(?P<region>{_PROVINCE})\.?,? (?P<postcode>[A-Z]\d[A-Z] ?\d[A-Z]\d)(?!\w)")
_BRITISH = re.compile(
    r"(?<!\w)(?P<postcode>(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[\dW] [A-Z\d]{4}))(?!\w)"
)
_CONTINENTAL = re.compile(
    r"(?<![\w-])(?P<postcode>(?:[A-Z]{1,3}[-–])?(?:\d{4} ?[A-Z]{2}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|"
    r"\d{4,5})) "
    r"(?P<city>[^\W\d][^\n,;|·•\d@]{1,58}?)(?P<cedex> [Cc][Ee][Dd][Ee][Xx](?: \d{1,2})?)?(?=$| ?[\n,;|·•]| "
    r"[-–] | \()"
)
_PROVINCE_BEHIND = re.compile(r" \(([A-Z]{2})\)")
_UNIT = re.compile(
    r"(?:Suite|Ste\.?|Apt\.?|Apartment|Unit|Floor|Fl\.?|Room|Rm\.?|Building|Bldg\.?|Level|P\.?O\.? Box|"
    r"Box|#) ?#?[A-Z]{0,3}-?\d+[A-Z]?(?= |$)|"
    r"\d{1,3}(?:st|nd|rd|th) [Ff]loor(?= |$)"
)
_AVENUE = (
    r"(?:Road|Rd\.?|Street|St\.?|Avenue|Ave\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Lane|Ln\.?|Way|Parkway|"
    r"Pkwy\.?|Place|Pl\.?|Court|Ct\.?|"
    r"Square|Sq\.?|Highway|Hwy\.?|Broadway|Plaza|Circle|Terrace|Quay|Wharf|Row|Gardens?|Hill|Embankment|"
    r"Mall|Walk|Close|Park)"
)
_NUMBER_FIRST = re.compile(
    rf"(?<![\w.-])\d{{1,6}}[A-Za-z]?(?:[-–/]\d{{1,5}}[A-Za-z]?)?(?: ?(?:bis|ter))?,? (?:[NSEW]\.? "
    rf")?[^\W\d][^\n,;|·•]{{0,60}}?"
    rf"(?:(?<= ){_AVENUE}(?! (?:of|de)\b)(?: (?:North|South|East|West|[NSEW]{{1,2}}\.?))?(?=[ ,;|·•\n]|$)|"
    rf"(?=[,;|·•\n]|$))"
)
_WAY = (
    r"(?:[^\W\d][\w.’'-]{0,40} ){0,4}?(?:[\w.-]{0,40}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|ring|"
    r"damm|ufer|markt|hof|kai|graben|steig|"
    r"chaussee|promenade|stieg|laan|straat|gracht|kade|plein|dijk|brücke|park|berg|tor)|(?:Straße|Strasse|"
    r"Weg|Platz|Allee|Ring|Ufer|Damm|Markt))"
)
_LATIN_WAY = (
    r"(?:Via|Viale|Piazza|Piazzale|Corso|Largo|Calle|C/|Avda?\.?|Avenida|Plaza|Paseo|Rua|Passeig|Carrer|"
    r"Rue|Unter|Am|An|Im|In|Auf|Zum|Zur)"
    r"(?: [^\s\d,;|]{1,30}){1,5}"
)
_NUMBER_LAST = re.compile(
    rf"(?<!\w)(?:{_WAY}|{_LATIN_WAY}),? (?:n\.? ?|n° ?)?\d{{1,4}}(?: "
    rf"?[a-zA-Z](?![\w]))?(?:\s?[-–/]\s?\d{{1,4}} ?[a-z]?){{0,3}}(?=[ ,;|·•\n]|$)"
)
STREET_WORD = re.compile(
    r"(?<!\w)(?:[\w.-]{1,40}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|damm|ufer|laan|straat|gracht|kade|plein)"
    r"|Straße|Strasse|Via|Viale|Piazza|Corso|Calle|Avenida|Rue)(?= [^,]{0,40}\d|,? \d)"
)
"""A word with which, or as which, a street begins."""
_BOX = re.compile(
    r"(?:Postfach|P\.?O\.? Box|Case postale|BP|Apartado|Postbus|Casella postale) [\d ]{1,12}(?=[ ,;\n]|$)"
)
_WAY_END = re.compile(rf"(?<= ){_AVENUE}(?: (?:North|South|East|West|[NSEW]{{1,2}}\.?))?(?= [A-Z])")
_ALONE = re.compile(
    r"(?:(?<=[,;|·•\n] )|(?<=[,;|·•\n])|^)[^\W\d][^\d\n,;|·•]{1,40} \d{1,4} ?[a-z]?(?=[,;|·•\n]|$)"
)
_SEPARATORS = ",;|·•\n"


def postal(
    text: str, start: int = 0, end: int | None = None, *, whole: bool = False
) -> tuple[int, int, Address] | None:
    """Return the address that stands in `text[start:end]` with its bounds, or None.

    Its layout sets it back letter for letter. An address needs a town with its postcode. `whole`: what stands before
    the street is part of it (a house's name).
    """
    end = len(text) if end is None else end
    if end - start > 2000 or illegal(text):
        return None
    start, end = trimmed(text, start, end, " \t\n")
    town = _town(text, start, end)
    if town is None:
        return None
    cuts, first, last = town
    first = _street(text, start, first, cuts)
    if whole:
        first = _lines(text, start, first, cuts)
    last = _country(text, last, end, cuts)
    values = {c.name: text[c.start : c.end] for c in cuts}
    layout = pattern(text[first:last], [Cut(c.start - first, c.end - first, c.name) for c in cuts])
    ordered = sorted((c for c in cuts if c.name.startswith("lines.")), key=lambda c: int(c.name[6:]))
    if filled(layout, values) != text[first:last]:
        return None
    found = Address(
        **{n: values.get(n, "") for n in ("street", "city", "region", "postcode", "country")},
        lines=tuple(values[c.name] for c in ordered),
        layout=layout,
    )
    return first, last, found


def _town(text: str, start: int, end: int) -> tuple[list[Cut], int, int] | None:
    for regex in (_AMERICAN, _CANADIAN):
        match = regex.search(text, start, end)
        if match:
            city = _city_before(text, start, match.start())
            cuts = [Cut(*match.span("region"), "region"), Cut(*match.span("postcode"), "postcode")]
            if city is not None:
                cuts.append(Cut(*city, "city"))
                return cuts, city[0], match.end()
    match = _CONTINENTAL.search(text, start, end)
    if match:
        city_end = match.end("cedex") if match.group("cedex") else match.end("city")
        city = _without_country(text, match.start("city"), city_end)
        cuts = [Cut(*match.span("postcode"), "postcode"), Cut(*city, "city")]
        province = _PROVINCE_BEHIND.match(text, city[1], end)
        if province:
            cuts.append(Cut(*province.span(1), "region"))
        return cuts, match.start(), province.end() if province else city[1]
    match = _BRITISH.search(text, start, end)
    if match:
        before = _city_before(text, start, match.start())
        if before is not None:
            return [Cut(*match.span("postcode"), "postcode"), Cut(*before, "city")], before[0], match.end()
    return None


def _without_country(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    at = words.rfind(" ")
    return (start, start + at) if at > 0 and words[at + 1 :].lower() in COUNTRIES else (start, end)


def _city_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of the town that ends before `end`: back to a separator, a unit or the street's own end."""
    last = end
    while last > start and text[last - 1] in " ,\n":
        last -= 1
    first = last
    while first > start and text[first - 1] not in _SEPARATORS:
        first -= 1
    for regex in (_UNIT, _WAY_END):
        found = list(regex.finditer(text, first, last))
        if found and found[-1].end() < last and any(c.isdigit() for c in text[first : found[-1].end()]):
            first = found[-1].end()
            break
    while first < last and text[first] == " ":
        first += 1
    return (first, last) if first < last and not any(c.isdigit() for c in text[first:last]) else None


def _street(text: str, start: int, first: int, cuts: list[Cut]) -> int:
    """Cut street and further lines before `first`, and return where the address begins."""
    found = None
    for regex in (_NUMBER_FIRST, _NUMBER_LAST, _BOX, _ALONE):
        for match in regex.finditer(text, start, first):
            end = match.start() + len(match.group().rstrip(" "))
            if found is None or regex is not _BOX:
                found = (match.start(), end)
        if found is not None:
            break
    if found is None:
        return first
    for match in _NUMBER_LAST.finditer(text, start, first):
        # `Hauptplatz 3, Stiege 2`: the number ends a street's name, and opens none.
        if match.start() < found[0] < match.end():
            found = match.span()
            break
    unit = _UNIT.search(text, found[0], found[1])
    if unit and unit.start() > found[0]:
        end = unit.start()
        while text[end - 1] in " ,":
            end -= 1
        found = (found[0], end)
    cuts.append(Cut(*found, "street"))
    _lines(text, found[1], first, cuts)
    return found[0]


def _lines(text: str, start: int, end: int, cuts: list[Cut]) -> int:
    """Cut each piece of `text[start:end]` as a further line, and return where the first begins."""
    number = sum(c.name.startswith("lines.") for c in cuts)
    first = end
    for piece in re.finditer(r"[^,;|·•\n]+", text[start:end]):
        a, b = trimmed(text, start + piece.start(), start + piece.end(), " ")
        if b > a:
            cuts.append(Cut(a, b, f"lines.{number}"))
            number += 1
            first = min(first, a)
    return first


def _country(text: str, last: int, end: int, cuts: list[Cut]) -> int:
    """Cut region and country behind `last`, and return where the address ends."""
    at = last
    match = re.compile(r"[ ]?[,;|·•\n(–-]?[ ]?\(?([^\W\d][^\n,;|·•\d()]{1,40})\)?").match(text, at, end)
    if match:
        a, b = match.span(1)
        while b > a and text[b - 1] == " ":
            b -= 1
        name = text[a:b]
        if name.lower() not in COUNTRIES and name.lower().rstrip(".") not in COUNTRIES:
            first = name.split(" ")[0]
            b = a + len(first)
            name = first
        if name.lower() not in COUNTRIES and name.lower().rstrip(".") in COUNTRIES:
            b, name = b - 1, name[:-1]
        if name.lower() in COUNTRIES:
            cuts.append(Cut(a, b, "country"))
            return b + (text[b : b + 1] == ")" and "(" in text[last:a])
    return last
