"""What a newsroom has written down of its senders, applied to what they send."""

from __future__ import annotations

from dataclasses import replace

from pressrelease.formats.registry import Format, Reading, Source
from pressrelease.senders import Sender, sender_of


def read_one(fmt: Format, source: Source) -> Reading:
    """Return what `fmt` reads in `source`, by the habits of its sender where the newsroom knows them.

    A sender that only the release tells of (its credit, its provider) is known once the data is read: where it has a
    charset or a time zone of its own, the data is then read once more.
    """
    assert fmt.read is not None
    known = _sender(fmt.name, source)
    reading = fmt.read(_told(source, known))
    sender = _sender(fmt.name, source, reading)
    if sender is not None and sender is not known and (sender.charset or sender.time_zone):
        reading = fmt.read(_told(source, sender))
    return _settled(reading, sender, source.file)


def settled(reading: Reading, format: str, source: Source) -> Reading:
    """Return one reading of many that `source` holds with the habits of its sender."""
    return _settled(reading, _sender(format, source, reading), source.file)


def _sender(format: str, source: Source, reading: Reading | None = None) -> Sender | None:
    if source.newsroom is None or not source.newsroom.senders:
        return None
    return sender_of(source.newsroom.senders, format, source.file, reading.release if reading else None)


def _told(source: Source, sender: Sender | None) -> Source:
    if sender is None or source.newsroom is None:
        return source
    zone = sender.time_zone or source.newsroom.time_zone
    return replace(source, sender=sender, newsroom=source.newsroom.model_copy(update={"time_zone": zone}))


def _settled(reading: Reading, sender: Sender | None, file: str) -> Reading:
    if sender is None:
        return reading
    release, findings = sender.applied(reading.release, file)
    return replace(reading, release=release, findings=(*reading.findings, *findings), sender=sender.name)
