"""The one place that reads the clock."""

from __future__ import annotations

import datetime as dt


def utc_now() -> dt.datetime:
    """Return the present in UTC, for verbs whose caller gave no `now`."""
    return dt.datetime.now(dt.UTC)
