"""What was read against the text: does it print back, and what of it found no place."""

from __future__ import annotations

import re

from pressrelease.characters import one_line
from pressrelease.datelines import printed
from pressrelease.formats.text.setting import Setting, ended, parts, set_slots
from pressrelease.formats.text.spaces import spaces_of
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Page
from pressrelease.model import Release

_MOST_COMPARED = 2_000
"""Lines that are looked for among all words where they were not set as they stood."""


def compared(draft: Draft, release: Release, text: str, leaf: Page) -> Release:
    """Return `release` with the white space that its slots alone would set otherwise; report what found no place."""
    assert release.layout is not None
    dateline = printed(release.dateline, release.language) if release.dateline else None
    setting = Setting(dateline, language=release.language) if dateline else Setting(language=release.language)
    layout = release.layout
    pieces = set_slots(parts(release, setting), layout.slots, setting)
    again = "".join(piece for _, piece in pieces)
    if ended(again, layout) == text:
        return release
    # Line ends of several kinds are white space like any other.
    newline = "\n" if leaf.mixed else layout.newline
    bare, end = _without_end(text.replace(newline, "\n"))
    spaces = spaces_of([piece for _, piece in pieces], bare)
    if spaces is None:
        _left_over(draft, again, text, leaf)
        return release
    odd = {id(slot): own for (slot, _), own in zip(pieces, spaces, strict=True) if own}
    slots = tuple(s.model_copy(update={"spaces": odd[id(s)]}) if id(s) in odd else s for s in layout.slots)
    own = layout.model_copy(update={"slots": slots, "newline": newline, "end": end})
    return release.model_copy(update={"layout": own})


def _without_end(text: str) -> tuple[str, int]:
    """Return `text` without the line ends behind it, and their number; other white space there stays."""
    bare = text.rstrip("\n")
    count = len(text) - len(bare)
    return (bare, count) if count <= 99 and bare == bare.rstrip(" \t\r\x85\u2028\u2029") else (text, 0)


def _left_over(draft: Draft, again: str, text: str, leaf: Page) -> None:
    """Report where the release would not print back as it stood: white space, or words that found no place."""
    if again.split() == text.split():
        draft.tell("white-space", "info", "white space settled: printing it again sets it anew")
        return
    printed_again = {re.sub(r"\s+", "", line) for line in again.splitlines()}
    known = "".join(re.split(r"\s+", again))
    looked = 0
    left_before = len(draft.leftovers)
    for chunk in leaf.chunks:
        for line in chunk.lines:
            bare = re.sub(r"\s+", "", line)
            if bare in printed_again:
                continue
            looked += 1
            # Beyond so many lines no person compares them: all are left over, and time stays in bounds.
            if looked <= _MOST_COMPARED and (
                bare in known or any(bare in re.sub(r"\s+", "", left) for left in draft.leftovers[:200])
            ):
                continue
            draft.leftovers.append(one_line(line))
    if len(draft.leftovers) > left_before:
        draft.tell("left-over", "warning", "words that found no place in the release were left over")
    elif not draft.leftovers:
        draft.tell(
            "set-otherwise", "info", "every word has its place, but printing it again sets them otherwise"
        )
