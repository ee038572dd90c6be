"""Quotation marks of two kinds: a pair that does not match, or a text that changes its marks.

A quotation that opens with one kind of mark and closes with another is taken for unclosed by programs and readers.
Marks that change within a text show where pieces were pasted; a desk has to make them one.

Source: Chicago Manual of Style, 6.115 ("smart" quotation marks); Amtliches Regelwerk der deutschen Rechtschreibung, §§
89 to 95; Imprimerie nationale, "guillemets".

Example:

    ---
    headline: Harbour opens
    ---
    Ferries of the "Procellaria' class call at “North Quay” and at "South Quay".

Use instead:

    ---
    headline: Harbour opens
    ---
    Ferries of the “Procellaria” class call at “North Quay” and at “South Quay”.

Excuse it: where a text in another language keeps its own marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_STRAIGHT = '"'


def run(case: Case) -> Iterator[Hit]:
    """Yield each pair that does not match, then the first pair of each kind that is not the text's usual one."""
    pairs = [(p, m) for p in case.news.passages for m in p.marked]
    for passage, piece in pairs:
        if piece.fault == "mixed":
            message = f"a quotation opens with {piece.opening} and closes with {piece.closing}"
            yield passage.hit(
                message, piece.end - 1, piece.end, fix=f"close it with the partner of {piece.opening}"
            )
    sound = [(p, m) for p, m in pairs if not m.fault]
    kinds = Counter(m.opening + m.closing for _, m in sound)
    usual = max(kinds, key=lambda k: (kinds[k], k != _STRAIGHT * 2), default="")
    for kind in kinds:
        if kind != usual:
            passage, piece = next((p, m) for p, m in sound if m.opening + m.closing == kind)
            message = f"quotation marks {kind[0]} {kind[1]}, elsewhere {usual[0]} {usual[1]}"
            yield passage.hit(message, piece.start, piece.end, fix="use one kind", severity="info")


RULE = Rule(id="mixed-quotation-marks", group="editorial", severity="warning", run=run)
