"""How a text was set as a whole, without a word of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pressrelease.model.part import Part
from pressrelease.model.values import Line, Pattern, Words


class Slot(Part):
    """One thing of a printed text, where it stood."""

    what: Words
    """Path of what stands here (`headline`, `notices.0`, `story`), or `mark` for words that are none of the release's
    (`###`, `FOR IMMEDIATE RELEASE`), which stand in `label`. `story.3` goes on with the story's fourth block, and stops
    where a later slot goes on; so do `notices.0.1` and `boilerplates.0.1` with their second paragraphs."""
    label: Line = ""
    """The line above it as printed, where no field holds that: `Article online:`."""
    gap: Annotated[int, Field(ge=0, le=99)] = 2
    """Line ends before it; 0 behind another: on its line, a space between."""
    label_gap: Annotated[int, Field(ge=-1, le=99)] = 2
    """Line ends between label (or heading) and content; 0: on one line, a space between; -1: nothing between."""
    inner: Annotated[int, Field(ge=0, le=99)] = 0
    """Line ends between its own pieces: paragraphs, items of a list; 0: as usual (2, in a list 1)."""
    wrap: Annotated[int, Field(ge=0, le=999)] = 0
    """Columns at which its lines were wrapped; 0: not wrapped."""
    marker: Pattern = ""
    """What opens each item of a list, its spaces included: `• `, `{n}. `; empty: as usual."""
    spaces: Line = ""
    """White space that stands otherwise than all this sets it. `45 0t 12s2n`: of its 45 words the first stands behind a
    tab, the thirteenth behind two spaces and a line end. Where the number of words is another, it is set as usual."""


class Layout(Part):
    """How a text was set as a whole: the order of its parts, their labels, its line ends. No words of the release."""

    style: Line = ""
    """The text format it belongs to: `gna-text`."""
    slots: tuple[Slot, ...] = ()
    """Its parts in order."""
    newline: Literal["\n", "\r\n", "\r"] = "\n"
    """Its line end."""
    end: Annotated[int, Field(ge=0, le=99)] = 1
    """Line ends after the last part."""
