"""What a maker of outputs has at hand: the house, templates, the releases its output names, files made before."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pressrelease.findings import Finding
from pressrelease.formats.registry import Registry
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom
from pressrelease.site.output import Output, Taken
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
    """Of the feeds that are made here."""

    def release(self, output: Output) -> Release:
        """Return the release that `output` is about, as the site shows it."""
        return self.reader.release(output.releases[0])

    def shown(self, taken: Taken) -> Release:
        """Return the release `taken` as the site shows it."""
        return self.reader.release(taken)

    def body(self, path: str) -> bytes:
        """Return the bytes of the output at `path`, made before."""
        return (self.fresh / path).read_bytes()

    def has(self, path: str) -> bool:
        """Return whether there is a file at `path`: an output that comes to nothing has none."""
        return (self.fresh / path).is_file()

    def size(self, path: str) -> int:
        """Return the size in bytes of the output at `path`, made before."""
        return (self.fresh / path).stat().st_size
