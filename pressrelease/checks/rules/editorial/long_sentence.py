"""A sentence of more than 35 words.

Who reads on a phone, or aloud on the radio, loses its thread. News agencies teach one thought a sentence.
Cautions on statements that look ahead are left
alone, and what stands beneath "About …".

Source: Wolf Schneider on the rules of dpa (20 words are wanted at most, 30 allowed); 35 is this library's own limit.

Example:

    ---
    headline: Harbour opens
    ---
    The harbour, which was begun four years ago after a long debate in the council about its cost and its use for the
    town and for the ships that had called at other ports since the old quay was closed, opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday. It was begun four years ago, after a long debate about its cost and its use.

Excuse it: where the sentence is a legal formula that may not be changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case, *, words: int = 35) -> Iterator[Hit]:
    """Yield each longer sentence of a paragraph or quotation in the story; a caution's are the lawyers'."""
    for passage in case.body.passages:
        if passage.kind not in ("paragraph", "quote") or len(passage.words) <= words:
            continue
        if passage.path in case.formulas:
            continue
        for start, end in passage.sentences:
            count = len(passage.text[start:end].split())
            if count > words:
                yield passage.hit(f"a sentence of {count} words", start, end, fix="make two of it, or three")


RULE = Rule(id="long-sentence", group="editorial", severity="info", run=run)
