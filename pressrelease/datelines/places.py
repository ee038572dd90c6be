"""Places as datelines print them: states with their abbreviations, cities that stand alone, capitals."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class State:
    """A state or province: full name, AP abbreviation (the full name where AP never abbreviates), postal code."""

    name: str
    ap: str
    postal: str
    country: str


_US = """Alabama Ala. AL; Alaska - AK; Arizona Ariz. AZ; Arkansas Ark. AR; California Calif. CA; Colorado Colo. CO;
Connecticut Conn. CT; Delaware Del. DE; Florida Fla. FL; Georgia Ga. GA; Hawaii - HI; Idaho - ID; Illinois Ill. IL;
Indiana Ind. IN; Iowa - IA; Kansas Kan. KS; Kentucky Ky. KY; Louisiana La. LA; Maine - ME; Maryland Md. MD;
Massachusetts Mass. MA; Michigan Mich. MI; Minnesota Minn. MN; Mississippi Miss. MS; Missouri Mo. MO; Montana Mont. MT;
Nebraska Neb. NE; Nevada Nev. NV; New_Hampshire N.H. NH; New_Jersey N.J. NJ; New_Mexico N.M. NM; New_York N.Y. NY;
North_Carolina N.C. NC; North_Dakota N.D. ND; Ohio - OH; Oklahoma Okla. OK; Oregon Ore. OR; Pennsylvania Pa. PA;
Rhode_Island R.I. RI; South_Carolina S.C. SC; South_Dakota S.D. SD; Tennessee Tenn. TN; Texas - TX; Utah - UT;
Vermont Vt. VT; Virginia Va. VA; Washington Wash. WA; West_Virginia W.Va. WV; Wisconsin Wis. WI; Wyoming Wyo. WY;
District_of_Columbia D.C. DC; Puerto_Rico - PR"""
_CANADA = """Alberta - AB; British_Columbia - BC; Manitoba - MB; New_Brunswick - NB; Newfoundland_and_Labrador - NL;
Nova_Scotia - NS; Ontario - ON; Prince_Edward_Island - PE; Quebec - QC; Saskatchewan - SK; Yukon - YT; Nunavut - NU;
Northwest_Territories - NT"""
_AUSTRALIA = """New_South_Wales - NSW; Victoria - VIC; Queensland - QLD; South_Australia - SA; Western_Australia - WA;
Tasmania - TAS; Northern_Territory - -; Australian_Capital_Territory - ACT"""
_BRITAIN = "England - -; Scotland - -; Wales - -; Northern_Ireland - -"


def _states(table: str, country: str) -> dict[str, State]:
    found = {}
    for row in table.split(";"):
        name, ap, postal = (w.replace("_", " ") for w in row.split())
        found[name] = State(name, name if ap == "-" else ap, name if postal == "-" else postal, country)
    return found


STATES: Mapping[str, State] = MappingProxyType(
    {
        **_states(_AUSTRALIA, "AU"),
        **_states(_BRITAIN, "GB"),
        **_states(_CANADA, "CA"),
        **_states(_US, "US"),
    }
)
"""States and provinces that datelines name, by full name."""

# Older and looser ways to print a state, beside AP's, the postal code and the full name.
_LOOSE = {
    "California": "Cal.",
    "Pennsylvania": "Penn.",
    "Texas": "Tex.",
    "Ontario": "Ont.",
    "Quebec": "Québec",
    "Alberta": "Alta.",
    "British Columbia": "B.C.",
    "Nova Scotia": "N.S.",
    "New Brunswick": "N.B.",
    "Manitoba": "Man.",
    "Saskatchewan": "Sask.",
}

# The US list and the list of other places of the AP Stylebook, each with where it lies: another town of that name
# (Paris, Texas) does not stand alone.
_ALONE_US = """Atlanta Georgia; Baltimore Maryland; Boston Massachusetts; Chicago Illinois; Cincinnati Ohio;
Cleveland Ohio; Dallas Texas; Denver Colorado; Detroit Michigan; Honolulu Hawaii; Houston Texas; Indianapolis Indiana;
Las_Vegas Nevada; Los_Angeles California; Miami Florida; Milwaukee Wisconsin; Minneapolis Minnesota;
New_Orleans Louisiana; New_York New_York; Oklahoma_City Oklahoma; Philadelphia Pennsylvania; Phoenix Arizona;
Pittsburgh Pennsylvania; St._Louis Missouri; Salt_Lake_City Utah; San_Antonio Texas; San_Diego California;
San_Francisco California; Seattle Washington; Washington District_of_Columbia"""
_ALONE_ABROAD = """Amsterdam NL; Baghdad IQ; Bangkok TH; Beijing CN; Beirut LB; Berlin DE; Brussels BE; Cairo EG;
Djibouti DJ; Dublin IE; Geneva CH; Gibraltar GI; Guatemala_City GT; Havana CU; Helsinki FI; Hong_Kong HK; Islamabad PK;
Istanbul TR; Jerusalem IL; Johannesburg ZA; Kuwait_City KW; London GB; Luxembourg LU; Macau MO; Madrid ES;
Mexico_City MX; Milan IT; Monaco MC; Montreal CA; Moscow RU; Munich DE; New_Delhi IN; Panama_City PA; Paris FR;
Prague CZ; Quebec_City CA; Rio_de_Janeiro BR; Rome IT; San_Marino SM; Sao_Paulo BR; Shanghai CN; Singapore SG;
Stockholm SE; Sydney AU; Tokyo JP; Toronto CA; Vatican_City VA; Vienna AT; Zurich CH"""


def _alone() -> Mapping[str, str]:
    rows = [r.split() for r in f"{_ALONE_US}; {_ALONE_ABROAD}".split(";")]
    return MappingProxyType({city.replace("_", " "): where.replace("_", " ") for city, where in rows})


STAND_ALONE: Mapping[str, str] = _alone()
"""Cities that AP prints without state or country, each with its state (US) or country (ISO 3166-1 alpha-2)."""

_MORE_CITIES = """A Coruña|Newport News|Aachen|Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Adelaide|Algiers|Alger|
Alicante|Amman|Ankara|Antwerp|Antwerpen|Anvers|Arnhem|Asunción|Athens|Athen|Athènes|Atenas|Auckland|Augsburg|
Austin|Baku|Bamako|Barcelona|Barcelone|Bari|Basel|Bâle|Basle|Belfast|Belgrade|Belgrad|Bengaluru|Bangalore|Bergen|
Bern|Berne|Bielefeld|Bilbao|Birmingham|Bochum|Bogota|Bogotá|Bologna|Bonn|Bordeaux|Brasilia|Brasília|Bratislava|
Braunschweig|Bregenz|Bremen|Brescia|Brest|Brisbane|Bristol|Brno|Brugge|Bruges|Bruxelles|Brussel|Bruselas|Brüssel|
Bruxelas|Bucharest|Bukarest|Bucarest|Budapest|Buenos Aires|Calgary|Canberra|Cape Town|Kapstadt|Caracas|Cardiff|
Casablanca|Charlotte|Chemnitz|Chennai|Cologne|Colombo|Columbus|Copenhagen|Cordoba|Córdoba|Cork|Dakar|Damascus|
Damaskus|Darmstadt|Delhi|Den Haag|Dhaka|Doha|Dortmund|Dresden|Dubai|Duisburg|Dundee|Düsseldorf|Duesseldorf|
Dusseldorf|Edinburgh|Edmonton|Eindhoven|Eisenstadt|Erfurt|Essen|Florence|Florenz|Firenze|Frankfurt|
Frankfurt am Main|Frankfurt/Main|Freiburg|Gdansk|Gdańsk|Genf|Genève|Ginebra|Ginevra|Genoa|Genova|Gent|Ghent|
Glasgow|Göteborg|Gothenburg|Graz|Grenoble|Groningen|Guadalajara|Haarlem|Halifax|Halle|Hamburg|Hannover|Hanover|
Hanoi|Harare|Heidelberg|Hyderabad|Innsbruck|Jakarta|Jeddah|Jena|Kabul|Kairo|Kampala|Karachi|Karlsruhe|Kassel|
Kathmandu|Kiel|Kiew|Kigali|Kinshasa|Klagenfurt|Koblenz|København|Köln|Krakow|Kraków|Kuala Lumpur|Kyiv|Kiev|Kyoto|
La Paz|Lagos|Lahore|Lausanne|Leeds|Leiden|Leipzig|Lille|Lima|Limerick|Linz|Lisbon|Lissabon|Lisboa|Lisbonne|
Liverpool|Ljubljana|Londres|Londra|Londen|Lübeck|Lugano|Luxemburg|Luzern|Lyon|Maastricht|Magdeburg|Mailand|Mainz|
Málaga|Malmö|Manama|Manchester|Manila|Mannheim|Maputo|Marrakesh|Marseille|Medellín|Melbourne|Mexico|México|
Ciudad de México|Milano|Minsk|Mönchengladbach|Monterrey|Montevideo|Montpellier|Montréal|Moskau|Moscou|Mosca|Mumbai|
Muenchen|München|Münster|Muscat|Nairobi|Nantes|Naples|Napoli|Neapel|Nassau|New York City|Newcastle|Nice|Nicosia|
Nizza|Nürnberg|Nuremberg|Oporto|Oslo|Osaka|Ottawa|Oxford|Cambridge|Palermo|Palma|Parigi|Parijs|París|Perth|Pisa|
Podgorica|Porto|Potsdam|Poznań|Prag|Praha|Pretoria|Pristina|Quito|Rabat|Recife|Regensburg|Rennes|Reykjavik|Riad|
Riga|Riyadh|Roma|Rom|Rostock|Rotterdam|Saarbrücken|Salzburg|San José|San Salvador|Santiago|Santiago de Chile|
São Paulo|Sarajevo|Schwerin|Seoul|Séoul|Sevilla|Seville|Shenzhen|Skopje|Sofia|Southampton|St. Gallen|St. Pölten|
St. Petersburg|Stavanger|Strasbourg|Straßburg|Stuttgart|Suva|Taipei|Tallinn|Tampere|Tashkent|Tbilisi|Tegucigalpa|
Tehran|Teheran|Tel Aviv|The Hague|Thessaloniki|Tirana|Torino|Toulouse|Trier|Trieste|Tripoli|Tromsø|Tunis|Turin|
Turku|Ulm|Utrecht|Valencia|Valletta|Vancouver|Varsovie|Venedig|Venezia|Venice|Verona|Victoria|Vienne|Viena|Vilnius|
Vaduz|Warsaw|Warschau|Warszawa|Wellington|Wien|Wiesbaden|Winnipeg|Wolfsburg|Wrocław|Wuppertal|Würzburg|Yokohama|
Zagreb|Zürich|Zaragoza"""
CITIES: frozenset[str] = frozenset(
    {c.lower() for c in STAND_ALONE} | {c.strip().lower() for c in _MORE_CITIES.split("|")}
)
"""Cities that open a release often enough to be known by name alone, in lower case."""

# A name that is both: as the last of several places it is a city.
CITY_STATES = frozenset(
    ("singapore", "luxembourg", "monaco", "djibouti", "gibraltar", "macau", "mexico", "guatemala", "panama")
).union(("hong kong", "san marino", "new york", "washington"))
"""Cities that share their name with a country or state, in lower case."""

# --- capitals ---------------------------------------------------------------------------------------------------------

_SMALL = """am an der die das den im in bei ob vor auf und y e et and of the upon on by de del della di do da dos das
des du la le les el los sur sous en aan op bij van het ter"""
SMALL: frozenset[str] = frozenset(_SMALL.split())
"""Words that stay small within a city's name."""
_ODD = {n.upper(): n for n in ("DeKalb", "LaGrange", "LaSalle", "DeLand", "DeSoto", "DeBary", "LaPorte")}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def capitals(name: str) -> str:
    """Return `name` in capitals as a dateline has it: `Portland` → `PORTLAND`, but `McALLEN`, `'s-HERTOGENBOSCH`."""
    upper = name.upper()
    upper = re.sub(r"\b(M)(C)(?=[^\W\d_]{2})", lambda m: "Mc", upper) if "Mc" in name else upper
    return re.sub(r"^(['’])S-", r"\1s-", upper) if re.match(r"['’]s-", name) else upper


@functools.lru_cache(maxsize=512)
def restored(name: str) -> str:
    """Return a name printed in capitals in sensible case: `RIO DE JANEIRO` → `Rio de Janeiro`."""
    first = True

    def word(match: re.Match[str]) -> str:
        nonlocal first
        printed = match.group()
        opens, first = first, False
        low = printed.lower()
        if printed.upper() in _ODD:
            return _ODD[printed.upper()]
        if not opens and low in SMALL and name[match.end() : match.end() + 1] in (" ", "-", ""):
            return low
        if re.match(r"[dlDL]['’]", printed) and len(printed) > 3:
            head = printed[0].lower() if not opens and printed[0] in "dD" else printed[0].upper()
            return head + printed[1] + printed[2].upper() + low[3:]
        if re.match(r"O['’]", printed):
            return printed[:2] + printed[2:3].upper() + low[3:]
        if re.match(r"M[cC][A-Z]", printed):
            return "Mc" + printed[2].upper() + low[3:]
        return printed[:1].upper() + low[1:]

    rest = re.match(r"(['’][sS]-)?(.*)", name, re.S)
    assert rest is not None  # the expression matches every text
    head = (rest.group(1) or "").lower()
    name = rest.group(2)
    if re.fullmatch(r"(?:[A-Z]\.){2,}", name):
        return head + name
    return head + _WORD.sub(word, name)


# --- states -----------------------------------------------------------------------------------------------------------


def _forms(state: State) -> Mapping[str, str]:
    return {"": state.name, "ap": state.ap, "postal": state.postal, "loose": _LOOSE.get(state.name, state.ap)}


def _state_names() -> Mapping[str, tuple[tuple[State, str], ...]]:
    found: dict[str, list[tuple[State, str]]] = {}
    # The last one entered is tried first: an American state wins over its Australian double.
    for state in reversed(tuple(STATES.values())):
        for form, printed in _forms(state).items():
            found.setdefault(printed.lower(), []).append((state, form))
    return MappingProxyType({name: tuple(ways) for name, ways in found.items()})


_STATE_NAMES = _state_names()


def state_words(region: str, spec: str) -> str:
    """Return `region` as `spec` says: `ap`, `postal` or `loose`, then `upper`; what is no known state as it is."""
    form, _, case = spec.partition(".")
    if form == "upper":
        form, case = "", form
    state = STATES.get(region)
    if state is not None:
        region = _forms(state).get(form, state.name)
    return region.upper() if case == "upper" else region


def state_ways(printed: str) -> tuple[tuple[State, str], ...]:
    """Return each (state, spec) that prints as `printed`."""
    return tuple(
        (state, spec)
        for state, form in _STATE_NAMES.get(printed.lower(), ())
        for spec in (form, f"{form}.upper".lstrip("."))
        if state_words(state.name, spec) == printed
    )
