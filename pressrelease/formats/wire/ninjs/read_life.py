"""Version, moments, status and embargo of an item. What cannot be read never makes a release public."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pressrelease.characters import one_line
from pressrelease.errors import shown
from pressrelease.fields.dates import NotRead, moment
from pressrelease.formats.wire.ninjs.members import Members
from pressrelease.model import zone_info

_STATUS = {
    "usable": "usable",
    "withheld": "withheld",
    "hold": "withheld",
    "embargoed": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
    "recalled": "canceled",
}


def life(item: Members, zone: str, origin: str, *, ours: bool) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an item's life by path. `zone` is that of moments without one, `origin` see `own.py`."""
    version = item.number("version")
    if version is not None and version == int(version) >= 1:
        yield "version", int(version)
    elif version is not None:
        item.wrong("version", version, "a number from 1")
    yield from _created(item, zone, origin, ours)
    yield "expires", _moment(item, zone, "expires")
    yield from _status(item)
    yield from _embargo(item, zone)
    yield from _urgency(item)


def _created(item: Members, zone: str, origin: str, ours: bool) -> Iterator[tuple[str, Any]]:
    first = _moment(item, zone, "firstcreated")
    this = _moment(item, zone, "versioncreated")
    if ours:
        item.take("contentcreated")  # that of the dateline, which has a date of its own
        yield "published", first
        if origin in ("updated", "change.at"):
            yield origin, this
        elif not origin:
            yield "published", this
        return
    yield "published", first or this
    if first and this and this != first:
        yield "updated", this


def _moment(item: Members, zone: str, *names: str) -> dt.datetime | None:
    text = one_line(item.text(*names))
    if not text:
        return None
    found = _read(text)
    if found is None:
        item.wrong(names[0], text, "a moment such as 2026-03-02T09:00:00Z")
        return None
    if found.tzinfo is None:
        item.tell(
            "moment-without-zone", f"{shown(text)} has no zone and was read in {zone or 'UTC'}", names[0]
        )
        return found.replace(tzinfo=zone_info(zone) or dt.UTC)
    return found


def _read(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        found = moment(text[:80])
    except NotRead:
        return None
    return found if isinstance(found, dt.datetime) else dt.datetime.combine(found, dt.time())


def _status(item: Members) -> Iterator[tuple[str, Any]]:
    said = item.take("pubstatus")
    if said is None:
        return
    word = one_line(said) if isinstance(said, str) else ""
    known = _STATUS.get(word.rpartition(":")[2].rpartition("/")[2].lower())
    if known is None:
        item.tell("unknown-status", f"{shown(said)} is no status: the release is withheld", "pubstatus")
    yield "status", known or "withheld"


def _embargo(item: Members, zone: str) -> Iterator[tuple[str, Any]]:
    """Yield the embargo, of several the last to end; where one does not tell when it ends, the release is held."""
    names = ("embargoeduntil", "embargoed", "embargo")
    given = [(name, said) for name in names if (said := item.raw(name)) not in (None, False)]
    ends = [(_end(item, name, said, zone), said) for name, said in given]
    held = next((said for end, said in ends if end is None), None)
    if held is not None:
        yield "embargo", {}
        yield "embargo.printed", one_line(held) if isinstance(held, str) else ""
    elif ends:
        yield "embargo.until", max(end for end, _ in ends if end is not None)


def _end(item: Members, name: str, said: Any, zone: str) -> dt.datetime | None:
    end = _read(one_line(said)) if isinstance(said, str) else None
    if end is not None and end.tzinfo is None and zone:
        item.tell("moment-without-zone", f"{shown(said)} has no zone and was read in {zone}", name)
        return end.replace(tzinfo=zone_info(zone))
    if end is None or end.tzinfo is None:
        message = f"{shown(said)} does not tell when the embargo ends: the release is held"
        item.tell("embargo-unreadable", message, name)
        return None
    return end


def _urgency(item: Members) -> Iterator[tuple[str, Any]]:
    value = item.number("urgency")
    if value is not None and value == int(value) and 1 <= value <= 9:
        yield "urgency", int(value)
    elif value is not None:
        item.wrong("urgency", value, "a number from 1 to 9")
