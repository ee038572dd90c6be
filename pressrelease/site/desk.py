"""What a maker of outputs has at hand: the house, templates, the releases its output names, files made before."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pressrelease.findings import Finding
from pressrelease.formats.registry import Registry
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom
from pressrelease.site.output import Taken
from pressrelease.site.reading import Reader
from pressrelease.templating import Templates


@dataclass(frozen=True, slots=True)
class Desk:
    """The place at which outputs are made."""

    newsroom: Newsroom
    registry: Registry
    templates: Templates
    reader: Reader
    fresh: Path
    """The folder that is filled: what an output comes after is there."""
    told: list[Finding] = field(default_factory=list)
    """What the maker of the output under way finds worth saying."""
    items: dict[Any, Any] = field(default_factory=dict)
    """What feeds show of the releases at hand."""
    _at_hand: dict[tuple[Taken, ...], tuple[Release, ...]] = field(default_factory=dict)

    def shown(self, taken: Taken) -> Release:
        """Return the release `taken` as the site shows it."""
        return self.all_shown((taken,))[0]

    def all_shown(self, taken: tuple[Taken, ...]) -> tuple[Release, ...]:
        """Return the releases `taken` as the site shows them; they stay at hand until others are asked for."""
        found = self._at_hand.get(taken)
        if found is None:
            self._at_hand.clear()
            self.items.clear()
            found = self._at_hand[taken] = tuple(map(self.reader.release, taken))
        return found

    def body(self, path: str) -> bytes:
        """Return the bytes of the output at `path`, made before."""
        return (self.fresh / path).read_bytes()

    def has(self, path: str) -> bool:
        """Return whether there is a file at `path`: an output that comes to nothing has none."""
        return (self.fresh / path).is_file()

    def size(self, path: str) -> int:
        """Return the size in bytes of the output at `path`, made before."""
        return (self.fresh / path).stat().st_size
