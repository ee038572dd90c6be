"""A long list in portions that stay as they are when the list grows.

Numbered pages are counted from the oldest entry and always full; what they do not hold is on the first page, which has
no number. So one new entry changes the first page alone, and once in a while adds one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


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


def path_of(folder: str, number: int) -> str:
    """Return where page `number` of the list in `folder` (`topics/cranes/`, or nothing for the root) lies."""
    return f"{folder}page/{number}/index.html" if number else f"{folder}index.html"


def neighbours(first: str, number: int, numbered: int) -> tuple[str, str]:
    """Return the addresses of the pages with later and with earlier entries than page `number`, or nothing.

    `first` is the address of the first page, `numbered` how many pages have a number.
    """
    if not number:
        return "", f"{first}page/{numbered}/" if numbered else ""
    later = f"{first}page/{number + 1}/" if number < numbered else first or "./"
    return later, f"{first}page/{number - 1}/" if number > 1 else ""
