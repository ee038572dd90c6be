"""What a build has to say when it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from pressrelease.findings import Finding


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made. `hidden` counts sources that are not public yet; the site holds nothing of them."""

    out: str
    releases: int
    files: int
    bytes: int
    kinds: dict[str, int]
    """How many files of each kind it is made of."""
    hidden: int
    withdrawn: int
    next_change: dt.datetime | None
    """The next moment at which the site would change by itself: a lift, a publication, an expiry, news that is old."""
    next_why: str
    """Why it would, in words; nothing where it would not."""
    next_lift: dt.datetime | None
    """The next end of an embargo, which may be a later moment."""
    findings: tuple[Finding, ...]
    stands: tuple[tuple[str, int, int], ...] = field(default=(), repr=False)
    """Path below `out`, size in bytes and time of change (ns) of each file."""

    def lines(self) -> Iterator[str]:
        """Yield the report as lines for a terminal."""
        releases, files = _count(self.releases, "release", "releases"), _count(self.files, "file", "files")
        yield f"{self.out}: {releases} in {files}, {_size(self.bytes)}"
        if self.withdrawn:
            yield f"withdrawn: {self.withdrawn}, each with a page that says so"
        if self.hidden:
            yield f"not public yet: {self.hidden}, nothing of them is in the site"
        if self.next_change:
            when = self.next_change.isoformat()
            yield f"the site changes by itself at {when} ({self.next_why}): build again then"
        if self.next_lift and self.next_lift != self.next_change:
            yield f"the next embargo ends at {self.next_lift.isoformat()}"
        yield f"look at {self.out}/index.html"


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 100_000 else f"{max(1, round(number / 1000))} kB"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
