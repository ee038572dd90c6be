"""Findings for a person: the line of the source with the words marked, and what it all comes to."""

from __future__ import annotations

import unicodedata

from pressrelease.checks.report.account import LEGAL, Account
from pressrelease.findings import Where

_ROOM = 100
"""Columns of an excerpt where the window is wider."""
_INDENT = "    "


def excerpt(source: str, where: Where, width: int) -> list[str]:
    """Return the line of `source` at `where` and a line that marks its words, cut to `width` columns around them.

    Nothing where the place is unknown.
    """
    lines = source.splitlines()
    if where.line is None or where.column is None or not 0 < where.line <= len(lines):
        return []
    room = max(20, min(width, _ROOM) - len(_INDENT))
    line = "".join(c if c.isprintable() else " " for c in lines[where.line - 1])
    start = where.column - 1
    end = min(len(line), start + max(1, where.length or 1))
    first, last = _cut(line, start, end, room)
    before = "… " if first else ""
    after = " …" if last < len(line) else ""
    lead = before + line[first:start]
    marks = "^" * max(1, _columns(line[start : min(end, last)]))
    return [f"{_INDENT}{before}{line[first:last]}{after}", f"{_INDENT}{' ' * _columns(lead)}{marks}"]


def _cut(line: str, start: int, end: int, room: int) -> tuple[int, int]:
    """Return which characters of `line` fit into `room` columns, those from `start` to `end` in their middle."""
    if _columns(line) <= room:
        return 0, len(line)
    room -= 4
    first = last = start
    while last < end and _columns(line[first : last + 1]) <= room:
        last += 1
    while _columns(line[first:last]) < room:
        grown = (max(0, first - 1), min(len(line), last + 1))
        if grown == (first, last):
            break
        first, last = grown
    while _columns(line[first:last]) > room:
        last -= 1
    return first, last


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def closing(account: Account) -> str:
    """Return the one line that ends a report: how much was found, and what it is not."""
    names = {"error": "error", "warning": "warning", "info": "note"}
    told = [_count(count, names[severity]) for severity, count in account.counts.items() if count]
    excused = [f"{len(account.excused)} excused"] if account.excused else []
    fixable = sum(f.edit is not None for f in account.findings)
    fix = [f"{fixable} to be mended by --fix"] if fixable else []
    unread = [f"{account.unread:,} could not be read"] if account.unread else []
    found = ", ".join((*told, *excused, *fix, *unread)) or "nothing found"
    return f"{_count(account.releases, 'release')}: {found}. {LEGAL}"


def _count(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"
