"""Edits of a source text, applied."""

from __future__ import annotations

from collections.abc import Iterable

from pressrelease.findings import Edit


def fixed(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Return `text` with `edits` made, and how many; of two that overlap the first is made."""
    pieces: list[str] = []
    at = made = 0
    for edit in sorted(set(edits), key=lambda e: (e.start, e.end, e.text)):
        if edit.start < at or not edit.start <= edit.end <= len(text):
            continue
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
        made += 1
    return "".join((*pieces, text[at:])), made
