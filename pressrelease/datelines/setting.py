"""Print a dateline: by its own layout while that fits, else in its style."""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from dataclasses import dataclass

from pressrelease.datelines.countries import COUNTRIES, country_words
from pressrelease.datelines.layout import fits, parts, set_by
from pressrelease.datelines.months import DAY_FIRST, MONTHS
from pressrelease.datelines.places import STATES, capitals, state_words
from pressrelease.datelines.style import STYLES, Style
from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Where
from pressrelease.model import Dateline, Place, zone_info
from pressrelease.wording import LANGUAGES, date_words


class UnknownStyle(PressReleaseError):
    """A dateline style that nobody knows."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A dateline in words: `line` stands by itself above the body, `lead` opens the first paragraph."""

    line: str
    lead: str


def printed(dateline: Dateline, language: str = "en", style: str | Style = "") -> Printed:
    """Return `dateline` in words of `language` (BCP 47), in its own setting or in `style` (a name or a Style).

    Without `style` the layout it was read in holds, as long as that prints all the dateline says; else its own style;
    a name that nobody knows (a house style from elsewhere) prints as `plain`. Raises UnknownStyle for such a `style`.
    """
    own = not style or style == dateline.style
    if own and dateline.layout and fits(dateline.layout, dateline):
        line, lead = parts(dateline.layout)
        return Printed(set_by(line, dateline), set_by(lead, dateline))
    house = _known(style) if style else STYLES.get(dateline.style, STYLES["plain"])
    return styled(dateline, language, house)


def _known(style: str | Style) -> Style:
    if isinstance(style, Style):
        return style
    found = STYLES.get(style)
    if found is None:
        raise UnknownStyle(
            Problem("no such dateline style", Where(field="style"), shown(style), " or ".join(STYLES))
        )
    return found


def styled(dateline: Dateline, language: str, style: Style) -> Printed:
    """Return `dateline` as `style` sets it, whatever its layout."""
    language = language or "en"
    words = {
        "places": _places(dateline.places, language, style),
        "date": _date(dateline, language, style),
        "time": _time(dateline, style),
        "credit": dateline.credit or style.credit,
    }
    return Printed(_filled(style.line, words), _filled(style.lead, words))


_SECTION = re.compile(r"\[([^\[\]]*)\]|([^\[]+)")
_FIELD = re.compile(r"\{([a-z]+)\}")


def _filled(pattern: str, words: dict[str, str]) -> str:
    text, anything = "", False
    for optional, section, names in _sections(pattern):
        if optional and not all(words.get(n) for n in names):
            continue
        filled = _FIELD.sub(lambda m: words.get(m.group(1), ""), section)
        # What opens the text needs no separator before it.
        text += filled if text or not optional else filled.lstrip(" ,-")
        anything = anything or any(words.get(n) for n in names)
    return text if anything else ""


@functools.lru_cache(maxsize=64)
def _sections(pattern: str) -> tuple[tuple[bool, str, tuple[str, ...]], ...]:
    """Return the sections of a style's pattern: whether it may be left out, its text, the fields it asks for."""
    return tuple(
        (bool(optional), optional or plain, tuple(_FIELD.findall(optional or plain)))
        for optional, plain in _SECTION.findall(pattern)
    )


def ending(pattern: str) -> str:
    """Return what stands behind the last field of a style's pattern, and so at the end of all that it sets."""
    return re.split(r"[\]}]", pattern)[-1]


_AND = dict(en="and", de="und", fr="et", es="y", it="e", nl="en", pt="e", sv="och", da="og", pl="i")  # noqa: C408


def _places(places: tuple[Place, ...], language: str, style: Style) -> str:
    names = [_place(p, language, style) for p in places]
    if style.and_last and len(names) > 1:
        word = _AND.get(_primary(language), "and")
        return f"{style.several.join(names[:-1])} {word} {names[-1]}"
    return style.several.join(names)


def _place(place: Place, language: str, style: Style) -> str:
    name = capitals(place.name) if style.capitals else place.name
    if not style.regions or stands_alone(place, style):
        return name
    state = STATES.get(place.region)
    region = place.region
    if state is not None and not style.full_states:
        region = state_words(place.region, "ap")
    country = place.country
    if state is not None and state.country == country:
        country = ""
    if country:
        primary = _primary(language)
        short = "1" if country == "GB" and primary == "en" else "0"
        country = country_words(country, f"{primary if primary in COUNTRIES else 'en'}.{short}")
    return ", ".join(filter(None, (name, region, country)))


def stands_alone(place: Place, style: Style) -> bool:
    """Return whether `style` prints `place` without state or country: a listed city, where the list has it."""
    where = style.stand_alone.get(place.name) or style.stand_alone.get(_unaccented(place.name))
    if where is None:
        return False
    state = STATES.get(where)
    country = state.country if state else where
    same_region = not place.region or state is None or place.region == where
    return same_region and place.country in ("", country)


def _unaccented(name: str) -> str:
    # AP's wires carry no accents: São Paulo is on the list as Sao Paulo.
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _date(dateline: Dateline, language: str, style: Style) -> str:
    if style.dates == "none":
        return ""
    if dateline.date is None:
        return dateline.date_printed
    primary = _primary(language)
    if not style.date and primary not in MONTHS and primary in LANGUAGES:
        return date_words(dateline.date, language)
    if primary not in MONTHS:
        primary = "en"
    day = "{day:02}" if style.two_digit_day else "{day}"
    pattern = style.date or _order(primary, style).replace("{day}", day)
    month = f"{{month:{primary}.{style.months}}}"
    return set_by(pattern.replace("{month}", month), dateline)


def _order(primary: str, style: Style) -> str:
    year = style.dates == "full"
    if primary == "en" and not style.day_first:
        return "{month} {day}, {year}" if year else "{month} {day}"
    pattern = DAY_FIRST.get(primary, "{day} {month} {year}")
    return pattern if year else pattern.partition("{month}")[0] + "{month}"


def _time(dateline: Dateline, style: Style) -> str:
    if dateline.time is None:
        return ""
    zone = dateline.zone_printed or _offset(dateline)
    return set_by(style.clock, dateline) + (f" {zone}" if zone else "")


def _offset(dateline: Dateline) -> str:
    """Return the offset of a zone that was never printed; without a date only a fixed one is known."""
    info = zone_info(dateline.zone)
    moment = dateline.moment() or dt.datetime(
        2000, 1, 1, tzinfo=info if isinstance(info, dt.timezone) else None
    )
    offset = moment.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}".replace("UTC+00:00", "UTC") if offset else dateline.zone
