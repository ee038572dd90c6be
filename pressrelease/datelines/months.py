"""Names of months and weekdays as datelines print them: a reading table of its own, wider than the interface's.

A *form* names one way to print all twelve: `long`, `short` (the house abbreviations of the language's wires), `three`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_MONTHS: dict[str, dict[str, str]] = {
    "en": {
        "long": "January February March April May June July August September October November December",
        # AP: March to July are never abbreviated.
        "short": "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.",
        # Reuters: the same without full stops.
        "bare": "Jan Feb March April May June July Aug Sept Oct Nov Dec",
        "three": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "dotted": "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.",
    },
    "de": {
        "long": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "short": "Jan. Feb. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        "austrian": "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
        "feber": "Jänner Feber März April Mai Juni Juli August September Oktober November Dezember",
        "three": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "dotted": "Jan. Feb. Mrz. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.",
        "drei": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "bare": "Jan Feb März April Mai Juni Juli Aug Sept Okt Nov Dez",
        "ascii": "Januar Februar Maerz April Mai Juni Juli August September Oktober November Dezember",
    },
    "fr": {
        "long": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "short": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "bare": "janv févr mars avr mai juin juil août sept oct nov déc",
        "juill": "janv. févr. mars avril mai juin juill. août sept. oct. nov. déc.",
        "agence": "janv fév mars avr mai juin juill août sept oct nov déc",
        "ascii": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    },
    "es": {
        "long": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "short": "ene feb mar abr may jun jul ago sep oct nov dic",
        "dotted": "ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic.",
        "setiembre": "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    },
    "it": {
        "long": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "short": "gen feb mar apr mag giu lug ago set ott nov dic",
        "dotted": "gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.",
    },
    "nl": {
        "long": "januari februari maart april mei juni juli augustus september oktober november december",
        "short": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
        "bare": "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "four": "jan. feb. maart april mei juni juli aug. sept. okt. nov. dec.",
    },
    "pt": {
        "long": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "short": "jan fev mar abr mai jun jul ago set out nov dez",
        "dotted": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    },
    "sv": {
        "long": "januari februari mars april maj juni juli augusti september oktober november december",
        "short": "jan. feb. mars april maj juni juli aug. sept. okt. nov. dec.",
    },
    "da": {
        "long": "januar februar marts april maj juni juli august september oktober november december",
        "short": "jan. feb. marts april maj juni juli aug. sept. okt. nov. dec.",
    },
    "pl": {
        "long": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "short": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    },
}

_WEEKDAYS: dict[str, dict[str, str]] = {
    "en": {
        "long": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "short": "Mon Tue Wed Thu Fri Sat Sun",
        "dotted": "Mon. Tues. Wed. Thurs. Fri. Sat. Sun.",
    },
    "de": {
        "long": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "north": "Montag Dienstag Mittwoch Donnerstag Freitag Sonnabend Sonntag",
        "short": "Mo Di Mi Do Fr Sa So",
        "dotted": "Mo. Di. Mi. Do. Fr. Sa. So.",
    },
    "fr": {"long": "lundi mardi mercredi jeudi vendredi samedi dimanche"},
    "es": {"long": "lunes martes miércoles jueves viernes sábado domingo"},
    "it": {"long": "lunedì martedì mercoledì giovedì venerdì sabato domenica"},
    "nl": {"long": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"},
    "pt": {"long": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"},
    "sv": {"long": "måndag tisdag onsdag torsdag fredag lördag söndag"},
    "da": {"long": "mandag tirsdag onsdag torsdag fredag lørdag søndag"},
    "pl": {"long": "poniedziałek wtorek środa czwartek piątek sobota niedziela"},
}

Forms = Mapping[str, Mapping[str, tuple[str, ...]]]


def _split(table: dict[str, dict[str, str]]) -> Forms:
    return MappingProxyType(
        {
            language: MappingProxyType({form: tuple(names.split()) for form, names in forms.items()})
            for language, forms in table.items()
        }
    )


MONTHS: Forms = _split(_MONTHS)
"""Names of the months by language and form."""
WEEKDAYS: Forms = _split(_WEEKDAYS)
"""Names of the weekdays, Monday first, by language and form."""

DAY_FIRST: Mapping[str, str] = MappingProxyType(
    {
        "en": "{day} {month} {year}",
        "de": "{day}. {month} {year}",
        "da": "{day}. {month} {year}",
        "es": "{day} de {month} de {year}",
        "pt": "{day} de {month} de {year}",
    }
)
"""How a language sets day, month and year; one that is missing here does as `fr` does: `5 mars 2026`."""

# Case as it may be printed, by the name it has in a pattern; the first that fits is taken.
CASES = ("", "upper", "title", "lower")


def cased(word: str, case: str) -> str:
    """Return `word` in `case`: `upper`, `lower`, `title` (first letter only), or as it is."""
    match case:
        case "upper":
            return word.upper()
        case "lower":
            return word.lower()
        case "title":
            return word[:1].upper() + word[1:]
        case _:
            return word


def named(forms: Forms, spec: str, index: int) -> str:
    """Return the name at `index` as `spec` says: language, form, case, parted by full stops (`de.long.upper`).

    An unknown language speaks English; a form that a language lacks is its long one.
    """
    language, _, rest = spec.partition(".")
    form, _, case = rest.partition(".")
    names = forms.get(language) or forms["en"]
    return cased((names.get(form) or names["long"])[index], case)


def _index(forms: Forms) -> dict[str, tuple[tuple[str, str, int], ...]]:
    found: dict[str, list[tuple[str, str, int]]] = {}
    for language, by_form in forms.items():
        for form, names in by_form.items():
            for i, name in enumerate(names):
                found.setdefault(name.lower(), []).append((language, form, i))
    return {name: tuple(ways) for name, ways in found.items()}


_BY_NAME = {id(MONTHS): _index(MONTHS), id(WEEKDAYS): _index(WEEKDAYS)}


def _alternatives(forms: Forms) -> str:
    return "|".join(re.escape(n) for n in sorted(_BY_NAME[id(forms)], key=len, reverse=True))


MONTH = f"(?:{_alternatives(MONTHS)})(?!\\w)"
"""A regular expression for the name of a month in any language (to be used with `re.I`)."""
WEEKDAY = f"(?:{_alternatives(WEEKDAYS)})(?!\\w)"
"""A regular expression for the name of a weekday in any language (to be used with `re.I`)."""


def alike(*several: Forms) -> str:
    """Return a regular expression for how the names of `several` begin, by two letters (to be used with `re.I`)."""
    second: dict[str, set[str]] = {}
    for forms in several:
        for name in _BY_NAME[id(forms)]:
            second.setdefault(name[0], set()).add(name[1])
    return "|".join(f"{first}[{''.join(sorted(letters))}]" for first, letters in sorted(second.items()))


def ways(
    forms: Forms, printed: str, languages: tuple[str, ...], first: str = ""
) -> Iterator[tuple[str, int]]:
    """Yield each (spec, index) that prints as `printed`: `languages` first, in their order, and form `first` first."""
    known = _BY_NAME[id(forms)].get(printed.lower(), ())

    def rank(way: tuple[str, str, int]) -> tuple[int, bool]:
        at = languages.index(way[0]) if way[0] in languages else len(languages)
        return at, way[1] != first

    for language, form, index in sorted(known, key=rank):
        for case in CASES:
            spec = f"{language}.{form}.{case}".rstrip(".")
            if named(forms, spec, index) == printed:
                yield spec, index
                break
