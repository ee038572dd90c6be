"""ots text as news aktuell sends it: `Ort (ots) - `, Pressekontakt, and whose content it is."""

from __future__ import annotations

from pressrelease.formats.registry import Format, Gap, Job, Written
from pressrelease.formats.text.writing import COMMON, House, write_text
from pressrelease.model import Release

HOUSE = House(
    format="ots-text",
    template="text/ots.txt",
    style="ots",
    credit="ots",
    beside=True,
    origin="Original-Content von: ",
)


def write(release: Release, job: Job) -> Written:
    """Return `release` as an ots text; the origin notice, or else the publisher, says whose content it is."""
    return write_text(release, job, HOUSE)


OTS_TEXT = Format(
    name="ots-text",
    title="ots text (news aktuell)",
    group="text",
    media_type="text/plain",
    suffixes=(".ots.txt", ".txt"),
    template=HOUSE.template,
    write=write,
    cannot_carry={
        **COMMON,
        "dateline.date": Gap("ots prints the place alone"),
        "dateline.time": Gap("ots prints the place alone"),
        "dateline.zone_printed": Gap("ots prints the place alone"),
        "dateline.date_printed": Gap("ots prints the place alone"),
    },
)
FORMATS = (OTS_TEXT,)
