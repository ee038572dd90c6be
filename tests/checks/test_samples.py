"""The samples are as a careful desk would have them, and the agency's text shows what there is to find."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.checks import check, judged
from pressrelease.files import Loaded, load_all, relatives

SAMPLES = Path(__file__).parents[2] / "sample_releases"
NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.load(SAMPLES)
MEANT = {
    "missing-containers.txt": {
        ("time-without-zone", 5),
        ("citation-wrong-subject", 21),
        ("jurisdiction-undeclared", 21),
        ("superseded-citation", 21),
        ("responsible-address", 21),
        ("responsible-conditions", 21),
        ("responsible-unclear", 21),
        ("liability-on-person", 25),
        ("provider-register", 29),
    }
}
"""What is left in a sample on purpose: a text as an agency sends it cannot excuse anything."""


@pytest.mark.parametrize("entry", load_all(HOUSE), ids=lambda entry: entry.path.name)
def test_a_sample_is_clean_or_excuses_what_it_does_on_purpose(entry: Loaded) -> None:
    source = pr.Source(entry.path.read_bytes(), entry.path.name)
    others = [reading.release for reading in relatives(entry.path, HOUSE)]
    found = check(entry.release, newsroom=HOUSE, source=source, others=others, now=NOW)
    left = [f for f in found if (f.code, f.where.line) not in MEANT.get(entry.path.name, set())]
    assert [str(f) for f in left if f.severity != "info"] == []


SEED = {
    ("missing-boilerplate", None),
    ("missing-contact", None),
    ("list-repeat", 11),
    ("numbers-differ", 13),
    ("headline-agreement", 1),
    ("dateline-place", 5),
    ("time-without-zone", 5),
    ("superseded-citation", 35),
    ("citation-wrong-subject", 35),
    ("responsible-unclear", 35),
    ("responsible-address", 35),
    ("responsible-conditions", 35),
    ("liability-overreach", 39),
    ("liability-on-person", 39),
    ("provider-register", 43),
    ("source-and-licence", 43),
    ("jurisdiction-undeclared", 35),
    ("innocence-wording", 1),
    ("innocence-wording", 9),
    ("innocence-wording", 27),
    ("mixed-quotation-marks", 9),
    ("mixed-quotation-marks", 17),
    ("attribution-inside-quotation", 17),
    ("attribution-inside-quotation", 19),
    ("unbalanced-quotation-marks", 19),
    *(("relative-date", line) for line in (7, 9, 11, 15, 17, 21, 23, 27)),
}
"""Rule and line of what there is to find in the agency's text: it grows with the rules."""


def test_the_agencys_text_shows_what_there_is_to_find(seed_path: Path) -> None:
    text = seed_path.read_text("utf-8")
    reading = pr.read(text, "text")
    told = judged(reading.release, source=text, now=NOW, noticed=reading.findings)
    assert {(f.code, f.where.line) for f in told.findings} >= SEED
