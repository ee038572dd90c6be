"""A copyright line as the feeds carry it, and back."""

from __future__ import annotations

import re

from pressrelease.model import Rights


def rights_of(line: str, usage_terms: str = "", licence: str = "") -> Rights | None:
    """Return the rights that a line such as `© 2026 Example Corp` speaks of, or None where nothing is said."""
    if not (line or usage_terms or licence):
        return None
    made = re.fullmatch(r"© (?:((?:19|[2-9]\d)\d\d) )?(\S.*)", line)
    if made:
        year = int(made.group(1)) if made.group(1) else None
        return Rights(holder=made.group(2), year=year, usage_terms=usage_terms, licence=licence)
    return Rights(notice=line, usage_terms=usage_terms, licence=licence)
