"""PR Newswire text: `CITY, March 5, 2026 /PRNewswire/ -- `, and SOURCE at its end."""

from __future__ import annotations

from pressrelease.formats.registry import Format, Gap, Job, Written
from pressrelease.formats.text.writing import COMMON, House, write_text
from pressrelease.model import Release

HOUSE = House(
    format="prn-text",
    template="text/prn.txt",
    style="prnewswire",
    credit="PRNewswire",
    beside=True,
    origin="SOURCE ",
)


def write(release: Release, job: Job) -> Written:
    """Return `release` as PR Newswire sets it; the origin notice, or else the publisher, is its SOURCE."""
    return write_text(release, job, HOUSE)


PRN_TEXT = Format(
    name="prn-text",
    title="PR Newswire text",
    group="text",
    media_type="text/plain",
    suffixes=(".prn.txt", ".txt"),
    template=HOUSE.template,
    write=write,
    cannot_carry={
        **COMMON,
        "dateline.time": Gap("PR Newswire prints no time"),
        "dateline.zone_printed": Gap("PR Newswire prints no time"),
    },
)
FORMATS = (PRN_TEXT,)
