"""Figures in a column stand with their decimal points beneath each other, as far as CSS can set them.

A figure with fewer decimals than others of its column gets a class (`pad-p2`: as wide as `.00` is missing) for which
the style sheet adds that much unseen width. Nothing is added to the words.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from pressrelease.story import Cell, Table, words

_OPENING = re.compile(r"<t([dh])( [^>]*)?>")
_CLASS = re.compile(r' class="([^"]*)"')
MOST = 6
"""More missing decimals than this are no figures of one kind."""


def aligned(html: str, table: Table, language: str) -> Markup:
    """Return `html`, the markup of `table`, with a class on each figure that has fewer decimals than its column."""
    pads = iter(_pads(table, language))

    def dressed(match: re.Match[str]) -> str:
        pad = next(pads, "")
        if not pad:
            return match.group()
        attributes = match.group(2) or ""
        if _CLASS.search(attributes):
            attributes = _CLASS.sub(rf' class="\1 {pad}"', attributes)
            return f"<t{match.group(1)}{attributes}>"
        return f'<t{match.group(1)}{attributes} class="{pad}">'

    return Markup(_OPENING.sub(dressed, html))


def _pads(table: Table, language: str) -> list[str]:
    rows = (*table.head, *table.body)
    if any(c.colspan != 1 or c.rowspan != 1 for row in rows for c in row):
        return []
    point = "." if language.partition("-")[0] in ("en", "ar", "he", "ja", "ko", "zh", "th", "und") else ","
    columns: dict[int, list[tuple[int, str] | None]] = {}
    for row in table.body:
        for place, cell in enumerate(row):
            columns.setdefault(place, []).append(_decimals(cell, point))
    widest = {place: _widest(found) for place, found in columns.items()}
    pads = []
    for row in rows:
        for place, cell in enumerate(row):
            own = _decimals(cell, point) if not cell.header else None
            missing = widest.get(place, 0) - own[0] if own else 0
            pads.append(f"pad-{'p' if own and not own[0] else ''}{missing}" if 0 < missing <= MOST else "")
    return pads


def _decimals(cell: Cell, point: str) -> tuple[int, str] | None:
    """Return how many decimals the figure in `cell` has and what stands behind it, or None where there is no figure."""
    if cell.align != "right" or cell.header:
        return None
    figure = re.fullmatch(
        rf"\D{{0,6}}?\d[\d\s.,'’]*?(?:{re.escape(point)}(\d+))?(\D{{0,6}})", words(cell.spans)
    )
    return (len(figure.group(1) or ""), figure.group(2)) if figure else None


def _widest(found: list[tuple[int, str] | None]) -> int:
    figures = [f for f in found if f is not None]
    if len({behind for _, behind in figures}) != 1:
        return 0
    return max(decimals for decimals, _ in figures)
