"""Where a release leads: the addresses of its links, pictures and documents, and those printed in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressrelease.checks.passages import Passage
from pressrelease.checks.rule import Hit
from pressrelease.findings import Severity
from pressrelease.markup.nitf import media_type
from pressrelease.model import Asset, Release
from pressrelease.story import Figure, Story, figures

Leads: TypeAlias = Literal["link", "picture", "file", "related", "printed"]
_PRINTED = re.compile(r"\bhttps?://[^\s<>\"“”«»\0]{1,2000}")
_BEHIND = ".,;:!?)]}'’*_"
"""Marks behind an address that are the sentence's."""


@dataclass(frozen=True, slots=True)
class Address:
    """Hold an address, and where it stands; `words` are those that lead there, for a link of a text."""

    href: str
    leads: Leads
    place: Passage
    start: int
    end: int
    words: Hit | None = None
    """The place of the words that a reader clicks on, as a Hit without a message."""
    shown: str = ""
    """These words."""
    of: Figure | Asset | None = None
    """The picture or document whose file it is."""

    @property
    def is_picture(self) -> bool:
        """Whether it is the file of a picture that people look at; of one with several files, the first."""
        if isinstance(self.of, Asset):
            file = self.of.renditions[0]
            return file.href == self.href and (file.media_type or media_type(self.href)).startswith("image/")
        return self.of is not None

    def hit(
        self, message: str, *, fix: str = "", instead: str | None = None, severity: Severity | None = None
    ) -> Hit:
        """Return a Hit at the address."""
        return self.place.hit(message, self.start, self.end, fix=fix, instead=instead, severity=severity)


def addresses(release: Release, passages: Iterable[Passage]) -> tuple[Address, ...]:
    """Return the addresses in `release`, whose passages are `passages`: those of its text, then of its fields."""
    found: list[Address] = []
    for passage in passages:
        found += _of_passage(passage)
    stories = {"story": release.story}
    stories.update((f"boilerplates.{i}.story", b.story) for i, b in enumerate(release.boilerplates))
    for path, story in stories.items():
        found += _of_figures(path, story)
    for i, asset in enumerate(release.assets):
        for j, file in enumerate(asset.renditions):
            found.append(_whole(f"assets.{i}.renditions.{j}.href", file.href, "file", asset))
    found += (_whole(f"related.{i}.href", r.href, "related") for i, r in enumerate(release.related))
    return tuple(found)


def _of_passage(passage: Passage) -> Iterator[Address]:
    for i, (start, end, href) in enumerate(passage.links):
        place = Passage(f"{passage.path}.links.{i}", "address", href)
        shown = passage.text[start:end]
        yield Address(href, "link", place, 0, len(href), passage.hit("", start, end), shown)
    if "://" not in passage.text:
        return
    for match in _PRINTED.finditer(passage.text):
        href, start = match.group().rstrip(_BEHIND), match.start()
        if all(start >= last or match.end() <= first for first, last, _ in passage.links):
            yield Address(href, "printed", passage, start, start + len(href))


def _of_figures(path: str, story: Story) -> Iterator[Address]:
    for i, block in enumerate(story.blocks):
        for j, figure in enumerate(figures((block,))):
            yield _whole(f"{path}.blocks.{i}.pictures.{j}", figure.src, "picture", figure)


def _whole(path: str, href: str, leads: Leads, of: Figure | Asset | None = None) -> Address:
    return Address(href, leads, Passage(path, "address", href), 0, len(href), of=of)
