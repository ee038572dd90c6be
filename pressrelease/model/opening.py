"""Where and when a release opens, and until when it is held."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, model_validator

from pressrelease.model.part import Part
from pressrelease.model.values import (
    Clock,
    Day,
    Line,
    Moment,
    Pattern,
    Words,
    Zone,
    universal,
    wrong,
    zone_info,
)


class Place(Part):
    """A place, as a dateline or a topic names it."""

    name: Words
    """The place's own name, `New York`."""
    region: Line = ""
    """State, province or Land: `Oregon`."""
    country: Line = ""
    """ISO 3166-1 alpha-2 code, or a name where the code is unknown."""
    uri: Line = ""
    """An identifier elsewhere, such as a GeoNames or Wikidata URI."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east."""


class Dateline(Part):
    """Where and when a release opens, and for whom: `Lisbon, 14.09.2026, 10:30 Time` … `KBN NEWS -`.

    The date is the one printed; it has no zone of its own. `moment()` is aware, and exists only where a zone is known.
    """

    places: tuple[Place, ...] = ()
    """One or several."""
    date: Day | None = None
    """The day, when day, month and year are known."""
    time: Clock | None = None
    """Local time of day."""
    zone: Zone = ""
    """IANA name or offset of `time`; empty: unknown."""
    zone_printed: Line = ""
    """The zone as printed, also where it is none (`Time`)."""
    date_printed: Line = ""
    """A date as printed that is no whole date (`March 5`, without a year)."""
    credit: Line = ""
    """The agency's credit: `KBN NEWS`, `AP`, `ots`."""
    style: Line = ""
    """Name of the style it was read in or is to be printed in (`ap`, `gna`; see `pressrelease.datelines`)."""
    layout: Pattern = ""
    """How it was set, where that differs from its style."""

    @model_validator(mode="after")
    def _time_is_local(self) -> Dateline:
        if self.time is not None and self.time.tzinfo is not None:
            raise wrong("a time with an offset", "a local time, its zone in `zone`")
        return self

    def moment(self, default_zone: str = "") -> dt.datetime | None:
        """Return date and time (midnight where no time is printed) as an aware moment, or None.

        `default_zone` stands in where no zone is known, as the newsroom's `time_zone` does.
        """
        zone = zone_info(self.zone or default_zone)
        if self.date is None or zone is None:
            return None
        return dt.datetime.combine(self.date, self.time or dt.time(), zone)


class Embargo(Part):
    """Hold a release back until a moment."""

    until: Moment | None = None
    """The lift; none: no known end, the release is held."""
    binding: bool = True
    """A rule; false: advice to receivers."""
    printed: Line = ""
    """The line as it was printed."""

    def holds(self, now: dt.datetime) -> bool:
        """Return whether the release is still held at `now` (aware)."""
        return self.until is None or universal(now) < self.until
