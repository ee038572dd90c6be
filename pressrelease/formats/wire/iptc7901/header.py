"""The slots around an IPTC 7901 text: header, keyword line, date line; derived, set and read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pressrelease.datelines.months import MONTHS
from pressrelease.envelope import is_killed, version_created
from pressrelease.formats.wire.iptc7901.options import Iptc7901Options
from pressrelease.formats.wire.wiretext.numbers import initials, own_serial, slug_line, topic_number
from pressrelease.model import Release

PREFIX = "iptc7901:"
"""Prefix of the names by which `extra` keeps what the slots held."""
_CATEGORIES = (
    *("gen", "ace", "clj", "dis", "fin", "edu", "evn", "hth", "hum"),
    *("lab", "lif", "pol", "rel", "sci", "soi", "spo", "war", "wea"),
)
"""Three letters for each of the IPTC's main subjects, `gen` for none."""
_HEADER = re.compile(
    r"(?P<source>[A-Za-z]{2,5})[ ]?(?P<serial>\d{1,5})\s+(?P<priority>\d)\s+(?:(?P<category>[A-Za-z]{1,3})\s+)?"
    r"(?P<words>\d{1,5})?\s*(?P<free>.{0,200})"
)
_DATE = re.compile(r"\W*(\d{2})(\d{2})(\d{2})\s*(GMT|UTC|Z)?\s*([^\W\d]{3,10})\.?\s*(\d{2}|\d{4})\b", re.I)
_MONTHS = {
    name.lower().rstrip(".")[:3]: number
    for forms in MONTHS.values()
    for names in forms.values()
    for number, name in enumerate(names, 1)
} | {"mär": 3, "mrz": 3, "mae": 3, "mai": 5, "okt": 10, "dez": 12, "dic": 12, "ene": 1, "abr": 4, "ago": 8}
_ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Header:
    """The header's fields, as they are printed."""

    source: str
    serial: str
    priority: int
    category: str
    free: str

    def line(self, words: int) -> str:
        """Return the header as a line: `kbn0123 4 fin 211  kbn 0123`."""
        category = f" {self.category}" if self.category else ""
        return (
            f"{self.source}{self.serial} {self.priority}{category} {min(words, 99999)}  {self.free}".rstrip()
        )


def derived(release: Release) -> Header:
    """Return the header that a release has where nobody sets its fields."""
    source, serial = initials(release), f"{own_serial(release):04d}"
    return Header(source, serial, priority(release), _CATEGORIES[topic_number(release)], f"{source} {serial}")


def priority(release: Release) -> int:
    """Return 1 (flash) to 6 by urgency; a kill or hold is at least 2, a correction 3, all else 4."""
    least = 2 if is_killed(release) or release.status == "withheld" else 3
    usual = least if least == 2 or release.change.kind == "correction" else 4
    own = min(release.urgency or usual, 6)
    return min(own, usual) if usual < 4 else own


def header(release: Release, kept: Release, options: Iptc7901Options) -> Header:
    """Return the header of `release`: by `options`, by what `kept` keeps from an earlier one, else derived."""
    usual = derived(release)
    serial = None if options.serial is None else f"{options.serial:04d}"
    source = _first(options.source, kept, "source", usual.source)
    number = _first(serial, kept, "serial", usual.serial)
    return Header(
        source,
        number,
        options.priority or usual.priority,
        _first(options.category, kept, "category", usual.category),
        _first(options.free, kept, "free", f"{source} {number}"),
    )


def _first(option: str | None, kept: Release, name: str, usual: str) -> str:
    said = kept.extra.get(PREFIX + name)
    return option if option is not None else said if isinstance(said, str) and _fits(name, said) else usual


def _fits(name: str, value: str) -> bool:
    pattern = {
        "source": "[A-Za-z]{3}",
        "serial": r"\d{3,4}",
        "category": "[A-Za-z]{0,3}",
        "free": r"[\x21-\x7e](?:[\x20-\x7e]{0,48}[\x21-\x7e])?|",
    }[name]
    return re.fullmatch(pattern, value) is not None


def parsed(line: str) -> tuple[Header, int] | None:
    """Return the header that `line` is, and its count of words (0: none), or None where it is something else."""
    match = _HEADER.fullmatch(line.strip())
    if match is None:
        return None
    found = Header(
        match["source"],
        match["serial"],
        int(match["priority"]),
        match["category"] or "",
        match["free"].strip(),
    )
    return found, int(match["words"] or 0)


def keyword_line(release: Release) -> str:
    """Return the keyword line of a release, ended by a slash: `Harbour/Opening/`."""
    line = re.sub(r"\s+", " ", slug_line(release)).strip(" /")
    return f"{line[:60].strip(' /')}/"


# --- the date line ---------------------------------------------------------------------------------------------------


def date_line(release: Release, now: dt.datetime) -> str:
    """Return when this version was made: `020900 GMT Mar 26`; local time, without GMT, where no zone is known."""
    made, _ = version_created(release, now)
    zone = ""
    if made.tzinfo is not None:
        try:
            made = made.astimezone(dt.UTC)
        except OverflowError:  # the first and the last day of the calendar
            made = made.replace(tzinfo=dt.UTC)
        zone = "GMT "
    return f"{made:%d%H%M} {zone}{_ENGLISH[made.month - 1]} {made.year % 100:02d}"


def parsed_date(line: str) -> tuple[dt.datetime | None, bool]:
    """Return the moment that a date line names (naive where it names no zone), and whether it has a moment."""
    match = _DATE.match(line)
    if match is None:
        return None, False
    day, hour, minute, zone, month, year = match.groups()
    number = _MONTHS.get(month.lower()[:3], 0)
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)
    try:
        found = dt.datetime(full, number, int(day), int(hour), int(minute), tzinfo=dt.UTC if zone else None)
    except ValueError:
        return None, False
    return found, True
