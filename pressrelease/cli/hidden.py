"""What a feed leaves out because the public may not see it yet, or no more: told, never passed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pressrelease.findings import Finding
from pressrelease.model import Release


class Hidden:
    """Releases that a format for the public leaves out at `now`, each counted under its reason."""

    def __init__(self, format: str, now: dt.datetime) -> None:
        self._format = format
        self._now = now
        self._moments: dict[str, list[dt.datetime | None]] = {}

    def add(self, release: Release) -> None:
        """Count `release`, completed by its newsroom, where it is not public."""
        if not release.is_public(self._now):
            why, moment = _reason(release, self._now)
            self._moments.setdefault(why, []).append(moment)

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each reason."""
        for why, moments in self._moments.items():
            count = len(moments)
            known = sorted(m for m in moments if m is not None)
            when = ""
            if known:
                when = (
                    f", the first until {known[0].isoformat()},"
                    if count > 1
                    else f" until {known[0].isoformat()}"
                )
            are = "1 release is" if count == 1 else f"{count:,} releases are"
            yield Finding("not-public", "warning", f"{are} {why}{when} and not in the {self._format}")


def _reason(release: Release, now: dt.datetime) -> tuple[str, dt.datetime | None]:
    if release.status == "canceled" or release.change.kind == "kill":
        return "withdrawn", None
    if release.status == "withheld":
        return "withheld", None
    if release.embargo is not None and release.embargo.holds(now):
        until = release.embargo.until
        return ("held", until) if until else ("held without a known end", None)
    if release.expires is not None and release.expires <= now:
        return "expired", None
    return "not published", release.comes_out
