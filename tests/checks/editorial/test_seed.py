"""The agency's text: every editorial finding with its place, and no other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pressrelease as pr
from pressrelease.checks import DEFAULT, judged

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.parse(
    'title = "N"\nbase_url = "https://example.org/"\npublisher = {name = "A"}\n'
    'check = {names = ["Blu-ray", "Motion Picture Association of America"]}\n'
)
EXPECTED = {
    "headline-agreement": [(1, 14)],
    "dateline-place": [(5, 1)],
    "time-without-zone": [(5, 23)],
    "mixed-quotation-marks": [(9, 108), (17, 343)],
    "unbalanced-quotation-marks": [(19, 1)],
    "attribution-inside-quotation": [(17, 343), (19, 289)],
    "relative-date": [
        *((7, 176), (9, 121), (11, 287), (11, 611), (15, 64)),
        *((17, 315), (21, 17), (23, 276), (27, 1)),
    ],
    "numbers-differ": [(13, 172)],
    "list-repeat": [(11, 467)],
    "missing-boilerplate": [(None, None)],
    "missing-contact": [(None, None)],
    "entity-names": [(9, 304), (25, 149), (27, 144)],
    "long-sentence": [(7, 13), (9, 203), (9, 538), (19, 1), (21, 147), (23, 1)],
}


def test_the_agencys_text_has_these_editorial_findings_at_these_places_and_no_others(seed_path: Path) -> None:
    text = seed_path.read_text("utf-8")
    reading = pr.read(text, "text")
    told = judged(reading.release, newsroom=HOUSE, source=text, now=NOW, noticed=reading.findings)
    found: dict[str, list[tuple[int | None, int | None]]] = {}
    for finding in told.findings:
        if finding.code in DEFAULT.ids and DEFAULT.get(finding.code).group == "editorial":
            found.setdefault(finding.code, []).append((finding.where.line, finding.where.column))
    assert found == EXPECTED


def test_yesterday_stands_seven_times_in_the_agencys_text(seed_path: Path) -> None:
    text = seed_path.read_text("utf-8")
    found = pr.check(pr.parse(text, "text"), source=text, now=NOW)
    assert sum("“yesterday”" in f.message for f in found if f.code == "relative-date") == 7


def test_the_contact_line_of_the_agencys_text_is_read_into_fields(seed_path: Path) -> None:
    release = pr.parse(seed_path.read_text("utf-8"), "text")
    provider = release.provider
    assert provider is not None
    assert (len(provider.phones), len(provider.emails), bool(provider.web)) == (2, 2, True)
    assert "contact-block-unparsed" not in [f.code for f in pr.check(release, now=NOW)]
