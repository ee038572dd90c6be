"""The slots around an ANPA 1312 text: both header lines and the trailer; derived, set and read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from pressrelease.envelope import version_created
from pressrelease.formats.wire.anpa1312.options import Anpa1312Options
from pressrelease.formats.wire.wiretext.numbers import initials, own_serial, slug_line, topic_number
from pressrelease.formats.wire.wiretext.states import ordinal, step
from pressrelease.markup.degrade import degraded
from pressrelease.model import Release

PREFIX = "anpa1312:"
"""Prefix of the names by which `extra` keeps what the slots held."""
BODY, TEXT = "\x13", "\x11"
"""Format bytes: news text, not tabular."""
_KEYWORD = 24
_CATEGORIES = "aeaafaalhflpaaasio"
"""A letter for each of the IPTC's main subjects, the first for none."""
_SERVICES = {4: "f", 15: "s"}
_PRIORITIES = "rfburrdddd"
"""A letter for each urgency, the first for none."""
_URGENCIES = {"f": 1, "b": 2, "u": 3, "d": 6, "h": 7}
_STEPS = {"correction": "CORRECTS", "kill": "KILL", "withheld": "HOLD"}
_FIRST = re.compile(
    r"[\x16\s]*(?P<service>[A-Za-z])(?P<serial>\d{3,4})[\x1f ]?(?P<selector>[^\x1f\s]{0,12})\s*"
)
_SECOND = re.compile(
    r"(?P<priority>[a-z])\s+(?P<category>[a-z])\s*(?P<format>[\x13\x14][\x11\x12])?\s*(?P<rest>\S.{0,150})",
    re.I,
)
_TAIL = re.compile(r"(?P<rest>.*?)\s+(?P<month>\d\d)-(?P<day>\d\d)(?:\s+\d{1,5})?\s*")
_VERSION = re.compile(r"(?:(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\s?)?ld\b.*", re.I)
_TRAILER = re.compile(
    r"(?P<agency>[A-Z]{2,6})-\w{1,4}-(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)\s?(?:GMT|UTC|Z)", re.I
)
_KYODO = re.compile(r"(?P<agency>[A-Z]{2,6})-(\d\d):(\d\d)-(\d\d)-(\d\d)-(\d\d)", re.I)


@dataclass(frozen=True, slots=True)
class Header:
    """The header's fields, as they are printed."""

    service: str
    serial: str
    selector: str
    priority: str
    category: str
    keyword: str
    version: str
    reference: str
    agency: str

    def lines(self, made: dt.datetime, words: int) -> tuple[str, str]:
        """Return both lines of the header."""
        day = f"{made:%m-%d} {min(words, 9999):04d}"
        slug = " ".join((self.keyword, self.version, self.reference, day))
        return (
            f"{self.service}{self.serial}\x1f{self.selector}",
            f"{self.priority} {self.category}{BODY}{TEXT} {slug}",
        )

    def trailer(self, made: dt.datetime) -> str:
        """Return who made it, and when: `AP-WF-11-13-09 1137GMT`."""
        return f"{self.agency}-WF-{made:%m-%d}-{made.year % 100:02d} {made:%H%M}GMT"


def made_at(release: Release, now: dt.datetime) -> dt.datetime:
    """Return when this version was made, in UTC and whole minutes; `now` where no zone is known."""
    made, _ = version_created(release, now)
    if made.tzinfo is None:
        made = now
    try:
        made = made.astimezone(dt.UTC)
    except OverflowError:  # the first and the last day of the calendar
        made = made.replace(tzinfo=dt.UTC)
    return made.replace(second=0, microsecond=0)


def derived(release: Release, made: dt.datetime | None) -> Header:
    """Return the header that a release has where nobody sets its fields; `made` is its trailer's moment."""
    topic = topic_number(release)
    kind = step(release)
    lead = f"{ordinal(release.version - 1)}Ld-Writethru" if 1 < release.version < 100 else "Writethru"
    return Header(
        service="b" if _is_advance(release, made) else _SERVICES.get(topic, "a"),
        serial=f"{own_serial(release):04d}",
        selector="-----",
        priority=priority(release, made),
        category=_CATEGORIES[topic],
        keyword=keyword(release),
        version=lead if kind == "update" else _STEPS.get(kind, ""),
        reference="",
        agency=initials(release).upper(),
    )


def _is_advance(release: Release, made: dt.datetime | None) -> bool:
    """Return whether the text is sent before it may be used."""
    embargo = release.embargo
    return embargo is not None and (embargo.until is None or (made is not None and embargo.until > made))


def priority(release: Release, made: dt.datetime | None) -> str:
    """Return the letter of the priority: a kill or hold is a bulletin, a correction urgent, an embargo an advance."""
    kind = step(release)
    if kind in ("kill", "withheld"):
        return "b"
    own = _PRIORITIES[release.urgency or 0]
    if kind == "correction" and own not in "fb":
        return "u"
    return "a" if own == "r" and _is_advance(release, made) else own


def keyword(release: Release) -> str:
    """Return the slug with its cycle: `bc-Harbour-Opening`, at most 24 letters."""
    words = degraded(slug_line(release), "ascii", release.language)[0]
    bare = re.sub(r"-+", "-", re.sub("[^A-Za-z0-9.-]", "-", words)).strip("-")
    return f"bc-{bare}"[:_KEYWORD].rstrip("-") if bare else "bc-release"


def header(
    release: Release, kept: Release, made: dt.datetime, version: str, reference: str, options: Anpa1312Options
) -> Header:
    """Return the header of `release`: by `options`, by what `kept` keeps from an earlier one, else derived."""
    found = replace(derived(release, made), version=version, reference=reference)
    for name, pattern in _FITS.items():
        option = getattr(options, name)
        said = kept.extra.get(PREFIX + name)
        if option is None and isinstance(said, str) and re.fullmatch(pattern, said):
            option = said
        if option is not None:
            found = replace(found, **{name: f"{option:04d}" if isinstance(option, int) else option})
    return found


_FITS = {
    "service": "[A-Za-z]",
    "serial": r"\d{4}",
    "selector": "[A-Za-z-]{5}",
    "priority": "[a-z]",
    "category": "[a-z]",
    "keyword": r"[!-;=-\]_-~]{1,24}",
    "agency": "[A-Z]{2,4}",
}


# --- read ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """What a header says, and what in it departs from the usual."""

    header: Header
    usual: bool


def parsed(first: str, second: str, agency: str) -> Found | None:
    """Return the header that two lines are, or None where they are something else."""
    one, two = _FIRST.fullmatch(first), _SECOND.fullmatch(second.strip("\r\n "))
    if one is None or two is None:
        return None
    tail = _TAIL.fullmatch(two["rest"])
    slug = (tail["rest"] if tail else two["rest"]).split()
    word, *rest = slug or [""]
    reference = rest.pop() if rest and re.fullmatch(r"\d{3,4}", rest[-1]) else ""
    made = Header(
        one["service"],
        one["serial"],
        one["selector"],
        two["priority"].lower(),
        two["category"].lower(),
        word,
        " ".join(rest),
        reference,
        agency,
    )
    return Found(made, tail is not None and bool(two["format"]) and "\x1f" in first)


def lead(version: str) -> int:
    """Return which version a word such as `1stLd-Writethru` makes it; 0: it does not say."""
    match = _VERSION.fullmatch(version)
    return 0 if match is None else int(match["ordinal"]) + 1 if match["ordinal"] else 2


def urgency(letter: str) -> int | None:
    """Return the urgency that a priority's letter stands for, where it stands for one alone."""
    return _URGENCIES.get(letter)


def parsed_trailer(text: str) -> tuple[str, dt.datetime | None, bool]:
    """Return the agency a trailer names, its moment, and whether that has a zone: AP's form, or Kyodo's."""
    match = _TRAILER.search(text)
    if match is not None:
        agency, month, day, year, hour, minute = match.groups()
        return agency, _moment(year, month, day, hour, minute, dt.UTC), True
    match = _KYODO.search(text)
    if match is not None:
        agency, hour, minute, month, day, year = match.groups()
        return agency, _moment(year, month, day, hour, minute, None), False
    return "", None, False


def _moment(
    year: str, month: str, day: str, hour: str, minute: str, zone: dt.tzinfo | None
) -> dt.datetime | None:
    century = 2000 if int(year) < 70 else 1900
    try:
        return dt.datetime(century + int(year), int(month), int(day), int(hour), int(minute), tzinfo=zone)
    except ValueError:
        return None
