"""Countries as datelines print them, by ISO 3166-1 alpha-2 code; several names where several are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

_NAMES: dict[str, str] = {
    "en": """AD Andorra;AE United Arab Emirates|UAE|U.A.E.;AF Afghanistan;AG Antigua and Barbuda;AL Albania;AM Armenia;
AO Angola;AR Argentina;AT Austria;AU Australia;AZ Azerbaijan;BA Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia;
BB Barbados;BD Bangladesh;BE Belgium;BF Burkina Faso;BG Bulgaria;BH Bahrain;BI Burundi;BJ Benin;BM Bermuda;BN Brunei;
BO Bolivia;BR Brazil;BS Bahamas|The Bahamas;BT Bhutan;BW Botswana;BY Belarus;BZ Belize;CA Canada;CD Congo;
CF Central African Republic;CH Switzerland;CI Ivory Coast|Cote d'Ivoire|Côte d'Ivoire;CL Chile;CM Cameroon;CN China;
CO Colombia;CR Costa Rica;CU Cuba;CV Cape Verde;CY Cyprus;CZ Czech Republic|Czechia;DE Germany;DJ Djibouti;DK Denmark;
DM Dominica;DO Dominican Republic;DZ Algeria;EC Ecuador;EE Estonia;EG Egypt;ER Eritrea;ES Spain;ET Ethiopia;FI Finland;
FJ Fiji;FR France;GA Gabon;GB United Kingdom|UK|U.K.|Great Britain;GD Grenada;GE Georgia;GG Guernsey;GH Ghana;
GI Gibraltar;GL Greenland;GM Gambia;GN Guinea;GQ Equatorial Guinea;GR Greece;GT Guatemala;GW Guinea-Bissau;GY Guyana;
HK Hong Kong;HN Honduras;HR Croatia;HT Haiti;HU Hungary;ID Indonesia;IE Ireland;IL Israel;IM Isle of Man;IN India;
IQ Iraq;IR Iran;IS Iceland;IT Italy;JE Jersey;JM Jamaica;JO Jordan;JP Japan;KE Kenya;KG Kyrgyzstan;KH Cambodia;
KN Saint Kitts and Nevis;KP North Korea;KR South Korea|Korea|Republic of Korea;KW Kuwait;KY Cayman Islands;
KZ Kazakhstan;LA Laos;LB Lebanon;LC Saint Lucia;LI Liechtenstein;LK Sri Lanka;LR Liberia;LS Lesotho;LT Lithuania;
LU Luxembourg;LV Latvia;LY Libya;MA Morocco;MC Monaco;MD Moldova;ME Montenegro;MG Madagascar;MK North Macedonia;
ML Mali;MM Myanmar;MN Mongolia;MO Macau|Macao;MR Mauritania;MT Malta;MU Mauritius;MV Maldives;MW Malawi;MX Mexico;
MY Malaysia;MZ Mozambique;NA Namibia;NE Niger;NG Nigeria;NI Nicaragua;NL Netherlands|The Netherlands|the Netherlands;
NO Norway;NP Nepal;NZ New Zealand;OM Oman;PA Panama;PE Peru;PG Papua New Guinea;PH Philippines;PK Pakistan;PL Poland;
PS Palestine;PT Portugal;PY Paraguay;QA Qatar;RO Romania;RS Serbia;RU Russia;RW Rwanda;SA Saudi Arabia|KSA;
SB Solomon Islands;SC Seychelles;SD Sudan;SE Sweden;SG Singapore;SI Slovenia;SK Slovakia;SL Sierra Leone;SM San Marino;
SN Senegal;SO Somalia;SR Suriname;SS South Sudan;SV El Salvador;SY Syria;SZ Eswatini;TD Chad;TG Togo;TH Thailand;
TJ Tajikistan;TL East Timor;TM Turkmenistan;TN Tunisia;TR Turkey|Türkiye;TT Trinidad and Tobago;TW Taiwan;TZ Tanzania;
UA Ukraine;UG Uganda;US United States|USA|U.S.|US|United States of America|U.S.A.;UY Uruguay;UZ Uzbekistan;
VA Vatican City;VE Venezuela;VN Vietnam|Viet Nam;YE Yemen;ZA South Africa;ZM Zambia;ZW Zimbabwe""",
    "de": """AE Vereinigte Arabische Emirate|VAE;AT Österreich;AU Australien;BE Belgien;BG Bulgarien;BR Brasilien;
CA Kanada;CH Schweiz;CL Chile;CN China;CY Zypern;CZ Tschechien;DE Deutschland;DK Dänemark;EE Estland;EG Ägypten;
ES Spanien;FI Finnland;FR Frankreich;GB Großbritannien|Vereinigtes Königreich|UK;GR Griechenland;HR Kroatien;HU Ungarn;
IE Irland;IN Indien;IS Island;IT Italien;JP Japan;KR Südkorea;LI Liechtenstein;LT Litauen;LU Luxemburg;LV Lettland;
MA Marokko;MX Mexiko;NL Niederlande;NO Norwegen;NZ Neuseeland;PL Polen;PT Portugal;RO Rumänien;RS Serbien;RU Russland;
SA Saudi-Arabien;SE Schweden;SI Slowenien;SK Slowakei;TR Türkei;UA Ukraine;US USA|Vereinigte Staaten;ZA Südafrika""",
    "fr": """AT Autriche;BE Belgique;BR Brésil;CA Canada;CH Suisse;CI Côte d'Ivoire;CN Chine;DE Allemagne;DK Danemark;
DZ Algérie;ES Espagne;FI Finlande;FR France;GB Royaume-Uni;GR Grèce;IE Irlande;IN Inde;IT Italie;JP Japon;LU Luxembourg;
MA Maroc;NL Pays-Bas;NO Norvège;PL Pologne;PT Portugal;RU Russie;SE Suède;SN Sénégal;TN Tunisie;TR Turquie;
US États-Unis|Etats-Unis""",
    "es": """AR Argentina;AT Austria;BE Bélgica;BR Brasil;CH Suiza;CL Chile;CN China;CO Colombia;DE Alemania;
DK Dinamarca;EC Ecuador;ES España;
FR Francia;GB Reino Unido;GR Grecia;IE Irlanda;IT Italia;JP Japón;MA Marruecos;MX México;
NL Países Bajos;PE Perú;PL Polonia;PT Portugal;RU Rusia;SE Suecia;US Estados Unidos|EE. UU.|EE.UU.;UY Uruguay""",
    "it": """AT Austria;BE Belgio;BR Brasile;CH Svizzera;CN Cina;DE Germania;DK Danimarca;ES Spagna;FR Francia;
GB Regno Unito;GR Grecia;IE Irlanda;IT Italia;JP Giappone;NL Paesi Bassi;PL Polonia;PT Portogallo;RU Russia;SE Svezia;
US Stati Uniti""",
    "nl": """AT Oostenrijk;BE België;BR Brazilië;CH Zwitserland;DE Duitsland;DK Denemarken;ES Spanje;FR Frankrijk;
GB Verenigd Koninkrijk;GR Griekenland;IE Ierland;IT Italië;LU Luxemburg;NL Nederland;PL Polen;PT Portugal;RU Rusland;
SE Zweden;US Verenigde Staten""",
}


def _read(table: str) -> Mapping[str, tuple[str, ...]]:
    rows = (row.strip() for row in table.split(";"))
    return MappingProxyType({row[:2]: tuple(row[3:].split("|")) for row in rows})


COUNTRIES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {k: _read(v) for k, v in _NAMES.items()}
)
"""Names of countries by language and ISO code, the usual one first."""


def country_words(code: str, spec: str) -> str:
    """Return the name of the country `code` as `spec` says: language, number of the name, case (`en.1.upper`).

    A language that has no name for it speaks English; what is no known code is printed as it is.
    """
    language, _, rest = spec.partition(".")
    number, _, case = rest.partition(".")
    names = COUNTRIES.get(language, {}).get(code) or COUNTRIES["en"].get(code) or (code,)
    at = int(number) if number.isdecimal() else 0
    name = names[at] if at < len(names) else names[0]
    return name.upper() if case == "upper" else name


def _index() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for language, names in COUNTRIES.items():
        for code, all_names in names.items():
            for i, name in enumerate(all_names):
                found.setdefault(name.lower(), []).append((code, f"{language}.{i}"))
    return MappingProxyType({name: tuple(ways) for name, ways in found.items()})


_BY_NAME = _index()


def country_ways(printed: str, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each (code, spec) that prints as `printed`, `languages` first, in their order."""
    known = _BY_NAME.get(printed.lower(), ())

    def rank(way: tuple[str, str]) -> int:
        language = way[1].partition(".")[0]
        return languages.index(language) if language in languages else len(languages)

    for code, spec in sorted(known, key=rank):
        for full in (spec, f"{spec}.upper"):
            if country_words(code, full) == printed:
                yield code, full
                break
