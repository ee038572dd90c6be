"""When the public may see a release: the few facts that decide it, apart from all that it says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pressrelease.model.values import universal


@dataclass(frozen=True, slots=True)
class Life:
    """The moments (aware) and states that decide whether a release is public."""

    status: str = "usable"
    killed: bool = False
    held: bool = False
    """Under an embargo without a known end."""
    lift: dt.datetime | None = None
    """End of its embargo."""
    comes_out: dt.datetime | None = None
    expires: dt.datetime | None = None

    def is_public(self, now: dt.datetime) -> bool:
        """Return whether the public may see it at `now` (aware): usable, published, not held, not expired."""
        now = universal(now)
        return (
            self.status == "usable"
            and not self.killed
            and self.is_out(now)
            and (self.expires is None or now < self.expires)
        )

    def was_withdrawn(self, now: dt.datetime) -> bool:
        """Return whether it had been out before `now` and is canceled: what feeds and pages have to withdraw."""
        now = universal(now)
        return (self.status == "canceled" or self.killed) and self.is_out(now)

    def is_out(self, now: dt.datetime) -> bool:
        """Return whether it has come out by `now` (aware): published, its embargo lifted."""
        now = universal(now)
        return (
            not self.held
            and (self.lift is None or self.lift <= now)
            and (self.comes_out is None or self.comes_out <= now)
        )

    def next_change(self, now: dt.datetime) -> dt.datetime | None:
        """Return the next moment after `now` at which what the public sees of it changes by itself, or None.

        That is when `is_public` or `was_withdrawn` answers otherwise: not a publication that an embargo outlasts.
        """
        now = universal(now)
        later = (m for m in (self.lift, self.comes_out, self.expires) if m is not None and m > now)
        moments = sorted(later, key=universal)
        seen = (self.is_public(now), self.was_withdrawn(now))
        return next((m for m in moments if (self.is_public(m), self.was_withdrawn(m)) != seen), None)
