"""Moments as NewsML 1.2 has them: ISO 8601's basic format, to the second, always with an offset."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pressrelease.envelope import Origin, norm, printed_moment, version_created
from pressrelease.formats.registry import Job
from pressrelease.model import Release, zone_info


def basic(value: dt.datetime) -> str:
    """Return `value` as CCYYMMDDTHHMMSS±HHMM; fractions of a second, which the format has none of, are cut off."""
    return norm(value.replace(microsecond=0))


def utc(value: dt.datetime) -> str:
    """Return `value` in UTC: what receivers of this age can read, some of them with `+0000` only."""
    try:
        return basic(value.astimezone(dt.UTC))
    except OverflowError:  # the first and the last day of the calendar
        return basic(value)


def says(value: dt.datetime, text: str) -> bool:
    """Return whether `text` says all of `value`, its offset too."""
    return norm(value) == text


@dataclass(frozen=True, slots=True)
class Stamps:
    """When the item was made, and this revision of it; `origin` names the field that says the latter."""

    first: dt.datetime
    this: dt.datetime
    origin: Origin


def stamps(release: Release, job: Job) -> Stamps:
    """Return the moments an item has to have. Of a dateline without a zone, the house's is taken, else UTC."""
    zone = (job.newsroom.time_zone if job.newsroom else "") or "+00:00"
    made, origin = version_created(release, job.now)
    this = made if made.tzinfo else made.replace(tzinfo=zone_info(zone))
    dated = release.dateline.moment(zone) if release.dateline else None
    return Stamps(release.published or dated or this, this, origin)


def dateline_date(release: Release) -> str:
    """Return the date of the dateline, with its time where the zone is known; empty without one."""
    value = printed_moment(release)
    if isinstance(value, dt.datetime) and value.tzinfo:
        return basic(value)
    return day(value) if value else ""


def day(value: dt.date) -> str:
    """Return the day of `value` as CCYYMMDD."""
    return value.isoformat()[:10].replace("-", "")
