"""A clock time that names no time zone.

A release is read in every zone. Without one nobody knows when a press conference begins, when an embargo lifts, or when
the news was sent; and no program can make a moment of it. A zone that nobody knows stays unknown: it is never guessed.
In the dateline it is an error, within the text a warning. A time that is only about right (`shortly after 9:30`) and a
span (`between 9:30 and 11:00`) are no moments.

Source: AP Stylebook, "time zones"; ISO 8601-1:2019 (local time with its shift from UTC); IPTC NewsML-G2, which takes
only moments with an offset as published.

Example:

    ---
    headline: Harbour opens
    dateline: {places: [Brussels], date: 2020-08-26, time: "18:39", zone_printed: Time}
    ---
    The harbour opens at 9:30 on Monday.

Use instead:

    ---
    headline: Harbour opens
    dateline: {places: [Brussels], date: 2020-08-26, time: "18:39", zone: Europe/Brussels}
    ---
    The harbour opens at 9:30 CEST on Monday. Doors open at 9:00.

Excuse it: where all times are those of one place that is named once in a way a program does not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pressrelease.checks.case import Case
from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit, Rule

# It begins with a digit, and says what may stand before that afterwards: so that the search runs from digit to digit.
_TIME = re.compile(
    r"""[0-9](?<![\w:.,/€$£][0-9])
    (?: (?:(?<=[01])\d|(?<=2)[0-3])?
        (?: [ \u00a0\u202f]h[ \u00a0\u202f][0-5]\d(?![\w:%]|[.,]\d|[-/]\d)
        | [:h][0-5]\d(?::[0-5]\d)?(?![\w:%]|[.,]\d|[-/]\d) (?:[ ]?[ap]\.?m\b\.?|[ ](?:Uhr|heures|horas|uur)\b)?
        | \.[0-5]\d (?:[ ]?[ap]\.?m\b\.?|[ ](?:Uhr|uur)\b)
        | [ ](?:Uhr|heures|uur)\b )
    | (?:(?<=1)[0-2]|(?<=[1-9]))[ ]?[ap]\.?m\b\.? )""",
    re.I | re.X,
)
_LASTS = re.compile(
    r"\b(?:video|vidéo|vídeo|film|clip|audio|podcast|song|track|duration|dauer|durée|duración|durata)\W{1,3}\Z",
    re.I,
)
"""Before minutes and seconds: `Video (3:47)`."""
_NEAR = 12
_HOURS = re.compile(r"\d ?(?:heures|uur)\Z", re.I)
_AT = re.compile(r"(?<!\d )\b(?:à|dès|jusqu['’]à|om|vanaf) \Z", re.I)
"""Before hours that are a time of day: without it, as in `10 à 20 heures`, they say how long."""
_ABOUT = re.compile(
    r"""\b(?: about | around | approximately | roughly | (?:shortly|just)[ ](?:before|after)
    | gegen | circa | ca\. | etwa | ungefähr | rund | kurz[ ](?:vor|nach) | bis[ ]nach
    | vers | aux[ ](?:alentours|environs)[ ]de | peu[ ](?:avant|après)
    | (?:hacia|sobre|alrededor[ ]de|poco[ ](?:antes|después)[ ]de)[ ]las?
    | (?:verso|intorno[ ]a|poco[ ](?:prima|dopo)[ ]d)[ ]?(?:e?l?le|l['’])
    | rond | omstreeks | tegen | ongeveer | (?:kort|even)[ ](?:voor|na) )[ ]?\Z""",
    re.I | re.X,
)
"""Before a time that is only about right: `kurz nach 15 Uhr`."""
_IN = r"(?:[^.;!?]|(?<=\d)\.)"
"""A character of a sentence: a stop behind a figure does not end it."""
_SPAN = re.compile(
    rf"\b(?:between|zwischen|entre|tra|fra|tussen) (?:[^\s.;!?]+ ){{0,3}}\d{_IN}{{0,50}}? "
    rf"(?:and|und|et|y|e|en) {_IN}{{0,40}}",
    re.I,
)
"""A span in which something happened: `between 9:30 and 11:00`."""
_ZONE = re.compile(
    r"""\b(?: UTC|GMT|Z|[ECMP][SD]?T|[CEW]ES?T|MES?Z|BST|IST|JST|KST|HKT|SGT|MSK|A[EWC][SD]T|NZ[SD]T|AK[SD]T|HST
    | (?:Europe|America|Asia|Africa|Australia|Atlantic|Pacific|Indian|Etc)/[A-Z]\w+
    | (?i:(?:local|central|eastern|western|pacific|mountain|european|greenwich|summer|winter|standard|daylight)
          (?:[ ]\w+){0,2}[ ]time | Ortszeit | heure[ ](?:locale|de) | hora[ ](?:local|de) | ora[ ](?:locale|di)) )\b
    | [+-]\d\d:?\d\d\b""",
    re.X,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield the dateline's time without a zone, then each time of a passage in which none is named."""
    dateline = case.release.dateline
    if dateline is not None and dateline.time is not None and not dateline.zone:
        yield _of_dateline(case.passage("dateline"), dateline.zone_printed)
    for passage, spots in groupby(case.news.find(_TIME), key=lambda spot: spot.passage):
        if _ZONE.search(passage.text):
            continue
        spans = [span.span() for span in _SPAN.finditer(passage.text)]
        for spot in spots:
            if _LASTS.search(passage.text, max(0, spot.start - _NEAR), spot.start):
                continue
            if _ABOUT.search(passage.text, max(0, spot.start - 30), spot.start):
                continue
            if any(start < spot.start < end for start, end in spans):
                continue
            if _HOURS.fullmatch(spot.text[-8:]) and not _AT.search(passage.text, 0, spot.start):
                continue
            message = f"“{spot.text}” names no zone"
            yield spot.hit(message, fix="add the zone, such as CET or UTC+1", severity="warning")


def _of_dateline(passage: Passage | None, zone: str) -> Hit:
    message = "the dateline's time names no zone" + (f"; “{zone}” is none" if zone else "")
    fix = "add the zone, and the time in UTC"
    time = _TIME.search(passage.text) if passage else None
    return (
        passage.hit(message, *time.span(), fix=fix) if passage and time else Hit(message, "dateline", fix=fix)
    )


RULE = Rule(id="time-without-zone", group="editorial", severity="error", run=run)
