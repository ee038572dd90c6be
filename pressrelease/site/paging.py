"""A long list in portions that stay as they are when the list grows.

Numbered pages are counted from the oldest entry and always full; what they do not hold is on the first page, which has
no number. So one new entry changes the first page alone, and once in a while adds one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import quote

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """A page of a list."""

    number: int
    """0: the first one."""
    path: str
    entries: Sequence[T]
    later: str
    """Address of the page with later entries, from this one; empty: none."""
    earlier: str

    @property
    def root(self) -> str:
        """What leads from it to the site's root."""
        return "../" * self.path.count("/")


def sheets(entries: Sequence[T], size: int, folder: str) -> Iterator[Sheet[T]]:
    """Yield the pages of the list of `entries` (newest first) that lies in `folder`: `topics/cranes/`, or nothing."""
    found = tuple(portions(entries, size))
    for number, portion in found:
        path = f"{folder}page/{number}/index.html" if number else f"{folder}index.html"
        first = "../" * path.count("/") + quote(folder)
        later = (
            "" if not number else f"{first}page/{number + 1}/" if number + 1 < len(found) else first or "./"
        )
        before = (number or len(found)) - 1
        yield Sheet(number, path, portion, later, f"{first}page/{before}/" if before else "")


def portions(entries: Sequence[T], size: int) -> Iterator[tuple[int, Sequence[T]]]:
    """Yield the number of each page and its entries, from the newest (0) over the highest number to 1.

    `entries` come newest first; the first page holds `size` of them or more, but less than twice as many.

    >>> list(portions("gfedcba", 2))
    [(0, 'gfe'), (2, 'dc'), (1, 'ba')]
    """
    numbered = max(len(entries) // size - 1, 0)
    start = len(entries) - numbered * size
    yield 0, entries[:start]
    for number in range(numbered, 0, -1):
        yield number, entries[start : start + size]
        start += size
