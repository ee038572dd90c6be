"""The channels a writer can look at: the page in several ways, and each format that a release can be written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pressrelease.formats.registry import AnyFormat, Collection, Registry

PAGE = "html"
"""The format of the page."""
_VIEWS = {
    "page": "Page",
    "phone": "Page on a phone",
    "print": "Page on paper",
    "card": "Card and search result",
}
_GROUPS = {
    "web": "For other sites",
    "source": "Source formats",
    "text": "Agency text",
    "feed": "Feed item",
    "wire": "Wire formats",
}


@dataclass(frozen=True, slots=True)
class Channel:
    """A way in which a release reaches its readers; one without a format is a view of the page."""

    name: str
    title: str
    group: str
    format: AnyFormat | None = None


def channels(registry: Registry) -> tuple[Channel, ...]:
    """Return every channel in the order in which it is offered."""
    views = (Channel(name, title, "On the site") for name, title in _VIEWS.items())
    return (*views, *_of_formats(registry))


def _of_formats(registry: Registry) -> Iterator[Channel]:
    for fmt in registry:
        writes = fmt.write_all if isinstance(fmt, Collection) else fmt.write
        if writes is not None and fmt.name != PAGE:
            yield Channel(fmt.name, fmt.title, _GROUPS.get(fmt.group, fmt.group), fmt)


def grouped(every: tuple[Channel, ...]) -> tuple[tuple[str, tuple[Channel, ...]], ...]:
    """Return channels by the heading of their group."""
    return tuple((name, tuple(found)) for name, found in groupby(every, lambda c: c.group))
