"""General News Agency text: a line for the dateline, a credit before the story, notices beneath their headings."""

from __future__ import annotations

from pressrelease.formats.registry import Format, Job, Written
from pressrelease.formats.text.writing import COMMON, House, write_text
from pressrelease.model import Release

HOUSE = House(format="gna-text", template="text/gna.txt", style="gna")


def write(release: Release, job: Job) -> Written:
    """Return `release` as a plain agency text.

    One that was read from a plain text is set as it stood, byte for byte; any other in the agency's usual order.
    """
    return write_text(release, job, HOUSE)


GNA_TEXT = Format(
    name="gna-text",
    title="agency text (General News Agency)",
    group="text",
    media_type="text/plain",
    suffixes=(".gna.txt", ".txt"),
    template=HOUSE.template,
    write=write,
    cannot_carry={**COMMON},
)
FORMATS = (GNA_TEXT,)
